//! What was read from sheets, where, and what was not. Has no wording: the page makes the sentences.

use super::hidden::Bounds;
use super::origin::Origin;
use super::question::Question;
use super::value::DecimalMark;
use crate::number::NumberError;
use model::{age::AgeBand, cell::Cell, count::Count, id::Id, measure::MonthlyMoney, sex::Sex};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The most notes that are told one by one.
pub const MAX_NOTES: usize = 500;
/// The most problems that are told one by one.
pub const MAX_PROBLEMS: usize = 200;

/// Everything that was read, everything that was not, and at most one question.
///
/// A cell, a factor or the cost that has any fault in what it would be made of is not there at all: nothing is counted
/// in part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Listed persons by sex and age band, women first.
    pub listed: Vec<(Cell, Count, Origin)>,
    /// Persons by factor, in the target's order.
    pub affected: Vec<(Id, Count, Origin)>,
    /// The drug cost in kronor a month.
    pub drug_cost: Option<(MonthlyMoney, Origin)>,
    /// Small counts that are not told, of which it is known within what they are.
    pub masked: Vec<Masked>,
    /// Groups that nothing was read of, in a list that has others.
    pub missing: Vec<Cell>,
    /// What was done to what stood there, so that it can be said.
    pub notes: Vec<Note>,
    /// What was not understood.
    pub problems: Vec<Problem>,
    /// How many notes there are beyond the [`MAX_NOTES`] that are told.
    pub more_notes: usize,
    /// How many problems there are beyond the [`MAX_PROBLEMS`] that are told.
    pub more_problems: usize,
    /// What has to be answered before the rest can be counted.
    pub question: Option<Question>,
}

/// What several vårdcentraler have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EachReading {
    /// What is to be said of the file as a whole, and what has to be answered first.
    pub whole: Reading,
    /// Each of them, in the order of the file.
    pub practices: Vec<PracticeReading>,
    /// Whether the file seems to hold lists of several, even if none could be read.
    pub looks_like_lists: bool,
}

/// What one of several vårdcentraler has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeReading {
    /// As the file names it.
    pub name: String,
    /// Its list; what is wrong in it is told of the file.
    pub reading: Reading,
    /// Whether something of it stands there and was not read.
    pub is_unread: bool,
    /// Whether persons of it are counted twice.
    pub is_twice: bool,
    /// Whether its name has a word for a sum.
    pub is_named_as_sum: bool,
    /// Whether the same drug cost stands on every row: then it is that of the whole vårdcentral, and their sum is nothing.
    pub has_repeated_cost: bool,
    /// Whether its name is written in several ways, by capitals and spaces.
    pub has_spellings: bool,
}

/// A small count that is not told: neither a number nor nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masked {
    /// Whom it counts.
    pub of: MaskedOf,
    /// Within what it is.
    pub bounds: Bounds,
    /// The cells, told and not told, that it would be made of.
    pub origin: Origin,
}

/// Whom a small count counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MaskedOf {
    /// Listed persons of a sex and age band.
    Listed(Cell),
    /// Persons with a factor.
    Affected(Id),
}

impl Masked {
    /// Whether it counts listed persons.
    pub fn is_listed(&self) -> bool {
        matches!(self.of, MaskedOf::Listed(_))
    }
}

impl Reading {
    /// Within what the counts that are not told are together; nothing where all are told.
    pub fn masked_in_all(&self) -> Option<Bounds> {
        let none = Bounds { at_least: 0, at_most: Some(0) };
        let sum = || self.masked.iter().try_fold(none, |sum, masked| sum.and(masked.bounds));
        if self.masked.is_empty() { None } else { sum() }
    }

    /// Whether the problem is with small counts that are told as masked.
    pub fn is_told_as_masked(&self, problem: &Problem) -> bool {
        let is_masked = |place| {
            let holds = |masked: &Masked| masked.origin.sheet == problem.origin.sheet && masked.origin.contains(place);
            self.masked.iter().any(holds)
        };
        problem.kind == ProblemKind::Hidden && problem.origin.places().all(is_masked)
    }

