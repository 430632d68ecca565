//! Quantities as text: how many decimals and which unit.
use crate::text::{Lang, Texts};
use exchange::number::{Format, Sign, write};
use model::{
    cell::Cell,
    quantity::{Quantity, Unit},
    sex::Sex,
};
use rust_decimal::Decimal;

/// How a figure is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Whole kronor, without a time.
    Kronor,
    /// Kronor with two decimals, without a time.
    Ore,
    /// Thousands of kronor with one decimal.
    Thousands,
    /// Millions of kronor with one decimal.
    Millions,
    /// Millions of kronor with two decimals.
    MillionsHundredth,
    /// Persons, whole.
    Persons,
    /// Full-time equivalents with two decimals.
    Fte,
    /// Persons per full-time equivalent, whole.
    PerFte,
    /// Whole per cent.
    Percent,
    /// Per cent with one decimal.
    PercentTenth,
    /// A whole number, where the heading says of what.
    Whole,
    /// A number with two decimals, where the heading says of what.
    Hundredths,
    /// The same with three.
    Thousandths,
}

/// Of kronor.
pub const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

impl Show {
    /// The unit of a sum of kronor over practices, by its size: with one decimal of a unit that is too large, the sum of a
    /// small register would be nothing.
    pub fn of_sum(kronor: f64) -> Self {
        match kronor.abs() {
            size if size < 10_000.0 => Self::Kronor,
            size if size < 1_000_000.0 => Self::Thousands,
            _ => Self::Millions,
        }
    }

    /// How many decimals of the unit are shown; below zero where tens and more are rounded away.
    pub fn digits(self) -> i32 {
        match self {
            Self::Millions => -5,
            Self::MillionsHundredth => -4,
            Self::Thousands => -2,
            Self::Kronor | Self::Persons | Self::PerFte | Self::Whole => 0,
            Self::Ore | Self::Fte | Self::Percent | Self::Hundredths => 2,
            Self::PercentTenth | Self::Thousandths => 3,
        }
    }
}

/// A figure as the page shows it; `signed` puts a plus before a gain.
pub fn amount(texts: Texts, quantity: Quantity, show: Show, signed: bool) -> String {
    let sign = if signed { Sign::Always } else { Sign::Auto };
    let number = |value: Decimal, decimals| number(texts.lang, value, decimals, sign);
    let value = quantity.value;
    match show {
        Show::Kronor => texts.unit_kr(&number(value, 0)),
        Show::Ore => texts.unit_kr(&number(value, 2)),
        Show::Thousands => texts.unit_tkr(&number(value / Decimal::ONE_THOUSAND, 1)),
        Show::Millions => texts.unit_mnkr(&number(value / MILLION, 1)),
        Show::MillionsHundredth => texts.unit_mnkr(&number(value / MILLION, 2)),
        Show::Persons => persons(texts, &number(value, 0)),
        Show::Fte => texts.unit_fte(&number(value, 2)),
        Show::PerFte | Show::Whole => number(value, 0),
        Show::Hundredths => number(value, 2),
        Show::Thousandths => number(value, 3),
        Show::Percent => texts.unit_percent(&number(value * Decimal::ONE_HUNDRED, 0)),
        Show::PercentTenth => texts.unit_percent(&number(value * Decimal::ONE_HUNDRED, 1)),
    }
}

/// The figure to six decimals with its unit.
pub fn exact(texts: Texts, quantity: Quantity) -> String {
    let value = match quantity.unit {
        Unit::Share => quantity.value * Decimal::ONE_HUNDRED,
        _ => quantity.value,
    };
    let number = &plain(texts.lang, value);
    match quantity.unit {
        Unit::KrPerMonth => texts.unit_kr_month(number),
        Unit::KrPerYear => texts.unit_kr_year(number),
        Unit::KrPerPersonMonth => texts.unit_kr_person_month(number),
        Unit::Persons => persons(texts, number),
        Unit::Share => texts.unit_percent(number),
        Unit::Factor => number.clone(),
        Unit::Points => texts.unit_points(number),
        Unit::Fte => texts.unit_fte(number),
        Unit::PersonsPerFte => texts.unit_per_fte(number),
        Unit::Doctors => texts.unit_doctors(number),
        Unit::Visits => texts.unit_visits(number),
        Unit::Hours => texts.unit_hours(number),
    }
}

fn persons(texts: Texts, number: &str) -> String {
    if number == "1" { texts.unit_person().to_owned() } else { texts.unit_persons(number) }
}

/// A number without a unit: exact up to six decimals, and with two when it has any öre.
pub fn plain(lang: Lang, value: Decimal) -> String {
    let short = value.round_dp_with_strategy(6, rust_decimal::RoundingStrategy::MidpointAwayFromZero).normalize();
    let decimals = if short.scale() == 1 { 2 } else { short.scale() };
    number(lang, short, decimals, Sign::Auto)
}

/// A number with a fixed number of decimals.
pub fn number(lang: Lang, value: Decimal, decimals: u32, sign: Sign) -> String {
    write(value, &Format { notation: lang.notation(), decimals, sign, grouping: true })
}

/// The ages of a cell: `60–64 år`.
pub fn ages(texts: Texts, cell: Cell) -> String {
    let low = cell.band.low.to_string();
    match cell.band.high {
        Some(high) => texts.age_range(&low, &high.to_string()),
        None => texts.age_open(&low),
    }
}

/// A cell in running text: `kvinnor 60–64 år`.
pub fn cell_name(texts: Texts, cell: Cell) -> String {
    let ages = ages(texts, cell);
    match cell.sex {
        Sex::Woman => texts.cell_women(&ages),
        Sex::Man => texts.cell_men(&ages),
    }
}

/// The heading of a sex.
pub fn sex_name(texts: Texts, sex: Sex) -> &'static str {
    match sex {
        Sex::Woman => texts.women(),
        Sex::Man => texts.men(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_of_a_small_register_is_not_nothing() {
        let told = |kronor: i64| {
            let value = Decimal::from(kronor);
            let show = Show::of_sum(value.try_into().unwrap());
            amount(Texts { lang: Lang::Sv }, Quantity { value, unit: Unit::KrPerYear }, show, false)
        };
        let plain = |kronor| told(kronor).replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(plain(7_092), "7 092 kr");
        assert_eq!(plain(-45_260), "\u{2212}45,3 tkr");
        assert_eq!(plain(123_456_789), "123,5 mnkr");
        assert_eq!(plain(0), "0 kr");
    }
}
