//! "Spridning": one figure, and beside it the few figures that it comes to. The figure can be another one.
use super::{
    Seen, Shown, figures, lead,
    spread::{Measure, measure, spread_interval},
};
use crate::{
    components::{
        lazy_value::{Quick, lazy_value},
        parts::{el, say, space, text},
    },
    ctx::Ctx,
    present::amount::{Show, plain},
    region::Picture,
    tools::change,
};
use model::{compare, quantity::Unit};
use report::{
    columns::Column,
    region_change::{Closeness, closeness, largest_changes},
};
use rust_decimal::Decimal;
use yew::{Callback, Html, MouseEvent, html};

/// The figure with its choice, and the key figures.
pub fn panel(ctx: &Ctx, seen: &Seen) -> Html {
    let picture = ctx.state().tools.region.picture;
    let known = seen.rest.known.summary.known.costs;
    let shown = if known { figures::picture(ctx, seen, picture) } else { Html::default() };
    let figure = el("div", &[("class", "card region-figure")], vec![choose(ctx, picture), shown]);
    let figure = if known { figure } else { Html::default() };
    html! { <div class="region-dashboard">{ figure }<div class="key-figures">{ for key_figures(ctx, &seen.live) }</div></div> }
}

fn choose(ctx: &Ctx, chosen: Picture) -> Html {
    let t = ctx.texts();
    let one = |picture: Picture| {
        let name = match picture {
            Picture::Spread => t.picture_spread(),
            Picture::Cost => t.picture_cost(),
            Picture::Change => t.picture_change(),
            Picture::Funnel => t.picture_funnel(),
        };
        let press = {
            let ctx = ctx.clone();
            Callback::from(move |_: MouseEvent| change(&ctx, |tools| tools.region.picture = picture))
        };
        html! { <button type="button" aria-pressed={(picture == chosen).to_string()} onclick={press}>{ name }</button> }
    };
    html! {
        <div class="segments" role="group" aria-label={t.picture_label()}>{ for Picture::ALL.map(one) }</div>
    }
}

/// A figure under its name, what it was today, and what it is of.
fn card(name: &'static str, value: Html, from: Option<String>, about: Html) -> Html {
    let from = from.map(|words| html! { <span class="from">{ words }</span> });
    let value = el("dd", &[("class", "key-value")], vec![value, space(), from.unwrap_or_default()]);
    let about = el("dd", &[("class", "about")], vec![about]);
    el("dl", &[("class", "card key-figure")], vec![el("dt", &[], vec![text(name)]), value, about])
}

fn key_figures(ctx: &Ctx, shown: &Shown) -> Vec<Html> {
    let t = ctx.texts();
    let column = lead(ctx, shown);
    let today = shown.column(Column::Current);
    let Some(then) = shown.column(column) else { return Vec::new() };
    let figure = |wanted| measure(ctx, shown, then, wanted);
    let from = |wanted: Measure| Some(t.strip_from(&wanted.quick(today?)?.words(ctx)));
    let practices = plain(t.lang, Decimal::from(shown.known.len()));
    let mut cards = Vec::new();
    if let Some(deviation) = figure(Measure::Deviation) {
        let about = spread_interval(ctx, shown).unwrap_or_else(|| t.key_spread_about().to_owned());
        cards.push(card(t.key_spread(), deviation, from(Measure::Deviation), say(about)));
    }
    if let Some(Closeness { closer, of }) = today.and_then(|today| closeness(today, then)).filter(|found| found.of > 1)
    {
        let value = say(t.key_of(&closer.to_string(), &of.to_string()));
        cards.push(card(t.key_closer(), value, None, text(t.key_practices())));
    }
    if let Some(moved) = figure(Measure::Moved) {
        let paid: f64 = then.paid.iter().sum();
        let share = then.moved.map(|moved| Quick {
            value: moved / paid,
            unit: Unit::Share,
            show: Show::Percent,
            signed: false,
        });
        let about = share.map(|share| t.key_moved_about(&share.words(ctx))).unwrap_or_default();
        cards.push(card(t.key_moved(), moved, Some(t.key_a_year().to_owned()), say(about)));
    }
    // of one practice nothing is said of how many
    if let Some(above) = figure(Measure::AboveZero).filter(|_| shown.known.len() > 1) {
        cards.push(card(t.key_above(), above, from(Measure::AboveZero), say(t.key_above_about(&practices))));
    }
    cards.extend(today.filter(|_| shown.known.len() > 1).and_then(|_| extremes(ctx, shown, column)));
    cards
}

/// Who gets most more and most less.
fn extremes(ctx: &Ctx, shown: &Shown, column: Column) -> Option<Html> {
    let t = ctx.texts();
    let (today, then) = (shown.column(Column::Current)?, shown.column(column)?);
    let rows = largest_changes(today, then).into_iter().flatten().map(|(at, month)| {
        let name = shown.known.facts.names.get(at).cloned().unwrap_or_default();
        let quick = Quick { value: 12.0 * month, unit: Unit::KrPerYear, show: Show::Thousands, signed: true };
        let own = shown.clone();
        let figure = lazy_value(ctx, quick, move |_| {
            let (today, then) = (own.exact(at, Column::Current)?, own.exact(at, column)?);
            Some(compare::change(&today.outcome.payment, &then.outcome.payment).per_year().node().clone())
        });
        let (class, sign) = if month > 0.0 { ("more", "▲ ") } else { ("less", "▼ ") };
        let figure = html! { <span {class}><span aria-hidden="true">{ sign }</span>{ figure }</span> };
        el("div", &[], vec![el("dt", &[], vec![say(name)]), el("dd", &[], vec![figure])])
    });
    let rows = el("dl", &[("class", "extremes")], rows.collect());
    let heading = el("h2", &[], vec![text(t.key_extremes())]);
    Some(el("div", &[("class", "card key-figure")], vec![heading, rows]))
}
