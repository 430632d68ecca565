//! That an older file is made into one of today, step by step. Version 1 needs no more than to be told, so steps that
//! change something are the test's own.
use super::{Steps, read_by};
use crate::scenario_file::{Fault, Note, Options, json::Json, version::STEPS, write};
use catalog::Catalogue;
use model::{edit::Edit, id::Id, measure::Measure, scenario::Scenario};
use std::rc::Rc;

/// Had version 0 called the staffing section `doctors` …
const OLDER: Steps = Steps { oldest: 0, steps: &[doctors_to_staffing] };
/// … and had version -1 called the same section `gps`: two steps, numbered from 0.
const OLDEST: Steps = Steps { oldest: 0, steps: &[gps_to_doctors, doctors_to_staffing] };

fn doctors_to_staffing(root: Json) -> Json {
    renamed(root, "doctors", "staffing")
}

fn gps_to_doctors(root: Json) -> Json {
    renamed(root, "gps", "doctors")
}

fn renamed(root: Json, from: &str, to: &str) -> Json {
    let Json::Object(members) = root else { return root };
    Json::object(members.into_iter().map(|(key, value)| (if key == from { to.to_owned() } else { key }, value)))
}

fn scenario(house: &Catalogue) -> Scenario {
    let start = house.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap();
    let specialists = Edit::SetSpecialists(Measure::of("4.5".parse().unwrap()));
    Scenario::new(Rc::clone(start), house.guideline.clone()).apply(&specialists)
}

/// A file as a version would have written it.
fn file(house: &Catalogue, version: u64, section: &str) -> String {
    let text = write(&scenario(house), &Options::default()).replace("\"staffing\"", &format!("\"{section}\""));
    text.replace("\"version\": 2", &format!("\"version\": {version}"))
}

#[test]
fn each_step_is_taken_once_and_told() {
    let house = Catalogue::shipped();
    let read =
        |version, section, steps| read_by(&file(&house, version, section), &house.models, &house.guideline, steps);
    for (version, section, steps) in [(0, "doctors", &OLDER), (0, "gps", &OLDEST), (1, "doctors", &OLDEST)] {
        let opened = read(version, section, steps).unwrap();
        assert_eq!(opened.scenario, scenario(&house), "{section}");
        assert_eq!(opened.notes, [Note::Migrated { from: version }]);
    }
    for (version, steps) in [(1, &OLDER), (2, &OLDEST)] {
        let opened = read(version, "staffing", steps).unwrap();
        assert_eq!((opened.scenario, opened.notes), (scenario(&house), Vec::new()), "of the newest version");
    }
    let unmigrated = read(1, "doctors", &OLDER).unwrap_err();
    assert_eq!(unmigrated[0].pointer, "/doctors", "a newer file does not take an older file's step");
}

#[test]
fn a_version_that_is_not_known_is_told_alone() {
    let house = Catalogue::shipped();
    let fault = |version, steps: &Steps| {
        let text = file(&house, version, "nonsense");
        let problems = read_by(&text, &house.models, &house.guideline, steps).unwrap_err();
        assert_eq!((problems.len(), &*problems[0].pointer), (1, "/version"));
        problems[0].fault.clone()
    };
    assert_eq!(fault(3, &STEPS), Fault::FromTheFuture { version: 3, newest: 2 });
    assert_eq!(fault(0, &STEPS), Fault::NoSuchVersion { version: 0, oldest: 1 });
    assert_eq!(fault(2, &OLDER), Fault::FromTheFuture { version: 2, newest: 1 });
    assert_eq!(fault(u64::MAX, &OLDEST), Fault::FromTheFuture { version: u64::MAX, newest: 2 });
}

#[test]
fn a_file_of_version_1_opens_as_it_is_and_is_told() {
    let house = Catalogue::shipped();
    let opened = read_by(&file(&house, 1, "staffing"), &house.models, &house.guideline, &STEPS).unwrap();
    assert_eq!((opened.scenario, opened.notes), (scenario(&house), vec![Note::Migrated { from: 1 }]));
}

#[test]
fn the_writer_writes_the_newest_version() {
    assert_eq!(STEPS.newest(), super::super::VERSION);
}
