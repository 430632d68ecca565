//! Faults of a list of persons as sentences: what is wrong and what to do. Knows no file.
use crate::words::{many, quoted};
use exchange::import::OpenError;
use register::ingest::{Column, CostUnit, FaultGroup, FaultKind, Note};
use std::path::Path;

/// One line for all faults of a kind, after their places.
pub fn fault(group: &FaultGroup) -> String {
    let (what, remedy) = sentence(group.kind);
    format!("{what}{}. {remedy}", values(group))
}

/// What stands there: of several each with how often.
fn values(group: &FaultGroup) -> String {
    // of the times of a file all, since one of them is to be given
    let are_times = matches!(group.kind, FaultKind::SeveralPeriods { .. });
    let some = if are_times { group.values.len() } else { SOME };
    let told = |(value, times): &(String, u64)| match group.count {
        1 if !are_times => quoted(value),
        _ => format!("{}: {times}", quoted(value)),
    };
    let values: Vec<String> = group.values.iter().take(some).map(told).collect();
    let more = if group.values.len() > some { ", and others" } else { "" };
    if values.is_empty() { String::new() } else { format!(" ({}{more})", values.join(", ")) }
}

/// So many values are told.
const SOME: usize = 5;

fn sentence(kind: FaultKind) -> (String, &'static str) {
    use FaultKind as K;
    let plain = |what: &str| what.to_owned();
    match kind {
        K::NoHeader => (plain("The file is empty"), "Give a header and rows."),
        K::NotText => (plain("The file is no text"), "Save it as CSV in UTF-8."),
        K::MissingColumn(column) => (missing(column), "Add it to the header."),
        K::DoubleColumn(column) => (format!("Two columns are for {}", name(column)), "Take one away."),
        K::UnknownCondition => {
            (plain("No compared model has this condition"), "Correct its id, or give the model with --model.")
        }
        K::DiagnosisCode => (plain("Diagnosis codes are none of the models' conditions"), NAMED),
        K::SeveralPeriods { periods } => several(periods),
        K::SeveralSheets { sheets } => (format!("{sheets} sheets have the headings of a list"), APART),
        K::NotOnePerson => (plain("Rows count other than one person, so nothing of the file is read"), ONE_EACH),
        K::ManyLeftOut { left_out, rows } => {
            (many_left_out(left_out, rows), "Correct the rows, or give --skip-faulty.")
        }
        K::NoRows => (plain("No row could be read"), "Correct the rows that are told of."),
        K::IdentityNumbers { alike, cells } => identity_numbers(alike, cells),
        K::LikeIdentityNumbers { alike, cells } => like_identity_numbers(alike, cells),
        K::BirthYears => (plain("There are years of birth and no ages"), "Add a column of ages."),
        K::Footer | K::HeadingsAgain => (plain("A sum, a remark or the headings once more"), "Nothing need be done."),
        K::LeftOutAlike => (plain("A value looks like an identity number"), "Take it away."),
        K::FieldCount { expected, found } => (fields(found, expected), "Give each row as many as the header."),
        K::Truncated { expected, found } => {
            (format!("The file ends within a row, after {found} of {expected} fields"), "Fetch the whole file.")
        }
        K::OpenQuote => (plain("A quotation mark is not closed"), "Close it on the same line."),
        K::LongLine { limit } => (format!("The line is longer than {limit} bytes"), "Shorten it."),
        K::NotUtf8 => (plain("Bytes are no UTF-8"), "Save the file in UTF-8."),
        K::Nul => (plain("There is a byte of value zero"), "Save the file as CSV in UTF-8."),
        K::Blank(column) => (format!("Nothing stands for {}", name(column)), filled(column)),
        K::UnknownPractice => (plain("The practice is not among those given"), "Correct its name."),
        K::LongName { limit } => (format!("The name is longer than {limit} bytes"), "Shorten it."),
        K::NotASex => (plain("This is no sex"), "Write K or M."),
        K::NotAnAge { oldest } => (format!("This is no age from 0 to {oldest}"), "Write completed years."),
        K::OpenAge { alike_from } => open_age(alike_from),
        K::NotAMask { conditions } => (no_mask(conditions), "Correct it."),
        K::LongMask { limit } => {
            (format!("A number holds at most {limit} conditions"), "Name the others in one more column of numbers.")
        }
        K::NotAFlag => (plain("This is neither 0 nor 1"), "Write one of them."),
        K::NotACost => (plain("This is no amount in kronor with at most two decimals"), "Correct it."),
        K::NegativeCost => (plain("The cost is below zero"), "Correct it."),
        K::LargeCost { limit } => (format!("The cost is over {} kronor", limit / 100), "Correct it."),
        K::DuplicatePerson => (plain("The person is there already"), "Take one of the rows away."),
        K::TooManyPersons { limit } => (format!("There are more than {limit} persons"), "Part the file."),
        K::TooManyPractices { limit } => (format!("There are more than {limit} practices"), "Part the file."),
        K::TooManySets { limit } => (format!("There are more than {limit} sets of conditions"), "Part the file."),
        K::NotACount => (plain("This is no number of persons from one on"), "Correct it."),
        K::NotASquare => (plain("Persons with these costs cannot have this sum of squares"), "Correct it."),
        K::MixedMarks => (
            plain("The row is not marked as made up and others are, so nothing of the file is read"),
            "Split the file, or remove the column if the persons are real.",
        ),
        K::DuplicateGroup => (plain("The group is there already"), "Join the two rows."),
        K::Bands => (plain("The age bands do not cover each age once"), "Correct them."),
    }
}

