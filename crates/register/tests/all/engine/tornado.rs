//! One lever at a time, against models that are edited by hand.
use crate::engine::{
    make,
    region::{close, rates, region},
};
use model::{
    case_mix::Normalisation,
    measure::{Measure, Weight},
    tariff::Tariff,
};
use proptest::prelude::*;
use register::{
    rates::Rates,
    statistics::{moved, spread},
    summary::Summary,
    tornado::{Lever, NoTornado, Outcome, tornado},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;

fn share() -> Decimal {
    Decimal::new(2, 1)
}

fn weighted(tariff: &Tariff, factor: usize, times: &str) -> Result<Tariff, Vec<model::tariff::TariffError>> {
    let mix = tariff.model.case_mix().unwrap();
    let factor = mix.factors().nth(factor).unwrap();
    let weight = Weight::of(factor.weight.value.decimal() * times.parse::<Decimal>().unwrap());
    Rc::new(tariff.model.with_weight(factor.id, weight)).tariff()
}

/// Practices lie apart where there are two: of fewer there is no spread to measure.
fn lie_apart(summary: &Summary) -> bool {
    summary.practices.iter().filter(|sums| sums.listed > 0).nth(1).is_some()
}

fn net_spread(summary: &Summary, tariffs: &[Tariff], lane: usize) -> f64 {
    let evaluation = summary.evaluate(&rates(tariffs));
    let practices = summary.practices.iter().zip(&evaluation.lanes[lane].net).filter(|(sums, _)| sums.listed > 0);
    let net: Vec<f64> = practices.map(|(s, net)| net / f64::from(u32::try_from(s.listed).unwrap())).collect();
    spread(&net).unwrap().sd.unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn each_bar_is_the_edited_model(region in region(), neutral in any::<bool>()) {
        let rule = if neutral { Normalisation::PerCellNeutral } else { Normalisation::ScalarToBudget };
        let tariffs = region.tariffs(rule);
        let summary = region.summary(&tariffs);
        let model = &tariffs[1].model;
        let found = tornado(&summary, 1, model, &Outcome::Spread, share());
        if !lie_apart(&summary) {
            prop_assert_eq!(found, Err(NoTornado::NothingToMeasure));
            return Ok(());
        }
        let found = found.unwrap();
        prop_assert!(close(found.base, net_spread(&summary, &tariffs, 1), 1.0, 1e-9));
        let known = model.case_mix().unwrap().reference.affected.len();
        prop_assert_eq!(found.bars.len(), 2 * tariffs[1].factors.len() + known);
        for (place, factor) in tariffs[1].factors.iter().enumerate() {
            let bar = found.bars.iter().find(|bar| bar.factor == factor.id && bar.lever == Lever::Weight).unwrap();
            for (end, times) in [(&bar.low, "0.8"), (&bar.high, "1.2")] {
                match (end, weighted(&tariffs[1], place, times)) {
                    (Ok(end), Ok(edited)) => {
                        let expected = net_spread(&summary, &[tariffs[0].clone(), edited], 1);
                        prop_assert!(close(*end, expected, 1.0, 1e-9));
                    }
                    (Err(told), Err(errors)) => prop_assert_eq!(told, &errors),
                    other => prop_assert!(false, "{other:?}"),
                }
            }
        }
    }

    #[test]
    fn fewer_flagged_are_paid_for_less(region in region()) {
        let tariffs = region.tariffs(Normalisation::None);
        let summary = region.summary(&tariffs);
        let model = &tariffs[0].model;
        let found = tornado(&summary, 0, model, &Outcome::Payment(0), share()).unwrap();
        let rates = Rates::of(&tariffs[0]);
        for (place, rate) in rates.factors.iter().enumerate() {
            let counts = &summary.lanes[0];
            let persons = f64::from(counts.persons[place]);
            let id = &tariffs[0].factors[place].id;
            let bar = found.bars.iter().find(|bar| bar.factor == *id && bar.lever == Lever::Flagged).unwrap();
            prop_assert!(close(found.base - bar.low.clone().unwrap(), 0.2 * persons * rate, found.base, 1e-12));
            prop_assert!(close(bar.high.clone().unwrap() - found.base, 0.2 * persons * rate, found.base, 1e-12));
            // without a budget rule the reference population matters to nobody, and a weight is as good as its persons
            let of = |lever| found.bars.iter().find(|bar| bar.factor == *id && bar.lever == lever);
            if let Some(prevalence) = of(Lever::Prevalence) {
                prop_assert_eq!(&prevalence.low, &Ok(found.base));
            }
            let weight = of(Lever::Weight).unwrap().high.clone().unwrap();
            prop_assert!(close(weight, bar.high.clone().unwrap(), found.base, 1e-12));
        }
    }

    #[test]
    fn what_moves_is_against_the_payments_given(region in region()) {
        let tariffs = region.tariffs(Normalisation::PerCellNeutral);
        let summary = region.summary(&tariffs);
        let evaluation = summary.evaluate(&rates(&tariffs));
        let before = evaluation.lanes[0].payment.clone();
        let expected = moved(&before, &evaluation.lanes[1].payment).moved;
        let found = tornado(&summary, 1, &tariffs[1].model, &Outcome::Moved(before), share());
        if summary.practices.len() < 2 {
            prop_assert_eq!(found, Err(NoTornado::NothingToMeasure));
            return Ok(());
        }
        let found = found.unwrap();
        prop_assert!(close(found.base, expected, 1.0, 1e-12));
        for bar in found.bars.iter().filter(|bar| bar.lever == Lever::Prevalence) {
            for (end, times) in [(&bar.low, 8), (&bar.high, 12)] {
                let mix = tariffs[1].model.case_mix().unwrap();
                let mut reference = (*mix.reference).clone();
                let scaled = reference.affected.get(&bar.factor).unwrap().map(|cell, count| {
                    let listed = reference.listed.get(cell).unwrap().get();
                    make::count(((u64::from(count.get()) * times + 5) / 10).min(u64::from(listed)).try_into().unwrap())
                });
                reference.affected.insert(bar.factor.clone(), scaled);
                let edited = Rc::new(tariffs[1].model.with_reference(Rc::new(reference))).tariff();
                let payments = edited.map(|edited| summary.payments(1, &Rates::of(&edited)));
                let expected = payments.map(|payments| moved(&evaluation.lanes[0].payment, &payments).moved);
                match (end, expected) {
                    (Ok(end), Ok(expected)) => prop_assert!(close(*end, expected, 1.0, 1e-12)),
                    (end, expected) => prop_assert_eq!(end, &expected),
                }
            }
        }
        let nobody = Outcome::Payment(99);
        prop_assert_eq!(tornado(&summary, 1, &tariffs[1].model, &nobody, share()), Err(NoTornado::NothingToMeasure));
    }

    #[test]
    fn at_the_net_the_share_is_drawn_of_the_payment_too(region in region()) {
        let tariffs = region.tariffs(Normalisation::None);
        let summary = region.summary(&tariffs);
        prop_assume!(lie_apart(&summary));
        let found = tornado(&summary, 1, &tariffs[1].model, &Outcome::SpreadAtNet, share()).unwrap();
        let evaluation = summary.evaluate(&rates(&tariffs));
        let cost_share = tariffs[1].cost_share.value().decimal().to_f64().unwrap();
        let lane = &evaluation.lanes[1];
        let practices = summary.practices.iter().zip(lane.payment.iter().zip(&lane.carried));
        let practices = practices.filter(|(sums, _)| sums.listed > 0);
        let per_listed = |amount: f64, listed: u64| amount / f64::from(u32::try_from(listed).unwrap());
        let net: Vec<f64> = practices
            .map(|(sums, (paid, carried))| per_listed(cost_share * paid - carried, sums.listed))
            .collect();
        prop_assert!(close(found.base, spread(&net).unwrap().sd.unwrap(), 1.0, 1e-9));
        for bar in &found.bars {
            let ends = [&bar.low, &bar.high].into_iter().filter_map(|end| end.as_ref().ok());
            prop_assert!(ends.clone().all(|end| bar.span(found.base) >= (end - found.base).abs()));
            prop_assert!(ends.count() == 2 || bar.span(found.base) >= 0.0);
        }
    }
}
