//! A set of a model's conditions, by their positions in it.

/// Positions of conditions in their case mix; at most 64.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ConditionSet(u64);

impl ConditionSet {
    /// The most conditions that a case mix may have.
    pub const CAPACITY: usize = 64;
    /// None at all.
    pub const EMPTY: Self = Self(0);

    /// The set of these positions; those from 64 on are left out, and no checked case mix has them.
    pub fn of(positions: impl IntoIterator<Item = usize>) -> Self {
        positions.into_iter().fold(Self::EMPTY, Self::with)
    }

    /// The first so many positions; at most all.
    pub fn first(count: usize) -> Self {
        let left_out = Self::CAPACITY.saturating_sub(count);
        Self(u32::try_from(left_out).ok().and_then(|left_out| u64::MAX.checked_shr(left_out)).unwrap_or(0))
    }

    /// With one more.
    #[must_use]
    pub fn with(self, position: usize) -> Self {
        Self(self.0 | bit(position))
    }

    /// Without those of the other set.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What it shares with the other.
    #[must_use]
    pub fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether it has the position.
    pub fn has(self, position: usize) -> bool {
        self.0 & bit(position) != 0
    }

    /// Whether it has every position of the other.
    pub fn has_all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether it shares a position with the other.
    pub fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// How many it has.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Its positions in rising order.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let lowest = usize::try_from(rest.trailing_zeros()).ok().filter(|_| rest != 0)?;
            rest &= rest - 1;
            Some(lowest)
        })
    }
}

fn bit(position: usize) -> u64 {
    u32::try_from(position).ok().and_then(|shift| 1u64.checked_shl(shift)).unwrap_or(0)
}
