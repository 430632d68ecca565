//! Places of sets that are met again and again: by their bits, with a quick hash, so that the register is asked once for
//! each set. Knows nothing of what the bits stand for.
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

/// Sets by their bits: bit `i` stands for the register's condition `i`.
#[derive(Clone, Debug, Default)]
pub(crate) struct SetPlaces(HashMap<u64, u32, QuickBuild>);

impl SetPlaces {
    /// The place of a set that was placed before; the empty one has the first.
    #[inline]
    pub(crate) fn known(&self, bits: u64) -> Option<u32> {
        if bits == 0 { Some(0) } else { self.0.get(&bits).copied() }
    }

    /// The place of the set in the register.
    pub(crate) fn place(&mut self, bits: u64, register: &mut Register) -> Result<u32, Full> {
        if let Some(place) = self.known(bits) {
            return Ok(place);
        }
        let place = register.intern(set_of(bits))?;
        self.0.insert(bits, place);
        Ok(place)
    }
}

/// The set of these bits.
pub(crate) fn set_of(bits: u64) -> ConditionSet {
    ConditionSet::of((0..ConditionSet::CAPACITY).filter(|i| bits >> i & 1 == 1))
}

/// The bits of the set.
pub(crate) fn bits_of(set: ConditionSet) -> u64 {
    set.positions().fold(0, |bits, i| bits | 1 << i)
}
