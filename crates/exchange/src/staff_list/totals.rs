//! Whether a row whose name may be that of a sum is one, by what is listed in the others. Reads no doctors.

use super::Column;
use super::layout::StaffLayout;
use super::words::Words;
use crate::import::{Sheet, SheetCell, Value, value};
use rust_decimal::Decimal;

/// Whether the row can be a sum: what is listed in it cannot be read, or is that of another row, of some that stand right
/// before or after it, or nearly of all.
pub(super) fn may_be_sum(sheet: &Sheet, layout: &StaffLayout, words: &Words, row: usize) -> bool {
    let (Some(listed), Some(name)) = (layout.at(Column::Listed), layout.at(Column::Name)) else { return true };
    let number = |row: usize| match value(sheet.cell(row, listed)?) {
        Ok(Value::One(number)) => Some(number),
        _ => None,
    };
    let is_other = |other: &usize| {
        let is_sum = |cell: &SheetCell| words.is_total(&cell.text) && words.knows_all(&cell.text);
        *other != row && !sheet.cell(*other, name).is_some_and(is_sum)
    };
    let others = |rows: std::ops::Range<usize>| rows.filter(is_other).filter_map(number);
    let (start, end) = (layout.end, sheet.rows.len());
    let Some(own) = number(row) else { return true };
    let all: Decimal = others(start..end).fold(Decimal::ZERO, Decimal::saturating_add);
    let is_near_all = (all - own).abs().saturating_mul(Decimal::from(20)) <= all;
    let adds_up = |numbers: Vec<Decimal>| {
        let mut sum = Decimal::ZERO;
        numbers.into_iter().any(|number| {
            sum = sum.saturating_add(number);
            sum == own
        })
    };
    is_near_all && others(start..end).nth(1).is_some()
        || others(start..end).any(|other| other == own)
        || adds_up(others(start..row).rev().collect())
        || adds_up(others(row..end).collect())
}
