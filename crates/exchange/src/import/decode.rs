//! Bytes to text: UTF-8, UTF-16 or Windows-1252, told by the bytes. Does not know what the text says.

use super::OpenError;
use encoding_rs::{Encoding, WINDOWS_1252};
use std::borrow::Cow;

/// The text of a file. A byte order mark decides; without one it is UTF-8 if it can be, and else Windows-1252, in
/// which Swedish Excel writes.
///
/// # Errors
/// [`OpenError::NotATable`] where the bytes are no text.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, OpenError> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default()).0,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
        },
    };
    if is_binary(&text) { Err(OpenError::NotATable) } else { Ok(text) }
}

/// No text holds control characters other than white space; pictures and archives soon do.
fn is_binary(text: &str) -> bool {
    text.bytes().any(|byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a))
}
