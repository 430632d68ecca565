//! The region engine against plain arithmetic, person by person, on small random regions.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#[path = "../../../../model/tests/laws/make.rs"]
#[allow(dead_code, reason = "the core's own tests use the rest")]
mod make;
#[path = "../../../../model/tests/laws/random.rs"]
#[allow(dead_code, reason = "the core's own tests use the rest")]
mod random;

mod aggregates;
mod bootstrap;
mod evaluation;
mod neutral;
mod region;
mod sorted;
mod statistics;
mod subgroups;
mod tornado;
