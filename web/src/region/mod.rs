//! The region of Alla vårdcentraler: its persons stay in a worker, its sums are here. Not part of the scenario, so not
//! undone. Knows nothing of how it looks.
pub mod aims;
pub mod changes;
pub mod export_worker;
pub mod fit_tool;
mod fit_worker;
pub mod interpolation;
pub mod lists;
pub mod order;
pub mod phase_tool;
pub mod reading;
pub mod region_summary;
pub mod sensitivity;
pub mod worker;

use crate::{
    ctx::Ctx,
    leave,
    state::Action,
    tools::{
        change,
        guard::{Leaving, merge_of, protects_region, small_together},
        work::{Request, Said, Worker},
    },
};
use changes::Changed;
use fit_tool::FitTool;
use lists::Lists;
use model::id::Id;
use order::{Answer, Order, Paid, Protect};
use phase_tool::PhaseTool;
use reading::Reading;
use region_summary::RegionSummary;
use register::{ingest::Choices, rates::Rates};
use std::rc::Rc;
use web_sys::File;

/// Where the region comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// Made up after a region of the catalogue, by its id.
    Synthetic(Id),
    /// The user's file.
    Own(File),
}

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing has been asked for.
    Idle,
    /// At work; so many per cent are done.
    Working(u8),
    /// It is here.
    Ready,
    /// The file gave none.
    Refused,
    /// The worker broke.
    Broken,
}

/// A figure of the spread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Picture {
    /// The practices' nets today and under the compared model.
    #[default]
    Spread,
    /// What each is paid against what it carries.
    Cost,
    /// Each practice's net today and then, in order.
    Change,
    /// What chance between persons explains.
    Funnel,
}

impl Picture {
    /// In the order of the choice.
    pub const ALL: [Self; 4] = [Self::Spread, Self::Cost, Self::Change, Self::Funnel];
}

/// How the list of practices is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The column that it is sorted by; none: as the register has it.
    pub by: Option<usize>,
    /// Whether the largest stands first.
    pub falling: bool,
    /// What the names are searched for.
    pub search: String,
    /// Whether every practice is shown, not only the first.
    pub all: bool,
}

/// The state of the view.
#[derive(Clone, Debug)]
pub struct Region {
    /// Where it comes from.
    pub source: Source,
    /// How far it has come.
    pub stage: Stage,
    /// Its sums.
    pub known: Option<Rc<RegionSummary>>,
    /// What its worker last said of single persons.
    pub paid: Option<Rc<Paid>>,
    /// The practice that is shown everywhere, by its place in the register.
    pub pinned: Option<usize>,
    /// The figure of the spread.
    pub picture: Picture,
    /// How the list of practices is looked at.
    pub listing: Listing,
    /// What was said for the four aims.
    pub aims: aims::Aims,
    /// What an outcome hangs on, and how sure a change is.
    pub sensitivity: sensitivity::Sensitivity,
    /// What was found in the user's file.
    pub reading: Option<Rc<Reading>>,
    /// What the user has said of the file.
    pub choices: Choices,
    /// Weights fitted to the costs.
    pub fit: FitTool,
    /// A new model that comes into force by steps.
    pub phase: PhaseTool,
    /// The user's file, where it holds lists by sex and age.
    pub lists: Option<Rc<Lists>>,
    worker: Option<Worker>,
    /// How many regions have been asked for: what an earlier one still says is not heard.
    asked: u32,
}

impl Default for Region {
    fn default() -> Self {
        Self {
            source: Source::Synthetic(Id::new(FIRST)),
            stage: Stage::Idle,
            known: None,
            paid: None,
            pinned: None,
            picture: Picture::default(),
            listing: Listing::default(),
            aims: aims::Aims::default(),
            sensitivity: sensitivity::Sensitivity::default(),
            reading: None,
            choices: Choices::default(),
            fit: FitTool::default(),
            phase: PhaseTool::default(),
            lists: None,
            worker: None,
            asked: 0,
        }
    }
}

impl Region {
    /// Whether its persons are made up.
    pub fn is_synthetic(&self) -> bool {
        self.known.as_ref().map_or(matches!(self.source, Source::Synthetic(_)), |known| known.facts.synthetic)
    }

    /// Takes what its worker says of single persons: until its groups are here, those before.
    pub fn take_paid(&mut self, mut paid: Paid) {
        for (lane, before) in paid.lanes.iter_mut().zip(self.paid.iter().flat_map(|paid| &paid.lanes)) {
            if lane.subgroups.is_empty() {
                (lane.subgroups, lane.ages) = (before.subgroups.clone(), before.ages.clone());
            }
        }
        self.paid = Some(Rc::new(paid));
    }
}

/// The region that is shown first.
const FIRST: &str = "skane";

/// The seed of the synthetic persons: the same for everyone, so that two who look see the same.
const SEED: u64 = 2026;

