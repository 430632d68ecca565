//! What is written reads back equal: lists of persons and sums, of regions of 1 to 3,000 persons and up to 256
//! conditions, whatever the practices are called and however few there are of an age.
use crate::ingest::regions::{known, made_of, region};
use model::age::{AgeBand, AgeBands};
use proptest::prelude::*;
use register::{
    aggregate::Aggregate,
    conditions::Conditions,
    ingest::{GroupReader, Limits, Reader, write_aggregate_csv, write_csv},
    register::Origin,
};

fn bands() -> impl Strategy<Value = AgeBands> {
    prop::collection::btree_set(1..=250u8, 0..30).prop_map(|starts| {
        let lows: Vec<u8> = [0].into_iter().chain(starts).collect();
        let highs = lows.iter().skip(1).map(|low| Some(low - 1)).chain([None]);
        AgeBands::new(lows.iter().zip(highs).map(|(low, high)| AgeBand { low: *low, high }).collect()).unwrap()
    })
}

fn file_of(write: impl FnOnce(&mut dyn FnMut(&[u8]))) -> Vec<u8> {
    let mut file = Vec::new();
    write(&mut |chunk| file.extend_from_slice(chunk));
    file
}

fn sums_of(file: &[u8], known: &Conditions) -> Aggregate {
    let mut reader = GroupReader::new(known, Limits::default());
    reader.push(file);
    let outcome = reader.finish();
    assert!(outcome.faults.is_empty(), "{:?}\n{}", outcome.faults, String::from_utf8_lossy(file));
    outcome.aggregate.unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn persons_read_back_equal(region in region(), size in 1..5000usize) {
        let file = file_of(|give| write_csv(&region, give));
        let mut reader = Reader::new(&known(region.conditions()), Limits::default());
        file.chunks(size).for_each(|chunk| reader.push(chunk));
        let outcome = reader.finish();
        prop_assert!(outcome.faults.is_empty(), "{:?}", outcome.faults);
        let read = outcome.register.unwrap();
        prop_assert_eq!(read.origin, region.origin);
        prop_assert_eq!(read.practices(), region.practices());
        prop_assert_eq!(read.conditions(), region.conditions());
        prop_assert!(read.rows().eq(region.rows()));
    }

    #[test]
    fn sums_read_back_equal(region in region(), bands in bands()) {
        let sums = Aggregate::of(&region, &bands);
        let file = file_of(|give| write_aggregate_csv(&sums, give));
        let read = sums_of(&file, &known(region.conditions()));
        prop_assert_eq!(&read, &sums);
        // written anew in another order of practices and groups, they still are what they were
        let mut turned = read;
        turned.rows.reverse();
        turned.practices.push("Tomma".to_owned());
        let file = file_of(|give| write_aggregate_csv(&turned, give));
        prop_assert_eq!(sums_of(&file, &known(region.conditions())), turned);
    }
}

#[test]
fn two_persons_make_sums_that_are_read() {
    let persons = vec![(0, false, 40, Vec::new(), 100_000), (0, true, 82, vec![0], 250_050)];
    let region = made_of(Origin::Own, 1, &["Norr".to_owned()], persons);
    let band = |low, high| AgeBand { low, high };
    let five = (0..17u8).map(|i| band(5 * i, Some(5 * i + 4))).chain([band(85, None)]);
    let sums = Aggregate::of(&region, &AgeBands::new(five.collect()).unwrap());
    let file = file_of(|give| write_aggregate_csv(&sums, give));
    let text = String::from_utf8(file.clone()).unwrap();
    assert_eq!(text.lines().count(), 1 + 16 + 2, "a heading, sixteen bands with nobody, two groups");
    assert_eq!(text.lines().nth(1), Some(";;0;4;;0;0.00;0.0000"));
    assert_eq!(text.lines().last(), Some("Norr;M;80;84;c0;1;2500.50;6252500.2500"));
    assert_eq!(sums_of(&file, region.conditions()), sums);
}
