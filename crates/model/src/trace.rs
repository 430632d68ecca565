//! Results that explain themselves: a value is made together with the tree of how it was made, so the two cannot
//! differ. Knows nothing of models, and nothing of words.
use crate::{
    citation::{Citation, Parameter},
    co_occurrence::CoOccurrence,
    measure::{Measure, MonthlyMoney, YearlyMoney},
    quantity::Quantity,
    root::square_root,
    statistic::Statistic,
    term::Term,
};
use rust_decimal::{Decimal, RoundingStrategy};
use std::{marker::PhantomData, rc::Rc};

/// One figure: what it is, how much, and how it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What the figure is.
    pub term: Term,
    /// How much.
    pub value: Quantity,
    /// How it was made.
    pub how: How,
}

/// Which way an amount is made whole öre: many amounts that are rounded to a common sum do not all go the nearest way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ToOre {
    /// To the whole öre below.
    Down,
    /// To the whole öre above.
    Up,
}

impl ToOre {
    /// The amount in whole öre.
    pub fn of(self, kronor: Decimal) -> Decimal {
        let strategy = match self {
            Self::Down => RoundingStrategy::ToNegativeInfinity,
            Self::Up => RoundingStrategy::ToPositiveInfinity,
        };
        kronor.round_dp_with_strategy(2, strategy)
    }
}

/// How a figure was made. The first three are leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// Given by the user.
    Input,
    /// Taken from a source.
    Parameter(Rc<Citation>),
    /// Put by the user in the place of a source's figure.
    Edited {
        /// The source's figure.
        original: Quantity,
        /// Its source.
        citation: Rc<Citation>,
    },
    /// All of them added.
    Sum(Vec<Rc<Node>>),
    /// The first less the second.
    Difference(Rc<Node>, Rc<Node>),
    /// The first times the second.
    Product(Rc<Node>, Rc<Node>),
    /// The first divided by the second.
    Quotient(Rc<Node>, Rc<Node>),
    /// Twelve times a month's figure.
    TwelveMonths(Rc<Node>),
    /// The square root of its number.
    SquareRoot(Rc<Node>),
    /// Made whole öre.
    ToOre(ToOre, Rc<Node>),
    /// A description of many figures.
    Statistic(Statistic, Vec<Rc<Node>>),
    /// A share of persons with several conditions at once, under a stated assumption.
    CoOccurrence(CoOccurrence, Vec<Rc<Node>>),
}

impl How {
    /// What it is called in plain text for those who read no language's words: the command's and the tests'.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Input => "given",
            Self::Parameter(_) => "from a source",
            Self::Edited { .. } => "edited",
            Self::Sum(_) => "sum",
            Self::Difference(..) => "difference",
            Self::Product(..) => "product",
            Self::Quotient(..) => "quotient",
            Self::TwelveMonths(_) => "twelve months",
            Self::SquareRoot(_) => "square root",
            Self::ToOre(..) => "in hundredths of a krona",
            Self::Statistic(..) => "statistic",
            Self::CoOccurrence(..) => "shares together",
        }
    }

    /// The figures that it was made of; none for a leaf.
    pub fn inputs(&self) -> Vec<&Rc<Node>> {
        match self {
            Self::Input | Self::Parameter(_) | Self::Edited { .. } => Vec::new(),
            Self::Sum(parts) | Self::Statistic(_, parts) | Self::CoOccurrence(_, parts) => parts.iter().collect(),
            Self::Difference(a, b) | Self::Product(a, b) | Self::Quotient(a, b) => vec![a, b],
            Self::TwelveMonths(of) | Self::SquareRoot(of) | Self::ToOre(_, of) => vec![of],
        }
    }
}

impl Node {
    /// The figure made anew from its inputs' values; for a leaf, its own value. `None` for a division by zero and
    /// the root of a number below it.
    /// Equal to `value` for every figure that the core makes.
    pub fn recomputed(&self) -> Option<Decimal> {
        let inputs = self.how.inputs();
        self.made_of(&inputs.iter().map(|input| input.value.value).collect::<Vec<_>>())
    }

    /// What the figure would be if its inputs had these values, in the order of [`How::inputs`]; a leaf stays as it is.
    /// `None` where that cannot be worked out.
    pub fn made_of(&self, inputs: &[Decimal]) -> Option<Decimal> {
        match (&self.how, inputs) {
            (How::Input | How::Parameter(_) | How::Edited { .. }, _) => Some(self.value.value),
            (How::Sum(_), parts) => Some(parts.iter().sum()),
            (How::Difference(..), [a, b]) => a.checked_sub(*b),
            (How::Product(..), [a, b]) => a.checked_mul(*b),
            (How::Quotient(..), [a, b]) => a.checked_div(*b),
            (How::TwelveMonths(_), [month]) => month.checked_mul(Decimal::from(12)),
            (How::SquareRoot(_), [of]) => square_root(*of),
            (How::ToOre(way, _), [of]) => Some(way.of(*of)),
            (How::Statistic(statistic, _), of) => statistic.of(of),
            (How::CoOccurrence(rule, _), parts) => Some(rule.share(parts)),
            _ => None,
        }
    }
}

