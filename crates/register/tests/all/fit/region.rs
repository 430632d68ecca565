//! Small regions made for a test, and their plain least squares: a row a person, a column a cell or factor.
use catalog::SKANE_PROPOSAL_FIVE;
use model::{case_mix::ConditionSet, id::Id, payment_model::PaymentModel, sex::Sex};
use nalgebra::{DMatrix, DVector};
use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use register::{
    conditions::Conditions,
    fit::{FitOptions, NormalEquations, Outcome},
    frame::Frame,
    person_key::PersonKey,
    register::{Origin, PersonRow, Register},
    summary::Summary,
};
use std::rc::Rc;

/// Five conditions, and the table of 2026.
pub fn model() -> Rc<PaymentModel> {
    thread_local! {
        static MODEL: Rc<PaymentModel> = Rc::clone(catalog::shipped().model(&Id::new(SKANE_PROPOSAL_FIVE)).unwrap());
    }
    MODEL.with(Rc::clone)
}

/// The conditions of [`model`].
pub fn conditions() -> Conditions {
    Conditions::of_models([&*model()]).unwrap()
}

/// Everything is fitted, however rare.
pub const ALL: FitOptions = FitOptions { signs: register::fit::Signs::Any, ridge: 0.0, least_persons: 1 };

/// Numbers that a seed makes again.
pub struct Lot(Xoshiro256PlusPlus);

impl Lot {
    pub fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    pub fn below(&mut self, limit: u32) -> u32 {
        u32::try_from(self.0.next_u64() % u64::from(limit)).unwrap()
    }

    /// Each of five conditions in one person of three, at any age.
    pub fn row(&mut self, practices: u16, cost: impl Fn(&mut Self, PersonKey, ConditionSet) -> u32) -> PersonRow {
        let sex = if self.below(2) == 0 { Sex::Woman } else { Sex::Man };
        let key = PersonKey::new(sex, u8::try_from(self.below(95)).unwrap());
        let conditions = ConditionSet::of((0..5).filter(|_| self.below(3) == 0).collect::<Vec<_>>());
        let practice = u16::try_from(self.below(u32::from(practices))).unwrap();
        PersonRow { practice, key, conditions, cost: cost(self, key, conditions) }
    }
}

/// The rows as a register with so many practices.
pub fn register(practices: u16, rows: &[PersonRow]) -> Register {
    let mut register = Register::new(Origin::Own, conditions());
    for practice in 0..practices {
        register.add_practice(practice.to_string()).unwrap();
    }
    for row in rows {
        let set = register.intern(row.conditions).unwrap();
        register.push(row.practice, row.key, set, row.cost);
    }
    register
}

pub fn frame() -> Frame {
    Frame::new(&[&model()], &conditions()).unwrap()
}

pub fn equations(rows: &[PersonRow]) -> NormalEquations {
    let register = register(rows.iter().map(|row| row.practice + 1).max().unwrap_or(1), rows);
    NormalEquations::of_summary(&Summary::of_persons(&register, frame()), 0).unwrap()
}

/// The estimates; `None` where there is no weight.
pub fn estimates(fit: &register::fit::Fit) -> Vec<Option<f64>> {
    let estimate = |outcome| match outcome {
        Outcome::Fitted { estimate, .. } => Some(estimate),
        _ => None,
    };
    fit.factors.iter().map(|factor| estimate(factor.outcome)).collect()
}

/// A column for each cell with persons, then one for each of these factors; and the costs in kronor a month.
pub fn dense(rows: &[PersonRow], factors: &[usize]) -> (DMatrix<f64>, DVector<f64>) {
    let frame = frame();
    let lane = &frame.lanes[0];
    let class = |row: &PersonRow| usize::from(frame.class_of_key[row.key.index()]);
    let cell = |row: &PersonRow| lane.cell_of_class[class(row)];
    let mut cells: Vec<u16> = rows.iter().map(cell).collect();
    cells.sort_unstable();
    cells.dedup();
    let value = |i: usize, j: usize| {
        let row: &PersonRow = &rows[i];
        match cells.get(j) {
            Some(wanted) => *wanted == cell(row),
            None => lane
                .paid(frame.classes[class(row)], row.conditions)
                .contains(&u16::try_from(factors[j - cells.len()]).unwrap()),
        }
    };
    let one = |yes: bool| if yes { 1.0 } else { 0.0 };
    let matrix = DMatrix::from_fn(rows.len(), cells.len() + factors.len(), |i, j| one(value(i, j)));
    let costs = DVector::from_iterator(rows.len(), rows.iter().map(|row| f64::from(row.cost) / 1200.0));
    (matrix, costs)
}

/// The coefficients of the factors, and what is left of each cost.
pub fn plain(rows: &[PersonRow], factors: &[usize]) -> (Vec<f64>, DVector<f64>) {
    let (matrix, costs) = dense(rows, factors);
    let qr = matrix.clone().qr();
    let solution = qr.r().solve_upper_triangular(&(qr.q().transpose() * &costs)).unwrap();
    let left = costs - &matrix * &solution;
    let from = matrix.ncols() - factors.len();
    ((from..matrix.ncols()).map(|i| solution[i]).collect(), left)
}
