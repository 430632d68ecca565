//! The figures of sums that all practices of a region share.
use crate::id::Id;

/// Which figure it is, and of which sum or practice.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Pooled {
    /// The whole sum, a month.
    Pot(Id),
    /// What one listed person brings of it.
    Rate(Id),
    /// The practice's part of it.
    Payment(Id),
    /// Listed persons of one practice.
    Listed(Id),
    /// Listed persons of all practices.
    ListedOfAll,
}
