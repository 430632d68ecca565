//! The component that pays by age and sex.
use crate::{
    cell::{Cell, PerCell},
    citation::Parameter,
    measure::Rate,
};

/// An amount for each cell, and the budget that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capitation {
    /// Kronor per listed and month.
    pub rates: PerCell<Parameter<Rate>>,
    /// The same amounts as published: edits of `rates` leave them, so that a budget can be held to them.
    pub target: PerCell<Parameter<Rate>>,
}

impl Capitation {
    /// A table as its source has it, being its own budget.
    pub fn published(rates: PerCell<Parameter<Rate>>) -> Self {
        Self { target: rates.clone(), rates }
    }

    /// The same table with one cell edited; unchanged for a cell of other bands.
    #[must_use]
    pub fn with_rate(&self, cell: Cell, rate: Rate) -> Self {
        let edit = |c: Cell, p: &Parameter<Rate>| if c == cell { p.edited(rate) } else { p.clone() };
        Self { rates: self.rates.map(edit), target: self.target.clone() }
    }
}
