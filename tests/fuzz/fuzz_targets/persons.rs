//! Any bytes as a list of persons are counted or refused, the same in one piece and in several.
#![no_main]

use exchange::import::{
    Answers,
    persons::{MAX_FAULTS, PersonReader, PersonReading},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((piece, bytes)) = bytes.split_first() else { return };
    let whole = read(&[bytes]);
    let pieces: Vec<&[u8]> = bytes.chunks(usize::from(*piece).max(1)).collect();
    assert_eq!(whole, read(&pieces), "it matters where the bytes are parted");
    // the same below sound headings
    let headings = b"age;sex;atc;cost;diabetes\n".as_slice();
    if let Some(reading) = read(&[headings, bytes]) {
        assert!(reading.faults.len() <= MAX_FAULTS);
        assert!(reading.persons <= reading.rows);
    }
});

fn read(pieces: &[&[u8]]) -> Option<PersonReading> {
    viktat_fuzz::TARGET.with(|target| {
        let mut reader = PersonReader::new(target, &Answers::default());
        pieces.iter().for_each(|piece| reader.push(piece));
        reader.finish().ok()
    })
}
