//! Goal seek: the value that is found gives the target when it is put in, and what is out of reach is so.
use super::{
    make::{bands, case_mix, condition, count, d, guideline, m, model, reference, table},
    random::{Numbers, fitting, heavy, signed},
};
use model::{
    case_mix::{CaseMix, Normalisation, SignRule},
    count::Count,
    edit::Edit,
    goal_seek::{Asked, Goal, Question, Reason, Under, Unknown, goal_seek},
    id::Id,
    measure::{Measure, MonthlyMoney},
    net::net,
    payment_model::PaymentModel,
    scenario::Scenario,
    value::{Key, Section},
};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;
use std::rc::Rc;

/// A scenario of the model with persons in every cell and with every factor, and a drug cost.
fn scenario(model: Rc<PaymentModel>, persons: &[u16], cost: i64) -> Scenario {
    let mut counts = persons.iter().cycle().map(|n| Some(count((*n).into())));
    let listed = model.bands.cells().map(|cell| (cell, counts.next().unwrap())).collect();
    let factors = model.case_mix().unwrap().factors().map(|f| f.id.clone()).collect::<Vec<_>>();
    let affected = factors.into_iter().map(|id| (id, counts.next().unwrap())).collect();
    let cost = Edit::set(Key::DrugCost, MonthlyMoney::of(Decimal::new(cost, 2)));
    let edits = [Edit::each(Key::Listed, listed), Edit::each(Key::Affected, affected), cost];
    edits.iter().fold(Scenario::new(model, guideline()), |scenario, edit| scenario.apply(edit))
}

/// One of the numbers of the scenario.
fn unknown(scenario: &Scenario, which: usize, index: usize) -> Unknown {
    let cells: Vec<_> = scenario.start.bands.cells().collect();
    let cell = cells[index % cells.len()];
    let ids: Vec<Id> = scenario.start.case_mix().unwrap().factors().map(|f| f.id.clone()).collect();
    let id = ids[index % ids.len()].clone();
    match which {
        0 => Unknown::Value(Key::Weight(id)),
        1 => Unknown::AllWeights,
        2 => Unknown::Value(Key::CostShare),
        3 => Unknown::Value(Key::Rate(cell)),
        4 => Unknown::Value(Key::Listed(cell)),
        5 => Unknown::Value(Key::Affected(id)),
        _ => Unknown::Value(Key::DrugCost),
    }
}

fn with(scenario: &Scenario, what: &Unknown, value: Decimal) -> Scenario {
    what.edit(value, scenario).map_or_else(|| scenario.clone(), |edit| scenario.apply(&edit))
}

/// The net of the scenario by the core's own steps.
fn net_of(scenario: &Scenario) -> Option<MonthlyMoney> {
    let (tariff, practice) = (scenario.model().tariff().ok()?, scenario.entered_practice()?);
    let outcome = tariff.practice(&practice).unwrap();
    let reading = scenario.practice().reading;
    Some(net(&outcome.payment, practice.drug_cost?, &tariff.cost_share, reading).net.value())
}

fn seek(scenario: &Scenario, what: &Unknown, target: MonthlyMoney) -> Goal {
    goal_seek(target, what, &Question { scenario, under: Under::Scenario, asked: Asked::Net })
}

