//! `guideline.toml`, `staffing.toml`, `inconsistencies.toml`, `results.toml` and `assumptions.toml`.
use super::{node::Node, unique::Unique};
use crate::problem::ProblemKind;
use model::{
    approximation::Approximation,
    bounds,
    citation::Parameter,
    id::Id,
    measure::{Factor, Persons, PersonsPerFte, YearlyMoney},
    rows::{Assumption, Inconsistency, PublishedResult},
    staffing::{Guideline, item::Item, staff::Shipped},
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// `specialist` and `st`, each `{ value, citation }`.
pub(crate) fn guideline(file: Node<'_>) -> Option<Guideline> {
    file.table(|t| {
        let (specialist, st) = (t.need("specialist", per_doctor), t.need("st", per_doctor));
        Some(Guideline { specialist: specialist?, st: st? })
    })
}

fn per_doctor(node: Node<'_>) -> Option<Parameter<PersonsPerFte>> {
    node.parameter(|value| value.amount(&bounds::GUIDELINE), PersonsPerFte::new)
}

/// Every group of `[[numbers]]`: `{ values = [[name, "value"], …], citation }`, each name once.
pub(crate) fn staffing(file: Node<'_>) -> Option<Shipped> {
    let mut shipped = Shipped::default();
    let mut names = Unique::default();
    file.table(|t| {
        t.need("numbers", |list| {
            list.each(|row| {
                row.table(|t| {
                    let values = t.need("values", |values| values.each(|pair| number(pair, &mut names)));
                    let citation = Rc::new(t.need("citation", Node::citation)?);
                    for (item, value) in values? {
                        let parameter = Parameter::sourced(Factor::new(value), Rc::clone(&citation));
                        shipped.numbers.insert(item, parameter);
                    }
                    Some(())
                })
            })
        })
    })?;
    Some(shipped)
}

/// A number by its name, within its bounds.
fn number(pair: Node<'_>, names: &mut Unique) -> Option<(Item, Decimal)> {
    let [name, value] = *pair.list()?.as_slice() else {
        return pair.wrong_type("a name with its value, such as [\"cover.st1\", \"550\"]");
    };
    let key = name.text()?;
    let Some(item) = Item::read(&key) else {
        let what = format!("No number is called `{key}`.");
        return name.fail(ProblemKind::UnknownReference, what, "Choose a name of `Item::key`.");
    };
    let bounds = item.bounds();
    let number = value.amount(&bounds);
    let new = names.claim(name, &Id::new(&key));
    let number = number.filter(|_| new)?;
    if item.takes(number) {
        return Some((item, number));
    }
    let halves = if item == Item::StLength { "; whole and half years" } else { "" };
    let remedy = format!("Write at most {} decimals{halves}.", bounds.decimals);
    value.fail(ProblemKind::OutOfRange, format!("`{key}` cannot be {number}."), &remedy)
}

/// What `assumptions.toml` holds.
pub(crate) struct Assumptions {
    pub(crate) residuals: Vec<(Id, Parameter<YearlyMoney>)>,
    pub(crate) year_correlation: Parameter<Factor>,
    pub(crate) interval_reach: Parameter<Factor>,
    pub(crate) approximation: Approximation,
    pub(crate) synthetic: Vec<Assumption>,
}

/// `year_correlation`, from nothing to one, and `interval_reach`, to a hundred: each `{ value, citation }`; what `rough`
/// lists are like; and every row of `[[residual]]` and `[[synthetic]]`.
pub(crate) fn assumptions(file: Node<'_>) -> Option<Assumptions> {
    let factor = |node: Node<'_>| node.parameter(|value| value.amount(&bounds::ASSUMED), Factor::new);
    let mut ids = Unique::default();
    file.table(|t| {
        let share = |node: Node<'_>| node.parameter(|value| value.amount(&bounds::YEAR_CORRELATION), Factor::new);
        let (correlation, reach) = (t.need("year_correlation", share), t.need("interval_reach", factor));
        let approximation = t.need("rough", approximation);
        let mut models = Unique::default();
        let residuals = t.rows("residual", |row| residual(row, &mut models));
        let synthetic = t.rows("synthetic", |row| assumption(row, &mut ids));
        let (residuals, synthetic) = (residuals?, synthetic?);
        let (year_correlation, interval_reach) = (correlation?, reach?);
        Some(Assumptions { residuals, year_correlation, interval_reach, approximation: approximation?, synthetic })
    })
}

/// `listed`, a number of persons, and `ages` and `health`, from nothing to one: each `{ value, citation, derivation }`.
fn approximation(node: Node<'_>) -> Option<Approximation> {
    node.table(|t| {
        let share = |node: Node<'_>| node.derived(|value| value.amount(&bounds::YEAR_CORRELATION), Factor::new);
        let listed = t.need("listed", |node| node.derived(|value| value.amount(&bounds::PERSONS), Persons::new));
        let (ages, health) = (t.need("ages", share), t.need("health", share));
        Some(Approximation { listed: listed?, ages: ages?, health: health? })
    })
}

/// `{ model, value, citation }`, each model once; kronor a year.
fn residual(row: Node<'_>, models: &mut Unique) -> Option<(Id, Parameter<YearlyMoney>)> {
    row.table(|t| {
        let (model, value) =
            (t.need("model", |id| models.id(id)), t.need("value", |value| value.amount(&bounds::RESIDUAL)));
        let citation = t.need("citation", Node::citation);
        Some((model?, Parameter::sourced(YearlyMoney::new(value?), Rc::new(citation?))))
    })
}

/// `{ id, name, value, citation }`; nobody may do without a note on how the number was chosen.
fn assumption(row: Node<'_>, ids: &mut Unique) -> Option<Assumption> {
    row.table(|t| {
        let (id, name) = (t.need("id", |id| ids.id(id)), t.need("name", Node::localized));
        let (value, citation) =
            (t.need("value", |value| value.amount(&bounds::ASSUMED)), t.need("citation", Node::citation));
        let citation = citation?;
        if citation.note.is_none() {
            return row.fail(ProblemKind::MissingKey, "The key `note` is missing.", "Say how the number was chosen.");
        }
        Some(Assumption { id: id?, name: name?, value: Parameter::sourced(Factor::new(value?), Rc::new(citation)) })
    })
}

/// Every row of `[[result]]`.
pub(crate) fn results(file: Node<'_>) -> Option<Vec<PublishedResult>> {
    let mut ids = Unique::default();
    file.table(|t| t.need("result", |list| list.each(|row| result(row, &mut ids))))
}

fn result(row: Node<'_>, ids: &mut Unique) -> Option<PublishedResult> {
    row.table(|t| {
        let (id, text) = (t.need("id", |id| ids.id(id)), t.need("text", Node::localized));
        let citation = t.need("citation", Node::citation);
        Some(PublishedResult { id: id?, text: text?, citation: Rc::new(citation?) })
    })
}

/// Every row of `[[inconsistency]]`.
pub(crate) fn inconsistencies(file: Node<'_>) -> Option<Vec<Inconsistency>> {
    let mut ids = Unique::default();
    file.table(|t| t.need("inconsistency", |list| list.each(|row| inconsistency(row, &mut ids))))
}

fn inconsistency(row: Node<'_>, ids: &mut Unique) -> Option<Inconsistency> {
    row.table(|t| {
        let (id, text) = (t.need("id", |id| ids.id(id)), t.need("text", Node::localized));
        let citation = t.need("citation", Node::citation);
        Some(Inconsistency { id: id?, text: text?, citation: Rc::new(citation?) })
    })
}
