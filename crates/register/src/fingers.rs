//! Where each group's costs pass what a model foretells, remembered from one update to the next. Knows no amounts.
use crate::{
    evaluate::float,
    sorted::{Below, Sorted},
    summary::Group,
};
use std::rc::Rc;

/// Σ|c − amount| of a group as a line in the amount, and where the line holds.
#[derive(Clone, Copy, Debug)]
struct Finger {
    /// The largest cost that was at most the amount.
    low: u32,
    /// The least cost that was more.
    high: u32,
    /// Costs at most the amount less costs above it.
    slope: f64,
    /// The sum of the costs above less the sum of the others, in öre.
    rest: f64,
}

/// One place for each group.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fingers {
    /// The sorted costs that the places are in.
    of: Option<Rc<()>>,
    places: Vec<Finger>,
}

/// Whole numbers below this, and twice as much, are exact in floating point.
const LONGEST: u64 = 1 << 52;

impl Finger {
    /// No amount lies here.
    const NOWHERE: Self = Self { low: u32::MAX, high: 0, slope: 0.0, rest: 0.0 };

    /// Σ|c − amount|, if the amount lies where it lay.
    #[inline]
    fn absolute(&self, amount: f64) -> Option<f64> {
        let holds = amount >= f64::from(self.low) && amount < f64::from(self.high);
        holds.then_some(self.slope * amount + self.rest)
    }

    /// Moves to the amount and gives Σ|c − amount|; zero for a group that is not among the sorted.
    fn move_to(&mut self, amount: f64, place: usize, sorted: &Sorted, groups: &[Group]) -> f64 {
        let (Some(costs), Some(group)) = (sorted.group(place), groups.get(place)) else { return 0.0 };
        let below = match self.below(group) {
            Some(below) => costs.moved(below, amount),
            None => costs.at_most(amount),
        };
        self.low = below.count.checked_sub(1).and_then(|last| costs.get(last)).unwrap_or(0);
        self.high = costs.get(below.count).unwrap_or(u32::MAX);
        self.slope = 2.0 * f64::from(below.count) - f64::from(group.persons);
        self.rest = float(group.cost) - 2.0 * float(below.sum);
        self.slope * amount + self.rest
    }

    /// What the line was made of; `None` before the first amount, or when sums are too long for a float to hold.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole numbers, not below zero")]
    fn below(&self, group: &Group) -> Option<Below> {
        let count = (self.slope + f64::from(group.persons)) / 2.0;
        let sum = (float(group.cost) - self.rest) / 2.0;
        (self.low <= self.high && group.cost < LONGEST).then_some(Below { count: count as u32, sum: sum as u64 })
    }
}

impl Fingers {
    /// Ready for these sorted costs: places in others are forgotten.
    pub fn ready(&mut self, sorted: &Sorted, groups: usize) {
        if self.of.as_ref().is_some_and(|of| Rc::ptr_eq(of, &sorted.identity)) {
            return;
        }
        self.of = Some(Rc::clone(&sorted.identity));
        self.places.clear();
        self.places.resize(groups, Finger::NOWHERE);
    }

    /// Σ|c − amount| over a group's persons; zero for a group that is not among the sorted.
    #[inline]
    pub fn absolute(&mut self, amount: f64, place: usize, sorted: &Sorted, groups: &[Group]) -> f64 {
        let Some(finger) = self.places.get_mut(place) else { return 0.0 };
        match finger.absolute(amount) {
            Some(absolute) => absolute,
            None => finger.move_to(amount, place, sorted, groups),
        }
    }
}
