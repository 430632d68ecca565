//! A person written in one line, such as "kvinna 78 kol hjärtsvikt": sex, age, names of conditions and ATC codes in any
//! order. Every word is understood or told. Which words there are comes with the models; knows no wording of the page.
mod lexicon;
mod tokens;

pub use lexicon::{Lexicon, Match, Reach};

use lexicon::Meaning;
use model::{age::Age, bounds, id::Id, sex::Sex};
use tokens::{Token, tokens};

/// The longest line that is read, in bytes.
pub const MAX_LINE_BYTES: usize = 400;

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonLine {
    /// The sex, if one and only one is told.
    pub sex: Option<Sex>,
    /// The age, if one and only one is told.
    pub age: Option<Age>,
    /// Conditions, in the order of the model.
    pub conditions: Vec<Id>,
    /// What should be known of the line, each once.
    pub remarks: Vec<Remark>,
}

/// Something that was not understood, or that does not count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// Two sexes: which is not clear.
    TwoSexes,
    /// Two ages: which is not clear.
    TwoAges,
    /// A word of several conditions, none of which is named otherwise.
    Ambiguous {
        /// As it was written.
        word: String,
        /// The conditions.
        conditions: Vec<Id>,
    },
    /// Drugs that the model leaves out.
    LeftOut {
        /// As it was written.
        word: String,
        /// Which.
        left_out: Id,
    },
    /// Drugs that show none of the model's conditions.
    NoCondition {
        /// As it was written.
        word: String,
    },
    /// A number that is no age.
    NoAge {
        /// As it was written.
        word: String,
    },
    /// A word that is not known.
    Unknown {
        /// As it was written.
        word: String,
        /// A word that is known and written nearly so.
        near: Option<String>,
    },
    /// The line is longer than is read.
    TooLong,
}

/// What is found so far.
#[derive(Default)]
struct Found {
    sexes: Vec<Sex>,
    ages: Vec<Age>,
    conditions: Vec<Id>,
    remarks: Vec<Remark>,
}

/// The person of a line.
pub fn read(line: &str, lexicon: &Lexicon) -> PersonLine {
    if line.len() > MAX_LINE_BYTES {
        return PersonLine { remarks: vec![Remark::TooLong], ..PersonLine::default() };
    }
    let tokens = tokens(line, &|code| lexicon.knows_atc(code));
    let (mut found, mut rest) = (Found::default(), &*tokens);
    while let Some((first, after)) = rest.split_first() {
        rest = match lexicon.longest(rest) {
            Some((length, meanings)) => {
                let (phrase, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
                found.phrase(phrase, &meanings);
                after
            }
            None => {
                found.single(first, lexicon);
                after
            }
        };
    }
    found.line(lexicon)
}

impl Found {
    fn phrase(&mut self, phrase: &[Token<'_>], meanings: &[&Meaning]) {
        let word = || phrase.iter().map(|token| token.written).collect::<Vec<_>>().join(" ");
        let mut conditions = Vec::new();
        for meaning in meanings {
            match meaning {
                Meaning::Sex(sex) => self.sexes.push(*sex),
                Meaning::Nothing => {}
                Meaning::Condition(id) => conditions.push(id.clone()),
                Meaning::LeftOut(id) => self.remarks.push(Remark::LeftOut { word: word(), left_out: id.clone() }),
            }
        }
        self.conditions(word, conditions);
    }

    fn conditions(&mut self, word: impl FnOnce() -> String, mut conditions: Vec<Id>) {
        match conditions.len() {
            0 => {}
            1 => self.conditions.append(&mut conditions),
            _ => self.remarks.push(Remark::Ambiguous { word: word(), conditions }),
        }
    }

    fn single(&mut self, token: &Token<'_>, lexicon: &Lexicon) {
        let word = || token.written.to_owned();
        if token.folded.bytes().all(|byte| byte.is_ascii_digit()) {
            let age = token.folded.parse().ok().filter(|age: &Age| bounds::AGE.contain((*age).into()));
            return match age {
                Some(age) => self.ages.push(age),
                None => self.remarks.push(Remark::NoAge { word: word() }),
            };
        }
        match token.atc.as_ref().map(|code| lexicon.of_atc(code)) {
            Some(Reach { conditions, .. }) if !conditions.is_empty() => self.conditions(word, conditions),
            Some(Reach { left_out: Some(left_out), .. }) => {
                self.remarks.push(Remark::LeftOut { word: word(), left_out });
            }
            Some(_) => self.remarks.push(Remark::NoCondition { word: word() }),
            None => self.remarks.push(Remark::Unknown { word: word(), near: lexicon.near(&token.folded) }),
        }
    }

    /// The same whatever the order of the words.
    fn line(mut self, lexicon: &Lexicon) -> PersonLine {
        let chosen = std::mem::take(&mut self.conditions);
        let is_chosen = |id: &Id| chosen.contains(id);
        self.remarks.retain(|remark| match remark {
            Remark::Ambiguous { conditions, .. } => !conditions.iter().any(is_chosen),
            _ => true,
        });
        let (sex, age) = (one(&mut self.sexes), one(&mut self.ages));
        self.remarks.extend((self.sexes.len() > 1).then_some(Remark::TwoSexes));
        self.remarks.extend((self.ages.len() > 1).then_some(Remark::TwoAges));
        self.remarks.sort_unstable();
        self.remarks.dedup();
        PersonLine { sex, age, conditions: lexicon.in_order(&chosen), remarks: self.remarks }
    }
}

/// The one that there is, however often it was told.
fn one<T: Copy + Ord>(of: &mut Vec<T>) -> Option<T> {
    of.sort_unstable();
    of.dedup();
    of.first().copied().filter(|_| of.len() == 1)
}
