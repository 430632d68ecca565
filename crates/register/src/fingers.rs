//! Where each group's costs pass what a model foretells, remembered from one update to the next. Knows no amounts.
use crate::{
    sorted::{Below, Sorted},
    summary::Group,
};
use std::rc::Rc;

/// One place for each group.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fingers {
    /// The sorted costs that the places are in.
    of: Option<Rc<()>>,
    below: Vec<Below>,
    /// By group: the largest cost that was at most the amount.
    low: Vec<u32>,
    /// By group: the least cost that was more.
    high: Vec<u32>,
    /// By group: Σ|c − amount| = slope · amount + rest, as long as the amount lies from `low` to `high`.
    slope: Vec<f64>,
    rest: Vec<f64>,
}

impl Fingers {
    /// Ready for these sorted costs: places in others are forgotten.
    pub fn ready(&mut self, sorted: &Sorted, groups: usize) {
        if self.of.as_ref().is_some_and(|of| Rc::ptr_eq(of, &sorted.identity)) {
            return;
        }
        self.of = Some(Rc::clone(&sorted.identity));
        self.below = vec![Below::default(); groups];
        // no amount lies here, so that every group is sought
        self.low = vec![u32::MAX; groups];
        self.high = vec![0; groups];
        self.slope = vec![0.0; groups];
        self.rest = vec![0.0; groups];
    }

    /// Σ|c − amount| over every group's persons; `amounts` are by group.
    pub fn absolute(&mut self, amounts: &[f64], sorted: &Sorted, groups: &[Group]) -> f64 {
        let mut sum = 0.0;
        let bounds = self.low.iter_mut().zip(&mut self.high);
        let lines = self.slope.iter_mut().zip(&mut self.rest);
        let places = amounts.iter().zip(&mut self.below).zip(bounds).zip(lines);
        for (place, (((amount, below), (low, high)), (slope, rest))) in places.enumerate() {
            if *amount < f64::from(*low) || *amount >= f64::from(*high) {
                let (Some(costs), Some(group)) = (sorted.group(place), groups.get(place)) else { continue };
                let sought = if *low > *high { costs.at_most(*amount) } else { costs.moved(*below, *amount) };
                *below = sought;
                *low = sought.count.checked_sub(1).and_then(|last| costs.get(last)).unwrap_or(0);
                *high = costs.get(sought.count).unwrap_or(u32::MAX);
                *slope = 2.0 * f64::from(sought.count) - f64::from(group.persons);
                *rest = sought.rest(group.cost);
            }
            sum += *slope * *amount + *rest;
        }
        sum
    }
}
