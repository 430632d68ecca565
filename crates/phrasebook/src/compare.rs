//! Every language against the reference language: the same messages with the same variables.
//! It does not know what is wrong within one file.

use crate::parameter::{Parameter, Usage};
use crate::problem::{Problem, ProblemKind};
use crate::translation::{Message, Translation};

/// Compares all translations with the first.
pub(crate) fn against_first(translations: &[Translation<'_>], problems: &mut Vec<Problem>) {
    let Some((reference, others)) = translations.split_first() else { return };
    for other in others {
        let missing = reference.messages.iter().filter(|message| !other.mentions(&message.key));
        let file = other.source().name;
        problems.extend(missing.map(|m| reference.problem(m, ProblemKind::Missing(file.to_owned()))));
        let kinds =
            other.messages.iter().flat_map(|m| differences(reference, m).into_iter().map(move |kind| (m, kind)));
        problems.extend(kinds.map(|(message, kind)| other.problem(message, kind)));
    }
}

fn differences(reference: &Translation<'_>, message: &Message) -> Vec<ProblemKind> {
    let name = reference.source().name;
    match reference.find(&message.key) {
        None if reference.mentions(&message.key) => Vec::new(),
        None => vec![ProblemKind::Extra(name.to_owned())],
        Some(model) => match (&message.phrase, &model.phrase) {
            (Some(here), Some(there)) => differing(&here.parameters, &there.parameters, name),
            // told of already
            _ => Vec::new(),
        },
    }
}

fn differing(here: &[Parameter], there: &[Parameter], reference: &str) -> Vec<ProblemKind> {
    let extra = here.iter().filter(|parameter| usage(there, &parameter.variable) == Usage::default());
    there
        .iter()
        .chain(extra)
        .map(|parameter| &parameter.variable)
        .filter(|variable| usage(here, variable) != usage(there, variable))
        .map(|variable| ProblemKind::Differs {
            variable: variable.clone(),
            here: usage(here, variable).to_string(),
            reference: reference.to_owned(),
            there: usage(there, variable).to_string(),
        })
        .collect()
}

fn usage(parameters: &[Parameter], variable: &str) -> Usage {
    parameters.iter().find(|parameter| parameter.variable == variable).map_or_else(Usage::default, |p| p.usage.clone())
}
