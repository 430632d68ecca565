//! How a count is written that is not told, such as `<5`, `1–4` and `*`. Does not know where it stands.

use super::token::{Token, tokens};

/// Words for such counts.
const WORDS: &str = include_str!("../../data/hidden.txt");
/// Longer texts are remarks.
const MOST_BYTES: usize = 40;

/// Within what a count is that is not told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The least that it can be.
    pub at_least: u32,
    /// The most, if that is said.
    pub at_most: Option<u32>,
}

impl Bounds {
    /// What the text says of the count that it stands for: `<5` is none to four.
    pub(super) fn read(text: &str) -> Self {
        let below = |limit: u32| Self { at_least: 0, at_most: limit.checked_sub(1) };
        match tokens(text).as_slice() {
            [Token::Below, Token::Number(limit, _)] => below(*limit),
            [Token::UpTo, Token::Number(most, _)] => Self { at_least: 0, at_most: Some(*most) },
            [Token::Number(least, _), Token::Dash | Token::Word(_), Token::Number(most, _)] if least <= most => {
                Self { at_least: *least, at_most: Some(*most) }
            }
            [.., Token::Word(_), Token::Number(most, _)] => Self { at_least: 0, at_most: Some(*most) },
            _ => Self::default(),
        }
    }

    /// The bounds of a sum.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let at_most = match (self.at_most, other.at_most) {
            (Some(one), Some(other)) => Some(one.checked_add(other)?),
            _ => None,
        };
        Some(Self { at_least: self.at_least.checked_add(other.at_least)?, at_most })
    }
}

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
