//! A value of a file with its place, and the ways to read it. What is wrong is added to a list, so that everything is
//! told at once. Knows no section of the file.
use super::{
    json::Json,
    problem::{Fault, JsonKind, Problem},
};
use model::value::read_decimal;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// What is wrong so far.
pub(super) type Problems = Vec<Problem>;

/// One step of a JSON pointer.
fn step(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// A value and where it stands.
#[derive(Clone)]
pub(super) struct At<'a> {
    json: &'a Json,
    pub(super) pointer: String,
}

impl<'a> At<'a> {
    pub(super) fn root(json: &'a Json) -> Self {
        Self { json, pointer: String::new() }
    }

    fn child(&self, key: &str, json: &'a Json) -> Self {
        Self { json, pointer: [&*self.pointer, &*step(key)].join("/") }
    }

    /// Tells a fault here.
    pub(super) fn tell(&self, fault: Fault, problems: &mut Problems) {
        problems.push(Problem { pointer: self.pointer.clone(), fault });
    }

    fn wrong<T>(&self, expected: JsonKind, problems: &mut Problems) -> Option<T> {
        self.tell(Fault::WrongKind { found: self.json.kind(), expected }, problems);
        None
    }

    /// Every member of an object whose keys are free, each key once.
    pub(super) fn entries(&self, problems: &mut Problems) -> Vec<(&'a str, Self)> {
        let Json::Object(members) = self.json else {
            return self.wrong(JsonKind::Object, problems).unwrap_or_default();
        };
        let mut met = BTreeSet::new();
        let members = members.iter().map(|(key, value)| (&**key, self.child(key, value)));
        let once = members.filter(|(key, at)| {
            let first = met.insert(*key);
            if !first {
                at.tell(Fault::Repeated, problems);
            }
            first
        });
        once.collect()
    }

    /// The members of an object that has these keys and no others.
    pub(super) fn members(&self, known: &'static [&'static str], problems: &mut Problems) -> Members<'a> {
        let mut list = self.entries(problems);
        list.retain(|(key, at)| {
            let is_known = known.contains(key);
            if !is_known {
                at.tell(Fault::UnknownKey { known }, problems);
            }
            is_known
        });
        Members { pointer: self.pointer.clone(), is_object: self.json.kind() == JsonKind::Object, list }
    }

    /// Every item of a list.
    pub(super) fn items(&self, problems: &mut Problems) -> Vec<Self> {
        match self.json {
            Json::List(items) => items.iter().enumerate().map(|(i, item)| self.child(&i.to_string(), item)).collect(),
            _ => self.wrong(JsonKind::List, problems).unwrap_or_default(),
        }
    }

    pub(super) fn text(&self, problems: &mut Problems) -> Option<&'a str> {
        match self.json {
            Json::Text(text) => Some(text),
            _ => self.wrong(JsonKind::Text, problems),
        }
    }

    /// A number written as text, of any size.
    pub(super) fn decimal(&self, problems: &mut Problems) -> Option<Decimal> {
        let text = self.text(problems)?;
        let value = read_decimal(text);
        if value.is_none() {
            self.tell(Fault::NotADecimal { text: text.to_owned() }, problems);
        }
        value
    }
}

/// The members of an object with known keys.
pub(super) struct Members<'a> {
    pointer: String,
    is_object: bool,
    list: Vec<(&'a str, At<'a>)>,
}

impl<'a> Members<'a> {
    /// The member with the key, if it is there.
    pub(super) fn get(&self, key: &str) -> Option<&At<'a>> {
        self.list.iter().find(|(k, _)| *k == key).map(|(_, at)| at)
    }

    /// The member with the key, which must be there.
    pub(super) fn need(&self, key: &'static str, problems: &mut Problems) -> Option<&At<'a>> {
        let found = self.get(key);
        // of what is no object, that has been told
        if found.is_none() && self.is_object {
            problems.push(Problem { pointer: self.pointer.clone(), fault: Fault::Missing { key } });
        }
        found
    }
}
