//! Scenario files: what is written is read back, what has changed since is told, and what is wrong is told with its
//! place, all of it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod common;

use common::{all_edited, cell, d, edit, m, scenario};
use exchange::{
    scenario_file::{Fault, Note, Opened, Options, Problem, read, write},
    sources::Sources,
    staff_list::MAX_PRACTICES,
};
use model::{
    case_mix::Normalisation,
    count::Count,
    edit::Edit,
    id::Id,
    scenario::Scenario,
    sex::Sex,
    staffing::{
        Guideline,
        item::{Group, Item},
        staff::{DoctorCount, Population, PracticeStaff},
    },
    value::{Key, Value},
};
use proptest::{collection::vec, prelude::*};
use std::rc::Rc;

fn open(text: &str) -> Result<Opened, Vec<Problem>> {
    let catalogue = catalog::shipped();
    read(text, Sources::of(&catalogue))
}

fn written(scenario: &Scenario) -> String {
    write(scenario, &Options::default())
}

/// Numbers of Fast läkarkontakt, as in `data/example.json`.
const NUMBERS: [(&str, &str); 8] = [
    ("heads.specialist", "5"),
    ("fte.st3", "1.25"),
    ("duty.st.research", "0.20"),
    ("named", "4100"),
    ("workload.woman.85", "2.5"),
    ("planned.retiring.2031", "1"),
    ("stLength", "4.5"),
    ("growth", "-0.01"),
];

fn practice(name: &str, listed: u16, specialists: &str, st: &str) -> PracticeStaff {
    let doctors = [(Group::Specialist, DoctorCount::Fte(m(specialists))), (Group::St, DoctorCount::Fte(m(st)))];
    PracticeStaff { name: Id::new(name), listed: Count::from(listed), doctors: doctors.into() }
}

/// A practice and some edits, as in `data/example.json`.
fn example() -> Scenario {
    let persons = |n: u16| Some(Count::from(n));
    let edits = [
        Edit::set(Key::Rate(cell(Sex::Man, 60, Some(64))), d("125.50")),
        Edit::set(Key::Weight(Id::new("diabetes_insulin")), d("200")),
        Edit::set(Key::CostShare, d("0.75")),
        Edit::set(Key::Normalisation, Normalisation::None),
        Edit::set(Key::GUIDELINE_ST, d("600")),
        Edit::each(
            Key::Listed,
            vec![
                (cell(Sex::Woman, 0, Some(4)), persons(210)),
                (cell(Sex::Man, 60, Some(64)), persons(312)),
                (cell(Sex::Man, 100, None), persons(2)),
            ],
        ),
        Edit::each(Key::Affected, vec![(Id::new("diabetes_insulin"), persons(40)), (Id::new("kol"), persons(3))]),
        Edit::set(Key::DrugCost, d("812345.60")),
        Edit::set(Key::STAFFING_LISTED, Count::from(5000)),
        Edit::set(Key::SPECIALISTS, d("3.5")),
        Edit::set(Key::ST_DOCTORS, d("1")),
        Edit::set(Key::POPULATION, Population::Inhabitants),
        Edit::each(Key::Staff, NUMBERS.map(|(key, value)| (Item::read(key).unwrap(), Some(d(value)))).to_vec()),
        Edit::SetPractices([practice("Norra", 8000, "5.25", "2"), practice("S\u{f6}dra", 0, "0", "0")].into()),
    ];
    edits.iter().fold(scenario(catalog::SKANE_PROPOSAL), |scenario, edit| scenario.apply(edit))
}

const EXAMPLE: &str = include_str!("data/example.json");

#[test]
fn the_example_is_written_as_it_stands_in_the_data() {
    let text = write(&example(), &Options { language: Some("sv"), ..Options::default() });
    assert_eq!(text, EXAMPLE.replace("0.1.0", env!("CARGO_PKG_VERSION")));
    let opened = open(EXAMPLE).unwrap();
    assert_eq!((opened.scenario, opened.notes, opened.language.as_deref()), (example(), Vec::new(), Some("sv")));
}

