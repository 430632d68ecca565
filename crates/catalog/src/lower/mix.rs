//! A case mix from the static tables.
use super::{Lowering, bands, classes, text};
use crate::raw;
use model::entries::Entries;
use model::{
    age::AgeBands,
    case_mix::{
        CaseMix, Combine, ConditionSet, CountTerm, Hierarchy, Interaction, Precondition, Reference, WeightUnit,
    },
    cell::PerCell,
    condition::{Condition, Group},
    count::Count,
    id::Id,
    proxy::Proxy,
};
use std::rc::Rc;

impl Lowering {
    pub(super) fn case_mix(&self, mix: &raw::Mix) -> Option<CaseMix> {
        let pairs = |rules: &[raw::Rule]| rules.iter().map(|(all, one)| (set(all), *one)).collect::<Vec<_>>();
        let (combine, conditional, hierarchy) = (pairs(mix.combine), pairs(mix.preconditions), pairs(mix.hierarchy));
        let precondition = |(unless_any, condition)| Precondition { condition, unless_any };
        Some(CaseMix {
            conditions: mix.conditions.iter().map(|c| self.condition(c)).collect::<Option<_>>()?,
            groups: mix.groups.iter().map(|(id, name)| Group { id: Id::new(id), name: text(name) }).collect(),
            combine: combine.into_iter().map(|(all, becomes)| Combine { all, becomes }).collect(),
            preconditions: conditional.into_iter().map(precondition).collect(),
            hierarchy: hierarchy.into_iter().map(|(drops, parent)| Hierarchy { parent, drops }).collect(),
            interactions: mix.interactions.iter().map(|i| self.interaction(i)).collect(),
            counts: mix.counts.iter().map(|c| self.count(c)).collect(),
            unit: self.unit(mix.unit.as_ref()),
            sign: mix.sign,
            normalisation: mix.normalisation,
            reference: Rc::new(self.reference(&mix.reference, mix.conditions)?),
        })
    }

    fn condition(&self, condition: &raw::Condition) -> Option<Condition> {
        Some(Condition {
            id: Id::new(condition.id),
            name: text(&condition.name),
            group: Id::new(condition.group),
            proxies: condition.proxies.iter().map(proxy).collect::<Option<_>>()?,
            limits: condition.limits,
            weight: self.figure(&condition.weight),
        })
    }

    fn interaction(&self, row: &raw::Interaction) -> Interaction {
        let groups = row.groups.iter().map(|group| set(group)).collect();
        Interaction { id: Id::new(row.id), name: text(&row.name), groups, weight: self.figure(&row.weight) }
    }

    fn count(&self, row: &raw::CountTerm) -> CountTerm {
        CountTerm { id: Id::new(row.id), name: text(&row.name), rule: row.rule, weight: self.figure(&row.weight) }
    }

    fn unit(&self, points: Option<&(raw::Figure, raw::Figure)>) -> WeightUnit {
        points.map_or(WeightUnit::Kronor, |(weight, rate)| WeightUnit::Points {
            reference_weight: self.figure(weight),
            reference_rate: self.figure(rate),
        })
    }

    fn reference(&self, population: &raw::Population, conditions: &'static [raw::Condition]) -> Option<Reference> {
        let bands = bands(population.bands)?;
        let affected = conditions.iter().filter_map(|c| Some((Id::new(c.id), persons(&bands, c.affected?)?)));
        let citations = conditions.iter().filter_map(|c| Some((Id::new(c.id), self.cite(c.affected_citation?))));
        Some(Reference {
            id: Id::new(population.id),
            name: text(&population.name),
            listed: persons(&bands, population.listed)?,
            citation: self.cite(population.citation),
            affected: map(affected),
            affected_citations: map(citations),
        })
    }
}

/// Row by row: `collect` would bring in the library's sort, 5 kB of code for each type of row.
fn map<V>(rows: impl Iterator<Item = (Id, V)>) -> Entries<Id, V> {
    let mut map = Entries::new();
    map.extend(rows);
    map
}

fn set(positions: &[usize]) -> ConditionSet {
    ConditionSet::of(positions.iter().copied())
}

fn proxy(drugs: &raw::Drugs) -> Option<Proxy> {
    Some(Proxy { include: classes(drugs.include)?, exclude: classes(drugs.exclude)?, trigger: drugs.trigger })
}

pub(super) fn persons(bands: &AgeBands, cells: &[u32]) -> Option<PerCell<Count>> {
    let counts = cells.iter().map(|persons| Count::new(u64::from(*persons))).collect::<Option<_>>()?;
    PerCell::from_values(bands, counts)
}
