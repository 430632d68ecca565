//! Fluent files in, typed Rust functions out.
