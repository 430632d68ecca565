//! Any bytes as Parquet are lines or are refused.
#![no_main]

use exchange::parquet_lines::parquet_lines_of;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut lines = 0_u64;
    let _ = parquet_lines_of(bytes.to_vec(), &mut |piece, _| {
        lines += piece.iter().filter(|byte| **byte == b'\n').count() as u64;
    });
});
