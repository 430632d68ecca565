//! Links: what is written is read back, no link is longer than it may be, a damaged one is told as such, and the
//! fingerprint follows the link.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod common;

use common::{all_edited, cell, d, edit, factors, m, model_edit, scenario};
use exchange::{
    link::{LinkError, fingerprint, read, split, write},
    scenario_file::{self, Note},
    sources::Sources,
};
use model::{
    capitation::Capitation,
    citation::Parameter,
    component::Component,
    edit::Edit,
    id::Id,
    payment_model::PaymentModel,
    person_cards::PersonItem,
    scenario::Scenario,
    sex::Sex,
    value::{Key, Section},
};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;
use std::{collections::BTreeMap, rc::Rc};

type Read = Result<(Scenario, Vec<Note>), LinkError>;

fn open(text: &str) -> Read {
    let catalogue = catalog::shipped();
    read(text, Sources::of(&catalogue))
}

/// The address of the view with the longest.
const ROUTE: &str = "#/min-vardcentral";

/// A weight, an amount and the guideline edited.
fn example() -> Scenario {
    edited_as_example(scenario(catalog::SKANE_PROPOSAL))
}

fn edited_as_example(start: Scenario) -> Scenario {
    let edits = [
        Edit::set(Key::Rate(cell(Sex::Man, 60, Some(64))), d("125.50")),
        Edit::set(Key::Weight(Id::new("kol")), d("260")),
        Edit::set(Key::GUIDELINE_ST, d("600")),
    ];
    edits.iter().fold(start, |scenario, edit| scenario.apply(edit))
}

#[test]
fn a_link_is_short_and_comes_back_from_any_form_of_the_address() {
    let link = write("#/modellen", &example());
    assert!(link.starts_with("#/modellen?s=1.") && link.len() < 80, "{link}");
    let (route, code) = split(&link);
    assert_eq!(route, "#/modellen");
    let whole = format!("https://example.org/viktat.html{link}");
    for text in [&*link, code.unwrap(), &whole, &format!("  {link}\n")] {
        assert_eq!(open(text), Ok((example(), Vec::new())), "{text}");
    }
    assert_eq!(split("#/modellen"), ("#/modellen", None));
}

#[test]
fn no_link_is_over_1500_characters() {
    let catalogue = catalog::shipped();
    // 28 digits, the most that a decimal has, and none of them alike
    let longest = |i: usize| d("9999999.987654321098765432109") - Decimal::from(i);
    for model in &catalogue.models {
        let plain = catalogue.scenario(model);
        let edited = all_edited(&plain, longest);
        let of_kind = |is: fn(&Key) -> bool| edited.values().filter(|(key, _)| is(key)).count();
        assert_eq!(of_kind(|key| matches!(key, Key::Rate(_))), 42);
        assert_eq!(of_kind(|key| matches!(key, Key::Weight(_))), factors(model).len());
        let link = write(ROUTE, &edited);
        assert!(link.len() <= 1_500, "{}: {}", model.id, link.len());
        assert!(write(ROUTE, &plain).len() <= 75, "{}", model.id);
        assert_eq!(open(&link), Ok((edited, Vec::new())), "{}", model.id);
    }
}

#[test]
fn a_damaged_link_is_told_and_never_read() {
    let longer = |share| example().apply(&Edit::set(Key::CostShare, d(share)));
    // of every length modulo three, so that the last character has bits to spare or not
    let links =
        [example(), longer("0.1"), longer("0.1234"), longer("0.12345678")].map(|scenario| write("#/", &scenario));
    let lengths: BTreeMap<usize, &String> = links.iter().map(|link| (link.len() % 4, link)).collect();
    assert_eq!(lengths.len(), 3, "{links:?}");
    links.iter().for_each(|link| damaged(link));
}

