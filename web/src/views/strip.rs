//! The strip under the drawer, and docked under Modellen: what a change comes to for two persons, the own practice, the
//! spread and the sum; and the change shown once again for those who missed it.
use super::brief::strip_persons;
use crate::{
    components::{
        icon::Icon,
        parts::{el, paragraph, say, space, text},
        top_bar::{column_name, model_mark},
        value::{difference, value},
    },
    ctx::{Ctx, CtxProps},
    dom,
    present::{
        amount::{Show, amount, plain},
        difference_words::words,
        practice_rows::results_of,
        term::factor,
    },
    region::region_summary::amounts,
    same::Same,
    state::{Action, View},
};
use gloo_timers::callback::Timeout;
use model::{
    compare::change,
    edit::Edit,
    measure::{Measure, Rate},
    scenario::Difference,
    trace::Node,
    value::{Key, Section},
};
use report::{columns::Column, region::columns, table::today_over_reference};
use rust_decimal::{Decimal, prelude::FromPrimitive};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, hook, html, use_memo, use_state};

/// How long the model before is shown, then the one after.
const SHOWN_MS: u32 = 1_500;

/// Of the strip.
#[derive(PartialEq, Properties)]
pub struct StripProps {
    /// The handle.
    pub ctx: Ctx,
    /// Whether it stands alone, so that it also says what is changed.
    #[prop_or_default]
    pub docked: bool,
}

/// The strip.
#[component]
pub fn Strip(props: &StripProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    let mut cells: Vec<Html> = strip_persons(ctx)
        .into_iter()
        .map(|(name, of)| {
            let of = |column| of.iter().find(|(one, _)| *one == column).map(|(_, node)| Rc::clone(node));
            cell(
                ctx,
                name,
                of(ctx.state().compared).map(|node| (value(ctx, &node, Show::Kronor), node)),
                of(Column::Proposal),
            )
        })
        .collect();
    cells.push(practice(ctx));
    cells.push(spread(ctx, &use_spreads(ctx)));
    cells.push(sum(ctx));
    let cells_class = if waits(ctx) { "strip-cells waits" } else { "strip-cells" };
    let class = if props.docked { "drawer-strip docked" } else { "drawer-strip" };
    let changed = props.docked.then(|| changed(ctx));
    let replay = (!props.docked || ctx.state().has_scenario()).then(|| html! { <Replay ctx={ctx.clone()} /> });
    let reset = props.docked.then(|| reset_all(ctx, None));
    html! {
        <div {class} role="group" aria-label={t.strip_label()}>
            { changed }
            <dl class={cells_class}>{ for cells }</dl>
            { replay }
            { reset }
        </div>
    }
}

/// How many values of the model are changed.
pub fn changes(ctx: &Ctx) -> usize {
    ctx.state().scenario().differences().len()
}

/// How many changes there are, against what.
pub fn against_words(ctx: &Ctx) -> String {
    let (t, count) = (ctx.texts(), changes(ctx));
    let words = t.compare_changes(u64::try_from(count).unwrap_or(u64::MAX), &count.to_string());
    t.drawer_against(&words, column_name(t, Column::Proposal))
}

/// The same with the first of the changes in words.
fn changed(ctx: &Ctx) -> Html {
    let first = ctx.state().scenario().differences().first().map(|one| short(ctx, one));
    let (head, first) = match first {
        None => (vec![text(ctx.texts().strip_nothing_changed())], Html::default()),
        Some(first) => (vec![model_mark(Column::Scenario), space(), say(against_words(ctx))], say(first)),
    };
    let parts = vec![el("strong", &[], head), el("span", &[("class", "about")], vec![first])];
    el("div", &[("class", "strip-changed")], parts)
}

/// A change as short as can be: of a weight its condition and both numbers.
fn short(ctx: &Ctx, of: &Difference) -> String {
    let t = ctx.texts();
    match (&of.key, of.values) {
        (Key::Weight(id), Some((from, to))) => {
            let name = factor(t, ctx.catalogue(), id);
            let kr = amount(t, Rate::of(to.value).quantity(), Show::Kronor, false);
            t.strip_change(&name, &plain(t.lang, from.value), &kr)
        }
        _ => words(ctx, of),
    }
}

/// The way back from every change. It goes with the last one where `focus` says what has the focus then; otherwise it stays.
pub fn reset_all(ctx: &Ctx, focus: Option<&'static str>) -> Html {
    let can = changes(ctx) > 0;
    let reset = {
        let ctx = ctx.clone();
        Callback::from(move |_: web_sys::MouseEvent| {
            if let Some(id) = focus {
                dom::focus(id);
            }
            ctx.send(Action::Edit(Edit::Clear(Section::Model)));
        })
    };
    html! {
        <button type="button" class="plain" aria-disabled={(!can).to_string()} onclick={reset}>
            { ctx.texts().model_reset_all() }
        </button>
    }
}

/// In a region the slider moves only the region: the rest follows when it rests.
fn waits(ctx: &Ctx) -> bool {
    ctx.state().view == View::Region && ctx.state().trial.weight.is_some()
}

