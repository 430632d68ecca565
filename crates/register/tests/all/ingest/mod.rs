//! Person lists as files: examples, and laws that hold for every file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
mod examples;
mod groups;
mod identity_numbers;
mod laws;
mod naive;
mod regions;
mod round_trips;

use model::id::Id;
use register::{
    conditions::Conditions,
    ingest::{Choices, Fault, FaultKind, Faults, FaultyRows, Limits, Outcome, Reader},
    register::Register,
};

/// The conditions that the readers know.
fn known() -> Conditions {
    Conditions::new(["diabetes", "kol", "astma"].map(Id::new)).unwrap()
}

/// Faulty rows are left out, however many.
fn leave_out() -> Choices {
    Choices { faulty: FaultyRows::LeaveOut, ..Choices::default() }
}

/// The file in chunks of these sizes, again and again.
fn read(bytes: &[u8], sizes: &[usize], limits: Limits) -> Outcome {
    let mut reader = Reader::new(&known(), limits).with(leave_out());
    let (mut rest, mut sizes) = (bytes, sizes.iter().cycle());
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(rest.len().min(*sizes.next().unwrap()));
        reader.push(chunk);
        rest = after;
    }
    reader.finish()
}

/// Persons as practice, sex, age, conditions and öre.
fn persons(register: &Register) -> Vec<String> {
    let rows = register.rows().map(|row| {
        let sex = if row.key.sex() == model::sex::Sex::Man { "M" } else { "K" };
        let ids: Vec<&str> = row.conditions.positions().map(|i| register.conditions()[i].as_str()).collect();
        let ids = if ids.is_empty() { "-".to_owned() } else { ids.join("+") };
        format!("{} {sex} {} {ids} {}", register.practices()[usize::from(row.practice)], row.key.age(), row.cost)
    });
    rows.collect()
}

/// The faults that are kept, in the order of the file but of one row kind by kind; those of whole rows after others.
fn stored(faults: &Faults) -> Vec<Fault> {
    let mut stored: Vec<Fault> = faults.groups.iter().flat_map(|group| group.examples.clone()).collect();
    stored.sort_by_key(|fault| (fault.row, fault.column.wrapping_sub(1)));
    stored
}

/// How many there are of each kind.
fn counts(faults: &Faults) -> Vec<(FaultKind, u64)> {
    faults.groups.iter().map(|group| (group.kind, group.count)).collect()
}
