//! Reads a scenario file: what it is, which version, and then everything in it.
use super::{
    FORMAT, JsonKind, VERSION,
    content::Content,
    json::Json,
    members::At,
    note::Opened,
    problem::{Fault, Problem},
};
use crate::sources::Sources;

/// The largest file that is read: more than one with every value edited and as many practices as a list can have.
pub const MAX_BYTES: usize = 1_000_000;

/// The scenario of a file's text, over these sources. Errors: everything that is wrong;
/// only a text that is not such a file, or one of another version, is refused for one reason alone.
pub fn read(text: &str, sources: Sources<'_>) -> Result<Opened, Vec<Problem>> {
    let root = envelope(text).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    let content = Content::read(&At::root(&root), sources, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    content.opened(sources.models).ok_or(problems)
}

/// The tree of a text that is a scenario file.
fn envelope(text: &str) -> Result<Json, Problem> {
    let problem = |pointer: &str, fault| Problem { pointer: pointer.to_owned(), fault };
    let root = parse(text).map_err(|fault| problem("", fault))?;
    let Json::Object(members) = &root else { return Err(problem("", Fault::OtherFormat)) };
    let member = |name: &str| members.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    if member("format") != Some(&Json::text(FORMAT)) {
        return Err(problem("/format", Fault::OtherFormat));
    }
    match member("version") {
        Some(Json::Whole(VERSION)) => Ok(root),
        Some(Json::Whole(version)) if *version > VERSION => {
            Err(problem("/version", Fault::FromTheFuture { version: *version, newest: VERSION }))
        }
        Some(Json::Whole(version)) => {
            Err(problem("/version", Fault::NoSuchVersion { version: *version, oldest: VERSION }))
        }
        Some(other) => Err(problem("/version", Fault::WrongKind { found: other.kind(), expected: JsonKind::Whole })),
        None => Err(problem("", Fault::Missing { key: "version" })),
    }
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
