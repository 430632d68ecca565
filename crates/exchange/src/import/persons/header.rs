//! The headings of a list of persons: what each column is. Reads no person.

use super::named::NamedColumn;
use super::outcome::{PersonError, ReadColumn};
use super::record::{Record, text};
use crate::import::label::{Label, Measure, Month, Setting};
use crate::import::reading::shown;
use crate::import::words::Meaning;
use crate::import::{Period, Target};
use model::id::Id;
use register::ingest::MARK;
use serde::{Deserialize, Serialize};
use table::words::{TableKind, taken_for};

/// What a column of a list of persons is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ColumnRole {
    /// Age in years.
    Age,
    /// Year of birth, or a date that begins with it.
    BirthYear,
    /// Sex.
    Sex,
    /// ATC codes of the drugs that were collected.
    Atc,
    /// What tells persons apart.
    Person,
    /// Whole months since the drug was collected.
    MonthsAgo,
    /// When the drug was collected.
    DispensedOn,
    /// Packages.
    Packages,
    /// Defined daily doses.
    Ddd,
    /// The vårdcentral that the person is of.
    Practice,
    /// The time that the row is of.
    Time,
    /// Whether the person is listed.
    Status,
    /// That the person is listed no more, and since when.
    Ended,
    /// Kronor.
    Cost {
        /// The time that it is for, if the heading says it.
        period: Option<Period>,
        /// How many of the last digits of kronor are not written.
        thousands: u32,
    },
    /// Whether the person has the condition at this place in the model.
    Condition(usize),
    /// The conditions that the person has, by name.
    Conditions,
    /// Not read.
    LeftOut,
}

impl ColumnRole {
    /// Some of the headings that name it; none of a condition, which its own names name.
    pub fn headings(self) -> Vec<&'static str> {
        let name = match self {
            Self::Age => "age",
            Self::BirthYear => "birth_year",
            Self::Sex => "sex",
            Self::Atc => "atc",
            Self::Person => "person",
            Self::MonthsAgo => "months_ago",
            Self::DispensedOn => "dispensed_on",
            Self::Packages => "packages",
            Self::Ddd => "ddd",
            Self::Practice => "practice",
            Self::Time => "time",
            Self::Status => "status",
            Self::Ended => "ended",
            Self::Cost { .. } => "cost",
            Self::Conditions => "condition",
            Self::Condition(_) | Self::LeftOut => return Vec::new(),
        };
        taken_for(TableKind::Lists, name)
    }
}

/// The columns of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub(super) age: Option<usize>,
    pub(super) birth_year: Option<usize>,
    pub(super) sex: Option<usize>,
    pub(super) atc: Option<usize>,
    pub(super) person: Option<usize>,
    /// Columns that name the person's conditions.
    pub(super) named: Vec<NamedColumn>,
    pub(super) months_ago: Option<usize>,
    pub(super) dispensed_on: Option<usize>,
    pub(super) packages: Option<usize>,
    pub(super) ddd: Option<usize>,
    pub(super) cost: Option<(usize, Option<Period>, u32)>,
    pub(super) status: Option<usize>,
    pub(super) ended: Vec<usize>,
    /// All columns that name a vårdcentral, such as one of its municipality too, and all that name a time.
    pub(super) practices: Vec<usize>,
    pub(super) times: Vec<usize>,
    /// The mark of made-up persons.
    pub(super) made_up: Option<usize>,
    /// Columns with the position of the condition that they tell.
    pub(super) flags: Vec<(usize, usize)>,
    /// Every column, as told to the user.
    pub(super) read: Vec<ReadColumn>,
}

