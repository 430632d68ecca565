//! What can be said against the proposal, with its size in kronor where it can be worked out from the models and the two
//! persons alone. Every size is a figure that explains itself; what would take other data has none. Knows no words.
use crate::{aims::in_a_year, columns::Tariffs, table::over_reference};
use model::{
    age::Age,
    case_mix::{CaseMix, Normalisation},
    citation::Status,
    compare::split_change,
    condition::Condition,
    edit::Edit,
    id::Id,
    measure::{Factor, Measure, MonthlyMoney, Rate, Weight, YearlyMoney},
    payment_model::PaymentModel,
    person_cards::{PersonItem, PersonSlot},
    practice::Person,
    proxy::DrugMeasure,
    rows::Persona,
    tariff::Tariff,
    term::{Objection, Term},
    trace::{How, Node, Traced},
    value::{Key, Value},
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// The two persons that the document sets beside each other.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The one without conditions.
    pub healthy: &'a Persona,
    /// The one with several.
    pub ill: &'a Persona,
}

/// The size of an objection; `None` where it cannot be worked out from what is shipped.
pub fn size(objection: Objection, tariffs: &Tariffs, pair: Pair<'_>) -> Option<Rc<Node>> {
    let (today, proposal) = (&tariffs.current, &tariffs.proposal);
    let term = Term::Objection(objection);
    let (healthy, ill) = (|tariff| paid(tariff, pair.healthy, 0), |tariff| paid(tariff, pair.ill, 0));
    let node = |figure: Traced<MonthlyMoney>| Some(Rc::clone(figure.node()));
    match objection {
        Objection::Weights => node(ill(proposal).minus(term, &ill(&halved(&proposal.model)?))),
        Objection::Healthy => {
            let scaled = Rc::new(proposal.model.with_normalisation(Normalisation::ScalarToBudget)).tariff().ok()?;
            node(healthy(&scaled).minus(term, &healthy(proposal)))
        }
        Objection::OutsideModel => node(healthy(today).minus(term, &healthy(proposal))),
        Objection::PartYears => node(ill(proposal).minus(term, &healthy(proposal))),
        Objection::Birthdays => {
            let next = next_group(&proposal.model, pair.healthy.age)?;
            let older = paid(proposal, pair.healthy, next.saturating_sub(pair.healthy.age));
            node(older.minus(term, &healthy(proposal)))
        }
        Objection::NoCap => {
            let cost = Traced::input(Term::DrugCost, YearlyMoney::of(Decimal::from(COST_OF_ONE)));
            let carried: Traced<YearlyMoney> = cost.times(term, &proposal.cost_share);
            Some(Rc::clone(carried.node()))
        }
        Objection::NewUsers => Some(Rc::clone(until_it_shows(proposal, term)?.node())),
        Objection::Doses => {
            let (_, rate) = heaviest(proposal, |condition| by_doses(condition).is_some())?;
            Some(Rc::clone(in_a_year(term, &rate).node()))
        }
        Objection::Coding => Some(Rc::clone(in_a_year(term, &heaviest(proposal, |_| true)?.1).node())),
        Objection::Stopping => {
            let (condition, rate) = heaviest(proposal, |_| true)?;
            let brings = in_a_year(Term::FlagBrings(condition.id.clone()), &rate);
            let even: Traced<YearlyMoney> = brings.divided_by(term, &proposal.cost_share)?;
            Some(Rc::clone(even.node()))
        }
        Objection::Table => unexplained(tariffs, term),
        Objection::SameYear | Objection::OneYear => None,
    }
}

/// How firm an objection is: as firm as the weakest of what its size was made of, or, where it has no size, as what it
/// says of the document.
pub fn rests_on(objection: Objection, size: Option<&Rc<Node>>) -> Status {
    match (size, objection) {
        (Some(size), _) => weakest(size),
        (None, Objection::OneYear) => Status::Reported,
        (None, Objection::SameYear) => Status::Reading,
        (None, _) => Status::Illustrative,
    }
}

/// The weakest of the figures that this one was made of. A number of no source is an example of ours, as is one that
/// somebody has put in the place of a source's.
fn weakest(figure: &Node) -> Status {
    match &figure.how {
        How::Parameter(citation) => citation.status,
        How::Input | How::Edited { .. } => Status::Illustrative,
        how => how.inputs().into_iter().map(|input| weakest(input)).max().unwrap_or(Status::Illustrative),
    }
}

/// A drug cost of one person in a year, in kronor: an example of ours.
const COST_OF_ONE: u32 = 100_000;

/// Days of a month in which a threshold of daily doses is filled at one a day.
const DAYS: u32 = 30;

