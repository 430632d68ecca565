//! What is shipped, beside the sources it is from.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
mod amounts;
mod bytes;
mod common;
mod proposals;
mod sanity;
mod shipped;
mod staffing;
