//! Writes a scenario file: equal scenarios give the same text.
use super::{FORMAT, SCHEMA, VERSION, json::Json, practices};
use crate::fingerprint::{Fingerprint, values_of};
use model::{
    scenario::Scenario,
    value::{Key, Section},
};

/// What to write beside the scenario, and what to leave out of it.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The language of the page: `sv` or `en`.
    pub language: Option<&'a str>,
    /// Whether a value that was entered is left out. The file then says that it was.
    pub withhold: &'a dyn Fn(&Key) -> bool,
}

impl Default for Options<'_> {
    /// Everything is written.
    fn default() -> Self {
        Self { language: None, withhold: &|_| false }
    }
}

/// The scenario as a file's text, which ends with a line feed.
pub fn write(scenario: &Scenario, options: &Options<'_>) -> String {
    // a tree of texts and whole numbers can always be written
    serde_json::to_string_pretty(&Json::object(root(scenario, options))).unwrap_or_default() + "\n"
}

fn root(scenario: &Scenario, options: &Options<'_>) -> Vec<(&'static str, Json)> {
    let is_entered = |key: &Key| matches!(key.section(), Section::Practice | Section::Staffing);
    let withheld = |key: &Key| is_entered(key) && (options.withhold)(key);
    let values = scenario.values().filter(|(key, _)| !withheld(key));
    let values = Json::object(values.map(|(key, value)| (key.to_string(), Json::Text(value.to_string()))));
    let edited = scenario.values().filter_map(|(key, _)| Some((key.to_string(), scenario.published(key)?)));
    let sources = Json::object(edited.map(|(key, value)| (key, Json::Text(value.to_string()))));
    let withheld = scenario.values().filter(|(key, _)| withheld(key));
    let withheld: Vec<Json> = withheld.map(|(key, _)| Json::Text(key.to_string())).collect();
    let practices = &scenario.staff().practices;
    let mut root = vec![
        ("$schema", Json::text(SCHEMA)),
        ("format", Json::text(FORMAT)),
        ("version", Json::Whole(VERSION)),
        ("viktat", Json::text(env!("CARGO_PKG_VERSION"))),
    ];
    root.extend(options.language.map(|language| ("language", Json::text(language))));
    root.extend([
        ("fingerprint", Json::Text(crate::link::fingerprint(scenario).to_string())),
        ("start", start(scenario)),
        ("values", values),
        ("sources", sources),
    ]);
    root.extend((!practices.is_empty()).then(|| ("practices", practices::written(practices))));
    root.extend((!withheld.is_empty()).then_some(("withheld", Json::List(withheld))));
    root
}

fn start(scenario: &Scenario) -> Json {
    let start = &scenario.start;
    let fingerprint = Fingerprint::of(&values_of(start)).to_string();
    Json::object([("model", Json::text(start.id.as_str())), ("fingerprint", Json::Text(fingerprint))])
}
