//! Six characters that stand for a content, so that two people can compare it by voice. A check against mistakes, not
//! against forgery: thirty bits can be met on purpose. Does not know who compares.
mod of_model;

use std::fmt;
use xxhash_rust::xxh64::xxh64;

pub(crate) use of_model::{shape_of, values_of};

/// Crockford's base 32: no I, L, O or U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Thirty bits of a content, written as six characters without look-alikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u32);

impl Fingerprint {
    pub(crate) fn of(content: &[u8]) -> Self {
        Self(hash(content) & 0x3fff_ffff)
    }

    /// The fingerprint that these six characters write, in small letters or capitals; `None` for any other text.
    pub fn read(text: &str) -> Option<Self> {
        let digit = |byte: u8| LETTERS.iter().position(|letter| *letter == byte.to_ascii_uppercase());
        let digits: Vec<usize> = text.bytes().map(digit).collect::<Option<_>>()?;
        let number = digits.iter().try_fold(0u32, |number, digit| Some((number << 5) | u32::try_from(*digit).ok()?))?;
        (digits.len() == 6).then_some(Self(number))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = (0..6u32).rev().filter_map(|place| usize::try_from((self.0 >> (5 * place)) & 31).ok());
        digits
            .filter_map(|digit| LETTERS.get(digit))
            .try_for_each(|letter| fmt::Write::write_char(f, char::from(*letter)))
    }
}

/// Thirty-two bits of a content, the same everywhere and for ever.
pub(crate) fn hash(content: &[u8]) -> u32 {
    let number = xxh64(content, 0);
    // both halves, so that no bit of the hash is lost
    u32::try_from((number ^ (number >> 32)) & u64::from(u32::MAX)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Fingerprint, hash};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn six_characters_without_look_alikes_that_read_back(content: Vec<u8>) {
            let fingerprint = Fingerprint::of(&content);
            let text = fingerprint.to_string();
            prop_assert_eq!(text.len(), 6);
            prop_assert!(text.chars().all(|c| c.is_ascii_alphanumeric() && !"ILOUilou".contains(c)), "{}", text);
            prop_assert_eq!(Fingerprint::read(&text), Some(fingerprint));
            prop_assert_eq!(Fingerprint::read(&text.to_lowercase()), Some(fingerprint));
        }

        #[test]
        fn any_text_is_a_fingerprint_or_not(text in ".{0,8}") {
            let read = Fingerprint::read(&text);
            prop_assert!(read.is_none_or(|read| read.to_string() == text.to_uppercase()));
        }
    }

    #[test]
    fn the_hash_is_the_published_one() {
        // xxh64 of nothing with seed 0 is ef46db3751d8e999
        assert_eq!(hash(b""), 0xef46_db37 ^ 0x51d8_e999);
        assert_eq!(Fingerprint::of(b"").to_string(), "Z9WCNE");
    }
}
