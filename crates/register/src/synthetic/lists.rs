//! How many of each cell every practice has: sums by cell and by practice are both exact. Knows nothing of conditions.
use super::{Numbers, sampler::Sampler};
use rust_decimal::prelude::ToPrimitive;

/// The total in parts after the weights, by largest remainder: the parts add up to the total. Without any weight the
/// first part has it all.
pub(super) fn split(total: u64, weights: &[u64]) -> Vec<u64> {
    let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    if sum == 0 {
        return weights.iter().enumerate().map(|(i, _)| if i == 0 { total } else { 0 }).collect();
    }
    let product = |weight: &u64| u128::from(*weight) * u128::from(total);
    let mut parts: Vec<u64> = weights.iter().map(|weight| (product(weight) / sum).to_u64().unwrap_or(0)).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|i| std::cmp::Reverse(weights.get(*i).map_or(0, |weight| product(weight) % sum)));
    let left = total - parts.iter().sum::<u64>();
    for i in order.into_iter().take(left.to_usize().unwrap_or(usize::MAX)) {
        if let Some(part) = parts.get_mut(i) {
            *part += 1;
        }
    }
    parts
}

/// As [`split`], by weights that are not whole.
fn split_by(total: u64, weights: &[f64]) -> Vec<u64> {
    let largest = weights.iter().fold(0.0, |largest: f64, weight| largest.max(*weight));
    // 2⁵⁰ steps: the products with a total stay far within 128 bits
    let whole = |weight: &f64| (weight / largest * 1_125_899_906_842_624.0).to_u64().unwrap_or(0);
    split(total, &weights.iter().map(whole).collect::<Vec<_>>())
}

/// Uneven lists that add up to the total.
pub(super) fn sizes(practices: usize, total: u64, spread: f64, sampler: &mut Sampler) -> Vec<u64> {
    let weights: Vec<f64> = (0..practices).map(|_| libm::exp(spread * sampler.normal())).collect();
    split_by(total, &weights)
}

/// Persons practice by practice, one number for each cell. `sizes` and `cells` add up to the same total; `ages` is the
/// middle age of each cell.
pub(super) fn table(
    sizes: &[u64],
    cells: &[u64],
    ages: &[f64],
    numbers: &Numbers,
    sampler: &mut Sampler,
) -> Vec<Vec<u64>> {
    let standard = standardised(ages, cells);
    let mut shares: Vec<Vec<f64>> = sizes
        .iter()
        .map(|size| {
            let tilt = numbers.age_profile * sampler.normal();
            let cell = |(age, persons): (&f64, &u64)| *size as f64 * *persons as f64 * libm::exp(tilt * age);
            standard.iter().zip(cells).map(cell).collect()
        })
        .collect();
    for _ in 0..ROUNDS {
        fit_rows(&mut shares, sizes);
        fit_columns(&mut shares, cells);
    }
    let mut table = whole(&shares, cells, sizes.len());
    even_out(&mut table, sizes);
    table
}

/// Rounds of fitting rows and columns in turn; what is left to move after that is a few persons a practice.
const ROUNDS: usize = 20;

/// Ages less their mean, by their standard deviation over the persons.
fn standardised(ages: &[f64], cells: &[u64]) -> Vec<f64> {
    let persons = || ages.iter().zip(cells).map(|(age, n)| (*age, *n as f64));
    let total: f64 = persons().map(|(_, n)| n).sum::<f64>().max(1.0);
    let mean = persons().map(|(age, n)| age * n).sum::<f64>() / total;
    let variance = persons().map(|(age, n)| (age - mean) * (age - mean) * n).sum::<f64>() / total;
    let deviation = variance.sqrt().max(1.0);
    ages.iter().map(|age| (age - mean) / deviation).collect()
}

fn fit_rows(shares: &mut [Vec<f64>], sizes: &[u64]) {
    for (row, size) in shares.iter_mut().zip(sizes) {
        let sum: f64 = row.iter().sum();
        if sum > 0.0 {
            row.iter_mut().for_each(|share| *share *= *size as f64 / sum);
        }
    }
}

fn fit_columns(shares: &mut [Vec<f64>], cells: &[u64]) {
    for (cell, persons) in cells.iter().enumerate() {
        let sum: f64 = shares.iter().filter_map(|row| row.get(cell)).sum();
        if sum > 0.0 {
            shares.iter_mut().filter_map(|row| row.get_mut(cell)).for_each(|share| *share *= *persons as f64 / sum);
        }
    }
}

/// Whole persons, exact by cell.
fn whole(shares: &[Vec<f64>], cells: &[u64], practices: usize) -> Vec<Vec<u64>> {
    let mut table = vec![Vec::with_capacity(cells.len()); practices];
    for (cell, persons) in cells.iter().enumerate() {
        let column: Vec<f64> = shares.iter().map(|row| row.get(cell).copied().unwrap_or(0.0)).collect();
        table.iter_mut().zip(split_by(*persons, &column)).for_each(|(row, part)| row.push(part));
    }
    table
}

/// Moves single persons, each within a cell, from practices that have too many to those that have too few.
fn even_out(table: &mut [Vec<u64>], sizes: &[u64]) {
    let over = |row: &[u64], size: u64| row.iter().sum::<u64>().saturating_sub(size);
    let under = |row: &[u64], size: u64| size.saturating_sub(row.iter().sum());
    let rows = || table.iter().zip(sizes).enumerate();
    let of = |amount: fn(&[u64], u64) -> u64| -> Vec<usize> {
        rows().flat_map(|(i, (row, size))| (0..amount(row, *size)).map(move |_| i)).collect()
    };
    let (givers, takers) = (of(over), of(under));
    for (turn, (giver, taker)) in givers.into_iter().zip(takers).enumerate() {
        move_one(table, giver, taker, turn);
    }
}

/// One person of the first cell from `turn` on that has somebody.
fn move_one(table: &mut [Vec<u64>], giver: usize, taker: usize, turn: usize) {
    let Some(row) = table.get_mut(giver) else { return };
    let cells = row.len().max(1);
    let Some(cell) = (0..cells).map(|i| (turn + i) % cells).find(|cell| row.get(*cell).is_some_and(|n| *n > 0)) else {
        return;
    };
    if let Some(persons) = row.get_mut(cell) {
        *persons -= 1;
    }
    if let Some(persons) = table.get_mut(taker).and_then(|row| row.get_mut(cell)) {
        *persons += 1;
    }
}
