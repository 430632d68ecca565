//! Payments, nets and predictions, against sums over persons.
use crate::engine::{
    make,
    random::Numbers,
    region::{Region, close, paid, rates, region, with_rules},
};
use model::{
    case_mix::Normalisation,
    citation::Parameter,
    component::Component,
    count::Count,
    id::Id,
    measure::{Measure, MonthlyMoney},
    payment_model::PaymentModel,
    pool_share::{AllPractices, PoolShare},
    tariff::Tariff,
};
use proptest::prelude::*;
use register::{evaluate::Prediction, frame::Frame, register::Register, statistics::subgroups, summary::Summary};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;

/// Each person's payment and cost in öre, with the practice.
fn rows(region: &Region, tariff: &Tariff) -> Vec<(usize, f64, f64)> {
    let register: Register = region.register();
    register.rows().map(|row| (usize::from(row.practice), paid(tariff, &register, &row), f64::from(row.cost))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn practices_are_paid_what_their_persons_are(region in region()) {
        let tariffs = region.tariffs(Normalisation::PerCellNeutral);
        let summary = region.summary(&tariffs);
        let evaluation = summary.evaluate(&rates(&tariffs));
        prop_assert_eq!(evaluation.lanes.len(), 2);
        for (lane, tariff) in evaluation.lanes.iter().zip(&tariffs) {
            let rows = rows(&region, tariff);
            for practice in 0..usize::from(region.practices) {
                let own = || rows.iter().filter(|(at, ..)| *at == practice);
                let payment: f64 = own().map(|(_, paid, _)| paid).sum();
                let cost: f64 = own().map(|(.., cost)| 0.7 * cost).sum();
                prop_assert!(close(lane.payment[practice], payment, 1.0, 1e-12));
                prop_assert!(close(lane.carried[practice], cost, 1.0, 1e-12));
                prop_assert!(close(lane.net[practice], payment - cost, payment + cost, 1e-12));
            }
            let all: f64 = rows.iter().map(|(_, paid, _)| paid).sum();
            prop_assert!(close(lane.total.payment, all, 1.0, 1e-12));
            prop_assert!(close(lane.total.net, all - lane.total.carried, all, 1e-9));
            let squares: f64 = rows.iter().map(|(_, paid, cost)| (paid - 0.7 * cost) * (paid - 0.7 * cost)).sum();
            prop_assert!(close(lane.net_squared, squares, 1.0, 1e-9));
        }
    }

    #[test]
    fn a_pot_is_split_between_the_practices_of_the_region(region in region()) {
        let [_, proposal] = region.tariffs(Normalisation::PerCellNeutral);
        let pot = MonthlyMoney::of(Decimal::from(123_456));
        let pot = Parameter::sourced(pot, Rc::clone(&proposal.model.citation));
        let listed = |practice: usize, summary: &Summary| summary.practice(practice, 0).unwrap().listed;
        let plain = [proposal];
        let summary = region.summary(&plain);
        let all = (0..usize::from(region.practices)).map(|at| {
            let counts = listed(at, &summary);
            let persons: u64 = counts.iter().map(|(_, count)| u64::from(count.get())).sum();
            (Id::new(&format!("p{at}")), Count::new(persons).unwrap())
        });
        let all = AllPractices(all.collect());
        prop_assume!(all.0.iter().any(|(_, count)| *count != Count::ZERO));
        let mut model = (*plain[0].model).clone();
        model.components.push(Component::PoolShare(PoolShare { id: Id::new("pot"), name: model.name.clone(), pot }));
        let tariffs = [Rc::new(model).tariff_among(&all).unwrap()];
        let evaluation = summary.evaluate(&rates(&tariffs));
        let before = summary.evaluate(&rates(&plain));
        let more = evaluation.lanes[0].total.payment - before.lanes[0].total.payment;
        prop_assert!(close(more, 123_456.0 * 1200.0, evaluation.lanes[0].total.payment, 1e-9));
        for practice in 0..usize::from(region.practices) {
            let list = summary.practice(practice, 0).unwrap();
            let exact = tariffs[0].practice(&list).unwrap().payment.value().decimal().to_f64().unwrap() * 1200.0;
            prop_assert!(close(evaluation.lanes[0].payment[practice], exact, 0.0, 1e-9));
        }
    }

    #[test]
    fn the_exact_money_is_the_same(region in region(), rule in 0usize..3) {
        let rule = [Normalisation::None, Normalisation::ScalarToBudget, Normalisation::PerCellNeutral][rule];
        let tariffs = region.tariffs(rule);
        let summary = region.summary(&tariffs);
        let evaluation = summary.evaluate(&rates(&tariffs));
        for (place, tariff) in tariffs.iter().enumerate() {
            for practice in 0..usize::from(region.practices) {
                let list = summary.practice(practice, place).unwrap();
                let exact = tariff.practice(&list).unwrap().payment.value().decimal().to_f64().unwrap() * 1200.0;
                prop_assert!(close(evaluation.lanes[place].payment[practice], exact, 0.0, 1e-12));
            }
        }
    }

    #[test]
    fn lanes_share_counts_exactly_when_their_rules_are_the_same(region in region(), rules in 0u8..16) {
        let model = region.models[0].model(Normalisation::None);
        let first = model.case_mix().unwrap().conditions[0].id.clone();
        let heavier = Rc::new(model.with_weight(&first, Measure::of(77.into())));
        let other = Rc::new(with_rules(&model, rules));
        let tariffs = [model, heavier, other].map(|model| model.tariff().unwrap());
        let summary = region.summary(&tariffs);
        prop_assert!(Rc::ptr_eq(&summary.lanes[0], &summary.lanes[1]));
        prop_assert_eq!(Rc::ptr_eq(&summary.lanes[0], &summary.lanes[2]), rules == 0);
        let evaluation = summary.evaluate(&rates(&tariffs));
        for (lane, tariff) in evaluation.lanes.iter().zip(&tariffs) {
            let mut payment = vec![0.0; usize::from(region.practices)];
            for (practice, paid, _) in rows(&region, tariff) {
                payment[practice] += paid;
            }
            prop_assert!(payment.iter().zip(&lane.payment).all(|(a, b)| close(*a, *b, 1.0, 1e-12)));
        }
    }

    #[test]
    fn r_squared_is_that_of_the_persons(region in region()) {
        let tariffs = region.tariffs(Normalisation::None);
        let evaluation = region.summary(&tariffs).evaluate(&rates(&tariffs));
        for (lane, tariff) in evaluation.lanes.iter().zip(&tariffs) {
            let rows = rows(&region, tariff);
            let mean = rows.iter().map(|(.., cost)| cost).sum::<f64>() / rows.iter().map(|_| 1.0).sum::<f64>();
            let all: f64 = rows.iter().map(|(.., cost)| (cost - mean) * (cost - mean)).sum();
            let left: f64 = rows.iter().map(|(_, paid, cost)| (cost - paid / 0.7) * (cost - paid / 0.7)).sum();
            match lane.prediction.r_squared {
                Some(found) => prop_assert!(close(found, 1.0 - left / all, 1.0, 1e-9)),
                None => prop_assert!(rows.iter().all(|(.., cost)| *cost == rows[0].2)),
            }
        }
    }
}

#[test]
fn of_nobody_there_is_no_measure() {
    let numbers = || Numbers { starts: vec![0], weights: vec![100], affected: vec![vec![1; 12]], ..plain() };
    let region = Region { practices: 2, persons: Vec::new(), models: [numbers(), numbers()], rules: 0 };
    let tariffs = region.tariffs(Normalisation::PerCellNeutral);
    let mut summary = region.summary(&tariffs);
    summary.sort(&region.register()).unwrap();
    let evaluation = summary.evaluate(&rates(&tariffs));
    assert_eq!(evaluation.lanes[0].payment, [0.0, 0.0]);
    assert_eq!(evaluation.lanes[0].prediction, Prediction::default());
    assert_eq!(subgroups(&summary, &evaluation.lanes[0]), []);
}

fn plain() -> Numbers {
    Numbers {
        starts: Vec::new(),
        table: vec![100; 12],
        listed: vec![1000; 12],
        weights: Vec::new(),
        affected: Vec::new(),
        interactions: Vec::new(),
        counts: Vec::new(),
        points: None,
    }
}

#[test]
fn without_a_carried_share_nothing_is_foretold() {
    let numbers = || Numbers { starts: vec![0], ..plain() };
    let persons = vec![(0, false, 30, 0, 700), (0, true, 40, 0, 900)];
    let region = Region { practices: 1, persons, models: [numbers(), numbers()], rules: 0 };
    let model = table_only(&region);
    let free = Rc::new(model.with_cost_share(Measure::of(0.into()))).tariff().unwrap();
    let frame = Frame::new(&[&*free.model], region.register().conditions()).unwrap();
    let summary = Summary::of_persons(&region.register(), frame);
    let result = &summary.evaluate(&rates(&[free])).lanes[0];
    // 100 kr a month is 120,000 ore a year
    assert_eq!((result.payment[0], result.net[0], result.prediction), (240_000.0, 240_000.0, Prediction::default()));
    assert_eq!(result.net_squared, 2.0 * 120_000.0 * 120_000.0);
}

/// The first model without conditions.
fn table_only(region: &Region) -> PaymentModel {
    let bands = region.models[0].bands();
    let amounts = vec![100.into(); 2 * bands.count()];
    make::model(&bands, Some(make::table(&bands, &amounts)), None)
}
