//! Which letters a file's bytes are. Recognised from its beginning and turned to UTF-8 piece by piece. Knows no table.
//!
//! Own tables: three of 128 letters. encoding_rs has no code page 850, and oem_cp has neither Macintosh nor streams.

/// How the letters of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Encoding {
    /// UTF-8, of which plain ASCII is a part.
    Utf8,
    /// Two bytes a letter, the lower first: "Unicode text" of Excel.
    Utf16Le,
    /// Two bytes a letter, the higher first.
    Utf16Be,
    /// One byte a letter, as Swedish Excel writes CSV.
    Windows1252,
    /// One byte a letter, as Excel writes "CSV (MS-DOS)".
    Cp850,
    /// One byte a letter, as Excel writes "CSV (Macintosh)".
    Macintosh,
}

/// How many bytes from the start tell the encoding.
pub const HEAD: usize = 64_000;

/// The letters of the bytes from 0x80 on: Windows-1252, code page 850 and Macintosh, a line each.
const LETTERS: &str = include_str!("../data/letters.txt");

impl Encoding {
    /// What programs call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::Cp850 => "code page 850",
            Self::Macintosh => "Macintosh",
        }
    }

    /// The encoding of a file that begins so, and the bytes of its mark. A mark decides; then whether it can be UTF-8; then
    /// in which code page its bytes are Swedish letters. The head may end within a letter.
    pub fn of(head: &[u8]) -> (Self, usize) {
        let marks: [(&[u8], Self); 3] =
            [(b"\xef\xbb\xbf", Self::Utf8), (b"\xff\xfe", Self::Utf16Le), (b"\xfe\xff", Self::Utf16Be)];
        if let Some((mark, encoding)) = marks.into_iter().find(|(mark, _)| head.starts_with(mark)) {
            return (encoding, mark.len());
        }
        if let Some(wide) = wide(head) {
            return (wide, 0);
        }
        if is_utf8(head) { (Self::Utf8, 0) } else { (one_byte(head), 0) }
    }

    /// That of a line which is UTF-8 or Windows-1252.
    pub fn of_line(line: &[u8]) -> Self {
        if std::str::from_utf8(line).is_ok() { Self::Utf8 } else { Self::Windows1252 }
    }

    /// The text; nothing when bytes that are to be UTF-8 are none.
    pub fn strict(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Utf8 => std::str::from_utf8(bytes).ok().map(str::to_owned),
            _ => Some(self.text(bytes)),
        }
    }

    /// The text; letters that cannot be are replaced.
    pub fn text(self, bytes: &[u8]) -> String {
        let mut text = Vec::with_capacity(bytes.len());
        let mut decoder = Decoder::new(self);
        decoder.push(bytes, &mut text);
        decoder.finish(&mut text);
        String::from_utf8(text).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }

    /// The text as bytes of the file; letters that the encoding lacks become question marks.
    pub fn bytes(self, text: &str) -> Vec<u8> {
        let Some(letters) = self.letters() else {
            return match self {
                Self::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                Self::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
                _ => text.as_bytes().to_vec(),
            };
        };
        let own =
            |letter: char| letters.chars().zip(0x80..=u8::MAX).find(|(own, _)| *own == letter).map(|(_, byte)| byte);
        let byte = |letter: char| if letter.is_ascii() { u8::try_from(letter).ok() } else { own(letter) };
        text.chars().map(|letter| byte(letter).unwrap_or(b'?')).collect()
    }

    /// The letters of the bytes from 0x80 on, of an encoding with one byte a letter.
    fn letters(self) -> Option<&'static str> {
        let line = match self {
            Self::Windows1252 => 0,
            Self::Cp850 => 1,
            Self::Macintosh => 2,
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be => return None,
        };
        LETTERS.split('\n').nth(line)
    }
}

/// Whether the bytes are UTF-8, some of it spoilt or cut off at the end: more letters of several bytes than bytes that are
/// none.
fn is_utf8(head: &[u8]) -> bool {
    let (mut letters, mut spoilt) = (0, 0);
    for chunk in head.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        spoilt += usize::from(!chunk.invalid().is_empty());
    }
    let is_cut = std::str::from_utf8(head).is_err_and(|error| error.error_len().is_none());
    spoilt == 0 || is_cut || letters > spoilt
}

