//! Laws of reading and writing that hold for any number and any text.

use exchange::number::{Format, Limits, Notation, NumberError, Sign, echo, read_count, read_decimal, write};
use exchange::paste::{Table, fill, read_table};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn notations() -> impl Strategy<Value = Notation> {
    prop_oneof![Just(Notation::Swedish), Just(Notation::English)]
}

fn formats(decimals: u32) -> impl Strategy<Value = Format> {
    let sign = prop_oneof![Just(Sign::Auto), Just(Sign::Always)];
    (notations(), sign, any::<bool>()).prop_map(move |(notation, sign, grouping)| Format {
        notation,
        decimals,
        sign,
        grouping,
    })
}

/// Numbers of every size, with the format that shows all their decimals.
fn numbers() -> impl Strategy<Value = (Decimal, Format)> {
    let bits =
        prop_oneof![any::<i32>().prop_map(i128::from), any::<i64>().prop_map(i128::from), -(1i128 << 95)..1 << 95];
    (bits, 0..=28u32).prop_flat_map(|(bits, scale)| (Just(Decimal::from_i128_with_scale(bits, scale)), formats(scale)))
}

/// Text made of what numbers are made of, so that it often nearly is one.
fn nearly_numbers() -> impl Strategy<Value = String> {
    "[ \u{a0}\u{2009}\u{202f}]?[-+\u{2212}\u{2013}]?[0-9]{0,4}([ ,.\u{a0}eE/-][0-9]{0,3}){0,4}( ?(kr|%|st|maj))?"
}

fn wide(max_decimals: u32) -> Limits<'static> {
    Limits { min: Decimal::MIN, max: Decimal::MAX, max_decimals, units: &["kr", "%"] }
}

/// The text of an error, if it has one.
fn text_of(error: NumberError) -> Option<String> {
    use NumberError as E;
    match error {
        E::Empty => None,
        E::TooLong { text, .. } | E::NotANumber { text, .. } | E::Grouping { text } | E::Exponent { text } => {
            Some(text)
        }
        E::DateLike { text } | E::Ambiguous { text, .. } | E::Negative { text } | E::TooSmall { text, .. } => {
            Some(text)
        }
        E::TooLarge { text, .. } | E::TooManyDecimals { text, .. } | E::NotWhole { text } => Some(text),
    }
}

