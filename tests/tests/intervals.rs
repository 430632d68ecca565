//! Metod says of the plan's band what `docs/intervals.md` has measured, in every language. Measures nothing: that is
//! `examples/coverage`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
use rust_decimal::{Decimal, RoundingStrategy};
use std::{fs, path::Path};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

/// The shares of the table that has the plan's doctors in its first column.
fn measured() -> Vec<Decimal> {
    let document = read("docs/intervals.md");
    let table = document.lines().skip_while(|line| !line.starts_with("| doctors |")).skip(2);
    let rows = table.take_while(|line| line.starts_with('|'));
    rows.flat_map(|row| row.trim_matches('|').split('|').skip(1).map(|cell| cell.trim().parse().unwrap())).collect()
}

#[test]
fn the_method_tells_the_least_and_the_most_that_the_band_held() {
    let shares = measured();
    assert_eq!(shares.len(), 9);
    let whole = |share: &Decimal| share.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let (least, most) = (shares.iter().map(whole).min().unwrap(), shares.iter().map(whole).max().unwrap());
    for (language, words) in
        [("sv", format!("rymde {least} till {most} av 100")), ("en", format!("{least} to {most} of 100"))]
    {
        let texts = read(&format!("web/i18n/{language}.ftl"));
        let told = texts.lines().find(|line| line.starts_with("define-held-about")).unwrap();
        assert!(told.contains(&words), "{language}: {words}");
    }
}
