//! Lists of persons over several months and vårdcentraler, persons with several rows, and conditions by name.

use crate::persons::{counts, five, read, target};
use exchange::import::persons::{
    ColumnRole, FaultKind, PersonError, PersonNote, PersonPart, PersonQuestion, PersonReading, persons,
};
use exchange::import::{Answers, Chosen, PartKind};
use model::measure::Measure;
use rust_decimal::Decimal;

/// A list over several months and vårdcentraler counts nobody before it is known which; a person of several rows is counted
/// once.
#[test]
fn the_parts_of_a_list_are_asked_for_and_no_person_is_counted_twice() {
    let text = "Månad;Vårdcentral;Patient;Ålder;Kön;Kostnad per månad\n\
        2026-01;Aby;a;4;K;10\n2026-01;Aby;b;60;M;20\n2026-02;Aby;a;4;K;30\n2026-02;Aby;b;60;M;40\n\
        2026-02;Boo;c;71;K;50\n2026-02;Boo;c;71;K;50\n2026-02;Boo;c;71;M;60\n2026-02;Aby;;33;M;70\n";
    let with = |practice, time| {
        let answers = Answers { practice, time, ..Answers::default() };
        persons(text.as_bytes(), &five(), &answers).unwrap()
    };
    let part = |name: &str, rows| PersonPart { name: name.to_owned(), rows };
    let asks = |reading: PersonReading, kind, offers: Vec<PersonPart>| {
        assert!(!reading.can_be_taken() && reading.listed.is_empty() && reading.fault_counts.is_empty());
        assert_eq!(reading.question, Some(PersonQuestion::Part { kind, offers }));
    };
    asks(with(None, None), PartKind::Practice, vec![part("Aby", 5), part("Boo", 3)]);
    let one = Some(Chosen::One(0));
    asks(with(one, None), PartKind::Time, vec![part("2026-01", 2), part("2026-02", 3)]);
    asks(with(one, Some(Chosen::All)), PartKind::Time, vec![part("2026-01", 2), part("2026-02", 3)]);
    let first = with(one, Some(Chosen::One(0)));
    assert_eq!(counts(&first), ["women 0-4 = 1", "men 60-64 = 1"]);
    assert_eq!(first.drug_cost.unwrap().decimal(), Decimal::from(30), "10 + 20 = 30");
    let all = with(Some(Chosen::All), Some(Chosen::One(1)));
    assert_eq!(counts(&all), ["women 0-4 = 1", "women 70-74 = 1", "men 30-34 = 1", "men 60-64 = 1"]);
    assert_eq!(all.drug_cost.unwrap().decimal(), Decimal::from(190), "30 + 40 + 50 + 70 = 190");
    assert_eq!(all.fault_counts, [(FaultKind::PersonAgain, 1), (FaultKind::PersonAgainDiffers, 1)]);
    assert!(all.notes.contains(&PersonNote::PersonsAgain { persons: 1, rows: 2 }), "{:?}", all.notes);
    let many: String = (0..2_001).map(|n| format!("2026-01;V{n};;4;K;1\n")).collect();
    let many = format!("Månad;Vårdcentral;Patient;Ålder;Kön;Kostnad per månad\n{many}");
    let refused = PersonError::TooManyParts { kind: PartKind::Practice, max: 2_000 };
    assert_eq!(read(&many), Err(refused));
}

#[test]
fn conditions_are_read_by_name_from_one_column() {
    let read_all = |heading: &str, cells: &[&str]| {
        let rows: String = cells.iter().map(|cell| format!("60;M;\"{cell}\"\n")).collect();
        let text = format!("ålder;kön;{heading}\n{rows}");
        persons(text.as_bytes(), &target(catalog::SKANE_PROPOSAL), &Answers::default()).unwrap()
    };
    let conditions = |reading: &PersonReading| counts(reading).split_off(1);
    let reading = read_all("tillstånd", &["Hypertoni + KOL", "hypertoni; Gikt, kol", "inga", "", "-"]);
    assert_eq!(conditions(&reading), ["hypertoni = 2", "kol = 2", "gikt = 1"]);
    assert_eq!((reading.persons, reading.fault_counts), (5, vec![]));
    // a number below a heading with their names has a bit for each
    let reading = read_all("Tillstand:hypertoni+kol", &["0", "1", "3", "2", "4", "x"]);
    assert_eq!(conditions(&reading), ["hypertoni = 2", "kol = 2"]);
    assert_eq!((reading.persons, reading.fault_counts), (6, vec![(FaultKind::ConditionUnread, 2)]));
    // the last of more conditions than nine digits tell
    let many: Vec<&str> = std::iter::repeat_n("kol", 40).chain(["gikt"]).collect();
    let reading = read_all(&format!("tillstånd:{}", many.join("+")), &["1099511627776", "18446744073709551616"]);
    assert_eq!(conditions(&reading), ["gikt = 1"]);
    assert_eq!(reading.fault_counts, vec![(FaultKind::ConditionUnread, 1)]);
    // of a cell with a word that is not known nothing counts: it may say that there is none
    let cells = ["Hypertoni + gastrit", "E11.9", "Hypertoni", "ej KOL", "tidigare Gikt", "Demens?"];
    let reading = read_all("Sjukdomar", &cells);
    assert_eq!(conditions(&reading), ["hypertoni = 1"]);
    assert_eq!((reading.persons, reading.fault_counts), (6, vec![(FaultKind::ConditionUnread, 5)]));
    // a column of diagnoses tells of no condition, and of none that nobody has it
    let reading = read_all("Diagnos", &["E11.9", "J44, I10", ""]);
    assert_eq!((reading.affected.len(), reading.columns[2].role), (0, ColumnRole::LeftOut));
    assert_eq!(reading.fault_counts, vec![(FaultKind::ConditionUnread, 2)]);
}

/// A pseudonym beside codes is no list of dispensings where each person has one row that says nothing of time or amount.
#[test]
fn one_row_a_person_with_a_pseudonym_names_drugs() {
    let read = |rows: &str| {
        let text = format!("löpnr;ålder;kön;atc\n{rows}");
        counts(&persons(text.as_bytes(), &five(), &Answers::default()).unwrap()).split_off(1)
    };
    assert_eq!(read("a;60;M;A10BA02\nb;60;M;A10BA02 C07AB02\n"), ["diabetes = 2", "hjart_karl = 1"]);
    // several rows are dispensings, of which one is not enough
    assert_eq!(read("a;60;M;A10BA02\na;60;M;A10BA02\nb;60;M;A10BA02\n"), ["diabetes = 1"]);
}

/// Months are no years.
#[test]
fn an_age_in_months_is_not_read_as_years() {
    let reading = read("ålder;kön\n7 mån;M\n7 månader;M\n7 år;M\n7;M\n").unwrap();
    assert_eq!((reading.persons, reading.fault_counts), (2, vec![(FaultKind::AgeUnread, 2)]));
}
