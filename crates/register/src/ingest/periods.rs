//! The months, years or other times that rows are of. A list is of one: where there are several somebody says which. Knows
//! nothing of persons.
use super::{
    fault::FaultKind,
    faults::{FaultGroup, Faults, shown},
    practices::is_bare,
    reader::Note,
    words::Column,
};

/// The times of a file.
#[derive(Default)]
pub(super) struct Periods {
    /// The columns that say them: number and heading.
    pub(super) columns: Vec<(u32, String)>,
    /// The one that is wanted.
    chosen: Option<String>,
    /// What stands in the columns, by place.
    texts: Vec<Vec<u8>>,
    /// The times by what their columns say together, as places of texts.
    keys: Vec<(u64, usize)>,
    met: Vec<Met>,
    /// There are more than a list is of, so that they are something of the persons'.
    is_of_persons: bool,
}

/// A time: what its columns say, together.
struct Met {
    text: String,
    rows: u64,
    is_taken: bool,
}

/// More texts are no times of a list: ten years of months.
const MOST: usize = 120;

impl Periods {
    pub(super) fn new(columns: Vec<(u32, String)>, chosen: Option<String>) -> Self {
        Self { columns, chosen, ..Self::default() }
    }

    /// Whether rows have to be asked.
    #[inline]
    pub(super) fn are_told(&self) -> bool {
        !self.columns.is_empty() && !self.is_of_persons
    }

    /// The place of a field's text, from 1, as it stands in the file.
    pub(super) fn place(&self, text: &[u8]) -> Option<u64> {
        let place = self.texts.iter().position(|known| known == text)?;
        u64::try_from(place + 1).ok()
    }

    /// What the columns so far say, and one more.
    pub(super) fn key(before: u64, place: u64) -> u64 {
        before << 8 | place
    }

    /// Whether rows of the time are taken; nothing of one that was not met.
    #[inline]
    pub(super) fn is_taken(&self, key: u64) -> Option<bool> {
        let (_, place) = self.keys.iter().find(|(known, _)| *known == key)?;
        self.met.get(*place).map(|met| met.is_taken)
    }

    /// Counts a row of a time that was met.
    #[inline]
    pub(super) fn count(&mut self, key: u64) {
        let place = self.keys.iter().find(|(known, _)| *known == key).map(|(_, place)| *place);
        if let Some(met) = place.and_then(|place| self.met.get_mut(place)) {
            met.rows += 1;
        }
    }

    /// Counts a row with these texts; whether it is taken.
    pub(super) fn row(&mut self, texts: &[&[u8]]) -> bool {
        let said = texts.iter().map(|text| String::from_utf8_lossy(text)).collect::<Vec<_>>().join(" ");
        let is_taken = self.chosen.as_ref().is_none_or(|chosen| is_alike(chosen, &said));
        let Some(place) = self.place_of(said, is_taken) else { return is_taken };
        let key = texts.iter().try_fold(0, |key, text| Some(Self::key(key, self.enter(text)?)));
        if let Some(key) = key.filter(|key| !self.keys.iter().any(|(known, _)| known == key)) {
            self.keys.push((key, place));
        }
        is_taken
    }

    /// Counts a row of the time; its place, where there is room for it.
    fn place_of(&mut self, said: String, is_taken: bool) -> Option<usize> {
        if let Some(place) = self.met.iter().position(|met| is_alike(&met.text, &said)) {
            self.met.get_mut(place)?.rows += 1;
            return Some(place);
        }
        if self.met.len() >= MOST {
            self.is_of_persons = self.chosen.is_none();
            return None;
        }
        self.met.push(Met { text: said, rows: 1, is_taken });
        Some(self.met.len() - 1)
    }

    /// The place of the text, from 1, if it can be remembered.
    fn enter(&mut self, text: &[u8]) -> Option<u64> {
        if let Some(place) = self.place(text) {
            return Some(place);
        }
        // what the quick way would take for another field is asked anew
        if self.texts.len() >= MOST || !is_bare(text) {
            return None;
        }
        self.texts.push(text.to_vec());
        u64::try_from(self.texts.len()).ok()
    }

    /// What is asked, where the list is of several times or not of the one that is wanted.
    pub(super) fn question(&self) -> Option<FaultGroup> {
        if self.columns.is_empty() && self.chosen.is_some() {
            return Faults::one((0, 0), FaultKind::MissingColumn(Column::Time)).groups.pop();
        }
        let is_one = match self.chosen {
            None => self.met.len() < 2,
            Some(_) => self.met.iter().any(|met| met.is_taken),
        };
        if is_one || !self.are_told() {
            return None;
        }
        let periods = u32::try_from(self.met.len()).unwrap_or(u32::MAX);
        let column = self.columns.first().map_or(0, |(column, _)| *column);
        let mut question = Faults::one((0, column), FaultKind::SeveralPeriods { periods }).groups.pop()?;
        question.values = self.met.iter().map(|met| (shown(met.text.as_bytes()), met.rows)).collect();
        question.values.sort();
        question.examples.iter_mut().for_each(|one| one.text = self.heading());
        Some(question)
    }

    /// What is said of the columns.
    pub(super) fn notes(&self) -> Vec<Note> {
        if self.is_of_persons {
            let unread = |(column, heading): &(u32, String)| Note::Unread {
                column: *column,
                heading: shown(heading.as_bytes()),
            };
            return self.columns.iter().map(unread).collect();
        }
        let taken = self.met.iter().find(|met| met.is_taken);
        let others = self.met.iter().filter(|met| !met.is_taken).map(|met| met.rows).sum();
        taken.map(|taken| Note::OnePeriod { period: shown(taken.text.as_bytes()), others }).into_iter().collect()
    }

    fn heading(&self) -> String {
        let headings: Vec<&str> = self.columns.iter().map(|(_, heading)| heading.as_str()).collect();
        shown(headings.join(", ").as_bytes())
    }
}

/// Whether somebody who writes the one means the other.
fn is_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(one) == words(other)
}
