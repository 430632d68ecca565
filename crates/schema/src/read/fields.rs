//! The keys of one table while they are read.
use super::node::Node;
use crate::problem::ProblemKind;
use model::nearest::meant;
use std::cell::RefCell;
use toml::de::DeTable;

/// The keys of one table; it remembers which were asked for.
pub(crate) struct Fields<'a> {
    pub(crate) node: Node<'a>,
    table: &'a DeTable<'a>,
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(node: Node<'a>, table: &'a DeTable<'a>) -> Self {
        Self { node, table, known: RefCell::default() }
    }

    /// The value of a key, if the key is there.
    pub(crate) fn find(&self, key: &'static str) -> Option<Node<'a>> {
        self.known.borrow_mut().push(key);
        self.table.get(key).map(|value| Node::part(self.node.page, value))
    }

    /// A key that must be there.
    pub(crate) fn need<T>(&self, key: &'static str, read: impl FnOnce(Node<'a>) -> Option<T>) -> Option<T> {
        match self.find(key) {
            Some(node) => read(node),
            None => self.node.fail(ProblemKind::MissingKey, format!("The key `{key}` is missing."), "Add it."),
        }
    }

    /// A key that may be left out.
    pub(crate) fn may<T>(&self, key: &'static str, read: impl FnOnce(Node<'a>) -> Option<T>) -> Option<Option<T>> {
        match self.find(key) {
            Some(node) => read(node).map(Some),
            None => Some(None),
        }
    }

    /// A list that may be left out, then being empty; every row is tried.
    pub(crate) fn rows<T>(&self, key: &'static str, read: impl FnMut(Node<'a>) -> Option<T>) -> Option<Vec<T>> {
        Some(self.may(key, |node| node.each(read))?.unwrap_or_default())
    }

    /// Exactly one of two keys, with its position among them.
    pub(crate) fn either<T>(
        &self,
        keys: [&'static str; 2],
        read: impl FnOnce(Node<'a>) -> Option<T>,
    ) -> Option<(usize, T)> {
        let [a, b] = keys;
        match (self.find(a), self.find(b)) {
            (Some(node), None) => Some((0, read(node)?)),
            (None, Some(node)) => Some((1, read(node)?)),
            (Some(_), Some(node)) => {
                node.fail(ProblemKind::Conflict, format!("Both `{a}` and `{b}` are there."), "Keep one.")
            }
            (None, None) => self.node.fail(
                ProblemKind::MissingKey,
                format!("One of `{a}` and `{b}` is missing."),
                "Add one of them.",
            ),
        }
    }

    /// Reports every key that nothing has asked for; whether there was none.
    pub(crate) fn report_unknown(&self) -> bool {
        let known = self.known.borrow();
        let unknown: Vec<_> = self.table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())).collect();
        for key in &unknown {
            let name = key.get_ref();
            let remedy = meant(name, &*known)
                .map_or_else(|| "Remove it.".to_owned(), |near| format!("Did you mean `{near}`? Otherwise remove it."));
            self.node.page.report(
                key.span().start,
                ProblemKind::UnknownKey,
                format!("Nothing reads the key `{name}`."),
                &remedy,
            );
        }
        unknown.is_empty()
    }
}
