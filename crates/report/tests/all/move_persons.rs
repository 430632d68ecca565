//! The money follows the person: what one practice loses the other gains, under every model and budget rule.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use catalog::{ANDERS, JOHAN, SKANE_2025, SKANE_2026, SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE};
use model::{
    case_mix::{ConditionSet, Normalisation},
    cell::PerCell,
    count::Count,
    entries::Entries,
    id::Id,
    measure::{Measure, MonthlyMoney},
    payment_model::PaymentModel,
    practice::{Person, Practice},
    sex::Sex,
};
use proptest::{collection::vec, prelude::*};
use report::{
    brief::person_paid,
    columns::{Column, Tariffs},
    move_persons::{MoveError, Movers, move_persons},
};
use rust_decimal::Decimal;
use std::rc::Rc;

fn model(id: &str) -> Rc<PaymentModel> {
    Rc::clone(catalog::shipped().model(&Id::new(id)).unwrap())
}

fn tariffs(proposal: &str, rule: Normalisation) -> Tariffs {
    let tariff = |model: Rc<PaymentModel>| Rc::new(model.tariff().unwrap());
    let scenario = Rc::new(model(proposal).with_normalisation(Normalisation::None));
    Tariffs {
        earlier: tariff(model(SKANE_2025)),
        current: tariff(model(SKANE_2026)),
        proposal: tariff(Rc::new(model(proposal).with_normalisation(rule))),
        scenario: Ok(tariff(scenario)),
    }
}

/// So many in every cell, and so many with every factor.
fn practice(model: &PaymentModel, listed: u16, affected: u16) -> Practice {
    let factors = model.case_mix().unwrap().factors();
    Practice {
        listed: PerCell::from_fn(&model.bands, |_| Count::from(listed)),
        affected: factors.map(|factor| (factor.id.clone(), Count::from(affected))).collect(),
        drug_cost: None,
    }
}

/// A shipped person with the conditions that the model finds.
fn shipped(model: &PaymentModel, id: &str) -> Person {
    let catalogue = catalog::shipped();
    let person = catalogue.person(&Id::new(id)).unwrap();
    let conditions = model.case_mix().unwrap().shown_by(&person.dispensed);
    Person { sex: person.sex, age: person.age, conditions }
}

fn persons(person: Person, count: u16) -> Movers {
    Movers { person, count: Count::from(count) }
}

#[test]
fn today_all_take_the_same_with_them_and_under_the_proposal_the_sick_more() {
    let tariffs = tariffs(SKANE_PROPOSAL, Normalisation::PerCellNeutral);
    let model = &tariffs.proposal.model;
    let (from, to) = (practice(model, 100, 50), practice(model, 200, 90));
    let moved = |id| {
        let columns = move_persons(&tariffs, &from, &to, &[persons(shipped(model, id), 1)]).unwrap();
        columns.into_iter().map(|column| (column.column, column.to.change.value())).collect::<Vec<_>>()
    };
    let (johan, anders) = (moved(JOHAN), moved(ANDERS));
    let kr = |text: &str| MonthlyMoney::of(text.parse().unwrap());
    assert_eq!(johan[1], (Column::Current, kr("121")), "a man of 60 in the table of 2026");
    assert_eq!(johan[..2], anders[..2], "the tables do not know who is ill");
    assert!(anders[2].1 > johan[2].1 && johan[2].1 < kr("121"), "{johan:?} {anders:?}");
    // what a person brings is what the page opens with
    let catalogue = catalog::shipped();
    let person = catalogue.person(&Id::new(ANDERS)).unwrap();
    let alone = Column::ALL.into_iter().filter_map(|column| {
        let tariff = tariffs.get(column)?;
        let conditions = tariff.model.case_mix().map(|mix| mix.shown_by(&person.dispensed)).unwrap_or_default();
        let person = Person { sex: person.sex, age: person.age, conditions };
        Some((column, person_paid(tariff, &person).outcome.payment.value()))
    });
    let alone: Vec<_> = alone.collect();
    assert_eq!(cents(&anders), cents(&alone));
}

