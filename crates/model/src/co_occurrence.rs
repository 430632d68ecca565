//! How many have several conditions at once, when only the share of each is known: an assumption, stated as one.
use crate::case_mix::ConditionSet;
use rust_decimal::Decimal;

/// Which persons are meant, given the shares of single conditions in one cell. The shares are taken as independent
/// within the cell. That ignores the hierarchy: of two conditions where one includes the other, nobody is paid for
/// both, yet the product of their shares is counted as having both.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CoOccurrence {
    /// At least one condition of every group; each group lists positions among the shares. Groups may share
    /// conditions; the work doubles with each group that does.
    AnyOfEach(Vec<Vec<usize>>),
    /// Exactly this many conditions.
    Exactly(usize),
    /// This many conditions or more.
    AtLeast(usize),
}

impl CoOccurrence {
    /// The share of persons meant, between 0 and 1, given each condition's share, between 0 and 1.
    pub fn share(&self, shares: &[Decimal]) -> Decimal {
        let share = match self {
            Self::AnyOfEach(groups) => {
                let groups: Vec<_> = groups.iter().map(|group| ConditionSet::of(group.iter().copied())).collect();
                any_of_each(&groups, shares)
            }
            Self::Exactly(n) => distribution(shares).get(*n).copied().unwrap_or(Decimal::ZERO),
            Self::AtLeast(n) => Decimal::ONE - distribution(shares).iter().take(*n).sum::<Decimal>(),
        };
        // a difference of rounded numbers can miss the ends by the last decimal
        share.clamp(Decimal::ZERO, Decimal::ONE)
    }
}

/// Inclusion and exclusion, a group at a time: those with any of every other group, less those of them with none of
/// this one. Where no other group shares a condition with it, the two are independent, and their shares multiply.
fn any_of_each(groups: &[ConditionSet], shares: &[Decimal]) -> Decimal {
    let Some((group, others)) = groups.split_first() else { return Decimal::ONE };
    if groups.contains(&ConditionSet::EMPTY) {
        return Decimal::ZERO;
    }
    let none = none_of(*group, shares);
    let of_others = any_of_each(others, shares);
    if !others.iter().any(|other| group.has_any(*other)) {
        return (Decimal::ONE - none) * of_others;
    }
    let without: Vec<_> = others.iter().map(|other| other.without(*group)).collect();
    of_others - none * any_of_each(&without, shares)
}

fn none_of(group: ConditionSet, shares: &[Decimal]) -> Decimal {
    group.positions().filter_map(|i| shares.get(i)).map(|share| Decimal::ONE - share).product()
}

/// The share of persons with 0, 1, 2, … conditions.
fn distribution(shares: &[Decimal]) -> Vec<Decimal> {
    shares.iter().fold(vec![Decimal::ONE], |before, share| {
        let without = before.iter().map(|p| p * (Decimal::ONE - share)).chain([Decimal::ZERO]);
        let with = [Decimal::ZERO].into_iter().chain(before.iter().map(|p| p * share));
        without.zip(with).map(|(a, b)| a + b).collect()
    })
}
