//! The texts of one part of the program, in every language. It does not know when a part is loaded.

use crate::problem::Problem;
use crate::source::{self, Source};
use crate::table;
use crate::translation::{Message, Translation, translate};

/// A part's texts: the reference language's first.
pub(crate) struct Part<'s> {
    pub(crate) name: &'s str,
    pub(crate) translations: Vec<Translation<'s>>,
}

impl Part<'_> {
    /// The messages in the reference language's order.
    pub(crate) fn messages(&self) -> &[Message] {
        self.translations.first().map_or(&[], |reference| &reference.messages)
    }

    /// The messages that tables hold, in the reference language's order.
    pub(crate) fn rows(&self) -> Vec<&Message> {
        table::rows(&self.translations)
    }
}

/// Reads the files, part by part; all that is wrong in a file by itself goes to `problems`.
pub(crate) fn read<'s>(files: &'s [Source<'s>], problems: &mut Vec<Problem>) -> Vec<Part<'s>> {
    let langs = source::langs(files);
    let part = |name| {
        let of = |lang| files.iter().filter(move |file| file.part == name && file.lang == lang);
        let translations = langs.iter().copied().flat_map(of).map(|file| translate(file, problems)).collect();
        Part { name, translations }
    };
    source::parts(files).into_iter().map(part).collect()
}

/// The rows of all parts: where each stands is its number in every table.
pub(crate) fn all_rows<'p>(parts: &'p [Part<'_>]) -> Vec<&'p Message> {
    parts.iter().flat_map(Part::rows).collect()
}
