//! One value of a file with its place. Every reader returns `None` exactly when it has reported a problem, so that a
//! caller can go on with the next value and none is lost.
use super::{fields::Fields, page::Page};
use crate::problem::ProblemKind;
use model::id::Id;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// One value with its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'a> {
    pub(crate) page: &'a Page<'a>,
    pub(crate) value: Value<'a>,
    /// The byte where it starts.
    pub(crate) at: usize,
}

/// The whole file is a table without being a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'a> {
    Whole(&'a DeTable<'a>),
    Part(&'a DeValue<'a>),
}

impl<'a> Node<'a> {
    pub(crate) fn of_file(page: &'a Page<'a>, table: &'a DeTable<'a>) -> Self {
        Self { page, value: Value::Whole(table), at: 0 }
    }

    pub(crate) fn part(page: &'a Page<'a>, value: &'a Spanned<DeValue<'a>>) -> Self {
        Self { page, value: Value::Part(value.get_ref()), at: value.span().start }
    }

    /// Reports a problem here.
    pub(crate) fn report(self, kind: ProblemKind, what: impl Into<String>, remedy: &str) {
        self.page.report(self.at, kind, what.into(), remedy);
    }

    /// Reports a problem here in the place of a value.
    pub(crate) fn fail<T>(self, kind: ProblemKind, what: impl Into<String>, remedy: &str) -> Option<T> {
        self.report(kind, what, remedy);
        None
    }

    pub(crate) fn wrong_type<T>(self, wanted: &str) -> Option<T> {
        self.fail(
            ProblemKind::WrongType,
            format!("Here stands {}, not {wanted}.", self.type_name()),
            &format!("Write {wanted}."),
        )
    }

    fn type_name(self) -> &'static str {
        match self.value {
            Value::Whole(_) | Value::Part(DeValue::Table(_)) => "a table",
            Value::Part(DeValue::String(_)) => "a text",
            Value::Part(DeValue::Integer(_)) => "a whole number",
            Value::Part(DeValue::Float(_)) => "a number with a point",
            Value::Part(DeValue::Boolean(_)) => "true or false",
            Value::Part(DeValue::Datetime(_)) => "a date or time",
            Value::Part(DeValue::Array(_)) => "a list",
        }
    }

    /// A table, read by a function that asks for its keys; keys that it has not asked for are reported.
    pub(crate) fn table<T>(self, read: impl FnOnce(&Fields<'a>) -> Option<T>) -> Option<T> {
        let table = match self.value {
            Value::Whole(table) | Value::Part(DeValue::Table(table)) => table,
            Value::Part(_) => return self.wrong_type("a table"),
        };
        let fields = Fields::new(self, table);
        let result = read(&fields);
        fields.report_unknown().then_some(())?;
        result
    }

    /// The value of a key without any report, for looking ahead.
    pub(crate) fn peek(self, key: &str) -> Option<Self> {
        match self.value {
            Value::Whole(table) | Value::Part(DeValue::Table(table)) => {
                table.get(key).map(|value| Self::part(self.page, value))
            }
            Value::Part(_) => None,
        }
    }

    /// The id under a key without any report, for looking ahead.
    pub(crate) fn peek_id(self, key: &str) -> Option<Id> {
        match self.peek(key)?.value {
            Value::Part(DeValue::String(text)) => Some(Id::new(text)),
            _ => None,
        }
    }

    /// The rows under a key without any report, for looking ahead.
    pub(crate) fn peek_rows(self, key: &str) -> Vec<Self> {
        self.peek(key).filter(|node| node.is_list()).and_then(Self::list).unwrap_or_default()
    }

    pub(crate) fn is_list(self) -> bool {
        matches!(self.value, Value::Part(DeValue::Array(_)))
    }

    /// The values of a list.
    pub(crate) fn list(self) -> Option<Vec<Self>> {
        match self.value {
            Value::Part(DeValue::Array(items)) => Some(items.iter().map(|item| Self::part(self.page, item)).collect()),
            _ => self.wrong_type("a list"),
        }
    }

    /// Every value of a list read; `None` when one of them could not be, after all have been tried.
    pub(crate) fn each<T>(self, read: impl FnMut(Self) -> Option<T>) -> Option<Vec<T>> {
        all(self.list()?.into_iter().map(read))
    }
}

/// Everything, or `None` when something is missing, without stopping at the first.
pub(crate) fn all<T>(items: impl IntoIterator<Item = Option<T>>) -> Option<Vec<T>> {
    let items: Vec<Option<T>> = items.into_iter().collect();
    items.into_iter().collect()
}
