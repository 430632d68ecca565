//! What is thought of a person list's free fields: whether they are identity numbers; and the fault of marks that not every row has. Knows nothing of rows' values.
use super::{
    body::Body,
    fault::FaultKind,
    faults::Faults,
    fields::{Fields, words},
    header::HeaderPart,
    mark,
};
use model::identity_number::{LookAlikes, Suspicion, Verdict};

impl Body {
    /// Looks at the row's free fields. `None` when the row is left out for one that looks like an identity number.
    pub(super) fn looked_at(&mut self, number: u64, fields: &Fields) -> Option<()> {
        let mut first = None;
        for ((part, text), place) in self.layout.parts.iter().zip(fields.iter()).zip(0..) {
            let is_free = match part {
                HeaderPart::Person | HeaderPart::Other => true,
                // what was met is not looked at again
                HeaderPart::Time => !self.periods.are_told() || self.periods.place(text).is_none(),
                // a yes is no number
                HeaderPart::Mark => !mark::is_marked(text),
                // a name that was met is not looked at again
                HeaderPart::Practice => self.practices.of(text).is_none(),
                _ => false,
            };
            if is_free && self.judge.note(number, place, text) {
                first = first.or(u32::try_from(place + 1).ok());
            }
        }
        match first {
            Some(column) if self.alikes == LookAlikes::LeaveOutRows => {
                self.fault((number, column), b"", FaultKind::LeftOutAlike);
                None
            }
            _ => Some(()),
        }
    }

    /// Looks at the words of a line whose fields are not known, as cells of a column after the others.
    #[cold]
    pub(super) fn look_at_uncut(&mut self, number: u64, line: &[u8]) {
        for word in words(line, self.layout.delimiter) {
            self.judge.note(number, self.layout.parts.len(), word);
        }
    }

    /// The one fault of a file with identity numbers, or with values of which somebody must say that they are none.
    pub(super) fn refused(&self) -> Option<Faults> {
        refused(self.judge.verdict(), self.alikes, self.layout.parts.len())
    }
}

/// The same for any reader of so many columns; the column after them stands for lines that are not cut into fields.
pub(super) fn refused(verdict: Verdict, alikes: LookAlikes, columns: usize) -> Option<Faults> {
    let (Suspicion { column, row, alike, cells }, is_asked) = match verdict {
        Verdict::Refused(suspicion) => (suspicion, false),
        Verdict::Asked(suspicion) if alikes == LookAlikes::Ask => (suspicion, true),
        Verdict::Asked(_) | Verdict::Clean => return None,
    };
    let kind = match is_asked {
        true => FaultKind::LikeIdentityNumbers { alike, cells },
        false => FaultKind::IdentityNumbers { alike, cells },
    };
    let column = if column < columns { u32::try_from(column + 1).unwrap_or(u32::MAX) } else { 0 };
    Some(Faults::one((row, column), kind))
}

/// The one fault of a file whose first row without the mark of made-up persons has this number and others have it.
pub(super) fn mixed(row: u64, column: Option<usize>) -> Faults {
    let column = column.and_then(|place| u32::try_from(place + 1).ok()).unwrap_or(0);
    Faults::one((row, column), FaultKind::MixedMarks)
}
