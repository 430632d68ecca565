//! How many bytes are in use, and the most that ever were.
use cap::Cap;
use std::alloc::System;
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// Bytes in use.
#[wasm_bindgen]
pub fn bytes_in_use() -> usize {
    ALLOCATOR.allocated()
}

/// The most bytes that were in use at once.
#[wasm_bindgen]
pub fn most_bytes_in_use() -> usize {
    ALLOCATOR.max_allocated()
}
