//! Short ways to make the parts of a model: the core's constructors appear here once.
use model::entries::Entries;
use model::{
    age::{Age, AgeBand, AgeBands},
    atc::AtcCode,
    capitation::Capitation,
    case_mix::{CaseMix, Normalisation, Reference, SignRule, WeightUnit},
    cell::PerCell,
    citation::{Citation, Parameter, Status},
    component::Component,
    condition::{Condition, Limits},
    count::Count,
    id::Id,
    localized::Localized,
    measure::{Measure, PersonsPerFte, Rate, Share, Weight},
    payment_model::PaymentModel,
    proxy::Dispensing,
    staffing::Guideline,
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// A decimal as it is written.
pub fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A measure as it is written.
pub fn m<T: Measure>(text: &str) -> T {
    T::of(d(text))
}

pub fn name(text: &str) -> Localized {
    Localized::new(text, text)
}

pub fn citation() -> Rc<Citation> {
    let (source, heading) = (Id::new("test"), Rc::from("table 1"));
    Rc::new(Citation { source, heading, lines: Some((1, 2)), status: Status::Illustrative, note: None })
}

pub fn sourced<T: Measure>(value: Decimal) -> Parameter<T> {
    Parameter::sourced(T::of(value), citation())
}

/// Bands that start at these ages; the last is open.
pub fn bands(starts: &[Age]) -> AgeBands {
    let ends = starts.iter().skip(1).map(|next| Some(next - 1)).chain([None]);
    AgeBands::new(starts.iter().zip(ends).map(|(low, high)| AgeBand { low: *low, high }).collect()).unwrap()
}

pub fn count(persons: u32) -> Count {
    Count::new(u64::from(persons)).unwrap()
}

pub fn table(bands: &AgeBands, amounts: &[Decimal]) -> Capitation {
    let rates = amounts.iter().map(|amount| sourced::<Rate>(*amount)).collect();
    Capitation::published(PerCell::from_values(bands, rates).unwrap())
}

pub fn condition(id: &str, weight: Decimal) -> Condition {
    Condition {
        id: Id::new(id),
        name: name(id),
        group: Id::new("group"),
        proxies: Vec::new(),
        limits: Limits::default(),
        weight: sourced::<Weight>(weight),
    }
}

/// A reference population: persons by cell, and by condition and cell.
pub fn reference(bands: &AgeBands, listed: &[u32], affected: &[(&str, &[u32])]) -> Rc<Reference> {
    let counts = |persons: &[u32]| PerCell::from_values(bands, persons.iter().map(|n| count(*n)).collect()).unwrap();
    Rc::new(Reference {
        id: Id::new("reference"),
        name: name("reference"),
        listed: counts(listed),
        citation: citation(),
        affected: affected.iter().map(|(id, persons)| (Id::new(id), counts(persons))).collect(),
        affected_citations: Entries::new(),
    })
}

/// A case mix in kronor without rules between its conditions.
pub fn case_mix(conditions: Vec<Condition>, reference: Rc<Reference>) -> CaseMix {
    CaseMix {
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
        reference,
    }
}

/// A model of these parts with the cost share 0.70.
pub fn model(bands: &AgeBands, table: Option<Capitation>, mix: Option<CaseMix>) -> PaymentModel {
    let mix = mix.map(|mix| Component::CaseMix(Box::new(mix)));
    PaymentModel {
        id: Id::new("model"),
        name: name("model"),
        about: name("about"),
        year: 2026,
        cost_year: 2026,
        status: Status::Illustrative,
        citation: citation(),
        bands: bands.clone(),
        components: table.map(Component::Capitation).into_iter().chain(mix).collect(),
        cost_share: sourced::<Share>(d("0.70")),
    }
}

pub fn guideline() -> Guideline {
    Guideline { specialist: sourced::<PersonsPerFte>(d("1100")), st: sourced::<PersonsPerFte>(d("550")) }
}

/// One package of 30 doses, collected so many months ago.
pub fn dispensing(atc: &str, months_ago: u8) -> Dispensing {
    Dispensing { atc: AtcCode::parse(atc).unwrap(), months_ago, packages: 1, ddd: d("30") }
}
