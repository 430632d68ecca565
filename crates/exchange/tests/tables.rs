//! Pasted tables by example.

use exchange::number::Notation;
use exchange::paste::{MAX_BYTES, MAX_COLUMNS, MAX_ROWS, PasteError, Placed, Table, fill, read_table};

fn table(rows: &[&[&str]]) -> Table {
    Table { rows: rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect() }
}

#[test]
fn every_kind_of_line_end() {
    let expected = Ok(table(&[&["Ålder", "Antal"], &["0–6", "1 250"]]));
    for text in ["Ålder\tAntal\r\n0–6\t1 250\r\n", "Ålder\tAntal\n0–6\t1 250\n", "Ålder\tAntal\r0–6\t1 250\r"]
    {
        assert_eq!(read_table(text), expected);
        assert_eq!(read_table(text.trim_end()), expected, "the last line end may be missing");
        assert_eq!(read_table(&format!("\u{feff}{text}")), expected, "a byte order mark is no text");
    }
}

#[test]
fn semicolons_part_columns_where_there_is_no_tab() {
    assert_eq!(read_table("a;1,5\nb;2\n"), Ok(table(&[&["a", "1,5"], &["b", "2"]])));
    assert_eq!(read_table("a;b\t1\n"), Ok(table(&[&["a;b", "1"]])));
}

#[test]
fn quoted_cells() {
    let text = "\"Antal\r\nlistade\"\t\"kallas \"\"listning\"\"\"\r\n5\" rör\t\"a\tb\"\r\n";
    assert_eq!(read_table(text), Ok(table(&[&["Antal\nlistade", "kallas \"listning\""], &["5\" rör", "a\tb"]])));
}

#[test]
fn a_blank_cell_in_a_column_keeps_its_place() {
    assert_eq!(read_table("5\r\n\r\n6\r\n"), Ok(table(&[&["5"], &[""], &["6"]])));
    assert_eq!(read_table("\n5\n"), Ok(table(&[&[""], &["5"]])));
    assert_eq!(read_table("1\t\t3\n\t\t\n"), Ok(table(&[&["1", "", "3"], &["", "", ""]])));
    assert_eq!(read_table("5\n\n"), Ok(table(&[&["5"], &[""]])), "only the last line end is dropped");
}

#[test]
fn a_lone_cell() {
    assert_eq!(read_table("5"), Ok(table(&[&["5"]])));
}

#[test]
fn nothing_to_paste() {
    for text in ["", "\n", "\u{feff}", " \t\u{a0}\r\n\t\r\n", "\"\""] {
        assert_eq!(read_table(text), Err(PasteError::Empty), "{text:?}");
    }
}

#[test]
fn a_quote_that_is_never_closed() {
    assert_eq!(read_table("1\t2\n\"3\t4\n5\t6\n"), Err(PasteError::UnclosedQuote { row: 2 }));
    assert_eq!(read_table("\n\n\""), Err(PasteError::UnclosedQuote { row: 3 }));
}

#[test]
fn too_much_is_refused() {
    let most = "1\n".repeat(MAX_ROWS);
    assert_eq!(read_table(&most).map(|table| table.rows.len()), Ok(MAX_ROWS));
    let rows = MAX_ROWS + 1;
    assert_eq!(read_table(&"1\n".repeat(rows)), Err(PasteError::TooManyRows { rows, max: MAX_ROWS }));
    assert_eq!(read_table(&"\n".repeat(rows)), Err(PasteError::TooManyRows { rows, max: MAX_ROWS }));

    let most = vec!["1"; MAX_COLUMNS].join("\t");
    assert_eq!(read_table(&most).map(|table| table.rows[0].len()), Ok(MAX_COLUMNS));
    let columns = MAX_COLUMNS + 1;
    let text = format!("1\n{most}\t1\n1\n");
    assert_eq!(read_table(&text), Err(PasteError::TooManyColumns { columns, max: MAX_COLUMNS }));

    let bytes = MAX_BYTES + 1;
    assert_eq!(read_table(&"1".repeat(bytes)), Err(PasteError::TooLarge { bytes, max: MAX_BYTES }));
    assert!(read_table(&"1".repeat(MAX_BYTES)).is_ok());
}

