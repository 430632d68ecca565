//! The region itself as the population that a model is normalised over, so that what a model moves within the region
//! is not mixed with what the region differs from another population. Knows no amounts.
use crate::{
    frame::Lane,
    summary::{LaneCounts, Summary},
};
use model::{
    case_mix::Reference,
    cell::{Cell, PerCell},
    citation::Citation,
    count::Count,
    entries::Entries,
    id::Id,
    localized::Localized,
};
use std::rc::Rc;

/// Why the region cannot be a reference population.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoReference {
    /// There is no such lane.
    NoLane,
    /// Nobody is in these cells, so that no share of them is known.
    EmptyCells(Vec<Cell>),
    /// More than [`Count::MAX`] persons.
    TooMany,
}

/// The region's persons by cell and by every factor that the lane's model pays for, interactions and counts too: after
/// the model's own rules, nothing assumed. A model that is neutral per cell over them pays the region, in every cell,
/// exactly what its table pays. `citation` says where the register comes from.
pub fn reference_of(
    summary: &Summary,
    lane: usize,
    id: Id,
    name: Localized,
    citation: Rc<Citation>,
) -> Result<Reference, NoReference> {
    let (Some(lane), Some(counts)) = (summary.frame.lanes.get(lane), summary.lanes.get(lane)) else {
        return Err(NoReference::NoLane);
    };
    let listed = table(lane, listed(summary, lane))?;
    let empty: Vec<Cell> = listed.iter().filter(|(_, count)| **count == Count::ZERO).map(|(cell, _)| cell).collect();
    if !empty.is_empty() {
        return Err(NoReference::EmptyCells(empty));
    }
    let ids = lane.mix.iter().flat_map(|mix| mix.factors().map(|factor| factor.id.clone()));
    let persons = affected(summary, lane, counts).into_iter();
    let affected = ids.zip(persons).map(|(id, persons)| Ok((id, table(lane, persons)?)));
    let affected: Entries<Id, PerCell<Count>> = affected.collect::<Result<_, _>>()?;
    Ok(Reference { id, name, listed, citation, affected, affected_citations: Entries::new() })
}

fn table(lane: &Lane, persons: Vec<u64>) -> Result<PerCell<Count>, NoReference> {
    let counts: Option<Vec<Count>> = persons.into_iter().map(Count::new).collect();
    counts.and_then(|counts| PerCell::from_values(&lane.bands, counts)).ok_or(NoReference::TooMany)
}

fn listed(summary: &Summary, lane: &Lane) -> Vec<u64> {
    let mut persons = vec![0; 2 * lane.bands.count()];
    for group in &summary.groups {
        add(&mut persons, lane, group.class, group.persons);
    }
    persons
}

/// By factor, then by cell.
fn affected(summary: &Summary, lane: &Lane, counts: &LaneCounts) -> Vec<Vec<u64>> {
    let mut persons = vec![vec![0; 2 * lane.bands.count()]; counts.factors];
    let lists: Vec<&[u16]> = counts.lists.iter().collect();
    for (group, list) in summary.groups.iter().zip(&counts.lists.of_group) {
        let list = usize::try_from(*list).ok().and_then(|list| lists.get(list)).copied().unwrap_or_default();
        for factor in list {
            if let Some(persons) = persons.get_mut(usize::from(*factor)) {
                add(persons, lane, group.class, group.persons);
            }
        }
    }
    persons
}

fn add(cells: &mut [u64], lane: &Lane, class: u16, persons: u32) {
    let cell = lane.cell_of_class.get(usize::from(class)).map(|cell| usize::from(*cell));
    if let Some(cell) = cell.and_then(|cell| cells.get_mut(cell)) {
        *cell += u64::from(persons);
    }
}
