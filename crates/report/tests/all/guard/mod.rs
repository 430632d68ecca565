//! The guard of small counts: examples, laws over random practices, and an integer solver that knows all that is
//! published.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
mod examples;
mod made;
mod open;
mod ordinary;
mod publish;
#[cfg(not(target_arch = "wasm32"))]
mod solver;
mod view;
