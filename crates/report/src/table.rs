//! The table by age and sex under each model, row by row.
use crate::columns::{Column, Tariffs};
use model::{
    cell::Cell,
    compare::{ChangeSplit, split_change},
    measure::{MonthlyMoney, Rate},
    term::Term,
    trace::Traced,
};

/// One cell under each model.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// The cell.
    pub cell: Cell,
    /// The amount of each column that has one.
    pub amounts: Vec<(Column, Traced<Rate>)>,
    /// The change from the year before, in its two parts.
    pub split: Option<ChangeSplit>,
}

impl TableRow {
    /// The column's amount.
    pub fn amount(&self, column: Column) -> Option<&Traced<Rate>> {
        self.amounts.iter().find(|(c, _)| *c == column).map(|(_, amount)| amount)
    }
}

/// Every cell, women first.
pub fn table(tariffs: &Tariffs) -> Vec<TableRow> {
    let split = split_change(&tariffs.earlier, &tariffs.current);
    let row = |cell: Cell| TableRow {
        cell,
        amounts: Column::ALL.into_iter().filter_map(|c| Some((c, amount(tariffs, c, cell)?))).collect(),
        split: split.as_ref().and_then(|split| split.get(cell)).cloned(),
    };
    tariffs.current.model.bands.cells().map(row).collect()
}

fn amount(tariffs: &Tariffs, column: Column, cell: Cell) -> Option<Traced<Rate>> {
    tariffs.get(column)?.base.as_ref()?.get(cell).cloned()
}

/// What the table in force pays the proposal's reference population a month; `None` without a table or a reference.
pub fn today_over_reference(tariffs: &Tariffs) -> Option<Traced<MonthlyMoney>> {
    let mix = tariffs.proposal.model.case_mix()?;
    let base = tariffs.current.base.as_ref()?;
    let payment =
        |(cell, rate): (Cell, &Traced<Rate>)| Some(mix.reference.listed_in(cell)?.times(Term::CellPayment(cell), rate));
    Some(Traced::sum(Term::ReferenceTotal, base.iter().map(payment).collect::<Option<Vec<_>>>()?))
}
