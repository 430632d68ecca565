//! What holds for every file.
use super::{naive, persons, read};
use model::{count::Count, id::Id, measure::Measure};
use proptest::prelude::*;
use register::{
    ingest::{Limits, Reader, write_csv},
    register::Register,
    synthetic::{self, Assumptions, Numbers, Practices},
};
use rust_decimal::prelude::ToPrimitive;

const HEADER: &str = "vardcentral;kon;alder;tillstand:diabetes+kol+astma;kostnad\n";

/// One of the texts.
fn any_of(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::sample::select(texts).prop_map(str::to_owned)
}

fn practice() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => any_of(&["Norr", "Söder", "Vårdcentralen Öst", "N"]),
        1 => any_of(&[" Norr", "Norr ", "\"Norr\"", "\"\"\"Norr\"\"\"", "\" Norr\"", "\"A;B\"", "\"Norr", "", "No\"rr", "\tNorr"]),
    ]
}

fn row() -> impl Strategy<Value = String> {
    let sex = prop_oneof![8 => any_of(&["K", "M", "kvinna"]), 1 => any_of(&["1", "", " k", "\"M\"", "män"])];
    let age =
        prop_oneof![8 => (0..128u8).prop_map(|age| age.to_string()), 1 => any_of(&["128", "-1", "007", "0012", ""])];
    let mask = prop_oneof![8 => (0..8u8).prop_map(|bits| bits.to_string()), 1 => any_of(&["8", "", "00000000000000000007", "x"])];
    let cost = prop_oneof![
        6 => (0..100_000u32).prop_map(|kr| kr.to_string()),
        4 => (0..100_000u32, 0..100u32).prop_map(|(kr, part)| format!("{kr},{part:02}")),
        1 => any_of(&["0,5", "1.5", "", "-1", "42949672.95", "42949672.96", "1,234", ",5", "5,", "00000000012", "1e3"]),
    ];
    let end = prop_oneof![8 => any_of(&["\n", "\r\n"]), 1 => any_of(&["\n\n", ";\n", " \n", "\r\r\n", ""])];
    (practice(), sex, age, mask, cost, end).prop_map(|(practice, sex, age, mask, cost, end)| {
        [practice.as_str(), ";", &sex, ";", &age, ";", &mask, ";", &cost, &end].concat()
    })
}

fn file() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(row(), 0..40).prop_map(|rows| [HEADER, &rows.concat()].concat().into_bytes())
}

fn sizes() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(prop_oneof![1..9usize, 1..300usize], 1..8)
}

/// Rows of a list with a column for each condition, and with persons' ids and a column that nothing is read from.
fn wide_file() -> impl Strategy<Value = Vec<u8>> {
    let id = prop_oneof![8 => (0..30u8).prop_map(|n| format!("p{n}")), 1 => any_of(&["", "a b", "\"p1\"", "\u{e5}", "1234567890"])];
    let flag = || prop_oneof![8 => any_of(&["0", "1"]), 1 => any_of(&["2", "", "01", "ja"])];
    let other = any_of(&["", "x", "Anna Ek", "2026-01-01", "\"a;b\""]);
    let row = (id, practice(), flag(), flag(), flag(), other).prop_map(|(id, practice, a, b, c, other)| {
        [id.as_str(), ";", &practice, ";", &a, ";K;30;", &b, ";12,5;", &c, ";", &other, "\n"].concat()
    });
    let header = "id;vardcentral;kol;kon;alder;diabetes;kostnad;astma;namn\n";
    prop::collection::vec(row, 0..30).prop_map(move |rows| [header, &rows.concat()].concat().into_bytes())
}

/// Rows of a list with the names of conditions.
fn named_file() -> impl Strategy<Value = Vec<u8>> {
    let ids = any_of(&["", "kol", "kol+astma", "astma kol", "gikt", "\"kol\"", "kol+kol", "+", "KOL"]);
    let row = (practice(), ids, any_of(&["\n", "\r\n"]))
        .prop_map(|(practice, ids, end)| [practice.as_str(), "\tK\t30\t12,5\t", &ids, &end].concat());
    let header = "vardcentral\tkon\talder\tkostnad\ttillstand\n";
    prop::collection::vec(row, 0..30).prop_map(move |rows| [header, &rows.concat()].concat().into_bytes())
}

