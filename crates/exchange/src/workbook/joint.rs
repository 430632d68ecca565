//! The share of persons with several conditions at once, as cells: a table of chances, one condition a row, and steps
//! of inclusion and exclusion. The arithmetic is that of [`CoOccurrence::share`]. Knows no words.
use super::{
    formula::{Formula, Ref},
    graph::Graph,
    labels::Word,
    layout::{Helper, WorkbookLayout},
};
use model::{case_mix::ConditionSet, co_occurrence::CoOccurrence, trace::How};
use rust_decimal::Decimal;

/// Column of the chance of no condition; the chance of each further number stands one to the right.
const NONE: u16 = 2;
/// Row of the first table, below the title and the sentence.
const FIRST_TABLE: u32 = 3;

/// The tables of chances.
pub(super) struct Joint {
    pub(super) tables: Vec<Table>,
}

/// The chances of 0, 1, 2, … conditions after each condition of a list.
pub(super) struct Table {
    /// The shares of the conditions.
    pub(super) shares: Vec<usize>,
    /// How many columns of chances are needed.
    pub(super) columns: usize,
    /// A figure that needs the table.
    pub(super) of: usize,
    /// The row of its title; headings, the chances before any condition and a row a condition follow.
    pub(super) row: u32,
    /// The chances, row by row.
    pub(super) chances: Vec<Vec<Decimal>>,
}

impl Joint {
    /// Every table that a figure needs.
    pub(super) fn of(graph: &Graph) -> Self {
        let mut tables: Vec<Table> = Vec::new();
        for (of, entry) in graph.entries().iter().enumerate() {
            let How::CoOccurrence(CoOccurrence::Exactly(n) | CoOccurrence::AtLeast(n), _) = entry.node.how else {
                continue;
            };
            let columns = n.min(entry.inputs.len()) + 1;
            match tables.iter_mut().find(|table| table.shares == entry.inputs) {
                Some(table) => table.columns = table.columns.max(columns),
                None => {
                    let shares = entry.inputs.clone();
                    tables.push(Table { shares, columns, of, row: 0, chances: Vec::new() });
                }
            }
        }
        let mut row = FIRST_TABLE;
        for table in &mut tables {
            table.row = row;
            table.chances = chances(table, graph);
            row = table.last_row() + 2;
        }
        Self { tables }
    }

    fn find(&self, shares: &[usize]) -> Option<&Table> {
        self.tables.iter().find(|table| table.shares == shares)
    }
}

impl Table {
    /// The row of the chances before any condition.
    pub(super) fn start_row(&self) -> u32 {
        self.row + 2
    }

    fn last_row(&self) -> u32 {
        self.start_row().saturating_add(u32::try_from(self.shares.len()).unwrap_or(u32::MAX))
    }

    /// The chance of so many conditions in a row.
    pub(super) fn cell(row: u32, conditions: usize) -> Ref {
        Ref::Joint(row, NONE.saturating_add(u16::try_from(conditions).unwrap_or(u16::MAX)))
    }

    /// The formula of a chance after a condition.
    pub(super) fn chance(row: u32, conditions: usize, share: usize) -> Formula {
        let above = row - 1;
        let fewer = conditions.checked_sub(1).map(|fewer| Self::cell(above, fewer));
        Formula::Chance(Self::cell(above, conditions), fewer, Ref::Figure(share))
    }
}

fn chances(table: &Table, graph: &Graph) -> Vec<Vec<Decimal>> {
    let start: Vec<_> = (0..table.columns).map(|n| if n == 0 { Decimal::ONE } else { Decimal::ZERO }).collect();
    let mut rows = vec![start];
    for share in &table.shares {
        let share = graph.get(*share).map(super::graph::Entry::value).unwrap_or_default();
        let before = rows.last().cloned().unwrap_or_default();
        let fewer = [Decimal::ZERO].into_iter().chain(before.iter().copied());
        rows.push(
            before.iter().zip(fewer).map(|(same, fewer)| same * (Decimal::ONE - share) + fewer * share).collect(),
        );
    }
    rows
}

