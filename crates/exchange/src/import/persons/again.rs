//! Which persons have had a row already, by a hash of what tells them apart. Keeps no pseudonym.

use super::outcome::FaultKind;
use super::record::Record;
use std::collections::HashMap;
use xxhash_rust::xxh64::xxh64;

/// The persons so far. Of ten million persons two share a hash in one list of 370,000; it would be told.
#[derive(Default)]
pub(super) struct Again {
    /// What each one's first row says, and whether there was another.
    seen: HashMap<u64, (u32, bool)>,
    rows: u64,
}

impl Again {
    /// Enters a person's row: what is wrong with it if the person has had one. The columns are those that are read.
    pub(super) fn enter(&mut self, person: &[u8], record: &Record, columns: &[usize]) -> Option<FaultKind> {
        if person.is_empty() {
            return None;
        }
        let cells = columns.iter().flat_map(|column| record.cell(*column).iter().copied().chain([0]));
        let [.., a, b, c, d] = xxh64(&cells.collect::<Vec<u8>>(), 0).to_le_bytes();
        let says = u32::from_le_bytes([a, b, c, d]);
        let mut is_first = false;
        let (first, again) = self.seen.entry(xxh64(person, 0)).or_insert_with(|| {
            is_first = true;
            (says, false)
        });
        if is_first {
            return None;
        }
        *again = true;
        self.rows += 1;
        Some(if *first == says { FaultKind::PersonAgain } else { FaultKind::PersonAgainDiffers })
    }

    /// Persons with several rows, and how many rows are left out for it; nothing where there are none.
    pub(super) fn told(&self) -> Option<(u64, u64)> {
        let persons = self.seen.values().filter(|(_, again)| *again).count() as u64;
        (persons > 0).then_some((persons, self.rows))
    }
}
