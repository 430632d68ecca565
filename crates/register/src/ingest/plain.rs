//! The quick way for rows without anything unusual: one pass over the bytes, nothing allocated, nothing told. What it
//! does not take is left to the way with every check, which gives the same for what both take.
use super::{
    body::{Body, Draft, most},
    cursor::Cursor,
    header::Part,
};
use crate::person_key::PersonKey;
use model::{identity_number::bytes_hold_identity_number, sex::Sex};

impl Body {
    /// Reads plain rows from the beginning of the bytes; gives how many lines and bytes they were.
    pub(super) fn plain_rows(&mut self, bytes: &[u8]) -> (u64, usize) {
        let room = most(self.limits.persons).saturating_sub(self.register.len());
        let (mut lines, mut at) = (0, 0);
        while lines < room {
            let Some((draft, next)) = self.plain_row(bytes, at) else { break };
            let set = match self.sets.known(draft.set) {
                Some(set) => set,
                // a row that is refused enters no set
                None if self.has_persons && self.persons.contains(&draft.person) => break,
                None => match self.place(draft.set) {
                    Some(set) => set,
                    None => break,
                },
            };
            if self.has_persons && !self.persons.insert(draft.person) {
                break;
            }
            self.before = draft.practice;
            self.register.push(draft.practice, draft.key(), set, draft.cost);
            lines += 1;
            at = next;
        }
        let lines = u64::try_from(lines).unwrap_or(u64::MAX);
        self.read += lines;
        (lines, at)
    }

    /// The row that begins there, and where the next begins.
    #[inline]
    fn plain_row(&self, bytes: &[u8], start: usize) -> Option<(Draft, usize)> {
        let delimiter = self.layout.delimiter;
        let mut row = Cursor::new(bytes, start, delimiter);
        let mut draft = Draft::default();
        for (part, end) in &self.layout.ends {
            row.ends_with(*end);
            match part {
                Part::Practice => draft.practice = self.plain_practice(&mut row)?,
                Part::Sex => draft.is_man = self.plain_sex(&mut row)?,
                Part::Age => draft.age = row.small(3, PersonKey::OLDEST)?,
                Part::Mask(of) => draft.set = draft.set.or(of.set(row.number()?)?),
                Part::Cost => draft.cost = row.cost()?,
                rarer => self.plain_field(*rarer, &mut row, &mut draft)?,
            }
        }
        Some((draft, row.at()))
    }

    /// Apart, so that the usual columns stay quick.
    #[inline(never)]
    fn plain_field(&self, part: Part, row: &mut Cursor<'_>, draft: &mut Draft) -> Option<()> {
        match part {
            Part::List => draft.set = *self.lists.get(row.text()?)?,
            Part::Flag(place) => {
                let there = row.small(1, 1)?;
                if there == 1 {
                    draft.set = draft.set.with(usize::try_from(place).ok()?);
                }
            }
            Part::Person => draft.person = self.print(free(row.text()?).filter(|text| !text.is_empty())?),
            _ => free(row.text()?).map(|_| ())?,
        }
        Some(())
    }

    #[inline]
    fn plain_practice(&self, row: &mut Cursor<'_>) -> Option<u16> {
        if row.skip(self.practices.field(self.before)) {
            return Some(self.before);
        }
        self.practices.of_field(row.text()?)
    }

    #[inline]
    fn plain_sex(&self, row: &mut Cursor<'_>) -> Option<bool> {
        if let Some((_, sex)) = self.sexes.iter().find(|(known, _)| row.skip(known)) {
            return Some(*sex == Sex::Man);
        }
        None
    }
}

/// A text of letters, digits and the like that is no identity number.
fn free(text: &[u8]) -> Option<&[u8]> {
    let is_plain = text.iter().all(|byte| matches!(byte, b'!' | b'#'..=b'~'));
    (is_plain && (text.len() < 10 || !bytes_hold_identity_number(text))).then_some(text)
}
