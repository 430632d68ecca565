//! The words of a workbook, which the caller has. Knows which are needed, and none of them.
use model::{citation::Status, id::Id, localized::Localized, quantity::Unit, term::Term};

/// The caller's words.
pub trait Labels {
    /// What a figure is.
    fn term(&self, term: &Term) -> String;
    /// What a number counts.
    fn unit(&self, unit: Unit) -> String;
    /// How firm a figure is; an illustrative one is to be called an example.
    fn status(&self, status: Status) -> String;
    /// A source by its id; `None` for one that the caller does not know, which is then named by its id.
    fn source(&self, id: &Id) -> Option<SourceName>;
    /// A note in the reader's language.
    fn note(&self, note: &Localized) -> String;
    /// A fixed word.
    fn word(&self, word: Word) -> String;
}

/// A source in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceName {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The date printed on it.
    pub date: String,
}

/// Words that are the same in every book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// Name of the first sheet.
    CoverSheet,
    /// Name of the sheet of inputs that no other sheet shows.
    InputSheet,
    /// Name of the sheet of intermediate figures.
    CalculationSheet,
    /// Name of the sheet that works out how many have several conditions at once.
    JointSheet,
    /// Name of the sheet of parameters.
    ParameterSheet,
    /// Name of the sheet of the practice.
    PracticeSheet,
    /// What the sheet of inputs is, in a sentence.
    InputAbout,
    /// What the sheet of intermediate figures is, in a sentence.
    CalculationAbout,
    /// What the sheet of several conditions is, with its assumption, in a sentence.
    JointAbout,
    /// What the sheet of parameters is, in a sentence.
    ParameterAbout,
    /// Heading over what is on the sheets.
    Contents,
    /// Heading over what the colours mean.
    Legend,
    /// What a cell to write in is.
    LegendInput,
    /// What a value of the user's in the place of a source's is.
    LegendEdited,
    /// What a source's value is.
    LegendSource,
    /// What a formula is.
    LegendFormula,
    /// Heading: what the figure is.
    Figure,
    /// Heading: how it was made.
    HowMade,
    /// Heading: the value.
    Value,
    /// Heading: the unit.
    Unit,
    /// Heading: how firm.
    Status,
    /// Heading: the source's own value, where the user has put another.
    Original,
    /// Heading: the source.
    Source,
    /// Heading: who published it.
    Publisher,
    /// Heading: its date.
    Date,
    /// Heading: the place in it.
    Place,
    /// Heading: the lines there.
    Lines,
    /// Heading: the note.
    Note,
    /// Heading: persons.
    Persons,
    /// Heading: kronor per person and month.
    Rate,
    /// Heading: kronor a month.
    Amount,
    /// Heading over the cells by age and sex.
    ByCell,
    /// Heading over the conditions.
    ByFactor,
    /// Heading over the sums.
    Sums,
    /// How made: a part of a long sum.
    PartialSum,
    /// How made: the share with none of a group's conditions.
    NoneOfGroup,
    /// How made: a step towards the share with one of every group.
    EveryGroupStep,
    /// How made: put together as if the conditions were independent.
    Independent,
    /// Heading: the share with the condition of the row.
    ShareOfCondition,
    /// Heading over the columns 0, 1, 2, …: the share with so many of the conditions so far.
    ShareWithSoMany,
}
