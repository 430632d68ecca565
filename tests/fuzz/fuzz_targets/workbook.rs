//! Any bytes as a workbook, and any text as the sheet within a sound workbook, are opened or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// The parts of an XLSX before its sheet.
const XLSX: &[(&str, &str)] = &[
    (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
    ),
    ("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>"),
    ("xl/sharedStrings.xml", "<sst><si><t>Kvinnor</t></si><si><t>0-4</t></si></sst>"),
    ("xl/styles.xml", "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
];

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, inside)) = bytes.split_first() else { return };
    let file = match kind % 3 {
        0 => archive(XLSX, "xl/worksheets/sheet1.xml", inside),
        1 => archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")], "content.xml", inside),
        _ => Some(inside.to_vec()),
    };
    if let Some(Ok(sheets)) = file.map(|file| exchange::import::open("bok", &file)) {
        viktat_fuzz::read_with_every_answer(&sheets);
    }
});

fn archive(parts: &[(&str, &str)], name: &str, inside: &[u8]) -> Option<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts = parts.iter().map(|(name, text)| (*name, text.as_bytes())).chain([(name, inside)]);
    for (name, bytes) in parts {
        archive.start_file(name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored)).ok()?;
        archive.write_all(bytes).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}
