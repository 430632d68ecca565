//! Rows as text in columns. Knows nothing of what they hold.
use exchange::region_json::Amount;
use rust_decimal::{Decimal, RoundingStrategy};

/// What stands where there is no figure.
pub const NOTHING: &str = "-";

/// A table with a heading; the first column is text, the others numbers at the right.
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings.
    pub fn new(headings: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { rows: vec![headings.into_iter().map(Into::into).collect()] }
    }

    /// One more row.
    pub fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    /// The table as lines.
    pub fn text(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let width =
            |column: usize| self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
        let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or_default()).collect();
        let line = |row: &Vec<String>| {
            let cells = row.iter().zip(&widths).enumerate();
            let cells = cells
                .map(|(i, (cell, width))| if i == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") });
            cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
        };
        self.rows.iter().map(line).collect()
    }
}

/// An amount with so many decimals, half away from zero.
pub fn amount(value: Decimal, decimals: u32) -> String {
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let digits = usize::try_from(decimals).unwrap_or_default();
    format!("{:.digits$}", if rounded.is_zero() { Decimal::ZERO } else { rounded })
}

/// The same of an amount that may not be there: then a dash.
pub fn optional(value: Option<Amount>, decimals: u32) -> String {
    value.map_or_else(|| NOTHING.to_owned(), |value| amount(value.0, decimals))
}

/// A statistic with so many decimals; a dash where it is not known.
pub fn number(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| NOTHING.to_owned(), |value| format!("{value:.decimals$}"))
}
