//! A scenario as the end of an address, short enough to be mailed: the start model's id, what differs from it, and the
//! persons that are set side by side, without what the user calls them. Never anything of a practice or its doctors, so a
//! link tells nobody how many persons have what.
//!
//! Knows no page: which view an address opens is told to it.

mod code;
mod content;
mod error;
mod persons;

pub use error::LinkError;

use crate::{fingerprint::Fingerprint, packed::Packed, scenario_file::Note, sources::Sources};
use model::{measure::Measure, scenario::Scenario};

/// What stands between a view's address and the scenario.
const KEY: &str = "?s=";

/// The address of a view, such as `#/modellen`, with the scenario: `#/modellen?s=1.…`, at most 1,500 characters.
pub fn write(route: &str, scenario: &Scenario) -> String {
    [route, KEY, &code::written(&content::packed(scenario))].concat()
}

/// An address parted into the view's own and the scenario's, if it has one.
pub fn split(address: &str) -> (&str, Option<&str>) {
    address.split_once(KEY).map_or((address, None), |(route, code)| (route, Some(code)))
}

/// The scenario of a link over these sources; practice and doctors are empty. Takes a
/// whole address, its end from `#`, or what follows `?s=`. The one note there can be is [`Note::ModelChanged`].
pub fn read(text: &str, sources: Sources<'_>) -> Result<(Scenario, Vec<Note>), LinkError> {
    let (route, code) = split(text.trim());
    content::unpacked(&code::read(code.unwrap_or(route))?, sources)
}

/// What the link, the file and the screen of a scenario have in common, for two people to compare: the same for the
/// same start model, guideline and edits, whatever has been entered about a practice and whoever is set side by side.
pub fn fingerprint(scenario: &Scenario) -> Fingerprint {
    let mut bytes = Packed(content::packed_model(scenario));
    // the link has only what differs, and what it differs from can change
    bytes.decimal(scenario.guideline().specialist.published().decimal());
    bytes.decimal(scenario.guideline().st.published().decimal());
    Fingerprint::of(&bytes.0)
}
