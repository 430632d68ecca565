//! A place in a row that goes over plain fields: eight bytes at a time where that is quicker. Knows nothing of columns.
use super::practices::begins_with;
use memchr::memchr;

/// A place in a row.
pub(super) struct Cursor<'b> {
    bytes: &'b [u8],
    at: usize,
    /// What the field ends with.
    end: u8,
    /// What may stand before decimals in the place of a point.
    comma: u8,
}

/// Longer fields are left to the other way, so that the end of a field is not sought through the whole chunk.
const LONGEST: usize = 256;
const ZEROS: u64 = 0x3030_3030_3030_3030;
const OVER_NINE: u64 = 0x7676_7676_7676_7676;
const HIGH: u64 = 0x8080_8080_8080_8080;
const EVERY_OTHER_PAIR: u64 = 0x0000_00ff_0000_00ff;

impl<'b> Cursor<'b> {
    /// The beginning of a row.
    pub(super) fn new(bytes: &'b [u8], at: usize, delimiter: u8) -> Self {
        Self { bytes, at, end: delimiter, comma: if delimiter == b',' { b'.' } else { b',' } }
    }

    /// What the next field ends with.
    #[inline]
    pub(super) fn ends_with(&mut self, end: u8) {
        self.end = end;
    }

    /// Where it stands.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes over the digits and gives their number and how many they are.
    #[inline]
    fn digits(&mut self) -> Option<(u64, u32)> {
        let rest = self.bytes.get(self.at..)?;
        let word = rest.first_chunk::<8>().map(|word| u64::from_le_bytes(*word) ^ ZEROS)?;
        // the high bit of each byte that is no digit; a carry reaches only bytes after the first of them
        let others = (word.wrapping_add(OVER_NINE) | word) & HIGH;
        let count = others.trailing_zeros() / 8;
        if count == 0 || count == 8 {
            return None;
        }
        // the digits as the last of eight, by pairs and then by fours
        let last = word << (64 - 8 * count);
        let pairs = last.wrapping_mul(10).wrapping_add(last >> 8);
        let high = (pairs & EVERY_OTHER_PAIR).wrapping_mul(0x000f_4240_0000_0064);
        let low = (pairs >> 16 & EVERY_OTHER_PAIR).wrapping_mul(0x0000_2710_0000_0001);
        self.at += usize::try_from(count).ok()?;
        Some((high.wrapping_add(low) >> 32, count))
    }

    /// Any digits one by one, at most eighteen.
    #[cold]
    fn many_digits(&mut self) -> Option<u64> {
        let rest = self.bytes.get(self.at..)?;
        let digits = rest.iter().take(19).take_while(|byte| byte.is_ascii_digit());
        let (number, count) = digits.fold((0u64, 0), |(n, count), digit| (n * 10 + u64::from(digit - b'0'), count + 1));
        self.at += count;
        (1..=18).contains(&count).then_some(number)
    }

    /// The end of the field.
    #[inline]
    fn close(&mut self) -> Option<()> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        if byte == self.end {
            return Some(());
        }
        let is_return = byte == b'\r' && self.end == b'\n' && *self.bytes.get(self.at)? == b'\n';
        self.at += usize::from(is_return);
        is_return.then_some(())
    }

    /// A field of at most eighteen digits.
    #[inline]
    pub(super) fn number(&mut self) -> Option<u64> {
        let number = match self.digits() {
            Some((number, _)) => number,
            None => self.many_digits()?,
        };
        self.close()?;
        Some(number)
    }

    /// A field of at most so many digits, few enough for a byte, no larger than the given number.
    #[inline]
    pub(super) fn small(&mut self, most: usize, largest: u8) -> Option<u8> {
        let start = self.at;
        let mut number = self.digit()?;
        while let Some(digit) = self.digit() {
            number = number.wrapping_mul(10).wrapping_add(digit);
        }
        let is_short = self.at - start <= most;
        self.close()?;
        u8::try_from(number).ok().filter(|number| is_short && *number <= largest)
    }

    #[inline]
    fn digit(&mut self) -> Option<u32> {
        let digit = self.bytes.get(self.at)?.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        self.at += 1;
        Some(u32::from(digit))
    }

    /// Kronor with at most two decimals, as öre.
    #[inline]
    pub(super) fn cost(&mut self) -> Option<u32> {
        let kronor = match self.digits() {
            Some((kronor, _)) => kronor,
            None => self.many_digits().filter(|kronor| *kronor < 100_000_000)?,
        };
        let mut cost = kronor * 100;
        let byte = *self.bytes.get(self.at)?;
        if byte == b'.' || byte == self.comma {
            self.at += 1;
            cost += u64::from(self.digit()? * 10 + self.digit().unwrap_or(0));
        }
        self.close()?;
        u32::try_from(cost).ok()
    }

    /// Everything up to the end of the field.
    #[inline]
    pub(super) fn text(&mut self) -> Option<&'b [u8]> {
        let rest = self.bytes.get(self.at..)?;
        let rest = rest.get(..LONGEST).unwrap_or(rest);
        let end = memchr(self.end, rest)?;
        let text = rest.get(..end)?;
        self.at += end + 1;
        Some(if self.end == b'\n' { text.strip_suffix(b"\r").unwrap_or(text) } else { text })
    }

    /// Goes over the field if it is this text, which is not empty.
    #[inline]
    pub(super) fn skip(&mut self, text: &[u8]) -> bool {
        let Some(rest) = self.bytes.get(self.at..) else { return false };
        if rest.get(text.len()) != Some(&self.end) || !begins_with(rest, text) {
            return false;
        }
        self.at += text.len() + 1;
        true
    }
}
