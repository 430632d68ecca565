//! The quick way for rows without anything unusual: one pass over the bytes, nothing allocated, nothing told. What it
//! does not take is left to the way with every check, which gives the same for what both take.
use super::{
    body::{Body, Draft},
    header::Part,
    value::bit,
};
use crate::person_key::PersonKey;
use model::{identity_number::bytes_hold_identity_number, sex::Sex};

/// The practice of the row before.
#[derive(Default)]
pub(super) struct Before {
    name: Vec<u8>,
    practice: u16,
}

impl Body {
    /// Reads plain rows from the beginning of the bytes; gives how many lines and bytes they were.
    pub(super) fn plain_rows(&mut self, bytes: &[u8], before: &mut Before) -> (u64, usize) {
        let (mut lines, mut at) = (0, 0);
        while self.register.len() < usize::try_from(self.limits.persons).unwrap_or(usize::MAX)
            && self.register.sets().len() < usize::try_from(self.limits.sets).unwrap_or(usize::MAX)
        {
            let Some((draft, next)) = self.plain_row(bytes, at, before) else { break };
            if !self.enter_new(draft) {
                break;
            }
            lines += 1;
            at = next;
        }
        (lines, at)
    }

    /// The row that begins there, and where the next begins.
    #[inline]
    fn plain_row(&self, bytes: &[u8], start: usize, before: &mut Before) -> Option<(Draft, usize)> {
        let delimiter = self.layout.delimiter;
        let mut row = Row { bytes, at: start, end: delimiter, comma: if delimiter == b',' { b'.' } else { b',' } };
        let mut draft = Draft::default();
        let (last, others) = self.layout.parts.split_last()?;
        for part in others {
            self.plain_field(*part, &mut row, &mut draft, before)?;
        }
        row.end = b'\n';
        self.plain_field(*last, &mut row, &mut draft, before)?;
        Some((draft, row.at))
    }

    #[inline]
    fn plain_field(&self, part: Part, row: &mut Row<'_>, draft: &mut Draft, before: &mut Before) -> Option<()> {
        match part {
            Part::Practice => draft.practice = self.plain_practice(row, before)?,
            Part::Sex => draft.is_man = self.plain_sex(row)?,
            Part::Age => {
                let age = row.number(3)?;
                draft.age = u8::try_from(age).ok().filter(|age| *age <= PersonKey::OLDEST)?;
                row.close()?;
            }
            Part::Mask => {
                draft.bits = row.number(18)?;
                let conditions = self.layout.conditions.len();
                (conditions >= 64 || draft.bits >> conditions == 0).then_some(())?;
                row.close()?;
            }
            Part::List => draft.bits = *self.lists.get(row.text()?)?,
            Part::Flag(place) => {
                let there = row.number(1)?;
                (there < 2).then_some(())?;
                draft.bits |= if there == 1 { bit(usize::try_from(place).ok()?) } else { 0 };
                row.close()?;
            }
            Part::Cost => draft.cost = row.cost()?,
            Part::Person => draft.person = self.print(free(row.text()?).filter(|text| !text.is_empty())?),
            Part::Other => free(row.text()?).map(|_| ())?,
        }
        Some(())
    }

    #[inline]
    fn plain_practice(&self, row: &mut Row<'_>, before: &mut Before) -> Option<u16> {
        let rest = row.bytes.get(row.at..)?;
        if !before.name.is_empty() && rest.starts_with(&before.name) && rest.get(before.name.len()) == Some(&row.end) {
            row.at += before.name.len() + 1;
            return Some(before.practice);
        }
        let name = row.text()?;
        let is_bare = |end: Option<&u8>| end.is_some_and(|byte| !matches!(byte, b'"' | b' ' | b'\t'));
        (is_bare(name.first()) && is_bare(name.last())).then_some(())?;
        before.practice = *self.names.get(name)?;
        before.name.clear();
        before.name.extend_from_slice(name);
        Some(before.practice)
    }

    #[inline]
    fn plain_sex(&self, row: &mut Row<'_>) -> Option<bool> {
        let word = row.text()?;
        self.sexes.iter().find(|(known, _)| known == word).map(|(_, sex)| *sex == Sex::Man)
    }
}

/// A text of letters, digits and the like that is no identity number.
fn free(text: &[u8]) -> Option<&[u8]> {
    let is_plain = text.iter().all(|byte| matches!(byte, b'!' | b'#'..=b'~'));
    (is_plain && (text.len() < 10 || !bytes_hold_identity_number(text))).then_some(text)
}

/// A place in a row.
struct Row<'b> {
    bytes: &'b [u8],
    at: usize,
    /// What the field ends with.
    end: u8,
    /// What may stand before decimals in the place of a point.
    comma: u8,
}

/// Longer fields are left to the other way, so that the end of a field is not sought through the whole chunk.
const LONGEST: usize = 256;

impl<'b> Row<'b> {
    /// Digits, at least one and at most so many.
    #[inline]
    fn number(&mut self, most: usize) -> Option<u64> {
        let start = self.at;
        let mut number = 0u64;
        loop {
            let digit = self.bytes.get(self.at)?.wrapping_sub(b'0');
            if digit > 9 {
                break;
            }
            number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
            self.at += 1;
        }
        (1..=most).contains(&(self.at - start)).then_some(number)
    }

    /// The end of the field.
    #[inline]
    fn close(&mut self) -> Option<()> {
        let byte = *self.bytes.get(self.at)?;
        if byte == b'\r' && self.end == b'\n' {
            self.at += 1;
        }
        (*self.bytes.get(self.at)? == self.end).then_some(())?;
        self.at += 1;
        Some(())
    }

    /// Everything up to the end of the field.
    #[inline]
    fn text(&mut self) -> Option<&'b [u8]> {
        let rest = self.bytes.get(self.at..)?;
        let rest = rest.get(..LONGEST).unwrap_or(rest);
        // most fields are shorter than what a wide search needs to begin
        let end = rest.iter().position(|byte| *byte == self.end)?;
        let text = rest.get(..end)?;
        self.at += end + 1;
        Some(if self.end == b'\n' { text.strip_suffix(b"\r").unwrap_or(text) } else { text })
    }

    /// Kronor with at most two decimals, as öre.
    #[inline]
    fn cost(&mut self) -> Option<u32> {
        let mut cost = self.number(8)? * 100;
        let byte = *self.bytes.get(self.at)?;
        if byte == b'.' || byte == self.comma {
            self.at += 1;
            let start = self.at;
            let part = self.number(2)?;
            cost += if self.at - start == 1 { part * 10 } else { part };
        }
        self.close()?;
        u32::try_from(cost).ok()
    }
}
