//! The page's words: typed functions made from the Fluent files at build time, and the choice between the two languages
//! of names that come with the data. Knows nothing of the state.
#![allow(clippy::too_many_arguments, reason = "a sentence has as many placeholders as it needs")]

mod load;

pub use load::licenses;

use exchange::number::Notation;
use model::localized::Localized;
use std::rc::Rc;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

impl Lang {
    /// How numbers are written and read in the language.
    pub(crate) fn notation(self) -> Notation {
        match self {
            Self::Sv => Notation::Swedish,
            Self::En => Notation::English,
        }
    }
}

impl Texts {
    /// The name in the page's language.
    pub(crate) fn name(self, name: &Localized) -> Rc<str> {
        match self.lang {
            Lang::Sv => Rc::clone(&name.sv),
            Lang::En => Rc::clone(&name.en),
        }
    }
}
