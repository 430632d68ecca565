//! Any bytes as a file of any name are opened or refused. Leaves workbooks to their own target.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(sheets) = exchange::import::open("lista.csv", bytes) {
        viktat_fuzz::read_with_every_answer(&sheets);
    }
});
