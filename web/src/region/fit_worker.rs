//! The worker's fit of weights to the costs of the persons that it keeps. Knows no page.
use super::order::{FitOrder, Fitted};
use register::{
    crossfit::{Split, cross_fit},
    fit::fit_practices,
    source::Source,
    summary::Summary,
};
use report::columns::Column;

/// Parts are drawn alike for everyone.
const SEED: u64 = 2026;

/// The weights of the scenario's model; `None` when it has none.
pub fn fitted(region: &Source, summary: &Summary, order: FitOrder) -> Option<Fitted> {
    let lane = Column::Scenario.place();
    let practices = region.parts(&summary.frame, lane, Split::EachPractice)?;
    if practices.first()?.factors() == 0 {
        return None;
    }
    let fit = fit_practices(&practices, order.cost_share, &order.options)?;
    let parts = match order.parts {
        None => practices,
        Some(parts_of) => region.parts(&summary.frame, lane, Split::Practices { parts: parts_of, seed: SEED })?,
    };
    let crossed = cross_fit(&parts, order.cost_share, &order.options)?.r_squared;
    Some(Fitted { order, fit, crossed })
}
