//! QR codes are read back by another program, from the shapes that are drawn.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod common;

use common::{all_edited, d};
use exchange::{
    link,
    qr::{Qr, TooLong, qr},
};
use rust_decimal::Decimal;

/// Pixels a module.
const SCALE: usize = 4;

/// Which modules the path makes dark, row by row.
fn dark(qr: &Qr) -> Vec<bool> {
    let side = qr.modules as usize;
    let mut modules = vec![false; side * side];
    for rectangle in qr.path.split('M').skip(1) {
        let (at, rest) = rectangle.split_once('h').unwrap();
        let (x, y) = at.split_once(' ').unwrap();
        let (length, rest) = rest.split_once('v').unwrap();
        assert_eq!(rest, format!("1h-{length}z"), "whole modules, closed");
        let begin = y.parse::<usize>().unwrap() * side + x.parse::<usize>().unwrap();
        modules[begin..begin + length.parse::<usize>().unwrap()].fill(true);
    }
    modules
}

fn read(qr: &Qr) -> String {
    let (side, modules) = (qr.modules as usize, dark(qr));
    let shade = |x: usize, y: usize| if modules[y / SCALE * side + x / SCALE] { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, shade);
    // in a large code the reader can take chance patterns for a second one
    picture.detect_grids().iter().find_map(|grid| grid.decode().ok()).unwrap().1
}

fn is_quiet(qr: &Qr) -> bool {
    let (side, modules) = (qr.modules as usize, dark(qr));
    let edge = |i: usize| i < 4 || i >= side - 4;
    modules.iter().enumerate().all(|(i, dark)| !dark || !edge(i / side) && !edge(i % side))
}

#[test]
fn every_link_up_to_the_longest_is_read_back_from_its_code() {
    let catalogue = catalog::shipped();
    for model in &catalogue.models {
        let plain = catalogue.scenario(model);
        let longest = all_edited(&plain, |i| d("9999999.987654321098765432109") - Decimal::from(i));
        for scenario in [plain, longest] {
            let address = link::write("https://example.org/viktat/#/min-vardcentral", &scenario);
            let code = qr(&address).unwrap();
            assert_eq!(read(&code), address);
            assert!(is_quiet(&code));
        }
    }
}

#[test]
fn texts_of_every_length_are_read_back() {
    for length in (1..=2_900).step_by(241) {
        let text: String = ('!'..='~').cycle().take(length).collect();
        assert_eq!(read(&qr(&text).unwrap()), text, "{length}");
    }
}

#[test]
fn a_short_link_has_a_small_code_and_a_text_that_does_not_fit_has_none() {
    let modules = |length: usize| qr(&"x".repeat(length)).map(|qr| qr.modules);
    // version 5 has 37 modules, 12 has 65, 40 has 177; each 4 more on both sides
    assert_eq!([modules(84), modules(287), modules(2_953)], [Ok(45), Ok(73), Ok(185)]);
    assert_eq!(modules(2_954), Err(TooLong { bytes: 2_954, max: 2_953 }));
}
