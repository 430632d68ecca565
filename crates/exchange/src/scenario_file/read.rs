//! Reads a scenario file: what it is, which version, and then everything in it.
use super::{
    FORMAT, apply,
    content::Content,
    json::Json,
    members::At,
    note::{Note, Opened},
    problem::{Fault, Problem},
    version::{STEPS, Steps},
};
use model::{payment_model::PaymentModel, staffing::Guideline};
use std::rc::Rc;

/// The largest file that is read: more than one with every value edited and as many practices as a list can have.
pub const MAX_BYTES: usize = 1_000_000;

/// The scenario of a file's text, over the shipped models and the shipped guideline. Errors: everything that is wrong;
/// only a text that is not such a file, or one from the future, is refused for one reason alone.
pub fn read(text: &str, models: &[Rc<PaymentModel>], guideline: &Guideline) -> Result<Opened, Vec<Problem>> {
    read_by(text, models, guideline, &STEPS)
}

fn read_by(
    text: &str,
    models: &[Rc<PaymentModel>],
    guideline: &Guideline,
    steps: &Steps,
) -> Result<Opened, Vec<Problem>> {
    let (version, root) = envelope(text, steps).map_err(|problem| vec![problem])?;
    let root = steps.migrated(version, root);
    let ids: Vec<_> = models.iter().map(|model| model.id.clone()).collect();
    let mut problems = Vec::new();
    let content = Content::read(&At::root(&root), &ids, &mut problems);
    let start = content.model.as_ref().and_then(|id| models.iter().find(|model| model.id == *id));
    let (true, Some(start)) = (problems.is_empty(), start) else { return Err(problems) };
    let mut opened = apply::opened(content, start, models, guideline);
    if version < steps.newest() {
        opened.notes.insert(0, Note::Migrated { from: version });
    }
    Ok(opened)
}

/// The version and the tree of a text that is a scenario file.
fn envelope(text: &str, steps: &Steps) -> Result<(u64, Json), Problem> {
    let root = parse(text).map_err(|fault| Problem { pointer: String::new(), fault })?;
    let Json::Object(members) = &root else {
        return Err(Problem { pointer: String::new(), fault: Fault::OtherFormat });
    };
    let member = |name: &str| members.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    if member("format") != Some(&Json::text(FORMAT)) {
        return Err(Problem { pointer: "/format".to_owned(), fault: Fault::OtherFormat });
    }
    let version = match member("version") {
        Some(Json::Whole(version)) => check(*version, steps),
        Some(other) => Err(Fault::WrongKind { found: other.kind(), expected: super::Kind::Whole }),
        None => Err(Fault::Missing { key: "version" }),
    };
    match version {
        Ok(version) => Ok((version, root)),
        Err(fault @ Fault::Missing { .. }) => Err(Problem { pointer: String::new(), fault }),
        Err(fault) => Err(Problem { pointer: "/version".to_owned(), fault }),
    }
}

fn check(version: u64, steps: &Steps) -> Result<u64, Fault> {
    let (oldest, newest) = (steps.oldest, steps.newest());
    if version > newest {
        return Err(Fault::FromTheFuture { version, newest });
    }
    if version < oldest { Err(Fault::NoSuchVersion { version, oldest }) } else { Ok(version) }
}

fn parse(text: &str) -> Result<Json, Fault> {
    if text.len() > MAX_BYTES {
        return Err(Fault::TooLarge { bytes: text.len(), max: MAX_BYTES });
    }
    // some editors put a byte order mark first
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| match error.is_eof() {
        true => Fault::CutShort { line: error.line() },
        false => Fault::Syntax { line: error.line(), column: error.column() },
    })
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
