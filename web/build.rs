//! Turns the Fluent files into typed functions, so that a missing text or placeholder is a compile error.
use std::path::Path;

fn main() -> Result<(), String> {
    phrasebook::build(Path::new("i18n"), &["sv", "en"])
}
