//! Any text as the lists of a region's vårdcentraler, or as the list of their doctors, is read or refused.
#![no_main]

use exchange::{import::Answers, number::Notation, region_lists::region_lists, staff_list};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(sheets) = exchange::import::pasted(text) else { return };
    viktat_fuzz::TARGET.with(|target| {
        for missing_is_nobody in [false, true] {
            let lists = region_lists(&sheets, target, &Answers::default(), missing_is_nobody);
            assert_eq!(lists.names.len(), lists.practices.len());
        }
    });
    if let Err(problems) = staff_list::read(&sheets, Notation::Swedish, Default::default()) {
        assert!(!format!("{problems:?}").is_empty());
    }
});
