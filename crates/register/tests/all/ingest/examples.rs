//! Files as people have them, from `cases.txt`, and what only a program can write.
use super::{known, persons, read};
use model::id::Id;
use register::{
    conditions::Conditions,
    ingest::{Column, FaultKind, Limits, Outcome, Reader},
    register::Origin,
};

/// The bytes that the text stands for.
pub fn bytes(text: &str) -> Vec<u8> {
    let text = text.replace("\\$\n", "").replace("\\r", "\r").replace("\\t", "\t");
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    bytes
}

fn told(outcome: &Outcome) -> Vec<String> {
    let mut told = outcome.register.as_ref().map(persons).unwrap_or_default();
    let origin = outcome.register.as_ref().map_or(Origin::Own, |register| register.origin);
    told.extend(Some(format!("{origin:?}")).filter(|_| origin != Origin::Own));
    let faults = outcome.faults.stored.iter();
    told.extend(faults.map(|fault| {
        let text = fault.text.replace('\0', "\\x00");
        format!("{}:{} {:?} {text}", fault.row, fault.column, fault.kind).trim_end().to_owned()
    }));
    told.extend(outcome.notes.iter().map(|note| format!("note {note:?}")));
    told
}

#[test]
fn every_case_is_read_as_it_says() {
    let cases = include_str!("cases.txt").split("\n== ").skip(1);
    let mut count = 0;
    for case in cases {
        let (title, rest) = case.split_once('\n').unwrap();
        let (file, expected) = rest.split_once("---\n").unwrap();
        let expected: Vec<&str> = expected.lines().filter(|line| !line.is_empty()).collect();
        let file = bytes(file);
        let outcome = read(&file, &[usize::MAX], Limits::default());
        assert_eq!(told(&outcome), expected, "{title}");
        assert_eq!(outcome.read, outcome.register.as_ref().map_or(0, |register| register.len() as u64), "{title}");
        assert_eq!(told(&read(&file, &[1], Limits::default())), expected, "{title}, byte by byte");
        count += 1;
    }
    assert!(count > 20, "{count}");
}

#[test]
fn only_the_given_practices_are_taken() {
    let file = "vardcentral;kon;alder;tillstand;kostnad\nSöder;K;30;;1\nNorr;K;30;;1\nVäst;K;30;;1\nVäst;M;30;;1\n";
    let practices = ["Norr", "Söder"].map(str::to_owned).to_vec();
    let mut reader = Reader::new(&known(), Limits::default()).only_practices(practices.clone());
    reader.push(file.as_bytes());
    let outcome = reader.finish();
    assert_eq!(
        told(&outcome)[..4],
        ["Söder K 30 - 100", "Norr K 30 - 100", "4:1 UnknownPractice Väst", "5:1 UnknownPractice Väst"]
    );
    assert_eq!(outcome.register.unwrap().practices(), practices);
    assert_eq!((outcome.read, outcome.left_out), (2, 2));
}

#[test]
fn faults_beyond_the_limit_are_counted() {
    let mut file = b"vardcentral;kon;alder;tillstand;kostnad\nNorr;K;30;;1\n".to_vec();
    (0..50).for_each(|_| file.extend_from_slice(b"Norr;X;30;;-1\n"));
    let outcome = read(&file, &[7], Limits { faults: 10, ..Limits::default() });
    assert_eq!(outcome.faults.stored.len(), 10);
    assert_eq!(outcome.faults.counts, [(FaultKind::NotASex, 50), (FaultKind::NegativeCost, 50)]);
    assert_eq!((outcome.read, outcome.left_out, outcome.faults.total()), (1, 50, 100));
}

#[test]
fn what_is_beyond_the_limits_is_refused_and_the_rest_is_read() {
    let file = "vardcentral;kon;alder;tillstand;kostnad\nNorr;K;30;;1\nNorr;K;30;kol;1\nNorr;K;31;astma;1\n";
    let limits = Limits { persons: 2, ..Limits::default() };
    let outcome = read(file.as_bytes(), &[100], limits);
    assert_eq!(outcome.faults.counts, [(FaultKind::TooManyPersons { limit: 2 }, 1)]);
    let outcome = read(file.as_bytes(), &[100], Limits { sets: 2, ..Limits::default() });
    assert_eq!(outcome.faults.counts, [(FaultKind::TooManySets { limit: 2 }, 1)]);
    assert_eq!(outcome.read, 2);
    let long = file.replace("30;kol", &format!("30;{}", "kol+".repeat(100)));
    for size in [1, 50, 1000] {
        let outcome = read(long.as_bytes(), &[size], Limits { line: 300, ..Limits::default() });
        assert_eq!(outcome.faults.counts, [(FaultKind::LongLine { limit: 300 }, 1)]);
        assert_eq!((outcome.read, outcome.left_out), (2, 1));
        assert_eq!((outcome.faults.stored[0].row, outcome.faults.stored[0].text.len()), (3, 40));
    }
}

