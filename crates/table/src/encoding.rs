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

const WINDOWS_1252: &str = "\u{20ac}\u{81}\u{201a}\u{192}\u{201e}\u{2026}\u{2020}\u{2021}\u{2c6}\u{2030}\u{160}\u{2039}\u{152}\u{8d}\u{17d}\u{8f}\
    \u{90}\u{2018}\u{2019}\u{201c}\u{201d}\u{2022}\u{2013}\u{2014}\u{2dc}\u{2122}\u{161}\u{203a}\u{153}\u{9d}\u{17e}\u{178}\
    \u{a0}\u{a1}\u{a2}\u{a3}\u{a4}\u{a5}\u{a6}\u{a7}\u{a8}\u{a9}\u{aa}\u{ab}\u{ac}\u{ad}\u{ae}\u{af}\
    \u{b0}\u{b1}\u{b2}\u{b3}\u{b4}\u{b5}\u{b6}\u{b7}\u{b8}\u{b9}\u{ba}\u{bb}\u{bc}\u{bd}\u{be}\u{bf}\
    \u{c0}\u{c1}\u{c2}\u{c3}\u{c4}\u{c5}\u{c6}\u{c7}\u{c8}\u{c9}\u{ca}\u{cb}\u{cc}\u{cd}\u{ce}\u{cf}\
    \u{d0}\u{d1}\u{d2}\u{d3}\u{d4}\u{d5}\u{d6}\u{d7}\u{d8}\u{d9}\u{da}\u{db}\u{dc}\u{dd}\u{de}\u{df}\
    \u{e0}\u{e1}\u{e2}\u{e3}\u{e4}\u{e5}\u{e6}\u{e7}\u{e8}\u{e9}\u{ea}\u{eb}\u{ec}\u{ed}\u{ee}\u{ef}\
    \u{f0}\u{f1}\u{f2}\u{f3}\u{f4}\u{f5}\u{f6}\u{f7}\u{f8}\u{f9}\u{fa}\u{fb}\u{fc}\u{fd}\u{fe}\u{ff}";
const CP_850: &str = "\u{c7}\u{fc}\u{e9}\u{e2}\u{e4}\u{e0}\u{e5}\u{e7}\u{ea}\u{eb}\u{e8}\u{ef}\u{ee}\u{ec}\u{c4}\u{c5}\
    \u{c9}\u{e6}\u{c6}\u{f4}\u{f6}\u{f2}\u{fb}\u{f9}\u{ff}\u{d6}\u{dc}\u{f8}\u{a3}\u{d8}\u{d7}\u{192}\
    \u{e1}\u{ed}\u{f3}\u{fa}\u{f1}\u{d1}\u{aa}\u{ba}\u{bf}\u{ae}\u{ac}\u{bd}\u{bc}\u{a1}\u{ab}\u{bb}\
    \u{2591}\u{2592}\u{2593}\u{2502}\u{2524}\u{c1}\u{c2}\u{c0}\u{a9}\u{2563}\u{2551}\u{2557}\u{255d}\u{a2}\u{a5}\u{2510}\
    \u{2514}\u{2534}\u{252c}\u{251c}\u{2500}\u{253c}\u{e3}\u{c3}\u{255a}\u{2554}\u{2569}\u{2566}\u{2560}\u{2550}\u{256c}\u{a4}\
    \u{f0}\u{d0}\u{ca}\u{cb}\u{c8}\u{131}\u{cd}\u{ce}\u{cf}\u{2518}\u{250c}\u{2588}\u{2584}\u{a6}\u{cc}\u{2580}\
    \u{d3}\u{df}\u{d4}\u{d2}\u{f5}\u{d5}\u{b5}\u{fe}\u{de}\u{da}\u{db}\u{d9}\u{fd}\u{dd}\u{af}\u{b4}\
    \u{ad}\u{b1}\u{2017}\u{be}\u{b6}\u{a7}\u{f7}\u{b8}\u{b0}\u{a8}\u{b7}\u{b9}\u{b3}\u{b2}\u{25a0}\u{a0}";
const MACINTOSH: &str = "\u{c4}\u{c5}\u{c7}\u{c9}\u{d1}\u{d6}\u{dc}\u{e1}\u{e0}\u{e2}\u{e4}\u{e3}\u{e5}\u{e7}\u{e9}\u{e8}\
    \u{ea}\u{eb}\u{ed}\u{ec}\u{ee}\u{ef}\u{f1}\u{f3}\u{f2}\u{f4}\u{f6}\u{f5}\u{fa}\u{f9}\u{fb}\u{fc}\
    \u{2020}\u{b0}\u{a2}\u{a3}\u{a7}\u{2022}\u{b6}\u{df}\u{ae}\u{a9}\u{2122}\u{b4}\u{a8}\u{2260}\u{c6}\u{d8}\
    \u{221e}\u{b1}\u{2264}\u{2265}\u{a5}\u{b5}\u{2202}\u{2211}\u{220f}\u{3c0}\u{222b}\u{aa}\u{ba}\u{3a9}\u{e6}\u{f8}\
    \u{bf}\u{a1}\u{ac}\u{221a}\u{192}\u{2248}\u{2206}\u{ab}\u{bb}\u{2026}\u{a0}\u{c0}\u{c3}\u{d5}\u{152}\u{153}\
    \u{2013}\u{2014}\u{201c}\u{201d}\u{2018}\u{2019}\u{f7}\u{25ca}\u{ff}\u{178}\u{2044}\u{20ac}\u{2039}\u{203a}\u{fb01}\u{fb02}\
    \u{2021}\u{b7}\u{201a}\u{201e}\u{2030}\u{c2}\u{ca}\u{c1}\u{cb}\u{c8}\u{cd}\u{ce}\u{cf}\u{cc}\u{d3}\u{d4}\
    \u{f8ff}\u{d2}\u{da}\u{db}\u{d9}\u{131}\u{2c6}\u{2dc}\u{af}\u{2d8}\u{2d9}\u{2da}\u{b8}\u{2dd}\u{2db}\u{2c7}";

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
        match self {
            Self::Windows1252 => Some(WINDOWS_1252),
            Self::Cp850 => Some(CP_850),
            Self::Macintosh => Some(MACINTOSH),
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be => None,
        }
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
