//! A line as words: in small letters without accents, and parted where letters meet digits unless it is an ATC code.
use model::{atc::AtcCode, name};

/// One word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// As it was written.
    pub(super) written: &'a str,
    /// As words are compared.
    pub(super) folded: String,
    /// The code that it is.
    pub(super) atc: Option<AtcCode>,
}

/// The words of a line. `knows_atc` says whether a code stands for drugs of the model: a letter with two digits is
/// otherwise a sex and an age, as in `m62`.
pub(super) fn tokens<'a>(line: &'a str, knows_atc: &dyn Fn(&AtcCode) -> bool) -> Vec<Token<'a>> {
    let words = line.split(|letter| !is_of_word(letter)).filter(|word| !word.is_empty());
    words.flat_map(|word| parted(word, knows_atc)).collect()
}

/// Letters, digits, accents written as signs of their own, and apostrophes within words.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}' | '\u{301}' | '\u{308}' | '\u{30a}' | '\'' | '\u{2019}')
}

fn parted<'a>(word: &'a str, knows_atc: &dyn Fn(&AtcCode) -> bool) -> Vec<Token<'a>> {
    let token = |written: &'a str, atc| Token { written, folded: folded(written), atc };
    let code = AtcCode::parse(word).filter(|code| code.as_str().len() >= 3);
    let ends =
        word.find(|letter: char| letter.is_ascii_digit()).zip(word.find(|letter: char| !letter.is_ascii_digit()));
    let parts = match ends {
        // letters first: the digits begin where the first one stands
        Some((at, 0)) => word.split_at_checked(at),
        Some((_, at)) => word.split_at_checked(at),
        None => None,
    };
    let one_joint = |(first, second): &(&str, &str)| {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let letters = |part: &str| !part.bytes().any(|byte| byte.is_ascii_digit());
        digits(first) && letters(second) || letters(first) && digits(second)
    };
    match (code, parts.filter(one_joint)) {
        (Some(code), parts) if parts.is_none() || code.as_str().len() > 3 || knows_atc(&code) => {
            vec![token(word, Some(code))]
        }
        (_, Some((first, second))) => vec![token(first, None), token(second, None)],
        (_, None) => vec![token(word, None)],
    }
}

/// The word without capitals, accents and apostrophes.
fn folded(word: &str) -> String {
    let plain = |letter| match letter {
        'å' | 'ä' | 'á' | 'à' | 'æ' => Some('a'),
        'ö' | 'ø' | 'ó' => Some('o'),
        'é' | 'è' | 'ë' => Some('e'),
        'ü' => Some('u'),
        '\'' | '\u{2019}' => None,
        letter => Some(letter),
    };
    name::folded(word).chars().filter_map(plain).collect()
}
