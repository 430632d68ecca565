//! The engine of a region as `cargo xtask bench` drives it from JavaScript: makes the persons that every engine gets, and
//! works through the tasks that are timed. Measures nothing itself and knows no other engine.
mod fitting;
mod memory;
mod model;
mod read;
mod region;

pub use fitting::Fitting;
pub use memory::{bytes_in_use, most_bytes_in_use};
pub use read::Reading;
pub use region::Region;
