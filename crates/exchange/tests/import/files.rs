//! Files of every kind: workbooks with what only workbooks have, texts in every encoding, and what is refused.

use crate::show;
use exchange::import::persons::PersonNote;
use exchange::import::{Answers, OpenError, Target, UnreadKind, holds_persons, limits, open, persons, read};
use exchange::number::Notation;
use model::{
    age::{AgeBand, AgeBands},
    id::Id,
    measure::Measure,
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// The five conditions, and four bands.
pub fn target() -> Target {
    let high = [Some(4), Some(9), Some(14), None];
    let bands = [0, 5, 10, 15].iter().zip(high).map(|(low, high)| AgeBand { low: *low, high });
    let catalogue = catalog::shipped();
    let model = catalogue.model(&Id::new(catalog::SKANE_PROPOSAL_FIVE)).unwrap();
    Target::new(&AgeBands::new(bands.collect()).unwrap(), model.case_mix(), Notation::Swedish)
}

fn shown(bytes: &[u8], answers: Answers) -> Vec<String> {
    let sheets = open("fil", bytes).unwrap();
    show::reading(&read(&sheets, &target(), &answers)).lines().map(str::to_owned).collect()
}

/// Bands, women, men; from the row on.
fn write_table(sheet: &mut Worksheet, row: u32, numbers: [f64; 8]) {
    for (place, (band, pair)) in ["0-4", "5-9", "10-14", "15+"].iter().zip(numbers.chunks(2)).enumerate() {
        let row = row + u32::try_from(place).unwrap();
        sheet.write(row, 0, *band).unwrap();
        sheet.write(row, 1, pair[0]).unwrap();
        sheet.write(row, 2, pair[1]).unwrap();
    }
}

#[test]
fn a_workbook_with_merged_headings_typed_numbers_and_dates() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Listade").unwrap();
    sheet.merge_range(1, 1, 1, 2, "Antal listade", &Format::new()).unwrap();
    sheet.write_row(2, 0, ["Ålder", "Kvinnor", "Män"]).unwrap();
    write_table(sheet, 3, [5105.0, 54735.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
    let day = Format::new().set_num_format("dd-mmm");
    sheet.write_with_format(4, 0, ExcelDateTime::from_ymd(2026, 5, 9).unwrap(), &day).unwrap();
    sheet.write_with_format(5, 0, ExcelDateTime::from_ymd(2014, 10, 1).unwrap(), &day).unwrap();
    sheet.write(8, 0, "Läkemedelskostnad per månad").unwrap();
    sheet.write(8, 1, 1234.567).unwrap();
    let hidden = workbook.add_worksheet().set_name("Gammalt").unwrap().set_hidden(true);
    hidden.write_row(2, 0, ["Ålder", "Kvinnor", "Män"]).unwrap();
    write_table(hidden, 3, [1.0; 8]);
    assert_eq!(
        shown(&workbook.save_to_buffer().unwrap(), Answers::default()),
        [
            "listed women 0-4 = 5105 from B4",
            "listed women 5-9 = 3 from B5",
            "listed women 10-14 = 5 from B6",
            "listed women 15+ = 7 from B7",
            "listed men 0-4 = 54735 from C4",
            "listed men 5-9 = 4 from C5",
            "listed men 10-14 = 6 from C6",
            "listed men 15+ = 8 from C7",
            "cost 1234.567 a month from B9",
            "note date A5 \"2026-05-09\" is 5-9",
            "note date A6 \"2014-10-01\" is 10-14",
        ]
    );
}

#[test]
fn two_sheets_with_the_same_persons_are_a_question() {
    let mut workbook = Workbook::new();
    for (name, number) in [("2025", 1.0), ("2026", 2.0)] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        sheet.write_row(0, 0, ["Ålder", "Kvinnor", "Män"]).unwrap();
        write_table(sheet, 1, [number; 8]);
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let asked = shown(&bytes, Answers::default());
    assert_eq!(asked, ["question which table: \"\" B2:B5, C2:C5 sum 8 / \"\" B2:B5, C2:C5 sum 16"]);
    let answered = shown(&bytes, Answers { table: Some(1), ..Answers::default() });
    assert_eq!(answered[0], "listed women 0-4 = 2 from B2");
    assert_eq!(answered.len(), 8);
}

#[test]
fn formulas_give_their_results_and_errors_are_problems() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["Ålder", "Kvinnor", "Män"]).unwrap();
    write_table(sheet, 1, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
    sheet.write(2, 1, rust_xlsxwriter::Formula::new("=1+2").set_result("3")).unwrap();
    sheet.write(3, 1, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    let shown = shown(&workbook.save_to_buffer().unwrap(), Answers::default());
    assert_eq!(shown[1], "listed women 5-9 = 3 from B3");
    assert_eq!(shown.last().unwrap(), "problem B4 \"#DIV/0!\" number NotANumber");
}

#[test]
fn a_list_of_persons_in_a_workbook() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "Om listan").unwrap();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["Ålder", "Kön", "ATC", "Kostnad per månad"]).unwrap();
    for (row, (age, sex, atc, cost)) in
        [(4.0, "K", "", 1.5), (12.0, "M", "A10BA02", 1234.567), (70.0, "K", "C09AA02", 7.0)].iter().enumerate()
    {
        let row = u32::try_from(row + 1).unwrap();
        sheet.write(row, 0, *age).unwrap();
        sheet.write_row(row, 1, [*sex, *atc]).unwrap();
        sheet.write(row, 3, *cost).unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let sheets = open("lista.xlsx", &bytes).unwrap();
    assert!(!holds_persons(&sheets[0], &target()) && holds_persons(&sheets[1], &target()));
    assert!(persons::is_list(&bytes, &target()));
    let streamed = persons::persons(&bytes, &target(), &Answers::default()).unwrap();
    assert_eq!(streamed, persons::persons_of_sheet(&sheets[1], &target(), &Answers::default()).unwrap());
    assert_eq!((streamed.persons, streamed.faults.len()), (3, 0));
    assert_eq!(streamed.drug_cost, Some(model::measure::MonthlyMoney::new(Decimal::new(1_243_067, 3))));
}

