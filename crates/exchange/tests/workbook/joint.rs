//! Shares of several conditions at once, as cells: a made-up model with interactions and counts.
use super::make::{columns, d, file, practice, shipped, tariffs};
use super::read::read;
use catalog::SKANE_PROPOSAL_FIVE;
use model::{
    case_mix::{ConditionSet, CountRule, CountTerm, Interaction, Normalisation},
    citation::Parameter,
    component::Component,
    id::Id,
    localized::Localized,
    measure::{Measure, Weight},
    payment_model::PaymentModel,
};
use report::columns::Tariffs;
use std::rc::Rc;

/// The five conditions with groups apart and groups that share one, and every kind of count.
pub fn model() -> PaymentModel {
    let mut model = (*shipped(SKANE_PROPOSAL_FIVE)).clone();
    for component in &mut model.components {
        let Component::CaseMix(mix) = component else { continue };
        let weight = || Parameter::sourced(Weight::of(d("1.5")), Rc::clone(&mix.conditions[0].weight.citation));
        let groups = [
            ("apart", vec![vec![0, 1], vec![2, 3]]),
            ("shared", vec![vec![0, 1], vec![1, 2], vec![2, 4]]),
            ("one", vec![vec![0, 4]]),
            ("nobody", vec![vec![0], vec![]]),
        ];
        let name = Localized::new("n", "n");
        mix.interactions = groups
            .into_iter()
            .map(|(id, groups)| {
                let groups = groups.into_iter().map(ConditionSet::of).collect();
                Interaction { id: Id::new(id), name: name.clone(), groups, weight: weight() }
            })
            .collect();
        let rules = [("two", CountRule::Exactly(2)), ("three", CountRule::AtLeast(3)), ("nine", CountRule::Exactly(9))];
        let rules = rules.into_iter().chain([("any", CountRule::AtLeast(0)), ("ten", CountRule::AtLeast(10))]);
        mix.counts =
            rules.map(|(id, rule)| CountTerm { id: Id::new(id), name: name.clone(), rule, weight: weight() }).collect();
    }
    model
}

pub fn joint_tariffs() -> Tariffs {
    tariffs(&model(), Normalisation::PerCellNeutral)
}

#[test]
fn one_table_of_chances_a_cell_serves_every_count() {
    let tariffs = joint_tariffs();
    let sheets = read(&file(&columns(&tariffs, &practice(&tariffs))));
    let joint = &sheets["JointSheet"];
    let tables = joint.texts.values().filter(|text| *text == "ShareOfCondition").count();
    assert_eq!(tables, tariffs.proposal.model.bands.cells().count());
    // after the fifth condition the chances of 0 to 5 conditions are all there is
    let last: f64 = (2..=7).map(|column| joint.numbers[&(10, column)]).sum();
    assert!((last - 1.0).abs() < 1e-12, "{last}");
}
