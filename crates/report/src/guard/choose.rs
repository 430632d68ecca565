//! Which counts of a practice to hide: the small ones, and beside them, in an order of ages that is always the same, as
//! many large ones of the same sex as it takes for the sum to leave the small ones open. [`hide`] says why it does. Where
//! it is not open, the sum of the sex is withheld together with that of all.
use super::{Between, HiddenCount, Protection, Total, Why, money::money_step};
use crate::columns::Tariffs;
use model::{cell::Cell, count::Count, outcome::PaidFor, practice::Practice, sex::Sex};
use register::{
    hide::{Hidden, hide},
    told::FIRST_AGE,
};

/// What must not be published of a practice so that nobody learns a count from one up to, and without, the threshold.
/// The tariffs are those that amounts are published of. Below [`LEAST_THRESHOLD`](super::LEAST_THRESHOLD) nothing is hidden.
pub fn protect(practice: &Practice, tariffs: &Tariffs, threshold: u32) -> Protection {
    if threshold < super::LEAST_THRESHOLD {
        return Protection::default();
    }
    let mut protection = Protection::default();
    for sex in Sex::ALL {
        let cells = practice.listed.iter().filter(|(cell, _)| cell.sex == sex).map(|(cell, count)| (cell, *count));
        let group = HiddenCounts::of(cells.collect(), threshold);
        if !group.is_told() {
            protection.totals.push(Total::Sex(sex));
        }
        protection.hidden.extend(group.hidden(threshold));
    }
    if !protection.totals.is_empty() {
        protection.totals.push(Total::Listed);
    }
    let small = practice.affected.iter().filter(|(_, count)| is_small(**count, threshold));
    protection.hidden.extend(small.map(|(id, _)| hidden_small(PaidFor::Factor(id.clone()), threshold)));
    protection.money_step = money_step(&protection, tariffs);
    protection
}

fn is_small(count: Count, threshold: u32) -> bool {
    (1..threshold).contains(&count.get())
}

fn hidden_small(what: PaidFor, threshold: u32) -> HiddenCount {
    let between = Between { low: persons(1), high: persons(u64::from(threshold) - 1) };
    HiddenCount { what, why: Why::Small, between, stand_in: persons(u64::from(threshold / 2)) }
}

fn persons(number: u64) -> Count {
    Count::new(number).unwrap_or_default()
}

/// The counts of a sex that are hidden.
struct HiddenCounts {
    cells: Vec<Cell>,
    hidden: Hidden,
    /// The most that a small count can be.
    most: u64,
}

impl HiddenCounts {
    fn of(cells: Vec<(Cell, Count)>, threshold: u32) -> Self {
        let (cells, counts): (Vec<Cell>, Vec<u32>) = cells.into_iter().map(|(cell, count)| (cell, count.get())).unzip();
        let mut order: Vec<usize> = (0..cells.len()).collect();
        order.sort_by_key(|at| cells.get(*at).map(|cell| cell.band.low.abs_diff(FIRST_AGE)));
        Self { hidden: hide(&counts, order, threshold), cells, most: u64::from(threshold) - 1 }
    }

    fn is_told(&self) -> bool {
        self.hidden.small.is_empty() || self.hidden.is_open
    }

    fn hidden(&self, threshold: u32) -> impl Iterator<Item = HiddenCount> {
        let cells = |at: &usize| self.cells.get(*at).copied();
        let small = self.hidden.small.iter().filter_map(cells);
        let last = self.hidden.beside.last().copied().filter(|_| self.hidden.is_open).and_then(|at| cells(&at));
        let beside = self.hidden.beside.iter().filter_map(cells);
        let small = small.map(move |cell| hidden_small(PaidFor::Cell(cell), threshold));
        small.chain(beside.map(move |cell| self.hidden_beside(cell, Some(cell) == last)))
    }

    /// Of those before the last the room is at most the lack; the last has what is left of the sum.
    fn hidden_beside(&self, cell: Cell, is_rest: bool) -> HiddenCount {
        let (hidden, large) = (&self.hidden, self.hidden.large());
        let [low, high, stand_in] = match is_rest {
            false => [large, large + hidden.small.len() as u64 * (self.most - 1), large],
            true => [self.most, 1, hidden.stand_in()].map(|each| hidden.rest(each)),
        };
        let between = Between { low: persons(low), high: persons(high) };
        HiddenCount { what: PaidFor::Cell(cell), why: Why::Beside, between, stand_in: persons(stand_in) }
    }
}
