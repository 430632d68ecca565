//! One made-up population serves every compared model: the same persons and costs, with the flags of each.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use catalog::{Catalogue, SKANE_PROPOSAL_FIVE};
use model::{
    cell::{Cell, PerCell},
    count::Count,
    id::Id,
    measure::Measure,
    payment_model::PaymentModel,
};
use register::{
    register::{PersonRow, Register},
    synthetic::{self, Assumptions, Impossible, Numbers, Practices},
};
use rust_decimal::prelude::ToPrimitive;

const PERSONS: u32 = 100_000;

fn made(catalogue: &Catalogue, others: Vec<&PaymentModel>) -> Result<Register, Impossible> {
    let rows = catalog::synthetic();
    let number = |id: &str| rows.iter().find(|row| row.id.as_str() == id)?.value.value.decimal().to_f64();
    let (drawn, _) = catalog::made_up_by(catalogue).unwrap();
    let tariff = drawn.tariff().unwrap();
    let population = &drawn.case_mix().unwrap().reference.listed;
    let practices = Practices::Drawn {
        name: "Practice".to_owned(),
        practices: 20,
        listed: Count::new(u64::from(PERSONS)).unwrap(),
    };
    let numbers = Numbers::read(number).unwrap();
    synthetic::region(&Assumptions { practices, population, tariff: &tariff, others, numbers }, 5)
}

#[test]
fn persons_and_costs_are_the_same_whichever_models_there_are() {
    let catalogue = catalog::shipped();
    let (drawn, others) = catalog::made_up_by(&catalogue).unwrap();
    let count = drawn.case_mix().unwrap().conditions.len();
    let (alone, together) = (made(&catalogue, Vec::new()).unwrap(), made(&catalogue, others).unwrap());
    assert_eq!(alone.conditions()[..], together.conditions()[..count]);
    assert!(together.conditions().len() > count);
    assert_eq!(alone.len(), together.len());
    for (one, other) in alone.rows().zip(together.rows()) {
        let drawn = |row: &PersonRow| row.conditions.positions().filter(|place| *place < count).collect::<Vec<_>>();
        assert_eq!(
            (one.practice, one.key, one.cost, drawn(&one)),
            (other.practice, other.key, other.cost, drawn(&other))
        );
    }
}

/// Who collects insulin collects a drug for diabetes, and who collects a drug has a cost.
#[test]
fn flags_agree_with_each_other_and_with_costs() {
    let catalogue = catalog::shipped();
    let (_, others) = catalog::made_up_by(&catalogue).unwrap();
    let register = made(&catalogue, others).unwrap();
    let place = |id: &str| register.conditions().iter().position(|one| *one == Id::new(id)).unwrap();
    let pairs = [
        ("diabetes_insulin", "diabetes"),
        ("diabetes_ovrig", "diabetes"),
        ("hypertoni", "hjart_karl"),
        ("hjartsvikt", "hjart_karl"),
        ("inflammatorisk_reuma", "inflammation"),
        ("cancer_hormon", "cancer"),
    ];
    for row in register.rows() {
        for (narrow, wide) in pairs.map(|(narrow, wide)| (place(narrow), place(wide))) {
            assert!(!row.conditions.has(narrow) || row.conditions.has(wide));
        }
        assert!(row.conditions.count() == 0 || row.cost > 0);
    }
}

/// By condition of the other model: how many would have it by the model's reference, and how many have it.
fn wanted_and_found(register: &Register, model: &PaymentModel) -> Vec<(Id, f64, f64)> {
    let (mix, bands) = (model.case_mix().unwrap(), &model.bands);
    let share = |id: &Id, row: &PersonRow| {
        let cell = Cell { sex: row.key.sex(), band: bands.bands()[bands.index_of(row.key.age())] };
        let of = |counts: &PerCell<Count>| f64::from(counts.get(cell).unwrap().get());
        of(mix.reference.affected.get(id).unwrap()) / of(&mix.reference.listed)
    };
    let one = |id: &Id| {
        let place = register.conditions().iter().position(|one| one == id).unwrap();
        let found = register.rows().filter(|row| row.conditions.has(place)).count();
        (id.clone(), register.rows().map(|row| share(id, &row)).sum(), found as f64)
    };
    mix.conditions.iter().map(|condition| one(&condition.id)).collect()
}

/// So that the other proposal pays about what its own reference says. Where more people have the narrower conditions than
/// the wider one's curve says, the flags follow the drugs.
#[test]
fn the_other_models_shares_are_about_its_own() {
    let catalogue = catalog::shipped();
    let (_, others) = catalog::made_up_by(&catalogue).unwrap();
    let register = made(&catalogue, others).unwrap();
    let five = catalogue.model(&Id::new(SKANE_PROPOSAL_FIVE)).unwrap();
    for (id, wanted, found) in wanted_and_found(&register, five) {
        assert!((found - wanted).abs() < 0.05 * wanted, "{id}: {wanted:.0} wanted, {found:.0} found");
    }
}
