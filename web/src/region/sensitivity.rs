//! What an outcome hangs on and how sure a change is: what the reader has said, and what the worker answers. Knows nothing of how it looks.
use super::order::{Answer, Resample, Swing};
use crate::{
    ctx::Ctx,
    state::PageCatalogue,
    tools::{change, entry::Entry},
};
use exchange::number::{Limits, read_count, read_decimal};
use model::measure::{Measure, Share};
use register::{
    bootstrap::{RESAMPLES, SpreadChange, change_in_spread},
    summary::Summary,
    tornado::{Lever, Tornado, tornado},
};
use rust_decimal::Decimal;
use std::rc::Rc;

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

/// What the reader has said, and what the worker has.
#[derive(Clone, Debug)]
pub struct Sensitivity {
    /// Which outcome.
    pub wanted: Wanted,
    /// What is looked at of what is moved; none: all of it.
    pub only: Option<Lever>,
    /// How much everything is moved.
    pub share: Entry<Share>,
    /// How many times practices are drawn.
    pub times: Entry<usize>,
    /// The last answers to what an outcome hangs on: of the region as it is, and as it may leave the page.
    pub swung: Vec<(Swing, Option<Rc<Tornado>>)>,
    /// The last answers to how sure a change is, one for each model.
    pub resampled: Vec<(Resample, Option<SpreadChange>)>,
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
    pub fn swung(&self, asked: &Swing) -> Option<Option<&Tornado>> {
        self.swung.iter().find(|(of, _)| of == asked).map(|(_, found)| found.as_deref())
    }

    /// The answer to the question, if it is kept.
    pub fn resampled(&self, asked: &Resample) -> Option<Option<SpreadChange>> {
        self.resampled.iter().find(|(of, _)| of == asked).map(|(_, found)| *found)
    }
}

/// Changes what is asked.
pub fn ask(ctx: &Ctx, make: impl FnOnce(&mut Sensitivity)) {
    change(ctx, |tools| make(&mut tools.region.sensitivity));
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

/// The worker's end: moves everything; what moves the outcome most comes first.
pub fn swing(summary: &Summary, asked: &Swing) -> Option<Tornado> {
    let model = asked.model.model(&PageCatalogue::shipped()?)?;
    let mut found = tornado(summary, asked.lane, &model, &asked.outcome, asked.share.decimal()).ok()?;
    let base = found.base;
    found.bars.sort_by(|a, b| b.span(base).total_cmp(&a.span(base)));
    Some(found)
}

/// The worker's end: draws practices again and again.
pub fn resample(asked: &Resample) -> Option<SpreadChange> {
    change_in_spread(&asked.before, &asked.after, asked.seed, asked.times)
}
