//! The figures of sums that all practices of a region share.
use super::figures;
use crate::id::Id;

figures! { ($)
/// Which figure it is, and of which sum or practice.
Pooled as pooled_figures {
    /// The whole sum, a month.
    Pot(pool: Id) = "pool" => term_pool_pot(pool);
    /// What one listed person brings of it.
    Rate(pool: Id) = "poolRate" => term_pool_rate(pool);
    /// The practice's part of it.
    Payment(pool: Id) = "poolPayment" => term_pool_payment(pool);
    /// Listed persons of one practice.
    Listed(practice: Id) = "listedOf" => term_listed_of(practice);
    /// Listed persons of all practices.
    ListedOfAll = "listedOfAll" => term_listed_of_all();
} }
