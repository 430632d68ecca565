//! From a practice's reports to chart specifications: the way between two payments. Draws nothing.
use super::{
    amount::{Show, amount},
    charts::{Drawn, axis_between, float, last, role},
    export::DataTable,
};
use crate::text::Texts;
use charts::{Axis, Role, Size, Waterfall, WaterfallRow, nice_ticks, waterfall};
use model::measure::{Measure, MonthlyMoney};
use report::columns::Column;
use rust_decimal::Decimal;

/// A payment, or a step on the way to the next one.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name.
    pub label: String,
    /// The payment, or the change.
    pub amount: MonthlyMoney,
    /// Whose payment it is; none for a step.
    pub total: Option<Column>,
}

impl Step {
    fn role(&self) -> Role {
        match self.total {
            Some(column) => role(column),
            None if self.amount > MonthlyMoney::ZERO => Role::More,
            None if self.amount < MonthlyMoney::ZERO => Role::Less,
            None => Role::Neutral,
        }
    }
}

/// The steps as floating bars, in thousands of kronor.
pub fn steps_chart(texts: Texts, width: u32, steps: &[Step]) -> Drawn {
    let thousands = |step: &Step| float(step.amount.decimal() / Decimal::ONE_THOUSAND);
    let mut level = 0.0;
    let ends = steps.iter().map(|step| {
        let from = if step.total.is_some() { 0.0 } else { level };
        level = from + thousands(step);
        (from, level)
    });
    let ends: Vec<(f64, f64)> = ends.collect();
    let axis = steps_axis(texts, &ends);
    let row = |(step, (from, to)): (&Step, &(f64, f64))| WaterfallRow {
        label: step.label.clone(),
        from: from.max(axis.low),
        to: *to,
        role: step.role(),
        value_label: amount(texts, step.amount.quantity(), Show::Thousands, step.total.is_none()),
    };
    let rows: Vec<_> = steps.iter().zip(&ends).map(row).collect();
    let chart = Waterfall { size: Size::for_rows(width, rows.len()), alt: String::new(), axis, rows };
    let headings = [texts.waterfall_step(), texts.axis_kr_month_practice()].map(str::to_owned).to_vec();
    let value = |step: &Step| vec![Some(step.amount.decimal() / Decimal::ONE_THOUSAND)];
    let rows = steps.iter().map(|step| (step.label.clone(), value(step))).collect();
    Drawn { svg: waterfall(&chart), table: DataTable { headings, rows, decimals: 1 } }
}

/// From zero, unless all ends lie so far from it that the steps between them would not be seen; then the title says so.
fn steps_axis(texts: Texts, ends: &[(f64, f64)]) -> Axis {
    let least = ends.iter().map(|(_, to)| *to).fold(f64::INFINITY, f64::min);
    let most = ends.iter().map(|(_, to)| *to).fold(1.0, f64::max);
    let cut = least > 0.6 * most;
    let low = if cut { least - 0.2 * (most - least) } else { least.min(0.0) };
    let ticks = nice_ticks(low, most, 6);
    let low = ticks.first().map_or(low, |first| first.at()).min(low);
    let high = last(&ticks, most).max(most);
    let title = if low > 0.0 { texts.waterfall_axis_cut() } else { texts.axis_kr_month_practice() };
    axis_between(texts, ticks, title, (low, high))
}