/// Three persons under headings, with a condition's flag.
fn persons_workbook(hide: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Listade").unwrap();
    sheet.write_row(0, 0, ["Ålder", "Kön", "Kostnad per månad", "Diabetes"]).unwrap();
    for (row, (age, sex, cost, flag)) in (1..).zip([(4, "K", 10, "nej"), (12, "M", 20, "ja"), (70, "K", 30, "ja")]) {
        sheet.write(row, 0, age).unwrap();
        sheet.write(row, 1, sex).unwrap();
        sheet.write(row, 2, cost).unwrap();
        sheet.write(row, 3, flag).unwrap();
    }
    hide(sheet);
    workbook.save_to_buffer().unwrap()
}

/// Persons, kronor a month, persons with diabetes, and the notes on what was hidden.
fn counted(bytes: &[u8]) -> (u64, Option<i64>, Option<u32>, Vec<PersonNote>) {
    let reading = persons::persons(bytes, &target(), &Answers::default()).unwrap();
    let sheets = open("lista", bytes).unwrap();
    assert_eq!(Ok(&reading), persons::persons_of_sheet(&sheets[0], &target(), &Answers::default()).as_ref());
    let cost = reading.drug_cost.map(|cost| i64::try_from(cost.decimal()).unwrap());
    let diabetes = reading.affected.iter().find(|(id, _)| id.as_str() == "diabetes").map(|(_, count)| count.get());
    let is_hidden =
        |note: &PersonNote| matches!(note, PersonNote::RowsHidden { .. } | PersonNote::ColumnsHidden { .. });
    (reading.persons, cost, diabetes, reading.notes.into_iter().filter(is_hidden).collect())
}

#[test]
fn hidden_rows_and_columns_of_a_list_of_persons_are_left_out_and_told() {
    let sheet = || "Listade".to_owned();
    let hidden = |hide: fn(&mut Worksheet)| counted(&persons_workbook(hide));
    assert_eq!(hidden(|_| {}), (3, Some(60), Some(2), vec![]));
    let one = hidden(|sheet| {
        // the rows after the list hold nothing that could be left out
        sheet.set_row_hidden(2).unwrap().set_row_hidden(9).unwrap();
    });
    assert_eq!(one, (2, Some(40), Some(1), vec![PersonNote::RowsHidden { sheet: sheet(), rows: 1 }]));
    let first_and_last = hidden(|sheet| {
        sheet.set_row_hidden(1).unwrap().set_row_hidden(3).unwrap();
    });
    assert_eq!(first_and_last, (1, Some(20), Some(1), vec![PersonNote::RowsHidden { sheet: sheet(), rows: 2 }]));
    let columns = hidden(|sheet| {
        sheet.set_column_hidden(2).unwrap().set_column_hidden(3).unwrap().set_column_hidden(7).unwrap();
    });
    assert_eq!(columns, (3, None, None, vec![PersonNote::ColumnsHidden { sheet: sheet(), columns: 2 }]));
    let both = hidden(|sheet| {
        sheet.set_row_hidden(3).unwrap().set_column_hidden(2).unwrap();
    });
    let notes =
        [PersonNote::RowsHidden { sheet: sheet(), rows: 1 }, PersonNote::ColumnsHidden { sheet: sheet(), columns: 1 }];
    assert_eq!(both, (2, None, Some(1), notes.to_vec()));
}

