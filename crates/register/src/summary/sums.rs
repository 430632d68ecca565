//! A region's sums, as another engine made them, brought to the frame. Knows no amounts.
use super::{
    Summary,
    build::{Build, GroupPart},
};
use crate::{
    aggregate::{Aggregate, AggregateRow},
    frame::Frame,
    person_key::PersonKey,
};
use model::{age::AgeBand, case_mix::ConditionSet, sex::Sex};
use std::collections::HashMap;

/// Why sums cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Unusable {
    /// The ages are not told apart finely enough: a model pays some of them otherwise than others.
    Straddles {
        /// Sex.
        sex: Sex,
        /// The ages of the sums.
        band: AgeBand,
        /// An age within them, not the first, from which a model pays otherwise.
        parts_at: u8,
    },
    /// The row's practice is not among the practices.
    UnknownPractice {
        /// The row, from 0.
        row: usize,
    },
    /// The row has a cost but no persons.
    CostOfNobody {
        /// The row, from 0.
        row: usize,
    },
    /// Persons or costs together are more than there is room for: 2³² persons or 2⁶⁴ öre.
    TooMany,
}

pub(super) fn summary(aggregate: &Aggregate, frame: Frame) -> Result<Summary, Vec<Unusable>> {
    let faults = faults(aggregate, &frame);
    if !faults.is_empty() {
        return Err(faults);
    }
    let (sets, of_row) = sets(&aggregate.rows);
    let mut build = Build::new(frame, aggregate.practices.len(), &sets, aggregate.rows.len());
    for (row, set) in aggregate.rows.iter().zip(of_row).filter(|(row, _)| row.persons > 0) {
        let key = PersonKey::new(row.sex, row.band.low);
        let part = GroupPart { persons: row.persons, cost: row.cost, cost_squared: row.cost_squared };
        build.add_sums(row.practice, key, set, part);
    }
    Ok(build.finish())
}

/// The sets, the empty one first, and the place of each row's.
fn sets(rows: &[AggregateRow]) -> (Vec<ConditionSet>, Vec<u32>) {
    let mut sets = vec![ConditionSet::EMPTY];
    let mut places = HashMap::from([(ConditionSet::EMPTY, 0)]);
    let mut of_row = Vec::with_capacity(rows.len());
    for set in rows.iter().map(|row| row.conditions) {
        let place = *places.entry(set).or_insert_with(|| {
            sets.push(set);
            u32::try_from(sets.len() - 1).unwrap_or(u32::MAX)
        });
        of_row.push(place);
    }
    (sets, of_row)
}

fn faults(aggregate: &Aggregate, frame: &Frame) -> Vec<Unusable> {
    let mut faults: Vec<Unusable> = straddling(aggregate, frame);
    for (row, sums) in aggregate.rows.iter().enumerate() {
        if usize::from(sums.practice) >= aggregate.practices.len() {
            faults.push(Unusable::UnknownPractice { row });
        }
        if sums.persons == 0 && sums.cost > 0 {
            faults.push(Unusable::CostOfNobody { row });
        }
    }
    let persons = aggregate.rows.iter().try_fold(0u32, |sum, row| sum.checked_add(row.persons));
    let cost = aggregate.rows.iter().try_fold(0u64, |sum, row| sum.checked_add(row.cost));
    faults.extend((persons.is_none() || cost.is_none()).then_some(Unusable::TooMany));
    faults
}

/// Each band once, however many its rows.
fn straddling(aggregate: &Aggregate, frame: &Frame) -> Vec<Unusable> {
    let mut bands: Vec<(Sex, AgeBand)> = Vec::new();
    for row in &aggregate.rows {
        if !bands.contains(&(row.sex, row.band)) {
            bands.push((row.sex, row.band));
        }
    }
    let fault = |(sex, band)| Some(Unusable::Straddles { sex, band, parts_at: parts_at(frame, sex, band)? });
    bands.into_iter().filter_map(fault).collect()
}

/// The first age of the band that is of another class than the ages before.
fn parts_at(frame: &Frame, sex: Sex, band: AgeBand) -> Option<u8> {
    let class = |age| frame.class_of_key.get(PersonKey::new(sex, age).index());
    let last = band.high.unwrap_or(PersonKey::OLDEST).min(PersonKey::OLDEST);
    (band.low..=last).find(|age| class(*age) != class(band.low))
}
