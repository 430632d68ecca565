//! A workbook's archive, held against the limits before anything in it is read. Does not know the formats.

use super::OpenError;
use super::limits::MAX_UNPACKED_BYTES;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What a workbook's bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WorkbookKind {
    /// Office Open XML.
    Xlsx,
    /// Office Open XML with binary sheets.
    Xlsb,
    /// OpenDocument.
    Ods,
}

/// The bytes as an archive.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Whether the bytes begin as every archive does.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The archive and what kind of workbook it is.
///
/// # Errors
/// [`OpenError`]: damaged, no workbook, or it unpacks to more than is taken.
pub(super) fn open(bytes: &[u8]) -> Result<(Archive<'_>, WorkbookKind), OpenError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| OpenError::Damaged)?;
    let kind = kind(&mut archive)?;
    check_size(&mut archive)?;
    Ok((archive, kind))
}

fn kind(archive: &mut Archive) -> Result<WorkbookKind, OpenError> {
    let has = |start: &str| archive.file_names().flatten().any(|name| name.to_ascii_lowercase().starts_with(start));
    if has("xl/workbook.bin") {
        Ok(WorkbookKind::Xlsb)
    } else if has("xl/") {
        Ok(WorkbookKind::Xlsx)
    } else if is_open_document(archive) {
        Ok(WorkbookKind::Ods)
    } else {
        Err(OpenError::NotATable)
    }
}

fn is_open_document(archive: &mut Archive) -> bool {
    let mut kind = Vec::new();
    let read = archive.by_name("mimetype").is_ok_and(|part| part.take(200).read_to_end(&mut kind).is_ok());
    read && kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet")
}

/// Unpacks every part once and keeps nothing: the sizes that an archive states of itself may be false.
fn check_size(archive: &mut Archive) -> Result<(), OpenError> {
    let too_large = || OpenError::UnpacksTooLarge { max: MAX_UNPACKED_BYTES };
    // an archive that was streamed says nothing
    if archive.decompressed_size().unwrap_or(0) > u128::from(MAX_UNPACKED_BYTES) {
        return Err(too_large());
    }
    let mut unpacked = 0;
    let mut page = [0; 16_384];
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(|_| OpenError::Damaged)?;
        loop {
            let read = part.read(&mut page).map_err(|_| OpenError::Damaged)?;
            unpacked += read as u64;
            if unpacked > MAX_UNPACKED_BYTES {
                return Err(too_large());
            }
            if read == 0 {
                break;
            }
        }
    }
    Ok(())
}
