//! Tables that take a paste: which key stands where, and what a pasted block becomes.
use super::{field::read_value, view::View};
use exchange::{
    number::{Notation, NumberError},
    paste::{PasteError, fill, read_table},
};
use model::{
    age::{Age, AgeBands},
    id::Id,
    scenario::Scenario,
    sex::Sex,
    staffing::item::{DoctorKind, Event, FIRST_YEAR, Item, LAST_YEAR},
    value::{Key, Value},
};

/// A table of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grid {
    /// Listed: bands down, women and men across.
    Listed,
    /// Persons by condition: one column.
    Affected,
    /// Amounts: bands down, women and men across.
    Rates,
    /// Weights by condition: one column.
    Weights,
    /// Doctors: kinds down, heads and heltid across.
    Doctors,
    /// The plan: years down, events across.
    Plan,
    /// How much work persons give: ages down, women and men across.
    Workload,
}

/// The events of a year of the plan, in the order of their columns.
pub const EVENTS: [Event; 3] = [Event::Recruited, Event::Retiring, Event::StStarts];

/// The ages from which the work that persons give is told.
pub const WORKLOAD_AGES: [Age; 8] = [0, 5, 15, 25, 45, 65, 75, 85];

/// Heads and heltid of a kind of doctors.
fn doctors(row: usize, column: usize) -> Option<Key> {
    let kind = DoctorKind::all().nth(row)?;
    Some(match column {
        0 => Key::Staff(Item::Heads(kind)),
        1 => Key::Staff(Item::Fte(kind)),
        _ => return None,
    })
}

/// What came of a paste.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The values of the cells that could be read; none where a cell was empty.
    pub values: Vec<(Key, Option<Value>)>,
    /// The cells that could not, with their text.
    pub faults: Vec<(Key, String, NumberError)>,
    /// How many cells had no place in the table.
    pub outside: usize,
}

impl Grid {
    /// The view that the table stands in.
    pub fn view(self) -> View {
        match self {
            Self::Listed | Self::Affected => View::Practice,
            Self::Rates | Self::Weights => View::Model,
            Self::Doctors | Self::Plan | Self::Workload => View::Staffing,
        }
    }

    /// The key at a row and a column.
    pub fn key(self, row: usize, column: usize, bands: &AgeBands, factors: &[Id]) -> Option<Key> {
        let cell = || {
            let sex = *Sex::ALL.get(column)?;
            Some(model::cell::Cell { sex, band: *bands.bands().get(row)? })
        };
        match self {
            Self::Listed => cell().map(Key::Listed),
            Self::Rates => cell().map(Key::Rate),
            Self::Affected => factors.get(row).cloned().map(Key::Affected),
            Self::Weights => factors.get(row).cloned().map(Key::Weight),
            Self::Doctors => doctors(row, column),
            Self::Plan => {
                let year = FIRST_YEAR.checked_add(u16::try_from(row).ok()?).filter(|year| *year <= LAST_YEAR)?;
                Some(Key::Staff(Item::Planned(*EVENTS.get(column)?, year)))
            }
            Self::Workload => Some(Key::Staff(Item::Workload(*Sex::ALL.get(column)?, *WORKLOAD_AGES.get(row)?))),
        }
    }

    fn shape(self, bands: &AgeBands, factors: &[Id]) -> (usize, usize) {
        match self {
            Self::Listed | Self::Rates => (bands.count(), Sex::ALL.len()),
            Self::Affected | Self::Weights => (factors.len(), 1),
            Self::Doctors => (DoctorKind::all().count(), 2),
            Self::Plan => (usize::from(LAST_YEAR - FIRST_YEAR) + 1, EVENTS.len()),
            Self::Workload => (WORKLOAD_AGES.len(), Sex::ALL.len()),
        }
    }

    /// Reads a clipboard text with its first number at a row and a column.
    pub fn paste(
        self,
        text: &str,
        at: (usize, usize),
        (scenario, factors): (&Scenario, &[Id]),
        notation: Notation,
    ) -> Result<Pasted, PasteError> {
        let bands = &scenario.start.bands;
        let table = read_table(text)?;
        let block = table.data_block(notation, &["kr", "st"]).map_or(table, |block| block.table);
        let fill = fill(&block, at, self.shape(bands, factors));
        let mut pasted = Pasted { outside: fill.outside, ..Pasted::default() };
        for placed in fill.inside {
            let Some(key) = self.key(placed.row, placed.column, bands, factors) else { continue };
            match read_value(&key, placed.text, notation, scenario) {
                Ok(value) => pasted.values.push((key, value)),
                Err(error) => pasted.faults.push((key, placed.text.to_owned(), error)),
            }
        }
        Ok(pasted)
    }
}
