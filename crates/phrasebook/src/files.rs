//! A folder of Fluent files: one a language and part of the program. It does not know what stands in the files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::source::Source;

/// The file of a folder that names the parts, one a line, in the order in which the program loads them; a line that
/// begins with `#` is a comment.
const PARTS: &str = "parts.txt";

/// The texts of a program: in the folder, `sv/first.ftl` holds the Swedish texts of the part `first`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    dir: PathBuf,
    files: Vec<File>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct File {
    name: String,
    lang: String,
    part: String,
    text: String,
}

impl Files {
    /// Reads the files of all parts in these languages, the first of which is the reference language.
    ///
    /// # Errors
    /// A sentence with the name of the file that cannot be read.
    pub fn read(dir: &Path, langs: &[&str]) -> Result<Self, String> {
        let parts = text_of(dir, PARTS)?;
        let parts = || parts.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let files = langs.iter().flat_map(|lang| parts().map(|part| File::read(dir, lang, part)));
        Ok(Self { dir: dir.to_owned(), files: files.collect::<Result<_, _>>()? })
    }

    /// The files as [`generate`](crate::generate) takes them.
    pub fn sources(&self) -> Vec<Source<'_>> {
        self.files.iter().map(File::source).collect()
    }

    /// Every file that was read.
    pub(crate) fn paths(&self) -> impl Iterator<Item = PathBuf> {
        std::iter::once(PARTS).chain(self.files.iter().map(|file| file.name.as_str())).map(|name| self.dir.join(name))
    }
}

impl File {
    fn read(dir: &Path, lang: &str, part: &str) -> Result<Self, String> {
        let name = format!("{lang}/{part}.ftl");
        Ok(Self { text: text_of(dir, &name)?, name, lang: lang.to_owned(), part: part.to_owned() })
    }

    fn source(&self) -> Source<'_> {
        Source { name: &self.name, lang: &self.lang, part: &self.part, text: &self.text }
    }
}

fn text_of(dir: &Path, name: &str) -> Result<String, String> {
    let path = dir.join(name);
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
}
