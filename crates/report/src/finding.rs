//! What may be said of the spread between practices when another model takes today's place. It follows from the interval
//! and from all measures, never from one figure. Knows no words.
use crate::region::RegionColumn;
use register::{
    bootstrap::{RESAMPLES, SpreadChange, change_in_spread},
    statistics::Spread,
};

/// Which way the spread goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No measure changes.
    Unchanged,
    /// The deviation's interval lies below no change, and no measure grows.
    Shrinks,
    /// The interval lies above no change, and no measure shrinks.
    Grows,
    /// The interval holds no change.
    CannotTell,
    /// The interval lies to one side of no change, and a measure goes to the other.
    Disagree,
}

/// What is found, and the change in the standard deviation that it rests on, in kronor per listed and month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpreadFinding {
    /// Which way.
    pub verdict: Verdict,
    /// The standard deviation before and after, and the change with its interval.
    pub change: SpreadChange,
}

/// Everyone draws the same resamples.
pub const SEED: u64 = 2026;

/// Changes that are not seen in whole öre are none.
const SEEN: f64 = 0.005;

/// What another model does to the spread; `None` of too few practices; see
/// [`register::bootstrap::FEWEST_PRACTICES`].
pub fn spread_finding(before: &RegionColumn, after: &RegionColumn) -> Option<SpreadFinding> {
    let change = change_in_spread(&before.nets, &after.nets, SEED, RESAMPLES)?;
    let changes =
        measures(before).into_iter().zip(measures(after)).filter_map(|(before, after)| Some(after? - before?));
    let (mut up, mut down) = (false, false);
    for change in changes {
        up |= change >= SEEN;
        down |= change <= -SEEN;
    }
    let interval = change.difference_interval;
    let verdict = match () {
        () if !up && !down => Verdict::Unchanged,
        () if interval.low <= 0.0 && interval.high >= 0.0 => Verdict::CannotTell,
        () if up && down => Verdict::Disagree,
        () if up => Verdict::Grows,
        () => Verdict::Shrinks,
    };
    Some(SpreadFinding { verdict, change })
}

/// Standard deviation, percentiles 10 to 90, percentiles 25 to 75, and the distance between the two sides of zero.
fn measures(column: &RegionColumn) -> [Option<f64>; 4] {
    let spread = column.spread;
    let tenths = spread.and_then(Spread::of_several).map(|spread| spread.p90 - spread.p10);
    [spread.and_then(|spread| spread.sd), tenths, spread.and_then(|spread| spread.iqr), column.sides.distance()]
}
