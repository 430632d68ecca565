//! The shipped tables against a transcription of the document that was made apart from them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
use crate::common::{decimal, model, paid, tariff};
use catalog::{SKANE_2025, SKANE_2026, SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE};
use model::{age::Age, measure::Measure, sex::Sex};

#[test]
fn every_amount_is_that_of_the_document() {
    let rows: Vec<Vec<&str>> =
        include_str!("../data/skane-2025-2026.csv").lines().skip(1).map(|line| line.split(',').collect()).collect();
    let columns = [(SKANE_2025, Sex::Woman), (SKANE_2025, Sex::Man), (SKANE_2026, Sex::Woman), (SKANE_2026, Sex::Man)];
    let mut compared = 0;
    for (column, (id, sex)) in columns.into_iter().enumerate() {
        let model = model(id);
        let table = &model.capitation().unwrap().rates;
        assert_eq!(table.bands().count(), rows.len());
        for row in &rows {
            let low: Age = row[0].split('-').next().unwrap().trim_start_matches('>').parse().unwrap();
            let (cell, rate) = table.of_person(sex, low).unwrap();
            assert_eq!((cell.band.low, cell.band.high.is_none()), (low, row[0].starts_with('>')), "{id} {row:?}");
            assert_eq!(rate.value.decimal(), decimal(row[column + 1]), "{id} {row:?}");
            let line = row[5].parse().unwrap();
            assert_eq!(rate.citation.lines, Some((line, line)), "{id} {row:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, 84);
}

#[test]
fn the_open_band_says_how_it_is_read() {
    for id in [SKANE_2025, SKANE_2026] {
        let model = model(id);
        let (_, rate) = model.capitation().unwrap().rates.of_person(Sex::Man, 100).unwrap();
        assert!(rate.citation.note.as_ref().unwrap().sv.contains(">100"));
    }
}

#[test]
fn a_man_of_60_brings_154_kr_in_2025_and_121_in_2026() {
    for person in [catalog::JOHAN, catalog::ANDERS] {
        assert_eq!(paid(&tariff(SKANE_2025), person), decimal("154"));
        assert_eq!(paid(&tariff(SKANE_2026), person), decimal("121"));
    }
}

#[test]
fn the_practice_carries_80_per_cent_in_2025_and_70_since() {
    let share = |id| tariff(id).cost_share.value().decimal();
    assert_eq!(share(SKANE_2025), decimal("0.8"));
    assert_eq!([SKANE_2026, SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE].map(share), [decimal("0.7"); 3]);
    assert_eq!(model(SKANE_2026).cost_share.citation.lines, Some((359, 359)));
}

#[test]
fn every_ratio_of_2026_to_2025_is_below_that_of_the_cost_shares() {
    let (earlier, later) = (model(SKANE_2025), model(SKANE_2026));
    let pairs = earlier.capitation().unwrap().rates.zip(&later.capitation().unwrap().rates).unwrap();
    let ratios: Vec<_> = pairs.iter().map(|(_, (a, b))| b.value.decimal() / a.value.decimal()).collect();
    assert_eq!(ratios.len(), 42);
    assert!(ratios.iter().all(|ratio| (decimal("0.7")..decimal("0.8645")).contains(ratio)), "{ratios:?}");
}
