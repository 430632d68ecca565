//! What every model pays, by practice and in sum, and how well it foretells persons' costs. In floating point, for
//! statistics; exact money comes from [`Summary::practice`](crate::summary::Summary::practice). Knows no persons.
use crate::{
    rates::Rates,
    statistics::net_squared,
    summary::{Group, Summary},
};

/// Money of a practice or a region, in öre a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    /// What is paid.
    pub payment: f64,
    /// The share of the drug cost that the practice carries.
    pub carried: f64,
    /// Payment less carried cost.
    pub net: f64,
}

/// How well a payment by the cost share foretells a person's cost.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Prediction {
    /// R²: 1 − Σ(c − p)² / Σ(c − c̄)², where c is a person's cost, p the payment for the person by the cost share and c̄
    /// the mean cost. `None` when no cost differs from another or the cost share is zero.
    pub r_squared: Option<f64>,
    /// CPM (Cumming's prediction measure): 1 − Σ|c − p| / Σ|c − c̄|. `None` as for R², and while costs are not sorted.
    pub cpm: Option<f64>,
    /// Mean absolute prediction error, Σ|c − p| / n, in öre per person and year. `None` as for CPM.
    pub mape: Option<f64>,
}

/// One model's outcome.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaneResult {
    /// The share of the drug cost that the practice carries.
    pub cost_share: f64,
    /// By practice: what is paid, in öre a year.
    pub payment: Vec<f64>,
    /// By practice: the carried cost, in öre a year.
    pub carried: Vec<f64>,
    /// By practice: payment less carried cost, in öre a year.
    pub net: Vec<f64>,
    /// The region's.
    pub total: Totals,
    /// The sum over every person of the square of what is paid for the person less the carried cost, in öre squared.
    pub net_squared: f64,
    /// By group of [`Summary::groups`]: what is paid for each of its persons, in öre a year.
    pub per_person: Vec<f64>,
    /// How well it foretells costs.
    pub prediction: Prediction,
}

/// Every model's outcome.
#[derive(Clone, Debug, Default)]
pub struct Evaluation {
    /// One a lane, in the order of the frame's.
    pub lanes: Vec<LaneResult>,
}

impl Summary {
    /// Every model's outcome at these amounts, one [`Rates`] for each lane of the frame; missing amounts count as zero.
    pub fn evaluate(&self, rates: &[Rates]) -> Evaluation {
        let lanes = (0..self.frame.lanes.len()).filter_map(|lane| Some(self.lane_result(lane, rates.get(lane)?)));
        Evaluation { lanes: lanes.collect() }
    }

    fn lane_result(&self, lane: usize, rates: &Rates) -> LaneResult {
        let payment = self.payments(lane, rates);
        let carried: Vec<f64> = self.practices.iter().map(|sums| rates.cost_share * float(sums.cost)).collect();
        let net: Vec<f64> = payment.iter().zip(&carried).map(|(payment, carried)| payment - carried).collect();
        let sum = |values: &[f64]| values.iter().sum::<f64>();
        let total = Totals { payment: sum(&payment), carried: sum(&carried), net: sum(&net) };
        let per_person: Vec<f64> = self.groups.iter().map(|group| self.per_person(lane, rates, group)).collect();
        let prediction = Prediction { r_squared: self.r_squared(&per_person, rates.cost_share), cpm: None, mape: None };
        let squares =
            self.groups.iter().zip(&per_person).map(|(group, paid)| net_squared(group, *paid, rates.cost_share));
        let net_squared = squares.sum();
        LaneResult { cost_share: rates.cost_share, payment, carried, net, total, net_squared, per_person, prediction }
    }

    /// What each practice is paid at these amounts by the rules of one lane, in öre a year; empty when there is no such
    /// lane.
    pub fn payments(&self, lane: usize, rates: &Rates) -> Vec<f64> {
        let (Some(rules), Some(counts)) = (self.frame.lanes.get(lane), self.lanes.get(lane)) else { return Vec::new() };
        let by_class: Vec<f64> = rules.cell_of_class.iter().map(|cell| at(&rates.cells, usize::from(*cell))).collect();
        let classes = self.by_class.chunks_exact(by_class.len().max(1));
        let cells = classes.map(|persons| dot(persons, &by_class));
        let factors = |practice: usize| {
            let start = practice * counts.factors;
            dot(counts.persons.get(start..start + counts.factors).unwrap_or_default(), &rates.factors)
        };
        cells.enumerate().map(|(practice, cells)| cells + factors(practice)).collect()
    }

    fn per_person(&self, lane: usize, rates: &Rates, group: &Group) -> f64 {
        let class = self.frame.classes.get(usize::from(group.class));
        let set = usize::try_from(group.set).ok().and_then(|set| self.sets.get(set));
        let (Some(rules), Some(class), Some(set)) = (self.frame.lanes.get(lane), class, set) else { return 0.0 };
        let cell = rules.cell_of_class.get(usize::from(group.class)).copied().unwrap_or_default();
        let paid = rules.paid(*class, *set).iter().map(|factor| at(&rates.factors, usize::from(*factor))).sum::<f64>();
        at(&rates.cells, usize::from(cell)) + paid
    }

    fn r_squared(&self, per_person: &[f64], cost_share: f64) -> Option<f64> {
        let persons: f64 = self.groups.iter().map(|group| f64::from(group.persons)).sum();
        let mean = self.groups.iter().map(|group| float(group.cost)).sum::<f64>() / persons;
        let squares = |foretold: f64, group: &Group| {
            let n = f64::from(group.persons);
            let own = float(group.cost) / n;
            group.cost_squared - n * own * own + n * (own - foretold) * (own - foretold)
        };
        let all: f64 = self.groups.iter().map(|group| squares(mean, group)).sum();
        let left: f64 = self.groups.iter().zip(per_person).map(|(group, paid)| squares(paid / cost_share, group)).sum();
        (all > 0.0 && cost_share > 0.0).then(|| 1.0 - left / all)
    }
}

fn dot(persons: &[u32], amounts: &[f64]) -> f64 {
    persons.iter().zip(amounts).map(|(persons, amount)| f64::from(*persons) * amount).sum()
}

fn at(amounts: &[f64], place: usize) -> f64 {
    amounts.get(place).copied().unwrap_or(0.0)
}

/// Sums of costs are far below 2⁵³ öre, so nothing is lost.
#[expect(clippy::cast_precision_loss, reason = "sums are far below 2 to the 53rd")]
pub(crate) fn float(sum: u64) -> f64 {
    sum as f64
}
