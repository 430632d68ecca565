//! How wide a text is, from a table of letter widths. It asks no font and no page, so the answer is an estimate, on the
//! wide side: a label gets a little air rather than a neighbour. The laws of the tests read this very file.

/// Width of bold text, per cent of plain text.
pub(crate) const BOLD: i32 = 118;

pub(crate) const ELLIPSIS: char = '\u{2026}';

/// Thousandths of the text's height. Between Segoe UI and DejaVu Sans, the widest of the usual system fonts.
pub(crate) const fn advance(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 310,
        'f' | 't' | 'r' | '-' | '(' | ')' | ' ' | '\u{a0}' | '\u{202f}' => 380,
        'm' | 'w' | 'M' | 'W' | '%' | ELLIPSIS => 950,
        '0'..='9' => 640,
        'A'..='Z' | '\u{c4}' | '\u{c5}' | '\u{d6}' | '+' | '=' | '<' | '>' | '\u{2212}' => 740,
        '\u{0}'..='\u{24f}' | '\u{2010}'..='\u{2027}' => 610,
        _ => 1000,
    }
}

/// Estimated width of one line, px, rounded up.
pub(crate) fn width(text: &str, size: u32) -> i32 {
    let thousandths = text.chars().fold(0u64, |sum, letter| sum + u64::from(advance(letter)));
    i32::try_from((thousandths * u64::from(size)).div_ceil(1000)).unwrap_or(i32::MAX)
}

/// Estimated width of one line in bold, px.
pub(crate) fn bold_width(text: &str, size: u32) -> i32 {
    width(text, size).saturating_mul(BOLD) / 100
}
