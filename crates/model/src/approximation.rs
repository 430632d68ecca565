//! What a practice is roughly like: how many are listed, how old and how ill they are beside the reference population. The
//! numbers are assumptions of ours, which the catalogue holds. Knows nothing of how persons are dealt out by them.
use crate::{
    citation::Parameter,
    count::Count,
    measure::{Factor, Measure, Persons},
};
use rust_decimal::Decimal;

/// How old the listed are beside the reference population.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ages {
    /// More are young.
    Younger,
    /// As the reference population.
    #[default]
    Typical,
    /// More are old.
    Older,
}

impl Ages {
    /// From younger to older.
    pub const ALL: [Self; 3] = [Self::Younger, Self::Typical, Self::Older];
}

/// How many have each condition beside what is expected of their ages and sexes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Health {
    /// Fewer.
    Healthier,
    /// As many.
    #[default]
    Typical,
    /// More.
    Sicker,
}

impl Health {
    /// From healthier to sicker.
    pub const ALL: [Self; 3] = [Self::Healthier, Self::Typical, Self::Sicker];
}

/// The numbers that a practice is estimated by.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Approximation {
    /// How many are listed until a number is entered.
    pub listed: Parameter<Persons>,
    /// By how much 40 years more raise the share of an age where the list is older; they lower it as much where it is
    /// younger. The share at 40 years is as it is.
    pub ages: Parameter<Factor>,
    /// By how much more or fewer have each condition where the list is sicker or healthier.
    pub health: Parameter<Factor>,
}

impl Approximation {
    /// What the share of an age is multiplied by, but for one number for all ages; the age in half years. Never below
    /// nothing.
    pub fn times_at(&self, ages: Ages, half_years: u16) -> Decimal {
        const FORTY_YEARS: i64 = 80;
        let tilt = match ages {
            Ages::Younger => -self.ages.value.decimal(),
            Ages::Typical => Decimal::ZERO,
            Ages::Older => self.ages.value.decimal(),
        };
        // in half years, so that nothing is divided
        let away = Decimal::from(i64::from(half_years) - FORTY_YEARS);
        (Decimal::from(FORTY_YEARS) + tilt * away).max(Decimal::ZERO)
    }

    /// What the expected number with each condition is multiplied by. Never below nothing.
    pub fn times(&self, health: Health) -> Decimal {
        let more = self.health.value.decimal();
        match health {
            Health::Healthier => (Decimal::ONE - more).max(Decimal::ZERO),
            Health::Typical => Decimal::ONE,
            Health::Sicker => Decimal::ONE + more,
        }
    }
}

/// What has been said of a practice that is only roughly known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rough {
    /// How many are listed; none for the assumption's.
    pub listed: Option<Count>,
    /// How old they are.
    pub ages: Ages,
    /// How ill they are.
    pub health: Health,
}
