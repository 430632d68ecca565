//! Two models beside each other.
use crate::{
    bounds::LARGEST_FACTOR,
    cell::{Cell, PerCell},
    measure::{Factor, Measure, Rate, Share},
    tariff::Tariff,
    term::Term,
    trace::Traced,
};

/// The change of one figure.
pub fn change<T: Measure>(from: &Traced<T>, to: &Traced<T>) -> Traced<T> {
    to.minus(Term::Change, from)
}

/// The change of a cell's amount between two years, in the part that the cost share explains and the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSplit {
    /// The earlier amount.
    pub from: Traced<Rate>,
    /// The later amount.
    pub to: Traced<Rate>,
    /// The earlier amount at the later share, less the earlier amount.
    pub by_share: Traced<Rate>,
    /// The rest, which the source does not explain.
    pub unexplained: Traced<Rate>,
    /// Both parts together: the whole change.
    pub total: Traced<Rate>,
}

/// Splits the change of every cell. `None` when a model has no table, the bands differ, or the later share is not a
/// number of times the earlier: the earlier is zero, or the later is more than [`LARGEST_FACTOR`] times as large.
pub fn split_change(earlier: &Tariff, later: &Tariff) -> Option<PerCell<ChangeSplit>> {
    let pairs = earlier.base.as_ref()?.zip(later.base.as_ref()?).ok()?;
    let ratio: Traced<Factor> = share_ratio(&earlier.cost_share, &later.cost_share)?;
    Some(pairs.map(|cell, (from, to)| split_cell(cell, from, to, &ratio)))
}

/// A later share by an earlier one; `None` when it is not a number of times the earlier, or one that is out of all
/// proportion.
pub fn share_ratio(earlier: &Traced<Share>, later: &Traced<Share>) -> Option<Traced<Factor>> {
    later.divided_by(Term::ShareRatio, earlier).filter(|ratio| ratio.value() <= LARGEST_FACTOR)
}

fn split_cell(cell: Cell, from: &Traced<Rate>, to: &Traced<Rate>, ratio: &Traced<Factor>) -> ChangeSplit {
    let at_later_share: Traced<Rate> = from.times(Term::AtLaterShare(cell), ratio);
    let by_share = at_later_share.minus(Term::ChangeByShare(cell), from);
    let unexplained = to.minus(Term::ChangeUnexplained(cell), &at_later_share);
    let total = Traced::sum(Term::CellChange(cell), [by_share.clone(), unexplained.clone()]);
    ChangeSplit { from: from.clone(), to: to.clone(), by_share, unexplained, total }
}
