//! The build script's side: files in, `texts.rs` out, cargo told. It does not know how the source is made.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::{Source, generate};

/// Reads `files` (names in `dir`; a file's stem is its language, the first is the reference language) and writes
/// `texts.rs` to cargo's `OUT_DIR`, for `include!(concat!(env!("OUT_DIR"), "/texts.rs"))`. Tells cargo to run the
/// build script again when a file changes. Every problem is shown by cargo as an error.
///
/// # Errors
/// One sentence: a file that cannot be read or written, no `OUT_DIR`, or how many problems there are.
pub fn build(dir: &Path, files: &[&str]) -> Result<(), String> {
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts only")?;
    build_to(&PathBuf::from(out).join("texts.rs"), dir, files, &mut io::stdout())
}

fn build_to(out: &Path, dir: &Path, files: &[&str], cargo: &mut dyn Write) -> Result<(), String> {
    let mut texts = Vec::new();
    for name in files {
        let path = dir.join(name);
        tell(cargo, &format!("rerun-if-changed={}", path.display()))?;
        texts.push(fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?);
    }
    let sources = files.iter().zip(&texts).map(|(name, text)| Source { name, lang: lang(name), text });
    match generate(&sources.collect::<Vec<_>>()) {
        Ok(rust) => fs::write(out, rust).map_err(|error| format!("{}: {error}", out.display())),
        Err(problems) => {
            problems.iter().try_for_each(|problem| tell(cargo, &format!("error={problem}")))?;
            Err(format!("{} problem(s) in the texts", problems.len()))
        }
    }
}

/// A name without a stem gives no language, which `generate` reports.
fn lang(name: &str) -> &str {
    Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}

fn tell(cargo: &mut dyn Write, instruction: &str) -> Result<(), String> {
    writeln!(cargo, "cargo::{instruction}").map_err(|error| format!("standard output: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs `build_to` on a folder with these files: its result, what cargo was told, and `texts.rs` if written.
    fn build(files: &[(&str, &str)]) -> (Result<(), String>, String, Option<String>) {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(dir.path().join(name), text).unwrap();
        }
        let (out, mut cargo) = (dir.path().join("texts.rs"), Vec::new());
        let result = build_to(&out, dir.path(), &["sv.ftl", "en.ftl"], &mut cargo);
        let told = String::from_utf8(cargo).unwrap().replace(dir.path().to_str().unwrap(), "i18n");
        (result, told, fs::read_to_string(out).ok())
    }

    const RERUN: &str = "cargo::rerun-if-changed=i18n/sv.ftl\ncargo::rerun-if-changed=i18n/en.ftl\n";

    #[test]
    fn sound_files_become_texts_rs() {
        let (result, told, texts) = build(&[("sv.ftl", "save = Spara"), ("en.ftl", "save = Save")]);
        let [sv, en] = [("sv.ftl", "sv", "save = Spara"), ("en.ftl", "en", "save = Save")]
            .map(|(name, lang, text)| Source { name, lang, text });
        assert_eq!(result, Ok(()));
        assert_eq!(told, RERUN);
        assert_eq!(texts, generate(&[sv, en]).ok());
    }

    #[test]
    fn cargo_shows_every_problem_and_no_source_is_written() {
        let (result, told, texts) = build(&[("sv.ftl", "save = Spara"), ("en.ftl", "")]);
        assert_eq!(result, Err("1 problem(s) in the texts".to_owned()));
        let error = "sv.ftl:1: save: the text is missing in en.ftl. Remedy: add it to en.ftl.";
        assert_eq!(told, format!("{RERUN}cargo::error={error}\n"));
        assert_eq!(texts, None);
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let (result, ..) = build(&[("sv.ftl", "save = Spara")]);
        assert!(result.is_err_and(|error| error.contains("en.ftl: ")));
    }
}
