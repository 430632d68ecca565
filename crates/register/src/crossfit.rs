//! How well fitted weights do on persons whom they were not fitted to. Knows nothing of how the weights are found.
//!
//! The persons are parted; each part's costs are predicted by weights fitted to all others. Sums are whole persons and
//! öre, so a part that is taken away has no influence on its own weights, not in the last bit.
use crate::{
    aggregate::Aggregate,
    fit::{Fit, FitOptions, NormalEquations, fit},
    frame::Frame,
    rates::ORE_PER_YEAR,
    register::Register,
};
use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// How persons are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// Each practice is a part: how a practice would fare that had no say in the weights.
    EachPractice,
    /// Whole practices by lot, as evenly as their number allows.
    Practices {
        /// How many parts.
        parts: u16,
        /// The lot can be drawn again.
        seed: u64,
    },
    /// Each person by lot.
    Persons {
        /// How many parts.
        parts: u16,
        /// The lot can be drawn again.
        seed: u64,
    },
}

/// One part, predicted from the others.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Part"))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CrossFitPart {
    /// Persons in it.
    pub persons: u64,
    /// The mean of their carried cost, in kronor per person and month; `None` when it has nobody.
    pub mean: Option<f64>,
    /// The mean of what was predicted for them; `None` as for the mean, and when nobody is in another part.
    pub predicted: Option<f64>,
    /// The weights of the others: by factor, in kronor per person and month; zero where none was fitted. Not told on a wire.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub coefficients: Vec<f64>,
}

/// All parts together.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossFit {
    /// The parts in order.
    pub parts: Vec<CrossFitPart>,
    /// The part of the carried cost's squares around its mean that was predicted; below zero when the mean of all would
    /// have done better. `None` when all costs are alike, or fewer than two parts have persons: then nobody is left to fit
    /// weights to.
    pub r_squared: Option<f64>,
    /// The same weights fitted to all and measured on all, for comparison.
    pub in_sample: Option<f64>,
}

/// The sums of each part; `None` when the frame has no such lane.
pub fn parts(register: &Register, frame: &Frame, lane: usize, split: Split) -> Option<Vec<NormalEquations>> {
    match split {
        Split::EachPractice => NormalEquations::by_practice(register, frame, lane),
        Split::Practices { parts, seed } => {
            let drawn = draw_practices(register.practices().len(), parts, seed);
            let part = |practice: u16| drawn.get(usize::from(practice)).copied().unwrap_or_default();
            NormalEquations::parted(register, frame, lane, usize::from(parts.max(1)), part)
        }
        Split::Persons { parts, seed } => {
            let mut lot = Xoshiro256PlusPlus::seed_from_u64(seed);
            let parts = usize::from(parts.max(1));
            NormalEquations::parted(register, frame, lane, parts, |_| below(&mut lot, parts))
        }
    }
}

/// The sums of each part of a region of which only sums are known; `None` when the frame has no such lane, or persons
/// are to be parted.
pub fn parts_of_sums(aggregate: &Aggregate, frame: &Frame, lane: usize, split: Split) -> Option<Vec<NormalEquations>> {
    let practices = aggregate.practices.len();
    match split {
        Split::EachPractice => NormalEquations::parted_sums(aggregate, frame, lane, practices, usize::from),
        Split::Practices { parts, seed } => {
            let drawn = draw_practices(practices, parts, seed);
            let part = |practice: u16| drawn.get(usize::from(practice)).copied().unwrap_or_default();
            NormalEquations::parted_sums(aggregate, frame, lane, usize::from(parts.max(1)), part)
        }
        Split::Persons { .. } => None,
    }
}

/// By practice: its part. The practices are shuffled and dealt.
fn draw_practices(practices: usize, parts: u16, seed: u64) -> Vec<usize> {
    let mut lot = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut drawn: Vec<usize> = (0..practices).map(|practice| practice % usize::from(parts.max(1))).collect();
    for last in (1..practices).rev() {
        drawn.swap(last, below(&mut lot, last + 1));
    }
    drawn
}

/// A number under `limit`. The remainder favours small ones by less than limit / 2^64.
fn below(lot: &mut Xoshiro256PlusPlus, limit: usize) -> usize {
    usize::try_from(lot.next_u64() % limit.max(1) as u64).unwrap_or_default()
}

/// Predicts each part from all others.
pub fn cross_fit(parts: &[NormalEquations], cost_share: f64, options: &FitOptions) -> Option<CrossFit> {
    let mut all = parts.first()?.clone();
    parts.iter().skip(1).for_each(|part| all.add_all(part));
    let total = all.squares_around_mean(cost_share);
    let in_sample = fit(&all, cost_share, options).r_squared;
    let mut left = 0.0;
    let mut predicted = Vec::with_capacity(parts.len());
    for part in parts {
        all.take_away(part);
        let weights = fit(&all, cost_share, options);
        left += part.squared_error(&weights, cost_share);
        let others = all.persons() > 0;
        let found = part.predicted(&weights, cost_share);
        predicted.push(CrossFitPart { predicted: found.predicted.filter(|_| others), ..found });
        all.add_all(part);
    }
    let has_others = parts.iter().filter(|part| part.persons() > 0).nth(1).is_some();
    let r_squared = (has_others && total > 0.0).then(|| 1.0 - left / total);
    Some(CrossFit { parts: predicted, r_squared, in_sample })
}

impl NormalEquations {
    fn predicted(&self, weights: &Fit, cost_share: f64) -> CrossFitPart {
        let persons = self.persons();
        let mean = |ore: f64| (persons > 0).then(|| ore / persons as f64 / ORE_PER_YEAR);
        CrossFitPart {
            persons,
            mean: mean(self.cost() as f64 * cost_share),
            predicted: mean(self.payment(weights)),
            coefficients: weights.coefficients.iter().map(|ore| ore / ORE_PER_YEAR).collect(),
        }
    }

    /// What the weights pay for these persons, in öre a year.
    fn payment(&self, weights: &Fit) -> f64 {
        let bases = self.cells().zip(&weights.bases).map(|((persons, ..), base)| f64::from(persons) * base);
        let with = |(factor, coefficient): (usize, &f64)| f64::from(self.with_factor(factor)) * coefficient;
        bases.sum::<f64>() + weights.coefficients.iter().enumerate().map(with).sum::<f64>()
    }

    /// The squares of what is carried less what is paid, person by person, in öre squared.
    fn squared_error(&self, weights: &Fit, cost_share: f64) -> f64 {
        let paid = |counts: &[u32]| {
            let counts = counts.iter().zip(&weights.coefficients);
            counts.map(|(count, coefficient)| f64::from(*count) * coefficient).sum::<f64>()
        };
        let cells = self.cells().zip(&weights.bases).map(|((persons, cost, counts), base)| {
            base * (base * f64::from(persons) + 2.0 * paid(counts) - 2.0 * cost_share * cost as f64)
        });
        let products = weights.coefficients.iter().enumerate().map(|(factor, coefficient)| {
            let row = weights.coefficients.iter().enumerate();
            let row: f64 = row.map(|(other, weight)| f64::from(self.with_both(factor, other)) * weight).sum();
            coefficient * (row - 2.0 * cost_share * self.cost_of_factor(factor))
        });
        let squares = self.cost_squared() * cost_share * cost_share;
        (squares + cells.sum::<f64>() + products.sum::<f64>()).max(0.0)
    }
}
