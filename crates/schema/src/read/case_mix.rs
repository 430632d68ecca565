//! `[case_mix]`: conditions, the rules between them, and the population they are normalised over.
use super::{
    condition::{condition, weight},
    fields::Fields,
    node::{Node, all},
    population::Population,
    prevalence::Prevalence,
    rules::{Names, Rules, rules},
    unique::Unique,
};
use crate::problem::ProblemKind;
use model::{
    age::AgeBands,
    bounds,
    case_mix::{CaseMix, ConditionSet, Normalisation, Reference, SignRule, WeightUnit},
    citation::Parameter,
    condition::{Condition, ConditionGroup},
    id::Id,
    measure::{Measure, Rate, Weight},
};
use rust_decimal::Decimal;
use std::{collections::BTreeMap, rc::Rc};

/// The populations that files hold; none for one that could not be read.
pub(crate) type Populations = BTreeMap<Id, Option<Population>>;

const SIGN: [(&str, SignRule); 2] = [("non_negative", SignRule::NonNegative), ("signed", SignRule::Signed)];
const NORMALISATION: [(&str, Normalisation); 3] = [
    ("none", Normalisation::None),
    ("scalar_to_budget", Normalisation::ScalarToBudget),
    ("per_cell_neutral", Normalisation::PerCellNeutral),
];

/// The case mix of a model; `bands` are those of its table, which the population must share.
pub(crate) fn case_mix(node: Node<'_>, populations: &Populations, bands: Option<&AgeBands>) -> Option<CaseMix> {
    node.table(|t| {
        let mut ids = Unique::default();
        let sign = t.need("sign", |n| n.word(&SIGN));
        // an unreadable rule must not make every negative weight wrong
        let signed = sign != Some(SignRule::NonNegative);
        let (unit, normalisation) = (unit(t, signed), t.need("normalisation", |n| n.word(&NORMALISATION)));
        let population = t.need("population", |n| population(n, populations, bands));
        let groups = t.need("group", groups);
        let conditions = t.need("condition", |list| conditions(list, &mut ids, signed));
        let rules = named(node, |names| rules(t, names, &mut ids, signed));
        let (conditions, curves): (Vec<_>, Vec<_>) = conditions?.into_iter().unzip();
        let (groups, rules) = (groups?, rules?);
        Some(CaseMix {
            reference: Rc::new(reference(population?, &conditions, &curves)),
            conditions,
            groups,
            combine: rules.combine,
            preconditions: rules.preconditions,
            hierarchy: rules.hierarchy,
            interactions: rules.interactions,
            counts: rules.counts,
            unit: unit?,
            sign: sign?,
            normalisation: normalisation?,
        })
    })
}

fn unit(t: &Fields<'_>, signed: bool) -> Option<WeightUnit> {
    let Some(points) = t.need("unit", |n| n.word(&[("kronor", false), ("points", true)])) else {
        // an unreadable unit must not make these two unknown
        let _either = (t.find("reference_weight"), t.find("reference_rate"));
        return None;
    };
    if points {
        let reference_weight = t.need("reference_weight", |n| reference_weight(n, signed));
        let reference_rate = t.need("reference_rate", |n| n.parameter(|v| v.amount(&bounds::RATE), Rate::new));
        return Some(WeightUnit::Points { reference_weight: reference_weight?, reference_rate: reference_rate? });
    }
    Some(WeightUnit::Kronor)
}

fn reference_weight(node: Node<'_>, signed: bool) -> Option<Parameter<Weight>> {
    let weight = weight(node, signed)?;
    if weight.value.decimal() != Decimal::ZERO {
        return Some(weight);
    }
    node.fail(ProblemKind::OutOfRange, "The reference weight is zero.", "Write another: every weight is divided by it.")
}

/// The population that an id names; when there are bands, of those.
pub(crate) fn population<'p>(node: Node<'_>, all: &'p Populations, bands: Option<&AgeBands>) -> Option<&'p Population> {
    let id = node.id()?;
    let Some(found) = all.get(&id) else {
        let remedy = "Correct it, or add the file under populations/.";
        return node.fail(ProblemKind::UnknownReference, format!("No population has the id `{id}`."), remedy);
    };
    let found = found.as_ref()?;
    if bands.is_none_or(|bands| bands == found.listed.bands()) {
        return Some(found);
    }
    let what = format!("The bands of `{id}` are not those of the model's table.");
    node.fail(ProblemKind::BandsDiffer, what, "Give both the same bands.")
}

fn groups(list: Node<'_>) -> Option<Vec<ConditionGroup>> {
    let mut ids = Unique::default();
    list.each(|row| {
        row.table(|t| {
            let (id, name) = (t.need("id", |id| ids.id(id)), t.need("name", Node::localized));
            Some(ConditionGroup { id: id?, name: name? })
        })
    })
}

fn conditions(list: Node<'_>, ids: &mut Unique, signed: bool) -> Option<Vec<(Condition, Prevalence)>> {
    let rows = list.list()?;
    let read = all(rows.iter().map(|row| condition(*row, ids, signed)));
    match rows.get(ConditionSet::CAPACITY) {
        None => read,
        Some(row) => {
            let what = format!("There are {} conditions.", rows.len());
            let remedy = format!("A model has at most {}: join or remove some.", ConditionSet::CAPACITY);
            row.fail(ProblemKind::TooMany, what, &remedy)
        }
    }
}

/// Runs the reader of the rules with the names in the file, and checks that every condition's group is there.
fn named(node: Node<'_>, read: impl FnOnce(&Names<'_>) -> Option<Rules>) -> Option<Rules> {
    let groups: Vec<Id> = node.peek_rows("group").iter().filter_map(|row| row.peek_id("id")).collect();
    let rows = node.peek_rows("condition");
    let conditions: Vec<_> = rows.iter().map(|row| (row.peek_id("id"), row.peek_id("group"))).collect();
    let known = all(rows.iter().map(|row| known_group(*row, &groups)));
    let rules = read(&Names { conditions: &conditions, groups: &groups });
    known.and(rules)
}

fn known_group(row: Node<'_>, groups: &[Id]) -> Option<()> {
    match (row.peek("group"), row.peek_id("group")) {
        (Some(node), Some(id)) if !groups.contains(&id) => {
            let remedy = "Correct it, or add a `[[case_mix.group]]`.";
            node.fail(ProblemKind::UnknownReference, format!("No group has the id `{id}`."), remedy)
        }
        _ => Some(()),
    }
}

fn reference(population: &Population, conditions: &[Condition], curves: &[Prevalence]) -> Reference {
    let pairs = || conditions.iter().zip(curves);
    let affected = pairs().map(|(c, curve)| (c.id.clone(), curve.persons(&population.listed, c.limits)));
    let citations = pairs().map(|(c, curve)| (c.id.clone(), Rc::clone(&curve.citation)));
    Reference {
        id: population.id.clone(),
        name: population.name.clone(),
        listed: population.listed.clone(),
        citation: Rc::clone(&population.citation),
        affected: affected.collect(),
        affected_citations: citations.collect(),
    }
}
