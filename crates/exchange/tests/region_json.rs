//! A region's outcome as JSON: read back as it was written, and exact where it is money.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use catalog::{SKANE_2026, SKANE_PROPOSAL_FIVE};
use exchange::region_json::{AimsJson, ComparisonJson, CrossJson, Document, FitJson, Of, OutcomeJson, document, write};
use model::{
    case_mix::ConditionSet,
    id::Id,
    measure::{Measure, YearlyMoney},
    sex::Sex,
    tariff::Tariff,
};
use register::{
    aims::aims,
    conditions::Conditions,
    crossfit::{Split, cross_fit, parts},
    fit::{FitOptions, NormalEquations, fit},
    frame::Frame,
    person_key::PersonKey,
    register::{Origin, Register},
    summary::Summary,
};
use rust_decimal::Decimal;

fn tariffs() -> Vec<Tariff> {
    let catalogue = catalog::shipped();
    let tariff = |id| catalogue.model(&Id::new(id)).unwrap().tariff().unwrap();
    vec![tariff(SKANE_2026), tariff(SKANE_PROPOSAL_FIVE)]
}

/// Three practices of persons of every tenth year; every fourth has the first condition. The last practice has nobody.
fn register(tariffs: &[Tariff]) -> Register {
    let conditions = Conditions::of_models(tariffs.iter().map(|tariff| &*tariff.model)).unwrap();
    let mut register = Register::new(Origin::Synthetic { seed: Some(7) }, conditions);
    for name in ["Norra \"A\"", "S\u{f6}dra", "Tomma"] {
        register.add_practice(name.to_owned()).unwrap();
    }
    for i in 0..400u32 {
        let set = if i % 4 == 0 { ConditionSet::of([0]) } else { ConditionSet::EMPTY };
        let set = register.intern(set).unwrap();
        let sex = if i % 3 == 0 { Sex::Man } else { Sex::Woman };
        let age = u8::try_from(i % 10 * 10).unwrap();
        register.push(u16::from(i % 5 < 2), PersonKey::new(sex, age), set, 1234 * i);
    }
    register
}

fn documented(register: &Register, summary: &Summary, tariffs: &[Tariff], cost_year: u16) -> Document {
    let (origin, practices, conditions) = (register.origin, register.practices(), register.conditions());
    document(&Of { origin, cost_year, today: Some(0), practices, conditions }, summary, tariffs).unwrap()
}

/// Costs of a year are set against amounts for that year and no others, and money moves only between equal sums.
#[test]
fn amounts_for_another_year_are_set_against_no_costs() {
    let catalogue = catalog::shipped();
    let models =
        [SKANE_2026, catalog::SKANE_2025, SKANE_PROPOSAL_FIVE].map(|id| catalogue.model(&Id::new(id)).unwrap());
    let tariffs: Vec<Tariff> = models.iter().map(|model| model.tariff().unwrap()).collect();
    let mut register = register(&tariffs[1..]);
    register.origin = Origin::Own;
    let models: Vec<_> = models.iter().map(|model| &***model).collect();
    let frame = Frame::new(&models, register.conditions()).unwrap();
    let summary = Summary::of_persons(&register, frame);
    let of_2026 = documented(&register, &summary, &tariffs, 2026);
    let [now, earlier, proposal] = of_2026.models.as_slice() else { panic!("three models") };
    assert_eq!((now.comparison, proposal.comparison), (ComparisonJson::Fits, ComparisonJson::Fits));
    assert_eq!((earlier.comparison, earlier.cost_year), (ComparisonJson::OtherYear, 2025));
    assert!(earlier.total.payment.0 > now.total.payment.0, "2025 paid more");
    assert_eq!((earlier.total.net, earlier.total.carried), (None, None));
    assert!(earlier.practices.iter().all(|paid| paid.net.is_none()));
    assert!(earlier.net_per_listed.is_none() && earlier.payment_on_cost.is_none() && earlier.subgroups.is_empty());
    assert!(earlier.funnel.iter().all(Option::is_none) && earlier.prediction.r_squared.is_none());
    assert!(now.net_per_listed.unwrap().above_zero.is_some());
    let [to_earlier, to_proposal] = of_2026.changes.as_slice() else { panic!("two changes") };
    assert_eq!((to_earlier.moved, to_earlier.gained, to_earlier.losers), (None, None, None));
    assert!(to_proposal.moved.is_some());
    let of_2025 = documented(&register, &summary, &tariffs, 2025);
    assert!(of_2025.models[1].total.net.is_some() && of_2025.models[0].total.net.is_none());
    // where no model is for the year, none is today's: nothing moves
    let (origin, practices, conditions) = (register.origin, register.practices(), register.conditions());
    let of = Of { origin, cost_year: 2030, today: None, practices, conditions };
    let of_2030 = document(&of, &summary, &tariffs).unwrap();
    assert!(of_2030.models.iter().all(|model| model.comparison == ComparisonJson::OtherYear));
    assert!(of_2030.changes.is_empty());
}