/// To a millionth: a sum of a hundred amounts is rounded elsewhere than one amount.
fn cents(amounts: &[(Column, MonthlyMoney)]) -> Vec<(Column, Decimal)> {
    amounts.iter().map(|(column, amount)| (*column, short(amount.decimal()))).collect()
}

fn short(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(6, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

#[test]
fn all_that_stands_against_a_move_is_told() {
    let tariffs = tariffs(SKANE_PROPOSAL_FIVE, Normalisation::PerCellNeutral);
    let model = &tariffs.proposal.model;
    let (from, to) = (practice(model, 5, 3), practice(model, 5, 3));
    let anders = shipped(model, ANDERS);
    let errors = move_persons(&tariffs, &from, &to, &[persons(anders, 4), persons(anders, 2)]).unwrap_err();
    let factors = model.case_mix().unwrap().flags(anders.sex, anders.age, anders.conditions).factors;
    assert!(factors.len() > 1 && errors.len() == 1 + factors.len(), "{errors:?}");
    let six = Count::from(6);
    assert!(
        matches!(&errors[0], MoveError::TooFewListed { listed, leaving, .. } if *listed == 5.into() && *leaving == six)
    );
    for error in &errors[1..] {
        let MoveError::TooFewAffected { affected, leaving, factor } = error else { panic!("{error:?}") };
        assert!(*affected == 3.into() && *leaving == six && factors.contains(factor), "{error:?}");
    }
    let full = Practice { listed: to.listed.map(|_, _| Count::new(Count::MAX.into()).unwrap()), ..to };
    let johan = shipped(model, JOHAN);
    assert_eq!(move_persons(&tariffs, &from, &full, &[persons(johan, 1)]), Err(vec![MoveError::TooMany]));
}

#[test]
fn a_practice_that_has_not_told_its_conditions_is_paid_by_the_tables_only() {
    let tariffs = tariffs(SKANE_PROPOSAL, Normalisation::PerCellNeutral);
    let model = &tariffs.proposal.model;
    let from = practice(model, 100, 50);
    let to = Practice { affected: Entries::new(), ..practice(model, 100, 0) };
    let anders = [persons(shipped(model, ANDERS), 1)];
    for (from, to) in [(&from, &to), (&to, &from)] {
        let columns = move_persons(&tariffs, from, to, &anders).unwrap();
        assert_eq!(columns.iter().map(|c| c.column).collect::<Vec<_>>(), [Column::Earlier, Column::Current]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_sum_over_both_is_the_same_under_every_model(
        (broad, scalar) in (any::<bool>(), any::<bool>()),
        people in vec((any::<bool>(), 0u8..=110, any::<u32>(), 0u16..=20), 1..6),
        sizes in (200u16..=5_000, 1u16..=5_000),
    ) {
        let rule = if scalar { Normalisation::ScalarToBudget } else { Normalisation::PerCellNeutral };
        let tariffs = tariffs(if broad { SKANE_PROPOSAL } else { SKANE_PROPOSAL_FIVE }, rule);
        let model = &tariffs.proposal.model;
        let conditions = model.case_mix().unwrap().conditions.len();
        let (from, to) = (practice(model, sizes.0, sizes.0), practice(model, sizes.1, sizes.1));
        let movers: Vec<_> = people.iter().map(|(woman, age, bits, count)| {
            let sex = if *woman { Sex::Woman } else { Sex::Man };
            let conditions = ConditionSet::of((0..conditions).filter(|i| bits & (1 << i) != 0));
            persons(Person { sex, age: *age, conditions }, *count)
        }).collect();
        let columns = move_persons(&tariffs, &from, &to, &movers).unwrap();
        prop_assert_eq!(columns.len(), 4);
        for column in columns {
            let (before, after) = (column.both_before.value().decimal(), column.both_after.value().decimal());
            prop_assert_eq!(short(before), short(after));
            prop_assert_eq!(short(column.from.change.value().decimal()), short(-column.to.change.value().decimal()));
            let tariff = tariffs.get(column.column).unwrap();
            let brought = movers.iter().map(|movers| {
                tariff.person(&movers.person).0.payment.value().decimal() * movers.count.persons().decimal()
            });
            let gained = column.to.change.value().decimal();
            prop_assert_eq!(short(gained), short(brought.sum()), "what each of them brings");
        }
    }
}
