//! View models: plain data in the reader's terms, made from the core's results. Knows nothing of words, colours, charts
//! or the page; every figure stays the core's own [`model::trace::Traced`] value, so the page can explain it.

pub mod aims;
pub mod alternative;
pub mod brief;
pub mod columns;
pub mod critique;
pub mod drivers;
pub mod estimate;
pub mod explain;
pub mod finding;
pub mod fitted;
pub mod goal;
pub mod guard;
pub mod more_flags;
pub mod move_persons;
pub mod phase;
pub mod practice;
pub mod pyramid;
pub mod region;
pub mod region_change;
pub mod rounded;
pub mod spread;
pub mod staffing_plan;
pub mod table;
pub mod waterfall;
pub mod weights;
