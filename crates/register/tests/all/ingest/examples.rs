//! Files as people have them, from `cases.txt`, and what only a program can write.
use super::{counts, known, leave_out, persons, read, stored};
use model::{id::Id, localized::Localized};
use register::{
    conditions::Conditions,
    ingest::{Choices, Column, FaultKind, FaultyRows, Limits, Note, Outcome, Reader, headings},
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
    let faults = stored(&outcome.faults);
    told.extend(faults.iter().map(|fault| {
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
    let mut reader = Reader::new(&known(), Limits::default()).only_practices(practices.clone()).with(leave_out());
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
    assert_eq!(stored(&outcome.faults).len(), 20, "ten of each kind");
    assert_eq!(counts(&outcome.faults), [(FaultKind::NotASex, 50), (FaultKind::NegativeCost, 50)]);
    assert_eq!((outcome.read, outcome.left_out, outcome.faults.total()), (1, 50, 100));
}

#[test]
fn what_is_beyond_the_limits_is_refused_and_the_rest_is_read() {
    let file = "vardcentral;kon;alder;tillstand;kostnad\nNorr;K;30;;1\nNorr;K;30;kol;1\nNorr;K;31;astma;1\n";
    let limits = Limits { persons: 2, ..Limits::default() };
    let outcome = read(file.as_bytes(), &[100], limits);
    assert_eq!(counts(&outcome.faults), [(FaultKind::TooManyPersons { limit: 2 }, 1)]);
    let outcome = read(file.as_bytes(), &[100], Limits { sets: 2, ..Limits::default() });
    assert_eq!(counts(&outcome.faults), [(FaultKind::TooManySets { limit: 2 }, 1)]);
    assert_eq!(outcome.read, 2);
    let long = file.replace("30;kol", &format!("30;{}", "kol+".repeat(100)));
    for size in [1, 50, 1000] {
        let outcome = read(long.as_bytes(), &[size], Limits { line: 300, ..Limits::default() });
        assert_eq!(counts(&outcome.faults), [(FaultKind::LongLine { limit: 300 }, 1)]);
        assert_eq!((outcome.read, outcome.left_out), (2, 1));
        let fault = &stored(&outcome.faults)[0];
        assert_eq!((fault.row, fault.text.len()), (3, 40));
    }
}

#[test]
fn a_long_name_is_no_practice() {
    let name = "x".repeat(201);
    let file = format!("vardcentral;kon;alder;tillstand;kostnad\n{name};K;30;;1\nNorr;K;30;;1\n");
    let outcome = read(file.as_bytes(), &[4096], Limits::default());
    assert_eq!(counts(&outcome.faults), [(FaultKind::LongName { limit: 200 }, 1)]);
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
    assert_eq!(counts(&outcome.faults)[0], (FaultKind::NotAMask { conditions: 30 }, 1));
    let outcome = read([of(0..66), of(66..70)], "1;1");
    let told = stored(&outcome.faults);
    let named: Vec<_> = told.iter().map(|fault| (fault.column, fault.text.as_str())).collect();
    assert_eq!(counts(&outcome.faults), [(FaultKind::LongMask { limit: 64 }, 2)]);
    assert_eq!(named, [(4, "c64"), (4, "c65")]);
    let outcome = read([of(0..2), of(1..3)], "1;1");
    assert_eq!(counts(&outcome.faults), [(FaultKind::DoubleColumn(Column::Conditions), 1)]);
}

/// The file read with what somebody has said of it.
fn read_as(file: &str, size: usize, choose: impl Fn(Reader) -> Reader) -> Outcome {
    let mut reader = choose(Reader::new(&known(), Limits::default()));
    file.as_bytes().chunks(size).for_each(|chunk| reader.push(chunk));
    reader.finish()
}

#[test]
fn of_several_months_the_one_that_is_wanted_is_read() {
    let rows = |month: &str, cost: u32| {
        let row = |n: u32| format!("p{n};{month};Norr;K;{};;{cost}\n", 30 + n % 50);
        (0..40).map(row).collect::<String>()
    };
    let file = ["id;månad;vårdcentral;kön;ålder;tillstånd;kostnad\n", &rows("2026-01", 1), &rows("2026-02", 2)]
        .concat()
        + "p99;2026-01;Norr;x;30;;1\n";
    for size in [1, 1 << 16] {
        let of = |month: &str| {
            read_as(&file, size, |reader| reader.with(Choices { period: Some(month.to_owned()), ..Choices::default() }))
        };
        let asked = read_as(&file, size, |reader| reader);
        let question = asked.faults.question().unwrap();
        assert_eq!(question.kind, FaultKind::SeveralPeriods { periods: 2 });
        assert_eq!(question.values, [("2026-01".to_owned(), 41), ("2026-02".to_owned(), 40)]);
        let february = of(" 2026-02");
        let costs: u32 = february.register.unwrap().rows().map(|row| row.cost).sum();
        assert_eq!((costs, february.read, february.left_out, february.faults.total()), (8_000, 40, 0, 0));
        assert!(february.notes.contains(&Note::OnePeriod { period: "2026-02".to_owned(), others: 41 }));
        let march = of("2026-03");
        assert!(march.register.is_none() && march.faults.question().is_some());
    }
}

#[test]
fn days_of_persons_are_no_times_of_a_list() {
    let rows = (0..200).map(|n| format!("Norr;K;30;;1;{}-{:02}-{:02}\n", 2000 + n / 84, 1 + n / 7 % 12, 1 + n % 7));
    let file = "vårdcentral;kön;ålder;tillstånd;kostnad;datum\n".to_owned() + &rows.collect::<String>();
    for size in [1, 1 << 16] {
        let outcome = read_as(&file, size, |reader| reader);
        assert_eq!((outcome.read, outcome.faults.total()), (200, 0));
        assert!(outcome.notes.contains(&Note::Unread { column: 6, heading: "datum".to_owned() }));
    }
}

#[test]
fn with_more_than_few_faulty_rows_nothing_is_used_until_somebody_says_so() {
    let file = |good: usize, bad: &str, faulty: usize| {
        let good = "Norr;K;30;kol;1\n".repeat(good);
        ["vårdcentral;kön;ålder;tillstånd;kostnad\n", &good, &bad.repeat(faulty)].concat()
    };
    let read =
        |file: &str, faulty| read_as(file, 1 << 16, |reader| reader.with(Choices { faulty, ..Choices::default() }));
    let many_left_out = |left_out, rows| Some(FaultKind::ManyLeftOut { left_out, rows });
    let (few, many) = (file(90, "Norr;x;30;;1\n", 10), file(89, "Norr;x;30;;1\n", 10));
    let asked = read(&many, FaultyRows::default());
    assert_eq!(asked.faults.question().map(|group| group.kind), many_left_out(10, 99));
    assert_eq!(asked.faults.count(|kind| kind == FaultKind::NotASex), 10, "and why");
    assert!(asked.register.is_none());
    for (file, faulty, left_out) in
        [(&few, FaultyRows::AtMostFew, 10), (&many, FaultyRows::LeaveOut, 10), (&file(3, "", 0), FaultyRows::Refuse, 0)]
    {
        let outcome = read(file, faulty);
        assert!(outcome.register.is_some() && outcome.left_out == left_out, "{faulty:?}");
    }
    let refused = read(&file(99, "Norr;x;30;;1\n", 1), FaultyRows::Refuse);
    assert_eq!(refused.faults.question().map(|group| group.kind), many_left_out(1, 100));
    // sums and headings are of nobody
    let heading = "vårdcentral;kön;ålder;tillstånd;kostnad\n";
    let sums = file(3, "", 0) + heading + heading + "Summa;;;;3\n";
    assert_eq!(read(&sums, FaultyRows::Refuse).read, 3);
    // nine of a hundred rows, but half of the ill
    let healthy = file(9, "Norr;K;30;gikt;1\n", 9) + &"Norr;K;30;;1\n".repeat(82);
    assert!(read(&healthy, FaultyRows::AtMostFew).register.is_none());
}

#[test]
fn ages_from_one_on_are_read_where_all_of_them_are_paid_alike() {
    let file = "vårdcentral;kön;ålder;tillstånd;kostnad\nNorr;K;100+;;1\nNorr;K;85+;;1\nNorr;K;100 år och äldre;;1\n";
    let choose = |reader: Reader| reader.alike_from(Some(100)).with(leave_out());
    let outcome = read_as(file, 7, choose);
    assert_eq!(persons(outcome.register.as_ref().unwrap()), ["Norr K 100 - 100", "Norr K 100 - 100"]);
    assert!(outcome.notes.contains(&Note::OpenAges { persons: 2 }));
    assert_eq!(counts(&outcome.faults), [(FaultKind::OpenAge { alike_from: Some(100) }, 1)]);
}

#[test]
fn every_condition_is_read_by_what_its_model_calls_it() {
    let shipped = catalog::shipped().models;
    let known = Conditions::of_models(shipped.iter().map(|model| &**model)).unwrap();
    let names: Vec<(String, Id)> = known.names().map(|(name, id)| (name.to_owned(), id.clone())).collect();
    assert!(names.len() > 60, "{}", names.len());
    let rows =
        names.iter().map(|(name, _)| format!("Norr;K;30;\"{name}\";1\nNorr;K;30;\"{}|KOL\";1\n", name.to_uppercase()));
    let file = "vårdcentral;kön;ålder;tillstånd;kostnad\n".to_owned() + &rows.collect::<String>();
    let mut reader = Reader::new(&known, Limits::default());
    reader.push(file.as_bytes());
    let register = reader.finish().register.unwrap();
    let ids = |row: register::register::PersonRow| -> Vec<String> {
        row.conditions.positions().map(|place| register.conditions()[place].to_string()).collect()
    };
    for ((name, id), pair) in names.iter().zip(register.rows().collect::<Vec<_>>().chunks(2)) {
        // of two conditions with one name the first model's is meant
        let id = names.iter().find(|(other, _)| other.to_lowercase() == name.to_lowercase()).map_or(id, |(_, id)| id);
        assert_eq!(ids(pair[0]), [id.to_string()], "{name}");
        assert!(ids(pair[1]).contains(&id.to_string()) && ids(pair[1]).contains(&"kol".to_owned()), "{name}");
    }
}

#[test]
fn an_empty_list_that_is_filled_in_is_read() {
    for model in catalog::shipped().models {
        let Some(mix) = model.case_mix() else { continue };
        let known = Conditions::of_models([&*model]).unwrap();
        for of in [|name: &Localized| name.sv.to_string(), |name: &Localized| name.en.to_string()] {
            let headings = headings(mix.conditions.iter().map(|condition| of(&condition.name)));
            let quoted: Vec<String> = headings.iter().map(|heading| format!("\"{heading}\"")).collect();
            // everybody has one condition, and everyone another
            let row = |has: usize| -> String {
                let flags = (0..known.len()).map(|place| if place == has { ";1" } else { ";0" });
                ["Norr;K;60", &flags.collect::<String>(), ";1234,50\n"].concat()
            };
            let mut reader = Reader::new(&known, Limits::default());
            reader.push([&quoted.join(";"), "\n", &(0..known.len()).map(row).collect::<String>()].concat().as_bytes());
            let Outcome { register, faults, notes, is_named, .. } = reader.finish();
            assert!(faults.is_empty() && is_named && notes.len() == 1, "{faults:?} {notes:?}");
            let register = register.unwrap();
            let has = register.rows().map(|row| row.conditions.positions().collect::<Vec<_>>());
            let ids: Vec<Id> = has.map(|places| register.conditions()[places[0]].clone()).collect();
            assert_eq!(ids, known.to_vec(), "{}", model.id);
        }
    }
}
