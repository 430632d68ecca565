//! What conditions are called in files: their ids, and what models call them. Knows no headings.
use super::{
    body::{Body, Draft},
    fault::FaultKind,
    header::Mask,
    words,
};
use crate::conditions::Conditions;
use model::case_mix::ConditionSet;
use std::collections::HashMap;

/// The places of conditions by what they are called.
#[derive(Clone, Debug)]
pub struct ConditionWords {
    ids: HashMap<String, usize>,
    /// By their names, and by ids otherwise written; of two with one name the first.
    names: HashMap<String, usize>,
}

/// A word that names no condition, and what it is instead.
pub type Unknown = (String, FaultKind);

impl ConditionWords {
    /// The words for these.
    pub fn of(conditions: &Conditions) -> Self {
        let ids: HashMap<String, usize> =
            conditions.iter().zip(0..).map(|(id, place)| (id.to_string(), place)).collect();
        let mut names = HashMap::new();
        let named = conditions.names().filter_map(|(name, id)| Some((name, *ids.get(id.as_str())?)));
        for (name, place) in named.chain(conditions.iter().zip(0..).map(|(id, place)| (id.as_str(), place))) {
            names.entry(words::plain(name)).or_insert(place);
        }
        Self { ids, names }
    }

    /// The place of the condition that is called so.
    pub fn place(&self, word: &str) -> Option<usize> {
        self.ids.get(word).or_else(|| self.names.get(&words::plain(word))).copied()
    }

    /// The conditions of a field: one, or several with `+`, `|`, `,`, `;`, `/` or spaces between them.
    /// Those that are known, and the words that name none.
    pub fn known(&self, text: &str) -> (ConditionSet, Vec<Unknown>) {
        if words::says_none(text) {
            return (ConditionSet::EMPTY, Vec::new());
        }
        let (mut places, mut unknown) = (Vec::new(), Vec::new());
        // a name may have a comma in it
        for part in parts(text, &['+', '|', ';']) {
            match self.place(part) {
                Some(place) => places.push(place),
                None => parts(part, &[',', '/']).for_each(|part| self.part(part, &mut places, &mut unknown)),
            }
        }
        (ConditionSet::of(places), unknown)
    }

    /// The same where a word that names none spoils the whole.
    pub(super) fn list(&self, text: &str) -> Result<ConditionSet, Vec<Unknown>> {
        let (set, unknown) = self.known(text);
        if unknown.is_empty() { Ok(set) } else { Err(unknown) }
    }

    /// One name, or ids with spaces between them.
    fn part(&self, part: &str, places: &mut Vec<usize>, unknown: &mut Vec<Unknown>) {
        if let Some(place) = self.place(part) {
            return places.push(place);
        }
        let words: Vec<(&str, Option<usize>)> = part.split_whitespace().map(|word| (word, self.place(word))).collect();
        if words.iter().all(|(_, place)| place.is_none()) {
            return unknown.push((part.to_owned(), kind_of(part)));
        }
        for (word, place) in words {
            match place {
                Some(place) => places.push(place),
                None => unknown.push((word.to_owned(), kind_of(word))),
            }
        }
    }
}

impl Body {
    /// A list of names; each that is unknown is a fault.
    pub(super) fn list(&mut self, text: &[u8], draft: &mut Draft, at: (u64, u32)) -> bool {
        let Some(set) = self.named(text, at) else { return false };
        if self.lists.len() < MOST_LISTS {
            self.lists.insert(text.to_vec(), set);
        }
        draft.set = set;
        true
    }

    /// The same in a column whose heading names the conditions; others than those are faults.
    pub(super) fn list_in(&mut self, of: Mask, text: &[u8], draft: &mut Draft, at: (u64, u32)) -> bool {
        let Some(set) = self.named(text, at) else { return false };
        let (from, to) = (of.from, of.from + usize::try_from(of.count).unwrap_or(0));
        if set.positions().any(|place| place < from || place >= to) {
            self.fault(at, text, FaultKind::UnknownCondition);
            return false;
        }
        draft.set = draft.set.or(set);
        true
    }

    fn named(&mut self, text: &[u8], at: (u64, u32)) -> Option<ConditionSet> {
        let words = self.layout.encoding.strict(text).unwrap_or_default();
        match self.names.list(&words) {
            Ok(set) => Some(set),
            Err(unknown) => {
                unknown.into_iter().for_each(|(word, kind)| self.fault(at, word.as_bytes(), kind));
                None
            }
        }
    }
}

/// Lists of conditions that are remembered.
const MOST_LISTS: usize = 1 << 16;

fn parts<'t>(text: &'t str, between: &'t [char]) -> impl Iterator<Item = &'t str> {
    text.split(between).map(str::trim).filter(|part| !part.is_empty())
}

fn kind_of(word: &str) -> FaultKind {
    if word.split_whitespace().all(is_diagnosis_code) { FaultKind::DiagnosisCode } else { FaultKind::UnknownCondition }
}

/// Whether it is written as a code of ICD-10: a letter, two digits and a few more signs, `E11`, `I10.9`, `J44-`.
fn is_diagnosis_code(word: &str) -> bool {
    let [letter, ten, one, rest @ ..] = word.as_bytes() else { return false };
    let rest = rest.strip_prefix(b".").unwrap_or(rest);
    let is_short = rest.len() <= 3 && rest.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    letter.is_ascii_alphabetic() && ten.is_ascii_digit() && one.is_ascii_digit() && is_short
}