/// A typed value with its explanation. The type says the unit; the value itself stands in the node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced<T> {
    node: Rc<Node>,
    unit: PhantomData<T>,
}

// one copy of each for all units: the typed methods below only name the unit

#[inline(never)]
fn make(term: Term, value: Quantity, how: How) -> Rc<Node> {
    Rc::new(Node { term, value, how })
}

#[inline(never)]
fn product(a: &Rc<Node>, b: &Rc<Node>) -> (Decimal, How) {
    (a.value.value * b.value.value, How::Product(Rc::clone(a), Rc::clone(b)))
}

#[inline(never)]
fn difference(a: &Rc<Node>, b: &Rc<Node>) -> (Decimal, How) {
    (a.value.value - b.value.value, How::Difference(Rc::clone(a), Rc::clone(b)))
}

#[inline(never)]
fn quotient(a: &Rc<Node>, b: &Rc<Node>) -> Option<(Decimal, How)> {
    let value = a.value.value.checked_div(b.value.value)?;
    Some((value, How::Quotient(Rc::clone(a), Rc::clone(b))))
}

#[inline(never)]
fn sum(parts: Vec<Rc<Node>>) -> (Decimal, How) {
    (parts.iter().map(|part| part.value.value).sum(), How::Sum(parts))
}

impl<T: Measure> Traced<T> {
    fn made(term: Term, (value, how): (Decimal, How)) -> Self {
        Self { node: make(term, T::of(value).quantity(), how), unit: PhantomData }
    }

    /// A value that the user gave.
    pub fn input(term: Term, value: T) -> Self {
        Self::made(term, (value.decimal(), How::Input))
    }

    /// A value from a source, or the user's in its place.
    pub fn parameter(term: Term, parameter: &Parameter<T>) -> Self {
        let citation = Rc::clone(&parameter.citation);
        let how = match parameter.original {
            None => How::Parameter(citation),
            Some(original) => How::Edited { original: original.quantity(), citation },
        };
        Self::made(term, (parameter.value.decimal(), how))
    }

    /// A value derived by a rule of its own.
    pub fn derived(term: Term, value: T, how: How) -> Self {
        Self::made(term, (value.decimal(), how))
    }

    /// All parts added; zero for none.
    pub fn sum(term: Term, parts: impl IntoIterator<Item = Self>) -> Self {
        Self::made(term, sum(parts.into_iter().map(|part| part.node).collect()))
    }

    /// This less the other.
    pub fn minus(&self, term: Term, other: &Self) -> Self {
        Self::made(term, difference(&self.node, &other.node))
    }

    /// This times a value of another unit; the caller names the product's unit by its type.
    pub fn times<U: Measure, P: Measure>(&self, term: Term, other: &Traced<U>) -> Traced<P> {
        Traced::made(term, product(&self.node, &other.node))
    }

    /// This divided by a value of another unit; `None` when that is zero, or too near zero to divide by.
    pub fn divided_by<U: Measure, Q: Measure>(&self, term: Term, other: &Traced<U>) -> Option<Traced<Q>> {
        quotient(&self.node, &other.node).map(|made| Traced::made(term, made))
    }

    /// The square root of the number, in the unit of the type; `None` below zero.
    pub fn square_root<R: Measure>(&self, term: Term) -> Option<Traced<R>> {
        let value = square_root(self.node.value.value)?;
        Some(Traced::made(term, (value, How::SquareRoot(Rc::clone(&self.node)))))
    }

    /// The amount in whole öre, when `whole` is one of its two nearest; `None` for any other.
    pub fn to_ore(&self, term: Term, whole: T) -> Option<Self> {
        let ways = [ToOre::Down, ToOre::Up];
        let way = ways.into_iter().find(|way| way.of(self.node.value.value) == whole.decimal())?;
        Some(Self::made(term, (whole.decimal(), How::ToOre(way, Rc::clone(&self.node)))))
    }

    /// A description of many values of one unit, in the unit of the result; `None` of none.
    pub fn statistic<R: Measure>(term: Term, statistic: Statistic, of: &[Self]) -> Option<Traced<R>> {
        let nodes: Vec<_> = of.iter().map(|part| Rc::clone(&part.node)).collect();
        let value = statistic.of(&nodes.iter().map(|node| node.value.value).collect::<Vec<_>>())?;
        Some(Traced::made(term, (value, How::Statistic(statistic, nodes))))
    }

    /// The typed value.
    pub fn value(&self) -> T {
        T::of(self.node.value.value)
    }

    /// The explanation, whose root has the same value.
    pub fn node(&self) -> &Rc<Node> {
        &self.node
    }
}

impl Traced<MonthlyMoney> {
    /// The same for a year.
    pub fn per_year(&self) -> Traced<YearlyMoney> {
        let value = self.node.value.value * Decimal::from(12);
        Traced::made(self.node.term.clone(), (value, How::TwelveMonths(Rc::clone(&self.node))))
    }
}
