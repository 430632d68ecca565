//! Any typed line is a person, with its words told that are not understood.
#![no_main]

use exchange::person_line::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|line: &str| {
    viktat_fuzz::LEXICON.with(|lexicon| {
        let said = read(line, lexicon);
        assert!(said.age.is_none_or(|age| age <= model::age::Age::MAX));
    });
});
