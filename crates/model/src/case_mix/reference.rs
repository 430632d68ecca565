//! The population over which a case mix is normalised: whole persons by cell, and by cell and condition.
use super::{CaseMix, CountRule, Interaction};
use crate::entries::Entries;
use crate::{
    cell::{Cell, PerCell},
    citation::{Citation, Parameter, Status},
    co_occurrence::CoOccurrence,
    count::Count,
    id::Id,
    localized::Localized,
    measure::{Persons, Share},
    term::Term,
    trace::{How, Traced},
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// A reference population.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Reference {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Localized,
    /// Persons by sex and age; nobody's cell may be empty.
    pub listed: PerCell<Count>,
    /// Where the persons by sex and age come from.
    #[cfg_attr(feature = "serde", serde(with = "crate::shared_citation"))]
    pub citation: Rc<Citation>,
    /// Persons who would be paid for, after the hierarchy, by condition; also by interaction and by count, where the
    /// population's own persons are known. An interaction or a count that is not here has its share derived from the
    /// conditions'.
    pub affected: Entries<Id, PerCell<Count>>,
    /// Where each condition's persons come from.
    #[cfg_attr(feature = "serde", serde(with = "crate::shared_citation::by_id"))]
    pub affected_citations: Entries<Id, Rc<Citation>>,
}

impl Reference {
    /// Persons of the cell; `None` when the cell is of other bands.
    pub fn listed_in(&self, cell: Cell) -> Option<Traced<Persons>> {
        let count = *self.listed.get(cell)?;
        let parameter = Parameter::sourced(count.persons(), Rc::clone(&self.citation));
        Some(Traced::parameter(Term::ReferenceListed(cell), &parameter))
    }

    /// Persons of the cell with the condition; `None` when the cell is of other bands or the reference does not know
    /// the condition.
    pub fn affected_in(&self, cell: Cell, id: &Id) -> Option<Traced<Persons>> {
        let count = self.affected.get(id)?.get(cell)?;
        let citation = self.affected_citations.get(id).unwrap_or(&self.citation);
        let parameter = Parameter::sourced(count.persons(), Rc::clone(citation));
        Some(Traced::parameter(Term::ReferenceAffected(cell, id.clone()), &parameter))
    }

    /// Persons of the whole population with the condition; `None` when the reference does not know it.
    pub fn affected_of(&self, id: &Id) -> Option<Traced<Persons>> {
        let cells = self.affected.get(id)?.iter().map(|(cell, _)| self.affected_in(cell, id));
        let cells: Vec<_> = cells.collect::<Option<_>>()?;
        Some(Traced::sum(Term::ReferenceAffectedAll(id.clone()), cells))
    }

    /// The share of the cell with the factor, counted; `None` for an empty cell, an unknown factor, or more persons with
    /// the factor than there are.
    fn counted_share(&self, cell: Cell, id: &Id) -> Option<Traced<Share>> {
        let share = self.affected_in(cell, id)?.divided_by(Term::FactorShare(cell, id.clone()), &self.listed_in(cell)?);
        share.filter(|share| share.value() <= Share::new(Decimal::ONE))
    }

    /// Whether the persons with the condition are an example of ours.
    pub(crate) fn is_illustrative_for(&self, condition: &Id) -> bool {
        self.affected_citations.get(condition).unwrap_or(&self.citation).status == Status::Illustrative
    }
}

impl CaseMix {
    /// The share of the cell with each factor, in the order of [`CaseMix::factors`]; `None` when the reference lacks
    /// the cell or a condition, or has more persons with a condition than there are.
    pub fn reference_shares(&self, cell: Cell) -> Option<Vec<Traced<Share>>> {
        let single = self.conditions.iter().map(|c| self.reference.counted_share(cell, &c.id));
        let single: Vec<Traced<Share>> = single.collect::<Option<_>>()?;
        let interactions = self.interactions.iter().map(|i| (&i.id, any_of_each(i)));
        let counts = self.counts.iter().map(|c| (&c.id, number_of(c.rule)));
        let share = |(id, rule)| match self.reference.affected.contains_key(id) {
            true => self.reference.counted_share(cell, id),
            false => Some(joint_share(cell, id, rule, &single)),
        };
        let joint: Vec<Traced<Share>> = interactions.chain(counts).map(share).collect::<Option<_>>()?;
        Some(single.into_iter().chain(joint).collect())
    }
}

fn any_of_each(interaction: &Interaction) -> CoOccurrence {
    CoOccurrence::AnyOfEach(interaction.groups.iter().map(|group| group.positions().collect()).collect())
}

fn number_of(rule: CountRule) -> CoOccurrence {
    match rule {
        CountRule::Exactly(n) => CoOccurrence::Exactly(usize::from(n)),
        CountRule::AtLeast(n) => CoOccurrence::AtLeast(usize::from(n)),
    }
}

fn joint_share(cell: Cell, id: &Id, rule: CoOccurrence, single: &[Traced<Share>]) -> Traced<Share> {
    use crate::measure::Measure;
    let shares: Vec<_> = single.iter().map(|share| share.value().decimal()).collect();
    let value = Share::of(rule.share(&shares));
    let how = How::CoOccurrence(rule, single.iter().map(|share| Rc::clone(share.node())).collect());
    Traced::derived(Term::FactorShare(cell, id.clone()), value, how)
}
