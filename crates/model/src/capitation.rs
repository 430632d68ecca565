//! The component that pays by age and sex.
use crate::{
    cell::{Cell, PerCell},
    citation::Parameter,
    measure::Rate,
};

/// An amount for each cell, and the budget that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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

    /// Edits one cell; a cell of other bands edits nothing.
    pub(crate) fn set_rate(&mut self, cell: Cell, rate: Rate) {
        if let Some(parameter) = self.rates.get_mut(cell) {
            *parameter = parameter.edited(rate);
        }
    }
}
