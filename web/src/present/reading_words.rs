//! What was found in a file of persons, as sentences: place, problem, remedy.
use super::{amount::number, import_words::with_headings};
use crate::text::Texts;
use exchange::number::Sign;
use model::{case_mix::ConditionSet, id::Id};
use register::{
    conditions::NoRoom,
    ingest::{Column, Fault, FaultKind as Kind, Note},
};
use rust_decimal::Decimal;

/// A fault with its place, what stands there, and what to do.
pub fn fault(t: Texts, fault: &Fault) -> String {
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

/// What was taken for granted or passed over, where that is not told elsewhere.
pub fn taken_for_granted(t: Texts, note: &Note) -> Option<String> {
    match note {
        Note::Encoding(encoding) => Some(t.reading_encoding(encoding.name())),
        Note::RowsAbove { rows } => Some(t.reading_rows_above(&rows.to_string())),
        Note::SexCodes => Some(t.person_note_sex_codes().to_owned()),
        _ => None,
    }
}

/// Why a file is not looked at: the models have too many conditions.
pub fn without_room(t: Texts, NoRoom { conditions }: &NoRoom) -> String {
    let names: Vec<&str> = conditions.iter().map(Id::as_str).collect();
    let limit = number(t.lang, Decimal::from(ConditionSet::CAPACITY), 0, Sign::Auto);
    t.reading_too_many_conditions(&names.join(", "), &limit)
}

fn problem(t: Texts, kind: Kind) -> String {
    let many = |count: u64| number(t.lang, Decimal::from(count), 0, Sign::Auto);
    let n = |count: u32| number(t.lang, Decimal::from(count), 0, Sign::Auto);
    let with =
        |column, words: &dyn Fn(&str) -> String| name(t, column).map_or_else(|| t.reading_other().to_owned(), words);
    match kind {
        Kind::NoHeader => t.reading_no_header().to_owned(),
        Kind::NotText => t.reading_not_text().to_owned(),
        Kind::MissingColumn(column) => {
            with(column, &|name| with_headings(t, t.reading_missing(name), &column.headings()))
        }
        Kind::DoubleColumn(column) => with(column, &|name| t.reading_double(name)),
        Kind::UnknownCondition => t.reading_condition().to_owned(),
        Kind::NoRows => t.reading_no_rows().to_owned(),
        Kind::IdentityNumbers { alike, cells } => t.reading_identity(&many(alike), &many(cells)),
        Kind::LikeIdentityNumbers { alike, cells } => t.reading_identity_ask(&many(alike), &many(cells)),
        Kind::BirthYears => t.reading_birth_years().to_owned(),
        Kind::Footer => t.reading_footer().to_owned(),
        Kind::HeadingsAgain => t.reading_headings_again().to_owned(),
        Kind::LeftOutAlike => t.person_fault_alike().to_owned(),
        Kind::FieldCount { expected, found } => t.reading_fields(&n(found), &n(expected)),
        Kind::Truncated { expected, found } => t.reading_truncated(&n(found), &n(expected)),
        Kind::OpenQuote => t.reading_quote().to_owned(),
        Kind::LongLine { limit } => t.reading_long_line(&n(limit)),
        Kind::NotUtf8 | Kind::Nul => t.reading_letters().to_owned(),
        Kind::Blank(Column::Conditions) => t.reading_blank_conditions().to_owned(),
        Kind::Blank(column) => with(column, &|name| t.reading_blank(name)),
        Kind::LongName { limit } => t.reading_long_name(&n(limit)),
        Kind::NotASex => t.reading_sex().to_owned(),
        Kind::NotAnAge { oldest } => t.reading_age(&n(u32::from(oldest))),
        Kind::NotAMask { .. } | Kind::NotAFlag => t.reading_flag().to_owned(),
        Kind::NotACost => t.reading_cost().to_owned(),
        Kind::NegativeCost => t.reading_negative().to_owned(),
        Kind::LargeCost { limit } => t.reading_large(&number(t.lang, Decimal::new(i64::from(limit), 2), 2, Sign::Auto)),
        Kind::DuplicatePerson => t.reading_duplicate().to_owned(),
        Kind::TooManyPersons { limit } | Kind::TooManySets { limit } => t.reading_too_many(&n(limit)),
        Kind::TooManyPractices { limit } => t.reading_too_many(&n(u32::from(limit))),
        Kind::LongMask { limit } => t.reading_long_mask(&n(limit)),
        Kind::MixedMarks => t.reading_mixed().to_owned(),
        // of files of sums, which this page does not read
        Kind::UnknownPractice | Kind::NotACount | Kind::NotASquare | Kind::DuplicateGroup | Kind::Bands => {
            t.reading_other().to_owned()
        }
    }
}

/// None for a column of files of sums.
fn name(t: Texts, column: Column) -> Option<&'static str> {
    Some(match column {
        Column::Practice => t.reading_field_practice(),
        Column::Sex => t.reading_field_sex(),
        Column::Age => t.reading_field_age(),
        Column::Conditions => t.reading_field_conditions(),
        Column::Cost => t.reading_field_cost(),
        Column::Person => t.reading_field_person(),
        Column::BirthYear
        | Column::AgeFrom
        | Column::AgeTo
        | Column::Persons
        | Column::CostSquared
        | Column::Synthetic => return None,
    })
}
