//! What an outcome hangs on and how sure a change is: what is asked of the worker, what it answers, and what the reader
//! has said. Knows nothing of how it looks.
use super::{
    changes::Changed,
    order::{Answer, Order, Protect},
};
use crate::{
    ctx::Ctx,
    desk::{change, entry::Entry},
    state::House,
};
use exchange::number::{Limits, read_count, read_decimal};
use model::measure::{Measure, Share};
use register::{
    bootstrap::{Interval, RESAMPLES, change_in_spread},
    summary::Summary,
    tornado::{Bar, Lever, Outcome, tornado},
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    rc::Rc,
};

/// Which outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// The standard deviation of the nets per listed.
    #[default]
    Spread,
    /// What moves between practices.
    Moved,
    /// What the followed practice is paid.
    Payment,
}

impl Wanted {
    /// In the order of the choice.
    pub const ALL: [Self; 3] = [Self::Spread, Self::Moved, Self::Payment];
}

/// The same with what it takes, as it is told to the worker. Amounts are in öre a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Measured {
    /// The standard deviation of the nets per listed; true where the cost share is drawn at the net.
    Spread(bool),
    /// What moves, against these payments by practice.
    Moved(Vec<f64>),
    /// What the practice of this place is paid.
    Payment(usize),
}

/// A question of what an outcome hangs on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Swing {
    /// The model.
    pub model: Changed,
    /// Its place among the compared.
    pub lane: usize,
    /// The outcome.
    pub outcome: Measured,
    /// How much everything is moved, as a share.
    pub share: String,
    /// What is told more coarsely in the region that it is asked of; none where all may be told.
    pub protect: Option<Protect>,
}

/// The answer, in öre a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Swung {
    /// With nothing moved.
    pub base: f64,
    /// What was moved, what moves the outcome most first.
    pub bars: Vec<Swayed>,
}

/// One thing that was moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Swayed {
    /// The factor, by its id.
    pub factor: String,
    /// What of it.
    pub what: Pulled,
    /// The outcome a share lower; none where the model then has no amounts.
    pub low: Option<f64>,
    /// The outcome a share higher.
    pub high: Option<f64>,
}

/// What was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pulled {
    /// The weight.
    Weight,
    /// How many of the reference population have it.
    Prevalence,
    /// How many of the region count, as if the threshold were another.
    Flagged,
}

impl Pulled {
    /// In the order of the choice.
    pub const ALL: [Self; 3] = [Self::Weight, Self::Prevalence, Self::Flagged];
}

/// A question of how sure a change in the spread is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resample {
    /// Nets per listed before, by practice.
    pub before: Vec<f64>,
    /// Nets per listed after.
    pub after: Vec<f64>,
    /// The seed of the chance.
    pub seed: u64,
    /// How many times practices are drawn.
    pub times: usize,
}

/// The answer, in the unit of the nets.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resampled {
    /// The standard deviation before and after.
    pub deviations: (f64, f64),
    /// After less before, with the ends of its interval.
    pub difference: (f64, f64, f64),
    /// After by before, with the ends of its interval; none without a spread before.
    pub ratio: Option<(f64, f64, f64)>,
}

/// Tells questions apart. The question itself is not told back: a float that has been text may differ in its last bit.
pub type Key = u64;

/// The key of a question.
pub fn key(question: &impl Serialize) -> Key {
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(question).unwrap_or_default().hash(&mut hasher);
    hasher.finish()
}

/// What the reader has said, and what the worker has.
#[derive(Clone, Debug)]
pub struct Sensitivity {
    /// Which outcome.
    pub wanted: Wanted,
    /// What is looked at of what is moved; none: all of it.
    pub only: Option<Pulled>,
    /// How much everything is moved.
    pub share: Entry<Share>,
    /// How many times practices are drawn.
    pub times: Entry<usize>,
    /// The last answers to what an outcome hangs on: of the region as it is, and as it may leave the page.
    pub swung: Vec<(Key, Option<Rc<Swung>>)>,
    /// The last answers to how sure a change is, one for each model.
    pub resampled: Vec<(Key, Option<Resampled>)>,
}

impl Default for Sensitivity {
    fn default() -> Self {
        let share = Entry::of(Share::of(Decimal::new(2, 1)));
        Self {
            wanted: Wanted::Spread,
            only: None,
            share,
            times: Entry::of(RESAMPLES),
            swung: Vec::new(),
            resampled: Vec::new(),
        }
    }
}

/// So many answers are kept: those that are looked at together.
const KEPT: usize = 2;

fn keep<T>(kept: &mut Vec<T>, new: T) {
    kept.push(new);
    let over = kept.len().saturating_sub(KEPT);
    kept.drain(..over);
}

