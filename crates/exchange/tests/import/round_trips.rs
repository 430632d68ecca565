//! What is written is read back: tables in every encoding, with every delimiter, and as workbooks.

use crate::files::target;
use exchange::import::{Answers, DecimalMark, Sheet, SheetCell, Typed, open, read};
use exchange::number::{Notation, echo};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

/// A way to write a text as bytes.
#[derive(Clone, Copy, Debug)]
enum Written {
    Utf8,
    Utf8WithMark,
    Utf16Little,
    Utf16Big,
    Windows1252,
}

fn bytes(text: &str, written: Written) -> Vec<u8> {
    let wide = |to_bytes: fn(u16) -> [u8; 2]| {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(to_bytes).collect()
    };
    match written {
        Written::Utf8 => text.as_bytes().to_vec(),
        Written::Utf8WithMark => format!("\u{feff}{text}").into_bytes(),
        Written::Utf16Little => wide(u16::to_le_bytes),
        Written::Utf16Big => wide(u16::to_be_bytes),
        Written::Windows1252 => table::Encoding::Windows1252.bytes(text),
    }
}

fn written() -> impl Strategy<Value = Written> {
    use Written::{Utf8, Utf8WithMark, Utf16Big, Utf16Little, Windows1252};
    prop_oneof![Just(Utf8), Just(Utf8WithMark), Just(Utf16Little), Just(Utf16Big), Just(Windows1252)]
}

/// A cell with what makes trouble: delimiters, quotation marks, line breaks, Swedish letters, numbers.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zåäöÅÄÖé€ ;,|\t\"\n.–-]{0,12}",
        "[0-9]{1,5}",
        "[0-9]{1,3}[ \u{a0}][0-9]{3}",
        "[0-9]{1,3},[0-9]{1,3}",
        Just("Kvinnor".to_owned()),
        Just("0–4 år".to_owned()),
    ]
}

/// Two columns at least, and no row blank, as a spreadsheet writes them.
fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    let rows = |width| proptest::collection::vec(proptest::collection::vec(cell(), width), 2..12);
    (2..6usize).prop_flat_map(rows)
}

/// Every cell in quotation marks, so that only the delimiter parts them.
fn delimited(table: &[Vec<String>], delimiter: &str, line_end: &str) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\"").replace('\r', ""));
    let row = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(delimiter) + line_end;
    table.iter().map(row).collect()
}

fn texts(sheet: &Sheet) -> Vec<Vec<&str>> {
    sheet.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

fn euro_before_letter(table: &[Vec<String>]) -> bool {
    let letter = |after: &str| after.starts_with(|c: char| c.is_alphabetic());
    table.iter().flatten().any(|cell| cell.split('€').skip(1).any(letter))
}

fn is_blank(table: &[Vec<String>]) -> bool {
    table.iter().flatten().all(|cell| cell.trim().is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_written_text_is_read_back(
        table in table(),
        delimiter in prop_oneof![Just(";"), Just(","), Just("\t"), Just("|")],
        line_end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        written in written(),
    ) {
        prop_assume!(!is_blank(&table));
        // a euro sign before a letter is written as an Ä is in Macintosh, which begins words
        prop_assume!(!matches!(written, Written::Windows1252) || !euro_before_letter(&table));
        let text = format!("sep={delimiter}{line_end}{}", delimited(&table, delimiter, line_end));
        let sheets = open("tabell.csv", &bytes(&text, written)).unwrap();
        prop_assert_eq!(texts(&sheets[0]), table.iter().map(|row| row.iter().map(String::as_str).collect::<Vec<_>>()).collect::<Vec<_>>());
    }

    #[test]
    fn a_written_workbook_is_read_back(table in table()) {
        prop_assume!(!is_blank(&table));
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, cells) in table.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                match cell.parse::<u32>() {
                    Ok(number) => sheet.write(row, column, number).unwrap(),
                    Err(_) => sheet.write(row, column, cell).unwrap(),
                };
            }
        }
        let sheets = open("tabell.xlsx", &workbook.save_to_buffer().unwrap()).unwrap();
        for (row, cells) in table.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let read = sheets[0].cell(row, column).cloned().unwrap_or_default();
                match cell.parse::<u32>() {
                    Ok(number) => prop_assert_eq!(read.typed, Typed::Number(number.into())),
                    Err(_) if cell.trim().is_empty() => prop_assert!(read.is_blank()),
                    Err(_) => prop_assert_eq!(read, SheetCell::text(cell)),
                }
            }
        }
    }

    #[test]
    fn any_table_is_read_or_refused(table in table(), comma in any::<bool>()) {
        let sheet = Sheet {
            name: String::new(),
            rows: table.iter().map(|row| row.iter().map(|cell| SheetCell::text(cell)).collect()).collect(),
            ..Sheet::default()
        };
        let mark = if comma { DecimalMark::Comma } else { DecimalMark::Point };
        for decimal_mark in [None, Some(mark)] {
            let reading = read(std::slice::from_ref(&sheet), &target(), &Answers { decimal_mark, ..Answers::default() });
            prop_assert!(reading.listed.len() <= 8);
        }
    }

    #[test]
    fn listed_persons_are_read_back_however_they_are_laid_out(
        counts in proptest::collection::vec(0..99_999u32, 8),
        delimiter in prop_oneof![Just(";"), Just(","), Just("\t")],
        written in written(),
        (across, totals, long, grouped) in any::<(bool, bool, bool, bool)>(),
    ) {
        let number = |number: u32| if grouped { echo(number.into(), Notation::Swedish) } else { number.to_string() };
        let table = laid_out(&counts, number, (across, totals, long));
        let text: String = table.iter().map(|row| row.join(delimiter) + "\r\n").collect();
        let sheets = open("lista.txt", &bytes(&text, written)).unwrap();
        let reading = read(&sheets, &target(), &Answers::default());
        prop_assert_eq!(&reading.problems, &vec![]);
        prop_assert_eq!(reading.listed.iter().map(|(_, count, _)| count.get()).collect::<Vec<_>>(), counts);
    }
}

/// Counts of women by band, then of men, as one of the tables that people make.
fn laid_out(
    counts: &[u32],
    number: impl Fn(u32) -> String,
    (across, totals, long): (bool, bool, bool),
) -> Vec<Vec<String>> {
    let text = |text: &str| text.to_owned();
    let bands = ["0-4", "5–9 år", "10-14", "15+"];
    if long {
        let row = |(place, count): (usize, &u32)| {
            vec![text(if place < 4 { "K" } else { "M" }), text(bands[place % 4]), number(*count)]
        };
        let heading = vec![text("Kön"), text("Ålder"), text("Antal")];
        return [heading].into_iter().chain(counts.iter().enumerate().map(row)).collect();
    }
    let sum = |parts: &[u32]| parts.iter().sum::<u32>();
    let mut rows = vec![vec![text("Åldersgrupp"), text("Kvinnor"), text("Män")]];
    for (place, band) in bands.iter().enumerate() {
        rows.push(vec![text(band), number(counts[place]), number(counts[place + 4])]);
    }
    if totals {
        rows.push(vec![text("Summa"), number(sum(&counts[..4])), number(sum(&counts[4..]))]);
    }
    if across {
        return (0..3).map(|column| rows.iter().map(|row| row[column].clone()).collect()).collect();
    }
    rows
}