#[test]
fn a_long_name_is_no_practice() {
    let name = "x".repeat(201);
    let file = format!("vardcentral;kon;alder;tillstand;kostnad\n{name};K;30;;1\nNorr;K;30;;1\n");
    let outcome = read(file.as_bytes(), &[4096], Limits::default());
    assert_eq!(outcome.faults.counts, [(FaultKind::LongName { limit: 200 }, 1)]);
}

#[test]
fn a_row_that_is_refused_leaves_nothing_behind() {
    let heading = "person;vardcentral;kon;alder;tillstand;kostnad\n";
    let rows = "a;Norr;K;30;;1\nb;Norr;M;40;kol;2\n";
    let faulty = [
        ("a sum", ";Summa;;;;2 345 678,50\n"),
        ("a repeated heading", heading),
        ("an age that is none", "c;Soder;K;x;astma;3\n"),
        ("a person who is there already", "b;Norr;K;30;astma;3\n"),
        ("too many fields", "d;Soder;K;30;astma;3;4\n"),
    ];
    let of = |outcome: &Outcome| {
        let register = outcome.register.as_ref().unwrap();
        (register.practices().to_vec(), register.sets().to_vec(), persons(register))
    };
    let alone = of(&read([heading, rows].concat().as_bytes(), &[4096], Limits::default()));
    assert_eq!((&alone.0[..], alone.1.len()), (&["Norr".to_owned()][..], 2));
    for (title, row) in faulty {
        let outcome = read([heading, rows, row, row].concat().as_bytes(), &[4096], Limits::default());
        assert_eq!((of(&outcome), outcome.left_out), (alone.clone(), 2), "{title}");
    }
    let few = Limits { persons: 2, ..Limits::default() };
    let file = [heading, rows, "c;Soder;K;30;astma;3\n"].concat();
    assert_eq!(of(&read(file.as_bytes(), &[4096], few)), alone, "no room for the person");
    let few = Limits { sets: 2, ..Limits::default() };
    assert_eq!(of(&read(file.as_bytes(), &[4096], few)), alone, "no room for the set");
}

#[test]
fn conditions_may_be_the_bits_of_several_numbers() {
    let ids: Vec<Id> = (0..130).map(|i| Id::new(&format!("c{i}"))).collect();
    let of = |range: std::ops::Range<usize>| {
        let ids: Vec<&str> = ids[range].iter().map(Id::as_str).collect();
        ["conditions:", &ids.join("+")].concat()
    };
    let read = |headings: [String; 2], numbers: &str| {
        let mut reader = Reader::new(&Conditions::new(ids.clone()).unwrap(), Limits::default());
        let file = format!("practice;sex;age;{};{};cost\nNorth;K;30;{numbers};1\n", headings[0], headings[1]);
        reader.push(file.as_bytes());
        reader.finish()
    };
    let outcome = read([of(0..64), of(64..128)], &format!("{};{}", 1u64 << 63, 1u64 << 63 | 1));
    assert_eq!(outcome.register.as_ref().map(persons), Some(vec!["North K 30 c63+c64+c127 100".to_owned()]));
    let outcome = read([of(0..10), of(40..70)], "1023;1073741824");
    assert_eq!(outcome.faults.counts[0], (FaultKind::NotAMask { conditions: 30 }, 1));
    let outcome = read([of(0..66), of(66..70)], "1;1");
    let named: Vec<_> = outcome.faults.stored.iter().map(|fault| (fault.column, fault.text.as_str())).collect();
    assert_eq!(outcome.faults.counts, [(FaultKind::LongMask { limit: 64 }, 2)]);
    assert_eq!(named, [(4, "c64"), (4, "c65")]);
    let outcome = read([of(0..2), of(1..3)], "1;1");
    assert_eq!(outcome.faults.counts, [(FaultKind::DoubleColumn(Column::Conditions), 1)]);
}
