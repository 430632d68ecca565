//! Alla vårdcentraler: a whole region under each model.
mod aims;
mod aims_prices;
mod details;
mod figures;
mod fit;
mod fit_result;
mod fit_table;
mod listing;
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
        held::held,
        notes::{badge, scenario_faults},
        parts::{all, el, paragraph, section, space, text, title},
    },
    ctx::Ctx,
    region::{
        Stage, ask, begin,
        known::{Known, against_cost, amounts},
        order::Amounts,
        tried,
    },
};
use model::{net::ShareReading, trace::Traced};
use report::{
    columns::{Column, Tariffs},
    region::{ExactPractice, RegionColumn, columns, exact},
};
use std::rc::Rc;
use yew::{Html, component, html, use_effect_with};

/// The region as it is shown, worked out once for a drawing of the page.
#[derive(Clone)]
pub struct Shown {
    /// The sums.
    pub known: Rc<Known>,
    /// The models, with the weight that is tried.
    pub tariffs: Tariffs,
    /// Where the cost share is drawn.
    pub reading: ShareReading,
    /// The practices under each model that can be worked out.
    pub columns: Rc<Vec<RegionColumn>>,
}

impl Shown {
    fn of(ctx: &Ctx) -> Option<(Self, Vec<Amounts>)> {
        let known = ctx.state().desk.region.known.clone()?;
        let tariffs = tried(ctx);
        let reading = ctx.state().scenario().practice.reading;
        let rates = amounts(&tariffs);
        let columns = Rc::new(columns(&known.summary, &rates, reading));
        let lanes = rates.iter().map(|(_, rates)| against_cost(rates, reading)).collect();
        Some((Self { known, tariffs, reading, columns }, lanes))
    }

    /// The practices under a model; none for a scenario that cannot be worked out.
    pub fn column(&self, column: Column) -> Option<&RegionColumn> {
        self.columns.iter().find(|one| one.column == column)
    }

    /// A practice under a model, exactly.
    pub fn exact(&self, practice: usize, column: Column) -> Option<ExactPractice> {
        let list = self.known.practice(practice, column)?;
        let name = self.known.facts.names.get(practice)?;
        exact(self.tariffs.get(column)?, &list, name, self.reading)
    }

    /// Every practice's net per listed under a model, exactly.
    pub fn exact_nets(&self, column: Column) -> Vec<Traced<model::measure::Rate>> {
        let practices = (0..self.known.len()).filter_map(|practice| self.exact(practice, column));
        practices.map(|practice| practice.per_listed).collect()
    }
}

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let shown = Shown::of(ctx);
    let lanes = shown.as_ref().map(|(_, lanes)| lanes.clone()).unwrap_or_default();
    let (figures, rest) = shown.map_or_else(Default::default, |(shown, _)| (measures(ctx, &shown), rest(ctx, &shown)));
    all(vec![
        title(vec![text(t.view_region())]),
        paragraph("intro", t.region_intro()),
        html! { <Keeper ctx={ctx.clone()} {lanes} /> },
        scenario_faults(ctx),
        el("div", &[("class", "region-top")], vec![el("div", &[], vec![source::panel(ctx)]), figures]),
        rest,
    ])
}

/// The finding and its figures.
fn measures(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let marks = vec![text(t.region_spread()), space(), badge(ctx), space(), source::mark(ctx)];
    let spread = section("region-spread", marks, vec![spread::panel(ctx, shown), details::panel(ctx, shown)]);
    el("div", &[], vec![spread, trial::panel(ctx)])
}

/// What follows a slider while it moves, and what waits until it rests.
fn rest(ctx: &Ctx, shown: &Shown) -> Html {
    let moves = ctx.state().desk.region.trial.weight.is_some();
    let (first, second) = (figures::live(ctx, shown), shown.clone());
    all(vec![first, held(ctx, moves, move |ctx| waiting(ctx, &second))])
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
    lanes: Vec<Amounts>,
}

/// Has the region made when the view is first shown, and asks its worker anew when what is paid has changed.
#[component]
fn Keeper(props: &KeeperProps) -> Html {
    let ctx = props.ctx.clone();
    let region = &ctx.state().desk.region;
    let model = ctx.state().scenario().start.id.clone();
    let known = region.known.as_ref().map(|known| known.facts.model.clone());
    let wanted = region.stage == Stage::Idle || known.is_some_and(|known| known != model.as_str());
    {
        let ctx = ctx.clone();
        use_effect_with((wanted, model), move |(wanted, _)| {
            if *wanted {
                begin(&ctx, ctx.state().desk.region.source.clone());
            }
        });
    }
    let asked = (region.stage == Stage::Ready).then(|| props.lanes.clone()).filter(|lanes| !lanes.is_empty());
    use_effect_with(asked, move |asked| {
        if let Some(lanes) = asked {
            ask(&ctx, lanes.clone());
        }
    });
    Html::default()
}

/// A row of parts that wraps.
fn line(parts: Vec<Html>) -> Html {
    el("div", &[("class", "region-line")], parts)
}
