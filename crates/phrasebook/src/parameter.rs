//! The variables of a text and what each is used for. It does not know other texts.

use std::collections::BTreeSet;
use std::fmt;

use crate::piece::{Cases, Piece, Text};
use crate::problem::ProblemKind;

/// A variable of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parameter {
    pub(crate) variable: String,
    pub(crate) usage: Usage,
}

/// What a text does with a variable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Usage {
    /// Shows it.
    pub(crate) placed: bool,
    /// Selects by it as a number.
    pub(crate) number: bool,
    /// The words that it selects by.
    pub(crate) words: BTreeSet<String>,
}

impl fmt::Display for Usage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<_> = self.words.iter().map(String::as_str).collect();
        let uses: Vec<String> = [
            self.placed.then(|| "shown".to_owned()),
            self.number.then(|| "selecting as a number".to_owned()),
            (!words.is_empty()).then(|| format!("selecting by the words {}", words.join(", "))),
        ]
        .into_iter()
        .flatten()
        .collect();
        out.write_str(if uses.is_empty() { "unused".to_owned() } else { uses.join(" and ") }.as_str())
    }
}

impl Parameter {
    /// Why no Rust type serves all the uses, if so.
    pub(crate) fn conflict(&self) -> Option<ProblemKind> {
        let variable = self.variable.clone();
        match &self.usage {
            Usage { number: true, words, .. } if !words.is_empty() => Some(ProblemKind::NumberAndWord(variable)),
            Usage { number: true, placed: true, .. } => Some(ProblemKind::NumberPlaced(variable)),
            _ => None,
        }
    }
}

/// The variables of `text` in the order in which they first appear, a selection's own before those of its variants.
pub(crate) fn parameters(text: &Text) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    collect(text, &mut parameters);
    parameters
}

fn collect(text: &Text, parameters: &mut Vec<Parameter>) {
    for piece in text {
        match piece {
            Piece::Literal(_) => {}
            Piece::Placed(variable) => note(parameters, variable, |usage| usage.placed = true),
            Piece::Select(select) => {
                note(parameters, &select.variable, |usage| match &select.cases {
                    Cases::Numbers(_) => usage.number = true,
                    Cases::Words { cases, default } => {
                        usage.words.extend(cases.iter().map(|(word, _)| word).chain([default]).cloned());
                    }
                });
                select.texts().into_iter().for_each(|text| collect(text, parameters));
            }
        }
    }
}

fn note(parameters: &mut Vec<Parameter>, variable: &str, mark: impl FnOnce(&mut Usage)) {
    match parameters.iter_mut().find(|parameter| parameter.variable == variable) {
        Some(parameter) => mark(&mut parameter.usage),
        None => {
            let mut usage = Usage::default();
            mark(&mut usage);
            parameters.push(Parameter { variable: variable.to_owned(), usage });
        }
    }
}
