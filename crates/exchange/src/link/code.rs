//! Bytes as text that survives an address bar, with a length and a checksum, so that a link that was cut or mistyped is
//! told. Does not know what the bytes mean.
use super::error::LinkError;
use crate::{
    fingerprint::hash,
    packed::{Packed, Unpacked},
};
use base64::{
    Engine,
    alphabet::URL_SAFE,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;
/// Twice the longest link that is written.
const MAX_CHARACTERS: usize = 3_000;
/// Bytes of the checksum.
const CHECK: usize = 4;

// what is left of a cut link is still to be decoded, to tell how much is missing
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// `1.` and the bytes.
pub(super) fn written(content: &[u8]) -> String {
    let mut bytes = Packed::default();
    bytes.size(content.len());
    bytes.0.extend_from_slice(content);
    bytes.0.extend(check(content));
    [&*VERSION.to_string(), ".", &*BASE64.encode(&bytes.0)].concat()
}

/// The bytes of a text.
pub(super) fn read(text: &str) -> Result<Vec<u8>, LinkError> {
    let (version, code) = text.split_once('.').ok_or(LinkError::NotALink)?;
    let digits = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
    match version.parse::<u32>() {
        Ok(VERSION) if digits => {}
        Ok(version) if digits && version > VERSION => {
            return Err(LinkError::FromTheFuture { version, newest: VERSION });
        }
        _ => return Err(LinkError::NotALink),
    }
    if code.len() > MAX_CHARACTERS {
        return Err(LinkError::TooLong { max: MAX_CHARACTERS });
    }
    let known = |c: &char| c.is_ascii_alphanumeric() || "-_".contains(*c);
    if let Some((at, character)) = code.chars().enumerate().find(|(_, c)| !known(c)) {
        return Err(LinkError::Unexpected { character, position: version.len() + at + 2 });
    }
    content(code)
}

fn content(code: &str) -> Result<Vec<u8>, LinkError> {
    // one character over a multiple of four is less than a byte
    let whole = code.len() - usize::from(code.len() % 4 == 1);
    let bytes = BASE64.decode(code.get(..whole).unwrap_or(code)).map_err(|_| LinkError::Mistyped)?;
    let mut unpacked = Unpacked(&bytes);
    let length = unpacked.size().ok_or(LinkError::CutShort { missing: 1 })?;
    let head = bytes.len() - unpacked.0.len();
    let expected = length.checked_add(head + CHECK).ok_or(LinkError::Mistyped)?;
    let characters = expected.checked_mul(4).ok_or(LinkError::Mistyped)?.div_ceil(3);
    if characters > code.len() {
        return Err(LinkError::CutShort { missing: characters - code.len() });
    }
    let content = unpacked.bytes(length).ok_or(LinkError::Mistyped)?;
    // the last character can have bits to spare: only what was written is right
    let right = unpacked.0 == check(content) && BASE64.encode(&bytes) == code;
    if right { Ok(content.to_vec()) } else { Err(LinkError::Mistyped) }
}

fn check(content: &[u8]) -> [u8; CHECK] {
    hash(content).to_le_bytes()
}
