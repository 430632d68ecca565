//! What was found in a file of persons, as sentences: place, problem, remedy.
use super::{
    amount::number,
    import_words::{open_fault, with_headings},
};
use crate::text::Texts;
use exchange::{import::OpenError, number::Sign, parquet_lines::ParquetFault};
use model::{case_mix::ConditionSet, id::Id};
use register::summary::Unusable;
use register::{
    conditions::NoRoom,
    ingest::{Column, CostUnit, Fault, FaultGroup, FaultKind, Note},
};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// All faults of a kind: where the first stand, what stands there, and what to do.
pub fn fault(t: Texts, group: &FaultGroup) -> String {
    let words = problem(t, group.kind);
    match group.examples.as_slice() {
        [first, ..] if first.row > 0 && group.count == 1 => single(t, first, &words),
        [first, ..] if first.row > 0 => {
            let count = number(t.lang, Decimal::from(group.count), 0, Sign::Auto);
            let rows: Vec<String> = group.examples.iter().map(|fault| fault.row.to_string()).collect();
            let told = t.reading_in_rows(&count, &rows.join(", "), &words);
            values(t, group).map_or_else(|| told.clone(), |values| [&told, " ", &t.reading_values(&values)].concat())
        }
        _ if matches!(group.kind, FaultKind::SeveralSheets { .. }) => {
            let names: Vec<&str> = group.values.iter().map(|(name, _)| name.as_str()).collect();
            [words, names.join(", ")].join(" ")
        }
        _ => words,
    }
}

/// The first texts that stand there, with how often each does.
fn values(t: Texts, group: &FaultGroup) -> Option<String> {
    let of =
        |(value, times): &(String, u64)| t.reading_value(value, &number(t.lang, Decimal::from(*times), 0, Sign::Auto));
    let values: Vec<String> = group.values.iter().take(SOME).map(of).collect();
    (!values.is_empty()).then(|| values.join(", "))
}

/// So many of several are told.
const SOME: usize = 5;

/// The only fault of its kind with its place and what stands there.
fn single(t: Texts, fault: &Fault, words: &str) -> String {
    let (row, column) = (&fault.row.to_string(), &fault.column.to_string());
    match (fault.column, fault.text.is_empty()) {
        (0, true) => t.reading_in_row(row, words),
        (0, false) => t.reading_in_row_text(row, &fault.text, words),
        (_, true) => t.reading_in_cell(row, column, words),
        (_, false) => t.reading_in_cell_text(row, column, &fault.text, words),
    }
}

/// Practices whose names are written in several ways.
fn spellings(t: Texts, all: &[(String, Vec<String>)]) -> String {
    let one = |(practice, others): &(String, Vec<String>)| {
        let others = others.iter().take(SOME).map(String::as_str);
        std::iter::once(practice.as_str()).chain(others).collect::<Vec<_>>().join(" = ")
    };
    let some: Vec<String> = all.iter().take(SOME).map(one).collect();
    t.reading_spellings(&number(t.lang, Decimal::from(all.len()), 0, Sign::Auto), &some.join("; "))
}