#[test]
fn a_file_from_an_editor_that_marks_its_bytes_is_read() {
    let marked = format!("\u{feff}{}", EXAMPLE.replace('\n', "\r\n"));
    assert_eq!(open(&marked).unwrap().scenario, example());
}

#[test]
fn a_small_file_by_hand_is_enough() {
    let text = r#"{"format": "viktat-scenario", "version": 1, "start": {"model": "skane-forslag"}}"#;
    let opened = open(text).unwrap();
    assert_eq!((opened.scenario, opened.notes), (scenario(catalog::SKANE_PROPOSAL), Vec::new()));
}

#[test]
fn what_the_source_said_then_and_says_now_is_told() {
    let catalogue = catalog::shipped();
    let mut models = catalogue.models.clone();
    let at = models.iter().position(|model| model.id.as_str() == catalog::SKANE_PROPOSAL).unwrap();
    let man = cell(Sex::Man, 60, Some(64));
    let mut moved = (*models[at]).clone();
    for component in &mut moved.components {
        match component {
            model::component::Component::Capitation(table) => {
                let moved = table.rates.map(|c, p| if c == man { moved_to(p, m("130")) } else { p.clone() });
                *table = model::capitation::Capitation::published(moved);
            }
            model::component::Component::CaseMix(mix) => {
                mix.conditions.retain(|condition| condition.id.as_str() != "diabetes_insulin");
                mix.normalisation = Normalisation::ScalarToBudget;
            }
            model::component::Component::PoolShare(_) => {}
        }
    }
    models[at] = Rc::new(moved);
    let guideline = Guideline { st: moved_to(&catalogue.guideline.st, m("500")), ..catalogue.guideline.clone() };
    let sources = Sources { models: &models, guideline: &guideline, ..Sources::of(&catalogue) };
    let opened = read(EXAMPLE, sources).unwrap();
    let number = |text: &str| Value::Number(d(text));
    let differs = |key, then, now| Note::OriginalDiffers { key, then, now };
    let rules = [Normalisation::PerCellNeutral, Normalisation::ScalarToBudget].map(Value::Normalisation);
    assert_eq!(
        opened.notes[..5],
        [
            Note::ModelChanged,
            differs(Key::Rate(man), number("121"), number("130")),
            Note::Gone { key: Key::Weight(Id::new("diabetes_insulin")), value: number("200") },
            differs(Key::Normalisation, rules[0], rules[1]),
            differs(Key::GUIDELINE_ST, number("550"), number("500")),
        ]
    );
    assert_eq!(opened.notes[5], Note::NotInAnyModel(Key::Affected(Id::new("diabetes_insulin"))));
    assert!(matches!(opened.notes[6..], [Note::FingerprintDiffers { .. }]), "{:?}", opened.notes);
    let read = &opened.scenario;
    assert_eq!(read.value(&Key::Rate(man)), Some(number("125.50")), "the user's value stands");
    assert!(!read.values().any(|(key, _)| matches!(key, Key::Weight(_))), "what is gone was kept out");
    assert_eq!(opened.scenario.practice(), example().practice());
}

fn moved_to<T: Copy + PartialEq>(parameter: &model::citation::Parameter<T>, value: T) -> model::citation::Parameter<T> {
    model::citation::Parameter::sourced(value, Rc::clone(&parameter.citation))
}