impl Sensitivity {
    /// Forgets what the worker said of another region.
    pub fn forget(&mut self) {
        (self.swung, self.resampled) = (Vec::new(), Vec::new());
    }

    /// Takes an answer.
    pub fn take(&mut self, answer: Answer) {
        match answer {
            Answer::Swung(asked, found) => keep(&mut self.swung, (asked, found.map(Rc::new))),
            Answer::Resampled(asked, found) => keep(&mut self.resampled, (asked, found)),
            _ => {}
        }
    }

    /// The answer to the question, if it is kept.
    pub fn swung(&self, asked: &Swing) -> Option<Option<&Swung>> {
        let asked = key(asked);
        self.swung.iter().find(|(of, _)| *of == asked).map(|(_, found)| found.as_deref())
    }

    /// The answer to the question, if it is kept.
    pub fn resampled(&self, asked: &Resample) -> Option<Option<Resampled>> {
        let asked = key(asked);
        self.resampled.iter().find(|(of, _)| *of == asked).map(|(_, found)| *found)
    }
}

/// Changes what is asked.
pub fn ask(ctx: &Ctx, make: impl FnOnce(&mut Sensitivity)) {
    change(ctx, |desk| make(&mut desk.region.sensitivity));
}

/// Reads what was typed as how much is moved, in per cent.
pub fn set_share(ctx: &Ctx, text: String) {
    let limits = Limits { min: Decimal::ONE, max: Decimal::from(90), max_decimals: 1, units: &["%"] };
    let read = read_decimal(&text, ctx.state().notation(), &limits);
    let read = read.map(|percent| Share::of(percent / Decimal::ONE_HUNDRED));
    ask(ctx, |asked| asked.share.take(text, read));
}

/// Reads what was typed as how many times practices are drawn.
pub fn set_times(ctx: &Ctx, text: String) {
    let limits =
        Limits { min: Decimal::from(FEWEST_TIMES), max: Decimal::from(MOST_TIMES), max_decimals: 0, units: &[] };
    let whole = read_count(&text, ctx.state().notation(), MOST_TIMES, &[]);
    let read = whole.and_then(|times| read_decimal(&text, ctx.state().notation(), &limits).map(|_| times));
    let read = read.map(|times| usize::try_from(times).unwrap_or(RESAMPLES));
    ask(ctx, |asked| asked.times.take(text, read));
}

/// Fewer say nothing of the ends of an interval; more take long.
const FEWEST_TIMES: u64 = 200;
const MOST_TIMES: u64 = 20_000;

/// The worker's end: moves everything.
pub fn swing(summary: &Summary, asked: &Swing) -> Option<Swung> {
    let model = asked.model.model(&House::shipped()?)?;
    let outcome = match &asked.outcome {
        Measured::Spread(false) => Outcome::Spread,
        Measured::Spread(true) => Outcome::SpreadAtNet,
        Measured::Moved(before) => Outcome::Moved(before.clone()),
        Measured::Payment(practice) => Outcome::Payment(*practice),
    };
    let found = tornado(summary, asked.lane, &model, &outcome, asked.share.parse().ok()?).ok()?;
    let base = found.base;
    let mut bars = found.bars;
    bars.sort_by(|a, b| b.span(base).total_cmp(&a.span(base)));
    Some(Swung { base, bars: bars.into_iter().map(swayed).collect() })
}

fn swayed(bar: Bar) -> Swayed {
    let what = match bar.lever {
        Lever::Weight => Pulled::Weight,
        Lever::Prevalence => Pulled::Prevalence,
        Lever::Flagged => Pulled::Flagged,
    };
    Swayed { factor: bar.factor.as_str().to_owned(), what, low: bar.low.ok(), high: bar.high.ok() }
}

/// The worker's end: draws practices again and again.
pub fn resample(asked: &Resample) -> Option<Resampled> {
    let found = change_in_spread(&asked.before, &asked.after, asked.seed, asked.times)?;
    let with = |value: f64, ends: Interval| (value, ends.low, ends.high);
    Some(Resampled {
        deviations: (found.before, found.after),
        difference: with(found.difference, found.difference_interval),
        ratio: found.ratio.zip(found.ratio_interval).map(|(ratio, ends)| with(ratio, ends)),
    })
}

/// The question as an order.
impl From<Swing> for Order {
    fn from(asked: Swing) -> Self {
        Self::Swing(key(&asked), asked)
    }
}

/// The question as an order.
impl From<Resample> for Order {
    fn from(asked: Resample) -> Self {
        Self::Resample(key(&asked), asked)
    }
}
