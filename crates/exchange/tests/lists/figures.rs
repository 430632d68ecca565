//! What is found in a file, as lines: by the reader that the page would ask, and by a paste where it may be one.

use crate::{show_staff, show_tables};

use exchange::import::persons::{PersonError, PersonReading, is_list, persons};
use exchange::import::{Answers, MaskedOf, Reading, Target, open, pasted, read};
use exchange::number::Notation;
use exchange::staff_list::{self, StaffAnswers};
use model::{cell::Cell, count::Count, id::Id, measure::Measure, sex::Sex};
use register::{
    conditions::Conditions,
    ingest::{Limits, Note, Outcome, Reader},
};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Everything that is found in the file.
pub fn found(name: &str, bytes: &[u8]) -> String {
    let is_text = name.ends_with(".txt");
    let text = String::from_utf8_lossy(bytes);
    let (file, paste) = match name.get(..1) {
        Some("r") => (register(bytes), None),
        Some("s") => (doctors(open(name, bytes)), is_text.then(|| doctors(pasted(&text)))),
        _ => (list(name, bytes), is_text.then(|| tables(pasted(&text)))),
    };
    match paste {
        Some(paste) if paste != file => format!("{file}\npasted\n{paste}"),
        _ => file,
    }
}

fn target() -> Target {
    let catalogue = catalog::shipped();
    let model = catalogue.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap();
    Target::new(&model.bands, model.case_mix(), Notation::Swedish).in_year(2026)
}

fn list(name: &str, bytes: &[u8]) -> String {
    if is_list(bytes, &target()) {
        return match persons(bytes, &target(), &Answers::default()) {
            Ok(reading) => of_persons(&reading),
            Err(PersonError::Open(error)) => format!("refused {error:?}"),
            Err(error) => format!("refused {error:?}"),
        };
    }
    tables(open(name, bytes))
}

fn tables(sheets: Result<Vec<exchange::import::Sheet>, exchange::import::OpenError>) -> String {
    let sheets = match sheets {
        Ok(sheets) => sheets,
        Err(error) => return format!("refused {error:?}"),
    };
    let reading = read(&sheets, &target(), &Answers::default());
    let listed: Vec<(Cell, Count)> = reading.listed.iter().map(|(cell, count, _)| (*cell, *count)).collect();
    let others = show_tables::reading(&reading);
    // where each count stands is told by other tests
    let others = others.lines().filter(|line| !line.starts_with("listed ") && !line.starts_with("note folded "));
    counts(&listed).into_iter().chain(untold(&reading)).chain(others.map(str::to_owned)).collect::<Vec<_>>().join("\n")
}

/// What is missing, and the counts that are not told.
fn untold(reading: &Reading) -> Vec<String> {
    let name = |sex: Sex| if sex == Sex::Woman { "women" } else { "men" };
    let mut lines = Vec::new();
    if !reading.missing.is_empty() {
        let sexes: Vec<String> = reading.sexes_missing().into_iter().map(|sex| format!(", no {}", name(sex))).collect();
        lines.push(format!("missing {} of 42 groups{}", reading.missing.len(), sexes.concat()));
    }
    lines.extend(reading.masked.iter().map(|masked| {
        let of = match &masked.of {
            MaskedOf::Listed(cell) => format!("{} {}", name(cell.sex), cell.band.to_string().replace('\u{2013}', "-")),
            MaskedOf::Affected(id) => id.to_string(),
        };
        let most = masked.bounds.at_most.map_or("?".to_owned(), |most| most.to_string());
        format!("masked {of} {}-{most} {}", masked.bounds.at_least, masked.origin)
    }));
    lines
}

fn of_persons(reading: &PersonReading) -> String {
    let mut lines = vec![format!("persons {} of {} rows", reading.persons, reading.rows)];
    lines.extend(counts(&reading.listed));
    lines.extend(reading.affected.iter().map(|(id, count)| format!("affected {id} = {}", count.get())));
    lines.extend(reading.drug_cost.map(|cost| format!("cost {} a month", cost.decimal())));
    lines.extend(reading.notes.iter().map(|note| format!("note {note:?}")));
    lines.extend(reading.fault_counts.iter().map(|(kind, count)| format!("faults {kind:?} {count}")));
    lines.extend(reading.question.iter().map(|question| format!("question {question:?}")));
    lines.join("\n")
}

