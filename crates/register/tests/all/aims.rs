//! The four aims of the shipped models, by hand, and what more flags would do.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use catalog::{SKANE_2026, SKANE_PROPOSAL_FIVE};
use model::{
    case_mix::{ConditionSet, Normalisation},
    citation::Status,
    id::Id,
    measure::{Measure, Share, YearlyMoney},
    payment_model::PaymentModel,
    proxy::DrugMeasure,
    sex::Sex,
};
use proptest::prelude::*;
use register::{
    aims::{Aims, MoreFlags, Price, aims, more_flags},
    conditions::Conditions,
    exact::payments,
    frame::Frame,
    person_key::PersonKey,
    phase_in::Millionths,
    register::{Origin, Register},
    summary::Summary,
};
use rust_decimal::{Decimal, RoundingStrategy};
use std::rc::Rc;

fn model(id: &str) -> Rc<PaymentModel> {
    Rc::clone(catalog::shipped().model(&Id::new(id)).unwrap())
}

fn kronor(kronor: i64) -> YearlyMoney {
    YearlyMoney::of(Decimal::from(kronor))
}

/// Persons of sixty with so many of the first conditions: practice and number of conditions.
fn summary(persons: &[(u16, usize)]) -> Summary {
    thread_local! {
        static MODEL: Rc<PaymentModel> = model(SKANE_PROPOSAL_FIVE);
    }
    let model = MODEL.with(Rc::clone);
    let ids = Conditions::of_models([&*model]).unwrap();
    let mut register = Register::new(Origin::Own, ids.clone());
    for practice in 0..3 {
        register.add_practice(practice.to_string()).unwrap();
    }
    for (practice, conditions) in persons {
        let set = register.intern(ConditionSet::of(0..*conditions)).unwrap();
        register.push(*practice, PersonKey::new(Sex::Man, 60), set, 100_000);
    }
    Summary::of_persons(&register, Frame::new(&[&model], &ids).unwrap())
}

fn of(id: &str, prices: &[Price]) -> Aims {
    aims(&model(id).tariff().unwrap(), None, kronor(1000), prices)
}

#[test]
fn the_table_alone() {
    let aims = of(SKANE_2026, &[]);
    assert_eq!(aims.incentive.cost_share, Share::of(Decimal::new(70, 2)));
    assert_eq!(aims.incentive.kept, kronor(700));
    assert_eq!((aims.transparency.look_up.cell, aims.transparency.look_up.mean()), (1, None));
    assert_eq!((aims.transparency.base.sum(), aims.transparency.whole.sum()), (1, 43), "the table and the cost share");
    assert_eq!(aims.practicality.facts(), 3, "list, age and sex");
    assert!(aims.manipulation.is_empty());
}

#[test]
fn the_proposal_of_five_conditions() {
    let model = model(SKANE_PROPOSAL_FIVE);
    let mix = model.case_mix().unwrap();
    assert!(mix.factors().count() == 5 && mix.normalisation == Normalisation::PerCellNeutral);
    let aims = of(SKANE_PROPOSAL_FIVE, &[]);
    let base = aims.transparency.base;
    assert_eq!((base.table, base.weights, base.reference), (1, 5, 6), "listed and five conditions of the cell");
    let whole = aims.transparency.whole;
    assert_eq!((whole.table, whole.weights, whole.reference, whole.cost_share), (42, 5, 42 * 6, 1));
    let scalar = Rc::new(model.with_normalisation(Normalisation::ScalarToBudget)).tariff().unwrap();
    let scalar = register::aims::aims(&scalar, None, kronor(1), &[]).transparency;
    assert_eq!((scalar.base.table, scalar.base.reference), (42, 42 * 6), "one number for all, so all of it");
    let facts = aims.practicality;
    assert_eq!((facts.conditions, facts.triggers, facts.classes, facts.exceptions), (5, 9, 26, 7));
    assert_eq!(facts.facts(), 36);
    let apart = Rc::new(model.with_normalisation(Normalisation::None)).tariff().unwrap();
    assert_eq!(register::aims::aims(&apart, None, kronor(1), &[]).transparency.base.sum(), 1);
}

#[test]
fn a_region_tells_how_many_amounts_a_person_takes() {
    let summary = summary(&[(0, 0), (0, 0), (1, 1), (2, 4)]);
    let tariff = model(SKANE_PROPOSAL_FIVE).tariff().unwrap();
    let look_up = aims(&tariff, Some((&summary, 0)), kronor(1), &[]).transparency.look_up;
    assert_eq!((look_up.persons, look_up.factors, look_up.most()), (4, 5, 5));
    assert_eq!(look_up.mean(), Some(2.25), "the cell, and five conditions of four persons");
}