fn written() -> (Document, Summary, Vec<Tariff>) {
    let tariffs = tariffs();
    let register = register(&tariffs);
    let models: Vec<_> = tariffs.iter().map(|tariff| &*tariff.model).collect();
    let frame = Frame::new(&models, register.conditions()).unwrap();
    let mut summary = Summary::of_persons(&register, frame);
    summary.sort(&register).unwrap();
    let mut document = documented(&register, &summary, &tariffs, 2026);
    let options = FitOptions::default();
    let found = fit(&NormalEquations::of_summary(&summary, 1).unwrap(), 0.7, &options);
    let mut fitted = FitJson::of(&found, tariffs[1].model.case_mix().unwrap(), &options);
    let split = Split::Persons { parts: 4, seed: 3 };
    let crossed = cross_fit(&parts(&register, &summary.frame, 1, split).unwrap(), 0.7, &options).unwrap();
    fitted.cross.push(CrossJson::of(&crossed, split));
    document.models[1].fit = Some(fitted);
    let saved = YearlyMoney::of(Decimal::from(100));
    document.models[1].aims = Some(AimsJson::of(&aims(&tariffs[1], Some((&summary, 1)), saved, &[])));
    (document, summary, tariffs)
}

#[test]
fn what_is_written_reads_back() {
    let (document, ..) = written();
    let text = write(&document);
    assert!(text.starts_with("{\n  \"viktat_region\": 2,") && text.ends_with("}\n"));
    assert_eq!(write(&serde_json::from_str::<Document>(&text).unwrap()), text);
    assert!(text.contains(r#""name": "Norra \"A\"""#));
}

#[test]
fn money_is_what_the_core_pays() {
    let (document, summary, tariffs) = written();
    for (lane, (model, tariff)) in document.models.iter().zip(&tariffs).enumerate() {
        let mut sum = Decimal::ZERO;
        for (practice, paid) in model.practices.iter().enumerate() {
            let list = summary.practice(practice, lane).unwrap();
            let payment = tariff.practice(&list).unwrap().payment.value().decimal() * Decimal::from(12);
            let cost = Decimal::from(summary.practices[practice].cost) / Decimal::from(100);
            assert_eq!((paid.payment.0, document.practices[practice].drug_cost.0), (payment, cost));
            assert_eq!(paid.net.unwrap().0, payment - cost * tariff.cost_share.value().decimal());
            sum += payment;
        }
        assert_eq!(model.total.payment.0, sum);
        assert_eq!(model.total.net.unwrap().0, sum - model.total.carried.unwrap().0);
    }
}

#[test]
fn what_is_not_known_is_null() {
    let (document, ..) = written();
    let json: serde_json::Value = serde_json::from_str(&write(&document)).unwrap();
    let model = &json["models"][1];
    assert_eq!(model["practices"][2]["payment"], "0");
    assert!(model["funnel"][2].is_null(), "nobody is listed there");
    assert!(model["aims"]["manipulation"][0]["cost"].is_null(), "no price is given");
    assert!(model["aims"]["manipulation"][0]["unpriced"] == 2 && model["aims"]["manipulation"][0]["brings"] == "2160");
    assert!(json["models"][0].get("fit").is_none(), "nothing was fitted");
    assert_eq!(json["made"]["seed"], 7);
    assert_eq!(model["fit"]["cross"][0]["parts"].as_array().unwrap().len(), 4);
    let outcome = &document.models[1].fit.as_ref().unwrap().factors[1].outcome;
    assert_eq!(*outcome, OutcomeJson::TooFew { least: 50 });
    assert!(model["prediction"]["cpm"].is_f64());
}

#[test]
fn models_are_set_against_the_first() {
    let (document, ..) = written();
    let change = &document.changes[0];
    assert_eq!((change.from.as_str(), change.to.as_str()), (SKANE_2026, SKANE_PROPOSAL_FIVE));
    let of = |model: usize, practice: usize| document.models[model].practices[practice].payment.0;
    let changes: Vec<Decimal> = (0..3).map(|practice| of(1, practice) - of(0, practice)).collect();
    let gained: Decimal = changes.iter().filter(|change| **change > Decimal::ZERO).sum();
    assert!((Decimal::from_f64_retain(change.gained.unwrap()).unwrap() - gained).abs() < Decimal::new(1, 2));
    assert_eq!(change.gainers.unwrap(), changes.iter().filter(|change| **change > Decimal::ZERO).count());
}
