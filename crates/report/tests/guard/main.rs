//! The guard of small counts: examples, and random practices attacked with what is published of them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
mod attack;
mod examples;
mod practices;
mod publish;
mod trees;
