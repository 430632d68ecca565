//! Everything that a set of files holds, as model types.
use model::{
    catalogue::Catalogue,
    rows::{Assumption, PublishedResult, Region},
    staffing::staff::Shipped,
};

/// The content of all files, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Library {
    /// Models, sources and what belongs to them.
    pub catalogue: Catalogue,
    /// What stands for Fast läkarkontakt until something is entered.
    pub staffing: Shipped,
    /// What regions have published of how models work, in the order of the file.
    pub results: Vec<PublishedResult>,
    /// Regions whose persons can be made up, by id.
    pub regions: Vec<Region>,
    /// What persons are made up by, in the order of the file.
    pub synthetic: Vec<Assumption>,
}
