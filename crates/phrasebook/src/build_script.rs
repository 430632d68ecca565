//! The build script's side: files in, `texts.rs` out, cargo told. It does not know how the source is made.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::{Files, generate};

/// Reads the [`Files`] of a folder in these languages, the first of which is the reference language, and writes
/// `texts.rs` to cargo's `OUT_DIR`, for `include!(concat!(env!("OUT_DIR"), "/texts.rs"))`. Tells cargo to run the
/// build script again when a file changes. Every problem is shown by cargo as an error.
///
/// # Errors
/// One sentence: a file that cannot be read or written, no `OUT_DIR`, or how many problems there are.
pub fn build(dir: &Path, langs: &[&str]) -> Result<(), String> {
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts only")?;
    build_to(&PathBuf::from(out).join("texts.rs"), dir, langs, &mut io::stdout())
}

fn build_to(out: &Path, dir: &Path, langs: &[&str], cargo: &mut dyn Write) -> Result<(), String> {
    let files = Files::read(dir, langs)?;
    files.paths().try_for_each(|path| tell(cargo, &format!("rerun-if-changed={}", path.display())))?;
    match generate(&files.sources()) {
        Ok(rust) => fs::write(out, rust).map_err(|error| format!("{}: {error}", out.display())),
        Err(problems) => {
            problems.iter().try_for_each(|problem| tell(cargo, &format!("error={problem}")))?;
            Err(format!("{} problem(s) in the texts", problems.len()))
        }
    }
}

fn tell(cargo: &mut dyn Write, instruction: &str) -> Result<(), String> {
    writeln!(cargo, "cargo::{instruction}").map_err(|error| format!("standard output: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Source;

    /// Runs `build_to` on a folder with these files: its result, what cargo was told, and `texts.rs` if written.
    fn build(files: &[(&str, &str)]) -> (Result<(), String>, String, Option<String>) {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in [("parts.txt", "# In order.\nfirst\n\nlater\n")].iter().chain(files) {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let (out, mut cargo) = (dir.path().join("texts.rs"), Vec::new());
        let result = build_to(&out, dir.path(), &["sv", "en"], &mut cargo);
        let told = String::from_utf8(cargo).unwrap().replace(dir.path().to_str().unwrap(), "i18n");
        (result, told, fs::read_to_string(out).ok())
    }

    const SV: [(&str, &str); 2] = [("sv/first.ftl", "save = Spara"), ("sv/later.ftl", "open = Öppna")];

    const RERUN: [&str; 5] = ["parts.txt", "sv/first.ftl", "sv/later.ftl", "en/first.ftl", "en/later.ftl"];

    fn rerun() -> String {
        RERUN.iter().map(|name| format!("cargo::rerun-if-changed=i18n/{name}\n")).collect()
    }

    #[test]
    fn sound_files_become_texts_rs() {
        let all = [SV[0], SV[1], ("en/first.ftl", "save = Save"), ("en/later.ftl", "open = Open")];
        let (result, told, texts) = build(&all);
        let [a, b, c, d] = all.map(|(name, text)| {
            let (lang, part) = name.trim_end_matches(".ftl").split_once('/').unwrap();
            Source { name, lang, part, text }
        });
        assert_eq!(result, Ok(()));
        assert_eq!(told, rerun());
        assert_eq!(texts, generate(&[a, b, c, d]).ok());
    }

    #[test]
    fn cargo_shows_every_problem_and_no_source_is_written() {
        let (result, told, texts) = build(&[SV[0], SV[1], ("en/first.ftl", ""), ("en/later.ftl", "open = Open")]);
        assert_eq!(result, Err("1 problem(s) in the texts".to_owned()));
        let error = "sv/first.ftl:1: save: the text is missing in en/first.ftl. Remedy: add it to en/first.ftl.";
        assert_eq!(told, format!("{}cargo::error={error}\n", rerun()));
        assert_eq!(texts, None);
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let (result, ..) = build(&[SV[0], SV[1], ("en/first.ftl", "save = Save")]);
        assert!(result.is_err_and(|error| error.contains("en/later.ftl: ")));
    }
}
