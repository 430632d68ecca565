//! The sums that a least-squares fit needs, in whole persons and öre, so that what is taken away leaves no trace. Knows
//! no amounts and no options.
use super::gather::Alike;
use crate::frame::Lane;

/// Counts and costs of some persons, for one lane: by cell, by factor, and by pair of factors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NormalEquations {
    pub(super) factors: usize,
    /// Persons by cell.
    pub(super) cell_persons: Vec<u32>,
    /// Cost of a year by cell, in öre.
    pub(super) cell_cost: Vec<u64>,
    /// Persons by cell, then by factor.
    pub(super) cell_factor: Vec<u32>,
    /// Persons with both factors: the upper triangle, row by row, each factor with itself included.
    pub(super) pairs: Vec<u32>,
    /// Cost of a year of the persons with each factor, in öre.
    pub(super) factor_cost: Vec<u64>,
    /// The sum of the squared costs, in öre squared.
    pub(super) cost_squared: u128,
}

impl NormalEquations {
    pub(super) fn empty(lane: &Lane) -> Self {
        let factors = lane.mix.as_ref().map_or(0, |mix| mix.factors().count());
        let cells = 2 * lane.bands.count();
        Self {
            factors,
            cell_persons: vec![0; cells],
            cell_cost: vec![0; cells],
            cell_factor: vec![0; cells * factors],
            pairs: vec![0; factors * (factors + 1) / 2],
            factor_cost: vec![0; factors],
            cost_squared: 0,
        }
    }

    pub(super) fn add(&mut self, of: Alike<'_>) {
        self.add_to_cell(&of);
        self.add_to_factors(of.paid, of.persons, of.cost);
    }

    /// What of [`NormalEquations::add`] hangs on the cell.
    pub(super) fn add_to_cell(&mut self, of: &Alike<'_>) {
        let cell = usize::from(of.cell);
        bump(&mut self.cell_persons, cell, of.persons);
        bump(&mut self.cell_cost, cell, of.cost);
        self.cost_squared += of.cost_squared;
        for factor in of.paid {
            bump(&mut self.cell_factor, cell * self.factors + usize::from(*factor), of.persons);
        }
    }

    /// The rest: persons of any cells who are paid for the same.
    pub(super) fn add_to_factors(&mut self, paid: &[u16], persons: u32, cost: u64) {
        for (place, factor) in paid.iter().enumerate() {
            let factor = usize::from(*factor);
            bump(&mut self.factor_cost, factor, cost);
            for other in paid.iter().skip(place) {
                bump(&mut self.pairs, pair(self.factors, factor, usize::from(*other)), persons);
            }
        }
    }

    /// Takes in the persons of other equations of the same lane.
    pub fn add_all(&mut self, other: &Self) {
        self.combine(other, u32::wrapping_add, u64::wrapping_add);
        self.cost_squared = self.cost_squared.wrapping_add(other.cost_squared);
    }

    /// Takes out persons who were taken in before: the sums are then as if they had never been there.
    pub fn take_away(&mut self, other: &Self) {
        self.combine(other, u32::wrapping_sub, u64::wrapping_sub);
        self.cost_squared = self.cost_squared.wrapping_sub(other.cost_squared);
    }

    fn combine(&mut self, other: &Self, persons: fn(u32, u32) -> u32, cost: fn(u64, u64) -> u64) {
        let counts = [&mut self.cell_persons, &mut self.cell_factor, &mut self.pairs];
        for (own, others) in counts.into_iter().zip([&other.cell_persons, &other.cell_factor, &other.pairs]) {
            own.iter_mut().zip(others).for_each(|(own, other)| *own = persons(*own, *other));
        }
        let costs = [&mut self.cell_cost, &mut self.factor_cost];
        for (own, others) in costs.into_iter().zip([&other.cell_cost, &other.factor_cost]) {
            own.iter_mut().zip(others).for_each(|(own, other)| *own = cost(*own, *other));
        }
    }

    /// How many factors the lane pays for.
    pub fn factors(&self) -> usize {
        self.factors
    }

    /// How many persons there are.
    pub fn persons(&self) -> u64 {
        self.cell_persons.iter().map(|persons| u64::from(*persons)).sum()
    }

    /// Their cost of a year, in öre.
    pub fn cost(&self) -> u64 {
        self.cell_cost.iter().sum()
    }

    /// How many persons have the factor.
    pub fn with_factor(&self, factor: usize) -> u32 {
        self.with_both(factor, factor)
    }

    /// How many persons have both factors.
    pub(crate) fn with_both(&self, one: usize, other: usize) -> u32 {
        self.pairs.get(pair(self.factors, one, other)).copied().unwrap_or_default()
    }

    /// The cost of a year of those with the factor, in öre.
    pub(crate) fn cost_of_factor(&self, factor: usize) -> f64 {
        self.factor_cost.get(factor).copied().unwrap_or_default() as f64
    }

    /// The sum of the squared costs, in öre squared.
    pub(crate) fn cost_squared(&self) -> f64 {
        self.cost_squared as f64
    }

    /// Each cell: its persons, their cost, and its persons by factor.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (u32, u64, &[u32])> {
        let factors = (0..self.cell_persons.len()).map(|cell| {
            let from = cell * self.factors;
            self.cell_factor.get(from..from + self.factors).unwrap_or_default()
        });
        let sums = self.cell_persons.iter().zip(&self.cell_cost);
        sums.zip(factors).map(|((persons, cost), factors)| (*persons, *cost, factors))
    }
}

/// The place of a pair in the upper triangle.
fn pair(factors: usize, one: usize, other: usize) -> usize {
    let (row, column) = (one.min(other), one.max(other));
    // the rows above hold factors, factors - 1, … places
    row * (2 * factors + 1 - row.min(2 * factors)) / 2 + (column - row)
}

fn bump<N: Copy + std::ops::AddAssign>(sums: &mut [N], place: usize, by: N) {
    if let Some(sum) = sums.get_mut(place) {
        *sum += by;
    }
}
