//! Lists of sums: examples from `group_cases.txt`, and that sums are those of the persons.
use super::{examples::bytes, known, laws::region};
use model::{
    age::{AgeBand, AgeBands},
    sex::Sex,
};
use proptest::prelude::*;
use register::{
    aggregate::Aggregate,
    ingest::{Choices, Column, FaultKind, GroupOutcome, GroupReader, Limits, Note, is_of_sums, write_aggregate_csv},
    register::{Origin, Register},
};

fn read(file: &[u8], size: usize, limits: Limits) -> GroupOutcome {
    let mut reader = GroupReader::new(&known(), limits).with(&super::leave_out());
    file.chunks(size).for_each(|chunk| reader.push(chunk));
    reader.finish()
}

fn told(outcome: &GroupOutcome) -> Vec<String> {
    let groups = outcome.aggregate.iter().flat_map(|aggregate| {
        aggregate.rows.iter().map(|row| {
            let ids: Vec<&str> = row.conditions.positions().map(|i| aggregate.conditions[i].as_str()).collect();
            let ids = if ids.is_empty() { "-".to_owned() } else { ids.join("+") };
            let sex = if row.sex == Sex::Man { "M" } else { "K" };
            let high = row.band.high.map_or(String::new(), |high| high.to_string());
            let practice = &aggregate.practices[usize::from(row.practice)];
            let (low, persons, cost, square) = (row.band.low, row.persons, row.cost, row.cost_squared);
            format!("{practice} {sex} {low}-{high} {ids} {persons} {cost} {square}")
        })
    });
    let origin = outcome.aggregate.as_ref().map_or(Origin::Own, |aggregate| aggregate.origin);
    let made = Some(format!("{origin:?}")).filter(|_| origin != Origin::Own);
    let faults = outcome.faults.groups.iter().flat_map(|group| &group.examples);
    let faults = faults.map(|f| format!("{}:{} {:?} {}", f.row, f.column, f.kind, f.text).trim_end().to_owned());
    groups.chain(made).chain(faults).chain(outcome.notes.iter().map(|note| format!("note {note:?}"))).collect()
}

#[test]
fn every_case_is_read_as_it_says() {
    let cases = include_str!("group_cases.txt").split("\n== ").skip(1);
    let mut count = 0;
    for case in cases {
        let (title, rest) = case.split_once('\n').unwrap();
        let (file, expected) = rest.split_once("---\n").unwrap();
        let expected: Vec<&str> = expected.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(told(&read(&bytes(file), usize::MAX, Limits::default())), expected, "{title}");
        assert_eq!(told(&read(&bytes(file), 3, Limits::default())), expected, "{title}, in small chunks");
        count += 1;
    }
    assert!(count > 10, "{count}");
}

#[test]
fn the_sums_of_the_month_that_is_chosen_are_those_of_a_file_of_that_month_alone() {
    let head = "vardcentral;kon;alder_fran;alder_till;tillstand;personer;kostnad;kostnad_kvadrat;m\u{e5}nad\n";
    let nobody = ";;0;17;;0;0;0;\n";
    let of = |month: &str, more: u32| {
        let row = |n: u32| format!("Norr;K;18;;{};{};30;500;{month}\n", ["", "kol", "astma"][n as usize], 2 + n + more);
        (0..3).map(row).collect::<String>()
    };
    let both = [head, nobody, &of("2026-01", 0), &of("2026-02", 5)].concat();
    let read_as = |file: &str, period: Option<&str>, size: usize| {
        let choices = Choices { period: period.map(str::to_owned), ..Choices::default() };
        let mut reader = GroupReader::new(&known(), Limits::default()).with(&choices);
        file.as_bytes().chunks(size).for_each(|chunk| reader.push(chunk));
        reader.finish()
    };
    for size in [3, usize::MAX] {
        let asked = read_as(&both, None, size);
        assert!(asked.aggregate.is_none());
        let question = asked.faults.question().unwrap();
        assert_eq!(question.kind, FaultKind::SeveralPeriods { periods: 2 });
        assert_eq!(question.values, [("2026-01".to_owned(), 3), ("2026-02".to_owned(), 3)]);
        let february = read_as(&both, Some("2026-02"), size);
        let alone = read_as(&[head, nobody, &of("2026-02", 5)].concat(), None, size);
        assert_eq!(february.aggregate, alone.aggregate);
        assert_eq!((february.read, february.left_out), (3, 0), "another month is no fault");
        assert!(february.notes.contains(&Note::OnePeriod { period: "2026-02".to_owned(), others: 3 }));
        assert_eq!(read_as(&both, Some("2026-03"), size).faults.question(), Some(question));
        let without = both.replace(";m\u{e5}nad", "").replace(";2026-01", "").replace("0;\n", "0\n");
        let none = read_as(&without.replace(";2026-02", ""), Some("2026-02"), size);
        assert!(none.aggregate.is_none());
        assert_eq!(none.faults.groups[0].kind, FaultKind::MissingColumn(Column::Time));
    }
}

