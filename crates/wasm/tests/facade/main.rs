//! The facade in Rust: what it answers, what it refuses, and that it declares all of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod call;
mod declared;
mod errors;
mod explanations;
mod golden;
mod limits;
mod outcomes;
mod rubbish;
#[path = "../shared/mod.rs"]
mod shared;