/// A figure under its name, with what it was in the proposal where it is another.
fn cell(ctx: &Ctx, name: String, now: Option<(Html, Rc<Node>)>, before: Option<Rc<Node>>) -> Html {
    let t = ctx.texts();
    let differs = before.filter(|before| now.as_ref().is_some_and(|(_, now)| now.value != before.value));
    let from = differs.map(|before| t.strip_from(&amount(t, before.value, Show::Kronor, false)));
    named(name, now.map_or_else(|| text(t.not_available()), |(shown, _)| shown), from.map(say))
}

fn named(name: String, figure: Html, about: Option<Html>) -> Html {
    let about = el("dd", &[("class", "from")], about.into_iter().collect());
    el("div", &[], vec![el("dt", &[], vec![say(name)]), el("dd", &[], vec![figure]), about])
}

/// What is not known yet, and where it becomes known.
fn unknown(ctx: &Ctx, name: &'static str, view: View) -> Html {
    let t = ctx.texts();
    let link = html! { <a href={view.hash()}>{ t.strip_show() }</a> };
    named(name.to_owned(), text(t.not_available()), Some(link))
}

fn practice(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let found = results_of(ctx).map(|found| found.columns);
    let of = |column| {
        let columns = found.as_ref()?;
        let change = columns.iter().find(|one| one.column == column)?.change.as_ref()?.per_year();
        Some(Rc::clone(change.node()))
    };
    let Some(now) = of(ctx.state().compared) else { return unknown(ctx, t.view_practice(), View::Practice) };
    let before = of(Column::Proposal).filter(|before| before.value != now.value);
    let from = before.map(|before| say(t.strip_from(&amount(t, before.value, Show::Thousands, true))));
    named(t.view_practice().to_owned(), difference(ctx, &now, Show::Thousands), from)
}

/// The standard deviation of the practices' nets under the compared model and under the proposal; none before a region is
/// here, or where its costs are for another year.
#[hook]
fn use_spreads(ctx: &Ctx) -> Rc<Option<(f64, f64)>> {
    let state = ctx.state();
    let scenario = state.tariffs.scenario.as_ref().ok().cloned().map(Same);
    let of = (state.tools.region.known.clone().map(Same), scenario, state.compared, state.view == View::Region);
    let ctx = ctx.clone();
    use_memo(of, move |(known, ..)| {
        let (state, known) = (ctx.state(), &known.as_ref()?.0);
        let wanted = |column: &Column| [Column::Current, Column::Proposal, state.compared].contains(column);
        let rates: Vec<_> = amounts(&state.tariffs).into_iter().filter(|(column, _)| wanted(column)).collect();
        let found = columns(&known.summary, &state.tariffs, &rates, state.scenario().practice().reading);
        let of = |column| found.iter().find(|one| one.column == column)?.spread?.sd;
        Some((of(state.compared)?, of(Column::Proposal)?))
    })
}

fn spread(ctx: &Ctx, found: &Option<(f64, f64)>) -> Html {
    let t = ctx.texts();
    let kr = |of: f64| amount(t, Rate::of(Decimal::from_f64(of).unwrap_or_default()).quantity(), Show::Ore, false);
    let Some((now, before)) = *found else { return unknown(ctx, t.strip_spread(), View::Region) };
    let (now, before) = (kr(now), kr(before));
    let link = html! { <a href={View::Region.hash()}>{ now.clone() }</a> };
    named(t.strip_spread().to_owned(), link, (now != before).then(|| say(t.strip_from(&before))))
}

/// What the compared model pays the reference population more or less than today's table.
fn sum(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let tariffs = &ctx.state().tariffs;
    let total = |column| tariffs.get(column)?.reference_total()?.ok();
    let Some((today, then)) = today_over_reference(tariffs).zip(total(ctx.state().compared)) else {
        return named(t.strip_sum().to_owned(), text(t.not_available()), None);
    };
    let change = change(&today, &then);
    let is_same = change.value().decimal().abs() < Decimal::ONE;
    let about = if is_same { text(t.strip_same()) } else { text(t.strip_a_month()) };
    named(t.strip_sum().to_owned(), difference(ctx, change.node(), Show::Thousands), Some(about))
}

/// The proposal for a while, then Mitt scenario again.
#[component]
fn Replay(props: &CtxProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    let back = use_state(|| None::<Timeout>);
    if !ctx.state().has_scenario() {
        return paragraph("about", t.strip_nothing_changed());
    }
    let press = {
        let ctx = ctx.clone();
        Callback::from(move |_: web_sys::MouseEvent| {
            ctx.send(Action::Compare(Column::Proposal));
            let after = ctx.clone();
            back.set(Some(Timeout::new(SHOWN_MS, move || after.send(Action::Compare(Column::Scenario)))));
        })
    };
    let shown = match ctx.state().compared {
        Column::Scenario => t.strip_after(),
        _ => t.strip_before(),
    };
    html! {
        <p class="replay">
            <button type="button" onclick={press}>{ Icon::Play.html() }{ space() }{ t.strip_replay() }</button>
            <span class="about" role="status">{ shown }</span>
        </p>
    }
}
