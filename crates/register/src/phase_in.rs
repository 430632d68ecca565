//! Coming into force by steps: payments between an old and a new model, with a floor and a cap on each practice's
//! change, and who pays for them. In whole öre a year: every sum is exact. Knows no models.
use crate::{apportion::rounded, exact::Ore};
use model::measure::{Measure, Share};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Millionths of one: from 0 to 1,000,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Millionths(u32);

/// A practice's payment under the old and the new model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payments {
    /// Under the old model.
    pub old: Ore,
    /// Under the new.
    pub new: Ore,
    /// Listed persons.
    pub listed: u32,
}

/// How far a practice's payment may lie from the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// A share of the old payment.
    OfOld(Millionths),
    /// Öre a year for each listed person.
    PerListed(u32),
}

/// Who pays for the floor, and has what the cap leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Financing {
    /// The region: the budget changes.
    Region,
    /// The practices: all payments are multiplied by one number, and then held to floor and cap, so that the budget is
    /// kept.
    Practices,
}

/// The terms of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// How much of the way to the new model.
    pub blend: Millionths,
    /// The largest loss.
    pub floor: Option<Bound>,
    /// The largest gain.
    pub cap: Option<Bound>,
    /// Who pays.
    pub financing: Financing,
}

/// Why a step cannot be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The practice's payment is below zero, in the old model or the new.
    Negative(usize),
    /// The practice's payment is over [`LARGEST`].
    TooLarge(usize),
    /// The floors are together more than the budget that the practices share.
    FloorsOverBudget {
        /// The sum of the floors.
        floors: Ore,
        /// The budget.
        budget: Ore,
    },
    /// The caps are together less than the budget that the practices share.
    CapsUnderBudget {
        /// The sum of the caps.
        caps: Ore,
        /// The budget.
        budget: Ore,
    },
}

/// What holds a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nothing.
    Free,
    /// It would be lower without the floor.
    Floor,
    /// It would be higher without the cap.
    Cap,
}

/// A practice's payment in the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phased {
    /// What is paid.
    pub payment: Ore,
    /// What would be paid without floor and cap.
    pub blended: Ore,
    /// The least that may be paid.
    pub floor: Ore,
    /// The most; `None` without a cap.
    pub cap: Option<Ore>,
}

/// A step, worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseIn {
    /// In the order given.
    pub practices: Vec<Phased>,
    /// The sum of the blended payments: between the old sum and the new.
    pub budget: Ore,
    /// How much more those are paid together who are paid more than blended.
    pub raised: Ore,
    /// How much less those are paid together who are paid less.
    pub lowered: Ore,
}

/// The largest payment: forty-four thousand million kronor a year.
pub const LARGEST: Ore = 1 << 42;

const MILLION: i128 = 1_000_000;

impl Millionths {
    /// The share, if it is from zero to one and has at most six decimals.
    pub fn of(share: Share) -> Option<Self> {
        let millionths = share.decimal().checked_mul(Decimal::from(1_000_000))?;
        let whole = millionths.is_integer().then(|| millionths.to_u32()).flatten();
        whole.filter(|whole| *whole <= 1_000_000).map(Self)
    }

    /// How many millionths.
    pub fn get(self) -> u32 {
        self.0
    }

    /// So much of the amount, rounded down.
    pub(crate) fn part_of(self, amount: i64) -> i64 {
        i64::try_from((i128::from(amount) * i128::from(self.0)).div_euclid(MILLION)).unwrap_or(i64::MAX)
    }
}

impl Phased {
    /// What holds the payment.
    pub fn held(&self) -> Held {
        match self.payment {
            payment if payment > self.blended && payment == self.floor => Held::Floor,
            payment if payment < self.blended && Some(payment) == self.cap => Held::Cap,
            _ => Held::Free,
        }
    }
}

impl PhaseIn {
    /// What the step costs the region beyond the budget; below zero when the caps save more than the floors cost.
    pub fn cost(&self) -> Ore {
        self.raised - self.lowered
    }
}

/// Works out the step, or says everything that is wrong.
pub fn phase_in(practices: &[Payments], terms: &Terms) -> Result<PhaseIn, Vec<Fault>> {
    let faults: Vec<Fault> = practices.iter().enumerate().filter_map(|(i, payments)| fault(i, payments)).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let (blended, budget) = blended(practices, terms.blend);
    let unheld = practices.iter().zip(blended).map(|(payments, blended)| Phased {
        payment: blended,
        blended,
        floor: terms.floor.map_or(0, |floor| (payments.old - floor.of(payments)).max(0)),
        cap: terms.cap.map(|cap| payments.old + cap.of(payments)),
    });
    let mut held: Vec<Phased> = unheld.collect();
    match terms.financing {
        Financing::Region => held.iter_mut().for_each(|practice| practice.payment = practice.within(practice.blended)),
        Financing::Practices => share_budget(&mut held, budget).map_err(|fault| vec![fault])?,
    }
    let changes = || held.iter().map(|practice| practice.payment - practice.blended);
    let raised = changes().filter(|change| *change > 0).sum();
    let lowered = -changes().filter(|change| *change < 0).sum::<Ore>();
    Ok(PhaseIn { budget, raised, lowered, practices: held })
}

