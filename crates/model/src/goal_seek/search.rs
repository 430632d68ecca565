//! The search over the values that can be entered, numbered as whole steps. It takes no shape of the result for
//! granted but that the values which work lie side by side.
use super::{
    Point,
    outcome::{Evaluator, Reason},
};
use crate::{
    bounds::Bounds,
    measure::{Measure, MonthlyMoney},
};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

/// The values that work.
pub(super) struct Range {
    low: i64,
    high: i64,
    /// The present value, or one that works where that does not.
    pub(super) start: Decimal,
}

/// Two points whose results have the target between them.
pub(super) struct Bracket(pub(super) Point, pub(super) Point);

impl Evaluator<'_> {
    fn step_of(&self, value: Decimal) -> i64 {
        let steps = value.checked_mul(Decimal::from(10i64.pow(self.decimals))).unwrap_or_default();
        steps.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64().unwrap_or_default()
    }

    fn value_of(&self, step: i64) -> Decimal {
        Decimal::new(step, self.decimals).normalize()
    }

    fn step(&self, step: i64) -> Result<Point, Vec<Reason>> {
        self.at(self.value_of(step))
    }

    fn works(&self, step: i64) -> bool {
        self.step(step).is_ok()
    }
}

/// The range of values that work. Errors: why none does, told for the present value.
pub(super) fn range(evaluator: &Evaluator<'_>, bounds: &Bounds) -> Result<Range, Vec<Reason>> {
    let (least, most) = (evaluator.step_of(bounds.least), evaluator.step_of(bounds.most));
    let present = evaluator.step_of(evaluator.what.present(evaluator.question.scenario)).clamp(least, most);
    let start = first_that_works(evaluator, present, (least, most))?;
    let low = furthest(evaluator, start, least);
    let high = furthest(evaluator, start, most);
    Ok(Range { low, high, start: evaluator.value_of(start) })
}

/// The present step, or the first that works of steps ever further from nothing.
fn first_that_works(evaluator: &Evaluator<'_>, present: i64, (least, most): (i64, i64)) -> Result<i64, Vec<Reason>> {
    let Err(reasons) = evaluator.step(present) else { return Ok(present) };
    // what the unknown cannot mend is the same everywhere
    if !reasons.iter().any(|reason| matches!(reason, Reason::Tariff(_) | Reason::OutOfBounds | Reason::NobodyListed)) {
        return Err(reasons);
    }
    let doubled = std::iter::successors(Some(1i64), |step| step.checked_mul(2)).take_while(|step| *step <= most);
    let mut tried = [0].into_iter().chain(doubled).flat_map(|step| [step, -step]).chain([least, most]);
    let inside = |step: &i64| (least..=most).contains(step) && evaluator.works(*step);
    tried.find(inside).ok_or(reasons)
}

/// The step nearest to `end` that works, when every step between it and `start` does.
fn furthest(evaluator: &Evaluator<'_>, start: i64, end: i64) -> i64 {
    if evaluator.works(end) {
        return end;
    }
    let (mut works, mut fails) = (start, end);
    while works.abs_diff(fails) > 1 {
        let middle = works.midpoint(fails);
        *(if evaluator.works(middle) { &mut works } else { &mut fails }) = middle;
    }
    works
}

/// Steps between the ends at which the result is looked at, beside those next to the present value.
const PARTS: i64 = 8;

/// Points in rising order of their values: both ends, the present value, and some between.
pub(super) fn samples(evaluator: &Evaluator<'_>, range: &Range) -> Vec<Point> {
    let breadth = range.high.saturating_sub(range.low);
    let between = (0..=PARTS).map(|part| range.low + breadth / PARTS * part);
    let mut steps: Vec<i64> = between.chain([evaluator.step_of(range.start), range.high]).collect();
    steps.sort_unstable();
    steps.dedup();
    steps.into_iter().filter_map(|step| evaluator.step(step).ok()).collect()
}

/// The two neighbours around the target that are nearest to a value.
pub(super) fn bracket(points: &[Point], target: MonthlyMoney, near: Decimal) -> Option<Bracket> {
    let around = points
        .iter()
        .zip(points.iter().skip(1))
        .filter(|(a, b)| (a.outcome.min(b.outcome)..=a.outcome.max(b.outcome)).contains(&target));
    let away = |(a, b): &(&Point, &Point)| (a.value - near).abs().min((b.value - near).abs());
    around.min_by_key(away).map(|(a, b)| Bracket(*a, *b))
}

/// The bracket drawn together until no value lies between its ends. Every third guess halves it, so that it ends.
pub(super) fn narrowed(evaluator: &Evaluator<'_>, bracket: Bracket, target: MonthlyMoney) -> Bracket {
    let Bracket(mut a, mut b) = bracket;
    for round in 0u32.. {
        let (low, high) = (evaluator.step_of(a.value), evaluator.step_of(b.value));
        if high.saturating_sub(low) <= 1 {
            break;
        }
        let guess = if round % 3 == 2 { None } else { straight(&a, &b, target, high - low) };
        let guess = guess.map_or(low.midpoint(high), |steps| low.saturating_add(steps));
        let Ok(point) = evaluator.step(guess.clamp(low + 1, high - 1)) else { break };
        let rises = a.outcome <= b.outcome;
        *(if (point.outcome <= target) == rises { &mut a } else { &mut b }) = point;
    }
    Bracket(a, b)
}

/// Steps from `a` to the target, if the result changed evenly up to `b`.
fn straight(a: &Point, b: &Point, target: MonthlyMoney, steps: i64) -> Option<i64> {
    let whole = b.outcome.decimal().checked_sub(a.outcome.decimal())?;
    let part = target.decimal().checked_sub(a.outcome.decimal())?.checked_div(whole)?;
    part.checked_mul(steps.into())?.to_i64()
}

/// The value with the fewest decimals that gives the same result: where weights are rounded, many do.
pub(super) fn shortest(evaluator: &Evaluator<'_>, point: Point) -> Point {
    let rounded = |decimals| point.value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let mut shorter = (0..point.value.scale()).filter_map(|decimals| evaluator.at(rounded(decimals)).ok());
    shorter.find(|shorter| shorter.outcome == point.outcome).unwrap_or(point)
}
