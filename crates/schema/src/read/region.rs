//! `regions/*.toml`: which practices a region has, and the population that its persons are made up by.
use super::{
    case_mix::{Populations, population},
    fields::Fields,
    node::Node,
    population::Population,
    unique::Unique,
};
use model::{
    citation::{Citation, Parameter},
    count::Count,
    rows::{Region, RegionPopulation, RegionPractices},
};
use std::rc::Rc;

/// The region of one file. The file's citation is that of the lists; a row may name its own line.
pub(crate) fn region(file: Node<'_>, populations: &Populations, ids: &mut Unique) -> Option<Region> {
    file.table(|t| {
        let (id, name) = (t.need("id", |id| ids.id(id)), t.need("name", Node::localized));
        let (about, paid_by) = (t.need("about", Node::localized), t.may("paid_by", Node::localized));
        let population = t.need("population", |id| population(id, populations, None));
        let citation = t.need("citation", Node::citation).map(Rc::new);
        let practices = t.either(["lists", "drawn"], Some).and_then(|(which, node)| {
            if which == 0 { lists(node, citation.as_ref()) } else { drawn(node, citation.as_ref()) }
        });
        let population = region_population(population?);
        Some(Region { id: id?, name: name?, about: about?, paid_by: paid_by?, population, practices: practices? })
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

fn lists(node: Node<'_>, citation: Option<&Rc<Citation>>) -> Option<RegionPractices> {
    node.table(|t| {
        let name = t.need("name", Node::localized);
        let lists = t.need("practice", |rows| rows.each(|row| row.table(|t| listed(t, citation))));
        Some(RegionPractices::Lists { name: name?, lists: lists? })
    })
}

fn drawn(node: Node<'_>, citation: Option<&Rc<Citation>>) -> Option<RegionPractices> {
    node.table(|t| {
        let (name, practices) = (t.need("name", Node::localized), t.need("practices", |n| n.whole(1, 60_000)));
        let listed = t.need("listed", Node::count);
        let practices = u16::try_from(practices?).ok()?;
        let listed = Parameter::sourced(listed?, Rc::clone(citation?));
        Some(RegionPractices::Drawn { name: name?, practices, listed })
    })
}

/// `{ listed, line }`; the line may be left out.
fn listed(t: &Fields<'_>, citation: Option<&Rc<Citation>>) -> Option<Parameter<Count>> {
    let (listed, line) = (t.need("listed", Node::count), t.may("line", Node::line));
    Some(cited(listed?, line?, citation?))
}

fn cited(listed: Count, line: Option<u32>, citation: &Rc<Citation>) -> Parameter<Count> {
    let citation = match line {
        Some(line) => Rc::new(Citation { lines: Some((line, line)), ..Citation::clone(citation) }),
        None => Rc::clone(citation),
    };
    Parameter::sourced(listed, citation)
}