/// What was taken for granted or passed over, where that is not told elsewhere.
pub fn taken_for_granted(t: Texts, note: &Note) -> Option<String> {
    match note {
        Note::Encoding(encoding) => Some(t.reading_encoding(encoding.name())),
        Note::RowsAbove { rows } => Some(t.reading_rows_above(&rows.to_string())),
        Note::OnePeriod { period, others: 0 } => Some(t.reading_one_period(period)),
        Note::OnePeriod { period, others } => {
            Some(t.reading_one_of_periods(period, &number(t.lang, Decimal::from(*others), 0, Sign::Auto)))
        }
        Note::Spellings(all) => Some(spellings(t, all)),
        Note::OpenAges { persons } => {
            Some(t.reading_open_ages(&number(t.lang, Decimal::from(*persons), 0, Sign::Auto)))
        }
        Note::OfSheet(name) => Some(t.reading_of_sheet(name)),
        Note::Hidden(hidden) => Some(t.reading_hidden(&number(t.lang, Decimal::from(*hidden), 0, Sign::Auto))),
        Note::Costs(CostUnit::OfMonth) => Some(t.reading_costs_of_month().to_owned()),
        Note::Costs(_) => Some(t.reading_costs_in_thousands().to_owned()),
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

/// Why a workbook was not opened; of one that is too large, that text has no limit.
pub fn not_opened(t: Texts, error: &OpenError) -> String {
    let why = open_fault(t, Some(error));
    match error {
        OpenError::TooLarge { .. }
        | OpenError::UnpacksTooLarge { .. }
        | OpenError::TooManyCells { .. }
        | OpenError::TooMuchText { .. } => [&why, " ", t.reading_save_as_csv()].concat(),
        _ => why,
    }
}

/// Why a Parquet file was not read.
pub fn no_parquet(t: Texts, fault: &ParquetFault) -> String {
    match fault {
        ParquetFault::Broken(_) => t.reading_parquet_broken().to_owned(),
        ParquetFault::Packed(by) => t.reading_parquet_packed(by),
        ParquetFault::Value { row, column, .. } => t.reading_parquet_value(column, &row.to_string()),
    }
}

/// Why sums cannot be used: the ages at which they must be parted, together.
pub fn unusable(t: Texts, all: &[Unusable]) -> Option<String> {
    let ages = all.iter().filter_map(|one| match one {
        Unusable::Straddles { parts_at, .. } => Some(*parts_at),
        _ => None,
    });
    let ages: Vec<String> = ages.collect::<BTreeSet<u8>>().iter().map(u8::to_string).collect();
    match all {
        [] => None,
        _ if ages.is_empty() => Some(t.reading_too_many_sums().to_owned()),
        _ => Some(t.reading_straddles(&ages.join(", "))),
    }
}

fn problem(t: Texts, kind: FaultKind) -> String {
    let many = |count: u64| number(t.lang, Decimal::from(count), 0, Sign::Auto);
    let n = |count: u32| number(t.lang, Decimal::from(count), 0, Sign::Auto);
    match kind {
        FaultKind::NoHeader => t.reading_no_header().to_owned(),
        FaultKind::NotText => t.reading_not_text().to_owned(),
        FaultKind::MissingColumn(column) => with_headings(t, t.reading_missing(name(t, column)), &column.headings()),
        FaultKind::DoubleColumn(column) => t.reading_double(name(t, column)),
        FaultKind::UnknownCondition => t.reading_condition().to_owned(),
        FaultKind::DiagnosisCode => t.reading_diagnosis_code().to_owned(),
        FaultKind::SeveralPeriods { periods } => t.reading_several(&n(periods)),
        FaultKind::SeveralSheets { sheets } => t.reading_several_sheets(&n(sheets)),
        FaultKind::NotOnePerson => t.reading_not_one().to_owned(),
        FaultKind::ManyLeftOut { left_out, rows } => t.reading_many_left_out(&many(left_out), &many(rows)),
        FaultKind::OpenAge { alike_from: None } => t.reading_open_age().to_owned(),
        FaultKind::OpenAge { alike_from: Some(from) } => t.reading_open_age_from(&n(u32::from(from))),
        FaultKind::NoRows => t.reading_no_rows().to_owned(),
        FaultKind::IdentityNumbers { alike, cells } => t.reading_identity(&many(alike), &many(cells)),
        FaultKind::LikeIdentityNumbers { alike, cells } => t.reading_identity_ask(&many(alike), &many(cells)),
        FaultKind::BirthYears => t.reading_birth_years().to_owned(),
        FaultKind::Footer => t.reading_footer().to_owned(),
        FaultKind::HeadingsAgain => t.reading_headings_again().to_owned(),
        FaultKind::LeftOutAlike => t.person_fault_alike().to_owned(),
        FaultKind::FieldCount { expected, found } => t.reading_fields(&n(found), &n(expected)),
        FaultKind::Truncated { expected, found } => t.reading_truncated(&n(found), &n(expected)),
        FaultKind::OpenQuote => t.reading_quote().to_owned(),
        FaultKind::LongLine { limit } => t.reading_long_line(&n(limit)),
        FaultKind::NotUtf8 | FaultKind::Nul => t.reading_letters().to_owned(),
        FaultKind::Blank(Column::Conditions) => t.reading_blank_conditions().to_owned(),
        FaultKind::Blank(column) => t.reading_blank(name(t, column)),
        FaultKind::LongName { limit } => t.reading_long_name(&n(limit)),
        FaultKind::NotASex => t.reading_sex().to_owned(),
        FaultKind::NotAnAge { oldest } => t.reading_age(&n(u32::from(oldest))),
        FaultKind::NotAMask { .. } | FaultKind::NotAFlag => t.reading_flag().to_owned(),
        FaultKind::NotACost => t.reading_cost().to_owned(),
        FaultKind::NegativeCost => t.reading_negative().to_owned(),
        FaultKind::LargeCost { limit } => {
            t.reading_large(&number(t.lang, Decimal::new(i64::from(limit), 2), 2, Sign::Auto))
        }
        FaultKind::DuplicatePerson => t.reading_duplicate().to_owned(),
        FaultKind::TooManyPersons { limit } | FaultKind::TooManySets { limit } => t.reading_too_many(&n(limit)),
        FaultKind::TooManyPractices { limit } => t.reading_too_many(&n(u32::from(limit))),
        FaultKind::LongMask { limit } => t.reading_long_mask(&n(limit)),
        FaultKind::MixedMarks => t.reading_mixed().to_owned(),
        FaultKind::NotACount => t.reading_not_a_count().to_owned(),
        FaultKind::NotASquare => t.reading_not_a_square().to_owned(),
        FaultKind::DuplicateGroup => t.reading_duplicate_group().to_owned(),
        FaultKind::Bands => t.reading_bands().to_owned(),
        // no practices are given to the page
        FaultKind::UnknownPractice => t.reading_other().to_owned(),
    }
}

fn name(t: Texts, column: Column) -> &'static str {
    match column {
        Column::Practice => t.reading_field_practice(),
        Column::Sex => t.reading_field_sex(),
        Column::Age | Column::BirthYear => t.reading_field_age(),
        Column::Conditions => t.reading_field_conditions(),
        Column::Cost => t.reading_field_cost(),
        Column::Person => t.reading_field_person(),
        Column::Time => t.reading_field_time(),
        Column::AgeFrom => t.reading_field_age_from(),
        Column::AgeTo => t.reading_field_age_to(),
        Column::Persons => t.reading_field_persons(),
        Column::CostSquared => t.reading_field_cost_squared(),
        Column::Synthetic => t.reading_field_synthetic(),
    }
}