impl Columns {
    /// The columns by a row of headings; for rows that are not, what is missing.
    pub(super) fn of(record: &Record, target: &Target) -> Result<Self, Vec<ColumnRole>> {
        let mut columns = Self::default();
        for place in 0..record.len() {
            let heading = text(record.cell(place));
            if is_mark(&heading) {
                columns.made_up = Some(place);
            }
            let role = columns.take(place, role(&heading, target));
            if role == ColumnRole::Conditions {
                columns.named.push(NamedColumn::of(place, &heading, target));
            }
            columns.read.push(ReadColumn { column: place, heading: shown(&heading), role });
        }
        if columns.has_dispensings() {
            // rows of one person are of several times
            columns.times.clear();
            let times = columns.read.iter_mut().filter(|column| column.role == ColumnRole::Time);
            times.for_each(|column| column.role = ColumnRole::LeftOut);
        } else if let Some(date) = columns.dispensed_on
            && let Some(read) = columns.read.iter_mut().find(|read| read.column == date)
            && target.words.is_heading(&read.heading, "date_alone")
        {
            read.role = ColumnRole::Time;
            columns.times.push(date);
        }
        let missing: Vec<ColumnRole> = [
            (ColumnRole::Age, columns.age.is_none() && columns.birth_year.is_none()),
            (ColumnRole::Sex, columns.sex.is_none()),
        ]
        .into_iter()
        .filter_map(|(role, is_missing)| is_missing.then_some(role))
        .collect();
        if missing.is_empty() { Ok(columns) } else { Err(missing) }
    }

    /// Whether persons have several rows, one for each dispensing.
    pub(super) fn has_dispensings(&self) -> bool {
        self.person.is_some() && self.atc.is_some()
    }

    /// Whether nothing says when or how much of a drug was collected.
    pub(super) fn dispensings_are_bare(&self) -> bool {
        [self.months_ago, self.dispensed_on, self.packages, self.ddd].iter().all(Option::is_none)
    }

    /// The columns that say something of a person.
    pub(super) fn told(&self) -> Vec<usize> {
        let cost = self.cost.map(|(column, ..)| column);
        let one = [self.age, self.birth_year, self.sex, self.atc, self.status, cost];
        let of_conditions =
            self.flags.iter().map(|(column, _)| *column).chain(self.named.iter().map(|named| named.column));
        one.into_iter().flatten().chain(of_conditions).collect()
    }

    /// Whether the list tells any condition.
    pub(super) fn tells_conditions(&self) -> bool {
        self.atc.is_some() || !self.named.is_empty() || !self.flags.is_empty()
    }

    /// Without the column that was to name conditions, and named none.
    pub(super) fn leave_named_out(&mut self) {
        self.named.clear();
        let named = self.read.iter_mut().filter(|column| column.role == ColumnRole::Conditions);
        named.for_each(|column| column.role = ColumnRole::LeftOut);
    }

    /// The conditions of the model of which a list with a column for some says nothing.
    pub(super) fn untold(&self, target: &Target) -> Vec<Id> {
        let conditions = target.case_mix.iter().flat_map(|mix| &mix.conditions).enumerate();
        let is_told = |place: usize| self.flags.iter().any(|(_, known)| *known == place);
        let tells_some = self.atc.is_none() && self.named.is_empty() && !self.flags.is_empty();
        let untold = conditions.filter(|(place, _)| tells_some && !is_told(*place));
        untold.map(|(_, condition)| condition.id.clone()).collect()
    }

    /// How many columns a row must have.
    pub(super) fn needed(&self) -> usize {
        self.age.or(self.birth_year).max(self.sex).map_or(0, |last| last + 1)
    }

    /// Where the age stands.
    pub(super) fn age_column(&self) -> usize {
        self.age.or(self.birth_year).unwrap_or(0)
    }

    /// A year of birth in a list that needs a year to make it an age.
    pub(super) fn check(&self, target: &Target) -> Result<(), PersonError> {
        let needs_year = self.age.is_none() && self.birth_year.is_some();
        if needs_year && target.reference_year.is_none() { Err(PersonError::NoReferenceYear) } else { Ok(()) }
    }

