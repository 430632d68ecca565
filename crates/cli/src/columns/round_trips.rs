//! Persons that are written as Parquet read back equal. Knows nothing of the command's other files.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#[path = "../../../register/tests/all/ingest/regions.rs"]
mod regions;

use super::{read_parquet, write_parquet};
use proptest::prelude::*;
use regions::{known, made_of, region};
use register::ingest::{Limits, Outcome, Reader};
use register::register::{Origin, Register};
use std::fs::File;

fn read_back(region: &Register) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("region.parquet");
    write_parquet(region, File::create(&path).unwrap(), &path).ok().unwrap();
    let reader = Reader::new(&known(region.conditions()), Limits::default());
    read_parquet(&path, reader).ok().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn persons_read_back_equal(region in region()) {
        let outcome = read_back(&region);
        prop_assert_eq!(outcome.faults.total(), 0);
        let read = outcome.register.unwrap();
        prop_assert_eq!(read.origin, region.origin);
        prop_assert_eq!(read.practices(), region.practices());
        prop_assert_eq!(read.conditions(), region.conditions());
        prop_assert!(read.rows().eq(region.rows()));
    }
}

#[test]
fn one_person_of_whom_nothing_is_known_but_age_and_sex_reads_back() {
    let region = made_of(Origin::Own, 0, &["Norr".to_owned()], vec![(0, false, 0, Vec::new(), 0)]);
    assert!(read_back(&region).register.unwrap().rows().eq(region.rows()));
}
