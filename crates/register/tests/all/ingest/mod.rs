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
    ingest::{Limits, Outcome, Reader},
    register::Register,
};

/// The conditions that the readers know.
fn known() -> Conditions {
    Conditions::new(["diabetes", "kol", "astma"].map(Id::new)).unwrap()
}

/// The file in chunks of these sizes, again and again.
fn read(bytes: &[u8], sizes: &[usize], limits: Limits) -> Outcome {
    let mut reader = Reader::new(&known(), limits);
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
