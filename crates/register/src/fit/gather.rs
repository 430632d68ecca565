//! Persons or sums into equations, whole or in parts. Knows nothing of what is fitted.
use super::{equations::NormalEquations, paid::PaidLists};
use crate::{
    aggregate::Aggregate,
    frame::{Frame, Lane},
    person_key::PersonKey,
    register::Register,
    summary::Summary,
};
use rust_decimal::prelude::ToPrimitive;

/// Persons who are paid for the same, with their cost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alike<'a> {
    /// The model's cell.
    pub cell: u16,
    /// Positions of the factors, rising.
    pub paid: &'a [u16],
    pub persons: u32,
    /// Öre a year.
    pub cost: u64,
    /// Öre squared.
    pub cost_squared: u128,
}

impl NormalEquations {
    /// The whole region's, from its groups; `None` when there is no such lane.
    pub fn of_summary(summary: &Summary, lane: usize) -> Option<Self> {
        let rules = summary.frame.lanes.get(lane)?;
        let lists = &summary.lanes.get(lane)?.lists;
        // who is paid for the same is added up first: pairs of factors are many
        let mut by_list: Vec<(&[u16], u32, u64)> = lists.iter().map(|paid| (paid, 0, 0)).collect();
        let mut equations = Self::empty(rules);
        for (group, list) in summary.groups.iter().zip(&lists.of_group) {
            let Some(alike) = usize::try_from(*list).ok().and_then(|list| by_list.get_mut(list)) else { continue };
            alike.1 += group.persons;
            alike.2 += group.cost;
            let cell = cell(rules, group.class);
            let cost_squared = whole(group.cost_squared);
            equations.add_to_cell(&Alike {
                cell,
                paid: alike.0,
                persons: group.persons,
                cost: group.cost,
                cost_squared,
            });
        }
        by_list.iter().for_each(|(paid, persons, cost)| equations.add_to_factors(paid, *persons, *cost));
        Some(equations)
    }

    /// One for each practice of the register, in their order; `None` when the frame has no such lane.
    pub fn by_practice(register: &Register, frame: &Frame, lane: usize) -> Option<Vec<Self>> {
        Self::parted(register, frame, lane, register.practices().len(), usize::from)
    }

    /// The persons in so many parts; `part` is asked once a person, in the register's order, with the practice.
    pub(crate) fn parted(
        register: &Register,
        frame: &Frame,
        lane: usize,
        parts: usize,
        mut part: impl FnMut(u16) -> usize,
    ) -> Option<Vec<Self>> {
        let rules = frame.lanes.get(lane)?;
        let paid = PaidLists::new(frame, rules, register.sets());
        let mut equations = vec![Self::empty(rules); parts];
        let (practices, keys, sets, costs) = register.columns();
        for (((practice, key), set), cost) in practices.iter().zip(keys).zip(sets).zip(costs) {
            let class = frame.class_of_key.get(key.index()).copied().unwrap_or_default();
            let (cell, cost) = (cell(rules, class), u64::from(*cost));
            if let Some(equations) = equations.get_mut(part(*practice)) {
                let cost_squared = u128::from(cost * cost);
                equations.add(Alike { cell, paid: paid.of(class, *set), persons: 1, cost, cost_squared });
            }
        }
        Some(equations)
    }

    /// The same from sums, which a practice is the smallest part of.
    pub(crate) fn parted_sums(
        aggregate: &Aggregate,
        frame: &Frame,
        lane: usize,
        parts: usize,
        mut part: impl FnMut(u16) -> usize,
    ) -> Option<Vec<Self>> {
        let rules = frame.lanes.get(lane)?;
        let mut equations = vec![Self::empty(rules); parts];
        for row in &aggregate.rows {
            let key = PersonKey::new(row.sex, row.band.low);
            let place = frame.class_of_key.get(key.index()).copied().unwrap_or_default();
            let paid = frame.classes.get(usize::from(place)).map(|class| rules.paid(*class, row.conditions));
            let (cell, cost_squared) = (cell(rules, place), whole(row.cost_squared));
            if let (Some(equations), Some(paid)) = (equations.get_mut(part(row.practice)), paid) {
                equations.add(Alike { cell, paid: &paid, persons: row.persons, cost: row.cost, cost_squared });
            }
        }
        Some(equations)
    }
}

fn cell(lane: &Lane, class: u16) -> u16 {
    lane.cell_of_class.get(usize::from(class)).copied().unwrap_or_default()
}

/// Squares of whole öre, as whole as a float holds them.
fn whole(squares: f64) -> u128 {
    // the shorter number is quicker to make
    squares.to_u64().map_or_else(|| squares.to_u128().unwrap_or_default(), u128::from)
}
