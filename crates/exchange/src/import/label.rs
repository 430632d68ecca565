//! A heading or a row's label: what its words, numbers and marks say together. Does not know where it stands.

use super::ages::{Ages, Piece, ages};
use super::dates::month_named;
use super::token::{Token, joined, tokens};
use super::words::{Meaning, Words};
use model::sex::Sex;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What a label says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Label {
    /// Ages.
    pub(super) ages: Option<Ages>,
    /// A sex.
    pub(super) sex: Option<Sex>,
    /// A sum of others.
    pub(super) total: bool,
    /// Whether it names both sexes.
    pub(super) both_sexes: bool,
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
    /// A number with a percent sign.
    pub(super) percent: bool,
    /// Of whom the sex or the age is not known.
    pub(super) not_stated: bool,
    /// A code such as `M54` stands there, with or without a name.
    pub(super) code: bool,
    /// Whether it says of persons that they are listed, or are not.
    pub(super) is_listed: Option<bool>,
    /// It is a setting such as `Kön: Alla`, or the name of one before a colon.
    pub(super) setting: Option<Setting>,
    /// A year or a date stands there.
    pub(super) dated: bool,
    /// It has a word for vårdcentraler.
    pub(super) names_practice: bool,
    /// It names a condition that the target does not have.
    pub(super) other_condition: bool,
    /// It is a heading of months or years and says nothing else.
    pub(super) time_alone: bool,
    /// What stands beside the words for a sum, in small letters; empty where nothing does.
    pub(super) sum_of: Option<Rc<str>>,
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

/// A setting of the system that wrote the file, in a row over a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// Name and value.
    Whole,
    /// The name, with the value in the next cell.
    Name,
}

/// A month by its name, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Month {
    /// One of the twelve.
    One(u8),
    /// From one to another.
    Several,
    /// A quarter, 1 to 4; 0 where it is not said which.
    Quarter(u8),
}

/// What is known once the words of a label are taken.
#[derive(Default)]
struct Taken {
    /// What may be ages.
    pieces: Vec<Piece>,
    /// Whether dispensings are named, or that the list was taken out of a system.
    taken_out: bool,
    /// Whether a quarter is named by its number.
    has_quarter: bool,
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
    /// Reads a label. What goes before its name is no part of it: a code, or the number by which ages are sorted.
    pub(super) fn read(text: &str, words: &Words) -> Self {
        if let Some(factor) = words.factor(text) {
            return Self { factor: Some(factor), ..Self::default() };
        }
        if let Some(name) = after_code(text) {
            return Self { code: true, ..Self::read_words(name, words) };
        }
        let sorted = after_sort_number(text).map(|ages| Self::read_words(ages, words));
        match sorted.filter(|label| label.ages.is_some() && !label.strange) {
            Some(label) => label,
            None => Self::read_words(text, words),
        }
    }

    fn read_words(text: &str, words: &Words) -> Self {
        if let Some(factor) = words.factor(text) {
            return Self { factor: Some(factor), ..Self::default() };
        }
        let mut label = Self::default();
        let all = tokens(text);
        let is_one = all.len() == 1;
        let dated = all.iter().any(is_year);
        label.month = month_of(&all);
        let Taken { pieces, taken_out, has_quarter } = label.take_all(&without_dates(&all), words, is_one);
        match ages(&pieces) {
            // the number of a share is no age
            _ if label.left_out => {}
            Ok(ages) => label.ages = ages,
            Err(_) => label.strange = true,
        }
        let of_dispensings = label.holds.is_some_and(|holds| holds != Meaning::DispensedOn);
        label.others |= taken_out && (of_dispensings || label.says_whose() || label.measure.is_some());
        label.dated = dated;
        label.is_listed = words.status(text);
        label.setting = setting(text, words);
        if label.setting == Some(Setting::Whole) && label.holds == Some(Meaning::Condition) {
            // of persons with a condition that is not known
            label.others |= label.factor.is_none() && !label.total;
        }
        // `tom` is `to` among ages, and in a pivot table nothing
        label.not_stated |= is_one && pieces == [Piece::Word(Meaning::To)];
        label.strange |= !has_quarter && is_letter_and_number(text);
        label.time_alone = words.is_time_alone(text);
        if label.month.is_none() && (is_one || label.measure == Some(Measure::Cost)) {
            label.month = all.iter().any(|token| words.is_quarter(token)).then_some(Month::Quarter(0));
        }
        let counts = label.measure.is_some() || label.sex.is_some() || label.factor.is_some();
        label.holds = label.holds.filter(|holds| {
            use Meaning::{ListedOn, Person, Practice, PracticeCode, Time};
            !counts || !matches!(holds, Person | Practice | PracticeCode | Time | ListedOn)
        });
        label
    }

