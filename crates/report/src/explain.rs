//! An explanation as the reader meets it: one figure, the arithmetic that made it, and where its leaves come from.
use model::{
    citation::Citation,
    quantity::Quantity,
    statistic::Statistic,
    term::Term,
    trace::{How, Node, ToOre},
};
use std::{collections::BTreeSet, rc::Rc};

/// The sign between the inputs of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Added.
    Plus,
    /// Subtracted.
    Minus,
    /// Multiplied.
    Times,
    /// Divided.
    By,
    /// Twelve months of it.
    TwelveMonths,
    /// The square root of it.
    SquareRoot,
    /// In whole öre.
    ToOre(ToOre),
    /// Described by a statistic.
    Statistic(Statistic),
    /// Put together under the assumption of independence.
    Independent,
}

/// Where a leaf comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The user gave it.
    Input,
    /// A source has it.
    Source(Rc<Citation>),
    /// The user put it in the place of a source's figure.
    Edited(Quantity, Rc<Citation>),
    /// A sum that nothing is part of.
    Nothing,
}

/// The sign that stands between a figure's inputs; `None` for a leaf.
pub fn sign(node: &Node) -> Option<Sign> {
    match node.how {
        How::Input | How::Parameter(_) | How::Edited { .. } => None,
        How::Sum(ref parts) if parts.is_empty() => None,
        How::Sum(_) => Some(Sign::Plus),
        How::Difference(..) => Some(Sign::Minus),
        How::Product(..) => Some(Sign::Times),
        How::Quotient(..) => Some(Sign::By),
        How::TwelveMonths(_) => Some(Sign::TwelveMonths),
        How::SquareRoot(_) => Some(Sign::SquareRoot),
        How::ToOre(way, _) => Some(Sign::ToOre(way)),
        How::Statistic(statistic, _) => Some(Sign::Statistic(statistic)),
        How::CoOccurrence(..) => Some(Sign::Independent),
    }
}

/// Where a leaf comes from; `None` for a figure that was made of others.
pub fn origin(node: &Node) -> Option<Origin> {
    match &node.how {
        How::Input => Some(Origin::Input),
        How::Parameter(citation) => Some(Origin::Source(Rc::clone(citation))),
        How::Edited { original, citation } => Some(Origin::Edited(*original, Rc::clone(citation))),
        How::Sum(parts) if parts.is_empty() => Some(Origin::Nothing),
        _ => None,
    }
}

/// Every citation of the figure's leaves, once each, in the order they are met.
pub fn citations(node: &Rc<Node>) -> Vec<Rc<Citation>> {
    let mut found: Vec<Rc<Citation>> = Vec::new();
    visit(node, &mut BTreeSet::new(), &mut |leaf| {
        if let Some(Origin::Source(citation) | Origin::Edited(_, citation)) = origin(leaf)
            && !found.contains(&citation)
        {
            found.push(citation);
        }
    });
    found
}

/// Whether an input that is so named is anywhere in the figure's tree.
pub fn is_made_of(node: &Rc<Node>, named: impl Fn(&Term) -> bool) -> bool {
    let mut found = false;
    visit(node, &mut BTreeSet::new(), &mut |met| found |= met.how == How::Input && named(&met.term));
    found
}

/// Calls `met` for every figure of the tree, from left to right; a figure that many others share is met once. A region's
/// sums share so much that they have millions of ways down to their leaves.
fn visit(node: &Rc<Node>, seen: &mut BTreeSet<*const Node>, met: &mut impl FnMut(&Rc<Node>)) {
    if !seen.insert(Rc::as_ptr(node)) {
        return;
    }
    met(node);
    for input in node.how.inputs() {
        visit(input, seen, met);
    }
}

#[cfg(test)]
mod tests {
    use super::{citations, is_made_of};
    use model::{
        measure::{Measure, Persons},
        term::Term,
        trace::Traced,
    };
    use rust_decimal::Decimal;

    #[test]
    fn a_figure_that_is_shared_is_met_once() {
        let mut sum: Traced<Persons> = Traced::input(Term::ListedTotal, Persons::of(Decimal::ZERO));
        for _ in 0..200 {
            sum = Traced::sum(Term::ListedTotal, [sum.clone(), sum]);
        }
        assert!(citations(sum.node()).is_empty(), "two hundred doublings have no end when each way down is walked");
        assert!(is_made_of(sum.node(), |term| *term == Term::ListedTotal));
        assert!(!is_made_of(sum.node(), |term| *term == Term::StDoctors));
    }
}
