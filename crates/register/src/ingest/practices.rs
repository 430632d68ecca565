//! Practices by the bytes of their names in the file. Knows nothing of rows.
use crate::intern::QuickBuild;
use std::collections::HashMap;

/// Practices that were met or given.
pub(super) struct Practices {
    places: HashMap<Vec<u8>, u16, QuickBuild>,
    /// By position; empty for a name that a plain field cannot stand for.
    names: Vec<Vec<u8>>,
    /// By the end of the name: the position that it probably is.
    guesses: Vec<u16>,
    /// Whether rows may bring no others.
    pub(super) closed: bool,
}

/// How many ends of names are told apart: many more than a region has practices.
const GUESSES: usize = 4096;

impl Practices {
    /// None yet.
    pub(super) fn new(closed: bool) -> Self {
        Self { places: HashMap::default(), names: Vec::new(), guesses: vec![0; GUESSES], closed }
    }

    /// Enters one whose position is the next.
    pub(super) fn enter(&mut self, name: Vec<u8>, position: u16) {
        if let Some(guess) = self.guesses.get_mut(place_of_guess(&name)) {
            *guess = position;
        }
        self.names.push(if is_bare(&name) { name.clone() } else { Vec::new() });
        self.places.insert(name, position);
    }

    /// The position of the name without quotation marks and outer spaces.
    pub(super) fn of(&self, name: &[u8]) -> Option<u16> {
        self.places.get(name).copied()
    }

    /// The position of a field as it stands in the file, if it is a plain one.
    #[inline]
    pub(super) fn of_field(&self, field: &[u8]) -> Option<u16> {
        let guess = self.guesses.get(place_of_guess(field)).copied()?;
        let guessed = self.field(guess);
        if guessed.len() == field.len() && begins_with(field, guessed) {
            return Some(guess);
        }
        if is_bare(field) { self.of(field) } else { None }
    }

    /// The name of the position as it stands in a plain field, or nothing.
    pub(super) fn field(&self, position: u16) -> &[u8] {
        self.names.get(usize::from(position)).map_or(&[], Vec::as_slice)
    }
}

/// A number from the last eight bytes, or from all.
fn place_of_guess(name: &[u8]) -> usize {
    let end = match name.last_chunk::<8>() {
        Some(end) => u64::from_le_bytes(*end),
        None => name.iter().fold(0, |end, byte| end << 8 | u64::from(*byte)),
    };
    // the highest twelve bits of the product depend on every byte
    usize::try_from(end.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52).unwrap_or(0)
}

/// Whether the field stands for itself: without quotation marks and spaces about it.
fn is_bare(field: &[u8]) -> bool {
    let is_plain = |end: Option<&u8>| end.is_some_and(|byte| !matches!(byte, b'"' | b' ' | b'\t'));
    is_plain(field.first()) && is_plain(field.last())
}

/// Whether the bytes begin with the text, which is not empty: eight at a time, for texts of a name's length.
#[inline]
pub(super) fn begins_with(bytes: &[u8], text: &[u8]) -> bool {
    let Some(beginning) = bytes.get(..text.len()) else { return false };
    let (Some(last), Some(other)) = (text.last_chunk::<8>(), beginning.last_chunk::<8>()) else {
        return !text.is_empty() && text.iter().zip(beginning).all(|(byte, other)| byte == other);
    };
    let ((words, _), (others, _)) = (text.as_chunks::<8>(), beginning.as_chunks::<8>());
    let same = |word: &[u8; 8], other: &[u8; 8]| u64::from_le_bytes(*word) == u64::from_le_bytes(*other);
    same(last, other) && words.iter().zip(others).all(|(word, other)| same(word, other))
}
