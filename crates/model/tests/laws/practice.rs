//! A practice's payment: lines of basis times rate, and their sum.
use super::{
    make::{bands, case_mix, condition, count, d, m, model, reference, table},
    random::fitting,
};
use model::{
    case_mix::{ConditionSet, Normalisation},
    cell::PerCell,
    id::Id,
    measure::{Measure, MonthlyMoney},
    outcome::{Outcome, WrongBands},
    payment_model::PaymentModel,
    practice::{Person, Practice},
    sex::Sex,
};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;
use std::{collections::BTreeMap, rc::Rc};

fn practice(model: &PaymentModel, listed: &[u32], affected: &[(&str, u32)]) -> Practice {
    let listed = PerCell::from_values(&model.bands, listed.iter().map(|n| count(*n)).collect()).unwrap();
    let affected = affected.iter().map(|(id, n)| (Id::new(id), count(*n))).collect();
    Practice { listed, affected, drug_cost: None }
}

fn small() -> Rc<PaymentModel> {
    let bands = bands(&[0]);
    let reference = reference(&bands, &[100, 100], &[("a", &[10, 10])]);
    let mix = case_mix(vec![condition("a", d("30"))], reference);
    Rc::new(model(&bands, Some(table(&bands, &[d("50"), d("60")])), Some(mix)))
}

fn amounts(outcome: &Outcome) -> Vec<MonthlyMoney> {
    outcome.lines.iter().map(|line| line.amount.value()).collect()
}

#[test]
fn two_hundred_listed_of_whom_thirty_are_affected() {
    let outcome = small().tariff().unwrap().practice(&practice(&small(), &[100, 100], &[("a", 30)])).unwrap();
    // 100 x (50 - 3), 100 x (60 - 3), 30 x 30
    assert_eq!(amounts(&outcome), [m("4700"), m("5700"), m("900")]);
    assert_eq!(outcome.payment.value(), m("11300"));
    assert_eq!(outcome.capitation().value(), m("10400"));
    assert_eq!(outcome.case_mix().value(), m("900"));
    assert_eq!(outcome.per_listed().unwrap().value(), m("56.5"), "11,300 / 200");
}

#[test]
fn empty_cells_have_no_line_and_an_empty_list_no_mean() {
    let tariff = small().tariff().unwrap();
    let women = tariff.practice(&practice(&small(), &[10, 0], &[])).unwrap();
    assert_eq!(amounts(&women), [m("470"), m("0")], "one cell, and the condition that nobody has");
    let nobody = tariff.practice(&practice(&small(), &[0, 0], &[])).unwrap();
    assert_eq!((nobody.payment.value(), nobody.per_listed()), (m("0"), None));
}

#[test]
fn a_list_of_other_bands_is_refused() {
    let bands = bands(&[0, 65]);
    let other = Practice {
        listed: PerCell::from_fn(&bands, |_| count(1)),
        affected: model::entries::Entries::new(),
        drug_cost: None,
    };
    assert_eq!(small().tariff().unwrap().practice(&other), Err(WrongBands));
}

#[test]
fn the_reference_population_as_one_practice_is_paid_the_budget() {
    let outcome = small().tariff().unwrap().practice(&practice(&small(), &[100, 100], &[("a", 20)])).unwrap();
    assert_eq!(outcome.payment.value(), m("11000"), "100 x 50 + 100 x 60");
}

proptest! {
    #[test]
    fn a_practice_is_paid_the_sum_of_its_persons(
        mut numbers in fitting(),
        people in vec((any::<bool>(), 0u8..=110, 0usize..256), 0..20),
    ) {
        numbers.points = None;
        let model = numbers.model(Normalisation::None);
        let tariff = model.tariff().unwrap();
        let n = model.case_mix().unwrap().conditions.len();
        let mut listed: Vec<u32> = vec![0; 2 * model.bands.count()];
        let mut affected: BTreeMap<Id, u32> = BTreeMap::new();
        let mut sum = Decimal::ZERO;
        for (woman, age, bits) in people {
            let conditions = ConditionSet::of((0..n).filter(|i| bits & (1 << i) != 0));
            let sex = if woman { Sex::Woman } else { Sex::Man };
            let (outcome, flags) = tariff.person(&Person { sex, age, conditions });
            sum += outcome.payment.value().decimal();
            listed[if woman { 0 } else { model.bands.count() } + model.bands.index_of(age)] += 1;
            flags.factors.into_iter().for_each(|id| *affected.entry(id).or_default() += 1);
        }
        let affected: Vec<_> = affected.iter().map(|(id, n)| (id.as_str(), *n)).collect();
        let outcome = tariff.practice(&practice(&model, &listed, &affected)).unwrap();
        prop_assert_eq!(outcome.payment.value().decimal(), sum);
        let lines: Decimal = outcome.lines.iter().map(|line| line.amount.value().decimal()).sum();
        prop_assert_eq!(lines, sum);
        prop_assert_eq!(outcome.capitation().value() + outcome.case_mix().value(), outcome.payment.value());
    }
}