const APART: &str = "Save the one that is to be read as a file of its own.";
const NAMED: &str =
    "Name the conditions in their place, as astma+kol; `viktat models show MODEL` tells them as weight.CONDITION.";
const ONE_EACH: &str =
    "Give each person a row; or give sums with --from sums, which have the columns of sql/aggregate.sql.";

fn many_left_out(left_out: u64, rows: u64) -> String {
    format!("{left_out} of {} have a fault, so nothing was worked out", many(rows, "row", "rows"))
}

fn fields(found: u32, expected: u32) -> String {
    format!("The row has {}, the header {expected}", many(found.into(), "field", "fields"))
}

fn no_mask(conditions: u32) -> String {
    format!("This is no number whose bits are the header's {}", many(conditions.into(), "condition", "conditions"))
}

fn several(periods: u32) -> (String, &'static str) {
    match periods {
        1 => ("No row is of the time that --period says".to_owned(), "Give the one that stands there."),
        _ => (
            format!("The file is of {periods} months or other times, and a person's row counts once"),
            "Say with --period which to read, or take the column away if it is no time of the list.",
        ),
    }
}

fn open_age(alike_from: Option<u8>) -> (String, &'static str) {
    let from = alike_from.map_or_else(String::new, |from| format!(", which can be read from {from} on alone"));
    (format!("This is an age and all above it{from}"), "Write completed years for these persons.")
}

fn identity_numbers(alike: u64, cells: u64) -> (String, &'static str) {
    let are = if alike == 1 { "is an identity number" } else { "are identity numbers" };
    (of_values(alike, cells, are), "Take them away, or put serial numbers in their place.")
}

fn like_identity_numbers(alike: u64, cells: u64) -> (String, &'static str) {
    let look = if alike == 1 { "looks like an identity number" } else { "look like identity numbers" };
    (of_values(alike, cells, look), "Take them away, or say with --not-identity-numbers that they are others.")
}

/// How many values of a column are so.
fn of_values(alike: u64, cells: u64, are: &str) -> String {
    format!("{alike} of {} {are}, so nothing of the file is read", many(cells, "value", "values"))
}

/// What to do about a blank.
fn filled(column: Column) -> &'static str {
    match column {
        Column::Conditions => "Write 0 for a person without conditions.",
        _ => "Fill it in.",
    }
}

/// A column that is not there, and some of the headings that would have been taken.
fn missing(column: Column) -> String {
    format!("There is no column for {} (such as {})", name(column), column.headings().join(", "))
}

