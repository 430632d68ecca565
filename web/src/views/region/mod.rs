//! Alla vårdcentraler: a whole region under each model.
mod aims;
mod aims_prices;
mod aims_stopping;
mod details;
mod figures;
mod fit;
mod fit_result;
mod fit_table;
mod listing;
mod live;
mod more_flags;
mod phase;
mod phase_chart;
mod phase_list;
mod phase_sums;
mod resampling;
mod sensitivity;
mod source;
mod spread;
mod subgroups;
mod trial;

use crate::{
    components::{
        held::{Hold, held},
        live_figure::{LiveFigure, MakeLeaving, live_figure},
        notes::{badge, scenario_faults},
        parts::{all, el, paragraph, say, section, space, text, title},
    },
    ctx::Ctx,
    region::{
        Stage, Trial, ask, begin,
        interpolation::tried,
        region_summary::{RegionSummary, against_cost},
    },
    tools::guard::{Leaving, hides_region, merge_of, protects_region, small_together},
};
use model::{net::ShareReading, trace::Traced};
use register::{merge::Merge, rates::Rates};
use report::{
    columns::{Column, Tariffs},
    region::{ExactPractice, RegionColumn, columns, exact, rounded},
};
use std::{cell::RefCell, rc::Rc};
use yew::{Html, component, html, use_effect_with};

/// The region as it is shown, worked out once for a drawing of the page.
#[derive(Clone)]
pub struct Shown {
    /// The sums.
    pub known: Rc<RegionSummary>,
    /// The models; of the scenario, what it was before the weight that is tried.
    pub tariffs: Tariffs,
    /// Whether a weight is being tried.
    pub moves: bool,
    /// Where the cost share is drawn.
    pub reading: ShareReading,
    /// The practices under each model that can be worked out.
    pub columns: Rc<Vec<RegionColumn>>,
    /// Which practices are put together in it, as it may leave the page.
    pub merge: Option<Rc<Merge>>,
    /// Whether it is what may leave the page.
    pub is_published: bool,
}

impl Shown {
    fn of(ctx: &Ctx) -> Option<(Self, Rc<Vec<Rates>>)> {
        let known = ctx.state().tools.region.known.clone()?;
        let (tariffs, trial) = (ctx.state().tariffs.clone(), ctx.state().tools.region.trial.clone());
        let moves = trial.weight.is_some();
        let reading = ctx.state().scenario().practice().reading;
        let key = Key { known, tariffs, trial, reading };
        LAST.with(|last| {
            let mut last = last.try_borrow_mut().ok()?;
            if let Some((_, shown, lanes)) = last.as_ref().filter(|(before, ..)| before.is(&key)) {
                return Some((shown.clone(), Rc::clone(lanes)));
            }
            let rates = tried(ctx);
            let columns = Rc::new(columns(&key.known.summary, &key.tariffs, &rates, reading));
            let lanes = rates.iter().map(|(_, rates)| against_cost(rates, reading)).collect();
            let (known, tariffs) = (Rc::clone(&key.known), key.tariffs.clone());
            let shown = Self { known, tariffs, moves, reading, columns, merge: None, is_published: false };
            let (_, shown, lanes) = last.insert((key, shown, Rc::new(lanes)));
            Some((shown.clone(), Rc::clone(lanes)))
        })
    }

    /// The region as it may leave the page: the practices of a register of the user's own with few listed put together,
    /// their small counts told as others, and every practice's money in whole hundreds a year. None of so few persons that
    /// nothing may.
    pub fn published(&self, ctx: &Ctx) -> Option<Self> {
        if self.is_published || !protects_region(ctx, &self.known) {
            return Some(Self { is_published: true, ..self.clone() });
        }
        if hides_region(ctx, &self.known) {
            return None;
        }
        let merge = merge_of(ctx, &self.known);
        let fewest = ctx.state().tools.guard.fewest();
        let known = match &merge {
            Some(merge) => self.known.merged(merge, small_together(ctx, merge.together()))?.told(fewest),
            None => self.known.told(fewest),
        };
        let known = Rc::new(known);
        let columns = rounded(columns(&known.summary, &self.tariffs, &tried(ctx), self.reading), &known.summary);
        let (columns, merge) = (Rc::new(columns), merge.map(Rc::new));
        Some(Self { known, columns, merge, is_published: true, ..self.clone() })
    }

