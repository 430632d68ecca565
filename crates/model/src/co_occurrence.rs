//! How many have several conditions at once, when only the share of each is known: an assumption, stated as one.
use rust_decimal::Decimal;

/// Which persons are meant, given the shares of single conditions in one cell. The shares are taken as independent
/// within the cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CoOccurrence {
    /// At least one condition of every group; each group lists positions among the shares.
    AnyOfEach(Vec<Vec<usize>>),
    /// Exactly this many conditions.
    Exactly(usize),
    /// This many conditions or more.
    AtLeast(usize),
}

impl CoOccurrence {
    /// The share of persons meant, between 0 and 1, given each condition's share.
    pub fn share(&self, shares: &[Decimal]) -> Decimal {
        match self {
            Self::AnyOfEach(groups) => groups.iter().map(|group| any_of(group, shares)).product(),
            Self::Exactly(n) => distribution(shares).get(*n).copied().unwrap_or(Decimal::ZERO),
            Self::AtLeast(n) => Decimal::ONE - distribution(shares).iter().take(*n).sum::<Decimal>(),
        }
    }
}

fn any_of(group: &[usize], shares: &[Decimal]) -> Decimal {
    let none: Decimal = group.iter().filter_map(|i| shares.get(*i)).map(|share| Decimal::ONE - share).product();
    Decimal::ONE - none
}

/// The share of persons with 0, 1, 2, … conditions.
fn distribution(shares: &[Decimal]) -> Vec<Decimal> {
    shares.iter().fold(vec![Decimal::ONE], |before, share| {
        let without = before.iter().map(|p| p * (Decimal::ONE - share)).chain([Decimal::ZERO]);
        let with = [Decimal::ZERO].into_iter().chain(before.iter().map(|p| p * share));
        without.zip(with).map(|(a, b)| a + b).collect()
    })
}