fn name(column: Column) -> &'static str {
    match column {
        Column::Practice => "the practice",
        Column::Sex => "the sex",
        Column::Age => "the age",
        Column::Conditions => "conditions",
        Column::Cost => "the cost",
        Column::Person => "the person",
        Column::AgeFrom => "the first age",
        Column::AgeTo => "the last age",
        Column::Persons => "the number of persons",
        Column::CostSquared => "the sum of squared costs",
        Column::Synthetic => "the mark of made-up persons",
        Column::BirthYear => "the year of birth",
        Column::Time => "the time",
    }
}

/// What is said of a file that is no fault.
pub fn note(note: &Note) -> String {
    match note {
        Note::Unread { column, heading } => format!("Column {column} ({}) is not used.", quoted(heading)),
        Note::Untold(id) => format!("The file does not tell of {id}, and nobody is taken to have it."),
        Note::Windows1252 => "The letters are read as Windows-1252.".to_owned(),
        Note::Encoding(encoding) => format!("The letters are read as {}.", encoding.name()),
        Note::RowsAbove { rows } => format!("{rows} rows above the headings are not read."),
        Note::OnePeriod { period, others } => {
            let period = quoted(period);
            let others = match others {
                0 => String::new(),
                others => format!(" {} of other times are not read.", many(*others, "row", "rows")),
            };
            format!("Every row that is read is of {period}; costs are taken to be of a year.{others}")
        }
        Note::Spellings(all) => {
            let one = |(practice, others): &(String, Vec<String>)| {
                let others: Vec<String> = others.iter().take(SOME).map(|other| quoted(other)).collect();
                format!("{} and {}", quoted(practice), others.join(", "))
            };
            let some: Vec<String> = all.iter().take(SOME).map(one).collect();
            let more = if all.len() > SOME { format!("; and so {} more", all.len() - SOME) } else { String::new() };
            format!(
                "Names that differ only in capitals and spaces are read as one practice: {}{more}.",
                some.join("; ")
            )
        }
        Note::OpenAges { persons } => {
            format!(
                "{} with an age and all above it are read as of that age: the models pay all from it on alike.",
                many(*persons, "person", "persons")
            )
        }
        Note::OfSheet(name) => format!("The sheet {} is read.", quoted(name)),
        Note::Hidden(number) => {
            format!(
                "{} with something in them are left out.",
                many(*number, "hidden row or column", "hidden rows and columns")
            )
        }
        Note::Costs(unit) => {
            let of = if *unit == CostUnit::OfMonth { "a month" } else { "thousands of kronor" };
            format!("Costs are stated in {of} and were multiplied by {}, to kronor of a year.", unit.times())
        }
        Note::SexCodes => "Sexes are read as codes: 1 for men and 2 for women.".to_owned(),
        Note::AlikeNotChecked { .. } => {
            "No column tells persons apart, so that a row that is there twice is not found.".to_owned()
        }
        Note::NoLastEnd => "The last line has no end: the file may have been cut off.".to_owned(),
    }
}

/// Why a workbook was not opened.
pub fn not_opened(path: &Path, error: &OpenError) -> String {
    let why = match error {
        OpenError::Empty => "it is empty. Give headings and rows.",
        OpenError::TooLarge { .. }
        | OpenError::UnpacksTooLarge { .. }
        | OpenError::TooManyRows { .. }
        | OpenError::TooManyColumns { .. }
        | OpenError::TooManyCells { .. }
        | OpenError::TooMuchText { .. }
        | OpenError::TooManySheets { .. } => {
            "it is too large for a workbook. Save the sheet as CSV, which has no such limit."
        }
        OpenError::IdentityNumbers(_) | OpenError::LikeIdentityNumbers(_) => {
            "a column is of identity numbers. Take them away, or put serial numbers in their place."
        }
        _ => "it is no workbook that can be read. Save the sheet as XLSX or CSV.",
    };
    format!("{}: {why}", path.display())
}
