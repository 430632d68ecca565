//! Which value of one number gives a wanted result. Every result is the core's own, of the scenario with that value
//! put in: no formula is turned round. Knows no words.
mod outcome;
mod search;
mod unknown;

pub use outcome::{Asked, Question, Reason, Under};
pub use unknown::Unknown;

use crate::measure::{Measure, MonthlyMoney};
use outcome::Evaluator;
use rust_decimal::Decimal;
use search::Bracket;

/// A value of the unknown, and the result that it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The value: kronor, a share of one, persons or a pure number, as the unknown has it.
    pub value: Decimal,
    /// The result, in kronor a month.
    pub outcome: MonthlyMoney,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The result is within a krona of the target.
    Reached(Point),
    /// No value that can be entered comes within a krona; these two neighbours lie on either side.
    Between {
        /// The one with the lower result.
        below: Point,
        /// The one with the higher result.
        above: Point,
    },
    /// No value in the range reaches the target.
    OutOfReach {
        /// The lowest result, and where.
        least: Point,
        /// The highest result, and where.
        most: Point,
    },
    /// The result is this whatever the value.
    NoEffect(MonthlyMoney),
    /// The result cannot be worked out, whatever the value; everything that is wrong.
    NotComputable(Vec<Reason>),
}

/// How near is there: one krona.
const NEAR: Decimal = Decimal::ONE;

/// Finds the value of the unknown that gives the target. The range is that of [`crate::bounds`], less the values for
/// which the model's amounts cannot be worked out (a base below zero); no more persons are affected than are listed.
/// Where several values give the target, one next to the present value is found.
pub fn goal_seek(target: MonthlyMoney, what: &Unknown, question: &Question<'_>) -> Goal {
    let Some(bounds) = what.bounds(question.scenario) else { return Goal::NotComputable(vec![Reason::NoSuchNumber]) };
    let evaluator = Evaluator { what, question, decimals: bounds.decimals };
    let range = match search::range(&evaluator, &bounds) {
        Ok(range) => range,
        Err(reasons) => return Goal::NotComputable(reasons),
    };
    let points = search::samples(&evaluator, &range);
    let by_outcome = |point: &&Point| point.outcome;
    let ends = points.iter().min_by_key(by_outcome).zip(points.iter().max_by_key(by_outcome));
    let Some((least, most)) = ends else { return Goal::NotComputable(Vec::new()) };
    if least.outcome == most.outcome {
        return Goal::NoEffect(least.outcome);
    }
    match search::bracket(&points, target, range.start) {
        Some(bracket) => match nearest(&search::narrowed(&evaluator, bracket, target), target) {
            Goal::Reached(point) => Goal::Reached(search::shortest(&evaluator, point)),
            goal => goal,
        },
        None => Goal::OutOfReach { least: *least, most: *most },
    }
}

/// Every value that can be entered lies at one end of the bracket or outside it.
fn nearest(bracket: &Bracket, target: MonthlyMoney) -> Goal {
    let (a, b) = (bracket.0, bracket.1);
    let away = |point: &Point| (point.outcome.decimal() - target.decimal()).abs();
    let near = if away(&b) < away(&a) { b } else { a };
    if away(&near) <= NEAR {
        return Goal::Reached(near);
    }
    let (below, above) = if a.outcome <= b.outcome { (a, b) } else { (b, a) };
    Goal::Between { below, above }
}
