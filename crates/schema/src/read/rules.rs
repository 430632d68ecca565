//! The rules between conditions: combine, precondition, hierarchy, interactions, counts.
use super::{condition::weight, fields::Fields, node::Node, unique::Unique};
use crate::problem::ProblemKind;
use model::{
    case_mix::{Combine, ConditionSet, CountRule, CountTerm, Hierarchy, Interaction, Precondition},
    id::Id,
};

/// The conditions of a case mix by position, with their groups.
pub(crate) struct Names<'n> {
    /// Each condition that is named in the file; its group when that could be read.
    pub(crate) conditions: &'n [(Option<Id>, Option<Id>)],
    /// The groups.
    pub(crate) groups: &'n [Id],
}

impl Names<'_> {
    fn position(&self, node: Node<'_>) -> Option<usize> {
        let id = node.id()?;
        let found = self.conditions.iter().position(|(condition, _)| condition.as_ref() == Some(&id));
        found.or_else(|| unknown(node, &id, "condition"))
    }

    fn set(&self, node: Node<'_>) -> Option<ConditionSet> {
        let positions = node.each(|item| self.position(item))?;
        if positions.is_empty() {
            return node.fail(ProblemKind::EmptyText, "The list is empty.", "Name at least one condition.");
        }
        Some(ConditionSet::of(positions))
    }

    /// A group's id, for its members, or a list of conditions.
    fn members(&self, node: Node<'_>) -> Option<ConditionSet> {
        if node.is_list() {
            return self.set(node);
        }
        let id = node.id()?;
        if !self.groups.contains(&id) {
            return unknown(node, &id, "group");
        }
        let members = self.conditions.iter().enumerate().filter(|(_, (_, group))| group.as_ref() == Some(&id));
        Some(ConditionSet::of(members.map(|(position, _)| position)))
    }
}

fn unknown<T>(node: Node<'_>, id: &Id, what: &str) -> Option<T> {
    let remedy = format!("Name a {what} of this model.");
    node.fail(ProblemKind::UnknownReference, format!("No {what} has the id `{id}`."), &remedy)
}

fn names_itself<T>(node: Node<'_>) -> Option<T> {
    node.fail(ProblemKind::NamesItself, "The rule names its own subject.", "Remove it from the list.")
}

/// `{ all, becomes }`.
fn combine(row: Node<'_>, names: &Names<'_>) -> Option<Combine> {
    row.table(|t| {
        let (all, becomes) = (t.need("all", |n| names.set(n)), t.need("becomes", |n| names.position(n)));
        let (all, becomes) = (all?, becomes?);
        if all.has(becomes) { names_itself(row) } else { Some(Combine { all, becomes }) }
    })
}

/// `{ condition, unless_any }`.
fn precondition(row: Node<'_>, names: &Names<'_>) -> Option<Precondition> {
    row.table(|t| {
        let condition = t.need("condition", |n| names.position(n));
        let unless_any = t.need("unless_any", |n| names.set(n));
        let (condition, unless_any) = (condition?, unless_any?);
        if unless_any.has(condition) { names_itself(row) } else { Some(Precondition { condition, unless_any }) }
    })
}

/// `{ parent, drops }`.
fn hierarchy(row: Node<'_>, names: &Names<'_>) -> Option<Hierarchy> {
    row.table(|t| {
        let (parent, drops) = (t.need("parent", |n| names.position(n)), t.need("drops", |n| names.set(n)));
        let (parent, drops) = (parent?, drops?);
        if drops.has(parent) { names_itself(row) } else { Some(Hierarchy { parent, drops }) }
    })
}

/// `{ id, name, groups, weight }`.
fn interaction(row: Node<'_>, names: &Names<'_>, ids: &mut Unique, signed: bool) -> Option<Interaction> {
    row.table(|t| {
        let (id, name) = (t.need("id", |id| ids.id(id)), t.need("name", Node::localized));
        let groups = t.need("groups", |n| n.each(|group| names.members(group)));
        let weight = t.need("weight", |n| weight(n, signed));
        let groups = groups?;
        if groups.len() < 2 {
            return row.fail(ProblemKind::EmptyTrigger, "An interaction needs two groups or more.", "Add groups.");
        }
        Some(Interaction { id: id?, name: name?, groups, weight: weight? })
    })
}

/// `{ id, name, exactly | at_least, weight }`.
fn count(row: Node<'_>, ids: &mut Unique, signed: bool) -> Option<CountTerm> {
    row.table(|t| {
        let (id, name) = (t.need("id", |id| ids.id(id)), t.need("name", Node::localized));
        let (rule, weight) = (count_rule(t), t.need("weight", |n| weight(n, signed)));
        Some(CountTerm { id: id?, name: name?, rule: rule?, weight: weight? })
    })
}

fn count_rule(t: &Fields<'_>) -> Option<CountRule> {
    let (which, n) = t.either(["exactly", "at_least"], |node| node.small(1, 64))?;
    Some(if which == 0 { CountRule::Exactly(n) } else { CountRule::AtLeast(n) })
}

/// Every rule of a case mix.
pub(crate) struct Rules {
    pub(crate) combine: Vec<Combine>,
    pub(crate) preconditions: Vec<Precondition>,
    pub(crate) hierarchy: Vec<Hierarchy>,
    pub(crate) interactions: Vec<Interaction>,
    pub(crate) counts: Vec<CountTerm>,
}

/// Reads the rules; each kind may be left out.
pub(crate) fn rules(t: &Fields<'_>, names: &Names<'_>, ids: &mut Unique, signed: bool) -> Option<Rules> {
    let combine = t.rows("combine", |row| combine(row, names));
    let preconditions = t.rows("precondition", |row| precondition(row, names));
    let hierarchy = t.rows("hierarchy", |row| hierarchy(row, names));
    let interactions = t.rows("interaction", |row| interaction(row, names, ids, signed));
    let counts = t.rows("count", |row| count(row, ids, signed));
    Some(Rules {
        combine: combine?,
        preconditions: preconditions?,
        hierarchy: hierarchy?,
        interactions: interactions?,
        counts: counts?,
    })
}