    /// The sexes of which no group was read, where another's was.
    pub fn sexes_missing(&self) -> Vec<Sex> {
        let told = |sex: &Sex| {
            let masked = |masked: &Masked| matches!(&masked.of, MaskedOf::Listed(cell) if cell.sex == *sex);
            self.listed.iter().any(|(cell, ..)| cell.sex == *sex) || self.masked.iter().any(masked)
        };
        let missing = |sex: &Sex| !told(sex) && self.missing.iter().any(|cell| cell.sex == *sex);
        [Sex::Woman, Sex::Man].into_iter().filter(missing).collect()
    }

    /// Whether it can be taken: there is something, and no question is open. While one is, what its answer decides is not
    /// there, and taking the rest would leave it out unsaid.
    pub fn can_be_taken(&self) -> bool {
        let has_something = !self.listed.is_empty() || !self.affected.is_empty() || self.drug_cost.is_some();
        has_something && self.question.is_none()
    }
}

/// Something that was done and should be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Sums were left out, and agree with what they sum.
    TotalsLeftOut {
        /// The sums.
        origin: Origin,
    },
    /// A sum was left out, and does not agree with what it sums.
    TotalDiffers {
        /// The sum.
        origin: Origin,
        /// What it says.
        stated: Decimal,
        /// What its parts come to.
        summed: Decimal,
    },
    /// Sums were left out, and their parts are not all read, so that they say nothing.
    TotalsUnchecked {
        /// The sums.
        origin: Origin,
    },
    /// Sums of both sexes were left out, where only one of them has numbers.
    TotalsOfBoth {
        /// The sums.
        origin: Origin,
        /// The sex without numbers.
        lacks: Sex,
    },
    /// Finer bands were added up.
    Folded {
        /// The model's band.
        band: AgeBand,
        /// What it was made of, in rising order.
        from: Vec<AgeBand>,
        /// The labels.
        origin: Origin,
    },
    /// A date was turned back into the band that it was typed as.
    DateTurnedBack {
        /// The label.
        origin: Origin,
        /// The date as it stands.
        text: String,
        /// The band.
        band: AgeBand,
    },
    /// A label over a number, such as `>100`, was read as that number and over, or as the next, as the other bands say.
    OpenBand {
        /// The label.
        origin: Origin,
        /// The label as it stands.
        text: String,
        /// The band.
        band: AgeBand,
    },
    /// Blank cells were taken to hold the heading before or the label above them.
    LabelsCarried {
        /// The cells that are blank.
        origin: Origin,
    },
    /// Sexes are coded 1 for men and 2 for women.
    SexCodes {
        /// The codes.
        origin: Origin,
    },
    /// Rows of persons who are not listed were left out.
    NotListed {
        /// What says so.
        origin: Origin,
        /// As it stands.
        text: String,
    },
    /// Ages were taken from years of birth: those that persons reach in this year.
    AgesReachedIn {
        /// The years of birth.
        origin: Origin,
        /// The year.
        year: u16,
    },
    /// A column or row was left out because it says something else: shares, means, names.
    LeftOut {
        /// Its cells.
        origin: Origin,
        /// Its heading or label.
        text: String,
    },
    /// Numbers of conditions that the target does not have were left out.
    OtherConditions {
        /// Their cells.
        origin: Origin,
        /// One of the conditions.
        text: String,
    },
    /// Hidden rows or columns of a workbook, which were left out.
    Hidden {
        /// Their cells.
        origin: Origin,
    },
    /// A title says that its table is of one sex, and there are numbers of the other, which were read.
    TitleOfOneSex {
        /// The title.
        origin: Origin,
        /// As it stands.
        text: String,
        /// The sex that it names.
        sex: Sex,
    },
    /// Some ages of a band stand in no row; nobody was counted for them.
    AgesMissing {
        /// The cell.
        cell: Cell,
        /// The ages without a row.
        ages: Vec<AgeBand>,
    },
    /// The numbers of a column were read by one mark, which other numbers of the column show.
    MarkDecided {
        /// The numbers.
        origin: Origin,
        /// The mark before decimals.
        mark: DecimalMark,
    },
    /// Costs of single months were made into the mean of a month, rounded to öre.
    MonthsAveraged {
        /// The costs.
        origin: Origin,
        /// How many months there are.
        months: usize,
        /// The sum of their costs.
        sum: Decimal,
    },
    /// A yearly cost was divided by twelve and rounded to öre.
    YearlyCost {
        /// Where it stands.
        origin: Origin,
        /// The cost of the year.
        amount: Decimal,
    },
}

