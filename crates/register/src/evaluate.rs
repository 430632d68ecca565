//! What every model pays, by practice and in sum, and how well it foretells persons' costs. In floating point, for
//! statistics; exact money comes from [`Summary::practice`](crate::summary::Summary::practice). Knows no persons.
use crate::{
    fingers::Fingers,
    frame::Lane,
    rates::Rates,
    summary::{GroupColumns, LaneCounts, Summary},
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Prediction {
    /// R²: 1 − Σ(c − p)² / Σ(c − c̄)², where c is a person's cost, p the payment for the person by the cost share and c̄
    /// the mean cost. `None` when no cost differs from another or the cost share is zero.
    pub r_squared: Option<f64>,
    /// CPM (Cumming's prediction measure): 1 − Σ|c − p| / Σ|c − c̄|. `None` as for R², and while costs are not sorted.
    pub cpm: Option<f64>,
    /// Mean absolute prediction error, Σ|c − p| / n, in öre per person and year. `None` when nobody is listed, the cost
    /// share is zero, or costs are not sorted.
    pub mape: Option<f64>,
}

/// One model's outcome.
#[derive(Clone, Debug, Default)]
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
    by_class: Vec<f64>,
    by_list: Vec<Rate>,
    fingers: Fingers,
}

/// Every model's outcome.
#[derive(Clone, Debug, Default)]
pub struct Evaluation {
    /// One a lane, in the order of the frame's.
    pub lanes: Vec<LaneResult>,
}

impl Summary {
    /// Every model's outcome at these amounts, one [`Rates`] for each lane of the frame; missing amounts count as zero,
    /// and a lane without rates has no outcome.
    pub fn evaluate(&self, rates: &[Rates]) -> Evaluation {
        let mut evaluation = Evaluation::default();
        self.evaluate_into(rates, &mut evaluation);
        evaluation
    }

    /// The same in an evaluation that was made before: nothing is allocated, and what needs single costs is moved from
    /// where it was, so that a small change of a weight is quick. The evaluation may be of another summary.
    pub fn evaluate_into(&self, rates: &[Rates], evaluation: &mut Evaluation) {
        evaluation.lanes.resize_with(rates.len().min(self.frame.lanes.len()), LaneResult::default);
        let lanes = self.frame.lanes.iter().zip(&self.lanes).zip(rates);
        for (result, ((lane, counts), rates)) in evaluation.lanes.iter_mut().zip(lanes) {
            result.pay_practices(self, (lane, counts), rates);
            result.pay_persons(self, counts, rates);
        }
    }

    /// What each practice is paid at these amounts by the rules of one lane, in öre a year; empty when there is no such
    /// lane.
    pub fn payments(&self, lane: usize, rates: &Rates) -> Vec<f64> {
        let mut result = LaneResult::default();
        if let (Some(lane), Some(counts)) = (self.frame.lanes.get(lane), self.lanes.get(lane)) {
            result.pay_practices(self, (lane, counts), rates);
        }
        result.payment
    }
}

impl LaneResult {
    fn pay_practices(&mut self, summary: &Summary, (lane, counts): (&Lane, &LaneCounts), rates: &Rates) {
        self.cost_share = rates.cost_share;
        self.by_class.clear();
        self.by_class.extend(lane.cell_of_class.iter().map(|cell| at(&rates.cells, usize::from(*cell))));
        self.payment.clear();
        self.payment.resize(summary.practices.len(), 0.0);
        add_rows(&summary.by_class, &self.by_class, self.by_class.len(), &mut self.payment);
        add_rows(&counts.persons, &rates.factors, counts.factors, &mut self.payment);
        self.carried.clear();
        self.carried.extend(summary.practices.iter().map(|sums| rates.cost_share * float(sums.cost)));
        self.net.clear();
        self.net.extend(self.payment.iter().zip(&self.carried).map(|(payment, carried)| payment - carried));
        let sum = |values: &[f64]| values.iter().sum::<f64>();
        self.total = Totals { payment: sum(&self.payment), carried: sum(&self.carried), net: sum(&self.net) };
    }

