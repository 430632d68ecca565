//! Statistics of a region's outcome: each file one measure, with its formula. Pure functions of slices and sums in
//! floating point; every one says whether practices are weighted by their lists. Knows no models.

mod chance;
mod funnel;
mod gini;
mod linear;
mod moved;
mod sides;
mod spread;
mod student;
mod subgroups;

pub use chance::{between_persons, between_years, reach, residual_variance};
pub use funnel::{Funnel, FunnelPlace, funnel};
pub use gini::gini;
pub use linear::{Linear, linear};
pub use moved::{Moved, moved};
pub use sides::{Sides, sides};
pub(crate) use spread::deviation;
pub use spread::{Spread, per_listed, quantile, spread, weighted_mean};
pub(crate) use student::normal_tail;
pub use student::student;
pub(crate) use subgroups::difference;
pub use subgroups::{Difference, Subgroup, SubgroupKind, age_groups, fifths, subgroups};