fn numbers() -> impl Strategy<Value = (Numbers, bool)> {
    prop_oneof![fitting().prop_map(|n| (n, false)), signed().prop_map(|n| (n, true)), heavy().prop_map(|n| (n, false))]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn the_value_found_gives_the_target_and_no_value_gives_one_out_of_reach(
        (numbers, _) in numbers(),
        scalar: bool,
        persons in vec(1u16..=2_000, 7),
        cost in 0i64..=100_000_000,
        (which, index) in (0usize..7, 0usize..50),
        target in -2_000_000i64..=2_000_000,
        others in vec(0i64..=1_000_000, 6),
    ) {
        let rule = if scalar { Normalisation::ScalarToBudget } else { Normalisation::PerCellNeutral };
        let scenario = scenario(numbers.model(rule), &persons, cost);
        let what = unknown(&scenario, which, index);
        let target = MonthlyMoney::of(target.into());
        let outcome_at = |value| net_of(&with(&scenario, &what, value));
        match seek(&scenario, &what, target) {
            Goal::Reached(point) => {
                prop_assert_eq!(outcome_at(point.value), Some(point.outcome));
                prop_assert!((point.outcome - target).decimal().abs() <= Decimal::ONE);
                prop_assert!(point.value.scale() <= what.bounds(&scenario).unwrap().decimals);
            }
            Goal::Between { below, above } => {
                prop_assert!(below.outcome < target && target < above.outcome);
                let step = Decimal::new(1, what.bounds(&scenario).unwrap().decimals);
                prop_assert_eq!((below.value - above.value).abs(), step, "neighbours");
                for point in [below, above] {
                    prop_assert_eq!(outcome_at(point.value), Some(point.outcome));
                    prop_assert!((point.outcome - target).decimal().abs() > Decimal::ONE);
                }
            }
            Goal::OutOfReach { least, most } => {
                prop_assert!(target < least.outcome || most.outcome < target);
                prop_assert_eq!(outcome_at(least.value), Some(least.outcome));
                prop_assert_eq!(outcome_at(most.value), Some(most.outcome));
                // values anywhere in the range stay between the two
                let (from, to) = (least.value.min(most.value), least.value.max(most.value));
                for part in others {
                    let value = from + (to - from) * Decimal::new(part, 6);
                    let value = value.round_dp_with_strategy(what.bounds(&scenario).unwrap().decimals, rust_decimal::RoundingStrategy::ToZero);
                    if let Some(outcome) = outcome_at(value) {
                        prop_assert!((least.outcome..=most.outcome).contains(&outcome), "{} gives {:?}", value, outcome);
                    }
                }
            }
            Goal::NoEffect(outcome) => {
                for value in [Decimal::ZERO, Decimal::ONE] {
                    prop_assert!(outcome_at(value).is_none_or(|other| other == outcome));
                }
            }
            Goal::NotComputable(reasons) => {
                prop_assert!(!reasons.is_empty());
                for value in [Decimal::ZERO, Decimal::ONE, d("0.5")] {
                    prop_assert_eq!(outcome_at(value), None);
                }
            }
        }
    }

    #[test]
    fn a_higher_target_needs_no_lower_cost_share_when_the_net_falls_with_it(
        numbers in fitting(),
        persons in vec(1u16..=2_000, 7),
        targets in (-1_000_000i64..=1_000_000, 0i64..=1_000_000),
    ) {
        let scenario = scenario(numbers.model(Normalisation::PerCellNeutral), &persons, 150_000_000);
        let share_for = |target: i64| match seek(&scenario, &Unknown::Value(Key::CostShare), MonthlyMoney::of(target.into())) {
            Goal::Reached(point) => Some(point.value),
            _ => None,
        };
        if let Some((low, high)) = share_for(targets.0).zip(share_for(targets.0 + targets.1)) {
            prop_assert!(low >= high);
        }
    }
}

fn small(weight: &str) -> Scenario {
    let bands = bands(&[0]);
    let reference = reference(&bands, &[100, 100], &[("a", &[10, 10])]);
    let mix = case_mix(vec![condition("a", d(weight))], reference);
    let model = Rc::new(model(&bands, Some(table(&bands, &[d("50"), d("60")])), Some(mix)));
    scenario(model, &[100, 100, 30], 1_000_000)
}

fn payment(scenario: &Scenario, what: &Unknown, target: &str) -> Goal {
    goal_seek(m(target), what, &Question { scenario, under: Under::Scenario, asked: Asked::Payment })
}

#[test]
fn a_weight_by_hand() {
    // 100 x (50 - w/10) + 100 x (60 - w/10) + 30 w = 11,000 + 10 w
    let scenario = small("30");
    let weight = Unknown::Value(Key::Weight(Id::new("a")));
    let Goal::Reached(point) = payment(&scenario, &weight, "11123.4") else { panic!("not reached") };
    assert_eq!((point.value, point.outcome), (d("12.34"), m("11123.4")));
    // the base of the women is nothing at w = 500
    let Goal::OutOfReach { least, most } = payment(&scenario, &weight, "16000.01") else { panic!("reached") };
    assert_eq!((least.value, least.outcome, most.value, most.outcome), (d("0"), m("11000"), d("500"), m("16000")));
}