fn damaged(link: &str) {
    let catalogue = catalog::shipped();
    let open = |text: &str| read(text, Sources::of(&catalogue));
    let letters: String = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['-', '_']).collect();
    let code = link.split_once("?s=").unwrap().1;
    for end in 0..code.len() {
        let error = open(&code[..end]).unwrap_err();
        let told = matches!(error, LinkError::CutShort { missing } if missing == code.len() - end);
        // of the first characters, one cannot yet tell how many there should be
        assert!(told || end <= 4, "{end}: {error:?}");
    }
    for at in 2..code.len() {
        for put in letters.chars().filter(|put| !code[at..].starts_with(*put)) {
            let typed: String = code.char_indices().map(|(i, c)| if i == at { put } else { c }).collect();
            let error = open(&typed).unwrap_err();
            let told = matches!(error, LinkError::Mistyped | LinkError::CutShort { .. });
            assert!(told, "{at} {put}: {error:?}");
        }
    }
    let twice = format!("{code}{code}");
    assert!(matches!(open(&twice), Err(LinkError::Unexpected { character: '.', .. })));
    let swapped: String = code.chars().rev().collect();
    assert!(open(&swapped).is_err());
}

#[test]
fn what_is_no_link_is_told() {
    for line in include_str!("data/links.tsv").lines().skip(1) {
        let (text, error) = line.split_once('\t').unwrap();
        assert_eq!(format!("{:?}", open(text).unwrap_err()), error, "{text}");
    }
    assert_eq!(open(&format!("1.{}", "A".repeat(3_001))), Err(LinkError::TooLong { max: 3_000 }));
}

/// The shipped models with the proposal changed.
fn models_with(change: impl Fn(&mut PaymentModel)) -> Vec<Rc<PaymentModel>> {
    let mut proposal = (*common::shipped(catalog::SKANE_PROPOSAL)).clone();
    change(&mut proposal);
    let others = catalog::shipped().models;
    others.into_iter().map(|m| if m.id == proposal.id { Rc::new(proposal.clone()) } else { m }).collect()
}

fn open_with(models: &[Rc<PaymentModel>]) -> Read {
    let catalogue = catalog::shipped();
    read(&write("#/", &example()), Sources { models, ..Sources::of(&catalogue) })
}

fn mixes(model: &mut PaymentModel, change: impl Fn(&mut model::case_mix::CaseMix)) {
    for component in &mut model.components {
        if let Component::CaseMix(mix) = component {
            change(mix);
        }
    }
}

#[test]
fn a_model_of_other_positions_is_told_and_not_misread() {
    let changed = Err(LinkError::ModelChanged { model: Id::new(catalog::SKANE_PROPOSAL) });
    assert_eq!(open_with(&models_with(|model| mixes(model, |mix| mix.conditions.truncate(1)))), changed);
    assert_eq!(open_with(&models_with(|model| mixes(model, |mix| mix.conditions.swap(0, 1)))), changed);
    assert_eq!(
        open_with(&models_with(|model| model.components.retain(|c| matches!(c, Component::CaseMix(_))))),
        changed
    );
    let renamed = models_with(|model| model.id = Id::new("another"));
    assert!(matches!(open_with(&renamed[..1]), Err(LinkError::UnknownModel { model, known })
        if model.as_str() == catalog::SKANE_PROPOSAL && known.len() == 1));
}

#[test]
fn a_model_of_other_values_is_told_and_the_edits_stand() {
    let rates = |table: &Capitation| {
        let up = |p: &Parameter<model::measure::Rate>| Parameter::sourced(p.value + m("1"), Rc::clone(&p.citation));
        Capitation::published(table.rates.map(|_, p| up(p)))
    };
    let table = models_with(|model| {
        for component in &mut model.components {
            if let Component::Capitation(table) = component {
                *table = rates(table);
            }
        }
    });
    let hierarchy = models_with(|model| mixes(model, |mix| mix.hierarchy.truncate(1)));
    let proxies = models_with(|model| mixes(model, |mix| mix.conditions[0].proxies.clear()));
    let share = models_with(|model| {
        model.cost_share = Parameter::sourced(m("0.69"), Rc::clone(&model.cost_share.citation));
    });
    for models in [table, hierarchy, proxies, share] {
        let (scenario, notes) = open_with(&models).unwrap();
        assert_eq!(notes, [Note::ModelChanged]);
        assert!(scenario.values().eq(example().values()));
        assert_ne!(fingerprint(&scenario), fingerprint(&example()));
    }
    let names = models_with(|model| model.year += 1);
    assert_eq!(open_with(&names).unwrap().1, [], "what is only said of a model is no change of it");
}

