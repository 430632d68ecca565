//! Sums among the numbers of a table: told from their parts, held against them, and left out.

use super::fact::{Counted, Fact, holds};
use super::origin::{Origin, Place};
use super::reading::{Note, Problem, ProblemKind};
use model::sex::Sex;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Takes the sums out of a table's facts. A sum of nothing that stands there is what it says it is, unless the table is
/// faulty: then its parts may not be read.
pub(super) fn without_sums(
    mut facts: Vec<Fact>,
    faulty: bool,
    notes: &mut Vec<Note>,
    problems: &mut Vec<Problem>,
) -> Vec<Fact> {
    mark_inner_sums(&mut facts);
    let (sums, mut parts): (Vec<Fact>, Vec<Fact>) = facts.into_iter().partition(Fact::is_sum);
    let (mut agreeing, mut unchecked): (Vec<Place>, Vec<Place>) = (Vec::new(), Vec::new());
    let (mut alone, mut of_both) = (Vec::new(), Vec::new());
    let lacks = lacks_a_sex(&parts);
    let mut index = Index::new(&parts);
    for sum in &sums {
        let Some(added) = index.parts(sum, &parts) else {
            unchecked.push(sum.place);
            continue;
        };
        let summed: Option<Decimal> = added.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add((*part)?));
        match (sum.value, summed) {
            _ if added.is_empty() && is_alone(sum, &parts) => alone.push(sum.clone()),
            (Some(stated), Some(summed)) if !added.is_empty() && stated == summed => agreeing.push(sum.place),
            (Some(stated), _) if is_subtotal(sum, stated, &sums, &parts, &index) => agreeing.push(sum.place),
            _ if lacks.is_some() && sum.counted == Counted::Listed && sum.sex.is_none() => of_both.push(sum.place),
            (Some(stated), Some(summed)) if !added.is_empty() => {
                notes.push(Note::TotalDiffers { origin: Origin::cell(sum.sheet, sum.place), stated, summed });
            }
            _ => unchecked.push(sum.place),
        }
    }
    if let Some(sheet) = sums.first().map(|sum| sum.sheet) {
        if !agreeing.is_empty() {
            notes.push(Note::TotalsLeftOut { origin: Origin::cells(sheet, agreeing) });
        }
        if !unchecked.is_empty() {
            notes.push(Note::TotalsUnchecked { origin: Origin::cells(sheet, unchecked) });
        }
        if let Some(lacks) = lacks.filter(|_| !of_both.is_empty()) {
            notes.push(Note::TotalsOfBoth { origin: Origin::cells(sheet, of_both), lacks });
        }
    }
    parts.extend(without_parts(alone, faulty, notes, problems));
    parts
}

/// Whether a row sums only what stands between the sum above it and itself.
fn is_subtotal(sum: &Fact, stated: Decimal, sums: &[Fact], parts: &[Fact], index: &Index) -> bool {
    if !sum.sums_rows || sum.sums_columns || sums.len() > MAX_SUBTOTALS {
        return false;
    }
    let is_above = |other: &&Fact| other.place.column == sum.place.column && other.place.row < sum.place.row;
    let above = sums.iter().filter(is_above).map(|other| other.place.row).max();
    let near = index.columns.get(&sum.place.column).map(Vec::as_slice).unwrap_or_default();
    let own = near.iter().filter_map(|place| parts.get(*place)).filter(|part| {
        sum.sums(part) && part.place.row < sum.place.row && above.is_none_or(|above| part.place.row > above)
    });
    let added: Vec<Option<Decimal>> = own.map(|part| part.value).collect();
    let summed: Option<Decimal> = added.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add((*part)?));
    added.len() > 1 && summed == Some(stated)
}

/// The sex that no number of listed persons is of, where all are of the other.
fn lacks_a_sex(parts: &[Fact]) -> Option<Sex> {
    let mut sexes = parts.iter().filter(|part| part.counted == Counted::Listed).map(|part| part.sex);
    let first = sexes.next()??;
    let other = if first == Sex::Woman { Sex::Man } else { Sex::Woman };
    sexes.all(|sex| sex == Some(first)).then_some(other)
}

/// Whether nothing else in the table can be a part of what is summed. Beside conditions, a sum of persons is a sum of
/// conditions, which says nothing.
fn is_alone(sum: &Fact, parts: &[Fact]) -> bool {
    parts.is_empty() || (sum.counted.is_cost() && !parts.iter().any(|part| part.counted.is_part_of(sum.counted)))
}

/// In a table with more sums, none is looked at as one of those between two others.
const MAX_SUBTOTALS: usize = 2_000;

/// How many numbers are looked at for sums, over a table; no table that people make comes near.
const MAX_LOOKS: usize = 20_000_000;

