//! What chance does to a plan for doctors is the same in the browser as natively, to the last bit.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use workforce::{Crew, Numbers, PlannedYear, band};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_browser);

/// A plan of so many doctors that every law of chance is drawn from in both of its ways.
fn numbers(doctors: u32) -> Numbers {
    let crew = |doctors: u32, each: f64| Crew { doctors, heads: f64::from(doctors), fte: f64::from(doctors) * each };
    let planned = PlannedYear { recruited: f64::from(doctors) / 9.0, retiring: 0.7, st_starts: 1.3 };
    Numbers {
        first: 2026,
        years: vec![planned; 15],
        specialists: crew(doctors, 0.85),
        cohorts: vec![(3, crew(doctors, 0.9)), (10, crew(2, 1.0))],
        halves: 11,
        listed: f64::from(doctors) * 1_900.0,
        by_others: 120.0,
        covers: 1_045.0,
        st_covers: [100.0, 200.0, 300.0, 550.0, 600.0, 900.0],
        recruit_fte: 0.8,
        st_fte: 0.95,
        leaving: 0.07,
        st_leaving: 0.05,
        staying: 0.6,
        growth: 0.01,
        growth_spread: 0.02,
    }
}

/// FNV-1a over the bits of every figure.
fn print(doctors: u32, seed: u64) -> u64 {
    let years = band(&numbers(doctors), seed, 400).years;
    let spreads = years.iter().flat_map(|year| [year.capacity, year.listed, year.gap]);
    let figures = spreads.flat_map(|spread| [spread.mean, spread.p10, spread.p50, spread.p90]);
    let shares = years.iter().flat_map(|year| [year.covered, year.reached]);
    let bits = figures.chain(shares).flat_map(|figure| figure.to_bits().to_le_bytes());
    bits.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_same_seed_gives_the_same_band_everywhere() {
    assert_eq!([print(12, 1100), print(700, 1100)], [17_128_848_630_309_142_799, 5_441_493_164_449_846_210]);
    assert_ne!(print(12, 1101), print(12, 1100));
}
