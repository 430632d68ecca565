//! The result of a goal is the figure that is explained; the practice of the reference's shape has its size and shares.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use catalog::{SKANE_2026, SKANE_PROPOSAL};
use model::{
    count::Count,
    edit::Edit,
    goal_seek::{Asked, Goal, Question, Under, Unknown, goal_seek},
    id::Id,
    measure::{Measure, MonthlyMoney},
    payment_model::PaymentModel,
    practice::Practice,
    scenario::Scenario,
    value::Key,
};
use proptest::prelude::*;
use report::{estimate::reference_practice, goal::asked_figure};
use rust_decimal::Decimal;
use std::rc::Rc;

fn model(id: &str) -> Rc<PaymentModel> {
    Rc::clone(catalog::shipped().model(&Id::new(id)).unwrap())
}

fn of_size(size: u64) -> Practice {
    reference_practice(model(SKANE_PROPOSAL).case_mix().unwrap(), Count::new(size).unwrap()).unwrap()
}

fn scenario() -> Scenario {
    let practice = of_size(9000);
    let listed = practice.listed.iter().map(|(cell, count)| (cell, Some(*count))).collect();
    let affected = practice.affected.iter().map(|(id, count)| (id.clone(), Some(*count))).collect();
    let cost = Edit::set(Key::DrugCost, MonthlyMoney::of(Decimal::from(1_000_000)));
    let start = Scenario::new(model(SKANE_PROPOSAL), catalog::shipped().guideline);
    [Edit::each(Key::Listed, listed), Edit::each(Key::Affected, affected), cost]
        .iter()
        .fold(start, |s, edit| s.apply(edit))
}

#[test]
fn the_figure_explained_is_the_result_found() {
    let (scenario, today) = (scenario(), model(SKANE_2026));
    let what = Unknown::Value(Key::Affected(Id::new("cancer_cytostatika")));
    for asked in [Asked::Payment, Asked::PaymentLess(&today), Asked::Net] {
        let question = Question { scenario: &scenario, under: Under::Scenario, asked };
        let now = asked_figure(&question).unwrap().value();
        let target = MonthlyMoney::of(now.decimal() + Decimal::from(10_000));
        let found = goal_seek(target, &what, &question);
        let (Goal::Reached(point) | Goal::Between { below: point, .. }) = found else { panic!("{found:?}") };
        let then = scenario.apply(&what.edit(point.value, &scenario).unwrap());
        assert_eq!(asked_figure(&Question { scenario: &then, ..question }).unwrap().value(), point.outcome);
    }
    let nobody = Scenario::new(model(SKANE_PROPOSAL), catalog::shipped().guideline);
    assert_eq!(asked_figure(&Question { scenario: &nobody, under: Under::Scenario, asked: Asked::Payment }), None);
}

#[test]
fn a_model_with_conditions_has_no_result_until_they_are_told() {
    let today = model(SKANE_2026);
    let no_conditions = |scenario: Scenario| {
        let conditions = scenario.practice().affected.keys().map(|id| (Key::Affected(id.clone()), None)).collect();
        scenario.apply(&Edit::Set(conditions))
    };
    let scenario = no_conditions(scenario());
    for asked in [Asked::Payment, Asked::PaymentLess(&today), Asked::Net] {
        let own = Question { scenario: &scenario, under: Under::Scenario, asked };
        assert_eq!(asked_figure(&own), None, "not known, and not for nobody");
    }
    let under = Question { scenario: &scenario, under: Under::Model(&today), asked: Asked::Payment };
    assert!(asked_figure(&under).is_some(), "today's table pays for no conditions");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_practice_of_the_references_shape_has_its_size(size in 0u64..=1_500_000) {
        let practice = of_size(size);
        let listed: u64 = practice.listed.iter().map(|(_, count)| u64::from(count.get())).sum();
        prop_assert_eq!(listed, size);
        let proposal = model(SKANE_PROPOSAL);
        let reference = &proposal.case_mix().unwrap().reference.listed;
        let all: u64 = reference.iter().map(|(_, count)| u64::from(count.get())).sum();
        for (cell, count) in practice.listed.iter() {
            let share = Decimal::from(reference.get(cell).unwrap().get()) * Decimal::from(size) / Decimal::from(all);
            prop_assert!((Decimal::from(count.get()) - share).abs() < Decimal::ONE, "{:?}", cell);
        }
    }
}