/// The formula of a share, with the steps that it needs.
pub(super) fn formula(layout: &mut WorkbookLayout, graph: &Graph, of: usize, rule: &CoOccurrence) -> Formula {
    let shares = graph.get(of).map(|entry| entry.inputs.clone()).unwrap_or_default();
    let nobody = Formula::Sum(Vec::new());
    let everybody = Formula::RestWithin(Vec::new());
    let last = layout.joint.find(&shares).map(Table::last_row).unwrap_or_default();
    match rule {
        CoOccurrence::Exactly(n) if *n > shares.len() => nobody,
        CoOccurrence::Exactly(n) => Formula::Within(Table::cell(last, *n)),
        CoOccurrence::AtLeast(n) => {
            let fewer = (0..(*n).min(shares.len() + 1)).map(|fewer| Table::cell(last, fewer));
            Formula::RestWithin(fewer.collect())
        }
        CoOccurrence::AnyOfEach(groups) => {
            let groups: Vec<_> = groups.iter().map(|group| ConditionSet::of(group.iter().copied())).collect();
            match (Steps { layout, graph, of, shares: &shares }).any_of_each(&groups) {
                FoundPersons::All => everybody,
                FoundPersons::None => nobody,
                FoundPersons::Some(step) => Formula::Within(step),
            }
        }
    }
}

/// Which persons a step has found.
enum FoundPersons {
    All,
    None,
    Some(Ref),
}

/// Inclusion and exclusion, a group at a time, with a step for each result.
struct Steps<'a> {
    layout: &'a mut WorkbookLayout,
    graph: &'a Graph,
    of: usize,
    shares: &'a [usize],
}

impl Steps<'_> {
    fn any_of_each(&mut self, groups: &[ConditionSet]) -> FoundPersons {
        let Some((group, others)) = groups.split_first() else { return FoundPersons::All };
        if groups.contains(&ConditionSet::EMPTY) {
            return FoundPersons::None;
        }
        let none = self.none_of(*group);
        let of_others = self.any_of_each(others);
        if !others.iter().any(|other| group.has_any(*other)) {
            return FoundPersons::Some(self.independent(none, &of_others));
        }
        let without: Vec<_> = others.iter().map(|other| other.without(*group)).collect();
        let without = self.any_of_each(&without);
        match (of_others, without) {
            (FoundPersons::Some(all), FoundPersons::Some(without)) => {
                FoundPersons::Some(self.excluded(all, none, without))
            }
            (of_others, _) => of_others,
        }
    }

    fn none_of(&mut self, group: ConditionSet) -> Ref {
        let shares: Vec<_> = group.positions().filter_map(|i| self.shares.get(i)).map(|id| Ref::Figure(*id)).collect();
        let value = shares.iter().map(|share| Decimal::ONE - self.value(*share)).product();
        self.step(Word::NoneOfGroup, Formula::NoneOf(shares), value)
    }

    fn independent(&mut self, none: Ref, of_others: &FoundPersons) -> Ref {
        let any = Decimal::ONE - self.value(none);
        match of_others {
            FoundPersons::Some(others) => {
                let value = any * self.value(*others);
                self.step(Word::EveryGroupStep, Formula::RestTimes(none, *others), value)
            }
            // a group more than none: with all of the others, or with nobody of them
            FoundPersons::All | FoundPersons::None => {
                self.step(Word::EveryGroupStep, Formula::RestWithin(vec![none]), any)
            }
        }
    }

    fn excluded(&mut self, all: Ref, none: Ref, without: Ref) -> Ref {
        let value = self.value(all) - self.value(none) * self.value(without);
        self.step(Word::EveryGroupStep, Formula::LessProduct(all, none, without), value)
    }

    fn value(&self, r: Ref) -> Decimal {
        self.layout.value(r, self.graph)
    }

    fn step(&mut self, done: Word, formula: Formula, value: Decimal) -> Ref {
        self.layout.help(Helper { of: self.of, done, formula, value })
    }
}
