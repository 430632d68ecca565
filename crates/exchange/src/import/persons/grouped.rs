//! Dispensings kept by person until the list ends, because a person's rows may lie far apart. Holds a pseudonym, which
//! is never given out, and sixteen bytes for each dispensing.

use super::cell::digits;
use super::drugs::{with_one_each, without_doses};
use super::header::Columns;
use super::outcome::{FaultKind, PersonError, PersonNote};
use super::record::{Record, text};
use crate::import::Target;
use crate::import::sheet::SheetCell;
use crate::import::value::{Value, value};
use model::{age::Age, atc::AtcCode, case_mix::ConditionSet, proxy::Dispensing, sex::Sex};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::collections::HashMap;

/// The most memory that is taken for persons.
pub(super) const MAX_BYTES: u64 = 700_000_000;

/// The persons so far.
#[derive(Default)]
pub(super) struct Grouped {
    places: HashMap<Box<[u8]>, u32>,
    persons: Vec<Held>,
    codes: Vec<AtcCode>,
    places_of_codes: HashMap<Box<[u8]>, u32>,
    bytes: u64,
    /// Whether a person has several rows.
    again: bool,
    /// The latest month of a dispensing, counted from the year nought.
    latest: Option<u32>,
}

/// A person whose rows are not all read.
struct Held {
    sex: Sex,
    age: Age,
    flags: ConditionSet,
    drugs: Vec<Drug>,
}

/// A dispensing.
struct Drug {
    code: u32,
    /// Months ago, or the month counted from the year nought.
    month: u32,
    packages: u32,
    /// Thousandths of a dose.
    ddd: u32,
}

impl Grouped {
    /// Enters a row of a person, whose age and sex are those of the first row.
    pub(super) fn add(
        &mut self,
        record: &Record,
        columns: &Columns,
        (sex, age, flags): (Sex, Age, ConditionSet),
    ) -> Result<Vec<(usize, FaultKind)>, PersonError> {
        let mut faults = Vec::new();
        let Some(column) = columns.person else { return Ok(faults) };
        let pseudonym = record.cell(column);
        let drugs = self.drugs(record, columns, &mut faults);
        self.bytes += (drugs.len() * size_of::<Drug>()) as u64;
        let place = self.place(pseudonym, (sex, age));
        let Some(person) = self.persons.get_mut(place) else { return Ok(faults) };
        if (person.sex, person.age) != (sex, age) {
            faults.push((columns.age_column(), FaultKind::Differs));
        }
        person.flags = person.flags.or(flags);
        person.drugs.extend(drugs);
        if self.bytes > MAX_BYTES { Err(PersonError::TooManyPersons { max: MAX_BYTES }) } else { Ok(faults) }
    }

    fn place(&mut self, pseudonym: &[u8], (sex, age): (Sex, Age)) -> usize {
        if let Some(place) = self.places.get(pseudonym) {
            self.again = true;
            return *place as usize;
        }
        let place = self.persons.len();
        self.places.insert(pseudonym.into(), u32::try_from(place).unwrap_or(u32::MAX));
        self.persons.push(Held { sex, age, flags: ConditionSet::EMPTY, drugs: Vec::new() });
        // the name twice over for the table's spare room
        self.bytes += (size_of::<Held>() + 2 * (pseudonym.len() + 24)) as u64;
        place
    }

    fn drugs(&mut self, record: &Record, columns: &Columns, faults: &mut Vec<(usize, FaultKind)>) -> Vec<Drug> {
        let whole = |column: Option<usize>, otherwise: u32| match column {
            Some(column) => digits(record.cell(column)).ok_or(column),
            None => Ok(otherwise),
        };
        let month = match (columns.months_ago, columns.dispensed_on) {
            (None, Some(column)) => month(record.cell(column)).ok_or(column),
            (months_ago, _) => whole(months_ago, 0),
        };
        let ddd = columns.ddd.map_or(Ok(0), |column| thousandths(record.cell(column)).ok_or(column));
        let Some(atc) = columns.atc else { return Vec::new() };
        let (month, packages, ddd) = match (month, whole(columns.packages, 1), ddd) {
            _ if record.cell(atc).is_empty() => return Vec::new(),
            (Ok(month), Ok(packages), Ok(ddd)) => (month, packages, ddd),
            (Err(column), ..) | (_, Err(column), _) | (.., Err(column)) => {
                faults.push((column, FaultKind::DispensingUnread));
                return Vec::new();
            }
        };
        let mut drugs = Vec::new();
        for code in record.cell(atc).split(|byte| !byte.is_ascii_alphanumeric()).filter(|code| !code.is_empty()) {
            match self.code(code) {
                Some(code) => drugs.push(Drug { code, month, packages, ddd }),
                None => faults.push((atc, FaultKind::AtcUnread)),
            }
        }
        // a dispensing that is left out is not the latest
        if columns.months_ago.is_none() && columns.dispensed_on.is_some() && !drugs.is_empty() {
            self.latest = self.latest.max(Some(month));
        }
        drugs
    }

