//! What was found in a file of persons, as sentences: place, problem, remedy.
use super::amount::number;
use crate::{
    region::reading::{Fault, Field, Kind},
    text::Texts,
};
use exchange::number::Sign;
use rust_decimal::Decimal;

/// A fault with its place, what stands there, and what to do.
pub fn fault(t: Texts, fault: &Fault) -> String {
    if let Kind::TooManyConditions(limit) = fault.kind {
        return t.reading_too_many_conditions(&fault.text, &number(t.lang, Decimal::from(limit), 0, Sign::Auto));
    }
    let words = problem(t, fault.kind);
    if fault.row == 0 {
        return words;
    }
    let (row, column) = (&fault.row.to_string(), &fault.column.to_string());
    match (fault.column, fault.text.is_empty()) {
        (0, true) => t.reading_in_row(row, &words),
        (0, false) => t.reading_in_row_text(row, &fault.text, &words),
        (_, true) => t.reading_in_cell(row, column, &words),
        (_, false) => t.reading_in_cell_text(row, column, &fault.text, &words),
    }
}

fn problem(t: Texts, kind: Kind) -> String {
    let many = |count: u64| number(t.lang, Decimal::from(count), 0, Sign::Auto);
    let n = |count: u32| number(t.lang, Decimal::from(count), 0, Sign::Auto);
    match kind {
        Kind::NoHeader => t.reading_no_header().to_owned(),
        Kind::NotText => t.reading_not_text().to_owned(),
        Kind::MissingColumn(field) => t.reading_missing(name(t, field)),
        Kind::DoubleColumn(field) => t.reading_double(name(t, field)),
        Kind::UnknownCondition => t.reading_condition().to_owned(),
        Kind::NoRows => t.reading_no_rows().to_owned(),
        Kind::IdentityNumbers(alike, cells) => t.reading_identity(&many(alike), &many(cells)),
        Kind::LikeIdentityNumbers(alike, cells) => t.reading_identity_ask(&many(alike), &many(cells)),
        Kind::LeftOutAlike => t.person_fault_alike().to_owned(),
        Kind::FieldCount(expected, found) => t.reading_fields(&n(found), &n(expected)),
        Kind::Truncated(expected, found) => t.reading_truncated(&n(found), &n(expected)),
        Kind::OpenQuote => t.reading_quote().to_owned(),
        Kind::LongLine(limit) => t.reading_long_line(&n(limit)),
        Kind::NotLetters => t.reading_letters().to_owned(),
        Kind::Blank(Field::Conditions) => t.reading_blank_conditions().to_owned(),
        Kind::Blank(field) => t.reading_blank(name(t, field)),
        Kind::LongName(limit) => t.reading_long_name(&n(limit)),
        Kind::NotASex => t.reading_sex().to_owned(),
        Kind::NotAnAge(oldest) => t.reading_age(&n(u32::from(oldest))),
        Kind::NotAFlag => t.reading_flag().to_owned(),
        Kind::NotACost => t.reading_cost().to_owned(),
        Kind::NegativeCost => t.reading_negative().to_owned(),
        Kind::LargeCost(limit) => t.reading_large(&number(t.lang, Decimal::new(i64::from(limit), 2), 2, Sign::Auto)),
        Kind::DuplicatePerson => t.reading_duplicate().to_owned(),
        Kind::TooMany(limit) => t.reading_too_many(&n(limit)),
        Kind::LongMask(limit) => t.reading_long_mask(&n(limit)),
        Kind::MixedMarks => t.reading_mixed().to_owned(),
        Kind::TooManyConditions(_) | Kind::Other => t.reading_other().to_owned(),
    }
}

fn name(t: Texts, field: Field) -> &'static str {
    match field {
        Field::Practice => t.reading_field_practice(),
        Field::Sex => t.reading_field_sex(),
        Field::Age => t.reading_field_age(),
        Field::Conditions => t.reading_field_conditions(),
        Field::Cost => t.reading_field_cost(),
        Field::Person => t.reading_field_person(),
    }
}
