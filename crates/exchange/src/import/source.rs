//! From a file's bytes or a clipboard's text to sheets. The format is told by the content, never by the name.

use super::limits::MAX_FILE_BYTES;
use super::{OpenError, Sheet, UnreadKind};
use super::{archive, decode, delimited, ods, xlsx};
use model::identity_number::{Judge, LookAlikes, Suspicion, Verdict, looks_like_identity_number};
use table::Encoding;

/// The sheets of a file that is called `name`: an XLSX or ODS workbook, or delimited text in UTF-8, UTF-16 or Windows-1252.
///
/// # Errors
/// [`OpenError`]: what the file is instead, the limit that it passes, or where it holds identity numbers or may do so.
pub fn open(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, OpenError> {
    open_with(name, bytes, LookAlikes::Ask)
}

/// The same when it has been said what values are that look like identity numbers.
///
/// # Errors
/// [`OpenError`], as before.
pub fn open_with(name: &str, bytes: &[u8], answer: LookAlikes) -> Result<Vec<Sheet>, OpenError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(OpenError::TooLarge { bytes: bytes.len(), max: MAX_FILE_BYTES });
    }
    if let Some(kind) = unread_kind(bytes) {
        return Err(OpenError::Unread(kind));
    }
    let mut sheets =
        if archive::is_archive(bytes) { workbook(bytes)? } else { text_sheets(name, &decode::text(bytes)?)? };
    sheets.iter_mut().for_each(delimited::part_single_column);
    without_identity_numbers(sheets, answer)
}

/// The sheet of a clipboard's text, or of a text that was typed.
///
/// # Errors
/// [`OpenError`]: nothing in it, too much, an open quotation mark, or what may be identity numbers.
pub fn pasted(text: &str) -> Result<Vec<Sheet>, OpenError> {
    if text.len() > MAX_FILE_BYTES {
        return Err(OpenError::TooLarge { bytes: text.len(), max: MAX_FILE_BYTES });
    }
    without_identity_numbers(text_sheets("", text)?, LookAlikes::Ask)
}

fn text_sheets(name: &str, text: &str) -> Result<Vec<Sheet>, OpenError> {
    Ok(vec![delimited::sheet(name, text)?])
}

fn workbook(bytes: &[u8]) -> Result<Vec<Sheet>, OpenError> {
    let (mut archive, kind) = archive::open(bytes)?;
    match kind {
        archive::WorkbookKind::Xlsx => xlsx::sheets(bytes),
        archive::WorkbookKind::Ods => ods::sheets(&mut archive),
        archive::WorkbookKind::Xlsb => Err(OpenError::Unread(UnreadKind::Xlsb)),
    }
}

/// Pages and XML that report systems call `.xls`.
fn marked_up(bytes: &[u8]) -> Option<UnreadKind> {
    let head = bytes.get(..2_000).unwrap_or(bytes);
    let (encoding, mark) = Encoding::of(head);
    let text = encoding.text(head.get(mark..).unwrap_or_default()).to_ascii_lowercase();
    let text = text.trim_start();
    let begins = |starts: &[&str]| starts.iter().any(|start| text.starts_with(start));
    if begins(&["<?xml", "<workbook"]) && text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        Some(UnreadKind::XmlSpreadsheet)
    } else if begins(&["<html", "<!doctype html", "<table", "<meta", "<head", "<style", "<div", "mime-version:"]) {
        Some(UnreadKind::Html)
    } else {
        None
    }
}

/// Old workbooks, and new ones under a password, are both compound files.
pub(super) fn unread_kind(bytes: &[u8]) -> Option<UnreadKind> {
    const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    if !bytes.starts_with(COMPOUND_FILE) {
        return marked_up(bytes);
    }
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let protected = bytes.windows(name.len()).any(|window| window == name);
    Some(if protected { UnreadKind::Protected } else { UnreadKind::Xls })
}

fn without_identity_numbers(mut sheets: Vec<Sheet>, answer: LookAlikes) -> Result<Vec<Sheet>, OpenError> {
    for (place, sheet) in sheets.iter_mut().enumerate() {
        let mut verdict = Verdict::Clean;
        if looks_like_identity_number(sheet.name.as_bytes()) {
            verdict = Verdict::Asked(Suspicion { column: 0, row: 0, alike: 1, cells: 1 });
        }
        let mut judge = Judge::default();
        for (row, cells) in (0..).zip(&mut sheet.rows) {
            let mut is_alike = false;
            for (column, cell) in cells.iter().enumerate() {
                is_alike |= judge.note(row, column, cell.text.as_bytes());
            }
            if is_alike && answer == LookAlikes::LeaveOutRows {
                cells.clear();
            }
        }
        if judge.verdict() != Verdict::Clean {
            verdict = judge.verdict();
        }
        if let Some(error) = OpenError::of(place, verdict, answer) {
            return Err(error);
        }
    }
    Ok(sheets)
}
