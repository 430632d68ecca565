//! What can be said against the proposal and against our model of it. Knows no words and no sizes.

/// An objection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Objection {
    /// The weights are examples.
    Weights,
    /// Who is healthy brings less, by our choice of budget rule.
    Healthy,
    /// Flags and costs are of the same year.
    SameYear,
    /// Who is ill in a way that the model does not look for counts as healthy.
    OutsideModel,
    /// Who is newly listed, listed for a part of the year or dies has no dispensings to show.
    PartYears,
    /// Nothing caps the cost that the practice carries for one person.
    NoCap,
    /// Who has just begun with a drug does not show the condition yet.
    NewUsers,
    /// The only published result is of two months.
    OneYear,
    /// A threshold in daily doses asks how much, not who.
    Doses,
    /// A flag more is money more.
    Coding,
    /// A drug that is stopped takes its weight with it.
    Stopping,
    /// A birthday changes the payment.
    Birthdays,
    /// The table of 2026 is lower than the cost share explains.
    Table,
}

impl Objection {
    /// In the order of reading.
    pub const ALL: [Self; 13] = [
        Self::Weights,
        Self::Healthy,
        Self::SameYear,
        Self::OutsideModel,
        Self::PartYears,
        Self::NoCap,
        Self::NewUsers,
        Self::OneYear,
        Self::Doses,
        Self::Coding,
        Self::Stopping,
        Self::Birthdays,
        Self::Table,
    ];
}