#[test]
fn flagging_pays_when_the_drugs_cost_less_than_the_weight() {
    let model = model(SKANE_PROPOSAL_FIVE);
    let id = &model.case_mix().unwrap().conditions[0].id;
    let price = |measure, kronor: i64| Price {
        condition: id.clone(),
        measure,
        kronor: Decimal::from(kronor),
        status: Status::Illustrative,
    };
    let flagging = |prices: &[Price]| of(SKANE_PROPOSAL_FIVE, prices).manipulation[0].clone();
    let unknown = flagging(&[]);
    // 180 kr a month
    assert_eq!((unknown.brings, unknown.margin, unknown.pays()), (kronor(2160), None, false));
    assert_eq!(unknown.unpriced, 2, "no price is not nothing");
    // two collections at 50 kr, of which the practice carries 70 per cent
    let cheap = flagging(&[price(DrugMeasure::Dispensings, 50)]);
    assert_eq!((cheap.trip.as_ref().unwrap().yearly, cheap.carried), (kronor(100), Some(kronor(70))));
    assert_eq!((cheap.margin, cheap.pays(), cheap.unpriced), (Some(kronor(2090)), true, 1));
    // 180 doses at 20 kr; collections are dearer
    let dear = flagging(&[price(DrugMeasure::Dispensings, 5000), price(DrugMeasure::Ddd, 20)]);
    assert_eq!((dear.trip.as_ref().unwrap().measure, dear.carried), (DrugMeasure::Ddd, Some(kronor(2520))));
    assert_eq!((dear.margin, dear.pays(), dear.unpriced), (Some(kronor(-360)), false, 0));
}

/// Anticoagulation weighs 250 kr a month and shows only by its drug: who stops it loses 3 000 kr a year as well.
#[test]
fn who_stops_a_drug_that_flags_loses_the_weight_as_well() {
    let id = Id::new("antikoagulation");
    let stopping = |prices: &[Price]| {
        let found = of(SKANE_PROPOSAL_FIVE, prices).incentive.stopping;
        found.into_iter().find(|one| one.condition == id).unwrap()
    };
    let unknown = stopping(&[]);
    assert_eq!((unknown.lost, unknown.saved, unknown.kept), (kronor(3000), None, None), "not known is not nothing");
    // 3 000 / 0.70
    let even = unknown.even.unwrap().decimal().round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    assert_eq!(even, Decimal::new(428_571, 2));
    let price = |kronor: i64| Price {
        condition: id.clone(),
        measure: DrugMeasure::Dispensings,
        kronor: Decimal::from(kronor),
        status: Status::Illustrative,
    };
    // two collections at 1 500 kr: 70 per cent of 3 000 is saved, and 3 000 is lost
    let priced = stopping(&[price(1500)]);
    assert_eq!((priced.saved, priced.kept), (Some(kronor(2100)), Some(kronor(-900))));
    assert_eq!(stopping(&[price(2500)]).kept, Some(kronor(500)));
    assert!(of(SKANE_2026, &[]).incentive.stopping.is_empty(), "a table by age and sex has no flag to lose");
}

#[test]
fn what_one_practice_gets_by_flagging_the_others_lose() {
    // ten of each practice, half of them with the first condition, 180 kr a month
    let persons: Vec<(u16, usize)> = (0..30).map(|i| (i % 3, usize::from(i < 15))).collect();
    let tariff = model(SKANE_PROPOSAL_FIVE).tariff().unwrap();
    let twenty = Millionths::of(Share::of(Decimal::new(2, 1))).unwrap();
    let flags = MoreFlags { practices: &[1], factors: None, share: twenty };
    let what_if = more_flags(&summary(&persons), 0, &tariff, &flags).unwrap();
    assert_eq!(what_if.practices[1].extra_flags, 1, "a fifth of five");
    assert_eq!(what_if.practices[1].extra, 180 * 1200);
    assert_eq!(what_if.practices[0].extra, 0);
    assert_eq!(what_if.practices.iter().map(|effect| effect.after).sum::<i64>(), what_if.total);
    assert_eq!(what_if.gained, what_if.lost);
    // two thirds of it: the practice pays a third of its own gain, as the three are alike
    let third = what_if.practices[1].extra * 2 / 3;
    assert!((what_if.gained - third).abs() * 10 < third, "{} {third}", what_if.gained);
}

proptest! {
    #[test]
    fn the_sum_stays_whoever_flags(
        persons in prop::collection::vec((0..3u16, 0..6usize), 1..60),
        practices in prop::collection::vec(0..3usize, 0..3),
        share in 0..=1_000_000i64,
        only in prop::option::of(0..5usize),
    ) {
        let summary = summary(&persons);
        let tariff = model(SKANE_PROPOSAL_FIVE).tariff().unwrap();
        let share = Millionths::of(Share::of(Decimal::new(share, 6))).unwrap();
        let factors = only.map(|only| [only]);
        let flags = MoreFlags { practices: &practices, factors: factors.as_ref().map(|f| &f[..]), share };
        let what_if = more_flags(&summary, 0, &tariff, &flags).unwrap();
        let before = payments(&summary, 0, &tariff).unwrap();
        prop_assert_eq!(what_if.practices.iter().map(|e| e.before).collect::<Vec<_>>(), &before[..]);
        prop_assert_eq!(before.iter().sum::<i64>(), what_if.total);
        prop_assert_eq!(what_if.practices.iter().map(|e| e.after).sum::<i64>(), what_if.total);
        prop_assert_eq!(what_if.gained, what_if.lost);
        prop_assert!(what_if.gained >= -3);
        for (practice, effect) in what_if.practices.iter().enumerate() {
            prop_assert!(practices.contains(&practice) || (effect.extra == 0 && effect.after <= effect.before));
        }
    }
}
