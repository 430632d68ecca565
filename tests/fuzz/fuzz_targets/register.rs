//! Any bytes as a region's persons, or as its sums, are read or refused, the same in one piece and in several.
#![no_main]

use libfuzzer_sys::fuzz_target;
use register::ingest::{GroupReader, Limits, Reader, is_of_sums};

const PERSONS: &[u8] = b"vardcentral;kon;alder;tillstand;kostnad\n";
const SUMS: &[u8] = b"vardcentral;kon;aldersgrupp;antal;kostnad\n";

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let piece = usize::from(kind >> 2).max(1);
    let headings = match kind % 4 {
        0 => b"".as_slice(),
        1 => SUMS,
        _ => PERSONS,
    };
    let whole: Vec<u8> = [headings, bytes].concat();
    let pieces: Vec<&[u8]> = whole.chunks(piece).collect();
    if kind % 4 == 1 || is_of_sums(&whole) {
        let (one, many) = (sums(&[&whole]), sums(&pieces));
        assert_eq!(one, many, "it matters where the bytes are parted");
    }
    let (one, many) = (persons(&[&whole]), persons(&pieces));
    assert_eq!(one, many, "it matters where the bytes are parted");
});

fn persons(pieces: &[&[u8]]) -> String {
    let mut reader = Reader::new(&viktat_fuzz::conditions(), Limits::default());
    pieces.iter().for_each(|piece| reader.push(piece));
    let outcome = reader.finish();
    let persons = outcome.register.as_ref().map(|register| register.len());
    // what is kept is what was read
    assert!(persons.is_none_or(|persons| persons as u64 == outcome.read), "{persons:?} of {}", outcome.read);
    format!("{persons:?} {} {} {:?} {:?}", outcome.read, outcome.left_out, outcome.faults, outcome.notes)
}

fn sums(pieces: &[&[u8]]) -> String {
    let mut reader = GroupReader::new(&viktat_fuzz::conditions(), Limits::default());
    pieces.iter().for_each(|piece| reader.push(piece));
    let outcome = reader.finish();
    format!("{:?} {:?} {:?}", outcome.aggregate.is_some(), outcome.faults, outcome.notes)
}
