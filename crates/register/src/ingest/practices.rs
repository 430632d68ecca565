//! Practices by the bytes of their names in the file. Knows nothing of rows.
use crate::intern::QuickBuild;
use model::name::folded;
use std::collections::{BTreeMap, HashMap};

/// Practices that were met or given.
pub(super) struct Practices {
    places: HashMap<Vec<u8>, u16, QuickBuild>,
    /// By position; empty for a name that a plain field cannot stand for.
    names: Vec<Vec<u8>>,
    /// By the end of the name: the position that it probably is.
    guesses: Vec<u16>,
    /// By names without what may differ between spellings of one.
    folded: HashMap<String, u16>,
    /// Names of one practice that are spelled otherwise than the first, by its position.
    others: BTreeMap<u16, Vec<String>>,
    /// Whether rows may bring no others.
    pub(super) closed: bool,
}

/// So many other spellings are remembered and told; more are looked up each time.
const MOST_SPELLINGS: usize = 4096;

/// How many ends of names are told apart: many more than a region has practices.
const GUESSES: usize = 4096;

impl Practices {
    /// None yet.
    pub(super) fn new(closed: bool) -> Self {
        let (places, folded, others) = (HashMap::default(), HashMap::new(), BTreeMap::new());
        Self { places, names: Vec::new(), guesses: vec![0; GUESSES], folded, others, closed }
    }

    /// The position of a name that differs only in capitals and spaces.
    pub(super) fn spelled_otherwise(&self, name: &str) -> Option<u16> {
        self.folded.get(&folded(name)).copied()
    }

    /// Enters another spelling of the one at the position.
    pub(super) fn enter_other(&mut self, text: Vec<u8>, name: String, position: u16) {
        let others = self.others.entry(position).or_default();
        if others.len() < MOST_SPELLINGS && !others.contains(&name) {
            others.push(name);
            self.places.insert(text, position);
        }
    }

    /// Each practice that is spelled in several ways, with the others.
    pub(super) fn others(&self) -> impl Iterator<Item = (u16, &[String])> {
        self.others.iter().map(|(position, others)| (*position, others.as_slice()))
    }

    /// Enters one whose position is the next; its text in the file, and its name.
    pub(super) fn enter(&mut self, text: Vec<u8>, name: &str, position: u16) {
        self.folded.entry(folded(name)).or_insert(position);
        if let Some(guess) = self.guesses.get_mut(place_of_guess(&text)) {
            *guess = position;
        }
        self.names.push(if is_bare(&text) { text.clone() } else { Vec::new() });
        self.places.insert(text, position);
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
pub(super) fn is_bare(field: &[u8]) -> bool {
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