#[test]
fn hidden_rows_of_persons_in_an_open_document_are_left_out_and_told() {
    let rows = [&["Ålder", "Kön"], &["4", "K"], &["12", "M"], &["70", "K"]].map(|cells| ods_row(cells));
    assert_eq!(counted(&ods(&rows.concat())).3, []);
    let filtered = rows[2].replace("<table:table-row>", "<table:table-row table:visibility=\"filter\">");
    let (persons, .., notes) = counted(&ods(&[&rows[0], &rows[1], &filtered, &rows[3]].map(String::as_str).concat()));
    assert_eq!((persons, notes), (2, vec![PersonNote::RowsHidden { sheet: "Listade".to_owned(), rows: 1 }]));
}

#[test]
fn a_list_of_persons_is_told_by_its_beginning() {
    let is_list = |text: &str| persons::is_list(text.as_bytes(), &target());
    let long = format!("Ålder;Kön;Läkemedel\n{}", "45;Kvinna;Å\n".repeat(20_000));
    assert!(is_list(&long) && is_list(&long[..60_000]));
    assert!(is_list("id,atc,age,sex\n1,A10BA02,45,K\n"));
    assert!(!is_list("Ålder;Kön;Antal\n45;K;12\n45;M;11\n"));
    assert!(!is_list("Ålder;Kvinnor;Män\n0;1;2\n1;3;4\n"));
    assert!(!is_list("Åldersgrupp;Kön\n0-4;K\n5-9;K\n") && !is_list("") && !is_list("PK\u{3}\u{4}"));
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"Listade\"><table:table-column table:number-columns-repeated=\"16384\"/>{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    archive(&[("mimetype", kind), ("content.xml", content.as_bytes())])
}

fn ods_row(cells: &[&str]) -> String {
    let cell = |text: &&str| match text.parse::<f64>() {
        Ok(_) => format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{text}\"><text:p>visas</text:p></table:table-cell>"
        ),
        Err(_) => format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"),
    };
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn an_open_document() {
    let merged = "<table:table-row><table:table-cell/><table:table-cell office:value-type=\"string\" \
        table:number-columns-spanned=\"2\"><text:p>Antal</text:p><office:annotation><text:p>nej</text:p></office:annotation>\
        </table:table-cell><table:covered-table-cell/><table:table-cell table:number-columns-repeated=\"16381\"/></table:table-row>";
    let date = "<table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2026-05-09\">\
        <text:p>09-maj</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"3\" \
        table:number-columns-repeated=\"2\"/></table:table-row>";
    let rest = "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let rows = [
        merged,
        &ods_row(&["Ålder", "K&#118;innor", "M&#xe4;n"]),
        &ods_row(&["0-4", "5105", "12.0"]),
        date,
        &ods_row(&["10-14", "5", "6"]),
        &ods_row(&["&gt;14", "7", "8"]),
        rest,
    ];
    assert_eq!(
        shown(&ods(&rows.concat()), Answers::default()),
        [
            "listed women 0-4 = 5105 from B3",
            "listed women 5-9 = 3 from B4",
            "listed women 10-14 = 5 from B5",
            "listed women 15+ = 7 from B6",
            "listed men 0-4 = 12 from C3",
            "listed men 5-9 = 3 from C4",
            "listed men 10-14 = 6 from C5",
            "listed men 15+ = 8 from C6",
            "note date A4 \"2026-05-09\" is 5-9",
            "note open band A6 \">14\" is 15+",
        ]
    );
}