/// The small region that is saved and read back.
pub fn region(seed: u64, listed: u32) -> Register {
    let tariff = catalog::shipped().model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap().tariff().unwrap();
    let population = tariff.model.case_mix().unwrap().reference.listed.clone();
    let rows = catalog::synthetic();
    let row = |id: &str| rows.iter().find(|row| row.id.as_str() == id);
    let numbers = Numbers::read(|id| row(id)?.value.value.decimal().to_f64()).unwrap();
    let listed = Count::new(u64::from(listed)).unwrap();
    let practices = Practices::Drawn { name: "V\u{e5}rdcentral; \"nummer\"".to_owned(), practices: 7, listed };
    synthetic::region(
        &Assumptions { practices, population: &population, tariff: &tariff, others: Vec::new(), numbers },
        seed,
    )
    .unwrap()
}

proptest! {
    #[test]
    fn what_is_read_is_what_the_plainest_reader_reads(file in file(), sizes in sizes()) {
        let outcome = read(&file, &sizes, Limits::default());
        let (expected, left_out) = naive::read(&file);
        prop_assert_eq!(outcome.register.as_ref().map(persons).unwrap_or_default(), expected);
        prop_assert_eq!(outcome.left_out, left_out);
    }

    #[test]
    fn where_chunks_end_does_not_matter(file in file(), sizes in sizes()) {
        let (one, other) = (read(&file, &[file.len()], Limits::default()), read(&file, &sizes, Limits::default()));
        prop_assert_eq!(one.register.as_ref().map(persons), other.register.as_ref().map(persons));
        prop_assert_eq!((one.faults, one.notes, one.read), (other.faults, other.notes, other.read));
    }

    #[test]
    fn the_quick_way_gives_what_the_way_with_every_check_gives(file in prop_oneof![wide_file(), named_file()]) {
        // a single byte is never a row
        let (quick, checked) = (read(&file, &[file.len()], Limits::default()), read(&file, &[1], Limits::default()));
        prop_assert_eq!(quick.register.as_ref().map(persons), checked.register.as_ref().map(persons));
        prop_assert_eq!((quick.faults, quick.notes, quick.read), (checked.faults, checked.notes, checked.read));
    }

    #[test]
    fn spoilt_bytes_are_told_of_and_the_other_rows_are_read(
        mut file in file(), spoilt in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), sizes in sizes()
    ) {
        for (place, byte) in spoilt {
            let place = HEADER.len() + place.index((file.len() - HEADER.len()).max(1));
            if let Some(there) = file.get_mut(place) {
                *there = byte;
            }
        }
        // with as many bytes spoilt as there are letters it may be a file of another encoding
        prop_assume!(table::Encoding::of(&file).0 == table::Encoding::Utf8);
        let outcome = read(&file, &sizes, Limits::default());
        let (expected, left_out) = naive::read(&file);
        prop_assert_eq!(outcome.register.as_ref().map(persons).unwrap_or_default(), expected);
        prop_assert_eq!(outcome.left_out, left_out);
        prop_assert_eq!(outcome.faults.is_empty(), left_out == 0 && outcome.read > 0);
    }

    #[test]
    fn noise_is_bounded(noise in prop::collection::vec(any::<u8>(), 0..4000), with_header: bool, sizes in sizes()) {
        let header = if with_header { HEADER.as_bytes() } else { b"" };
        let limits = Limits { faults: 20, line: 512, ..Limits::default() };
        let outcome = read(&[header, &noise].concat(), &sizes, limits);
        prop_assert!(outcome.faults.groups.iter().all(|group| group.examples.len() <= 20));
        prop_assert!(outcome.faults.total() >= outcome.left_out);
    }
}

fn saved_and_read_back(seed: u64, listed: u32, size: usize) {
    let region = region(seed, listed);
    let mut file = Vec::new();
    write_csv(&region, |chunk| file.extend_from_slice(chunk));
    let mut reader = Reader::new(region.conditions(), Limits::default()).of_size(file.len() as u64);
    file.chunks(size).for_each(|chunk| reader.push(chunk));
    let outcome = reader.finish();
    assert!(outcome.faults.is_empty(), "{:?}", outcome.faults);
    assert_eq!(persons(&outcome.register.unwrap()), persons(&region));
}

#[test]
fn a_region_that_is_saved_is_read_back() {
    saved_and_read_back(1, 20_000, 65_536);
    saved_and_read_back(2, 2_000, 13);
}