/// The number of `all` in `README.md`.
fn usual(cell: Cell) -> u32 {
    let place = u32::from(cell.band.low / 5);
    match (cell.sex, cell.band.low) {
        (Sex::Woman, 60) => 1_250,
        (Sex::Man, 60) => 1_198,
        (Sex::Woman, 100) => 7,
        (Sex::Man, 100) => 3,
        (Sex::Woman, _) => 101 + 7 * place,
        (Sex::Man, _) => 98 + 5 * place,
    }
}

/// One line for each sex that has any number: all, all but some, or each number.
fn counts(listed: &[(Cell, Count)]) -> Vec<String> {
    let known: BTreeMap<(bool, u8), u32> =
        listed.iter().map(|(cell, count)| ((cell.sex == Sex::Man, cell.band.low), count.get())).collect();
    let mut lines = Vec::new();
    for (sex, name) in [(Sex::Woman, "women"), (Sex::Man, "men")] {
        let cells: Vec<Cell> = target().bands.cells().filter(|cell| cell.sex == sex).collect();
        let of = |cell: &Cell| known.get(&(sex == Sex::Man, cell.band.low)).copied();
        let band = |cell: &Cell| cell.band.to_string().replace('\u{2013}', "-");
        let differ: Vec<&Cell> = cells.iter().filter(|cell| of(cell) != Some(usual(**cell))).collect();
        let told: Vec<&Cell> = cells.iter().filter(|cell| of(cell).is_some()).collect();
        let number = |line: &mut String, cell: &Cell| match of(cell) {
            Some(count) => write!(line, " {}={count}", band(cell)).unwrap(),
            None => write!(line, " {}=?", band(cell)).unwrap(),
        };
        let mut line = name.to_owned();
        if told.is_empty() {
            continue;
        } else if differ.is_empty() {
            line.push_str(" all");
        } else if differ.len() < 11 {
            line.push_str(" all but");
            differ.into_iter().for_each(|cell| number(&mut line, cell));
        } else {
            told.into_iter().for_each(|cell| number(&mut line, cell));
        }
        lines.push(line);
    }
    lines
}

fn doctors(sheets: Result<Vec<exchange::import::Sheet>, exchange::import::OpenError>) -> String {
    match sheets {
        Ok(sheets) => show_staff::result(&staff_list::read(&sheets, Notation::Swedish, StaffAnswers::default())),
        Err(error) => format!("refused {error:?}"),
    }
}

/// A region's register: persons, their practices and costs, and a sum that any wrong age, sex or condition would change.
fn register(bytes: &[u8]) -> String {
    let catalogue = catalog::shipped();
    let model = catalogue.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap();
    let known = Conditions::of_models([&**model]).unwrap();
    let mut reader = Reader::new(&known, Limits::default());
    // pieces of odd sizes: where one ends must not matter
    bytes.chunks(997).for_each(|piece| reader.push(piece));
    let Outcome { register, faults, read, left_out, notes, .. } = reader.finish();
    let mut lines = vec![format!("rows {read}, left out {left_out}")];
    if let Some(register) = register {
        let women = register.rows().filter(|row| row.key.sex() == Sex::Woman).count();
        let ages: u64 = register.rows().map(|row| u64::from(row.key.age())).sum();
        let ill = register.rows().filter(|row| row.conditions != model::case_mix::ConditionSet::EMPTY);
        let cost: u64 = register.rows().map(|row| u64::from(row.cost)).sum();
        lines.push(format!("practices {}", register.practices().join(", ")));
        lines.push(format!("women {women}, ages {ages}, with conditions {}, cost {cost} öre", ill.count()));
    }
    let told = notes.iter().filter(|note| !matches!(note, Note::Untold(_) | Note::AlikeNotChecked { .. }));
    lines.extend(told.map(|note| format!("note {note:?}")));
    lines.extend(faults.groups.iter().map(|group| format!("faults {:?} {}", group.kind, group.count)));
    lines.join("\n")
}