/// Something that was not understood, and so was not counted: where, and what is wrong. The page says the remedy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem<Kind = ProblemKind> {
    /// Where; for a heading that is missing, the row where it is missed.
    pub origin: Origin,
    /// What stands there, cut to 40 characters; empty where several cells are meant, and of persons, whom nothing repeats.
    pub text: String,
    /// What is wrong.
    pub kind: Kind,
}

/// What was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A cell among the numbers is no number, or none that counts persons or kronor.
    Number(NumberError),
    /// A formula that was saved without its result.
    NoResult,
    /// Persons of whom the sex or the age is said not to be known.
    NotStated,
    /// Codes without a name, which are no conditions.
    CodeNotCondition,
    /// A row with more cells than the headings: a comma between thousands has parted its numbers.
    Parted,
    /// A count that is not told, such as `<5` or `1–4`.
    Hidden,
    /// Years of birth, and no year to take ages in.
    NoReferenceYear,
    /// A hyphen or a dash among the numbers: nobody, or not known.
    Dash,
    /// A cell among the numbers is blank.
    Blank,
    /// A heading that says nothing known.
    Heading,
    /// Headings over numbers by sex and age that say nothing known, from the first one on: vårdcentraler, or anything.
    MayBePractices {
        /// How many.
        headings: usize,
    },
    /// A row's label that says nothing known.
    Label,
    /// A name that is none of the model's conditions.
    UnknownCondition,
    /// A date among the age bands that can have been several bands, or none.
    DateAmongBands {
        /// The bands that it can have been.
        candidates: Vec<AgeBand>,
    },
    /// A band that lies in several of the model's bands; it is not split.
    Straddles {
        /// The band.
        band: AgeBand,
        /// The model's bands that it lies in.
        bands: Vec<AgeBand>,
    },
    /// A word of which it is not known whether it says that persons are listed.
    Status,
    /// Numbers that no heading and no label says anything of.
    Unlabelled,
    /// Kronor where persons would be counted, such as the table of what is paid for each person.
    KronorNotPersons,
    /// Persons in thousands or millions, which are no exact numbers.
    Thousands,
    /// Numbers by age without a sex.
    NoSex,
    /// Persons by sex without an age.
    NoAges,
    /// The same persons are counted twice, here and there.
    CountedTwice {
        /// The other place.
        other: Origin,
    },
    /// More persons than the model counts, or a cost beyond its bounds.
    TooLarge,
    /// The table has one row a person; it is read as a list of persons.
    PersonList,
    /// The numbers are percentages, and there are no others.
    OnlyShares,
    /// Several tables by sex and age, and nothing says which vårdcentral each is of.
    NoPractice {
        /// How many tables there are.
        tables: usize,
    },
    /// The sheet has no table with ages, conditions or a cost.
    NothingFound,
}

/// The beginning of what stands in a cell, as a problem repeats it.
pub(crate) fn shown(text: &str) -> String {
    const MAX_SHOWN: usize = 40;
    let text = text.trim();
    if text.chars().nth(MAX_SHOWN).is_none() {
        return text.to_owned();
    }
    text.chars().take(MAX_SHOWN - 1).chain(['\u{2026}']).collect()
}
