//! The equations with each cell's mean taken out, in floating point, and the solution on some of the factors. Knows no
//! rule for which factors those are.
use super::equations::NormalEquations;
use nalgebra::{Cholesky, DMatrix, DVector, Dyn};

/// The carried cost on the factors within cells: gram · coefficients = cross. Öre a year.
pub(super) struct Within {
    /// Products of two factors, summed over persons, each less its cell's mean.
    pub gram: DMatrix<f64>,
    /// Products of a factor and the carried cost, likewise.
    pub cross: DVector<f64>,
    /// The carried cost's squares, likewise.
    pub squares: f64,
    /// What is added to the diagonal.
    pub penalty: DVector<f64>,
}

impl Within {
    /// `ridge` persons of the penalty: a factor with n persons is drawn towards zero as if so many more had it at no
    /// cost.
    pub fn new(equations: &NormalEquations, cost_share: f64, ridge: f64) -> Self {
        let factors = equations.factors();
        let pairs = |i, j| f64::from(equations.with_both(i, j));
        let mut gram = DMatrix::from_fn(factors, factors, pairs);
        let mut cross = DVector::from_iterator(factors, equations.factor_cost.iter().map(|cost| *cost as f64));
        let mut squares = equations.cost_squared as f64;
        for (persons, cost, counts) in equations.cells().filter(|(persons, ..)| *persons > 0) {
            let counts = DVector::from_iterator(factors, counts.iter().map(|count| f64::from(*count)));
            let (persons, cost) = (f64::from(persons), cost as f64);
            gram.ger(-1.0 / persons, &counts, &counts, 1.0);
            cross.axpy(-cost / persons, &counts, 1.0);
            squares -= cost * cost / persons;
        }
        cross *= cost_share;
        let within_share = |i| at(&gram, i, i) / f64::from(equations.with_factor(i)).max(1.0);
        let penalty = DVector::from_fn(factors, |i, _| ridge * within_share(i));
        Self { gram, cross, squares: squares * cost_share * cost_share, penalty }
    }

    /// The factors, of those asked for, that neither the cells nor the factors before them determine.
    pub fn independent(&self, among: &[usize]) -> Vec<usize> {
        let varies = |i: &usize| at(&self.gram, *i, *i) > 0.0;
        let mut kept: Vec<usize> = among.iter().copied().filter(varies).collect();
        while let Some(place) = self.first_determined(&kept) {
            kept.remove(place);
        }
        kept
    }

    fn first_determined(&self, kept: &[usize]) -> Option<usize> {
        let scale: Vec<f64> = kept.iter().map(|i| at(&self.gram, *i, *i).sqrt()).collect();
        let of = |i: usize| scale.get(i).copied().unwrap_or(1.0);
        let correlations = self.of(kept, &self.gram).map_with_location(|i, j, value| value / (of(i) * of(j)));
        let left = Cholesky::new_with_substitute(correlations, DETERMINED)?.l();
        left.diagonal().iter().position(|pivot| pivot * pivot <= DETERMINED * 2.0)
    }

    /// The coefficients when only these factors are paid for: by factor, zero for those left out; `None` when one is
    /// determined by the others.
    pub fn solve(&self, kept: &[usize]) -> Option<Vec<f64>> {
        let mut solved = vec![0.0; self.cross.len()];
        for (place, coefficient) in kept.iter().zip(self.coefficients(kept)?) {
            *solved.get_mut(*place)? = coefficient;
        }
        Some(solved)
    }

    /// The coefficients alone, in the order of the factors asked for.
    pub fn coefficients(&self, kept: &[usize]) -> Option<Vec<f64>> {
        Some(self.factorised(kept)?.solve(&self.picked(kept)).iter().copied().collect())
    }

    fn factorised(&self, kept: &[usize]) -> Option<Cholesky<f64, Dyn>> {
        let penalty = self.penalty.select_rows(kept);
        let mut gram = self.of(kept, &self.gram);
        gram.set_diagonal(&(gram.diagonal() + penalty));
        Cholesky::new(gram)
    }

    fn picked(&self, kept: &[usize]) -> DVector<f64> {
        self.cross.select_rows(kept)
    }

    fn of(&self, kept: &[usize], matrix: &DMatrix<f64>) -> DMatrix<f64> {
        matrix.select_rows(kept).select_columns(kept)
    }

    /// How fast the sum of squares falls, by half, as each coefficient rises from these.
    pub fn slopes(&self, coefficients: &[f64]) -> Vec<f64> {
        let at = DVector::from_column_slice(coefficients);
        let slopes = &self.cross - &self.gram * &at - self.penalty.component_mul(&at);
        slopes.iter().copied().collect()
    }

    /// What the coefficients leave of the squares.
    pub fn residual(&self, coefficients: &[f64]) -> f64 {
        let at = DVector::from_column_slice(coefficients);
        let explained = 2.0 * at.dot(&self.cross) - at.dot(&(&self.gram * &at));
        (self.squares - explained).max(0.0)
    }
}

/// A factor with a smaller part of its own than this is taken as determined by the others.
const DETERMINED: f64 = 1e-9;

pub(super) fn at(matrix: &DMatrix<f64>, row: usize, column: usize) -> f64 {
    matrix.get((row, column)).copied().unwrap_or_default()
}
