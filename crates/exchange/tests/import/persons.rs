//! Lists of persons: counted as a plain count would, however the bytes come in pieces, and without a trace of anybody.

use exchange::import::persons::{
    ColumnRole, FaultKind, PersonError, PersonNote, PersonQuestion, PersonReader, PersonReading, persons,
};
use exchange::import::{Alike, Answers, LookAlikes, OpenError, Period, Place, Problem, Target, open_with};
use exchange::number::Notation;
use model::{
    atc::AtcCode,
    case_mix::{CaseMix, ConditionSet},
    id::Id,
    measure::{Measure, MonthlyMoney},
    sex::Sex,
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Instant;

pub fn target(model: &str) -> Target {
    let catalogue = catalog::shipped();
    let model = catalogue.model(&Id::new(model)).unwrap();
    Target::new(model.capitation().unwrap().rates.bands(), model.case_mix(), Notation::Swedish)
}

pub fn five() -> Target {
    target(catalog::SKANE_PROPOSAL_FIVE)
}

pub fn read(text: &str) -> Result<PersonReading, PersonError> {
    persons(text.as_bytes(), &five(), &Answers::default())
}

/// Counts above nought as `women 45-49 = 2`, `diabetes = 1`.
pub fn counts(reading: &PersonReading) -> Vec<String> {
    let sex = |sex: Sex| if sex == Sex::Woman { "women" } else { "men" };
    let listed = reading.listed.iter().filter(|(_, count)| count.get() > 0);
    let listed = listed.map(|(cell, count)| format!("{} {} = {}", sex(cell.sex), cell.band, count.get()));
    let affected = reading.affected.iter().filter(|(_, count)| count.get() > 0);
    let affected = affected.map(|(id, count)| format!("{id} = {}", count.get()));
    listed.chain(affected).map(|line| line.replace('\u{2013}', "-")).collect()
}

/// A list that `synth` wrote says so in the preview; one whose rows are not marked does not.
#[test]
fn made_up_persons_are_said_to_be() {
    let head = "vardcentral;kon;alder;tillstand:diabetes+kol;kostnad;SYNTETISKA DATA:7\n";
    let reading = read(&format!("{head}Practice 1;K;4;0;0;1\nPractice 1;M;60;1;100.50;1\n")).unwrap();
    assert_eq!(reading.persons, 2);
    assert!(reading.notes.contains(&PersonNote::MadeUp { rows: 2 }), "{:?}", reading.notes);
    let reading = read(&format!("{head}Practice 1;K;4;0;0;0\n")).unwrap();
    assert!(!reading.notes.iter().any(|note| matches!(note, PersonNote::MadeUp { .. })));
}

#[test]
fn one_row_a_person() {
    let text = "\u{feff}Ålder;Kön;ATC-koder;Läkemedelskostnad per år\r\n45;K;A10BA02 C07AB02;1 200,50\r\n60;Man;\"A10AB01,B01AF02\";12000\r\n\r\n4;k;;\r\n101;M;C09AA02|L01EE01;0\r\n";
    let reading = read(text).unwrap();
    assert_eq!(
        counts(&reading),
        [
            "women 0-4 = 1",
            "women 45-49 = 1",
            "men 60-64 = 1",
            "men 100+ = 1",
            "diabetes = 2",
            "hjart_karl = 2",
            "antikoagulation = 1",
            "cancer = 1",
        ]
        .map(str::to_owned)
    );
    assert_eq!(reading.drug_cost, Some(MonthlyMoney::new(Decimal::new(110_004, 2))), "13 200.50 kr / 12");
    assert_eq!((reading.persons, reading.rows), (4, 4));
    assert!(reading.notes.contains(&PersonNote::ThresholdsTakenAsMet { persons: 3 }));
    assert!(reading.notes.contains(&PersonNote::CostsBlank { rows: 1 }));
}

#[test]
#[ignore = "tells the speed; run it with --release --ignored --nocapture"]
#[expect(clippy::print_stdout, reason = "it tells the speed")]
fn a_region_streams_quickly() {
    let mut text = String::from("age;sex;atc;cost\n");
    let codes = ["", "A10BA02", "C07AB02 C09AA02", "", "N06AB04"];
    for row in 0..1_400_000usize {
        let (age, sex, atc) = (row * 7 % 101, if row % 2 == 0 { "K" } else { "M" }, codes[row % 5]);
        writeln!(text, "{age};{sex};{atc};{}", row % 900).unwrap();
    }
    for model in [catalog::SKANE_PROPOSAL_FIVE, catalog::SKANE_PROPOSAL] {
        let started = Instant::now();
        let mut reader =
            PersonReader::new(&target(model), &Answers { period: Some(Period::Year), ..Answers::default() });
        text.as_bytes().chunks(1 << 16).for_each(|piece| reader.push(piece));
        let reading = reader.finish().unwrap();
        let seconds = started.elapsed();
        println!("{model}: {} rows, {} bytes in {seconds:?}", reading.rows, text.len());
        assert_eq!(reading.persons, 1_400_000);
    }
}

#[test]
fn a_condition_by_a_flag_and_sexes_by_codes() {
    let text = "Födelseår,Kön,Diabetes,Cancer\n1980,2,ja,\n1966-05-01,1,x,1\n19500612,2,0,nej\n";
    let target = five().in_year(2026);
    let reading = persons(text.as_bytes(), &target, &Answers::default()).unwrap();
    let expected = ["women 45-49 = 1", "women 75-79 = 1", "men 60-64 = 1", "diabetes = 2", "cancer = 1"];
    assert_eq!(counts(&reading), expected.map(str::to_owned));
    let conditions = ["hjart_karl", "antikoagulation", "inflammation"].map(Id::new).to_vec();
    let untold = PersonNote::ConditionsUntold { conditions };
    assert_eq!(reading.notes, [PersonNote::AgesReachedIn { year: 2026 }, PersonNote::SexCodes, untold]);
    // those of whom the list says nothing are not nobody
    assert_eq!(reading.affected.len(), 2);
    assert_eq!(read(text), Err(PersonError::NoReferenceYear));
    // a date of birth begins with the year, under whatever heading
    for heading in ["Födelsedatum", "Date of birth"] {
        let dated = text.replace("Födelseår", heading);
        assert_eq!(persons(dated.as_bytes(), &target, &Answers::default()).as_ref().map(counts), Ok(counts(&reading)));
    }
}

#[test]
fn one_row_a_dispensing() {
    let text = "löpnr;ålder;kön;ATC;månader sedan;antal förpackningar;DDD\n\
        a;60;M;A10BA02;1;1;30\n\
        b;60;M;A10BA02;0;1;30\n\
        a;60;M;A10BA02;7;1;30\n\
        c;71;K;L01BC06;2;2;0\n\
        b;60;M;A10BA02;13;1;30\n\
        c;71;K;L01BC06;4;1;0,5\n\
        d;35;K;;;;\n";
    let reading = read(text).unwrap();
    let expected = ["women 35-39 = 1", "women 70-74 = 1", "men 60-64 = 2", "diabetes = 1", "cancer = 1"];
    assert_eq!(counts(&reading), expected.map(str::to_owned), "b's second collection is too old to count");
    assert!(matches!(reading.notes[..], [PersonNote::RowsGrouped { persons: 4, .. }]), "{:?}", reading.notes);
    assert_eq!((reading.persons, reading.rows, reading.faults.len()), (4, 7, 0), "{:?}", reading.faults);
}

#[test]
fn dispensings_with_dates_and_without_doses() {
    let text = "pseudonym,age,sex,atc,date\n\
        1,60,M,C09AA02,2025-06-01\n2,61,M,C09AA02,2026-05-30\n3,62,M,A10BA02,2025-05-30\n3,62,M,A10BA02,2026-05-01\n";
    let reading = read(text).unwrap();
    assert_eq!(counts(&reading), ["men 60-64 = 3", "hjart_karl = 2"].map(str::to_owned));
    assert_eq!(
        reading.notes[1..],
        [PersonNote::DosesNotGiven, PersonNote::PackagesNotGiven, PersonNote::MonthsBackFrom { year: 2026, month: 5 }]
    );
}

#[test]
fn times_are_held_against_thresholds() {
    let with = |atc: &str| counts(&read(&format!("ålder;kön;atc\n60;M;{atc}\n")).unwrap())[1..].to_vec();
    assert_eq!(with("A10BA02x1"), [""; 0]);
    assert_eq!(with("A10BA02x2"), ["diabetes = 1"]);
    assert_eq!(with("L01BC06(2)"), [""; 0]);
    assert_eq!(with("L01BC06*3"), ["cancer = 1"]);
    assert_eq!(with("A10BJ02"), [""; 0], "left out of the class");
}

#[test]
fn faults_are_told_by_place_and_the_rest_is_read() {
    let text = "ålder;kön;atc;diabetes\n45;K;;\nx;K;;\n;M;;\n151;M;;\n30;?;;\n31;;;\n32;M;metformin;\n33;M;;kanske\n34\n0-9;K;;\n";
    let reading = read(text).unwrap();
    let place = |fault: &Problem<FaultKind>| fault.origin.blocks.first().unwrap().first;
    let told = |fault: &Problem<FaultKind>| (place(fault).row + 1, place(fault).column, fault.kind);
    let faults: Vec<_> = reading.faults.iter().map(told).collect();
    assert_eq!(
        faults,
        [
            (3, 0, FaultKind::AgeUnread),
            (4, 0, FaultKind::AgeMissing),
            (5, 0, FaultKind::AgeUnread),
            (6, 1, FaultKind::SexUnread),
            (7, 1, FaultKind::SexMissing),
            (8, 2, FaultKind::AtcUnread),
            (9, 3, FaultKind::FlagUnread),
            (10, 1, FaultKind::RowTooShort),
            (11, 0, FaultKind::AgeStraddles),
        ]
    );
    assert_eq!(reading.persons, 3);
    let many = format!("ålder;kön\n45;K\n{}", "x;K\n".repeat(1_000));
    let reading = read(&many).unwrap();
    assert_eq!((reading.faults.len(), reading.fault_counts), (100, vec![(FaultKind::AgeUnread, 1_000)]));
}

#[test]
fn a_quotation_mark_that_is_not_closed_swallows_nobody_silently() {
    let reading = read("ålder;kön;namn\n45;K;\"a\n46;K;b\n47;K;c\"\n48;K;d\n").unwrap();
    assert_eq!((reading.persons, reading.fault_counts), (1, vec![(FaultKind::LineBreak, 1)]));
}

#[test]
fn what_is_no_list_is_refused() {
    let missing = |columns: &[ColumnRole]| Err(PersonError::NoHeadings { missing: columns.to_vec() });
    assert_eq!(read("ålder;antal\n4;5\n"), missing(&[ColumnRole::Sex]));
    assert_eq!(read("45;K\n46;M\n"), missing(&[ColumnRole::Age, ColumnRole::Sex]));
    assert_eq!(read("ålder;kön\nx;K\n"), Err(PersonError::NobodyCounted { faults: vec![(FaultKind::AgeUnread, 1)] }));
    assert!(matches!(read(&format!("ålder;kön\n\"{}", "x".repeat(2_000_000))), Err(PersonError::RowTooLong { .. })));
}

#[test]
fn the_costs_ask_what_they_do_not_show() {
    let list = |costs: &[&str]| {
        let rows = costs.iter().map(|cost| format!("45;K;{cost}\n"));
        read(&format!("ålder;kön;kostnad\n{}", rows.collect::<String>())).unwrap()
    };
    let reading = list(&["1,200", "2,500"]);
    let decimal = |text: &str| text.parse::<Decimal>().unwrap();
    let question = PersonQuestion::DecimalMark { with_comma: decimal("3.7"), with_point: decimal("3700") };
    assert!(!reading.can_be_taken(), "the listed are read, the cost is not");
    assert_eq!((reading.question, reading.drug_cost), (Some(question), None));
    let reading = list(&["1,200", "2,5"]);
    let monthly_if_year = MonthlyMoney::new(decimal("0.31"));
    assert_eq!(reading.question, Some(PersonQuestion::Period { amount: decimal("3.7"), monthly_if_year }));
    assert_eq!(reading.clone().with_period(Period::Year).drug_cost, Some(monthly_if_year));
    let reading = reading.with_period(Period::Month);
    assert!(reading.can_be_taken());
    assert_eq!(reading.drug_cost.unwrap().decimal(), decimal("3.7"));
}

/// Invented numbers with the right check digit; none belongs to anybody.
const IDENTITY_NUMBERS: &[&str] =
    &["850709-9805", "19850709-9805", "8507099805", "198507099805", "850769-9802", "190001019801", "850709+9805"];

#[test]
fn a_single_identity_number_is_asked_about_and_repeated_nowhere() {
    for number in IDENTITY_NUMBERS {
        let rows = format!("ålder;kön;atc;kommentar\n45;K;;\n46;K;;se {number}.\n");
        let asked = OpenError::LikeIdentityNumbers(Alike { sheet: 0, place: Place::new(2, 3), alike: 1, cells: 2 });
        let refused = read(&rows);
        assert_eq!(refused, Err(PersonError::Open(asked.clone())), "{number}");
        assert!(!format!("{refused:?}").contains("980"));
        assert_eq!(exchange::import::open("lista.csv", rows.as_bytes()), Err(asked.clone()));
        assert_eq!(exchange::import::pasted(&rows), Err(asked));
    }
}

/// A file with a number for each of many persons.
fn with_numbers(write: impl Fn(u64) -> String) -> String {
    let rows =
        (0..4_000).map(|n| format!("{};{};{};A10BA02\n", write(n), 20 + n % 60, if n % 2 == 0 { 'K' } else { 'M' }));
    rows.fold("id;ålder;kön;atc\n".to_owned(), |all, row| all + &row)
}

#[test]
fn lists_with_pseudonyms_are_counted_and_lists_with_identity_numbers_are_not() {
    let mixed = |n: u64| n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let serial = with_numbers(|n| format!("{:010}", mixed(n) % 10_000_000_000));
    assert_eq!(read(&serial).unwrap().persons, 4_000);
    let hash =
        with_numbers(|n| format!("{:016x}{:016x}{:016x}{:016x}", mixed(n), mixed(n + 7), mixed(n ^ 5), mixed(n * n)));
    assert_eq!(read(&hash).unwrap().persons, 4_000);
    let numbers = with_numbers(|n| IDENTITY_NUMBERS[usize::try_from(n).unwrap() % IDENTITY_NUMBERS.len()].to_owned());
    for look_alikes in [LookAlikes::Ask, LookAlikes::AreOthers, LookAlikes::LeaveOutRows] {
        let answers = Answers { look_alikes, ..Answers::default() };
        let refused = persons(numbers.as_bytes(), &five(), &answers);
        assert!(matches!(refused, Err(PersonError::Open(OpenError::IdentityNumbers(_)))), "{refused:?}");
        assert!(matches!(open_with("", numbers.as_bytes(), look_alikes), Err(OpenError::IdentityNumbers(_))));
    }
}

#[test]
fn the_answer_about_a_single_number_is_followed() {
    let text = "ålder;kön;atc;kommentar\n45;K;;\n46;K;;850709-9805\n47;M;;x\n";
    let with = |look_alikes| persons(text.as_bytes(), &five(), &Answers { look_alikes, ..Answers::default() }).unwrap();
    assert_eq!((with(LookAlikes::AreOthers).persons, with(LookAlikes::AreOthers).fault_counts.len()), (3, 0));
    let left_out = with(LookAlikes::LeaveOutRows);
    assert_eq!((left_out.persons, left_out.rows), (2, 3));
    assert_eq!(left_out.fault_counts, [(FaultKind::LeftOutAlike, 1)]);
    let sheets = open_with("", text.as_bytes(), LookAlikes::LeaveOutRows).unwrap();
    assert_eq!(sheets[0].rows.iter().map(Vec::len).collect::<Vec<_>>(), [4, 4, 0, 4]);
}

/// A person of a random list: age, sex, codes by position in `CODES`, kronor.
type RandomPerson = (u8, bool, Vec<usize>, u32);

const CODES: &[&str] =
    &["A10AB01", "A10BA02", "A10BJ02", "B01AF02", "C09AA02", "L01EE01", "L02BG03", "N06AB04", "R03AC02"];

fn rows() -> impl Strategy<Value = Vec<RandomPerson>> {
    let codes = proptest::collection::vec(0..CODES.len(), 0..4);
    proptest::collection::vec((0..=110u8, any::<bool>(), codes, 0..100_000u32), 1..60)
}

fn list(rows: &[RandomPerson], delimiter: &str, line_end: &str) -> String {
    let row = |(age, woman, codes, ore): &RandomPerson| {
        let codes: Vec<&str> = codes.iter().map(|code| CODES[*code]).collect();
        let cells = [
            age.to_string(),
            if *woman { "K" } else { "M" }.to_owned(),
            codes.join(" "),
            format!("{}.{:02}", ore / 100, ore % 100),
        ];
        cells.join(delimiter)
    };
    let heading = ["ålder", "kön", "atc", "kostnad per månad"].join(delimiter);
    [heading].into_iter().chain(rows.iter().map(row)).map(|row| row + line_end).collect()
}

/// Persons by sex and band, persons by factor, and öre.
type PlainCount = (BTreeMap<(bool, usize), u32>, BTreeMap<String, u32>, u32);

/// The count as a reader of the rules would make it, without any of the importer's code.
fn plain_count(rows: &[RandomPerson], mix: &CaseMix) -> PlainCount {
    let (mut listed, mut affected, mut ore) = (BTreeMap::new(), BTreeMap::new(), 0);
    for (age, woman, codes, cost) in rows {
        *listed.entry((*woman, usize::from(age / 5).min(20))).or_default() += 1;
        ore += cost;
        let codes: Vec<AtcCode> = codes.iter().map(|code| AtcCode::parse(CODES[*code]).unwrap()).collect();
        let has = |classes: &[AtcCode], code: &AtcCode| classes.iter().any(|class| class.contains(code));
        let shown = mix.conditions.iter().enumerate().filter(|(_, condition)| {
            let proxies = condition.proxies.iter();
            proxies.clone().any(|p| codes.iter().any(|code| has(&p.include, code) && !has(&p.exclude, code)))
        });
        let shown = ConditionSet::of(shown.map(|(position, _)| position));
        let sex = if *woman { Sex::Woman } else { Sex::Man };
        for factor in mix.flags(sex, *age, shown).factors {
            *affected.entry(factor.as_str().to_owned()).or_default() += 1;
        }
    }
    (listed, affected, ore)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_list_is_counted_as_a_plain_count_would(
        rows in rows(),
        delimiter in prop_oneof![Just(";"), Just(","), Just("\t")],
        line_end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        broad in any::<bool>(),
    ) {
        let target = target(if broad { catalog::SKANE_PROPOSAL } else { catalog::SKANE_PROPOSAL_FIVE });
        let reading = persons(list(&rows, delimiter, line_end).as_bytes(), &target, &Answers::default()).unwrap();
        let (listed, affected, ore) = plain_count(&rows, target.case_mix.as_ref().unwrap());
        let bands = target.bands.bands();
        for (cell, count) in &reading.listed {
            let band = bands.iter().position(|band| *band == cell.band).unwrap();
            prop_assert_eq!(count.get(), *listed.get(&(cell.sex == Sex::Woman, band)).unwrap_or(&0));
        }
        for (id, count) in &reading.affected {
            prop_assert_eq!(count.get(), *affected.get(id.as_str()).unwrap_or(&0), "{}", id);
        }
        prop_assert_eq!(reading.drug_cost.unwrap().decimal(), Decimal::new(i64::from(ore), 2));
        prop_assert_eq!(reading.faults, vec![]);
    }

    #[test]
    fn it_does_not_matter_where_the_bytes_are_parted(rows in rows(), pieces in proptest::collection::vec(1..90usize, 1..400), wide in any::<bool>()) {
        let text = list(&rows, ";", "\r\n").repeat(40);
        let bytes: Vec<u8> = if wide {
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        } else {
            text.into_bytes()
        };
        let whole = persons(&bytes, &five(), &Answers::default()).unwrap();
        let mut reader = PersonReader::new(&five(), &Answers::default());
        let mut rest = bytes.as_slice();
        for length in pieces.iter().cycle() {
            let (piece, after) = rest.split_at((*length).min(rest.len()));
            reader.push(piece);
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
        prop_assert_eq!(reader.finish().unwrap(), whole);
    }

    #[test]
    fn any_bytes_are_counted_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let text = [b"age;sex;atc;cost\n".as_slice(), &bytes].concat();
        let _ = persons(&bytes, &five(), &Answers::default());
        let _ = persons(&text, &five(), &Answers::default());
    }
}

#[test]
fn a_row_that_is_left_out_leaves_nothing_behind() {
    let rows = "pseudonym,age,sex,atc,date,cost per year\n\
        1,60,M,C09AA02,2025-06-01,100\n\
        2,61,M,C09AA02,2026-05-30,200\n";
    let alone = read(rows).unwrap();
    let with = read(&[rows, ",62,M,A10BA02,2027-01-01,400\n,Summa,2,,,700\n"].concat()).unwrap();
    assert_eq!((with.drug_cost, with.question), (alone.drug_cost, alone.question.clone()), "its cost is not counted");
    assert_eq!(with.notes, alone.notes, "neither is its month the latest, nor its sex a code");
    assert_eq!((with.persons, &with.fault_counts[..]), (alone.persons, &[(FaultKind::PersonMissing, 2)][..]));
    let with = read(&[rows, "1,60,M,99,2027-01-01,0\n"].concat()).unwrap();
    assert_eq!((with.notes, with.fault_counts), (alone.notes, vec![(FaultKind::AtcUnread, 1)]));
}
