//! Every figure once: nodes that are the same node, or of the same content, get the same number. Knows no cells.
use model::{
    citation::{Citation, Status},
    co_occurrence::CoOccurrence,
    quantity::{Quantity, Unit},
    term::Term,
    trace::{How, Node},
};
use rust_decimal::Decimal;
use std::{collections::HashMap, rc::Rc};

/// A figure with the numbers of those it was made of, which are all lower than its own.
pub(super) struct Entry {
    pub(super) node: Rc<Node>,
    pub(super) inputs: Vec<usize>,
    /// Whether any leaf is an example of ours.
    pub(super) illustrative: bool,
}

impl Entry {
    /// Its number.
    pub(super) fn value(&self) -> Decimal {
        self.node.value.value
    }
}

/// The figures of a book.
#[derive(Default)]
pub(super) struct Graph {
    entries: Vec<Entry>,
    by_pointer: HashMap<*const Node, usize>,
    by_content: HashMap<Content, usize>,
    citations: Vec<Rc<Citation>>,
}

/// What makes a figure the figure it is.
#[derive(PartialEq, Eq, Hash)]
struct Content {
    term: Term,
    value: Decimal,
    unit: Unit,
    rule: Rule,
    inputs: Vec<usize>,
}

#[derive(PartialEq, Eq, Hash)]
enum Rule {
    Input,
    Parameter(usize),
    Edited(Decimal, usize),
    Sum,
    Difference,
    Product,
    Quotient,
    TwelveMonths,
    SquareRoot,
    Together(CoOccurrence),
}

impl Graph {
    /// The number of the figure; it and all under it are taken in if they are new.
    pub(super) fn take(&mut self, node: &Rc<Node>) -> usize {
        if let Some(known) = self.by_pointer.get(&Rc::as_ptr(node)) {
            return *known;
        }
        // a figure of a whole region stands as it is: its practices are no part of the book
        let parts =
            if matches!(node.how, How::Statistic(..) | How::ToOre(..)) { Vec::new() } else { node.how.inputs() };
        let inputs: Vec<usize> = parts.into_iter().map(|input| self.take(input)).collect();
        let Quantity { value, unit } = node.value;
        let rule = self.rule(&node.how);
        let content = Content { term: node.term.clone(), value, unit, rule, inputs: inputs.clone() };
        let new = self.entries.len();
        let id = *self.by_content.entry(content).or_insert(new);
        if id == new {
            let illustrative = is_example(node) || inputs.iter().any(|input| self.depends_on_example(*input));
            self.entries.push(Entry { node: Rc::clone(node), inputs, illustrative });
        }
        self.by_pointer.insert(Rc::as_ptr(node), id);
        id
    }

    /// The number of a figure that was taken in.
    pub(super) fn find(&self, node: &Rc<Node>) -> Option<usize> {
        self.by_pointer.get(&Rc::as_ptr(node)).copied()
    }

    /// Every figure, in the order of their numbers.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The figure of a number that [`Graph::take`] gave.
    pub(super) fn get(&self, id: usize) -> Option<&Entry> {
        self.entries.get(id)
    }

    fn depends_on_example(&self, id: usize) -> bool {
        self.get(id).is_some_and(|entry| entry.illustrative)
    }

    fn rule(&mut self, how: &How) -> Rule {
        match how {
            How::Input | How::Statistic(..) | How::ToOre(..) => Rule::Input,
            How::Parameter(citation) => Rule::Parameter(self.citation(citation)),
            How::Edited { original, citation } => Rule::Edited(original.value, self.citation(citation)),
            How::Sum(_) => Rule::Sum,
            How::Difference(..) => Rule::Difference,
            How::Product(..) => Rule::Product,
            How::Quotient(..) => Rule::Quotient,
            How::TwelveMonths(_) => Rule::TwelveMonths,
            How::SquareRoot(_) => Rule::SquareRoot,
            How::CoOccurrence(rule, _) => Rule::Together(rule.clone()),
        }
    }

    fn citation(&mut self, citation: &Rc<Citation>) -> usize {
        let same = |known: &Rc<Citation>| Rc::ptr_eq(known, citation) || known == citation;
        self.citations.iter().position(same).unwrap_or_else(|| {
            self.citations.push(Rc::clone(citation));
            self.citations.len() - 1
        })
    }
}

/// Whether the figure is itself a parameter that is an example of ours.
pub(super) fn is_example(node: &Node) -> bool {
    match &node.how {
        How::Parameter(citation) | How::Edited { citation, .. } => citation.status == Status::Illustrative,
        _ => false,
    }
}
