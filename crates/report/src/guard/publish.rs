//! Figures as they may leave the page: worked out with stand-ins in the place of hidden counts, which stand together in
//! every sum. Decides nothing of what is hidden.
use super::{Between, Protection, Total};
use model::{
    count::Count,
    measure::Measure,
    outcome::PaidFor,
    practice::Practice,
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
    /// As it is, but for its explanation, in which hidden counts stand together.
    Mended(Rc<Node>),
    /// Worked out with stand-ins for hidden counts; parts of payments are rounded.
    Rounded(Rc<Node>),
    /// A hidden count.
    Between(Between),
    /// A figure of one hidden count alone, or of a sum that is withheld.
    Withheld,
}

impl Published {
    /// The figure, if it may be told.
    pub fn node(&self) -> Option<&Rc<Node>> {
        match self {
            Self::Whole(node) | Self::Mended(node) | Self::Rounded(node) => Some(node),
            Self::Between(_) | Self::Withheld => None,
        }
    }
}

/// The practice with stand-ins in the place of hidden counts: whatever is worked out from it alone may be published,
/// but for the stand-ins themselves, which are not true.
pub fn published_practice(practice: &Practice, protection: &Protection) -> Practice {
    let stand_in = |what: PaidFor, count: Count| protection.of(&what).map_or(count, |hidden| hidden.stand_in);
    let affected = practice.affected.iter();
    Practice {
        listed: practice.listed.map(|cell, count| stand_in(PaidFor::Cell(cell), *count)),
        affected: affected.map(|(id, count)| (id.clone(), stand_in(PaidFor::Factor(id.clone()), *count))).collect(),
        drug_cost: practice.drug_cost,
    }
}

/// A figure of a practice as it may leave the page.
pub fn published(node: &Rc<Node>, protection: &Protection) -> Published {
    if let Some(hidden) = counted(node).and_then(|what| protection.of(&what)) {
        return Published::Between(hidden.between);
    }
    let publisher = Publisher(protection);
    if !publisher.depends(node) {
        return Published::Whole(Rc::clone(node));
    }
    let as_told = if publisher.is_exact(node) { Published::Mended } else { Published::Rounded };
    publisher.figure(node).map_or(Published::Withheld, as_told)
}

/// Whether a hidden count is in the figure.
pub fn depends(node: &Node, protection: &Protection) -> bool {
    counted(node).is_some_and(|what| protection.hides(&what))
        || node.how.inputs().into_iter().any(|input| depends(input, protection))
}

/// Whom an input counts.
fn counted(node: &Node) -> Option<PaidFor> {
    match (&node.how, &node.term) {
        (How::Input, Term::Listed(cell)) => Some(PaidFor::Cell(*cell)),
        (How::Input, Term::Affected(id)) => Some(PaidFor::Factor(id.clone())),
        _ => None,
    }
}

struct Publisher<'a>(&'a Protection);

impl Publisher<'_> {
    fn depends(&self, node: &Node) -> bool {
        depends(node, self.0)
    }

    /// Whether stand-ins make the same of it, since their sum is that of the hidden counts.
    fn is_exact(&self, node: &Node) -> bool {
        let inputs = node.how.inputs();
        let of_exact = || !inputs.is_empty() && inputs.iter().all(|input| self.is_exact(input));
        !self.depends(node) || node.term == Term::ListedTotal || !matches!(node.how, How::Sum(_)) && of_exact()
    }

    /// The figure with stand-ins; none when it is one hidden count's, or made of a sum that is withheld.
    fn figure(&self, node: &Rc<Node>) -> Option<Rc<Node>> {
        if !self.depends(node) {
            return Some(Rc::clone(node));
        }
        if node.term == Term::ListedTotal && self.0.withholds(Total::Listed) {
            return None;
        }
        let how = match &node.how {
            How::Sum(parts) => self.sum(parts, node.value.unit)?,
            how => of_parts(how, |input| self.figure(input))?,
        };
        let mut made = Node { term: node.term.clone(), value: node.value, how };
        made.value.value = made.recomputed()?;
        Some(Rc::new(made))
    }

    /// The sum with what depends on hidden counts as one part, the last. Kronor a month are rounded so that what is for
    /// age and sex and what is for conditions each comes to a whole step: a payment is then the sum of its parts.
    fn sum(&self, parts: &[Rc<Node>], unit: Unit) -> Option<How> {
        let (hidden, free): (Vec<_>, Vec<_>) = parts.iter().cloned().partition(|part| self.depends(part));
        let (cells, others): (Vec<_>, Vec<_>) =
            parts.iter().partition(|part| matches!(part.term, Term::CellPayment(_)));
        let target = match unit {
            Unit::KrPerMonth => self.rounded(&cells)? + self.rounded(&others)?,
            _ => parts.iter().map(|part| self.part(part)).sum::<Option<Decimal>>()?,
        };
        let known: Decimal = free.iter().map(|part| part.value.value).sum();
        let value = Quantity { value: target - known, unit: hidden.first()?.value.unit };
        let together = Rc::new(Node { term: Term::WithheldTogether, value, how: How::Input });
        Some(How::Sum(free.into_iter().chain([together]).collect()))
    }

    /// A part of a sum as it is told by itself, or with stand-ins where it is not.
    fn part(&self, node: &Rc<Node>) -> Option<Decimal> {
        self.figure(node).map(|told| told.value.value).or_else(|| self.value(node))
    }

    /// The sum, rounded to the step if a hidden count is in it.
    fn rounded(&self, parts: &[&Rc<Node>]) -> Option<Decimal> {
        let sum: Decimal = parts.iter().map(|part| self.value(part)).sum::<Option<Decimal>>()?;
        let step = self.0.money_step.decimal();
        if step.is_zero() || !parts.iter().any(|part| self.depends(part)) {
            return Some(sum);
        }
        Some(sum.checked_div(step)?.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * step)
    }

    /// What the figure comes to with stand-ins.
    fn value(&self, node: &Rc<Node>) -> Option<Decimal> {
        if let Some(hidden) = counted(node).and_then(|what| self.0.of(&what)) {
            return Some(hidden.stand_in.persons().decimal());
        }
        if !self.depends(node) {
            return Some(node.value.value);
        }
        let leaf = |input: &Rc<Node>| {
            let value = Quantity { value: self.value(input)?, unit: input.value.unit };
            Some(Rc::new(Node { term: input.term.clone(), value, how: How::Input }))
        };
        let how = match &node.how {
            How::Sum(parts) => How::Sum(parts.iter().map(leaf).collect::<Option<_>>()?),
            how => of_parts(how, leaf)?,
        };
        Node { term: node.term.clone(), value: node.value, how }.recomputed()
    }
}

/// What is made of one or two figures, of others in their place.
fn of_parts(how: &How, one: impl Fn(&Rc<Node>) -> Option<Rc<Node>>) -> Option<How> {
    Some(match how {
        How::Difference(a, b) => How::Difference(one(a)?, one(b)?),
        How::Product(a, b) => How::Product(one(a)?, one(b)?),
        How::Quotient(a, b) => How::Quotient(one(a)?, one(b)?),
        How::TwelveMonths(month) => How::TwelveMonths(one(month)?),
        How::SquareRoot(of) => How::SquareRoot(one(of)?),
        // assumptions about a population, and figures of a whole region: never of one practice's own persons
        How::CoOccurrence(..)
        | How::Statistic(..)
        | How::ToOre(..)
        | How::Sum(_)
        | How::Input
        | How::Parameter(_)
        | How::Edited { .. } => return None,
    })
}