/// What the practice is paid for the person, so many years older.
fn paid(tariff: &Tariff, who: &Persona, older: u8) -> Traced<MonthlyMoney> {
    let conditions = tariff.model.case_mix().map(|mix| mix.shown_by(&who.dispensed)).unwrap_or_default();
    tariff.person(&Person { sex: who.sex, age: who.age.saturating_add(older), conditions }).0.payment
}

/// The age at which the person comes into the next group.
fn next_group(model: &PaymentModel, age: Age) -> Option<Age> {
    let bands = model.bands.bands();
    bands.iter().find(|band| band.contains(age))?.high?.checked_add(1)
}

/// What the objection supposes, as an edit of a scenario of the model; `None` where it supposes no change.
pub fn set_up(objection: Objection, model: &PaymentModel, pair: Pair<'_>) -> Option<Edit> {
    // in the places of the source's persons, as the source has them but for what is objected
    let person = |number: u8| PersonSlot::new(number).map(|slot| (slot, Key::Person(slot, PersonItem::Removed)));
    Some(match objection {
        Objection::Weights => {
            let halved = half_weights(model).into_iter().map(|(id, weight)| (id, Some(weight)));
            Edit::each(Key::Weight, halved.collect())
        }
        Objection::Healthy => Edit::set(Key::Normalisation, Normalisation::ScalarToBudget),
        Objection::Birthdays => {
            let (slot, removed) = person(1)?;
            let next = Value::Number(next_group(model, pair.healthy.age)?.into());
            Edit::Set(vec![(removed, None), (Key::age(slot), Some(next))])
        }
        Objection::PartYears => {
            let (slot, removed) = person(2)?;
            let mix = model.case_mix()?;
            let shown = mix.shown_by(&pair.ill.dispensed);
            let shown = shown.positions().filter_map(|at| mix.conditions.get(at));
            let without = shown.map(|condition| (Key::condition(slot, &condition.id), Some(Value::Yes(false))));
            Edit::Set(without.chain([(removed, None)]).collect())
        }
        _ => return None,
    })
}

/// Half of every weight, as the objection to the weights supposes.
pub fn half_weights(model: &PaymentModel) -> Vec<(Id, Weight)> {
    let half = |weight: Weight| Weight::of(weight.decimal() / Decimal::TWO);
    let factors = model.case_mix().into_iter().flat_map(CaseMix::factors);
    factors.map(|factor| (factor.id.clone(), half(factor.weight.value))).collect()
}

fn halved(model: &Rc<PaymentModel>) -> Option<Tariff> {
    let halved = half_weights(model).iter().fold((**model).clone(), |m, (id, weight)| m.with_weight(id, *weight));
    Rc::new(halved).tariff().ok()
}

/// The condition with the heaviest weight among these, with what it brings a month.
fn heaviest(tariff: &Tariff, among: impl Fn(&Condition) -> bool) -> Option<(&Condition, Traced<Rate>)> {
    let mix: &CaseMix = tariff.model.case_mix()?;
    let conditions = mix.conditions.iter().filter(|condition| among(condition));
    let rate = |condition: &Condition| tariff.factors.iter().find(|factor| factor.id == condition.id);
    let rated = conditions.filter_map(|condition| Some((condition, rate(condition)?.rate.clone())));
    rated.reduce(|best, next| if next.1.value() > best.1.value() { next } else { best })
}

/// The fewest daily doses that show the condition, where doses alone do.
fn by_doses(condition: &Condition) -> Option<Decimal> {
    let alone = condition.proxies.iter().all(|proxy| proxy.trigger.measure == DrugMeasure::Ddd);
    condition.proxies.iter().map(|proxy| proxy.trigger.threshold).min().filter(|_| alone)
}

/// What is not paid in the first year for someone who takes one daily dose a day, until the condition shows.
fn until_it_shows(tariff: &Tariff, term: Term) -> Option<Traced<YearlyMoney>> {
    let (condition, rate) = heaviest(tariff, |condition| by_doses(condition).is_some())?;
    let doses =
        Traced::input(Term::FlagUnits(condition.id.clone(), DrugMeasure::Ddd), Factor::of(by_doses(condition)?));
    let of_a_month = Traced::input(Term::DosesOfMonth, Factor::of(Decimal::from(DAYS)));
    let months: Traced<Factor> = doses.divided_by(Term::MonthsUntilFlag(condition.id.clone()), &of_a_month)?;
    Some(rate.times(term, &months))
}

/// How much less the table of 2026 pays the reference population in a year than that of 2025 at the later cost share.
fn unexplained(tariffs: &Tariffs, term: Term) -> Option<Rc<Node>> {
    let split = split_change(&tariffs.earlier, &tariffs.current)?;
    let rates = split.iter().map(|(cell, split)| (cell, &split.unexplained));
    let month = over_reference(tariffs, term, rates)?;
    Some(Rc::clone(month.per_year().node()))
}
