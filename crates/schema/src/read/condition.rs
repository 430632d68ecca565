//! `[[case_mix.condition]]`: name, group, drugs, limits, weight and prevalence.
use super::{
    bands::OLDEST,
    node::Node,
    prevalence::{Prevalence, prevalence},
    unique::Unique,
};
use crate::problem::ProblemKind;
use model::{
    bounds,
    citation::Parameter,
    condition::{Condition, Limits},
    measure::{Measure, Weight},
    proxy::{Comparison, DrugMeasure, Proxy, Trigger},
    sex::Sex,
};
use rust_decimal::Decimal;

/// The words for the two sexes.
pub(crate) const SEX: [(&str, Sex); 2] = [("woman", Sex::Woman), ("man", Sex::Man)];

const MEASURE: [(&str, DrugMeasure); 3] =
    [("dispensings", DrugMeasure::Dispensings), ("packages", DrugMeasure::Packages), ("ddd", DrugMeasure::Ddd)];

/// A condition with its prevalence. `ids` are those of every paid factor; `signed` allows a weight below zero.
pub(crate) fn condition(row: Node<'_>, ids: &mut Unique, signed: bool) -> Option<(Condition, Prevalence)> {
    row.table(|t| {
        let (id, name) = (t.need("id", |id| ids.id(id)), t.need("name", Node::localized));
        let (group, limits) = (t.need("group", Node::id), t.may("limits", limits));
        let proxies = t.need("proxies", proxies);
        let weight = t.need("weight", |node| weight(node, signed));
        let prevalence = t.need("prevalence", prevalence);
        let (id, name, group) = (id?, name?, group?);
        let limits = limits?.unwrap_or_default();
        Some((Condition { id, name, group, proxies: proxies?, limits, weight: weight? }, prevalence?))
    })
}

/// `{ value, citation, derivation }` as a weight.
pub(crate) fn weight(node: Node<'_>, signed: bool) -> Option<Parameter<Weight>> {
    let weight = node.derived(|value| value.amount(&bounds::WEIGHT), Weight::new)?;
    if signed || weight.value.decimal() >= Decimal::ZERO {
        return Some(weight);
    }
    let remedy = "Make it zero or more, or set `sign = \"signed\"`.";
    node.fail(ProblemKind::NegativeWeight, format!("The weight {} is below zero.", weight.value.decimal()), remedy)
}

fn limits(node: Node<'_>) -> Option<Limits> {
    node.table(|t| {
        let age = |key| t.may(key, |node| node.small(0, OLDEST));
        let (from_age, to_age, sex) = (age("from_age"), age("to_age"), t.may("sex", |node| node.word(&SEX)));
        let limits = Limits { from_age: from_age?, to_age: to_age?, sex: sex? };
        if limits.from_age.zip(limits.to_age).is_some_and(|(from, to)| from > to) {
            return node.fail(
                ProblemKind::OutOfRange,
                "The limits let nobody in.",
                "Let `from_age` be at most `to_age`.",
            );
        }
        Some(limits)
    })
}

fn proxies(node: Node<'_>) -> Option<Vec<Proxy>> {
    let proxies = node.each(proxy)?;
    if proxies.is_empty() {
        return node.fail(ProblemKind::EmptyTrigger, "No drugs show the condition.", "Add `{ include, trigger }`.");
    }
    Some(proxies)
}

fn proxy(node: Node<'_>) -> Option<Proxy> {
    node.table(|t| {
        let include = t.need("include", |list| list.each(Node::atc));
        let exclude = t.rows("exclude", Node::atc);
        let trigger = t.need("trigger", trigger);
        let include = include?;
        if include.is_empty() {
            return node.fail(
                ProblemKind::EmptyTrigger,
                "No drug class is included.",
                "Add at least one to `include`.",
            );
        }
        Some(Proxy { include, exclude: exclude?, trigger: trigger? })
    })
}

fn trigger(node: Node<'_>) -> Option<Trigger> {
    node.table(|t| {
        let measure = t.need("measure", |node| node.word(&MEASURE));
        let limit = t.either(["at_least", "more_than"], |node| node.amount(&bounds::DOSES));
        let limit = limit.and_then(|(which, threshold)| comparison(node, which, threshold));
        let window = t.need("window_months", |node| node.small(1, 120));
        let (measure, (comparison, threshold), window_months) = (measure?, limit?, window?);
        Some(Trigger { measure, comparison, threshold, window_months })
    })
}

fn comparison(node: Node<'_>, which: usize, threshold: Decimal) -> Option<(Comparison, Decimal)> {
    match (which, threshold == Decimal::ZERO) {
        (0, true) => node.fail(ProblemKind::EmptyTrigger, "Everybody reaches zero.", "Ask for more than zero."),
        (0, false) => Some((Comparison::AtLeast, threshold)),
        _ => Some((Comparison::MoreThan, threshold)),
    }
}