#[test]
fn a_value_that_has_become_the_sources_is_no_edit_any_more() {
    let text = EXAMPLE.replace(r#""125.5""#, r#""121.00""#);
    let opened = open(&text).unwrap();
    assert!(!opened.scenario.values().any(|(key, _)| matches!(key, Key::Rate(_))));
    assert!(matches!(opened.notes[..], [Note::FingerprintDiffers { .. }]), "{:?}", opened.notes);
}

#[test]
fn misspelt_cells_and_factors_are_told_and_kept() {
    let text = EXAMPLE.replace("affected.kol", "affected.kol_").replace("listed.woman.0-4", "listed.woman.0-3");
    let opened = open(&text).unwrap();
    let strangers = [Key::Listed(cell(Sex::Woman, 0, Some(3))), Key::Affected(Id::new("kol_"))];
    assert_eq!(opened.notes, strangers.map(Note::NotInAnyModel));
    assert_eq!(opened.scenario.practice().affected.get(&Id::new("kol_")), Some(&Count::from(3)));
}

#[test]
fn what_is_withheld_is_not_in_the_file_and_is_told() {
    let hidden = [
        Key::Listed(cell(Sex::Man, 100, None)),
        Key::Affected(Id::new("kol")),
        Key::DrugCost,
        Key::STAFFING_LISTED,
        Key::Staff(Item::Named),
    ];
    let withhold = |entered: &Key| hidden.contains(entered);
    let text = write(&example(), &Options { withhold: &withhold, language: None });
    for gone in ["100+\":", "kol\":", "812345", "5000", "4100", "\"named\":"] {
        assert!(!text.contains(gone), "{gone} stands in {text}");
    }
    let opened = open(&text).unwrap();
    assert_eq!(opened.notes, hidden.clone().map(Note::Withheld));
    let without = example().apply(&Edit::Set(hidden.iter().map(|key| (key.clone(), None)).collect()));
    assert_eq!(opened.scenario, without, "these are empty, and all else is there");
    let nothing_hidden = write(&without, &Options { withhold: &withhold, language: None });
    assert!(
        !nothing_hidden.contains("100+") && !nothing_hidden.contains("withheld"),
        "what was not entered is not told"
    );
}

#[test]
fn as_many_practices_as_a_list_can_have_are_read_back_and_no_more() {
    let practices = |count: usize| {
        let name = |n: usize| format!("{n:0>200}");
        let rows = (0..count)
            .map(|n| PracticeStaff { name: Id::new(&name(n)), ..practice("", 65_535, "999999.99", "999999.99") });
        written(&example().apply(&Edit::SetPractices(rows.collect())))
    };
    assert_eq!(open(&practices(MAX_PRACTICES)).unwrap().scenario.staff().practices.len(), MAX_PRACTICES);
    let problems = open(&practices(MAX_PRACTICES + 1)).unwrap_err();
    let fault = Fault::TooMany { found: MAX_PRACTICES + 1, most: MAX_PRACTICES };
    assert_eq!(problems, [Problem { pointer: "/practices".to_owned(), fault }]);
}

#[test]
fn every_problem_of_a_file_is_told_at_once() {
    let text = EXAMPLE
        .replace(r#""125.5""#, r#""125,5""#)
        .replace(r#""0.75""#, r#""75""#)
        .replace(r#""3.5""#, "3.5")
        .replace(r#""st": "2""#, r#""st": "-2""#)
        .replace("4100", "4100.5")
        .replace("stLength", "stLenght")
        .replace("312", "-312")
        .replace("listed.woman.0-4", "listed.woman.0\u{2013}4")
        .replace("\"viktat\":", "\"vikt/at\":");
    let problems = open(&text).unwrap_err();
    let pointers: Vec<&str> = problems.iter().map(|problem| &*problem.pointer).collect();
    assert_eq!(
        pointers,
        [
            "/vikt~1at",
            "/values/rate.man.60-64",
            "/values/costShare",
            "/values/listed.woman.0\u{2013}4",
            "/values/listed.man.60-64",
            "/values/fte.specialist",
            "/values/named",
            "/values/stLenght",
            "/practices/0/heltid/st",
        ]
    );
    let share = Fault::OutOfBounds { value: d("75"), least: d("0"), most: d("1") };
    assert_eq!(problems[2].fault, share);
}

/// Rows of `data/broken.tsv`: a file, a place, the beginning of the fault.
const BROKEN: &str = include_str!("data/broken.tsv");

fn broken(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/broken").join(name);
    std::fs::read_to_string(path).unwrap()
}

fn broken_rows() -> impl Iterator<Item = [&'static str; 3]> {
    let rows = BROKEN.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.map(|row| row.try_into().unwrap())
}

#[test]
fn broken_files_are_refused_with_place_and_reason() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/broken");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), broken_rows().count(), "a row for each file");
    for [file, pointer, fault] in broken_rows() {
        let problems = open(&broken(file)).unwrap_err();
        let told: Vec<String> = problems.iter().map(|p| format!("{} {:?}", p.pointer, p.fault)).collect();
        assert!(told.len() == 1 && told[0].starts_with(&format!("{pointer} {fault}")), "{file}: {told:#?}");
    }
}

fn schema() -> jsonschema::Validator {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/scenario.schema.json");
    let schema: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    // these are no JSON, or break what a schema cannot say: a key or a name twice, a model of another catalogue, both given
    // and not
    let no_json = ["cut.json", "syntax.json", "repeated.json"];
    let unsaid = ["unknown-model.json", "person-without-a-sex.json", "practice-of-the-same-name.json"];
    let twice = ["withheld-and-given.json", "named-withheld-and-given.json", "practice-with-heads-and-heltid.json"];
    let beyond = [&no_json[..], &unsaid, &twice].concat();
    let schema = schema();
    let mut refused = 0;
    for [file, ..] in broken_rows().filter(|[file, ..]| !beyond.contains(file)) {
        let json: serde_json::Value = serde_json::from_str(&broken(file)).unwrap();
        assert!(!schema.is_valid(&json), "{file} is valid");
        refused += 1;
    }
    assert!(refused >= 30, "{refused}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(edits in vec(edit(), 0..60)) {
        let scenario = edits.iter().fold(scenario(catalog::SKANE_PROPOSAL), |scenario, edit| scenario.apply(edit));
        let text = written(&scenario);
        let opened = open(&text).unwrap();
        prop_assert_eq!(&opened.scenario, &scenario);
        prop_assert_eq!(written(&opened.scenario), text);
        let strange = opened.notes.iter().all(|note| matches!(note, Note::NotInAnyModel(Key::Affected(id)) if id.as_str() == "unknown"));
        prop_assert!(strange, "{:?}", opened.notes);
    }

    #[test]
    fn a_file_cut_anywhere_or_with_any_character_changed_is_read_or_refused(at in 0..EXAMPLE.len(), put: char) {
        let cut = EXAMPLE.get(..at).unwrap_or_default();
        // all that is cut off at the end is the line feed
        prop_assert_eq!(open(cut).is_err(), at + 1 < EXAMPLE.len());
        let rest = EXAMPLE.get(at..).unwrap_or_default().chars().skip(1);
        drop(open(&cut.chars().chain([put]).chain(rest).collect::<String>()));
    }

    #[test]
    fn any_text_is_read_or_refused(text: String) {
        prop_assert!(open(&text).is_err());
    }
}

#[test]
fn the_schema_accepts_what_is_written() {
    let schema = schema();
    let catalogue = catalog::shipped();
    for model in &catalogue.models {
        let plain = catalogue.scenario(model);
        let edited = all_edited(&plain, |i| d("9999999.123456789012345678901") - rust_decimal::Decimal::from(i));
        for scenario in [plain, edited, example()] {
            let json: serde_json::Value = serde_json::from_str(&written(&scenario)).unwrap();
            let errors: Vec<String> = schema.iter_errors(&json).map(|e| format!("{} {e}", e.instance_path())).collect();
            assert!(errors.is_empty(), "{errors:#?}");
        }
    }
    let withheld = write(&example(), &Options { withhold: &|_| true, language: Some("en") });
    assert!(schema.is_valid(&serde_json::from_str(&withheld).unwrap()));
}
