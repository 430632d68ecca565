//! Cells to persons and full-time equivalents. One mark before three digits is read by what other numbers show, first
//! those of the column, then those of the list; what nothing decides is a problem. Does not know where columns stand.

use super::{Column, words::Words};
use crate::import::{Ambiguous, DecimalMark, SheetCell, Typed, Value, evidence, is_money, shown, value};
use crate::number::{Notation, NumberError};
use model::{bounds, staffing::item::Item};
use rust_decimal::{Decimal, RoundingStrategy};

/// The most decimals of a full-time equivalent: a workbook's own numbers are rounded to so many.
const FTE_DECIMALS: u32 = 6;

/// What stands before decimals in some numbers, as far as they show it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// No number shows it.
    #[default]
    Nothing,
    /// All that show it show this one.
    One(DecimalMark),
    /// They disagree.
    Both,
}

impl Shown {
    fn and(self, mark: DecimalMark) -> Self {
        match self {
            Self::Nothing => Self::One(mark),
            Self::One(other) if other == mark => self,
            _ => Self::Both,
        }
    }

    /// What these and others show.
    pub(super) fn with(self, other: Self) -> Self {
        match other {
            Self::Nothing => self,
            Self::One(mark) => self.and(mark),
            Self::Both => Self::Both,
        }
    }

    /// What the numbers of these cells show.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a SheetCell>, words: &Words) -> Self {
        let texts = cells.filter(|cell| cell.typed == Typed::Text && is_number(cell, words));
        texts.filter_map(|cell| evidence(&cell.text)).fold(Self::Nothing, Self::and)
    }
}

/// What decides between two readings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deciders {
    /// What the column's numbers show.
    pub(super) column: Shown,
    /// What all numbers of the list show.
    pub(super) list: Shown,
    /// What the user has answered.
    pub(super) answer: Option<DecimalMark>,
    /// How the page writes numbers.
    pub(super) notation: Notation,
}

/// A number, and the mark by which it was decided if other numbers had to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) number: Decimal,
    pub(super) decided: Option<DecimalMark>,
}

/// Whether the cell holds a number, whatever it counts and be it in two readings.
pub(super) fn is_number(cell: &SheetCell, words: &Words) -> bool {
    !cell.is_blank() && bare(cell, words).is_ok()
}

/// The number of a cell that is not blank, in the column's bounds.
pub(super) fn number(
    cell: &SheetCell,
    column: Column,
    deciders: &Deciders,
    words: &Words,
) -> Result<Read, NumberError> {
    let read = match bare(cell, words) {
        Ok(Value::One(number)) => Read { number, decided: None },
        Ok(Value::Two(two)) => decide(&two, deciders, column).ok_or_else(|| NumberError::Ambiguous {
            text: shown(&cell.text),
            as_decimal: two.as_decimal,
            as_thousands: two.as_thousands,
        })?,
        Err(fault) => return Err(own_bounds(fault, column)),
    };
    let typed = matches!(cell.typed, Typed::Number(_));
    Ok(Read { number: checked(read.number, typed, &cell.text, column)?, ..read })
}

fn bare(cell: &SheetCell, words: &Words) -> Result<Value, NumberError> {
    if cell.typed != Typed::Text {
        return value(cell);
    }
    if is_money(&cell.text) {
        let unexpected = cell.text.chars().find(|c| c.is_alphabetic()).unwrap_or(':');
        return Err(NumberError::NotANumber { text: shown(&cell.text), unexpected });
    }
    match words.without_unit(cell.text.trim()) {
        text if text.len() == cell.text.len() => value(cell),
        text => value(&SheetCell::text(text)),
    }
}

fn decide(two: &Ambiguous, deciders: &Deciders, column: Column) -> Option<Read> {
    let by = |mark: DecimalMark, shown: bool| Some(Read { number: two.decided(mark), decided: shown.then_some(mark) });
    match (deciders.column, deciders.answer, deciders.list) {
        (Shown::One(mark), ..) => by(mark, true),
        (Shown::Both, None, _) => None,
        (_, Some(mark), _) => by(mark, false),
        // another column's mark would make a fraction of persons: the columns are written in different ways
        (_, _, Shown::One(mark)) if column.is_whole() && mark == two.mark => None,
        (_, _, Shown::One(mark)) => by(mark, true),
        _ if deciders.notation == Notation::English && two.mark == DecimalMark::Comma => by(DecimalMark::Point, false),
        _ => None,
    }
}

/// The fault with the column's bounds in the place of the number type's.
fn own_bounds(fault: NumberError, column: Column) -> NumberError {
    match fault {
        NumberError::TooLarge { text, .. } => NumberError::TooLarge { text, max: largest(column) },
        NumberError::TooSmall { text, .. } => NumberError::Negative { text },
        NumberError::TooManyDecimals { text, .. } if column.is_whole() => NumberError::NotWhole { text },
        NumberError::TooManyDecimals { text, .. } => NumberError::TooManyDecimals { text, max: FTE_DECIMALS },
        other => other,
    }
}

fn checked(number: Decimal, typed: bool, text: &str, column: Column) -> Result<Decimal, NumberError> {
    let text = || shown(text);
    let number = number.normalize();
    if number.is_sign_negative() && !number.is_zero() {
        return Err(NumberError::Negative { text: text() });
    }
    if number > largest(column) {
        return Err(NumberError::TooLarge { text: text(), max: largest(column) });
    }
    if column.is_whole() && !number.is_integer() {
        return Err(NumberError::NotWhole { text: text() });
    }
    if number.scale() > FTE_DECIMALS && !typed {
        return Err(NumberError::TooManyDecimals { text: text(), max: FTE_DECIMALS });
    }
    Ok(number.round_dp_with_strategy(FTE_DECIMALS, RoundingStrategy::MidpointAwayFromZero).normalize())
}

fn largest(column: Column) -> Decimal {
    match column {
        Column::Name | Column::Listed => bounds::PERSONS.most,
        Column::Fte(_) => bounds::FTE.most,
        Column::Heads(group) => Item::Heads(group.kind()).bounds().most,
    }
}
