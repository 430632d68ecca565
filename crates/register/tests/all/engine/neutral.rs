//! The region as its own reference: a model that is neutral per cell pays it what the table pays.
use crate::engine::{
    make,
    region::{Region, close, rates, region},
};
use model::{
    case_mix::{CaseMix, Normalisation, Reference},
    cell::Cell,
    component::Component,
    id::Id,
    measure::Measure,
    payment_model::PaymentModel,
    tariff::Tariff,
};
use proptest::prelude::*;
use register::{
    neutral::{NoReference, reference_of},
    statistics::{SubgroupKind, subgroups},
    summary::Summary,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;

fn reference(summary: &Summary, lane: usize) -> Result<Reference, NoReference> {
    reference_of(summary, lane, Id::new("own"), make::name("own"), make::citation())
}

/// One more healthy person in every class, so that no cell is empty.
fn filled(region: &Region, tariffs: &[Tariff]) -> Region {
    let mut filled = region.clone();
    for class in &region.frame(tariffs).classes {
        let man = class.youngest.sex() == model::sex::Sex::Man;
        filled.persons.push((0, man, class.youngest.age(), 0, 1000));
    }
    filled
}

/// The table alone.
fn table(model: &PaymentModel) -> PaymentModel {
    let components = model.components.iter().filter(|part| matches!(part, Component::Capitation(_))).cloned().collect();
    PaymentModel { components, ..model.clone() }
}

fn mix(tariff: &Tariff) -> &CaseMix {
    tariff.model.case_mix().unwrap()
}

fn light(model: &PaymentModel) -> PaymentModel {
    let ids: Vec<Id> = model.case_mix().unwrap().factors().map(|factor| factor.id.clone()).collect();
    ids.iter().fold(model.clone(), |model, id| {
        let weight = model.case_mix().unwrap().factors().find(|factor| factor.id == id).unwrap().weight.value;
        model.with_weight(id, Measure::of(weight.decimal() / Decimal::TEN))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_neutral_model_pays_the_region_what_the_table_pays(region in region()) {
        let start = region.tariffs(Normalisation::PerCellNeutral);
        let region = filled(&region, &start);
        let summary = region.summary(&start);
        for (lane, tariff) in start.iter().enumerate() {
            let own = Rc::new(reference(&summary, lane).unwrap());
            let neutral = Rc::new(light(&tariff.model.with_reference(Rc::clone(&own)))).tariff().unwrap();
            let table = Rc::new(table(&tariff.model)).tariff().unwrap();
            let compared = [neutral.clone(), table];
            let summary = region.summary(&compared);
            let evaluation = summary.evaluate(&rates(&compared));
            let [neutral_result, table_result] = &evaluation.lanes[..] else { panic!("two lanes") };
            prop_assert!(close(neutral_result.total.payment, table_result.total.payment, 0.0, 1e-9));
            let pairs = subgroups(&summary, neutral_result).into_iter().zip(subgroups(&summary, table_result));
            let (mut ages, mut sexes) = (0.0, 0.0);
            for (neutral, table) in pairs {
                let n = f64::from(u32::try_from(neutral.persons).unwrap());
                let difference = n * (neutral.difference.per_person - table.difference.per_person);
                match neutral.kind {
                    SubgroupKind::Ages(..) => ages += difference,
                    SubgroupKind::Sex(_) => {
                        prop_assert!(close(neutral.payment, table.payment, 0.0, 1e-9), "each sex is whole cells");
                        sexes += difference;
                    }
                    _ => {}
                }
            }
            let scale = table_result.total.payment + table_result.total.carried;
            prop_assert!(ages.abs() <= 1e-9 * scale && sexes.abs() <= 1e-9 * scale);
            for cell in neutral.model.bands.cells() {
                let (paid, tabled) = (paid_in(&summary, &evaluation, 0, cell), paid_in(&summary, &evaluation, 1, cell));
                prop_assert!(close(paid, tabled, 0.0, 1e-9), "{cell:?}");
            }
        }
    }

    #[test]
    fn the_reference_counts_the_persons(region in region()) {
        let start = region.tariffs(Normalisation::None);
        let region = filled(&region, &start);
        let summary = region.summary(&start);
        let register = region.register();
        let own = reference(&summary, 1).unwrap();
        let (mix, bands) = (mix(&start[1]), &start[1].model.bands);
        for (cell, count) in own.listed.iter() {
            let persons = || register.rows().filter(|row| row.key.sex() == cell.sex && cell.band.contains(row.key.age()));
            prop_assert_eq!(usize::try_from(count.get()).unwrap(), persons().count());
            for factor in mix.factors() {
                let paid = |row: &register::register::PersonRow| {
                    let known = row.conditions.positions().filter_map(|i| mix.position(&register.conditions()[i]));
                    let set = model::case_mix::ConditionSet::of(known);
                    mix.flags(row.key.sex(), row.key.age(), set).factors.contains(factor.id)
                };
                let found = own.affected.get(factor.id).unwrap().get(cell).unwrap().get();
                prop_assert_eq!(usize::try_from(found).unwrap(), persons().filter(paid).count());
            }
        }
        prop_assert_eq!(own.listed.bands(), bands);
    }

    #[test]
    fn empty_cells_are_named(region in region()) {
        let start = region.tariffs(Normalisation::None);
        let summary = region.summary(&start);
        let register = region.register();
        let is_empty = |cell: &Cell| {
            !register.rows().any(|row| row.key.sex() == cell.sex && cell.band.contains(row.key.age()))
        };
        let empty: Vec<Cell> = start[0].model.bands.cells().filter(is_empty).collect();
        match reference(&summary, 0) {
            Err(NoReference::EmptyCells(found)) => prop_assert_eq!(found, empty),
            found => prop_assert!(found.is_ok() && empty.is_empty()),
        }
        prop_assert_eq!(reference(&summary, 2).unwrap_err(), NoReference::NoLane);
    }
}

fn paid_in(summary: &Summary, evaluation: &register::evaluate::Evaluation, lane: usize, cell: Cell) -> f64 {
    let groups = summary.groups.iter().zip(&evaluation.lanes[lane].per_person);
    let own = groups.filter(|(group, _)| {
        let key = summary.frame.classes[usize::from(group.class)].youngest;
        key.sex() == cell.sex && cell.band.contains(key.age())
    });
    own.map(|(group, paid)| f64::from(group.persons) * paid).sum()
}

#[test]
fn an_interaction_that_the_reference_counts_is_not_derived() {
    let bands = make::bands(&[0]);
    let conditions = vec![make::condition("a", Decimal::TEN), make::condition("b", Decimal::TEN)];
    let groups = vec![model::case_mix::ConditionSet::of([0]), model::case_mix::ConditionSet::of([1])];
    let weight = make::sourced(Decimal::TEN);
    let both = model::case_mix::Interaction { id: Id::new("both"), name: make::name("both"), groups, weight };
    let share = |affected: &[(&str, &[u32])]| {
        let reference = make::reference(&bands, &[100, 100], affected);
        let mix = CaseMix { interactions: vec![both.clone()], ..make::case_mix(conditions.clone(), reference) };
        let woman = bands.cells().next().unwrap();
        mix.reference_shares(woman).map(|shares| shares[2].value().decimal().to_f64().unwrap())
    };
    assert_eq!(share(&[("a", &[20, 20]), ("b", &[50, 50])]), Some(0.1), "a fifth of a half");
    assert_eq!(share(&[("a", &[20, 20]), ("b", &[50, 50]), ("both", &[17, 1])]), Some(0.17), "as counted");
    assert_eq!(share(&[("a", &[20, 20]), ("b", &[50, 50]), ("both", &[101, 1])]), None, "more than there are");
}
