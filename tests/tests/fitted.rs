//! Fitted weights are the same in the browser as natively, to the last bit, also on persons they were not fitted to.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use model::id::Id;
use register::{
    crossfit::{Split, cross_fit, parts},
    fit::{FitOptions, Outcome, Signs, fit_practices},
    frame::Frame,
    summary::Summary,
};
use viktat_tests::region;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_browser);

/// Every bit of what is fitted in each way (FNV-1a).
fn print() -> u64 {
    let register = region::made(9, 30_000, 2026).unwrap().0;
    let model = catalog::shipped().model(&Id::new(catalog::SKANE_PROPOSAL)).cloned().unwrap();
    let frame = Frame::new(&[&model], register.conditions()).unwrap();
    let summary = Summary::of_persons(&register, frame);
    let practices = parts(&register, &summary.frame, 0, Split::EachPractice).unwrap();
    let mut numbers: Vec<f64> = Vec::new();
    for (signs, ridge) in [(Signs::Any, 0.0), (Signs::NonNegative, 0.0), (Signs::DropNegative, 25.0)] {
        let options = FitOptions { signs, ridge, ..FitOptions::default() };
        let fitted = fit_practices(&practices, 0.7, &options).unwrap();
        for factor in &fitted.factors {
            if let Outcome::Fitted { estimate, error: Some(error), .. } = factor.outcome {
                numbers.extend([estimate, error.standard]);
                numbers.extend(error.reach);
            }
        }
        for split in [Split::EachPractice, Split::Persons { parts: 5, seed: 1 }] {
            let parts = parts(&register, &summary.frame, 0, split).unwrap();
            let crossed = cross_fit(&parts, 0.7, &options).unwrap();
            numbers.extend(crossed.r_squared);
            numbers
                .extend(crossed.parts.iter().flat_map(|part| part.coefficients.iter().copied().chain(part.predicted)));
        }
    }
    let enter = |print: u64, number: &f64| (print ^ number.to_bits()).wrapping_mul(0x0100_0000_01b3);
    numbers.iter().fold(0xcbf2_9ce4_8422_2325, enter)
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_same_persons_give_the_same_weights_everywhere() {
    assert_eq!(print(), 4_199_277_561_807_033_882);
}
