//! Folds listed persons by their own ages into the model's bands. A band that lies in two of them is never split.

use super::coverage::Coverage;
use super::fact::{Counted, Fact, holds, masked_sum};
use super::hidden::Bounds;
use super::origin::{Origin, Place};
use super::reading::{Masked, MaskedOf, Note, Problem, ProblemKind, Reading};
use model::{
    age::{AgeBand, AgeBands},
    cell::Cell,
    count::Count,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::collections::BTreeMap;

/// Adds the listed persons to the reading.
pub(super) fn fold(facts: &[Fact], bands: &AgeBands, reading: &mut Reading) {
    let listed: Vec<&Fact> = facts.iter().filter(|fact| fact.counted == Counted::Listed).collect();
    let mut coverage = Coverage::default();
    for (number, fact) in listed.iter().enumerate() {
        coverage.enter(number, fact);
    }
    report_straddling(&listed, bands, &mut reading.problems);
    let oldest = listed.iter().filter_map(|fact| Some(fact.band?.high.unwrap_or(fact.band?.low))).max().unwrap_or(0);
    for cell in bands.cells() {
        let of_sex = listed.iter().filter(|fact| fact.sex == Some(cell.sex));
        let parts: Vec<&Fact> =
            of_sex.filter(|fact| fact.band.is_some_and(|band| meet(band, cell.band))).copied().collect();
        if let Some((bounds, origin)) = masked(&parts, cell.band) {
            reading.masked.push(Masked { of: MaskedOf::Listed(cell), bounds, origin });
            continue;
        }
        if let Some((count, origin)) = sum(&parts, cell.band, &mut reading.problems) {
            reading.listed.push((cell, count, origin));
            let missing = coverage.missing(cell.sex, cell.band.low, cell.band.high.unwrap_or(oldest));
            if !missing.is_empty() {
                reading.notes.push(Note::AgesMissing { cell, ages: missing });
            }
        }
    }
    reading.missing = missing(bands, reading);
    note_folded(&listed, bands, reading);
}

/// The groups that are neither read nor masked, where others are.
fn missing(bands: &AgeBands, reading: &Reading) -> Vec<Cell> {
    let is_masked = |cell: &Cell| reading.masked.iter().any(|masked| masked.of == MaskedOf::Listed(*cell));
    let is_told = |cell: &Cell| reading.listed.iter().any(|(own, ..)| own == cell) || is_masked(cell);
    let any = bands.cells().any(|cell| is_told(&cell));
    bands.cells().filter(|cell| any && !is_told(cell)).collect()
}

/// Within what the persons of a band are, where some of its parts are not told and the others are known.
fn masked(parts: &[&Fact], band: AgeBand) -> Option<(Bounds, Origin)> {
    let first = parts.first()?;
    let inside = parts.iter().all(|fact| fact.band.is_some_and(|inner| holds(band, inner)));
    let bounds = masked_sum(parts).filter(|_| inside)?;
    let places = parts.iter().filter(|fact| fact.sheet == first.sheet).map(|fact| fact.place);
    Some((bounds, Origin::cells(first.sheet, places)))
}

fn meet(one: AgeBand, other: AgeBand) -> bool {
    let high = |band: AgeBand| band.high.unwrap_or(u8::MAX);
    one.low <= high(other) && other.low <= high(one)
}

/// The persons of a band, if all its parts lie in it and are known.
fn sum(parts: &[&Fact], band: AgeBand, problems: &mut Vec<Problem>) -> Option<(Count, Origin)> {
    let all_inside = parts.iter().all(|fact| fact.band.is_some_and(|inner| holds(band, inner)));
    let first = parts.first().filter(|_| all_inside)?;
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, fact| sum.checked_add(fact.value?))?;
    // the preview shows one sheet's cells; bands are seldom gathered from two
    let places = parts.iter().filter(|fact| fact.sheet == first.sheet).map(|fact| fact.place);
    let origin = Origin::cells(first.sheet, places);
    match sum.to_u64().and_then(Count::new) {
        Some(count) => Some((count, origin)),
        None => {
            problems.push(Problem { origin, text: sum.to_string(), kind: ProblemKind::TooLarge });
            None
        }
    }
}

fn report_straddling(listed: &[&Fact], bands: &AgeBands, problems: &mut Vec<Problem>) {
    let mut said: BTreeMap<(usize, AgeBand), (Vec<Place>, Vec<AgeBand>)> = BTreeMap::new();
    // of whom it is told that they are counted twice, no more is told
    for fact in listed.iter().filter(|fact| !fact.is_twice) {
        let Some(band) = fact.band else { continue };
        let met: Vec<AgeBand> = bands.bands().iter().copied().filter(|own| meet(band, *own)).collect();
        if met.len() > 1 {
            let (places, _) = said.entry((fact.sheet, band)).or_insert((Vec::new(), met));
            places.push(fact.ages_at.unwrap_or(fact.place));
        }
    }
    problems.extend(said.into_iter().map(|((sheet, band), (places, bands))| Problem {
        origin: Origin::cells(sheet, places),
        text: band.to_string(),
        kind: ProblemKind::Straddles { band, bands },
    }));
}

/// One note for each of the model's bands that was made of others.
fn note_folded(listed: &[&Fact], bands: &AgeBands, reading: &mut Reading) {
    for band in bands.bands() {
        let is_given = |cell: &Cell| cell.band == *band;
        if !reading.listed.iter().any(|(cell, ..)| is_given(cell)) {
            continue;
        }
        let parts = listed.iter().filter(|fact| fact.band.is_some_and(|inner| holds(*band, inner)));
        let mut from: Vec<AgeBand> = parts.clone().filter_map(|fact| fact.band).collect();
        from.sort_unstable();
        from.dedup();
        let sheet = parts.clone().next().map_or(0, |fact| fact.sheet);
        if from.as_slice() != [*band] {
            let origin = Origin::cells(sheet, parts.filter_map(|fact| fact.ages_at));
            reading.notes.push(Note::Folded { band: *band, from, origin });
        }
    }
}
