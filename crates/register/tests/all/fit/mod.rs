//! Fitted weights: see each file. Knows no model but the shipped one of five conditions.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
mod cross;
mod errors;
mod region;
mod weights;
