//! A number typed into a tool: the one in force, and the text that could not be read. Knows no field.
use crate::state::Draft;
use exchange::number::NumberError;

/// A number and what was last typed in its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry<T> {
    /// The number in force.
    pub value: T,
    /// The text that could not be read, kept as it was typed.
    pub draft: Option<Draft>,
}

impl<T> Entry<T> {
    /// A number that nobody has typed.
    pub fn of(value: T) -> Self {
        Self { value, draft: None }
    }

    /// Takes what was read of a text; a text that could not be read leaves the number in force.
    pub fn take(&mut self, text: String, read: Result<T, NumberError>) {
        match read {
            Ok(value) => *self = Self::of(value),
            Err(error) => self.draft = Some(Draft { text, error }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_cannot_be_read_stays_beside_the_number_in_force() {
        let mut entry = Entry::of(3);
        entry.take("tre".to_owned(), Err(NumberError::Empty));
        assert_eq!((entry.value, entry.draft.as_ref().map(|draft| draft.text.as_str())), (3, Some("tre")));
        entry.take("4".to_owned(), Ok(4));
        assert_eq!(entry, Entry::of(4));
    }
}
