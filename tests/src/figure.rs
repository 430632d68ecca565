//! A named figure with its explanation.
use model::{
    measure::Measure,
    trace::{Node, Traced},
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// One figure of a case.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What the case calls it.
    pub name: String,
    /// The figure and how it was made.
    pub node: Rc<Node>,
}

impl Figure {
    /// The figure under a name.
    pub fn new<T: Measure>(name: &str, figure: &Traced<T>) -> Self {
        Self { name: name.to_owned(), node: Rc::clone(figure.node()) }
    }

    /// The figure, or nothing when there is none.
    pub fn optional<T: Measure>(name: &str, figure: &Option<Traced<T>>) -> Option<Self> {
        figure.as_ref().map(|figure| Self::new(name, figure))
    }

    /// How much.
    pub fn value(&self) -> Decimal {
        self.node.value.value
    }
}