    fn take_all(&mut self, tokens: &[Token], words: &Words, is_one: bool) -> Taken {
        let mut taken = Taken::default();
        let mut beside_sum: Vec<&Token> = Vec::new();
        let mut rest = tokens;
        while let Some(first) = rest.first() {
            let found = words.longest(rest);
            let length = match (words.quarter(rest, self.measure == Some(Measure::Cost)), found) {
                (Some(number), _) => {
                    self.month = Some(Month::Quarter(number));
                    taken.has_quarter = true;
                    2
                }
                (None, Some((Meaning::TotalAlone, length))) => {
                    self.total |= is_one;
                    self.strange |= !is_one;
                    length
                }
                (None, Some((meaning, length))) => {
                    taken.taken_out |= meaning == Meaning::TakenOut;
                    self.take(meaning, &mut taken.pieces);
                    self.take_month(first);
                    length
                }
                (None, None) => {
                    self.take_alone(first, &mut taken.pieces);
                    1
                }
            };
            if found.is_none_or(|(meaning, _)| meaning != Meaning::Total) {
                beside_sum.extend(rest.iter().take(length));
            }
            rest = rest.get(length..).unwrap_or_default();
        }
        self.sum_of = self.total.then(|| joined(beside_sum));
        taken
    }

    /// Whether it says anything of the numbers beside or below it.
    pub(super) fn says_anything(&self) -> bool {
        self.says_whose() || self.total || self.measure.is_some() || self.left_out || self.period.is_some()
    }

    /// Whether a heading over others says anything of their columns.
    pub(super) fn is_heading(&self) -> bool {
        self.says_anything() || self.holds.is_some() || self.strange || self.kronor || self.thousands > 0 || self.dated
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
            Meaning::Quarter => self.month = Some(Month::Quarter(0)),
            Meaning::Kronor => self.kronor = true,
            Meaning::Thousand => self.thousands = 3,
            Meaning::Million => self.thousands = 6,
            Meaning::Share | Meaning::TakenOut => self.left_out = true,
            Meaning::Other => (self.left_out, self.others) = (true, true),
            Meaning::Factor(place) => self.factor = Some(place),
            Meaning::OtherCondition => (self.left_out, self.other_condition) = (true, true),
            Meaning::NotStated => self.not_stated = true,
            Meaning::Years
            | Meaning::From
            | Meaning::To
            | Meaning::Or
            | Meaning::Older
            | Meaning::Younger
            | Meaning::Than => {
                pieces.push(Piece::Word(meaning));
            }
            Meaning::Filler | Meaning::TotalAlone => {}
            Meaning::Code => (self.holds, self.left_out) = (self.holds.or(Some(Meaning::Code)), true),
            holds => {
                self.names_practice |= holds == Meaning::Practice;
                self.holds = self.holds.or(Some(holds));
            }
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
                (self.total, self.both_sexes) = (true, true);
            }
            _ if self.both_sexes => {}
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

/// Whether the text is a name, a colon or an equals sign, and a value, or ends after the sign. A name that says whom or what
/// is counted makes a heading.
fn setting(text: &str, words: &Words) -> Option<Setting> {
    let signed = text.split_once([':', '=']);
    let (name, value) = signed.or_else(|| text.split_once(" - ")).or_else(|| text.split_once(" \u{2013} "))?;
    let name = Label::read_words(name, words);
    let counts = name.says_whose() || name.total || name.measure.is_some() || name.kronor;
    if counts || name == Label::default() || name.holds == Some(Meaning::Code) {
        return None;
    }
    if signed.is_none() {
        return (name.holds.is_some() && Label::read_words(value, words).total).then_some(Setting::Whole);
    }
    if value.trim().is_empty() {
        return Some(Setting::Name);
    }
    let value = Label::read_words(value, words);
    let says = value.says_whose() || value.total || value.strange || value.dated || value.setting.is_some();
    says.then_some(Setting::Whole)
}

/// Without dates such as `2026-03-31`, whose numbers are no ages.
fn without_dates(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut rest = tokens;
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

/// The month of a text that is a year and a month, such as `2026-01`.
fn month_of(tokens: &[Token]) -> Option<Month> {
    match tokens {
        [year, Token::Dash, Token::Number(month @ 1..=12, 2)] if is_year(year) => {
            u8::try_from(*month).ok().map(Month::One)
        }
        _ => None,
    }
}

fn is_year(token: &Token) -> bool {
    matches!(token, Token::Number(1900..=2100, 4))
}

/// What follows a code of a diagnosis, a measure or a drug at the beginning: `M54`, `F32.1`, `E10-E14`, `A10BA02`. A
/// letter before a band, as in `K20-24`, is a sex.
fn after_code(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';')).unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    let mut parts = first.trim_end_matches(['.', '-', '\u{2013}']).split(['-', '\u{2013}']);
    let is_code = parts.next().is_some_and(is_code) && parts.all(is_code);
    is_code.then(|| {
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '-' | '\u{2013}'))
    })
}

/// A letter or two, two digits or three, and no more than a code has.
fn is_code(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let rest = text.as_bytes().get(letters..).unwrap_or_default();
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let after = rest.get(digits..).unwrap_or_default();
    let is_known = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'.';
    (1..=2).contains(&letters) && (2..=3).contains(&digits) && after.len() <= 5 && after.iter().all(is_known)
}

/// What follows a number by which labels are sorted: `01. 0-4 years`, `1) 0-4`.
fn after_sort_number(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_short = (1..=2).contains(&(text.len() - rest.len()));
    let after =
        rest.strip_prefix(['.', ':', ')']).filter(|after| is_short && after.starts_with(char::is_whitespace))?;
    Some(after.trim_start())
}

/// One letter and a number without a space, which is no sex with an age.
fn is_letter_and_number(text: &str) -> bool {
    let mut letters = text.trim().chars();
    let begins = letters.next().is_some_and(char::is_alphabetic);
    let digits = letters.as_str();
    begins && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
