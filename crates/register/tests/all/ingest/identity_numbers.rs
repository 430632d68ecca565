//! Files whose persons are told apart by pseudonyms are read; files with identity numbers are refused or asked about.
use super::{counts, known, leave_out, persons, stored};
use model::identity_number::LookAlikes;
use register::ingest::{Choices, FaultKind, Limits, Outcome, Reader};

const HEADER: &str = "id;vardcentral;kon;alder;tillstand;kostnad;anteckning\n";

fn read(file: &str, alikes: LookAlikes, size: usize) -> Outcome {
    let mut reader = Reader::new(&known(), Limits::default()).with(Choices { look_alikes: alikes, ..leave_out() });
    file.as_bytes().chunks(size).for_each(|chunk| reader.push(chunk));
    reader.finish()
}

/// One row a pseudonym, with a note.
fn file(ids: impl Iterator<Item = (String, String)>) -> String {
    ids.fold(HEADER.to_owned(), |all, (id, note)| all + &format!("{id};Norr;K;61;kol;1,50;{note}\n"))
}

/// Ten digits with Luhn's as the last.
fn identity_number(n: u32) -> String {
    let digits = format!("{:02}{:02}{:02}{:03}", n % 90, n % 12 + 1, n % 28 + 1, n % 997);
    let sum: u32 = digits.bytes().zip([2, 1].into_iter().cycle()).fold(0, |sum, (digit, times)| {
        let product = u32::from(digit - b'0') * times;
        sum + product / 10 + product % 10
    });
    format!("{digits}{}", (10 - sum % 10) % 10)
}

#[test]
fn twenty_thousand_pseudonyms_of_each_kind_are_read_quickly_and_with_every_check() {
    // any odd factor visits as many different numbers as there are
    let mixed = |n: u64| n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let hash = |n: u64| format!("{:016x}{:016x}{:016x}{:016x}", mixed(n), mixed(n + 1), mixed(n * n), mixed(n ^ 99));
    let uuid = |n: u64| {
        let hex = hash(n);
        [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..32]].join("-")
    };
    let serial = |n: u64| format!("{:010}", mixed(n) % 10_000_000_000);
    for (name, id) in [("hash", &hash as &dyn Fn(u64) -> String), ("uuid", &uuid), ("serial", &serial)] {
        let file = file((0..20_000).map(|n| (id(n), String::new())));
        for size in [1 << 16, 1] {
            let outcome = read(&file, LookAlikes::Ask, size);
            let alike: Vec<_> = stored(&outcome.faults).into_iter().take(3).collect();
            assert!(
                counts(&outcome.faults).iter().all(|(kind, _)| *kind == FaultKind::DuplicatePerson),
                "{name}: {alike:?}"
            );
            assert!(outcome.read > 19_900, "{name}: {} read, {alike:?}", outcome.read);
        }
    }
}

#[test]
fn a_column_of_identity_numbers_is_refused_whatever_was_answered() {
    let file = file((0..3_000).map(|n| (identity_number(n), String::new())));
    for alikes in [LookAlikes::Ask, LookAlikes::AreOthers, LookAlikes::LeaveOutRows] {
        for size in [1 << 16, 1] {
            let outcome = read(&file, alikes, size);
            assert!(outcome.register.is_none() && outcome.read == 0);
            let faults = stored(&outcome.faults);
            let [fault] = faults.as_slice() else { panic!("{:?}", outcome.faults) };
            assert!(
                matches!(fault.kind, FaultKind::IdentityNumbers { .. }) && fault.column == 1 && fault.text.is_empty()
            );
        }
    }
}

#[test]
fn a_single_one_is_asked_about_and_the_answer_is_followed() {
    let note = |n: u32| if n == 40 { "640823-3234".to_owned() } else { format!("not {n}") };
    let file = file((0..100).map(|n| (format!("p{n}"), note(n))));
    for size in [1 << 16, 1] {
        let asked = read(&file, LookAlikes::Ask, size);
        assert!(asked.register.is_none());
        let kinds: Vec<_> = stored(&asked.faults).iter().map(|fault| (fault.row, fault.column, fault.kind)).collect();
        assert_eq!(kinds, [(42, 7, FaultKind::LikeIdentityNumbers { alike: 1, cells: 100 })]);
        let others = read(&file, LookAlikes::AreOthers, size);
        assert_eq!((others.read, others.left_out, others.faults.total()), (100, 0, 0));
        let left_out = read(&file, LookAlikes::LeaveOutRows, size);
        assert_eq!((left_out.read, left_out.left_out), (99, 1));
        let faults = stored(&left_out.faults);
        let [fault] = faults.as_slice() else { panic!("{:?}", left_out.faults) };
        assert_eq!((fault.row, fault.column, fault.kind, &*fault.text), (42, 7, FaultKind::LeftOutAlike, ""));
        assert_eq!(persons(&left_out.register.unwrap()).len(), 99);
    }
}

#[test]
fn a_practice_is_no_person_even_if_its_name_is_one() {
    let rows = (0..30).map(|n| format!("{};K;61;kol;1\n", identity_number(n % 3)));
    let file = rows.fold("vardcentral;kon;alder;tillstand;kostnad\n".to_owned(), |all, row| all + &row);
    for size in [1 << 16, 1] {
        let outcome = read(&file, LookAlikes::AreOthers, size);
        assert_eq!(counts(&outcome.faults), [(FaultKind::IdentityNumbers { alike: 3, cells: 3 }, 1)]);
    }
}

#[test]
fn a_heading_is_not_shown_when_it_could_be_an_identity_number() {
    let file = "vardcentral;kon;alder;tillstand;kostnad;640823-3234\nNorr;K;61;;1;x\n";
    let outcome = read(file, LookAlikes::Ask, 100);
    assert!(!format!("{:?}", outcome.notes).contains("3234"));
}
