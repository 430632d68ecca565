//! Excel files as the tests read them: values and formulas by sheet and cell; and as they spoil them.
use calamine::{Data, Reader, Xlsx};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _, Write as _},
};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Row and column from 0.
pub type At = (u32, u32);

/// One sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    pub texts: BTreeMap<At, String>,
    pub numbers: BTreeMap<At, f64>,
    pub formulas: BTreeMap<At, String>,
}

/// Every sheet by its name.
pub fn read(bytes: &[u8]) -> BTreeMap<String, Sheet> {
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let names = file.sheet_names();
    names.into_iter().map(|name| (name.clone(), sheet(&mut file, &name))).collect()
}

fn sheet(file: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Sheet {
    let mut sheet = Sheet::default();
    let range = file.worksheet_range(name).unwrap();
    let start = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let at = at(start, row, column);
        match value {
            Data::Float(number) => drop(sheet.numbers.insert(at, *number)),
            Data::Int(number) => drop(sheet.numbers.insert(at, *number as f64)),
            Data::String(text) => drop(sheet.texts.insert(at, text.clone())),
            other => panic!("{name} {at:?} is {other:?}"),
        }
    }
    let formulas = file.worksheet_formula(name).unwrap();
    let start = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        sheet.formulas.insert(at(start, row, column), formula.clone());
    }
    sheet
}

fn at((top, left): At, row: usize, column: usize) -> At {
    (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap())
}

/// The file with the text of one of its parts changed.
pub fn changed(bytes: &[u8], part: impl Fn(&str) -> bool, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let text = if part(&name) { change(&text) } else { text };
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The text of one part of the file.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Every formula's value made wrong.
pub fn with_wrong_values(bytes: &[u8]) -> Vec<u8> {
    changed(
        bytes,
        |name| name.starts_with("xl/worksheets/"),
        |text| {
            let mut parts = text.split("</f><v>");
            let first = parts.next().unwrap().to_owned();
            parts.fold(first, |text, part| text + "</f><v>7" + &part[part.find('<').unwrap()..])
        },
    )
}

/// `B7` for row 6, column 1; the tests need no column beyond Z.
pub fn name((row, column): At) -> String {
    let letter = char::from(b'A' + u8::try_from(column).unwrap());
    format!("{letter}{}", row + 1)
}
