//! Bytes to text. Does not know what the text says.

use super::OpenError;
use std::borrow::Cow;
use table::Encoding;

/// The text of a file, whatever its encoding.
///
/// # Errors
/// [`OpenError::NotATable`] where the bytes are no text.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, OpenError> {
    let (encoding, mark) = Encoding::of(bytes);
    let bytes = bytes.get(mark..).unwrap_or_default();
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if encoding == Encoding::Utf8 => Cow::Borrowed(text),
        _ => Cow::Owned(encoding.text(bytes)),
    };
    if is_binary(&text) { Err(OpenError::NotATable) } else { Ok(text) }
}

/// No text holds control characters other than white space; pictures and archives soon do.
fn is_binary(text: &str) -> bool {
    text.bytes().any(|byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a))
}
