//! Small counts kept out of what leaves the page. A count from one up to a threshold is told as an interval, and with it
//! one or more large counts of the same sex, so that the published sums leave it open; where that cannot be done, the sum
//! is withheld.
//!
//! **What is published** of a practice is every other count, the interval of each hidden one, the sums of women, of men
//! and of all listed, and figures worked out from these alone: wherever a hidden count goes into an amount, an index or
//! a mean, its *stand-in* goes in instead, which follows from what is published. So no amount of any model, with whatever
//! weights and decimals, says anything of a hidden count that the published counts do not.
//!
//! **What holds.** Let small counts be those below the lowest threshold at which the practice was published. Whatever
//! they are put to, each from one up to below that threshold and in any combination, there is a practice with these
//! counts of which exactly the same is published at every threshold used, under every model. (At least two values are
//! thus left of each, also for somebody who knows this program.) The other practice is the same but for large hidden
//! counts of the same sex, which take the difference; `register::hide` says why it can. Tests build it, and ask an
//! integer solver besides.
//!
//! **What does not hold.** Who knows the hidden large count, or a withheld sum, from elsewhere can subtract. Two lists
//! with different counts are two practices: exact sums of both tell the difference of their sums. A count that the
//! reader has been told at a lower threshold is told.
//!
//! Knows no words, and nothing of how a figure leaves the page.
mod choose;
mod money;
mod publish;

pub use choose::protect;
pub use publish::{Published, depends, published, published_practice};
pub use register::hide::{LARGEST_THRESHOLD, LEAST_THRESHOLD};

use model::{count::Count, measure::MonthlyMoney, outcome::PaidFor, sex::Sex};

pub use model::bounds::USUAL_THRESHOLD;

/// A published sum of persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// The listed of the sex.
    Sex(Sex),
    /// All listed.
    Listed,
}

/// Why a count is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is small itself.
    Small,
    /// With the published sum it would give a small one away.
    Beside,
}

/// A count that is not published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HiddenCount {
    /// Whom it counts.
    pub what: PaidFor,
    /// Why it is hidden.
    pub why: Why,
    /// It lies in this interval, which follows from what is published.
    pub between: Between,
    /// Stands for it in figures, and follows from what is published.
    pub stand_in: Count,
}

/// From one number of persons up to and including another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Between {
    /// At least so many.
    pub low: Count,
    /// At most so many.
    pub high: Count,
}

/// What must not be published of a practice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Protection {
    /// Counts: women, men, then conditions; the small ones of each first.
    pub hidden: Vec<HiddenCount>,
    /// Sums that would give a small count away whatever else is hidden. Figures made of one are withheld with it.
    pub totals: Vec<Total>,
    /// Each part of a payment, for age and sex and for conditions, is rounded to this where hidden counts go into it, and
    /// then lies at most this far from the true one. Zero when no hidden count is paid for.
    pub money_step: MonthlyMoney,
}

impl Protection {
    /// What is told of the count in its place, if it is hidden.
    pub fn of(&self, what: &PaidFor) -> Option<&HiddenCount> {
        self.hidden.iter().find(|hidden| hidden.what == *what)
    }

    /// Whether the count is not to be published.
    pub fn hides(&self, what: &PaidFor) -> bool {
        self.of(what).is_some()
    }

    /// Whether any count is hidden: without a small one, none is.
    pub fn hides_any(&self) -> bool {
        !self.hidden.is_empty()
    }

    /// How many counts are hidden for the reason.
    pub fn counts(&self, why: Why) -> usize {
        self.hidden.iter().filter(|hidden| hidden.why == why).count()
    }

    /// Whether the total is not to be published.
    pub fn withholds(&self, total: Total) -> bool {
        self.totals.contains(&total)
    }
}
