//! Alla vårdcentraler: a whole region under each model.
mod aims;
mod aims_prices;
mod aims_stopping;
mod dashboard;
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

use crate::{
    components::{
        live_figure::{LiveFigure, MakeLeaving, live_figure},
        notes::{badge, scenario_faults},
        parts::{all, el, folded, paragraph, say, section, space, text},
        tabs::{Tab, tabbed},
        view_head::view_head,
    },
    ctx::{Ctx, CtxProps},
    region::{Stage, ask, begin, lists::renew, region_summary::against_cost},
    same::Same,
    state::{Look, View},
    text::Texts,
    tools::guard::{Leaving, hides_region},
};
use details::Details;
use report::{columns::Column, region_change::gains};
pub use shown::Shown;
use shown::{Seen, use_seen};
use spread::{FindingSentence, SpreadPanel, SpreadProps};
use std::rc::Rc;
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
    let source = html! { <a class="button" href={register_address()}>{ source::name(ctx) }</a> };
    all(vec![
        view_head(ctx, heading(ctx, seen.as_ref()), vec![source]),
        html! { <Keeper ctx={ctx.clone()} shown={own} /> },
        scenario_faults(ctx),
        other_model(ctx),
        hidden,
        tabbed(ctx, View::Region, (t.view_region(), &tabs(t)), |at| content(ctx, &rests, at, seen)),
    ])
}

fn tabs(t: Texts) -> [Tab; 8] {
    [
        Tab { slug: "spridning", name: t.tab_spread() },
        Tab { slug: "vem", name: t.tab_who() },
        Tab { slug: "vardcentralerna", name: t.tab_practices() },
        Tab { slug: "malen", name: t.tab_aims() },
        Tab { slug: "anpassa", name: t.tab_fit() },
        Tab { slug: "infasning", name: t.tab_phase() },
        Tab { slug: "kanslighet", name: t.tab_sensitivity() },
        Tab { slug: REGISTER, name: t.tab_register() },
    ]
}

/// The tab with the region's source.
const REGISTER: &str = "register";
const REGISTER_PLACE: usize = 7;

fn register_address() -> String {
    [View::Region.hash(), "/", REGISTER].concat()
}

/// Who gets more and less, in one sentence; the view's name until that is known.
fn heading(ctx: &Ctx, seen: Option<&Seen>) -> Vec<Html> {
    let t = ctx.texts();
    let gains = seen.and_then(|seen| {
        let column = lead(ctx, &seen.live);
        let (today, then) = (seen.live.column(Column::Current)?, seen.live.column(column)?);
        // of one practice nothing is said of how many
        let gains = gains(today, then).filter(|gains| gains.of > 1)?;
        Some((column, seen.live.known.facts.synthetic, gains))
    });
    let Some((column, is_made_up, gains)) = gains else { return vec![text(t.view_region())] };
    let is_example = ctx.state().tariffs.get(column).is_some_and(|tariff| tariff.model.is_illustrative());
    let model = match (column, is_example, is_made_up) {
        (Column::Scenario, _, true) => html! { <mark class="scenario">{ t.head_inner_scenario() }</mark> },
        (Column::Scenario, _, false) => html! { <mark class="scenario">{ t.head_scenario() }</mark> },
        (_, true, true) => html! { <mark>{ t.head_inner_examples() }</mark> },
        (_, true, false) => html! { <mark>{ t.head_examples() }</mark> },
        (_, false, true) => text(t.head_inner_proposal()),
        (_, false, false) => text(t.head_proposal()),
    };
    let made_up = if is_made_up { vec![text(t.region_head_made_up()), space()] } else { Vec::new() };
    let [more, less, of] = [gains.more, gains.less, gains.of].map(|count| count.to_string());
    made_up.into_iter().chain([model, space(), say(t.region_head_gains(&less, &of, &more))]).collect()
}

/// That what the frame compares with cannot be compared here.
fn other_model(ctx: &Ctx) -> Html {
    if ctx.state().compared != Column::Earlier {
        return Html::default();
    }
    paragraph("about", ctx.texts().region_not_earlier())
}

/// What a tab shows. A region that is not here is told in each.
fn content(ctx: &Ctx, rests: &Ctx, at: usize, seen: Option<Seen>) -> Html {
    if at == REGISTER_PLACE {
        return html! { <SourcePanel ctx={rests.clone()} /> };
    }
    let Some(seen) = seen else { return waiting(ctx) };
    match at {
        0 => spread(ctx, &seen),
        place => html! { <Rest ctx={rests.clone()} shown={seen.rest} {place} /> },
    }
}

/// How far the region has come, and where it is chosen.
fn waiting(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let link = html! { <a href={register_address()}>{ t.tab_register() }</a> };
    el("div", &[("class", "empty"), ("role", "status")], vec![source::said(ctx), space(), link])
}

/// The spread: the figure with its key figures, the finding, and every measure.
fn spread(ctx: &Ctx, seen: &Seen) -> Html {
    let t = ctx.texts();
    let pays_for_conditions = seen.rest.known.tells(Column::Proposal);
    let weights = if pays_for_conditions { badge(ctx) } else { Html::default() };
    let marks = vec![text(t.region_spread()), space(), weights, space(), source::mark(ctx)];
    let (paid, look) = (ctx.state().tools.region.paid.clone().map(Same), Look::of(ctx.state()));
    let of = || SpreadProps { ctx: ctx.as_of(0), seen: seen.clone(), look };
    let details = html! { <Details ctx={ctx.as_of(0)} shown={seen.live.clone()} {paid} {look} /> };
    let details = if seen.rest.known.facts.is_of_lists { Html::default() } else { details };
    let table = folded("region-all", t.key_all().to_owned(), html! { <SpreadPanel ..of() /> });
    let finding = html! { <FindingSentence ..of() /> };
    all(vec![dashboard::panel(ctx, seen), section("region-spread", marks, vec![finding, table, details])])
}

#[component]
fn SourcePanel(props: &CtxProps) -> Html {
    source::panel(&props.ctx)
}

/// Of a tab that waits until a slider rests.
#[derive(PartialEq, Properties)]
struct RestProps {
    ctx: Ctx,
    shown: Shown,
    place: usize,
}

#[component]
fn Rest(props: &RestProps) -> Html {
    let RestProps { ctx, shown, place } = props;
    let t = ctx.texts();
    let of_lists = shown.known.facts.is_of_lists;
    let needs_persons = matches!(place, 1 | 3 | 4 | 6);
    if of_lists && (needs_persons || *place == 5 && !shown.known.tells(Column::Proposal)) {
        return paragraph("empty", t.region_lists_persons());
    }
    match place {
        1 => section("region-groups", vec![text(t.region_groups())], vec![subgroups::panel(ctx, shown)]),
        3 => aims::panel(ctx, shown),
        4 => fit::panel(ctx, shown),
        5 => phase::panel(ctx, shown),
        6 => sensitivity::panel(ctx, shown),
        _ => section("region-list", vec![text(t.region_list())], vec![listing::panel(ctx, shown)]),
    }
}

/// The compared model, if it pays for conditions and can be worked out; else the proposal. While a weight is tried it is
/// mitt scenario, with that weight.
pub fn lead(ctx: &Ctx, shown: &Shown) -> Column {
    match ctx.state().compared {
        column if (column == Column::Scenario || shown.moves) && shown.column(Column::Scenario).is_some() => {
            Column::Scenario
        }
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
