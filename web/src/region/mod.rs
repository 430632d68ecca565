//! The region of Alla vårdcentraler: its persons stay in a worker, its sums are here. Not part of the scenario, so not
//! undone. Knows nothing of how it looks.
pub mod aims;
pub mod changes;
pub mod export_hall;
pub mod fit_desk;
mod fit_hall;
pub mod fit_order;
pub mod hall;
pub mod known;
pub mod line;
pub mod order;
pub mod phase_desk;
pub mod reading;
pub mod sensitivity;
pub mod tried;

use crate::{
    ctx::Ctx,
    desk::{
        change,
        guard::{Leaving, merge_of, protects_region, small_together},
        work::Said,
    },
    lazy, leave,
};
use exchange::{
    import::{Answers, LookAlikes},
    scenario_file::{Options, write},
};
use fit_desk::FitDesk;
use known::Known;
use line::Line;
use model::{edit::Edit, id::Id, measure::Weight, value::Section};
use order::{Amounts, Answer, Order, Paid, Protect};
use phase_desk::PhaseDesk;
use reading::Reading;
use std::rc::Rc;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, File};

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

/// A weight that is tried by a slider.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trial {
    /// The factor's place in the model.
    pub factor: usize,
    /// The weight while the slider moves; none when it rests, and the scenario has it.
    pub weight: Option<Weight>,
    /// How many times the slider has come to rest.
    pub rests: u32,
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
    pub known: Option<Rc<Known>>,
    /// What its worker last said of single persons.
    pub paid: Option<Rc<Paid>>,
    /// The practice that is shown everywhere, by its place in the register.
    pub pinned: Option<usize>,
    /// The weight that is tried.
    pub trial: Trial,
    /// How the list of practices is looked at.
    pub listing: Listing,
    /// What was said for the four aims.
    pub aims: aims::Aims,
    /// What an outcome hangs on, and how sure a change is.
    pub sensitivity: sensitivity::Sensitivity,
    /// What was found in the user's file.
    pub reading: Option<Rc<Reading>>,
    /// Weights fitted to the costs.
    pub fit: FitDesk,
    /// A new model that comes into force by steps.
    pub phase: PhaseDesk,
    line: Option<Line>,
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
            trial: Trial::default(),
            listing: Listing::default(),
            aims: aims::Aims::default(),
            sensitivity: sensitivity::Sensitivity::default(),
            reading: None,
            fit: FitDesk::default(),
            phase: PhaseDesk::default(),
            line: None,
            asked: 0,
        }
    }
}

impl Region {
    /// Whether its persons are made up.
    pub fn is_synthetic(&self) -> bool {
        self.known.as_ref().map_or(matches!(self.source, Source::Synthetic(_)), |known| known.facts.synthetic)
    }
}

/// The region that is shown first.
const FIRST: &str = "skane";

/// The seed of the synthetic persons: the same for everyone, so that two who look see the same.
const SEED: u64 = 2026;

/// Has the region made or read anew for the scenario's model.
pub fn begin(ctx: &Ctx, source: Source) {
    begin_with(ctx, source, Answers::default());
}

/// Reads the file again with the answer to what values are that look like identity numbers.
pub fn answer_alikes(ctx: &Ctx, look_alikes: LookAlikes) {
    let source = ctx.state().desk.region.source.clone();
    begin_with(ctx, source, Answers { look_alikes, ..Answers::default() });
}

fn begin_with(ctx: &Ctx, source: Source, answers: Answers) {
    let told = ctx.clone();
    let before = &ctx.state().desk.region;
    let asked = before.asked.wrapping_add(1);
    if let Some(line) = &before.line {
        line.close();
    }
    let line = Line::open(Box::new(move |said| {
        if told.state().desk.region.asked == asked {
            take(&told, said);
        }
    }));
    let model = ctx.state().scenario().start.id.as_str().to_owned();
    let (order, file) = match &source {
        Source::Synthetic(region) => (Order::Make { region: region.as_str().to_owned(), seed: SEED, model }, None),
        Source::Own(file) => (Order::Read { model, answers }, Some(file.clone())),
    };
    line.send(&order, file.as_deref());
    change(ctx, |desk| {
        let region = &mut desk.region;
        (region.source, region.stage, region.line, region.asked) = (source, Stage::Working(0), Some(line), asked);
        (region.paid, region.pinned, region.reading) = (None, None, None);
        region.fit.forget();
        region.sensitivity.forget();
    });
}

