//! The quick way for rows without anything unusual: one pass over the bytes, nothing allocated, nothing told. What it
//! does not take is left to the way with every check, which gives the same for what both take.
use super::{
    body::{Body, Draft, ONE, most},
    cursor::Cursor,
    header::HeaderPart,
    mark,
    periods::Periods,
};
use crate::person_key::PersonKey;
use model::{identity_number::LookAlikes, sex::Sex};

impl Body {
    /// Reads plain rows from the beginning of the bytes, after so many lines; gives how many lines and bytes they were.
    pub(super) fn plain_rows(&mut self, number: u64, bytes: &[u8]) -> (u64, usize) {
        let room = most(self.limits.persons).saturating_sub(self.register.len());
        let room = u64::try_from(room).unwrap_or(u64::MAX);
        let (mut lines, mut at, mut free) = (0u64, 0, Vec::new());
        // a row that may have to be left out goes the other way
        let room = if self.alikes == LookAlikes::LeaveOutRows { 0 } else { room };
        let mut of_other_times = 0;
        while lines < room {
            let mut draft = Draft::default();
            let Some(next) = self.plain_row(bytes, at, &mut draft, &mut free) else { break };
            if self.periods.are_told() && self.periods.is_taken(draft.period) != Some(true) {
                // a row of another time is not looked at further
                if self.periods.is_taken(draft.period).is_none() {
                    break;
                }
                of_other_times += 1;
            } else if self.enter_plain(&draft, number + lines + 1).is_none() {
                break;
            }
            if self.periods.are_told() {
                self.periods.count(draft.period);
            }
            lines += 1;
            at = next;
            if !free.is_empty() {
                free.drain(..).for_each(|(place, text)| _ = self.judge.note(number + lines, place, text));
                if self.judge.is_settled() {
                    break;
                }
            }
        }
        self.read += lines - of_other_times;
        (lines, at)
    }

    /// Enters the person; nothing where the other way has to see to it.
    #[inline(always)]
    fn enter_plain(&mut self, draft: &Draft, number: u64) -> Option<()> {
        let set = match self.sets.known(draft.set) {
            Some(set) => set,
            // a row that is refused enters no set
            None if self.has_persons && self.persons.contains(&draft.person) => return None,
            None => self.place(draft.set)?,
        };
        if self.has_persons && !self.persons.insert(draft.person) {
            return None;
        }
        self.before = draft.practice;
        self.register.push(draft.practice, draft.key(), set, draft.cost);
        self.marks.note(draft.is_marked, number);
        Some(())
    }

    /// Reads the row that begins there, and gives where the next begins.
    #[inline]
    fn plain_row<'b>(&self, bytes: &'b [u8], start: usize, draft: &mut Draft, free: &mut Free<'b>) -> Option<usize> {
        let delimiter = self.layout.delimiter;
        let mut row = Cursor::new(bytes, start, delimiter);
        for (part, end, place) in &self.layout.ends {
            row.ends_with(*end);
            match part {
                HeaderPart::Practice => draft.practice = self.plain_practice(&mut row)?,
                HeaderPart::Sex => draft.is_man = self.plain_sex(&mut row)?,
                HeaderPart::Age => draft.age = row.small(3, PersonKey::OLDEST)?,
                HeaderPart::Mask(of) => draft.set = draft.set.or(of.set(row.number()?)?),
                HeaderPart::Cost => draft.cost = row.cost()?.checked_mul(self.layout.cost_unit.times())?,
                HeaderPart::Mark if row.skip(mark::MARKED.as_bytes()) => draft.is_marked = true,
                rarer => self.plain_field((*place, *rarer), &mut row, draft, free)?,
            }
        }
        Some(row.at())
    }

    /// Apart, so that the usual columns stay quick.
    #[inline(never)]
    fn plain_field<'b>(
        &self,
        (place, part): (usize, HeaderPart),
        row: &mut Cursor<'b>,
        draft: &mut Draft,
        free: &mut Free<'b>,
    ) -> Option<()> {
        match part {
            HeaderPart::List => draft.set = *self.lists.get(row.text()?)?,
            HeaderPart::Flag(place) => {
                let there = row.small(1, 1)?;
                if there == 1 {
                    draft.set = draft.set.with(usize::try_from(place).ok()?);
                }
            }
            HeaderPart::Count => row.skip(ONE).then_some(())?,
            HeaderPart::Time if self.periods.are_told() => {
                draft.period = Periods::key(draft.period, self.periods.place(row.text()?)?);
            }
            _ => {
                let text = plain(row.text()?)?;
                if part == HeaderPart::Mark {
                    draft.is_marked = mark::is_marked(text);
                    if draft.is_marked {
                        return Some(());
                    }
                }
                if part == HeaderPart::Person {
                    (!text.is_empty()).then_some(())?;
                    draft.person = self.print(text);
                }
                free.push((place, text));
            }
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

/// Free fields of a row with their columns, which are judged once the row is taken.
type Free<'b> = Vec<(usize, &'b [u8])>;

/// A text of letters, digits and the like.
fn plain(text: &[u8]) -> Option<&[u8]> {
    text.iter().all(|byte| matches!(byte, b'!' | b'#'..=b'~')).then_some(text)
}