/// What a link has of a scenario.
fn of_model(scenario: &Scenario) -> Scenario {
    let mix = scenario.start.case_mix();
    let is_of_model = |key: &Key| match key {
        Key::Person(slot, _) if scenario.person(*slot).is_none() => matches!(key, Key::Person(_, PersonItem::Removed)),
        Key::Person(_, PersonItem::Name) => false,
        Key::Person(_, PersonItem::Condition(id)) => mix.is_some_and(|mix| mix.position(id).is_some()),
        _ => true,
    };
    let gone = scenario.values().filter(|(key, _)| !is_of_model(key)).map(|(key, _)| (key.clone(), None));
    let told = scenario.apply(&Edit::Set(gone.collect()));
    told.apply(&Edit::Clear(Section::Practice)).apply(&Edit::Clear(Section::Staffing))
}

fn after(edits: &[Edit]) -> Scenario {
    edits.iter().fold(scenario(catalog::SKANE_PROPOSAL), |scenario, edit| scenario.apply(edit))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back_but_nothing_of_the_practice(edits in vec(edit(), 0..60)) {
        let scenario = after(&edits);
        let link = write(ROUTE, &scenario);
        let (opened, notes) = open(&link).unwrap();
        prop_assert_eq!(&opened, &of_model(&scenario));
        prop_assert_eq!(notes, []);
        prop_assert_eq!(write(ROUTE, &opened), link);
    }

    #[test]
    fn link_file_and_screen_have_the_same_fingerprint(edits in vec(edit(), 0..40)) {
        let scenario = after(&edits);
        let catalogue = catalog::shipped();
        let file = scenario_file::write(&scenario, &scenario_file::Options::default());
        let of_file = scenario_file::read(&file, Sources::of(&catalogue)).unwrap().scenario;
        let (of_link, _) = open(&write(ROUTE, &scenario)).unwrap();
        let on_screen = fingerprint(&scenario);
        prop_assert_eq!((fingerprint(&of_file), fingerprint(&of_link)), (on_screen, on_screen));
        let written = format!("\"fingerprint\": \"{on_screen}\"");
        prop_assert!(file.contains(&written));
    }

    #[test]
    fn the_fingerprint_changes_when_the_link_does(edits in vec(model_edit(), 1..30)) {
        let mut links = BTreeMap::new();
        for end in 0..=edits.len() {
            let scenario = after(&edits[..end]);
            let link = write(ROUTE, &scenario);
            prop_assert_eq!(*links.entry(link).or_insert(fingerprint(&scenario)), fingerprint(&scenario));
        }
        let different: std::collections::BTreeSet<_> = links.values().collect();
        prop_assert_eq!(different.len(), links.len(), "as many fingerprints as links");
    }

    #[test]
    fn any_text_is_read_or_refused(text in "1\\.[A-Za-z0-9_-]{0,80}|\\PC{0,40}") {
        prop_assert!(open(&text).is_err());
    }
}

#[test]
fn another_guideline_is_another_fingerprint() {
    let guideline = catalog::shipped().guideline;
    let mut moved = guideline.clone();
    moved.st = Parameter::sourced(m("551"), Rc::clone(&guideline.st.citation));
    let of =
        |guideline| fingerprint(&edited_as_example(Scenario::new(common::shipped(catalog::SKANE_PROPOSAL), guideline)));
    assert_ne!(of(guideline), of(moved), "also where nobody has edited it");
}
