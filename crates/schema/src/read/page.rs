//! One file while it is read: its name, its lines, and where its problems go.
use crate::problem::{Problem, ProblemKind};
use std::{cell::RefCell, collections::BTreeSet};

/// Where problems are collected.
#[derive(Debug, Default)]
pub(crate) struct Log(RefCell<Vec<Problem>>);

impl Log {
    pub(crate) fn add(&self, problem: Problem) {
        self.0.borrow_mut().push(problem);
    }

    /// Every problem, by file and line.
    pub(crate) fn into_sorted(self) -> Vec<Problem> {
        let mut problems = self.0.into_inner();
        problems.sort();
        problems
    }
}

/// One file while it is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page<'a> {
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    pub(crate) log: &'a Log,
    /// The ids of `sources.toml`; none when that file could not be read, so that its fault is not told twice.
    pub(crate) sources: Option<&'a BTreeSet<String>>,
}

impl Page<'_> {
    /// Reports a problem at a byte of the text.
    pub(crate) fn report(&self, at: usize, kind: ProblemKind, what: String, remedy: &str) {
        let line = 1 + self.text.bytes().take(at).filter(|b| *b == b'\n').count();
        let (file, remedy) = (self.name.to_owned(), remedy.to_owned());
        self.log.add(Problem { file, line, kind, what, remedy });
    }
}
