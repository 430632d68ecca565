//! A made-up region is the same in the browser as natively, to the last bit of every person.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use viktat_tests::region;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_browser);

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_same_seed_makes_the_same_region_everywhere() {
    let print = |seed| region::print(&region::made(9, 30_000, seed).unwrap().0);
    assert_eq!(print(2026), 2_990_533_305_911_679_526);
    assert_ne!(print(2027), print(2026));
}
