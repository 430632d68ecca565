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
mod lists;
mod more_flags;
mod phase;
mod phase_chart;
mod phase_list;
mod phase_sums;
mod resampling;
mod sensitivity;
mod shown;
mod source;
mod spread;
mod subgroups;
mod trial;

use crate::{
    components::{
        live_figure::{LiveFigure, MakeLeaving, live_figure},
        notes::{badge, scenario_faults},
        parts::{all, el, paragraph, say, section, space, text},
        view_head::view_head,
    },
    ctx::{Ctx, CtxProps},
    region::{Stage, ask, begin, lists::renew, region_summary::against_cost},
    same::Same,
    state::Look,
    tools::guard::{Leaving, hides_region},
};
use details::Details;
use report::columns::Column;
pub use shown::Shown;
use shown::{Seen, use_seen};
use spread::SpreadPanel;
use std::rc::Rc;
use trial::TrialPanel;
use yew::{Html, Properties, component, html, use_effect_with};

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    html! { <Region ctx={ctx.clone()} /> }
}

#[component]
fn Region(props: &CtxProps) -> Html {
    let ctx = &props.ctx;
    let t = ctx.texts();
    let found = use_seen(ctx);
    let (own, seen) = found.map_or((None, None), |(own, seen)| (Some(own), seen));
    let hidden = own.as_ref().filter(|_| ctx.state().present).and_then(|own| too_few(ctx, own));
    let hidden = hidden.map_or_else(Html::default, |why| el("p", &[("class", "empty")], vec![say(why)]));
    // until a slider rests
    let rests = ctx.as_of(ctx.state().rested());
    let (figures, rest) = seen.map_or_else(Default::default, |seen| {
        let waiting = html! { <Waiting ctx={rests.clone()} shown={seen.rest.clone()} /> };
        (measures(ctx, &seen, &rests), all(vec![figures::first(ctx, &seen), waiting]))
    });
    let source = html! { <SourcePanel ctx={rests} /> };
    all(vec![
        view_head(ctx, vec![text(t.view_region())], Vec::new()),
        paragraph("intro", t.region_intro()),
        html! { <Keeper ctx={ctx.clone()} shown={own} /> },
        scenario_faults(ctx),
        hidden,
        el("div", &[("class", "region-top")], vec![el("div", &[], vec![source]), figures]),
        rest,
    ])
}

/// The finding and its figures.
fn measures(ctx: &Ctx, seen: &Seen, rests: &Ctx) -> Html {
    let t = ctx.texts();
    let pays_for_conditions = seen.rest.known.tells(Column::Proposal);
    let weights = if pays_for_conditions { badge(ctx) } else { Html::default() };
    let marks = vec![text(t.region_spread()), space(), weights, space(), source::mark(ctx)];
    let (paid, look) = (ctx.state().tools.region.paid.clone().map(Same), Look::of(ctx.state()));
    let spread = html! { <SpreadPanel ctx={ctx.as_of(0)} seen={seen.clone()} {look} /> };
    let details = html! { <Details ctx={ctx.as_of(0)} shown={seen.live.clone()} {paid} {look} /> };
    let of_lists = seen.rest.known.facts.is_of_lists;
    let details = if of_lists { Html::default() } else { details };
    let spread = section("region-spread", marks, vec![spread, details]);
    let weight = ctx.state().trial.weight;
    let can_try = seen.rest.known.tells(Column::Scenario);
    let trial = can_try.then(|| html! { <TrialPanel ctx={rests.clone()} {weight} /> });
    el("div", &[], vec![spread, trial.unwrap_or_default()])
}

#[component]
fn SourcePanel(props: &CtxProps) -> Html {
    source::panel(&props.ctx)
}

/// Of a part that waits until a slider rests.
#[derive(PartialEq, Properties)]
struct RestProps {
    ctx: Ctx,
    shown: Shown,
}

#[component]
fn Waiting(props: &RestProps) -> Html {
    let RestProps { ctx, shown } = props;
    let t = ctx.texts();
    if shown.known.facts.is_of_lists {
        let phase = if shown.known.tells(Column::Proposal) { phase::panel(ctx, shown) } else { Html::default() };
        let list = section("region-list", vec![text(t.region_list())], vec![listing::panel(ctx, shown)]);
        return all(vec![figures::waiting(ctx, shown), list, phase, paragraph("about", t.region_lists_persons())]);
    }
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
    match ctx.state().compared {
        Column::Scenario if shown.column(Column::Scenario).is_some() => Column::Scenario,
        _ => Column::Proposal,
    }
}

#[derive(PartialEq, Properties)]
struct KeeperProps {
    ctx: Ctx,
    shown: Option<Shown>,
}

/// Has the region made when the view is first shown, and asks its worker anew when what is paid has changed.
#[component]
fn Keeper(props: &KeeperProps) -> Html {
    let ctx = props.ctx.clone();
    let region = &ctx.state().tools.region;
    let model = ctx.state().scenario().start.id.clone();
    let known = region.known.as_ref().map(|known| known.facts.model.clone());
    let wanted = region.stage == Stage::Idle || known.is_some_and(|known| known != model);
    let lists = region.lists.clone();
    {
        let ctx = ctx.clone();
        use_effect_with((wanted, model), move |(wanted, _)| {
            if *wanted {
                match &lists {
                    Some(lists) => renew(&ctx, lists),
                    None => begin(&ctx, ctx.state().tools.region.source.clone()),
                }
            }
        });
    }
    let of_persons = |shown: &Shown| region.stage == Stage::Ready && !shown.known.facts.is_of_lists;
    use_effect_with(props.shown.clone().filter(of_persons), move |asked| {
        if let Some(shown) = asked {
            ask(&ctx, shown.rates.iter().map(|(_, rates)| against_cost(rates, shown.reading)).collect());
        }
    });
    Html::default()
}

/// A figure of the region: on the screen of what is shown, in files of what may leave the page.
fn figure_of(ctx: &Ctx, shown: &Shown, build: fn(&Ctx, &Shown) -> Option<LiveFigure>) -> Html {
    let Some(own) = build(ctx, shown) else { return Html::default() };
    let of = shown.clone();
    let leaving: MakeLeaving = Rc::new(move |ctx| {
        let published = of.published(ctx)?;
        Leaving::of_region(ctx, &published.known, build(ctx, &published)?)
    });
    live_figure(ctx, &own, may_leave(ctx, shown, leaving))
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