/// Two bands and the rest.
fn bands() -> AgeBands {
    let band = |low, high| AgeBand { low, high };
    AgeBands::new(vec![band(0, Some(17)), band(18, Some(64)), band(65, None)]).unwrap()
}

fn saved(aggregate: &Aggregate) -> Vec<u8> {
    let mut file = Vec::new();
    write_aggregate_csv(aggregate, |chunk| file.extend_from_slice(chunk));
    file
}

/// Persons, öre and öre squared of the men of 18 to 64 with hypertension in the first practice.
fn one_by_one(register: &Register) -> (u32, u64, f64) {
    let of_group = |row: &register::register::PersonRow| {
        row.practice == 0 && row.key.sex() == Sex::Man && (18..65).contains(&row.key.age()) && row.conditions.has(7)
    };
    register.rows().filter(of_group).fold((0, 0, 0.0), |(n, cost, square), row| {
        (n + 1, cost + u64::from(row.cost), square + f64::from(row.cost) * f64::from(row.cost))
    })
}

#[test]
fn sums_are_those_of_the_persons() {
    let register = region(3, 20_000);
    let aggregate = Aggregate::of(&register, &bands());
    let rows = || aggregate.rows.iter();
    assert_eq!(rows().map(|row| row.persons as usize).sum::<usize>(), register.len());
    let of_group =
        rows().filter(|row| row.practice == 0 && row.sex == Sex::Man && row.band.low == 18 && row.conditions.has(7));
    let sums = of_group
        .fold((0, 0, 0.0), |(n, cost, square), row| (n + row.persons, cost + row.cost, square + row.cost_squared));
    let expected = one_by_one(&register);
    assert!(expected.0 > 10, "{expected:?}");
    assert_eq!((sums.0, sums.1), (expected.0, expected.1));
    assert!((sums.2 / expected.2 - 1.0).abs() < 1e-12);
    let order: Vec<_> = rows().map(|row| (row.practice, row.sex, row.band)).collect();
    assert!(order.is_sorted());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn sums_that_are_saved_are_read_back(seed: u64, size in 1..5000usize) {
        let aggregate = Aggregate::of(&region(seed, 3000), &bands());
        let file = saved(&aggregate);
        let mut reader = GroupReader::new(&aggregate.conditions, Limits::default());
        file.chunks(size).for_each(|chunk| reader.push(chunk));
        let outcome = reader.finish();
        prop_assert!(outcome.faults.is_empty(), "{:?}", outcome.faults);
        let read = outcome.aggregate.unwrap();
        prop_assert_eq!(read.rows, aggregate.rows);
        prop_assert_eq!(read.practices, aggregate.practices);
    }

    #[test]
    fn spoilt_sums_never_panic(seed in 0..4u64, spoilt in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..9)) {
        let aggregate = Aggregate::of(&region(seed, 300), &bands());
        let mut file = saved(&aggregate);
        for (place, byte) in spoilt {
            let place = place.index(file.len());
            file[place] = byte;
        }
        let outcome = read(&file, 100, Limits { faults: 5, ..Limits::default() });
        prop_assert!(outcome.faults.groups.iter().all(|group| group.examples.len() <= 5));
        prop_assert_eq!(outcome.aggregate.map_or(0, |aggregate| aggregate.rows.len() as u64), outcome.read);
    }
}

#[test]
fn a_file_of_sums_is_told_from_one_of_persons() {
    let sums = saved(&Aggregate::of(&region(1, 300), &bands()));
    let mut persons = Vec::new();
    register::ingest::write_csv(&region(1, 300), |chunk| persons.extend_from_slice(chunk));
    assert!(is_of_sums(&sums) && !is_of_sums(&persons));
    let query = "\u{feff}practice,sex,age_from,age_to,conditions,persons,cost,cost_squared\r\n";
    assert!(is_of_sums(query.as_bytes()) && !is_of_sums(b"") && !is_of_sums(b"\"practice;age_from"));
}
