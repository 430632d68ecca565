//! Places of sets that are met again and again, with a quick hash, so that the register is asked once for each set. Knows
//! nothing of what the conditions are.
use crate::register::{Full, Register};
use model::case_mix::ConditionSet;
use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// Multiplies and folds: quick and even enough for tables. Nobody gains by choosing colliding keys: the file is the
/// user's own and stays on the user's machine.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quick(u64);

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Quick {
    fn mix(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word ^ ODD) * u128::from(ODD ^ word.rotate_left(32));
        self.0 = low(product) ^ low(product >> 64);
    }
}

/// The lower half.
fn low(product: u128) -> u64 {
    u64::try_from(product & u128::from(u64::MAX)).unwrap_or_default()
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.mix(u64::from_le_bytes(*word)));
        // the last eight bytes again, where there are so many
        let last = match bytes.last_chunk::<8>() {
            Some(last) => u64::from_le_bytes(*last),
            None => rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte)),
        };
        self.mix(last ^ u64::try_from(bytes.len()).unwrap_or_default().rotate_left(56));
    }

    fn write_u64(&mut self, word: u64) {
        self.mix(word);
    }
}

/// Makes a [`Quick`].
pub(crate) type QuickBuild = BuildHasherDefault<Quick>;

/// A number for each set. Sets within the first 64 positions, which nearly all are, are found by one word.
#[derive(Clone, Debug, Default)]
pub(crate) struct BySet {
    short: HashMap<u64, u32, QuickBuild>,
    long: HashMap<ConditionSet, u32, QuickBuild>,
}

impl BySet {
    #[inline]
    pub(crate) fn get(&self, set: ConditionSet) -> Option<u32> {
        match set.short() {
            Some(bits) => self.short.get(&bits).copied(),
            None => self.long.get(&set).copied(),
        }
    }

    #[inline]
    pub(crate) fn insert(&mut self, set: ConditionSet, number: u32) {
        match set.short() {
            Some(bits) => self.short.insert(bits, number),
            None => self.long.insert(set, number),
        };
    }
}

/// Sets of the register's conditions.
#[derive(Clone, Debug, Default)]
pub(crate) struct SetPlaces(BySet);

impl SetPlaces {
    /// The place of a set that was placed before; the empty one has the first.
    #[inline]
    pub(crate) fn known(&self, set: ConditionSet) -> Option<u32> {
        if set.is_empty() { Some(0) } else { self.0.get(set) }
    }

    /// The place of the set in the register.
    pub(crate) fn place(&mut self, set: ConditionSet, register: &mut Register) -> Result<u32, Full> {
        if let Some(place) = self.known(set) {
            return Ok(place);
        }
        let place = register.intern(set)?;
        self.0.insert(set, place);
        Ok(place)
    }
}
