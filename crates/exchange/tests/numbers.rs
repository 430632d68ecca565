//! Numbers by example. The readings are a table that needs no Rust to read: `data/numbers.tsv`.

use exchange::number::{Format, Limits, Notation, NumberError, Sign, echo, read_count, read_decimal, write};
use rust_decimal::Decimal;
use std::time::{Duration, Instant};

const EXAMPLES: &str = include_str!("data/numbers.tsv");

#[test]
fn the_table_of_readings() {
    let mut read = 0;
    let mut wrong = Vec::new();
    for line in EXAMPLES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let [notation, field, written, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("four columns: {line:?}");
        };
        let notation = if notation == "sv" { Notation::Swedish } else { Notation::English };
        let reading = reading(&characters(written), notation, field);
        read += 1;
        if reading != expected {
            wrong.push(format!("{line:?} is read as {reading}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(read > 100, "the table was cut short: {read}");
}

/// The text with the names of look-alike characters replaced by the characters.
fn characters(written: &str) -> String {
    let names = [
        ("{nbsp}", "\u{a0}"),
        ("{thin}", "\u{2009}"),
        ("{narrow}", "\u{202f}"),
        ("{figure}", "\u{2007}"),
        ("{wide}", "\u{3000}"),
        ("{zero}", "\u{200b}"),
        ("{bom}", "\u{feff}"),
        ("{tab}", "\t"),
        ("{lf}", "\n"),
        ("{nul}", "\0"),
        ("{minus}", "\u{2212}"),
        ("{dash}", "\u{2013}"),
        ("_", " "),
    ];
    names.iter().fold(written.to_owned(), |text, (name, character)| text.replace(name, character))
}

fn reading(text: &str, notation: Notation, field: &str) -> String {
    let number = |min: &str, max: i64, max_decimals, units: &[&str]| {
        let limits = Limits { min: decimal(min), max: max.into(), max_decimals, units };
        read_decimal(text, notation, &limits).map(|value| value.to_string())
    };
    let result = match field {
        "count" => read_count(text, notation, 100_000, &["st"]).map(|count| count.to_string()),
        "amount" => number("-1000000", 1_000_000, 2, &["kr", "kr/mån", ":-"]),
        "weight" => number("0", 10_000, 3, &[]),
        "share" => number("0", 100, 1, &["%"]),
        "ratio" => number("0.5", 2, 2, &[]),
        unknown => return format!("no such field: {unknown}"),
    };
    result.unwrap_or_else(|error| name(&error))
}

fn name(error: &NumberError) -> String {
    match error {
        NumberError::Empty => "empty".to_owned(),
        NumberError::TooLong { max, .. } => format!("too long: over {max} bytes"),
        NumberError::NotANumber { unexpected: '\'', .. } => "not a number: '''".to_owned(),
        NumberError::NotANumber { unexpected, .. } => format!("not a number: {unexpected:?}"),
        NumberError::Grouping { .. } => "grouping".to_owned(),
        NumberError::Exponent { .. } => "exponent".to_owned(),
        NumberError::DateLike { .. } => "date".to_owned(),
        NumberError::Ambiguous { as_decimal, as_thousands, .. } => format!("ambiguous: {as_decimal} or {as_thousands}"),
        NumberError::Negative { .. } => "negative".to_owned(),
        NumberError::TooSmall { min, .. } => format!("too small: under {min}"),
        NumberError::TooLarge { max, .. } => format!("too large: over {max}"),
        NumberError::TooManyDecimals { max, .. } => format!("too many decimals: over {max}"),
        NumberError::NotWhole { .. } => "not whole".to_owned(),
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or(Decimal::MAX)
}

fn written(value: &str, notation: Notation, decimals: u32, sign: Sign) -> String {
    write(decimal(value), &Format { notation, decimals, sign, grouping: true })
}

#[test]
fn swedish_writing() {
    let sv = |value, decimals| written(value, Notation::Swedish, decimals, Sign::Auto);
    assert_eq!(sv("1234567.5", 2), "1\u{a0}234\u{a0}567,50");
    assert_eq!(sv("-1234", 0), "\u{2212}1\u{a0}234");
    assert_eq!(sv("999", 0), "999");
    assert_eq!(sv("0", 2), "0,00");
    assert_eq!(sv("0.5", 0), "1", "halves go away from zero");
    assert_eq!(sv("-0.125", 2), "\u{2212}0,13");
    assert_eq!(sv("2.5", 0), "3", "and not to even");
}

#[test]
fn english_writing() {
    assert_eq!(written("1234567.5", Notation::English, 1, Sign::Auto), "1,234,567.5");
    assert_eq!(written("-0.126", Notation::English, 2, Sign::Auto), "\u{2212}0.13");
}

#[test]
fn zero_has_no_sign() {
    assert_eq!(written("-0.004", Notation::Swedish, 2, Sign::Auto), "0,00");
    assert_eq!(written("-0", Notation::Swedish, 0, Sign::Always), "0");
    assert_eq!(written("0.004", Notation::Swedish, 2, Sign::Always), "0,00");
    assert_eq!(echo(decimal("-0.00"), Notation::English), "0");
}

#[test]
fn a_difference_has_a_sign_both_ways() {
    assert_eq!(written("12", Notation::Swedish, 0, Sign::Always), "+12");
    assert_eq!(written("-12", Notation::Swedish, 0, Sign::Always), "\u{2212}12");
}

#[test]
fn ungrouped_writing() {
    let format = Format { notation: Notation::Swedish, decimals: 1, sign: Sign::Auto, grouping: false };
    assert_eq!(write(decimal("-1234.25"), &format), "\u{2212}1234,3");
}

#[test]
fn the_most_decimals_are_28() {
    let text = written("1", Notation::Swedish, u32::MAX, Sign::Auto);
    assert_eq!(text, format!("1,{}", "0".repeat(28)));
    assert_eq!(written("-79228162514264337593543950335", Notation::English, 28, Sign::Auto).len(), 3 + 29 + 9 + 29);
}

#[test]
fn an_echo_has_the_decimals_of_the_number() {
    assert_eq!(echo(decimal("1234.50"), Notation::Swedish), "1\u{a0}234,5");
    assert_eq!(echo(decimal("5105"), Notation::Swedish), "5\u{a0}105");
    assert_eq!(echo(decimal("5.105"), Notation::English), "5.105");
}

#[test]
fn an_error_repeats_forty_characters_at_most() {
    let text = "å".repeat(100);
    let shown = format!("{}…", "å".repeat(39));
    let error = read_count(&text, Notation::Swedish, 10, &[]);
    assert_eq!(error, Err(NumberError::NotANumber { text: shown, unexpected: 'å' }));
    let just = "å".repeat(40);
    let error = read_count(&format!(" {just} "), Notation::Swedish, 10, &[]);
    assert_eq!(error, Err(NumberError::NotANumber { text: just, unexpected: 'å' }));
}

#[test]
fn ten_megabytes_are_refused_at_once() {
    let start = Instant::now();
    for piece in ["1", " ", "å", "😀", "\0", "1,", "٣"] {
        let error = read_count(&piece.repeat(10_000_000 / piece.len()), Notation::Swedish, 10, &["st"]);
        let Err(NumberError::TooLong { text, max: 1000 }) = error else { panic!("{piece:?}: {error:?}") };
        assert!(text.chars().count() <= 40, "{piece:?}");
    }
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn what_the_number_type_cannot_hold_is_an_error() {
    let limits = Limits { min: Decimal::MIN, max: Decimal::MAX, max_decimals: u32::MAX, units: &[] };
    let read = |text: &str| read_decimal(text, Notation::Swedish, &limits);
    assert_eq!(read("79228162514264337593543950335"), Ok(Decimal::MAX));
    assert_eq!(read("-79228162514264337593543950335"), Ok(Decimal::MIN));
    assert!(matches!(read("79228162514264337593543950336"), Err(NumberError::TooLarge { .. })));
    assert!(matches!(read("-79228162514264337593543950336"), Err(NumberError::TooSmall { .. })));
    let long = format!("123456789,{}", "1".repeat(28));
    assert!(matches!(read(&long), Err(NumberError::TooManyDecimals { max: 19, .. })));
    assert!(matches!(read(&format!("0,{}1", "0".repeat(28))), Err(NumberError::TooManyDecimals { max: 28, .. })));
}

#[test]
fn the_largest_count_is_read() {
    assert_eq!(read_count("18446744073709551615", Notation::Swedish, u64::MAX, &[]), Ok(u64::MAX));
    let over = read_count("18446744073709551616", Notation::Swedish, u64::MAX, &[]);
    assert!(matches!(over, Err(NumberError::TooLarge { .. })));
}

#[test]
fn the_longest_unit_is_the_one_dropped() {
    let limits = Limits { min: Decimal::ZERO, max: 100.into(), max_decimals: 0, units: &["n", "mån", "kr/mån"] };
    assert_eq!(read_decimal("99 kr/mån", Notation::Swedish, &limits), Ok(99.into()));
}
