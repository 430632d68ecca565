//! A region's outcome as it may be passed on, as somebody with several such files reads it: changed weights tell no small
//! count of a practice, and no number has more digits than its reading takes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use catalog::{SKANE_2026, SKANE_PROPOSAL_FIVE};
use exchange::region_json::{AimsJson, CrossJson, Document, FitJson, Of, published, write};
use model::{
    case_mix::{ConditionSet, Normalisation},
    id::Id,
    measure::{Measure, Weight, YearlyMoney},
    payment_model::PaymentModel,
    sex::Sex,
    tariff::Tariff,
};
use register::{
    aims::aims,
    conditions::Conditions,
    crossfit::{Split, cross_fit, parts},
    fit::{FitOptions, NormalEquations, fit},
    frame::Frame,
    merge::Merge,
    person_key::PersonKey,
    register::{Origin, Register},
    summary::Summary,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde_json::Value;
use std::rc::Rc;

const FEWEST: u32 = 5;
/// What practices with few listed are put together with: those of 1, 2 and 4 persons.
const LISTED: [u32; 6] = [900, 240, 30, 4, 2, 1];

fn proposal() -> Rc<PaymentModel> {
    Rc::clone(catalog::shipped().model(&Id::new(SKANE_PROPOSAL_FIVE)).unwrap())
}

/// Persons of six practices in ages from 20 to 90; so many women of 50 in each have the proposal's first condition.
fn register(with: [u32; 6]) -> Register {
    let conditions = Conditions::of_models([&*proposal()]).unwrap();
    let mut register = Register::new(Origin::Own, conditions);
    let sets = [ConditionSet::EMPTY, ConditionSet::of([0])].map(|set| register.intern(set).unwrap());
    for (practice, (listed, with)) in LISTED.into_iter().zip(with).enumerate() {
        register.add_practice(format!("Practice {practice}")).unwrap();
        let practice = u16::try_from(practice).unwrap();
        // every second is a woman of 50, so that each practice has enough of them
        for i in 0..listed {
            let (sex, age) =
                if i < listed.div_ceil(2) { (Sex::Woman, 50) } else { (Sex::Man, 20 + (i % 8) as u8 * 10) };
            let set = sets[usize::from(i < with)];
            register.push(practice, PersonKey::new(sex, age), set, 100_000 + 1000 * (listed - i));
        }
    }
    register
}

/// The proposal with its first weight so many kronor higher, on top of the table: what a reader sees most clearly.
fn weighted(more: i64) -> Tariff {
    let model = proposal();
    let first = model.case_mix().unwrap().factors().next().unwrap();
    let weight = Weight::of(first.weight.value.decimal() + Decimal::from(more));
    Rc::new(model.with_normalisation(Normalisation::None).with_weight(&first.id.clone(), weight)).tariff().unwrap()
}

/// The region as it may be passed on, with short lists put together.
fn kept(register: &Register, tariffs: &[Tariff]) -> (Register, Summary, usize) {
    let listed: Vec<u64> = LISTED.map(u64::from).to_vec();
    let merge = Merge::of(&listed, FEWEST.into()).unwrap();
    let merged = register.merged(&merge, "Together".to_owned());
    let models: Vec<_> = tariffs.iter().map(|tariff| &*tariff.model).collect();
    let mut summary = Summary::of_persons(&merged, Frame::new(&models, merged.conditions()).unwrap());
    summary.sort(&merged).unwrap();
    (merged, summary, merge.together())
}

fn passed_on(register: &Register, tariffs: &[Tariff]) -> Document {
    let (merged, summary, together) = kept(register, tariffs);
    let (origin, practices, conditions) = (merged.origin, merged.practices(), merged.conditions());
    let of = Of { origin, cost_year: 2026, today: Some(0), practices, conditions };
    published(&of, &summary, tariffs, (FEWEST, together)).unwrap()
}

/// How many of a practice have the condition, as a reader works it out from two files: what is paid more a year for each
/// krona a month that the weight is higher, by twelve.
fn read_off(region: &Register, practice: usize, more: i64) -> f64 {
    let paid = |more| passed_on(region, &[weighted(more)]).models[0].practices[practice].payment.0;
    ((paid(more) - paid(0)) / Decimal::from(12 * more)).to_f64().unwrap()
}

/// Practice 2 has 30 listed, of whom three have the condition. One reader has files with weights one krona and 1 000 kr
/// apart; another region, where one has it, gives the very same files.
#[test]
fn two_files_with_changed_weights_tell_no_count_below_the_limit() {
    let region = |of_thirty: u32, of_most: u32| register([of_most, 14, of_thirty, 1, 0, 0]);
    let own = region(3, 60);
    for other in [region(1, 62), region(2, 61), region(4, 59)] {
        for more in [0, 1, 10, 1000] {
            let files = [&own, &other].map(|region| passed_on(region, &[weighted(0), weighted(more)]));
            let paid = files.each_ref().map(|file| file.models.iter().map(|one| &one.practices).collect::<Vec<_>>());
            assert_eq!(paid[0], paid[1], "{more} kr: what is paid tells how many have the condition");
        }
    }
    // a thousand kronor a month make a person worth 120 whole hundreds a year: what stands in is read off, two, whoever reads
    for of_thirty in 1..=4 {
        let told = read_off(&region(of_thirty, 63 - of_thirty), 2, 1000);
        assert!((told - 2.0).abs() < 0.02, "{of_thirty} are told as {told}");
    }
    assert!((read_off(&own, 1, 1000) - 14.0).abs() < 0.02, "counts that are not small are told as they are");
}

#[test]
fn what_is_not_protected_stands_in_the_file() {
    let file = passed_on(&register([60, 14, 3, 1, 0, 0]), &[weighted(0)]);
    let note = &file.protected.as_ref().unwrap().note;
    assert!(note.contains("fewer than 5 persons") && note.contains("Not protected: several files"), "{note}");
    assert!(write(&file).contains("Not protected"));
}

#[test]
fn of_one_practice_no_group_is_told() {
    let mut one = register([60, 14, 3, 1, 0, 0]);
    one = one.merged(&Merge::of(&[3; 6], 5).unwrap(), "All".to_owned());
    let models = [weighted(0)];
    let frame = Frame::new(&[&*models[0].model], one.conditions()).unwrap();
    let summary = Summary::of_persons(&one, frame);
    let of = Of {
        origin: Origin::Own,
        cost_year: 2026,
        today: Some(0),
        practices: one.practices(),
        conditions: one.conditions(),
    };
    let file = published(&of, &summary, &models, (FEWEST, 6)).unwrap();
    assert!(file.models.iter().all(|model| model.subgroups.is_empty()));
}

/// Every number with a fraction, by what it is called, and its decimals. A new one fails until it is named here.
const DECIMALS: &[(usize, &[&str])] = &[
    (3, &["above_zero", "correlation", "cpm", "gini", "in_sample", "r_squared", "r_squared_within", "ratio", "slope"]),
    (
        2,
        &[
            "difference",
            "distance",
            "estimate",
            "gained",
            "high",
            "intercept",
            "iqr",
            "looked_up_mean",
            "lost",
            "low",
            "mape",
            "max",
            "mean",
            "mean_above",
            "mean_below",
            "median",
            "min",
            "moved",
            "net_per_listed",
            "p10",
            "p25",
            "p75",
            "p90",
            "predicted",
            "reach",
            "reach_between",
            "residual",
            "ridge",
            "sd",
            "standard_error",
            "z",
            "z_between",
            "cells",
        ],
    ),
    // texts: exact amounts of the model, and money of practices in whole hundreds
    (3, &["cost_share", "kept"]),
    (2, &["saved", "brings", "cost", "carried", "margin", "kept_when_stopped", "even", "rate"]),
];

fn numbers(value: &Value, key: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(of) => of.iter().for_each(|(key, value)| numbers(value, key, found)),
        Value::Array(of) => of.iter().for_each(|value| numbers(value, key, found)),
        Value::Number(number) => found.push((key.to_owned(), number.to_string())),
        Value::String(text) if Decimal::from_str_exact(text).is_ok() => found.push((key.to_owned(), text.clone())),
        _ => {}
    }
}

