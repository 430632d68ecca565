//! A practice beside its model: the waterfall and the drivers add up to the change, whatever the list.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]
use catalog::{SKANE_2026, SKANE_PROPOSAL};
use model::{
    case_mix::Normalisation, cell::PerCell, count::Count, id::Id, measure::Measure, net::ShareReading,
    payment_model::PaymentModel, practice::Practice,
};
use proptest::prelude::*;
use report::{
    columns::{Column, Tariffs},
    drivers::drivers,
    estimate::estimated_affected,
    practice::{PracticeColumn, practice_columns},
    pyramid::{older, pyramid},
    waterfall::waterfall,
};
use rust_decimal::Decimal;
use std::rc::Rc;

fn model(id: &str) -> Rc<PaymentModel> {
    Rc::clone(catalog::shipped().model(&Id::new(id)).unwrap())
}

fn tariffs(rule: Normalisation) -> Tariffs {
    let proposal = Rc::new(Rc::new(model(SKANE_PROPOSAL).with_normalisation(rule)).tariff().unwrap());
    let current = Rc::new(model(SKANE_2026).tariff().unwrap());
    Tariffs { earlier: Rc::clone(&current), current, scenario: Ok(Rc::clone(&proposal)), proposal }
}

fn practice(listed: &[u16], affected: &[u16]) -> Practice {
    let proposal = model(SKANE_PROPOSAL);
    let listed = listed.iter().map(|n| Count::from(*n)).collect();
    let ids = proposal.case_mix().unwrap().factors().map(|factor| factor.id.clone());
    Practice {
        listed: PerCell::from_values(&proposal.bands, listed).unwrap(),
        affected: ids.zip(affected).map(|(id, n)| (id, Count::from(*n))).collect(),
        drug_cost: None,
    }
}

fn columns(tariffs: &Tariffs, practice: &Practice) -> (PracticeColumn, PracticeColumn) {
    let columns = practice_columns(tariffs, practice, ShareReading::InTable);
    let of = |column| columns.iter().find(|c| c.column == column).unwrap().clone();
    (of(Column::Current), of(Column::Proposal))
}

const RULES: [Normalisation; 3] = [Normalisation::None, Normalisation::ScalarToBudget, Normalisation::PerCellNeutral];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn waterfall_and_drivers_add_up_to_the_change(
        listed in prop::collection::vec(0..900u16, 42),
        affected in prop::collection::vec(0..300u16, 60),
        most in 0..40usize,
        rule in 0..3usize,
    ) {
        let tariffs = tariffs(RULES[rule]);
        let practice = practice(&listed, &affected);
        let (today, proposal) = columns(&tariffs, &practice);
        let steps = waterfall(&today, &proposal, most);
        let told: Decimal = steps.factors.iter().map(|(_, amount)| amount.value().decimal()).sum();
        let others = steps.others.as_ref().map_or(Decimal::ZERO, |amount| amount.value().decimal());
        let end = steps.from.value().decimal() + steps.capitation.value().decimal() + told + others;
        prop_assert_eq!(end.round_dp(12), steps.to.value().decimal().round_dp(12));
        prop_assert!(steps.factors.len() <= most);
        let change = proposal.change.as_ref().unwrap();
        let found = drivers(&tariffs.proposal, &practice, &proposal.outcome, change).unwrap();
        let sum = found.by_conditions.value().decimal() + found.by_table.value().decimal();
        prop_assert_eq!(sum.round_dp(12), change.value().decimal().round_dp(12));
        if RULES[rule] == Normalisation::PerCellNeutral {
            // every cell keeps the table's mean, so only who has what can change the payment
            prop_assert!(found.by_table.value().decimal().abs() < Decimal::new(1, 9), "{:?}", found.by_table.value());
        }
    }
}

#[test]
fn a_list_with_the_reference_shares_has_no_drivers() {
    let tariffs = tariffs(Normalisation::PerCellNeutral);
    let mut practice = practice(&[500; 42], &[]);
    let mix = tariffs.proposal.model.case_mix().unwrap();
    practice.affected = estimated_affected(mix, &practice.listed).unwrap().into_iter().collect();
    let (_, proposal) = columns(&tariffs, &practice);
    let found = drivers(&tariffs.proposal, &practice, &proposal.outcome, proposal.change.as_ref().unwrap()).unwrap();
    for driver in &found.factors {
        assert!(driver.excess.value().decimal().abs() <= Decimal::new(5, 1), "rounding alone: {driver:?}");
    }
}

#[test]
fn a_pyramid_has_the_whole_list_and_the_whole_reference() {
    let proposal = model(SKANE_PROPOSAL);
    let bands = pyramid(&practice(&[17; 42], &[]).listed, &proposal.case_mix().unwrap().reference).unwrap();
    let sum = |shares: Vec<Decimal>| shares.into_iter().sum::<Decimal>().round_dp(12);
    assert_eq!(sum(bands.iter().flat_map(|b| &b.own).map(|s| s.value().decimal()).collect()), Decimal::ONE);
    assert_eq!(sum(bands.iter().flat_map(|b| &b.reference).map(|s| s.value().decimal()).collect()), Decimal::ONE);
    assert_eq!(bands.len(), 21);
    assert_eq!(older(&bands, 0).map(|share| share.value().decimal().round_dp(12)), [Decimal::ONE; 2]);
    let [own, reference] = older(&bands, 65);
    assert_eq!(
        own.value().decimal().round_dp(12),
        (Decimal::from(16) / Decimal::from(42)).round_dp(12),
        "8 of 21 bands"
    );
    assert!(reference.value().decimal() > Decimal::new(15, 2) && reference.value().decimal() < Decimal::new(25, 2));
    let nobody = practice(&[0; 42], &[]);
    assert_eq!(pyramid(&nobody.listed, &proposal.case_mix().unwrap().reference), None);
}