#[test]
fn a_present_weight_that_does_not_fit_is_no_hindrance() {
    let weight = Unknown::Value(Key::Weight(Id::new("a")));
    let Goal::Reached(point) = payment(&small("900"), &weight, "12000") else { panic!("not reached") };
    assert_eq!(point.value, d("100"));
}

#[test]
fn persons_are_whole_and_both_neighbours_are_told() {
    let scenario = small("30");
    let cell = scenario.start.bands.cells().next().unwrap();
    // 47 kr for each woman: 4,700 + 5,700 + 900
    let Goal::Between { below, above } = payment(&scenario, &Unknown::Value(Key::Listed(cell)), "11320") else {
        panic!()
    };
    assert_eq!((below.value, below.outcome), (d("100"), m("11300")));
    assert_eq!((above.value, above.outcome), (d("101"), m("11347")));
    let Goal::OutOfReach { most, .. } = payment(&scenario, &Unknown::Value(Key::Affected(Id::new("a"))), "99999")
    else {
        panic!()
    };
    assert_eq!((most.value, most.outcome), (d("200"), m("16400")), "no more than are listed");
}

#[test]
fn what_has_no_effect_and_what_cannot_be_worked_out() {
    let scenario = small("30");
    assert_eq!(payment(&scenario, &Unknown::Value(Key::DrugCost), "1"), Goal::NoEffect(m("11300")));
    let current = scenario.start.with_normalisation(Normalisation::None);
    let current = Rc::new(current);
    let question = Question { scenario: &scenario, under: Under::Model(&current), asked: Asked::Payment };
    let nobody = scenario.apply(&Edit::Clear(Section::Practice));
    assert_eq!(goal_seek(m("1"), &Unknown::Value(Key::CostShare), &question), Goal::NoEffect(m("11900")));
    let reasons = |goal| if let Goal::NotComputable(reasons) = goal { reasons } else { panic!("{goal:?}") };
    assert_eq!(reasons(payment(&nobody, &Unknown::Value(Key::CostShare), "1")), [Reason::NobodyListed]);
    let unknown = Unknown::Value(Key::Weight(Id::new("b")));
    assert_eq!(reasons(payment(&scenario, &unknown, "1")), [Reason::NoSuchNumber]);
    let no_cost = scenario.apply(&Edit::reset(Key::DrugCost));
    assert_eq!(reasons(seek(&no_cost, &Unknown::Value(Key::CostShare), m("1"))), [Reason::NoDrugCost]);
    let not_entered = scenario.apply(&Edit::each(Key::Affected, vec![(Id::new("a"), None::<Count>)]));
    assert_eq!(reasons(payment(&not_entered, &Unknown::Value(Key::CostShare), "1")), [Reason::AffectedNotEntered]);
    let Goal::Reached(cost) = seek(&no_cost, &Unknown::Value(Key::DrugCost), m("0")) else { panic!("no cost found") };
    assert_eq!(cost.value, d("16142.86"), "11,300 / 0.70");
}

#[test]
fn a_weight_below_zero_is_tried_where_the_model_allows_it() {
    let bands = bands(&[0]);
    let reference = reference(&bands, &[100, 100], &[("a", &[10, 10])]);
    let mix = CaseMix { sign: SignRule::Signed, ..case_mix(vec![condition("a", d("30"))], reference) };
    let model = Rc::new(model(&bands, Some(table(&bands, &[d("50"), d("60")])), Some(mix)));
    let scenario = scenario(model, &[100, 100, 30], 0);
    let Goal::Reached(point) = payment(&scenario, &Unknown::Value(Key::Weight(Id::new("a"))), "10000") else {
        panic!()
    };
    assert_eq!(point.value, d("-100"));
}

#[test]
fn what_another_model_pays_is_met() {
    let scenario = small("30");
    let current = Rc::new(scenario.start.with_normalisation(Normalisation::None));
    let question = Question { scenario: &scenario, under: Under::Scenario, asked: Asked::PaymentLess(&current) };
    // 11,000 + 10 w - 11,900
    let Goal::Reached(point) = goal_seek(m("0"), &Unknown::Value(Key::Weight(Id::new("a"))), &question) else {
        panic!()
    };
    assert_eq!(point.value, d("90"));
    let Goal::Reached(point) = goal_seek(m("0"), &Unknown::AllWeights, &question) else { panic!() };
    assert_eq!(point.value, d("3"));
}