/// UTF-16 without a mark: every other byte of plain letters is nought.
fn wide(head: &[u8]) -> Option<Encoding> {
    let pairs = head.chunks_exact(2);
    let (mut low, mut high, all) = (0, 0, pairs.len());
    for pair in pairs {
        low += usize::from(pair.last() == Some(&0));
        high += usize::from(pair.first() == Some(&0));
    }
    let mostly = |zeros: usize| all > 1 && 2 * zeros > all;
    match (mostly(low), mostly(high)) {
        (true, false) => Some(Encoding::Utf16Le),
        (false, true) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// The encoding in which most of the bytes beside plain letters are letters of Swedish, or dashes between digits.
fn one_byte(head: &[u8]) -> Encoding {
    let score = |encoding: Encoding| {
        let letters: Vec<char> = encoding.letters().unwrap_or_default().chars().collect();
        let letter = |byte: u8| byte.checked_sub(0x80).and_then(|place| letters.get(usize::from(place)).copied());
        let fits = |window: &&[u8]| {
            let [before, byte, after] = **window else { return false };
            let is_letter = |byte: u8| byte.is_ascii_alphabetic();
            let is_digit = |byte: u8| byte.is_ascii_digit();
            // the usual encoding needs less to be believed: in the others its quotation marks and signs are letters
            let is_usual = encoding == Encoding::Windows1252;
            match letter(byte) {
                Some('\u{e5}' | '\u{e4}' | '\u{f6}' | '\u{e9}') => {
                    is_letter(after) || is_letter(before) && (is_usual || after >= 0x80)
                }
                Some('\u{c5}' | '\u{c4}' | '\u{d6}') => {
                    is_letter(after) && (is_usual || !before.is_ascii_lowercase()) || is_usual && is_letter(before)
                }
                Some('\u{2013}') => is_digit(before) && is_digit(after),
                _ => false,
            }
        };
        let padded: Vec<u8> = std::iter::once(b' ').chain(head.iter().copied()).chain([b' ']).collect();
        padded.windows(3).filter(fits).count()
    };
    // of equals the last is taken, and Windows-1252 is the usual one
    let all = [Encoding::Macintosh, Encoding::Cp850, Encoding::Windows1252];
    all.into_iter().max_by_key(|encoding| score(*encoding)).unwrap_or(Encoding::Windows1252)
}

/// Turns a file to UTF-8 piece by piece; where a piece ends does not matter.
#[derive(Debug)]
pub struct Decoder {
    encoding: Encoding,
    letters: Vec<char>,
    /// A byte of UTF-16 whose other is to come, and the first half of a pair of surrogates.
    byte: Option<u8>,
    half: Option<u16>,
}

impl Decoder {
    /// At the beginning of a file, behind its mark.
    pub fn new(encoding: Encoding) -> Self {
        let letters = encoding.letters().unwrap_or_default().chars().collect();
        Self { encoding, letters, byte: None, half: None }
    }

    /// Whether the file is UTF-8 as it is.
    pub fn is_needless(&self) -> bool {
        self.encoding == Encoding::Utf8
    }

    /// Adds the piece as UTF-8. What is said to be UTF-8 is passed on as it is.
    pub fn push(&mut self, bytes: &[u8], text: &mut Vec<u8>) {
        match self.encoding {
            Encoding::Utf8 => text.extend_from_slice(bytes),
            Encoding::Utf16Le | Encoding::Utf16Be => bytes.iter().for_each(|byte| self.wide(*byte, text)),
            _ => bytes.iter().for_each(|byte| match byte.checked_sub(0x80) {
                None => text.push(*byte),
                Some(place) => add(self.letters.get(usize::from(place)).copied(), text),
            }),
        }
    }

    /// Adds what is left at the end of the file.
    pub fn finish(&mut self, text: &mut Vec<u8>) {
        if self.byte.take().is_some() || self.half.take().is_some() {
            add(None, text);
        }
    }

    fn wide(&mut self, byte: u8, text: &mut Vec<u8>) {
        let Some(first) = self.byte.take() else {
            self.byte = Some(byte);
            return;
        };
        let unit = match self.encoding {
            Encoding::Utf16Le => u16::from_le_bytes([first, byte]),
            _ => u16::from_be_bytes([first, byte]),
        };
        let units = match self.half.take() {
            Some(half) => vec![half, unit],
            None if (0xd800..0xdc00).contains(&unit) => {
                self.half = Some(unit);
                return;
            }
            None => vec![unit],
        };
        char::decode_utf16(units).for_each(|letter| add(letter.ok(), text));
    }
}

fn add(letter: Option<char>, text: &mut Vec<u8>) {
    let mut room = [0; 4];
    text.extend_from_slice(letter.unwrap_or(char::REPLACEMENT_CHARACTER).encode_utf8(&mut room).as_bytes());
}
