//! How much money changes hands between practices when one model takes another's place.

/// Kronor that move; the unit is that of the payments.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moved {
    /// What those who get more get more together.
    pub gained: f64,
    /// What those who get less get less together; not below zero.
    pub lost: f64,
    /// Σ|after − before| / 2: what changes hands. With equal sums it is both the gained and the lost.
    pub moved: f64,
    /// How many get more.
    pub gainers: usize,
    /// How many get less.
    pub losers: usize,
}

/// What moves between practices, paid in öre or kronor before and after. Unweighted: sums of money.
pub fn moved(before: &[f64], after: &[f64]) -> Moved {
    before.iter().zip(after).map(|(before, after)| after - before).fold(Moved::default(), |moved, change| Moved {
        gained: moved.gained + change.max(0.0),
        lost: moved.lost + (-change).max(0.0),
        moved: moved.moved + change.abs() / 2.0,
        gainers: moved.gainers + usize::from(change > 0.0),
        losers: moved.losers + usize::from(change < 0.0),
    })
}
