//! Sums as a list that [`super::GroupReader`] reads, and that the query in `sql/` makes.
use super::{
    mark,
    write::{CHUNK, joined, number, quoted},
};
use crate::aggregate::{Aggregate, AggregateRow};
use model::sex::Sex;
use rust_decimal::prelude::ToPrimitive;

/// Writes the sums chunk by chunk.
pub fn write_aggregate_csv(aggregate: &Aggregate, mut give: impl FnMut(&[u8])) {
    let names: Vec<Vec<u8>> = aggregate.practices.iter().map(|name| quoted(name)).collect();
    let (heading, marked) = mark::ends(aggregate.origin);
    let named = joined(&aggregate.conditions);
    let columns = ["vardcentral;kon;alder_fran;alder_till;tillstand:", &named, ";personer;kostnad;kostnad_kvadrat"];
    let mut chunk = [&columns.concat(), &heading, "\n"].concat().into_bytes();
    for row in &aggregate.rows {
        chunk.extend_from_slice(names.get(usize::from(row.practice)).map_or(b"", Vec::as_slice));
        write_row(aggregate, row, &mut chunk);
        chunk.extend_from_slice(marked.as_bytes());
        chunk.push(b'\n');
        if chunk.len() >= CHUNK {
            give(&chunk);
            chunk.clear();
        }
    }
    give(&chunk);
}

fn write_row(aggregate: &Aggregate, row: &AggregateRow, text: &mut Vec<u8>) {
    text.extend_from_slice(if row.sex == Sex::Man { b";M;" } else { b";K;" });
    number(u128::from(row.band.low), text);
    text.push(b';');
    if let Some(high) = row.band.high {
        number(u128::from(high), text);
    }
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
