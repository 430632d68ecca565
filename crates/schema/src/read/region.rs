//! `regions/*.toml`: which practices a region has, and the population that its persons are made up by.
use super::{
    case_mix::{Populations, population},
    fields::Fields,
    node::Node,
    population::Population,
    unique::Unique,
};
use crate::{Region, problem::Kind};
use model::{
    citation::{Citation, Parameter},
    count::Count,
    rows::{ListedPractice, RegionPopulation, RegionPractices},
};
use std::{collections::BTreeSet, rc::Rc};

/// The region of one file. The file's citation is that of the lists; a practice's row may name its own line.
pub(crate) fn region(file: Node<'_>, populations: &Populations, ids: &mut Unique) -> Option<Region> {
    file.table(|t| {
        let (id, name) = (t.need("id", |id| ids.id(id)), t.need("name", Node::localized));
        let about = t.need("about", Node::localized);
        let population = t.need("population", |id| population(id, populations, None));
        let citation = t.need("citation", Node::citation).map(Rc::new);
        let practices = t.either(["practice", "drawn"], |node| practices(node, citation.as_ref()));
        let population = region_population(population?);
        Some(Region { id: id?, name: name?, about: about?, population, practices: practices?.1 })
    })
}

fn region_population(population: &Population) -> RegionPopulation {
    RegionPopulation {
        id: population.id.clone(),
        name: population.name.clone(),
        persons: population.listed.clone(),
        citation: Rc::clone(&population.citation),
    }
}

fn practices(node: Node<'_>, citation: Option<&Rc<Citation>>) -> Option<RegionPractices> {
    if node.is_list() {
        let mut names = BTreeSet::new();
        let practices = node.each(|row| row.table(|t| listed(t, citation, &mut names)))?;
        return Some(RegionPractices::Named(practices));
    }
    node.table(|t| {
        let (name, practices) = (t.need("name", Node::localized), t.need("practices", |n| n.whole(1, 60_000)));
        let listed = t.need("listed", Node::count);
        let practices = u16::try_from(practices?).ok()?;
        let listed = Parameter::sourced(listed?, Rc::clone(citation?));
        Some(RegionPractices::Drawn { name: name?, practices, listed })
    })
}

/// `{ name, listed, line }`; the line may be left out.
fn listed(t: &Fields<'_>, citation: Option<&Rc<Citation>>, names: &mut BTreeSet<Rc<str>>) -> Option<ListedPractice> {
    let (name, listed) = (t.need("name", Node::text), t.need("listed", Node::count));
    let line = t.may("line", Node::line);
    let (name, line) = (name?, line?);
    if !names.insert(Rc::clone(&name)) {
        let what = format!("The practice `{name}` is already there.");
        return t.node.fail(Kind::Duplicate, what, "Remove one of them, or tell them apart.");
    }
    Some(ListedPractice { name, listed: cited(listed?, line, citation?) })
}

fn cited(listed: Count, line: Option<u32>, citation: &Rc<Citation>) -> Parameter<Count> {
    let citation = match line {
        Some(line) => Rc::new(Citation { lines: Some((line, line)), ..Citation::clone(citation) }),
        None => Rc::clone(citation),
    };
    Parameter::sourced(listed, citation)
}
