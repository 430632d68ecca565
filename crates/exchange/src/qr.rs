//! A text as a QR code, for a picture to draw. Does not know that the text is a link, nor colours and sizes in pixels.
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::iter::successors;

/// Light modules that a reader needs on each side.
const QUIET: i32 = 4;
/// Up to here the code stays small enough for a phone at arm's length, so that it can afford to be read with 15 per cent
/// of it hidden; a longer text is read with 7.
const LARGEST_OF_MEDIUM: u8 = 12;

/// A QR code: dark modules on a light square.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules on each side of the square, the light ones around the code among them.
    pub modules: u32,
    /// The dark modules as the data of one SVG path, a unit a module.
    pub path: String,
}

/// The text is longer than a QR code can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// The bytes of the text.
    pub bytes: usize,
    /// The most that fit.
    pub max: usize,
}

/// The text as a QR code. Error: more than 2,953 bytes.
pub fn qr(text: &str) -> Result<Qr, TooLong> {
    let parts = QrSegment::make_segments(text);
    let medium = encoded(&parts, QrCodeEcc::Medium, Version::new(LARGEST_OF_MEDIUM));
    let code = medium.or_else(|| encoded(&parts, QrCodeEcc::Low, Version::MAX));
    code.map(|code| drawn(&code)).ok_or(TooLong { bytes: text.len(), max: 2_953 })
}

fn encoded(parts: &[QrSegment], correction: QrCodeEcc, largest: Version) -> Option<QrCode> {
    QrCode::encode_segments_advanced(parts, correction, Version::MIN, largest, None, true).ok()
}

/// One rectangle for each run of dark modules in a row.
fn drawn(code: &QrCode) -> Qr {
    let rows = (0..code.size()).flat_map(|y| runs(code, y).map(move |(x, length)| rectangle(x, y, length)));
    Qr { modules: u32::try_from(code.size() + 2 * QUIET).unwrap_or_default(), path: rows.collect() }
}

fn rectangle(x: i32, y: i32, length: i32) -> String {
    let [x, y, length] = [x + QUIET, y + QUIET, length].map(|number| number.to_string());
    ["M", &x, " ", &y, "h", &length, "v1h-", &length, "z"].concat()
}

/// The dark runs of a row: where each begins and how long it is.
fn runs(code: &QrCode, y: i32) -> impl Iterator<Item = (i32, i32)> {
    let next = move |from: i32| {
        let begin = (from..code.size()).find(|x| code.get_module(*x, y))?;
        let end = (begin..code.size()).find(|x| !code.get_module(*x, y)).unwrap_or(code.size());
        Some((begin, end - begin))
    };
    successors(next(0), move |(begin, length)| next(begin + length))
}
