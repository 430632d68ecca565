//! An explanation without hidden counts: in every sum, what depends on one becomes a single part with their common
//! amount, so that every total stays what it is. Decides nothing of what is hidden.
use model::{
    outcome::PaidFor,
    quantity::Quantity,
    term::Term,
    trace::{How, Node},
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// The explanation without the hidden counts. `None` when the figure itself would give one away: it is one, or it is
/// made of one otherwise than in a sum with another, as a cell's payment is.
pub fn guarded_trace(node: &Rc<Node>, hidden: &[PaidFor]) -> Option<Rc<Node>> {
    match guarded(node, hidden) {
        Guard::Free => Some(Rc::clone(node)),
        Guard::Mended(mended) => Some(mended),
        Guard::Closed => None,
    }
}

/// What a figure is once the hidden counts are out of it.
enum Guard {
    /// It depends on none.
    Free,
    /// It depends on several, which stand together in it now.
    Mended(Rc<Node>),
    /// It cannot be shown.
    Closed,
}

fn guarded(node: &Rc<Node>, hidden: &[PaidFor]) -> Guard {
    if !depends(node, hidden) {
        return Guard::Free;
    }
    let one = |input: &Rc<Node>| guarded_trace(input, hidden);
    let two = |a, b, how: fn(Rc<Node>, Rc<Node>) -> How| Some(how(one(a)?, one(b)?));
    let how = match &node.how {
        How::Sum(parts) => summed(parts, hidden, node.value),
        How::Difference(a, b) => two(a, b, How::Difference),
        How::Product(a, b) => two(a, b, How::Product),
        How::Quotient(a, b) => two(a, b, How::Quotient),
        How::TwelveMonths(month) => one(month).map(How::TwelveMonths),
        How::SquareRoot(square) => one(square).map(How::SquareRoot),
        // assumptions about a population, and figures of a whole region: never of one practice's own persons
        How::CoOccurrence(..)
        | How::Statistic(..)
        | How::ToOre(..)
        | How::Input
        | How::Parameter(_)
        | How::Edited { .. } => None,
    };
    let mended = |how| Guard::Mended(Rc::new(Node { term: node.term.clone(), value: node.value, how }));
    how.map_or(Guard::Closed, mended)
}

/// The parts with what depends on hidden counts as one, the last; `None` when that is a single count's.
fn summed(parts: &[Rc<Node>], hidden: &[PaidFor], sum: Quantity) -> Option<How> {
    let (closed, free): (Vec<_>, Vec<_>) = parts.iter().cloned().partition(|part| depends(part, hidden));
    let counts = hidden.iter().filter(|count| closed.iter().any(|part| depends(part, std::slice::from_ref(count))));
    // what the others leave of the sum: added up anew, long decimals would be rounded in another order
    let others: Decimal = free.iter().map(|part| part.value.value).sum();
    let value = Quantity { value: sum.value - others, unit: sum.unit };
    let together = Rc::new(Node { term: Term::WithheldTogether, value, how: How::Input });
    (counts.count() > 1).then(|| How::Sum(free.into_iter().chain([together]).collect()))
}

/// Whether a hidden count is in the figure.
pub fn depends(node: &Rc<Node>, hidden: &[PaidFor]) -> bool {
    let is_one = match (&node.how, &node.term) {
        (How::Input, Term::Listed(cell)) => hidden.contains(&PaidFor::Cell(*cell)),
        (How::Input, Term::Affected(id)) => hidden.contains(&PaidFor::Factor(id.clone())),
        _ => false,
    };
    is_one || node.how.inputs().into_iter().any(|input| depends(input, hidden))
}