#[test]
fn a_few_bytes_that_stand_for_too_many_cells() {
    let cell = |columns: u32| {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"{columns}\"/>"
        )
    };
    let row = |rows: u32, cell: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{rows}\">{cell}</table:table-row>")
    };
    let opened = |rows: &str| open("bomb.ods", &ods(rows)).unwrap_err();
    let sheet = || "Listade".to_owned();
    let columns = OpenError::TooManyColumns { sheet: sheet(), max: limits::MAX_COLUMNS };
    assert_eq!(opened(&row(1, &cell(16_384))), columns);
    assert_eq!(opened(&row(1_048_576, &cell(1))), OpenError::TooManyRows { sheet: sheet(), max: limits::MAX_ROWS });
    assert_eq!(opened(&row(1_048_576, &cell(900))), OpenError::TooManyCells { max: limits::MAX_CELLS });
    let far = row(4_000_000_000, "<table:table-cell/>").repeat(9) + &row(1, &cell(1));
    assert!(matches!(opened(&far), OpenError::TooManyRows { .. }));
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(1_048_575, 16_383, 1.0).unwrap();
    let error = open("far.xlsx", &workbook.save_to_buffer().unwrap()).unwrap_err();
    assert!(matches!(error, OpenError::TooManyRows { .. }));
}

#[test]
fn an_archive_that_says_it_unpacks_to_too_much() {
    let mut bytes = archive(&[("xl/workbook.xml", b"x")]);
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    bytes[directory + 24..directory + 28].copy_from_slice(&u32::MAX.wrapping_sub(1).to_le_bytes());
    assert_eq!(open("bomb.xlsx", &bytes), Err(OpenError::UnpacksTooLarge { max: limits::MAX_UNPACKED_BYTES }));
}

#[test]
#[ignore = "unpacks 600 MB; run it with --release --ignored"]
fn an_archive_that_unpacks_to_too_much_without_saying_so() {
    let zeros = vec![0; 1 << 20];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("xl/workbook.xml", SimpleFileOptions::default().large_file(false)).unwrap();
    (0..600).for_each(|_| archive.write_all(&zeros).unwrap());
    let mut bytes = archive.finish().unwrap().into_inner();
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    bytes[directory + 24..directory + 28].copy_from_slice(&7u32.to_le_bytes());
    assert_eq!(open("bomb.xlsx", &bytes), Err(OpenError::UnpacksTooLarge { max: limits::MAX_UNPACKED_BYTES }));
}

#[test]
fn what_is_no_list_is_refused_by_name() {
    let compound = |inside: &str| {
        let inside = inside.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain(inside).collect::<Vec<u8>>()
    };
    let cases: [(&[u8], OpenError); 9] = [
        (b"", OpenError::Empty),
        (b" \n;;\n", OpenError::Empty),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", OpenError::NotATable),
        (&compound("Workbook"), OpenError::Unread(UnreadKind::Xls)),
        (&compound("EncryptedPackage"), OpenError::Unread(UnreadKind::Protected)),
        (&archive(&[("xl/workbook.bin", b"x")]), OpenError::Unread(UnreadKind::Xlsb)),
        (&archive(&[("word/document.xml", b"x")]), OpenError::NotATable),
        (&archive(&[("xl/workbook.xml", b"x")]), OpenError::Damaged),
        (b"PK\x03\x04 and no more", OpenError::Damaged),
    ];
    for (bytes, error) in cases {
        assert_eq!(open("fil.csv", bytes), Err(error));
    }
    let long = vec![b'1'; limits::MAX_FILE_BYTES + 1];
    assert_eq!(open("x", &long), Err(OpenError::TooLarge { bytes: long.len(), max: limits::MAX_FILE_BYTES }));
    let rows = "1\n".repeat(limits::MAX_ROWS + 1);
    let name = || "x".to_owned();
    assert_eq!(open("x", rows.as_bytes()), Err(OpenError::TooManyRows { sheet: name(), max: limits::MAX_ROWS }));
    let columns = "1;".repeat(limits::MAX_COLUMNS + 1);
    assert_eq!(
        open("x", columns.as_bytes()),
        Err(OpenError::TooManyColumns { sheet: name(), max: limits::MAX_COLUMNS })
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_broken_workbook_is_refused_or_read(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = ods(&ods_row(&["Ålder", "Kvinnor", "Män"]).repeat(3));
        let place = place.index(bytes.len());
        bytes[place] = byte;
        let _ = open("trasig.ods", &bytes);
    }
}
