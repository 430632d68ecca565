//! Practices that rows bring: one is entered with its first person, and a name that differs from an earlier one only in
//! capitals and spaces is another spelling of it. Reads no other column.
use super::{body::Body, fault::FaultKind, practices::Practices, reader::Note, words::Column};
use crate::register::Register;

/// A practice that is entered with its first person.
pub(super) struct NewPractice {
    /// The name's bytes in the file.
    text: Vec<u8>,
    name: String,
    /// The practice that it is another spelling of.
    same_as: Option<u16>,
}

impl Body {
    /// A practice whose name was not met before, if it may be entered.
    pub(super) fn new_practice(&self, text: &[u8]) -> Result<NewPractice, FaultKind> {
        if text.is_empty() {
            return Err(FaultKind::Blank(Column::Practice));
        }
        if text.len() > LONGEST_NAME {
            return Err(FaultKind::LongName { limit: u32::try_from(LONGEST_NAME).unwrap_or(u32::MAX) });
        }
        let name = self.layout.encoding.strict(text).ok_or(FaultKind::NotUtf8)?;
        let same_as = self.practices.spelled_otherwise(&name);
        if self.practices.closed && same_as.is_none() {
            return Err(FaultKind::UnknownPractice);
        }
        if same_as.is_none() && self.register.next_practice().is_none() {
            return Err(TOO_MANY_PRACTICES);
        }
        Ok(NewPractice { text: text.to_vec(), name, same_as })
    }

    /// Its position, now that a person is entered with it.
    pub(super) fn enter_practice(&mut self, new: NewPractice) -> Result<u16, FaultKind> {
        let NewPractice { text, name, same_as } = new;
        if let Some(position) = same_as {
            self.practices.enter_other(text, name, position);
            return Ok(position);
        }
        let position = self.register.add_practice(name.clone()).map_err(|_| TOO_MANY_PRACTICES)?;
        self.practices.enter(text, &name, position);
        Ok(position)
    }
}

/// Practices that are spelled in several ways, if there are any.
pub(super) fn spellings(practices: &Practices, names: &[String]) -> Option<Note> {
    let of = |(position, others): (u16, &[String])| Some((names.get(usize::from(position))?.clone(), others.to_vec()));
    let all: Vec<_> = practices.others().filter_map(of).collect();
    (!all.is_empty()).then_some(Note::Spellings(all))
}

const TOO_MANY_PRACTICES: FaultKind = FaultKind::TooManyPractices { limit: Register::MAX_PRACTICES };
/// Bytes of a practice's name.
const LONGEST_NAME: usize = 200;
