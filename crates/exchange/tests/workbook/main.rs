//! Workbooks of the shipped models: what stands in them, and what a spreadsheet program makes of their formulas. Knows
//! no page and none of its words.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
mod figures;
mod joint;
mod make;
mod office;
mod read;
mod refused;
mod staffing;
mod sums;
