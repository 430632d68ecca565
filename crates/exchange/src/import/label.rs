//! A heading or a row's label: what its words, numbers and marks say together. Does not know where it stands.

use super::ages::{Ages, Piece, ages};
use super::dates::month_named;
use super::token::{Token, tokens};
use super::words::{Meaning, Words};
use model::sex::Sex;
use serde::{Deserialize, Serialize};

/// What a label says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Label {
    /// Ages.
    pub(super) ages: Option<Ages>,
    /// A sex.
    pub(super) sex: Option<Sex>,
    /// A sum of others.
    pub(super) total: bool,
    /// What the column or row of labels beside or below holds.
    pub(super) holds: Option<Meaning>,
    /// What is counted.
    pub(super) measure: Option<Measure>,
    /// The factor at this place in the target.
    pub(super) factor: Option<usize>,
    /// The time that a cost is stated for.
    pub(super) period: Option<Period>,
    /// The month that it names, if it names one only.
    pub(super) month: Option<Month>,
    /// It names kronor.
    pub(super) kronor: bool,
    /// Kronor are written without so many of their last digits: 3 in thousands, 6 in millions.
    pub(super) thousands: u32,
    /// Neither persons nor kronor: shares, means, visits.
    pub(super) left_out: bool,
    /// Visits, staff and the like, among what is left out.
    pub(super) others: bool,
    /// A word that is not known, so that the label may say something else.
    pub(super) strange: bool,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Measure {
    /// Persons, which of them is said elsewhere.
    Count,
    /// Listed persons.
    Listed,
    /// Kronor for drugs.
    Cost,
}

/// A month by its name, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Month {
    /// One of the twelve.
    One(u8),
    /// From one to another.
    Several,
}

/// The time that a cost is stated for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Period {
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Label {
    /// Reads a label.
    pub(super) fn read(text: &str, words: &Words) -> Self {
        if let Some(factor) = words.factor(text) {
            return Self { factor: Some(factor), ..Self::default() };
        }
        let mut label = Self::default();
        let mut pieces = Vec::new();
        let tokens = without_dates(tokens(text));
        let mut rest = tokens.as_slice();
        while let Some(first) = rest.first() {
            let taken = match words.longest(rest) {
                Some((meaning, length)) => {
                    label.take(meaning, &mut pieces);
                    label.take_month(first);
                    length
                }
                None => {
                    label.take_alone(first, &mut pieces);
                    1
                }
            };
            rest = rest.get(taken..).unwrap_or_default();
        }
        match ages(&pieces) {
            // the number of a share is no age
            _ if label.left_out => {}
            Ok(ages) => label.ages = ages,
            Err(_) => label.strange = true,
        }
        label
    }

    /// Whether it says anything of the numbers beside or below it.
    pub(super) fn says_anything(&self) -> bool {
        self.says_whose() || self.total || self.measure.is_some() || self.left_out || self.period.is_some()
    }

    /// Whether it says who is counted: ages, a sex or a factor.
    pub(super) fn says_whose(&self) -> bool {
        self.ages.is_some() || self.sex.is_some() || self.factor.is_some()
    }

    fn take(&mut self, meaning: Meaning, pieces: &mut Vec<Piece>) {
        match meaning {
            Meaning::Woman => self.take_sex(Sex::Woman),
            Meaning::Man => self.take_sex(Sex::Man),
            Meaning::Total => self.total = true,
            Meaning::Listed => self.measure = Some(Measure::Listed),
            Meaning::Cost => self.measure = Some(Measure::Cost),
            Meaning::Count => self.measure = self.measure.or(Some(Measure::Count)),
            Meaning::Month => self.period = Some(Period::Month),
            Meaning::Year => self.period = Some(Period::Year),
            Meaning::Kronor => self.kronor = true,
            Meaning::Thousand => self.thousands = 3,
            Meaning::Million => self.thousands = 6,
            Meaning::Share => self.left_out = true,
            Meaning::Other => (self.left_out, self.others) = (true, true),
            Meaning::Factor(place) => self.factor = Some(place),
            Meaning::Years | Meaning::To | Meaning::Or | Meaning::Older | Meaning::Younger | Meaning::Than => {
                pieces.push(Piece::Word(meaning));
            }
            Meaning::Filler => {}
            holds => self.holds = self.holds.or(Some(holds)),
        }
    }

    fn take_month(&mut self, token: &Token) {
        let Token::Word(word) = token else { return };
        if let Some(month) = month_named(word) {
            let one = Month::One(month);
            self.month = Some(if self.month.is_none_or(|other| other == one) { one } else { Month::Several });
        }
    }

    /// Both sexes together are a sum.
    fn take_sex(&mut self, sex: Sex) {
        match self.sex {
            Some(other) if other != sex => {
                self.sex = None;
                self.total = true;
            }
            _ if self.total => {}
            _ => self.sex = Some(sex),
        }
    }

    fn take_alone(&mut self, token: &Token, pieces: &mut Vec<Piece>) {
        let piece = match token {
            Token::Number(year, 4) if (1900..=2100).contains(year) => return,
            Token::Number(number, _) => Piece::Number(*number),
            Token::Dash => Piece::Dash,
            Token::Plus => Piece::Plus,
            Token::Above => Piece::Above,
            Token::From => Piece::From,
            Token::Below => Piece::Below,
            Token::UpTo => Piece::UpTo,
            // `100-w`, as the statistics write an open end
            Token::Word(word) if word == "w" || word == "\u{3c9}" => Piece::Plus,
            Token::Word(word) if word == "/" => return,
            Token::Word(_) | Token::Strange => {
                self.strange = true;
                return;
            }
        };
        pieces.push(piece);
    }
}

/// Without dates such as `2026-03-31`, whose numbers are no ages.
fn without_dates(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut rest = tokens.as_slice();
    while let Some(first) = rest.first() {
        let date = match rest {
            [Token::Number(_, 4), Token::Dash, Token::Number(_, 2), Token::Dash, Token::Number(_, 2), ..] => 5,
            [Token::Number(_, 4), Token::Dash, Token::Number(_, 2), ..] => 3,
            _ => 0,
        };
        if date == 0 {
            kept.push(first.clone());
        }
        rest = rest.get(date.max(1)..).unwrap_or_default();
    }
    kept
}