    /// Whether it is what may leave of real persons: told more coarsely than on the own screen.
    pub fn is_coarse(&self, ctx: &Ctx) -> bool {
        self.is_published && protects_region(ctx, &self.known)
    }

    /// Where a practice of the register stands in what is shown.
    pub fn place(&self, practice: usize) -> usize {
        self.merge.as_ref().and_then(|merge| merge.place(practice)).unwrap_or(practice)
    }

    /// The first practice of the register that stands there.
    pub fn practice_at(&self, place: usize) -> usize {
        self.merge.as_ref().and_then(|merge| merge.first(place)).unwrap_or(place)
    }

    /// The practices under a model; none for a scenario that cannot be worked out.
    pub fn column(&self, column: Column) -> Option<&RegionColumn> {
        self.columns.iter().find(|one| one.column == column)
    }

    /// A practice under a model, exactly.
    pub fn exact(&self, practice: usize, column: Column) -> Option<ExactPractice> {
        let list = self.known.practice(practice, column)?;
        let name = self.known.facts.names.get(practice)?;
        exact(&self.tariffs, column, (&list, name), self.reading)
    }

    /// Every practice's net per listed under a model, exactly.
    pub fn exact_nets(&self, column: Column) -> Vec<Traced<model::measure::Rate>> {
        let practices = (0..self.known.len()).filter_map(|practice| self.exact(practice, column));
        practices.filter_map(|practice| practice.per_listed).collect()
    }
}

thread_local! {
    /// The last one: most drawings of the page change nothing of it.
    static LAST: RefCell<Option<Drawn>> = const { RefCell::new(None) };
}

/// What it was worked out from, itself, and what the worker is asked.
type Drawn = (Key, Shown, Rc<Vec<Rates>>);

/// What it is worked out from.
struct Key {
    known: Rc<RegionSummary>,
    tariffs: Tariffs,
    trial: Trial,
    reading: ShareReading,
}

impl Key {
    /// Whether both are the same things, not only alike.
    fn is(&self, other: &Self) -> bool {
        let (one, two) = (&self.tariffs, &other.tariffs);
        let scenario = match (&one.scenario, &two.scenario) {
            (Ok(one), Ok(two)) => Rc::ptr_eq(one, two),
            (one, two) => one.is_err() && two.is_err(),
        };
        Rc::ptr_eq(&self.known, &other.known)
            && Rc::ptr_eq(&one.proposal, &two.proposal)
            && scenario
            && self.trial == other.trial
            && self.reading == other.reading
    }
}

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let shown = Shown::of(ctx);
    let lanes = shown.as_ref().map(|(_, lanes)| lanes.clone()).unwrap_or_default();
    let hidden = shown.as_ref().filter(|_| ctx.state().present).and_then(|(shown, _)| too_few(ctx, shown));
    let hidden = hidden.map_or_else(Html::default, |why| el("p", &[("class", "empty")], vec![say(why)]));
    let shown = shown.and_then(|(shown, _)| if ctx.state().present { shown.published(ctx) } else { Some(shown) });
    let (figures, rest) = shown.map_or_else(Default::default, |shown| (measures(ctx, &shown), rest(ctx, &shown)));
    all(vec![
        title(vec![text(t.view_region())]),
        paragraph("intro", t.region_intro()),
        html! { <Keeper ctx={ctx.clone()} {lanes} /> },
        scenario_faults(ctx),
        hidden,
        el("div", &[("class", "region-top")], vec![el("div", &[], vec![source::panel(ctx)]), figures]),
        rest,
    ])
}

/// The finding and its figures.
fn measures(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let marks = vec![text(t.region_spread()), space(), badge(ctx), space(), source::mark(ctx)];
    let own = shown.clone();
    let spread = held_anew(ctx, shown, move |ctx| spread::panel(ctx, &own));
    let spread = section("region-spread", marks, vec![spread, details::panel(ctx, shown)]);
    let trial = held(ctx, Hold::While(shown.moves), trial::panel);
    el("div", &[], vec![spread, trial])
}

/// What follows a slider while it moves, and what waits until it rests.
fn rest(ctx: &Ctx, shown: &Shown) -> Html {
    let (first, second) = (shown.clone(), shown.clone());
    let live = held_anew(ctx, shown, move |ctx| figures::live(ctx, &first));
    all(vec![live, held(ctx, Hold::While(shown.moves), move |ctx| waiting(ctx, &second))])
}