#[test]
fn no_number_has_more_digits_than_its_reading_takes() {
    let tariffs = [catalog::shipped().model(&Id::new(SKANE_2026)).unwrap().tariff().unwrap(), weighted(0)];
    let region = register([60, 14, 3, 1, 0, 0]);
    let mut file = passed_on(&region, &tariffs);
    let (merged, summary, _) = kept(&region, &tariffs);
    let options = FitOptions::default();
    let found = fit(&NormalEquations::of_summary(&summary, 1).unwrap(), 0.7, &options);
    let mut fitted = FitJson::of(&found, tariffs[1].model.case_mix().unwrap(), &options);
    let crossed = cross_fit(&parts(&merged, &summary.frame, 1, Split::EachPractice).unwrap(), 0.7, &options).unwrap();
    fitted.cross.push(CrossJson::of(&crossed, Split::EachPractice));
    file.models[1].fit = Some(fitted.published(LISTED.map(u64::from).iter().sum(), FEWEST.into()));
    file.models[1].aims = Some(AimsJson::of(&aims(&tariffs[1], Some((&summary, 1)), YearlyMoney::of(100.into()), &[])));
    let mut found = Vec::new();
    numbers(&serde_json::from_str(&write(&file)).unwrap(), "", &mut found);
    assert!(found.len() > 300 && found.iter().any(|(key, _)| key == "predicted"), "{}", found.len());
    for (key, number) in found {
        let decimals = number.split_once('.').map_or(0, |(_, after)| after.trim_end_matches('0').len());
        let named = DECIMALS.iter().find(|(_, keys)| keys.contains(&key.as_str()));
        assert!(decimals <= named.map_or(0, |(most, _)| *most), "{key}: {number}");
        assert!(!number.contains('e'), "{key}: {number}");
    }
}
