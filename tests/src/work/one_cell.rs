//! A model that is one cell, men of 60 to 64, with its own small reference population.
use super::number;
use crate::case::OneCell;
use model::entries::Entries;
use model::{
    age::{Age, AgeBand, AgeBands},
    capitation::Capitation,
    case_mix::{CaseMix, Normalisation, Reference, SignRule, WeightUnit},
    cell::{Cell, PerCell},
    citation::{Citation, Parameter, Status},
    component::Component,
    condition::{Condition, Limits},
    count::Count,
    id::Id,
    localized::Localized,
    measure::{Measure, Rate, Share, Weight},
    payment_model::PaymentModel,
    practice::Practice,
    sex::Sex,
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// An age in the cell.
pub const AGE: Age = 60;

/// The model: the given cell, and nobody's amounts in the others.
pub fn model(given: &OneCell) -> Result<PaymentModel, String> {
    let bands = bands()?;
    let table = Rate::of(number(&given.table)?);
    let amount = |cell: Cell| Parameter::sourced(if is_given(cell) { table } else { Rate::ZERO }, citation());
    let table = Component::Capitation(Capitation::published(PerCell::from_fn(&bands, amount)));
    let mix = Component::CaseMix(Box::new(case_mix(given, &bands)?));
    Ok(PaymentModel {
        id: Id::new("one-cell"),
        name: name(),
        about: name(),
        year: 2026,
        cost_year: 2026,
        status: Status::Illustrative,
        citation: citation(),
        bands,
        components: vec![table, mix],
        cost_share: Parameter::sourced(Share::of(Decimal::ONE), citation()),
    })
}

/// The cell's part of the reference population, as a practice.
pub fn population(model: &PaymentModel) -> Practice {
    let reference = model.case_mix().map(|mix| &mix.reference);
    let of_cell = |counts: &PerCell<Count>| counts.of_person(Sex::Man, AGE).map_or(Count::ZERO, |(_, count)| *count);
    let affected = |reference: &Rc<Reference>| {
        reference.affected.iter().map(|(id, counts)| (id.clone(), of_cell(counts))).collect()
    };
    let listed = reference.map_or(Count::ZERO, |reference| of_cell(&reference.listed));
    Practice {
        listed: PerCell::from_fn(&model.bands, |cell| if is_given(cell) { listed } else { Count::ZERO }),
        affected: reference.map_or_else(Entries::new, affected),
        drug_cost: None,
    }
}

fn bands() -> Result<AgeBands, String> {
    let ends = [(0, Some(59)), (60, Some(64)), (65, None)];
    AgeBands::new(ends.map(|(low, high)| AgeBand { low, high }).to_vec()).map_err(|faults| format!("{faults:?}"))
}

fn is_given(cell: Cell) -> bool {
    cell.sex == Sex::Man && cell.band.contains(AGE)
}

fn case_mix(given: &OneCell, bands: &AgeBands) -> Result<CaseMix, String> {
    let ids: Vec<Id> = (1..=given.weights.len()).map(|n| Id::new(&format!("condition-{n}"))).collect();
    let weights: Vec<Decimal> = given.weights.iter().map(|text| number(text)).collect::<Result<_, _>>()?;
    let conditions = ids.iter().zip(weights).map(|(id, weight)| condition(id, weight)).collect();
    // nobody's cell may be empty: the others hold one healthy person each
    let listed = per_cell(bands, given.listed, Count::from(1))?;
    let affected = ids.into_iter().zip(&given.affected);
    let affected = affected.map(|(id, persons)| Ok((id, per_cell(bands, *persons, Count::ZERO)?)));
    let reference = Reference {
        id: Id::new("one-cell"),
        name: name(),
        listed,
        citation: citation(),
        affected: affected.collect::<Result<_, String>>()?,
        affected_citations: Entries::new(),
    };
    Ok(CaseMix {
        conditions,
        groups: Vec::new(),
        combine: Vec::new(),
        preconditions: Vec::new(),
        hierarchy: Vec::new(),
        interactions: Vec::new(),
        counts: Vec::new(),
        unit: WeightUnit::Kronor,
        sign: SignRule::NonNegative,
        normalisation: Normalisation::PerCellNeutral,
        reference: Rc::new(reference),
    })
}

fn per_cell(bands: &AgeBands, given: u32, others: Count) -> Result<PerCell<Count>, String> {
    let given = Count::new(given.into()).ok_or("too many persons")?;
    Ok(PerCell::from_fn(bands, |cell| if is_given(cell) { given } else { others }))
}

fn condition(id: &Id, weight: Decimal) -> Condition {
    Condition {
        id: id.clone(),
        name: name(),
        group: Id::new("group"),
        proxies: Vec::new(),
        limits: Limits::default(),
        weight: Parameter::sourced(Weight::of(weight), citation()),
    }
}

fn name() -> Localized {
    Localized::new("One cell", "One cell")
}

fn citation() -> Rc<Citation> {
    let (source, heading) = (Id::new("worked-example"), Rc::from("one cell"));
    Rc::new(Citation { source, heading, lines: None, status: Status::Illustrative, note: None })
}