/// Held until it shows something else; when the slider has rested it is put there anew, since figures may have been
/// written into it meanwhile.
fn held_anew(ctx: &Ctx, shown: &Shown, content: impl Fn(&Ctx) -> Html + 'static) -> Html {
    let rests = ctx.state().tools.region.trial.rests;
    html! { <div key={rests.to_string()}>{ held(ctx, until_changed(ctx, shown), content) }</div> }
}

/// Until it shows other figures, another practice, or in another way.
fn until_changed(ctx: &Ctx, shown: &Shown) -> Hold {
    let state = ctx.state();
    let pinned = state.tools.region.pinned.map_or(0, |place| place + 1);
    let figures = Rc::as_ptr(&shown.columns).addr();
    Hold::Until(vec![figures, pinned, state.lang as usize, state.lead as usize, usize::from(state.present)])
}

fn waiting(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    all(vec![
        figures::waiting(ctx, shown),
        section("region-groups", vec![text(t.region_groups())], vec![subgroups::panel(ctx, shown)]),
        section("region-list", vec![text(t.region_list())], vec![listing::panel(ctx, shown)]),
        aims::panel(ctx, shown),
        fit::panel(ctx, shown),
        phase::panel(ctx, shown),
        sensitivity::panel(ctx, shown),
    ])
}

/// The model that leads, if it pays for conditions and can be worked out; else the proposal.
fn lead(ctx: &Ctx, shown: &Shown) -> Column {
    match ctx.state().lead {
        Column::Scenario if shown.column(Column::Scenario).is_some() => Column::Scenario,
        _ => Column::Proposal,
    }
}

#[derive(PartialEq, yew::Properties)]
struct KeeperProps {
    ctx: Ctx,
    lanes: Rc<Vec<Rates>>,
}

/// Has the region made when the view is first shown, and asks its worker anew when what is paid has changed.
#[component]
fn Keeper(props: &KeeperProps) -> Html {
    let ctx = props.ctx.clone();
    let region = &ctx.state().tools.region;
    let model = ctx.state().scenario().start.id.clone();
    let known = region.known.as_ref().map(|known| known.facts.model.clone());
    let wanted = region.stage == Stage::Idle || known.is_some_and(|known| known != model);
    {
        let ctx = ctx.clone();
        use_effect_with((wanted, model), move |(wanted, _)| {
            if *wanted {
                begin(&ctx, ctx.state().tools.region.source.clone());
            }
        });
    }
    let asked = (region.stage == Stage::Ready).then(|| props.lanes.clone()).filter(|lanes| !lanes.is_empty());
    use_effect_with(asked, move |asked| {
        if let Some(lanes) = asked {
            ask(&ctx, lanes.to_vec());
        }
    });
    Html::default()
}

/// A figure of the region: on the screen of what is shown, in files of what may leave the page.
fn figure_of(ctx: &Ctx, shown: &Shown, build: fn(&Ctx, &Shown) -> Option<LiveFigure>) -> Html {
    build(ctx, shown).map_or_else(Html::default, |own| drawn_figure(ctx, shown, &own, build))
}

/// The same where the figure on the screen is here.
fn drawn_figure(ctx: &Ctx, shown: &Shown, own: &LiveFigure, build: fn(&Ctx, &Shown) -> Option<LiveFigure>) -> Html {
    let of = shown.clone();
    let leaving: MakeLeaving = Rc::new(move |ctx| {
        let published = of.published(ctx)?;
        Leaving::of_region(ctx, &published.known, build(ctx, &published)?)
    });
    live_figure(ctx, own, may_leave(ctx, shown, leaving))
}

/// Why nothing of the region leaves the page; none where something may.
fn too_few(ctx: &Ctx, shown: &Shown) -> Option<String> {
    let threshold = ctx.state().tools.guard.fewest().to_string();
    hides_region(ctx, &shown.known).then(|| ctx.texts().region_too_few(&threshold))
}

/// The figure that leaves, or why none does.
fn may_leave(ctx: &Ctx, shown: &Shown, leaving: MakeLeaving) -> Result<MakeLeaving, String> {
    too_few(ctx, shown).map_or(Ok(leaving), Err)
}

/// A row of parts that wraps.
fn line(parts: Vec<Html>) -> Html {
    el("div", &[("class", "region-line")], parts)
}