/// Reads as every kind of field does; an error's text is short.
fn read_every_way(text: &str) -> Result<(), TestCaseError> {
    for notation in [Notation::Swedish, Notation::English] {
        let decimals = [0, 2, 3, 28, u32::MAX].map(|decimals| read_decimal(text, notation, &wide(decimals)).err());
        let count = read_count(text, notation, u64::MAX, &["st", "", "%"]).err();
        for error in decimals.into_iter().chain([count]).flatten() {
            prop_assert!(text_of(error).is_none_or(|text| text.chars().count() <= 40));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_written_number_is_read_back((value, format) in numbers()) {
        let text = write(value, &format);
        prop_assert_eq!(read_decimal(&text, format.notation, &wide(format.decimals)), Ok(value), "{}", text);
    }

    #[test]
    fn an_echo_is_read_back((value, format) in numbers()) {
        let text = echo(value, format.notation);
        prop_assert_eq!(read_decimal(&text, format.notation, &wide(value.scale())), Ok(value), "{}", text);
    }

    #[test]
    fn a_written_count_is_read_back(value: u64, format in formats(0)) {
        let text = write(value.into(), &format);
        prop_assert_eq!(read_count(&text, format.notation, u64::MAX, &[]), Ok(value), "{}", text);
    }

    #[test]
    fn writing_is_off_by_half_the_last_decimal_at_most(bits: i64, decimals in 0..4u32, notation in notations()) {
        let value = Decimal::new(bits, 6);
        let text = write(value, &Format { notation, decimals, sign: Sign::Auto, grouping: true });
        let read = read_decimal(&text, notation, &wide(decimals)).unwrap();
        prop_assert!((read - value).abs() <= Decimal::new(5, decimals + 1), "{} for {}", text, value);
    }

    #[test]
    fn bounds_are_kept(text in nearly_numbers(), notation in notations(), low in -100..100i64, span in 0..100i64) {
        let limits = Limits { min: low.into(), max: (low + span).into(), max_decimals: 2, units: &["kr"] };
        if let Ok(value) = read_decimal(&text, notation, &limits) {
            prop_assert!(limits.min <= value && value <= limits.max && value.scale() <= 2);
            prop_assert_eq!(read_decimal(&text, notation, &wide(2)), Ok(value), "bounds decide nothing else");
        }
    }

    #[test]
    fn an_ambiguous_text_has_two_readings_a_thousand_apart(text in nearly_numbers(), notation in notations()) {
        if let Err(NumberError::Ambiguous { as_decimal, as_thousands, .. }) = read_decimal(&text, notation, &wide(2)) {
            prop_assert_eq!(as_decimal * Decimal::from(1000), as_thousands);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text: String) {
        read_every_way(&text)?;
    }

    #[test]
    fn any_characters_are_read_or_refused(text in proptest::collection::vec(any::<char>(), 0..600)) {
        read_every_way(&text.into_iter().collect::<String>())?;
    }

    #[test]
    fn nearly_numbers_are_read_or_refused(text in nearly_numbers()) {
        read_every_way(&text)?;
    }
}

/// Tables of what cells may hold, quotation marks and separators among it.
fn tables() -> impl Strategy<Value = Table> {
    let cell = "[a-c0-9 ,;\t\n\"å]{0,5}";
    let row = proptest::collection::vec(cell, 1..6);
    proptest::collection::vec(row, 1..8).prop_map(|rows| Table { rows })
}

fn quoted(table: &Table, separator: &str, line_end: &str) -> String {
    let cell = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
    let row = |cells: &Vec<String>| cells.iter().map(cell).collect::<Vec<_>>().join(separator) + line_end;
    table.rows.iter().map(row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_quoted_table_is_read_back(table in tables(), line_end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")]) {
        let has_text = table.rows.iter().flatten().any(|cell| !cell.trim().is_empty());
        let has_tab = table.rows.iter().any(|row| row.len() > 1 || row.iter().any(|cell| cell.contains('\t')));
        prop_assume!(has_text && has_tab);
        prop_assert_eq!(read_table(&quoted(&table, "\t", line_end)), Ok(table));
    }

    #[test]
    fn any_pasted_text_is_a_table_or_refused(text in "[a1\t\n\r;\"\u{feff}\u{0}å ]{0,60}|\\PC{0,60}") {
        if let Ok(table) = read_table(&text) {
            prop_assert!(table.rows.iter().all(|row| !row.is_empty()));
            for notation in [Notation::Swedish, Notation::English] {
                if let Some(block) = table.data_block(notation, &["kr"]) {
                    prop_assert_eq!(block.header_rows + block.table.rows.len(), table.rows.len());
                }
            }
        }
    }

    #[test]
    fn every_cell_is_placed_or_counted(
        table in tables(),
        at in (0..10usize, 0..10usize),
        shape in (0..10usize, 0..10usize),
        far: bool,
    ) {
        let at = if far { (usize::MAX - at.0, at.1) } else { at };
        let filled = fill(&table, at, shape);
        prop_assert_eq!(filled.inside.len() + filled.outside, table.rows.iter().map(Vec::len).sum::<usize>());
        for placed in &filled.inside {
            prop_assert!(placed.row < shape.0 && placed.column < shape.1);
            prop_assert_eq!(placed.text, &table.rows[placed.row - at.0][placed.column - at.1]);
        }
        let mut places: Vec<_> = filled.inside.iter().map(|placed| (placed.row, placed.column)).collect();
        places.dedup();
        prop_assert_eq!(places.len(), filled.inside.len(), "no place is filled twice");
    }
}