fn fault(place: usize, payments: &Payments) -> Option<Fault> {
    let (least, most) = (payments.old.min(payments.new), payments.old.max(payments.new));
    let negative = (least < 0).then_some(Fault::Negative(place));
    negative.or_else(|| (most > LARGEST).then_some(Fault::TooLarge(place)))
}

/// Each practice's payment on the way, and their sum, which is rounded half up; the parts are rounded to sum to it.
fn blended(practices: &[Payments], blend: Millionths) -> (Vec<Ore>, Ore) {
    let new = i128::from(blend.0);
    let parts = practices.iter().map(|p| i128::from(p.old) * (MILLION - new) + i128::from(p.new) * new);
    let parts: Vec<i128> = parts.collect();
    let budget = (parts.iter().sum::<i128>() + MILLION / 2).div_euclid(MILLION);
    let whole = rounded(&parts, MILLION, budget);
    debug_assert!(whole.is_some(), "no payment is larger than the largest, and their sum is the budget");
    let whole = whole.unwrap_or_default();
    (whole, i64::try_from(budget).unwrap_or(i64::MAX))
}

impl Bound {
    /// The distance for the practice, rounded down, so that no change is larger than the bound says.
    fn of(self, payments: &Payments) -> Ore {
        match self {
            Self::OfOld(share) => share.part_of(payments.old),
            Self::PerListed(ore) => i64::from(ore) * i64::from(payments.listed),
        }
    }
}

impl Phased {
    fn within(&self, payment: Ore) -> Ore {
        // a floor is never over the cap: one is at most the old payment, the other at least that
        payment.max(self.floor).min(self.cap.unwrap_or(Ore::MAX))
    }

    /// The weight times `factor` / 2^40, rounded down and held.
    fn scaled(&self, weight: Ore, factor: i128, most: Ore) -> Ore {
        let scaled = i128::from(weight).saturating_mul(factor) >> SCALE;
        self.within(i64::try_from(scaled).unwrap_or(Ore::MAX).min(most))
    }
}

const SCALE: u32 = 40;

/// The one number that brings the sum to the budget is sought by halving; what its rounding leaves goes to the largest
/// remainders of those that the next number would pay more.
fn share_budget(practices: &mut [Phased], budget: Ore) -> Result<(), Fault> {
    let floors = practices.iter().map(|practice| practice.floor).sum();
    let caps = practices.iter().map(|practice| practice.cap.unwrap_or(budget)).fold(0, Ore::saturating_add);
    if floors > budget {
        return Err(Fault::FloorsOverBudget { floors, budget });
    }
    if caps < budget {
        return Err(Fault::CapsUnderBudget { caps, budget });
    }
    let weights = weights(practices, budget);
    let pairs = || practices.iter().zip(&weights);
    let sum = |factor| pairs().map(|(p, weight)| i128::from(p.scaled(*weight, factor, budget))).sum::<i128>();
    let (mut low, mut high) = (0, i128::from(budget + 1) << SCALE);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if sum(middle) <= i128::from(budget) { low = middle } else { high = middle }
    }
    let remainder = |weight: &Ore| i128::from(*weight).saturating_mul(low) & ((1 << SCALE) - 1);
    let mut order: Vec<(usize, Ore)> = weights.iter().copied().enumerate().collect();
    order.sort_by_key(|(_, weight)| std::cmp::Reverse(remainder(weight)));
    let mut left = i128::from(budget) - sum(low);
    for (place, weight) in order {
        let Some(practice) = practices.get_mut(place) else { continue };
        let payment = practice.scaled(weight, low, budget);
        let more = i128::from(practice.scaled(weight, high, budget) - payment).min(left);
        practice.payment = payment + i64::try_from(more).unwrap_or_default();
        left -= more;
    }
    Ok(())
}

/// What is multiplied: the blended payments; where they cannot reach the budget because some are nothing, those count
/// as one öre.
fn weights(practices: &[Phased], budget: Ore) -> Vec<Ore> {
    let most = practices.iter().map(|p| p.within(if p.blended > 0 { budget } else { 0 }));
    let least = Ore::from(most.fold(0, Ore::saturating_add) < budget);
    practices.iter().map(|practice| practice.blended.max(least)).collect()
}
