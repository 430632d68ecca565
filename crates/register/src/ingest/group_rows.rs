//! Rows of a list of sums into its groups. Knows no bytes of the file.
use super::{fault::FaultKind, fields::Fields, group_reader::GroupReader, group_row::GroupDraft, value, words::Column};
use crate::{aggregate::AggregateRow, register::Register};
use model::identity_number::LookAlikes;

impl GroupReader {
    /// Enters the row, or tells why not.
    pub(super) fn row(&mut self, columns: &[Option<Column>], line: &[u8], is_ended: bool) -> Option<()> {
        let mut fields = Fields::default();
        if fields.cut(line, self.delimiter).is_err() {
            self.uncut(line, FaultKind::OpenQuote);
            return None;
        }
        let whole = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (expected, found) = (whole(columns.len()), whole(fields.count()));
        if found != expected {
            let is_short = !is_ended && found < expected;
            let kind = if is_short {
                FaultKind::Truncated { expected, found }
            } else {
                FaultKind::FieldCount { expected, found }
            };
            self.uncut(line, kind);
            return None;
        }
        let is_left_out = self.looks_alike(columns, &fields);
        let persons = columns.iter().zip(fields.iter()).find(|(column, _)| **column == Some(Column::Persons));
        let is_nobody = persons.and_then(|(_, text)| value::digits(text, 9)) == Some(0);
        // a row of another time is not looked at further
        if !is_left_out && !self.is_of_period(columns, &fields) {
            return Some(());
        }
        let draft = self.draft(columns, &fields, is_nobody).filter(|_| !is_left_out)?;
        self.enter(columns, draft)
    }

    /// Looks at the row's free fields; whether the row is left out for one that looks like an identity number.
    fn looks_alike(&mut self, columns: &[Option<Column>], fields: &Fields) -> bool {
        let mut is_left_out = false;
        for ((column, text), place) in columns.iter().zip(fields.iter()).zip(0usize..) {
            let is_free = match column {
                None | Some(Column::Practice | Column::Synthetic) => true,
                // what was met is not looked at again
                Some(Column::Time) => self.periods.place(text).is_none(),
                Some(_) => false,
            };
            let is_alike = is_free && self.judge.note(self.number, place, text);
            if is_alike && self.alikes == LookAlikes::LeaveOutRows {
                self.fault(u32::try_from(place + 1).unwrap_or(u32::MAX), b"", FaultKind::LeftOutAlike);
                is_left_out = true;
            }
        }
        is_left_out
    }

    /// Whether the row is of the time that is wanted. One that does not say its time is of every time, or has a fault.
    fn is_of_period(&mut self, columns: &[Option<Column>], fields: &Fields) -> bool {
        if !self.periods.are_told() {
            return true;
        }
        let own = columns.iter().zip(fields.iter()).filter(|(column, _)| **column == Some(Column::Time));
        let texts: Vec<&[u8]> = own.map(|(_, text)| text).collect();
        texts.iter().any(|text| text.is_empty()) || self.periods.row(&texts)
    }

    fn draft(&mut self, columns: &[Option<Column>], fields: &Fields, is_nobody: bool) -> Option<GroupDraft> {
        let (mut draft, mut good) = (GroupDraft::new(is_nobody), true);
        for ((column, text), number) in columns.iter().zip(fields.iter()).zip(1u32..) {
            for (part, kind) in draft.field(*column, text, self.encoding, &self.names) {
                self.faults.add((self.number, number), &part, kind, self.limits.faults);
                good = false;
            }
        }
        if let Some((column, kind)) = draft.together().filter(|_| good) {
            self.fault(number_of(columns, column), b"", kind);
            return None;
        }
        good.then_some(draft)
    }

    /// Enters the group, or nothing at all.
    fn enter(&mut self, columns: &[Option<Column>], draft: GroupDraft) -> Option<()> {
        let (band, name) = (draft.band(), draft.practice.as_str());
        let limit = Register::MAX_PRACTICES;
        let next = || u16::try_from(self.practices.len()).ok().filter(|place| *place < limit);
        let known = self.places.of(name.as_bytes());
        let other = self.places.spelled_otherwise(name).filter(|_| known.is_none());
        let practice = known.or(other).or_else(next);
        // a row of nobody only says that the band is there, and the practice if it is named
        let group = draft.sex.filter(|_| !draft.is_nobody);
        let Some(practice) = practice else {
            let column = number_of(columns, Column::Practice);
            self.fault(column, name.as_bytes(), FaultKind::TooManyPractices { limit });
            return None;
        };
        if let Some(sex) = group
            && !self.met.insert((practice, sex, band, draft.set))
        {
            self.fault(0, b"", FaultKind::DuplicateGroup);
            return None;
        }
        self.marks.note(draft.is_marked, self.number);
        self.bands.entry(band).or_insert(self.number);
        let text = || name.as_bytes().to_vec();
        if other.is_some() {
            self.places.enter_other(text(), name.to_owned(), practice);
        } else if !name.is_empty() && known.is_none() {
            self.practices.push(name.to_owned());
            self.places.enter(text(), name, practice);
        }
        if let Some(sex) = group {
            let (persons, cost, cost_squared) = (draft.persons, draft.cost, draft.square as f64);
            let conditions = draft.set;
            self.rows.push(AggregateRow { practice, sex, band, conditions, persons, cost, cost_squared });
        }
        Some(())
    }
}

/// The number of the column, from 1.
pub(super) fn number_of(columns: &[Option<Column>], column: Column) -> u32 {
    let place = columns.iter().position(|there| *there == Some(column));
    place.and_then(|place| u32::try_from(place + 1).ok()).unwrap_or(0)
}