    /// What is paid for each group's persons, and how well that foretells their costs.
    fn pay_persons(&mut self, summary: &Summary, counts: &LaneCounts, rates: &Rates) {
        let foretold = |paid: f64| Rate { paid, foretold: paid / rates.cost_share };
        let of_list = |list: &[u16]| list.iter().map(|factor| at(&rates.factors, usize::from(*factor))).sum::<f64>();
        self.by_list.clear();
        self.by_list.extend(counts.lists.iter().map(of_list).map(foretold));
        self.per_person.clear();
        self.per_person.resize(summary.groups.len(), 0.0);
        if self.cost_share <= 0.0 {
            self.walk(summary, counts, foretold, |_, _| 0.0);
            let squares = self.per_person.iter().zip(&summary.layout.persons).map(|(paid, n)| n * paid * paid);
            self.net_squared = squares.sum();
            self.prediction = Prediction::default();
            return;
        }
        let (between, absolute) = match &summary.sorted {
            None => (self.walk(summary, counts, foretold, |_, _| 0.0).squared, None),
            Some(sorted) => {
                let mut fingers = std::mem::take(&mut self.fingers);
                fingers.ready(sorted, summary.groups.len());
                let errors = self.walk(summary, counts, foretold, |place, amount| {
                    fingers.absolute(amount, place, sorted, &summary.groups)
                });
                self.fingers = fingers;
                (errors.squared, Some((errors.absolute, sorted.absolute)))
            }
        };
        self.compare(&summary.layout, summary.layout.within + between, absolute);
    }

    /// Every group once: writes what is paid for its persons, and sums n(c̄ − p)² and the errors that are asked for by
    /// place and foretold cost.
    fn walk(
        &mut self,
        summary: &Summary,
        counts: &LaneCounts,
        foretold: impl Fn(f64) -> Rate,
        mut absolute: impl FnMut(usize, f64) -> f64,
    ) -> Errors {
        let layout = &summary.layout;
        let mut errors = Errors::default();
        let mut start = 0;
        for (end, paid) in layout.class_ends.iter().zip(&self.by_class) {
            let class = foretold(*paid);
            let groups = start..*end;
            let lists = counts.lists.of_group.get(groups.clone()).unwrap_or_default();
            let costs = layout.mean_cost.get(groups.clone()).unwrap_or_default().iter();
            let costs = costs.zip(layout.persons.get(groups.clone()).unwrap_or_default());
            let per_person = self.per_person.get_mut(groups.clone()).unwrap_or_default();
            for (((list, (mean, n)), per_person), place) in lists.iter().zip(costs).zip(per_person).zip(groups) {
                let list = usize::try_from(*list).ok().and_then(|list| self.by_list.get(list));
                let list = list.copied().unwrap_or_default();
                *per_person = class.paid + list.paid;
                let amount = class.foretold + list.foretold;
                errors.squared += n * (mean - amount) * (mean - amount);
                errors.absolute += absolute(place, amount);
            }
            start = *end;
        }
        errors
    }

    /// `squared` and `absolute`: Σ(c − p)² and Σ|c − p| over the persons, and for the latter Σ|c − c̄|.
    fn compare(&mut self, layout: &GroupColumns, squared: f64, absolute: Option<(f64, f64)>) {
        self.net_squared = self.cost_share * self.cost_share * squared;
        let differ = layout.squares > 0.0;
        self.prediction = Prediction {
            r_squared: differ.then(|| 1.0 - squared / layout.squares),
            cpm: absolute.filter(|_| differ).map(|(left, all)| 1.0 - left / all),
            mape: absolute.filter(|_| layout.all_persons > 0.0).map(|(left, _)| left / layout.all_persons),
        };
    }
}

/// What something adds to a person's payment, and to the cost that is foretold: öre a year.
#[derive(Clone, Copy, Debug, Default)]
struct Rate {
    paid: f64,
    foretold: f64,
}

/// Sums of what is foretold amiss.
#[derive(Clone, Copy, Debug, Default)]
struct Errors {
    squared: f64,
    absolute: f64,
}

/// Adds what each row of persons, `width` numbers long, is paid. Four rows at once: one sum alone would wait for each of
/// its additions.
fn add_rows(persons: &[u32], amounts: &[f64], width: usize, sums: &mut [f64]) {
    let width = width.max(1);
    for (rows, sums) in persons.chunks(4 * width).zip(sums.chunks_mut(4)) {
        let [a, b, c, d] = &mut *sums else {
            rows.chunks(width).zip(sums).for_each(|(row, sum)| *sum += dot(row, amounts));
            continue;
        };
        let mut rows = rows.chunks(width);
        let [one, two, three, four] = [(); 4].map(|()| rows.next().unwrap_or_default());
        let [mut e, mut f, mut g, mut h] = [0.0; 4];
        for ((((one, two), three), four), amount) in one.iter().zip(two).zip(three).zip(four).zip(amounts) {
            e += f64::from(*one) * amount;
            f += f64::from(*two) * amount;
            g += f64::from(*three) * amount;
            h += f64::from(*four) * amount;
        }
        *a += e;
        *b += f;
        *c += g;
        *d += h;
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
