//! UTF-8 or Windows-1252, in which Swedish Excel writes. Knows nothing of what the text says.

/// How the file's letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// UTF-8.
    Utf8,
    /// Windows-1252: one byte a letter.
    Windows1252,
}

/// The letters of the bytes from 0x80 to 0x9f; the others are those of Unicode.
const OWN: &str = "\u{20ac}\u{81}\u{201a}\u{192}\u{201e}\u{2026}\u{2020}\u{2021}\u{2c6}\u{2030}\u{160}\u{2039}\u{152}\
                   \u{8d}\u{17d}\u{8f}\u{90}\u{2018}\u{2019}\u{201c}\u{201d}\u{2022}\u{2013}\u{2014}\u{2dc}\u{2122}\
                   \u{161}\u{203a}\u{153}\u{9d}\u{17e}\u{178}";

impl Encoding {
    /// That of a header.
    pub(super) fn of(header: &[u8]) -> Self {
        if std::str::from_utf8(header).is_ok() { Self::Utf8 } else { Self::Windows1252 }
    }

    /// The text as bytes of the file; letters that the encoding lacks become question marks.
    pub(super) fn bytes(self, text: &str) -> Vec<u8> {
        let byte = |c: char| (0..=u8::MAX).find(|byte| letter(*byte) == c).unwrap_or(b'?');
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Windows1252 => text.chars().map(byte).collect(),
        }
    }

    /// The text; `None` when the bytes are no UTF-8.
    pub(super) fn text(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Utf8 => std::str::from_utf8(bytes).ok().map(str::to_owned),
            Self::Windows1252 => Some(bytes.iter().map(|byte| letter(*byte)).collect()),
        }
    }
}

fn letter(byte: u8) -> char {
    let own = byte.checked_sub(0x80).and_then(|place| OWN.chars().nth(usize::from(place)));
    own.unwrap_or(char::from(byte))
}
