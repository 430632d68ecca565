//! Sums as a list that [`super::GroupReader`] reads, and that the query in `sql/` makes: the groups, and a row of nobody
//! for each band and each practice that has none.
use super::{
    mark,
    write::{CHUNK, joined, number, quoted},
};
use crate::aggregate::{Aggregate, AggregateRow};
use model::{age::AgeBand, sex::Sex};
use rust_decimal::prelude::ToPrimitive;

/// Writes the sums chunk by chunk.
pub fn write_aggregate_csv(aggregate: &Aggregate, mut give: impl FnMut(&[u8])) {
    let names: Vec<Vec<u8>> = aggregate.practices.iter().map(|name| quoted(name)).collect();
    let (heading, marked) = mark::ends(aggregate.origin);
    let ids = joined(&aggregate.conditions);
    let columns = ["vardcentral;kon;alder_fran;alder_till;tillstand:", &ids, ";personer;kostnad;kostnad_kvadrat"];
    let mut chunk = [&columns.concat(), heading.as_str(), "\n"].concat().into_bytes();
    let end = [marked.as_bytes(), b"\n"].concat();
    for line in of_nobody(aggregate, &names) {
        chunk.extend([line, end.clone()].concat());
    }
    for row in &aggregate.rows {
        chunk.extend_from_slice(names.get(usize::from(row.practice)).map_or(b"", Vec::as_slice));
        write_row(aggregate, row, &mut chunk);
        chunk.extend_from_slice(&end);
        if chunk.len() >= CHUNK {
            give(&chunk);
            chunk.clear();
        }
    }
    give(&chunk);
}

/// Rows of nobody: practices first and in order where some are without groups, or groups are not in their order, so that
/// each keeps its place; then bands without groups.
fn of_nobody(aggregate: &Aggregate, names: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut met: Vec<u16> = Vec::new();
    for row in &aggregate.rows {
        if !met.contains(&row.practice) {
            met.push(row.practice);
        }
    }
    let in_order = met.len() == names.len() && met.is_sorted();
    let of_practice = |name: &Vec<u8>| aggregate.bands.bands().first().map(|band| nobody(name, *band));
    let practices = names.iter().filter(|_| !in_order).filter_map(of_practice);
    let bands = aggregate.bands.bands().iter();
    let empty = bands.filter(|band| !aggregate.rows.iter().any(|row| row.band == **band));
    practices.chain(empty.map(|band| nobody(b"", *band))).collect()
}

fn nobody(name: &[u8], band: AgeBand) -> Vec<u8> {
    let mut text = [name, b";"].concat();
    ages(band, &mut text);
    text.extend_from_slice(b";;0;0.00;0.0000");
    text
}

fn ages(band: AgeBand, text: &mut Vec<u8>) {
    text.push(b';');
    number(u128::from(band.low), text);
    text.push(b';');
    if let Some(high) = band.high {
        number(u128::from(high), text);
    }
}

fn write_row(aggregate: &Aggregate, row: &AggregateRow, text: &mut Vec<u8>) {
    text.extend_from_slice(if row.sex == Sex::Man { b";M" } else { b";K" });
    ages(row.band, text);
    text.push(b';');
    let ids = row.conditions.positions().filter_map(|i| aggregate.conditions.get(i));
    let mut ids: Vec<&str> = ids.map(model::id::Id::as_str).collect();
    ids.sort_unstable();
    text.extend_from_slice(ids.join("+").as_bytes());
    text.push(b';');
    number(u128::from(row.persons), text);
    text.push(b';');
    decimal(u128::from(row.cost), 2, text);
    text.push(b';');
    decimal(row.cost_squared.to_u128().unwrap_or(0), 4, text);
}

/// A number of the last of so many decimals, with all of them.
fn decimal(value: u128, decimals: u32, text: &mut Vec<u8>) {
    let unit = 10u128.pow(decimals);
    number(value / unit, text);
    text.push(b'.');
    // a leading one keeps the zeros, and is then taken away
    let at = text.len();
    number(unit + value % unit, text);
    if at < text.len() {
        text.remove(at);
    }
}
