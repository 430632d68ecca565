//! The list counted by the work that its persons give: weights by age and sex and by condition, apart from those that
//! drugs are paid by, and with mean 1 over the reference population. Weights that are all 1 change nothing.
use super::{item::Item, situation::Situation, staff::Inputs};
use crate::{
    case_mix::Reference,
    cell::{Cell, PerCell},
    count::Count,
    entries::Entries,
    id::Id,
    measure::{Factor, Fte, Persons},
    term::{Staffed, Term},
    trace::Traced,
};

/// The adjusted list and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The list's mean work by the reference population's.
    pub index: Traced<Factor>,
    /// The list, counted by its work.
    pub list: Traced<Persons>,
    /// Specialists for the adjusted list, heltid.
    pub need: Option<Traced<Fte>>,
    /// The adjusted list beyond what the doctors cover.
    pub gap: Traced<Persons>,
    /// The same in heltid.
    pub gap_fte: Option<Traced<Fte>>,
    /// How many of the reference population's conditions were counted: those with a weight that the list has told.
    pub conditions: usize,
}

/// Why the list cannot be adjusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoNeed {
    /// Nobody has been listed by age and sex.
    NobodyByAge,
    /// No weight has been given for the cell.
    NoWeight(Cell),
    /// The reference population has other ages, or lacks a condition.
    OtherReference,
    /// The reference population would give no work.
    NoWork,
}

/// A population whose work is counted.
struct People<'a> {
    listed: &'a dyn Fn(Cell) -> Option<Traced<Persons>>,
    affected: &'a dyn Fn(&Id) -> Option<Traced<Persons>>,
    cells: &'a [Cell],
    conditions: &'a [Id],
    /// Names its figures.
    term: &'a dyn Fn(Staffed) -> Term,
    all: Term,
}

/// Counts the list by its work. `listed` is the list by age and sex, `affected` its persons by condition; a condition
/// that is not told is left out of both sides.
///
/// # Errors
/// What is missing.
pub fn need(
    of: &Inputs<'_>,
    situation: &Situation,
    (listed, affected): (&PerCell<Count>, &Entries<Id, Count>),
    reference: &Reference,
) -> Result<Need, NoNeed> {
    let cells: Vec<Cell> = listed.iter().map(|(cell, _)| cell).collect();
    let weighted = |id: &&Id| of.number(&Item::WorkloadOf((*id).clone())).is_some();
    let conditions: Vec<Id> = affected.keys().filter(weighted).cloned().collect();
    let own = People {
        listed: &|cell| Some(Traced::input(Term::Listed(cell), listed.get(cell)?.persons())),
        affected: &|id| Some(Traced::input(Term::Affected(id.clone()), affected.get(id)?.persons())),
        cells: &cells,
        conditions: &conditions,
        term: &Term::Staffing,
        all: Term::ListedTotal,
    };
    let theirs = People {
        listed: &|cell| reference.listed_in(cell),
        affected: &|id| reference.affected_of(id),
        term: &|figure| Term::Staffing(Staffed::Reference(Box::new(figure))),
        all: Term::ReferenceListedTotal,
        ..own
    };
    let mean = own.mean(of, NoNeed::NobodyByAge)?;
    let index = mean.divided_by(Term::Staffing(Staffed::WorkIndex), &theirs.mean(of, NoNeed::OtherReference)?);
    let index: Traced<Factor> = index.ok_or(NoNeed::NoWork)?;
    let list: Traced<Persons> = situation.listed.times(Term::Staffing(Staffed::AdjustedList), &index);
    let gap = list.minus(Term::Staffing(Staffed::AdjustedGap), &situation.outcome.capacity);
    let one = Traced::parameter(Term::GuidelineSpecialist, &of.guideline.specialist);
    Ok(Need {
        need: list.divided_by(Term::Staffing(Staffed::AdjustedNeed), &one),
        gap_fte: gap.divided_by(Term::Staffing(Staffed::AdjustedGapFte), &one),
        index,
        list,
        gap,
        conditions: conditions.len(),
    })
}

impl People<'_> {
    /// The mean work of a person.
    fn mean(&self, of: &Inputs<'_>, nobody: NoNeed) -> Result<Traced<Factor>, NoNeed> {
        let mut persons = Vec::new();
        let mut work = Vec::new();
        for cell in self.cells {
            let listed = (self.listed)(*cell).ok_or(NoNeed::OtherReference)?;
            if listed.value() > Persons::ZERO {
                let weight = of.workload(*cell).ok_or(NoNeed::NoWeight(*cell))?;
                work.push(listed.times((self.term)(Staffed::WorkIn(*cell)), &weight));
                persons.push(listed);
            }
        }
        for id in self.conditions {
            let affected = (self.affected)(id).ok_or(NoNeed::OtherReference)?;
            let weight: Traced<Factor> = of.given(&Item::WorkloadOf(id.clone())).ok_or(NoNeed::OtherReference)?;
            let with: Traced<Persons> = affected.times((self.term)(Staffed::WorkWith(id.clone())), &weight);
            work.push(with.minus((self.term)(Staffed::WorkOf(id.clone())), &affected));
        }
        let all = Traced::sum(self.all.clone(), persons);
        let work = Traced::sum((self.term)(Staffed::Work), work);
        work.divided_by((self.term)(Staffed::MeanWork), &all).ok_or(nobody)
    }
}

impl Inputs<'_> {
    /// The weight of the cell's persons: that of the highest age from which one is given.
    fn workload(&self, cell: Cell) -> Option<Traced<Factor>> {
        let ages = (0..=cell.band.low).rev();
        ages.map(|age| Item::Workload(cell.sex, age)).find_map(|item| self.given(&item))
    }
}
