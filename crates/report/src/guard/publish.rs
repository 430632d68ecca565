//! A figure as it may leave the page. Only totals that the protection has weighed are published, kronor among them
//! rounded to its step, and what is made of those; every other figure with a hidden count in it is withheld.
use super::{Protection, Total, guarded_trace, trace::depends};
use crate::columns::Column;
use model::{
    measure::Measure,
    outcome::PaidFor,
    quantity::{Quantity, Unit},
    term::Term,
    trace::{How, Node},
};
use rust_decimal::{Decimal, RoundingStrategy};
use std::rc::Rc;

/// A figure as it may leave the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Published {
    /// As it is.
    Whole(Rc<Node>),
    /// Made of hidden counts, which stand together in it; kronor of it are rounded.
    Mended(Rc<Node>),
    /// A count that is small itself.
    Small,
    /// A figure that would give a small count away.
    Withheld,
}

impl Published {
    /// The figure, if it may be told.
    pub fn node(&self) -> Option<&Rc<Node>> {
        match self {
            Self::Whole(node) | Self::Mended(node) => Some(node),
            Self::Small | Self::Withheld => None,
        }
    }
}

/// A figure of a practice under a model as it may leave the page.
pub fn published(node: &Rc<Node>, column: Column, protection: &Protection) -> Published {
    let hidden = protection.hidden();
    if counted(node).is_some_and(|what| protection.small.contains(&what)) {
        return Published::Small;
    }
    if !depends(node, &hidden) {
        return Published::Whole(Rc::clone(node));
    }
    let publisher = Publisher { protection, hidden: &hidden };
    publisher.figure(node, column).map_or(Published::Withheld, Published::Mended)
}

/// Whom an input counts.
fn counted(node: &Node) -> Option<PaidFor> {
    match (&node.how, &node.term) {
        (How::Input, Term::Listed(cell)) => Some(PaidFor::Cell(*cell)),
        (How::Input, Term::Affected(id)) => Some(PaidFor::Factor(id.clone())),
        _ => None,
    }
}

struct Publisher<'a> {
    protection: &'a Protection,
    hidden: &'a [PaidFor],
}

impl Publisher<'_> {
    fn figure(&self, node: &Rc<Node>, column: Column) -> Option<Rc<Node>> {
        if !depends(node, self.hidden) {
            return Some(Rc::clone(node));
        }
        let (own, other) = match node.term {
            Term::Change => (Some(Total::Change(column)), Column::Current),
            Term::Net => (Some(Total::Net(column)), column),
            _ => (None, column),
        };
        if own.is_some_and(|total| self.protection.withholds(total)) {
            return None;
        }
        let one = |input: &Rc<Node>| self.figure(input, column);
        let how = match &node.how {
            How::Sum(_) => return self.total(node, column),
            How::Difference(a, b) => How::Difference(one(a)?, self.figure(b, other)?),
            How::Product(a, b) => How::Product(one(a)?, one(b)?),
            How::Quotient(a, b) => How::Quotient(one(a)?, one(b)?),
            How::TwelveMonths(month) => How::TwelveMonths(one(month)?),
            How::SquareRoot(of) => How::SquareRoot(one(of)?),
            How::CoOccurrence(..)
            | How::Statistic(..)
            | How::ToOre(..)
            | How::Input
            | How::Parameter(_)
            | How::Edited { .. } => {
                return None;
            }
        };
        made(node, how)
    }

    /// One of the totals that the protection has weighed.
    fn total(&self, node: &Rc<Node>, column: Column) -> Option<Rc<Node>> {
        let total = match node.term {
            Term::Payment => Total::Payment(column),
            Term::CapitationPayment => Total::Capitation(column),
            Term::CaseMixPayment => Total::CaseMix(column),
            Term::ListedTotal => Total::Listed,
            _ => return None,
        };
        if self.protection.withholds(total) {
            return None;
        }
        let mended = guarded_trace(node, self.hidden)?;
        if mended.value.unit == Unit::KrPerMonth { self.rounded(node, &mended, column) } else { Some(mended) }
    }

    /// The total with what stands together in it rounded. A payment is the sum of its two parts as they are published
    /// where both are: rounded by itself it would tell more of them, and they would not add up to it.
    fn rounded(&self, node: &Node, mended: &Node, column: Column) -> Option<Rc<Node>> {
        let How::Sum(lines) = &node.how else { return None };
        let parts = [Total::Capitation(column), Total::CaseMix(column)];
        let by_part = node.term == Term::Payment && !parts.iter().any(|part| self.protection.withholds(*part));
        let (cells, others): (Vec<_>, Vec<_>) =
            lines.iter().partition(|line| !by_part || matches!(line.term, Term::CellPayment(_)));
        set_to(mended, self.sum(&cells)? + self.sum(&others)?)
    }

    /// The sum, rounded to the step if a hidden count is in it.
    fn sum(&self, lines: &[&Rc<Node>]) -> Option<Decimal> {
        let sum: Decimal = lines.iter().map(|line| line.value.value).sum();
        let step = self.protection.money_step.decimal();
        if step.is_zero() || !lines.iter().any(|line| depends(line, self.hidden)) {
            return Some(sum);
        }
        Some(sum.checked_div(step)?.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * step)
    }
}

fn made(node: &Node, how: How) -> Option<Rc<Node>> {
    let mut made = Node { term: node.term.clone(), value: node.value, how };
    made.value.value = made.recomputed()?;
    Some(Rc::new(made))
}

/// The sum brought to a value; what stands together in it takes the difference.
fn set_to(sum: &Node, target: Decimal) -> Option<Rc<Node>> {
    let How::Sum(parts) = &sum.how else { return None };
    let (together, free): (Vec<_>, Vec<_>) =
        parts.iter().cloned().partition(|part| part.term == Term::WithheldTogether);
    let others: Decimal = free.iter().map(|part| part.value.value).sum();
    let unit = together.first()?.value.unit;
    let value = Quantity { value: target - others, unit };
    let together = Rc::new(Node { term: Term::WithheldTogether, value, how: How::Input });
    made(sum, How::Sum(free.into_iter().chain([together]).collect()))
}