    /// Gives the column its role, unless another column has it already.
    fn take(&mut self, place: usize, role: ColumnRole) -> ColumnRole {
        let room = match role {
            ColumnRole::Age => &mut self.age,
            ColumnRole::BirthYear => &mut self.birth_year,
            ColumnRole::Sex => &mut self.sex,
            ColumnRole::Atc => &mut self.atc,
            ColumnRole::Person => &mut self.person,
            ColumnRole::MonthsAgo => &mut self.months_ago,
            ColumnRole::DispensedOn => &mut self.dispensed_on,
            ColumnRole::Packages => &mut self.packages,
            ColumnRole::Ddd => &mut self.ddd,
            ColumnRole::Status => &mut self.status,
            // its heading says more
            ColumnRole::Conditions => return role,
            ColumnRole::Ended => {
                self.ended.push(place);
                return role;
            }
            ColumnRole::Practice => {
                self.practices.push(place);
                return role;
            }
            ColumnRole::Time => {
                self.times.push(place);
                return role;
            }
            ColumnRole::Cost { period, thousands } if self.cost.is_none() => {
                self.cost = Some((place, period, thousands));
                return role;
            }
            ColumnRole::Condition(position) if !self.flags.iter().any(|(_, known)| *known == position) => {
                self.flags.push((place, position));
                return role;
            }
            ColumnRole::Cost { .. } | ColumnRole::Condition(_) | ColumnRole::LeftOut => return ColumnRole::LeftOut,
        };
        if room.is_some() {
            return ColumnRole::LeftOut;
        }
        *room = Some(place);
        role
    }
}

/// Whether the column is the one that marks made-up persons in files of a region; after a colon stands its seed.
fn is_mark(heading: &str) -> bool {
    let name = heading.split_once(':').map_or(heading, |(name, _)| name);
    name.trim().eq_ignore_ascii_case(MARK)
}

/// Whether it is a setting such as `Kön: Alla`; one of a condition names its column.
fn is_setting(label: &Label) -> bool {
    label.setting == Some(Setting::Whole) && label.holds != Some(Meaning::Condition)
}

/// Whether it is `tillstånd`, alone or with its conditions behind a colon.
fn names_conditions(heading: &str, target: &Target) -> bool {
    let name = heading.split_once(':').map_or(heading, |(name, _)| name);
    target.words.is_heading(name, "condition")
}

fn role(heading: &str, target: &Target) -> ColumnRole {
    let label = Label::read(heading, &target.words);
    let conditions = target.case_mix.as_ref().map_or(0, |mix| mix.conditions.len());
    match (label.holds, label.measure, label.factor) {
        _ if target.words.is_heading(heading, "time_alone") => ColumnRole::Time,
        _ if target.words.is_heading(heading, "ended") => ColumnRole::Ended,
        _ if conditions > 0 && names_conditions(heading, target) => ColumnRole::Conditions,
        _ if label.left_out || label.strange || is_setting(&label) => ColumnRole::LeftOut,
        // a quarter's cost is neither a month's nor a year's
        (_, Some(Measure::Cost), None) if matches!(label.month, Some(Month::Quarter(_))) => ColumnRole::LeftOut,
        (_, Some(Measure::Cost), None) => ColumnRole::Cost { period: label.period, thousands: label.thousands },
        // conditions stand first among the factors; interactions and counts follow from them
        (_, _, Some(place)) if place < conditions => ColumnRole::Condition(place),
        (Some(Meaning::Age), ..) => ColumnRole::Age,
        (Some(Meaning::BirthYear), ..) => ColumnRole::BirthYear,
        (Some(Meaning::Sex), ..) => ColumnRole::Sex,
        (Some(Meaning::Atc), ..) => ColumnRole::Atc,
        (Some(Meaning::Person), ..) => ColumnRole::Person,
        (Some(Meaning::MonthsAgo), ..) => ColumnRole::MonthsAgo,
        (Some(Meaning::DispensedOn), ..) => ColumnRole::DispensedOn,
        (Some(Meaning::Packages), ..) => ColumnRole::Packages,
        (Some(Meaning::Ddd), ..) => ColumnRole::Ddd,
        (Some(Meaning::Practice | Meaning::PracticeCode), ..) => ColumnRole::Practice,
        (Some(Meaning::Time), ..) => ColumnRole::Time,
        (Some(Meaning::Status), ..) => ColumnRole::Status,
        _ if label.is_listed.is_some() => ColumnRole::Status,
        _ => ColumnRole::LeftOut,
    }
}