fn take(ctx: &Ctx, said: Said) {
    match said {
        Said::Progress(percent) => change(ctx, |desk| desk.region.stage = Stage::Working(percent)),
        Said::Broke(_) => change(ctx, |desk| {
            (desk.region.stage, desk.region.line) = (Stage::Broken, None);
            desk.region.fit.forget();
        }),
        Said::Done(text) => match serde_json::from_str(&text) {
            Ok(Answer::Refused(reading)) => change(ctx, |desk| {
                let region = &mut desk.region;
                (region.stage, region.known, region.reading) = (Stage::Refused, None, Some(Rc::new(reading)));
            }),
            Ok(Answer::Ready(facts, reading)) => {
                let known = Known::new(ctx.house(), *facts).map(Rc::new);
                change(ctx, |desk| {
                    desk.region.stage = if known.is_some() { Stage::Ready } else { Stage::Broken };
                    desk.region.known = known;
                    desk.region.reading = reading.map(Rc::new);
                });
            }
            Ok(Answer::Paid(mut paid)) => change(ctx, |desk| {
                let before = desk.region.paid.take();
                if let Some(before) = before.filter(|_| paid.subgroups.is_empty()) {
                    (paid.subgroups, paid.ages) = (before.subgroups.clone(), before.ages.clone());
                }
                desk.region.paid = Some(Rc::new(paid));
            }),
            Ok(Answer::Exported(text)) => {
                let known = ctx.state().desk.region.known.clone();
                if let Some(text) =
                    text.zip(known).and_then(|(made, known)| Leaving::of_outcome(ctx, &known.facts, made))
                {
                    leave::save("viktat-region.json", "application/json", &text);
                }
            }
            Ok(Answer::Fitted(fitted)) => change(ctx, |desk| desk.region.fit.take(fitted)),
            Ok(answer @ (Answer::Swung(..) | Answer::Resampled(..))) => {
                change(ctx, |desk| desk.region.sensitivity.take(answer));
            }
            Err(_) => change(ctx, |desk| desk.region.stage = Stage::Broken),
        },
    }
}

/// Sends an order to the worker that keeps the region, if there is one.
pub fn send(ctx: &Ctx, order: &Order) {
    if let Some(line) = &ctx.state().desk.region.line {
        line.send(order, None);
    }
}

/// What is told more coarsely in what leaves the page; none where all may be told.
pub fn protect(ctx: &Ctx) -> Option<Protect> {
    let known = ctx.state().desk.region.known.as_ref()?;
    protects_region(ctx, &known.facts).then(|| {
        let together = merge_of(ctx, &known.facts).map_or(0, |merge| merge.together());
        Protect { fewest: ctx.state().desk.guard.fewest(), together: small_together(ctx, together) }
    })
}

/// Asks for the outcome as JSON, to be saved as a file when it comes.
pub fn export(ctx: &Ctx) {
    let scenario = ctx.state().scenario();
    let model = scenario.start.id.as_str().to_owned();
    // what was entered about the own practice is no part of a region
    let bare = scenario.apply(&Edit::Clear(Section::Practice));
    let protect = protect(ctx);
    if let Some(line) = &ctx.state().desk.region.line {
        line.send(&Order::Export { model, scenario: write(&bare, &Options::default()), protect }, None);
    }
}

/// Asks what these amounts are for single persons.
pub fn ask(ctx: &Ctx, lanes: Vec<Amounts>) {
    send(ctx, &Order::Pay { turn: ctx.state().turn, lanes });
}

/// The worker's end: answers an order about the region that it keeps.
#[wasm_bindgen]
pub fn hear(order: String, file: Option<Blob>, tell: js_sys::Function) {
    spawn_local(async move {
        let tell = move |said: &Said| drop(tell.call1(&JsValue::NULL, &JsValue::from_str(&said.write())));
        match lazy::hall().await {
            Some(answer) => answer(order, file, Box::new(tell)).await,
            None => tell(&Said::Broke(String::new())),
        }
    });
}