/// Has the region made or read anew for the scenario's model. What was said of a file holds for that file alone.
pub fn begin(ctx: &Ctx, source: Source) {
    let before = &ctx.state().tools.region;
    let choices = if before.source == source { before.choices.clone() } else { Choices::default() };
    begin_with(ctx, source, choices);
}

/// Reads the file again with an answer beside those that were given.
pub fn answer(ctx: &Ctx, answer: impl FnOnce(&mut Choices)) {
    let region = &ctx.state().tools.region;
    let mut choices = region.choices.clone();
    answer(&mut choices);
    begin_with(ctx, region.source.clone(), choices);
}

fn begin_with(ctx: &Ctx, source: Source, choices: Choices) {
    let told = ctx.clone();
    let before = &ctx.state().tools.region;
    let asked = before.asked.wrapping_add(1);
    if let Some(worker) = &before.worker {
        worker.stop();
    }
    let worker = Worker::start(move |said| {
        if told.state().tools.region.asked == asked {
            take(&told, said);
        }
    });
    let model = ctx.state().scenario().start.id.clone();
    let (order, file) = match &source {
        Source::Synthetic(region) => (Order::Make { region: region.clone(), seed: SEED, model }, None),
        Source::Own(file) => (Order::Read { model, choices: choices.clone() }, Some(file.clone())),
    };
    worker.ask(&Request::Region(order), file.as_deref());
    change(ctx, |tools| {
        let region = &mut tools.region;
        (region.source, region.stage, region.worker, region.asked) = (source, Stage::Working(0), Some(worker), asked);
        region.choices = choices;
        (region.paid, region.pinned, region.reading) = (None, None, None);
        region.lists = None;
        region.fit.forget();
        region.sensitivity.forget();
    });
}

fn own_file(ctx: &Ctx) -> Option<File> {
    if let Source::Own(file) = &ctx.state().tools.region.source { Some(file.clone()) } else { None }
}

fn take(ctx: &Ctx, said: Said) {
    match said {
        Said::Progress(percent) => change(ctx, |tools| tools.region.stage = Stage::Working(percent)),
        Said::Region(answer) => take_answer(ctx, *answer),
        Said::Broke | Said::File(_) => change(ctx, |tools| {
            (tools.region.stage, tools.region.worker) = (Stage::Broken, None);
            tools.region.fit.forget();
        }),
    }
}

fn take_answer(ctx: &Ctx, answer: Answer) {
    match answer {
        Answer::Refused(reading) => match own_file(ctx).filter(|_| reading.may_be_lists()) {
            Some(file) => lists::open(ctx, &file, reading),
            None => refuse(ctx, reading),
        },
        Answer::Ready(facts, counts, reading) => {
            let known = RegionSummary::new(ctx.catalogue(), facts, counts).map(Rc::new);
            change(ctx, |tools| {
                tools.region.stage = if known.is_some() { Stage::Ready } else { Stage::Broken };
                tools.region.known = known;
                tools.region.reading = reading.map(Rc::new);
            });
        }
        Answer::Paid(paid) => ctx.send_in_frame(Action::Paid(paid)),
        Answer::Exported(made) => {
            let known = ctx.state().tools.region.known.clone();
            if let Some(text) = made.zip(known).and_then(|(made, known)| Leaving::of_outcome(ctx, &known, made)) {
                leave::save("viktat-region.json", "application/json", &text);
            }
        }
        Answer::Fitted(fitted) => change(ctx, |tools| tools.region.fit.take(fitted)),
        answer @ (Answer::Swung(..) | Answer::Resampled(..)) => {
            change(ctx, |tools| tools.region.sensitivity.take(answer));
        }
    }
}

/// The file gives no region, for what is told of it; nothing of another region stays.
fn refuse(ctx: &Ctx, reading: Reading) {
    change(ctx, |tools| {
        let region = &mut tools.region;
        (region.stage, region.known, region.worker) = (Stage::Refused, None, None);
        region.reading = Some(Rc::new(reading));
    });
}

/// Sends an order to the worker that keeps the region, if there is one.
pub fn send(ctx: &Ctx, order: Order) {
    if let Some(worker) = &ctx.state().tools.region.worker {
        worker.ask(&Request::Region(order), None);
    }
}

/// What is told more coarsely in what leaves the page; none where all may be told.
pub fn protect(ctx: &Ctx) -> Option<Protect> {
    let known = ctx.state().tools.region.known.as_ref()?;
    protects_region(ctx, known).then(|| {
        let together = merge_of(ctx, known).map_or(0, |merge| merge.together());
        Protect { fewest: ctx.state().tools.guard.fewest(), together: small_together(ctx, together) }
    })
}

/// Asks for the outcome as JSON, to be saved as a file when it comes.
pub fn export(ctx: &Ctx) {
    send(ctx, Order::Export { scenario: Changed::of(ctx.state().scenario()), protect: protect(ctx) });
}

/// Asks what these amounts are for single persons.
pub fn ask(ctx: &Ctx, lanes: Vec<Rates>) {
    send(ctx, Order::Pay { revision: ctx.state().revision, lanes });
}
