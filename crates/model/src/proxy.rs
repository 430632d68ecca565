//! How dispensed drugs show a condition: classes and a threshold. Knows nothing of weights.
use crate::atc::AtcCode;
use rust_decimal::Decimal;

/// One collection of a drug at a pharmacy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Dispensing {
    /// The drug's ATC code.
    pub atc: AtcCode,
    /// Whole months since the collection; 0 is the current month.
    pub months_ago: u8,
    /// Packages collected.
    pub packages: u32,
    /// Defined daily doses collected.
    pub ddd: Decimal,
}

/// What a trigger adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum DrugMeasure {
    /// Collections (uttag).
    Dispensings,
    /// Packages (förpackningar).
    Packages,
    /// Defined daily doses (DDD).
    Ddd,
}

/// How the sum is compared with the threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Comparison {
    /// At least.
    AtLeast,
    /// More than.
    MoreThan,
}

/// A threshold within a window of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Trigger {
    /// What is added up.
    pub measure: DrugMeasure,
    /// How it is compared.
    pub comparison: Comparison,
    /// The threshold, in the measure.
    pub threshold: Decimal,
    /// Months that count, the current one included.
    pub window_months: u8,
}

/// Drug classes with a trigger: met, they show the condition.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Proxy {
    /// Classes that count.
    pub include: Vec<AtcCode>,
    /// Classes that do not, though they lie in an included one.
    pub exclude: Vec<AtcCode>,
    /// The threshold.
    pub trigger: Trigger,
}

impl Proxy {
    /// Whether the collected drugs reach the threshold. A sum beyond the largest decimal counts as the largest.
    pub fn is_met(&self, dispensed: &[Dispensing]) -> bool {
        let amounts = dispensed.iter().filter(|d| self.counts(d)).map(|d| self.amount(d));
        let sum = amounts.fold(Decimal::ZERO, Decimal::saturating_add);
        match self.trigger.comparison {
            Comparison::AtLeast => sum >= self.trigger.threshold,
            Comparison::MoreThan => sum > self.trigger.threshold,
        }
    }

    /// Whether it counts the same classes with the same trigger, in any order.
    pub(crate) fn is_as(&self, other: &Self) -> bool {
        let same = |a: &[AtcCode], b: &[AtcCode]| a.iter().all(|c| b.contains(c)) && b.iter().all(|c| a.contains(c));
        self.trigger == other.trigger && same(&self.include, &other.include) && same(&self.exclude, &other.exclude)
    }

    fn counts(&self, drug: &Dispensing) -> bool {
        drug.months_ago < self.trigger.window_months
            && self.include.iter().any(|class| class.contains(&drug.atc))
            && !self.exclude.iter().any(|class| class.contains(&drug.atc))
    }

    fn amount(&self, drug: &Dispensing) -> Decimal {
        match self.trigger.measure {
            DrugMeasure::Dispensings => Decimal::ONE,
            DrugMeasure::Packages => Decimal::from(drug.packages),
            DrugMeasure::Ddd => drug.ddd,
        }
    }
}