/// Parts by their rows and columns.
struct Index {
    rows: BTreeMap<usize, Vec<usize>>,
    columns: BTreeMap<usize, Vec<usize>>,
    all: Vec<usize>,
    looks: usize,
}

impl Index {
    fn new(parts: &[Fact]) -> Self {
        let (mut rows, mut columns) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for (place, part) in parts.iter().enumerate() {
            rows.entry(part.place.row).or_default().push(place);
            columns.entry(part.place.column).or_default().push(place);
        }
        Self { rows, columns, all: (0..parts.len()).collect(), looks: 0 }
    }

    /// The numbers that the sum adds up; nothing once too many were looked at.
    fn parts(&mut self, sum: &Fact, parts: &[Fact]) -> Option<Vec<Option<Decimal>>> {
        let near = match (sum.sums_rows, sum.sums_columns) {
            (true, true) => Some(&self.all),
            (true, false) => self.columns.get(&sum.place.column),
            _ => self.rows.get(&sum.place.row),
        };
        let near = near.map(Vec::as_slice).unwrap_or_default();
        self.looks += near.len();
        if self.looks > MAX_LOOKS {
            return None;
        }
        let near = near.iter().filter_map(|place| parts.get(*place));
        Some(near.filter(|part| sum.sums(part)).map(|part| part.value).collect())
    }
}

/// Sums in a table of nothing but sums: of a factor or a cost they are the number itself, of listed persons they lack
/// sex or age. A sum of these sums is left out.
fn without_parts(sums: Vec<Fact>, faulty: bool, notes: &mut Vec<Note>, problems: &mut Vec<Problem>) -> Vec<Fact> {
    if sums.is_empty() {
        return Vec::new();
    }
    let across = sums.iter().all(|sum| sum.sums_columns);
    let down = sums.iter().all(|sum| sum.sums_rows);
    let sheet = sums.first().map_or(0, |sum| sum.sheet);
    let (mut facts, mut unchecked) = (Vec::new(), Vec::new());
    for mut sum in sums {
        sum.sums_columns &= !across;
        sum.sums_rows &= !down;
        let is_whole = sum.sex.is_some() && sum.band.is_some();
        match sum.counted {
            Counted::Listed if is_whole => facts.push(sum),
            Counted::Listed if !sum.is_sum() && faulty => unchecked.push(sum.place),
            Counted::Listed if !sum.is_sum() => {
                let kind = if sum.band.is_some() { ProblemKind::NoSex } else { ProblemKind::NoAges };
                let text = sum.value.map(|value| value.to_string()).unwrap_or_default();
                problems.push(Problem { origin: Origin::cell(sum.sheet, sum.place), text, kind });
            }
            _ => facts.push(sum),
        }
    }
    if !unchecked.is_empty() {
        notes.push(Note::TotalsUnchecked { origin: Origin::cells(sheet, unchecked) });
    }
    if across || down { without_sums(facts, faulty, notes, problems) } else { Vec::new() }
}

/// A row such as 0–19 after 0–4 to 15–19 is a sum, if it is their sum.
fn mark_inner_sums(facts: &mut [Fact]) {
    // a long table has the bands of many
    let mut lines: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (place, fact) in facts.iter().enumerate().filter(|(_, fact)| fact.band.is_some() && !fact.is_sum()) {
        let of = (fact.counted, fact.practice.clone(), fact.time.clone());
        lines.entry((false, fact.place.column, of.clone())).or_default().push(place);
        lines.entry((true, fact.place.row, of)).or_default().push(place);
    }
    let mut found = Vec::new();
    for ((across, ..), line) in &lines {
        found.extend(line.iter().filter(|place| is_inner_sum(facts, line, **place)).map(|place| (*place, *across)));
    }
    for (place, across) in found {
        if let Some(fact) = facts.get_mut(place) {
            fact.sums_rows |= !across;
            fact.sums_columns |= across;
        }
    }
}

/// Long lists have thousands of rows, but bands of one line are few.
const MAX_LINE: usize = 400;

fn is_inner_sum(facts: &[Fact], line: &[usize], place: usize) -> bool {
    let Some((fact, band)) = facts.get(place).and_then(|fact| Some((fact, fact.band?))) else { return false };
    if line.len() > MAX_LINE {
        return false;
    }
    let others = line.iter().filter_map(|other| facts.get(*other));
    let inner = others.filter(|other| other.sex == fact.sex && other.band != Some(band));
    let inner: Vec<&Fact> = inner.filter(|other| other.band.is_some_and(|inner| holds(band, inner))).collect();
    let sum = inner.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value?));
    inner.len() > 1 && sum.is_some() && sum == fact.value
}