    fn code(&mut self, code: &[u8]) -> Option<u32> {
        if let Some(place) = self.places_of_codes.get(code) {
            return Some(*place);
        }
        let atc = std::str::from_utf8(code).ok().and_then(AtcCode::parse)?;
        let place = u32::try_from(self.codes.len()).ok()?;
        self.codes.push(atc);
        self.places_of_codes.insert(code.into(), place);
        Some(place)
    }

    /// Gives every person with the conditions that the dispensings show.
    pub(super) fn finish(
        self,
        target: &Target,
        columns: &Columns,
        notes: &mut Vec<PersonNote>,
        mut count: impl FnMut(Sex, Age, ConditionSet),
    ) {
        // one row each with no word of time or amount names a person's drugs, and is no list of dispensings
        let names_drugs = !self.again && columns.dispensings_are_bare();
        if !names_drugs {
            self.note(columns, notes);
        }
        let Some(mix) = &target.case_mix else { return };
        let mix = match (names_drugs, columns.ddd) {
            (true, _) => with_one_each(mix),
            (false, None) => without_doses(mix),
            (false, Some(_)) => mix.clone(),
        };
        let mut taken_as_met = 0;
        for person in &self.persons {
            let dispensed: Vec<Dispensing> = person.drugs.iter().filter_map(|drug| self.dispensing(drug)).collect();
            let shown = mix.shown_by(&dispensed);
            taken_as_met += u64::from(names_drugs && shown != ConditionSet::EMPTY);
            count(person.sex, person.age, person.flags.or(shown));
        }
        if taken_as_met > 0 {
            notes.push(PersonNote::ThresholdsTakenAsMet { persons: taken_as_met });
        }
    }

    fn dispensing(&self, drug: &Drug) -> Option<Dispensing> {
        let months_ago = self.latest.map_or(drug.month, |latest| latest.saturating_sub(drug.month));
        Some(Dispensing {
            atc: self.codes.get(drug.code as usize)?.clone(),
            months_ago: u8::try_from(months_ago).unwrap_or(u8::MAX),
            packages: drug.packages,
            ddd: Decimal::new(i64::from(drug.ddd), 3),
        })
    }

    fn note(&self, columns: &Columns, notes: &mut Vec<PersonNote>) {
        notes.push(PersonNote::RowsGrouped { persons: self.persons.len() as u64, bytes: self.bytes });
        if columns.ddd.is_none() {
            notes.push(PersonNote::DosesNotGiven);
        }
        if columns.packages.is_none() {
            notes.push(PersonNote::PackagesNotGiven);
        }
        match self.latest {
            Some(latest) => {
                let (year, month) = (latest / 12, latest % 12 + 1);
                let (year, month) = (u16::try_from(year).unwrap_or(0), u8::try_from(month).unwrap_or(0));
                notes.push(PersonNote::MonthsBackFrom { year, month });
            }
            None if columns.months_ago.is_none() => notes.push(PersonNote::TimesNotGiven),
            None => {}
        }
    }
}

/// The month of a date that is written year first, counted from the year nought.
fn month(cell: &[u8]) -> Option<u32> {
    let year = digits(cell.get(..4)?).filter(|year| (1900..=2200).contains(year))?;
    let rest = cell.get(4..)?;
    let rest = rest.strip_prefix(b"-").or(rest.strip_prefix(b"/")).unwrap_or(rest);
    let month = digits(rest.get(..2)?).filter(|month| (1..=12).contains(month))?;
    Some(12 * year + month - 1)
}

/// Doses in thousandths; finer ones are not given anywhere.
fn thousandths(cell: &[u8]) -> Option<u32> {
    if let Some(whole) = digits(cell) {
        return whole.checked_mul(1_000);
    }
    let number = match value(&SheetCell::text(&text(cell))).ok()? {
        Value::One(number) => number,
        // a single collection is never a thousand times the doses of another
        Value::Two(number) => number.as_decimal,
    };
    number.checked_mul(Decimal::ONE_THOUSAND)?.to_u32()
}
