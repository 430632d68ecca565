//! The words, numbers and marks of a label. Knows no meaning.

use std::rc::Rc;

/// A piece of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// Letters, in lower case; also `%` and `/`, which stand for words.
    Word(String),
    /// Digits, and how many.
    Number(u32, usize),
    /// A hyphen, a dash or a minus sign.
    Dash,
    /// `+`
    Plus,
    /// `>`
    Above,
    /// `≥`, or `>` and `=`.
    From,
    /// `<`
    Below,
    /// `≤`, or `<` and `=`.
    UpTo,
    /// A mark that stands for nothing known.
    Strange,
}

/// The most pieces that are looked at; no heading has more.
const MAX_TOKENS: usize = 40;

/// The label in pieces; brackets, points and the like only part them.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut letters = text.chars().flat_map(char::to_lowercase).peekable();
    let mut in_word = false;
    while let Some(letter) = letters.next() {
        if tokens.len() == MAX_TOKENS {
            tokens.push(Token::Strange);
            break;
        }
        if letter.is_ascii_digit() {
            let mut digits = String::from(letter);
            while let Some(digit) = letters.next_if(char::is_ascii_digit) {
                digits.push(digit);
            }
            tokens.push(Token::Number(digits.parse().unwrap_or(u32::MAX), digits.len()));
        } else if letter.is_alphabetic() {
            let mut word = String::from(letter);
            while let Some(next) = letters.next_if(|c| c.is_alphabetic() || *c == '\u{301}' || *c == '\u{308}') {
                word.push(next);
            }
            tokens.push(Token::Word(word));
            in_word = true;
            continue;
        } else if !(in_word && letter == '-' && letters.peek().is_some_and(|next| next.is_alphabetic())) {
            // a hyphen inside a word only parts it
            push_mark(&mut tokens, letter);
        }
        in_word = false;
    }
    tokens
}

/// The tokens as one text, in which two spellings of a name are alike.
pub(super) fn joined<'a>(tokens: impl IntoIterator<Item = &'a Token>) -> Rc<str> {
    let text = |token: &Token| match token {
        Token::Word(word) => word.clone(),
        Token::Number(number, _) => number.to_string(),
        _ => "-".to_owned(),
    };
    tokens.into_iter().map(text).collect::<Vec<_>>().join(" ").into()
}

fn push_mark(tokens: &mut Vec<Token>, mark: char) {
    let token = match mark {
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Token::Dash,
        '+' => Token::Plus,
        '>' => Token::Above,
        '<' => Token::Below,
        '\u{2265}' => Token::From,
        '\u{2264}' => Token::UpTo,
        '=' => return with_equals(tokens),
        '%' | '/' => Token::Word(mark.to_string()),
        _ if mark.is_whitespace() || mark.is_ascii_punctuation() || is_invisible(mark) => return,
        _ => Token::Strange,
    };
    tokens.push(token);
}

fn with_equals(tokens: &mut [Token]) {
    match tokens.last_mut() {
        Some(last @ Token::Above) => *last = Token::From,
        Some(last @ Token::Below) => *last = Token::UpTo,
        _ => {}
    }
}

fn is_invisible(mark: char) -> bool {
    matches!(mark, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{b4}' | '\u{2018}'..='\u{201f}')
}

/// The letters and digits of a text without case, accents, spaces and marks: two spellings of a name are alike.
pub(super) fn squashed(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).map(plain).collect()
}

/// The plain letter that stands for an accented one where there is no other keyboard.
pub(crate) fn plain(letter: char) -> char {
    match letter {
        '\u{e0}'..='\u{e6}' => 'a',
        '\u{e8}'..='\u{eb}' => 'e',
        '\u{f2}'..='\u{f6}' | '\u{f8}' => 'o',
        '\u{f9}'..='\u{fc}' => 'u',
        other => other,
    }
}
