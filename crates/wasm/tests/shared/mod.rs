//! What the native tests and those in the browser share: requests, and the check of answers against the TypeScript.
#![allow(dead_code, reason = "each test binary uses its part")]

pub mod requests;
pub mod types;
