//! `prevalence`: how common a condition is, as a curve through a few ages for each sex.
use super::{bands::OLDEST, node::Node};
use crate::problem::ProblemKind;
use model::{
    age::{Age, AgeBand},
    bounds,
    cell::{Cell, PerCell},
    citation::Citation,
    condition::Limits,
    count::Count,
    sex::Sex,
};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use std::rc::Rc;

/// An age and the per cent there.
type Anchor = (Age, Decimal);

/// A curve for each sex, straight between its ages and level beyond them.
#[derive(Clone, Debug)]
pub(crate) struct Prevalence {
    women: Vec<Anchor>,
    men: Vec<Anchor>,
    pub(crate) citation: Rc<Citation>,
}

/// `{ citation, women = [[age, "per cent"], …], men = […] }`.
pub(crate) fn prevalence(node: Node<'_>) -> Option<Prevalence> {
    node.table(|t| {
        let citation = t.need("citation", Node::citation);
        let (women, men) = (t.need("women", curve), t.need("men", curve));
        Some(Prevalence { women: women?, men: men?, citation: Rc::new(citation?) })
    })
}

fn curve(node: Node<'_>) -> Option<Vec<Anchor>> {
    let items = node.list()?;
    let anchors = super::node::all(items.iter().map(|item| anchor(*item)))?;
    if anchors.is_empty() {
        return node.fail(ProblemKind::WrongType, "The curve has no ages.", "Write at least one [age, \"per cent\"].");
    }
    let falls = anchors.windows(2).zip(items.iter().skip(1)).find(|(pair, _)| !pair.is_sorted_by(|a, b| a.0 < b.0));
    match falls {
        Some((_, item)) => {
            item.fail(ProblemKind::AnchorsNotRising, "This age is not above the one before.", "Sort the ages.")
        }
        None => Some(anchors),
    }
}

fn anchor(node: Node<'_>) -> Option<Anchor> {
    match *node.list()?.as_slice() {
        [age, share] => {
            let (age, share) = (age.small(0, OLDEST), share.amount(&bounds::PER_CENT));
            Some((age?, share?))
        }
        _ => node.wrong_type("an age with its per cent, such as [60, \"12.5\"]"),
    }
}

impl Prevalence {
    /// Whole persons in each cell: the cell's persons times the curve at the middle of its band, rounded half up;
    /// nobody where the limits let nobody in.
    pub(crate) fn persons(&self, listed: &PerCell<Count>, limits: Limits) -> PerCell<Count> {
        listed.map(|cell, count| if admits(limits, cell) { self.persons_in(cell, *count) } else { Count::ZERO })
    }

    fn persons_in(&self, cell: Cell, count: Count) -> Count {
        let curve = if cell.sex == Sex::Woman { &self.women } else { &self.men };
        let persons = Decimal::from(count.get()) * per_cent(curve, middle(cell.band)) / Decimal::ONE_HUNDRED;
        let whole = persons.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        whole.to_u64().and_then(Count::new).unwrap_or(count)
    }
}

fn admits(limits: Limits, cell: Cell) -> bool {
    let last = cell.band.high.unwrap_or(Age::MAX);
    (cell.band.low..=last).any(|age| limits.admit(cell.sex, age))
}

/// The middle of the band; of the open one, two years above its first age.
fn middle(band: AgeBand) -> Decimal {
    match band.high {
        Some(high) => Decimal::from(u16::from(band.low) + u16::from(high)) / Decimal::TWO,
        None => Decimal::from(band.low) + Decimal::TWO,
    }
}

fn per_cent(curve: &[Anchor], age: Decimal) -> Decimal {
    let before = curve.iter().rfind(|(at, _)| Decimal::from(*at) <= age);
    let after = curve.iter().find(|(at, _)| Decimal::from(*at) > age);
    match (before, after) {
        (Some((a, low)), Some((b, high))) => {
            let (a, b) = (Decimal::from(*a), Decimal::from(*b));
            low + (high - low) * (age - a) / (b - a)
        }
        (Some((_, level)), None) | (None, Some((_, level))) => *level,
        (None, None) => Decimal::ZERO,
    }
}