#[test]
fn cells_off_the_grid_are_counted() {
    let pasted = table(&[&["1", "2"], &["3", "4"]]);
    let filled = fill(&pasted, (1, 0), (2, 2));
    let placed = |row, column, text| Placed { row, column, text };
    assert_eq!(filled.inside, [placed(1, 0, "1"), placed(1, 1, "2")]);
    assert_eq!(filled.outside, 2);
    assert_eq!(fill(&pasted, (0, 0), (0, 5)).outside, 4);
}

#[test]
fn one_row_and_one_column() {
    let row = table(&[&["1", "", "3"]]);
    assert_eq!(fill(&row, (0, 0), (1, 3)).inside.len(), 3, "a blank cell is a cell");
    let column = table(&[&["1"], &["2"]]);
    assert_eq!(fill(&column, (0, 2), (2, 3)).inside[1], Placed { row: 1, column: 2, text: "2" });
}

/// What `data_block` makes of a Swedish table: heading rows, label columns, the rest.
fn block(rows: &[&[&str]]) -> Option<(usize, usize, Table)> {
    let block = table(rows).data_block(Notation::Swedish, &["kr", "%"])?;
    Some((block.header_rows, block.label_columns, block.table))
}

#[test]
fn headings_and_labels_are_left_out() {
    let found = block(&[&["Ålder", "Kvinnor", "Män"], &["0–6 år", "120", "1 300"], &["75+", "80,5", "9 kr"]]);
    assert_eq!(found, Some((1, 1, table(&[&["120", "1 300"], &["80,5", "9 kr"]]))));
    let units_above = block(&[&["Ersättning"], &["kr"], &["120"]]);
    assert_eq!(units_above, Some((2, 0, table(&[&["120"]]))));
}

#[test]
fn a_bare_block_is_left_whole() {
    let rows: &[&[&str]] = &[&["1", "2"], &["x", "4"]];
    assert_eq!(block(rows), Some((0, 0, table(rows))));
}

#[test]
fn blank_cells_before_the_first_number_keep_their_place() {
    assert_eq!(block(&[&[""], &["5"]]), Some((0, 0, table(&[&[""], &["5"]]))));
    assert_eq!(block(&[&["", "5"]]), Some((0, 0, table(&[&["", "5"]]))));
}

#[test]
fn a_band_or_a_column_without_numbers_keeps_its_place() {
    let blank_band = block(&[&["Listade 2025"], &[""], &["Ålder", "Antal"], &["0–6", ""], &["7–15", "5"]]);
    assert_eq!(blank_band, Some((3, 1, table(&[&[""], &["5"]]))));
    let blank_column = block(&[&["Ålder", "Kvinnor", "Män"], &["0–6", "", "5"]]);
    assert_eq!(blank_column, Some((1, 1, table(&[&["", "5"]]))));
}

#[test]
fn a_number_that_no_field_takes_is_still_a_number() {
    for number in ["5.105", "1e5", "0,00000000000000000000000000000001", "12 %"] {
        assert_eq!(block(&[&["a", "b"], &["c", number]]), Some((1, 1, table(&[&[number]]))), "{number}");
    }
}

#[test]
fn no_number_no_block() {
    assert_eq!(block(&[&["Ålder", "Antal"], &["0–6", "2026-05-09"]]), None);
    assert_eq!(block(&[]), None);
}

#[test]
fn rows_of_different_length() {
    let found = block(&[&["Listade"], &["", "Antal"], &["a", "1", "2"], &["b"]]);
    assert_eq!(found, Some((2, 1, table(&[&["1", "2"], &[]]))));
}
