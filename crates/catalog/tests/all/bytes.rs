//! The bytes that a part travels as: each citation once, read as it was written, and refused where they are not whole.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use model::{shared_citation::sharing, staffing::staff::Shipped};
use proptest::prelude::*;

fn written() -> Vec<u8> {
    sharing(|| postcard::to_allocvec(&catalog::staffing())).unwrap()
}

fn read(bytes: &[u8]) -> postcard::Result<Shipped> {
    sharing(|| postcard::from_bytes(bytes))
}

#[test]
fn a_citation_is_in_full_once_where_it_is_shared_and_always_where_it_is_not() {
    let (shared, in_full) = (written(), postcard::to_allocvec(&catalog::staffing()).unwrap());
    assert!(2 * shared.len() < in_full.len(), "{} and {}", shared.len(), in_full.len());
    assert_eq!(read(&shared).unwrap(), catalog::staffing());
    assert_eq!(postcard::from_bytes::<Shipped>(&in_full).unwrap(), catalog::staffing());
    // the numbers of the citations before are only known where they are shared
    assert!(postcard::from_bytes::<Shipped>(&shared).is_err());
}

#[test]
fn a_part_cut_short_is_refused() {
    let bytes = written();
    assert!((0..bytes.len()).all(|end| read(&bytes[..end]).is_err()));
}

proptest! {
    #[test]
    fn other_bytes_are_read_or_refused(at in any::<prop::sample::Index>(), byte: u8) {
        let mut bytes = written();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        // what is read has been checked: it can be written and read again
        if let Ok(other) = read(&bytes) {
            let again = sharing(|| postcard::to_allocvec(&other)).unwrap();
            prop_assert_eq!(read(&again).unwrap(), other);
        }
    }
}
