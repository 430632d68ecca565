//! Any text on the clipboard is read or refused. Knows no format but text.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(sheets) = exchange::import::pasted(text) {
        viktat_fuzz::read_with_every_answer(&sheets);
    }
});
