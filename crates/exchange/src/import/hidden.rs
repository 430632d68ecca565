//! How a count is written that is not told, such as `<5`, `1–4` and `*`. Does not know where it stands.

use super::token::{Token, tokens};

/// Words for such counts.
const WORDS: &str = include_str!("../../data/hidden.txt");
/// Longer texts are remarks.
const MOST_BYTES: usize = 40;

/// What stands in the place of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// An interval, a limit, a star or a word: the count is protected.
    Count,
    /// A hyphen or a dash alone: nobody, or not known.
    Dash,
    /// Points, or an x.
    Mark,
}

impl Hidden {
    /// What the text is, if it is nothing else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || text.len() > MOST_BYTES {
            return None;
        }
        let is_of = |marks: &str| text.chars().all(|letter| marks.contains(letter));
        if is_of(".\u{2026}") {
            return Some(Self::Mark);
        }
        if is_of("*#\u{2022}") {
            return Some(Self::Count);
        }
        match tokens(text).as_slice() {
            [Token::Dash] | [Token::Dash, Token::Dash] => Some(Self::Dash),
            [Token::Word(word)] if word == "x" => Some(Self::Mark),
            [Token::Below | Token::UpTo, Token::Number(..)] | [Token::Number(..), Token::Dash, Token::Number(..)] => {
                Some(Self::Count)
            }
            [Token::Number(..), Token::Word(to), Token::Number(..)] if to == "till" || to == "to" => Some(Self::Count),
            _ => is_known(text).then_some(Self::Count),
        }
    }
}

fn is_known(text: &str) -> bool {
    let words = text.trim_end_matches(|last: char| last.is_ascii_digit()).trim_end().to_lowercase();
    WORDS.lines().any(|line| line == words)
}
