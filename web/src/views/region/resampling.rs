//! How sure a change in the spread between practices is: practices drawn again and again by the worker.
use super::{Shown, sensitivity::Asker};
use crate::{
    components::{
        entry_field::EntryField,
        lazy_details::lazy_details,
        lazy_value::{Quick, lazy_value},
        parts::{all, before, cell, column, el, paragraph, row, row_name, say, table, text},
        top_bar::column_name,
    },
    ctx::Ctx,
    present::amount::{Show, number},
    region::{
        order::{Order, Resample},
        sensitivity::set_times,
    },
    text::Texts,
    views::practice_figures::model_words,
};
use exchange::number::Sign;
use model::quantity::Unit;
use register::bootstrap::{Interval, SpreadChange};
use report::{
    columns::Column,
    finding::SEED,
    region::{SpreadFigure, exact_spread},
};
use rust_decimal::{Decimal, prelude::FromPrimitive};
use yew::{Html, html};

/// The question and its answers, folded.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let shown = shown.clone();
    lazy_details(ctx, "resampling", ctx.texts().resample_heading().to_owned(), move |ctx| content(ctx, &shown))
}

/// A model, what is asked of it, and the answer if it is here.
type Answered = (Column, Resample, Option<Option<SpreadChange>>);

fn content(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let models = [Column::Proposal, Column::Scenario];
    let models = models.into_iter().filter(|one| *one == Column::Proposal || !shown.tariffs.scenario_is_proposal());
    let answered: Vec<Answered> = models
        .filter_map(|model| {
            let asked = question(ctx, shown, model)?;
            let found = ctx.state().tools.region.sensitivity.resampled(&asked);
            Some((model, asked, found))
        })
        .collect();
    let askers = answered.iter().map(|(_, asked, found)| {
        let order = found.is_none().then(|| Order::Resample(asked.clone()));
        html! { <Asker ctx={ctx.clone()} {order} /> }
    });
    let words = answered.iter().map(|(model, asked, found)| {
        let words = match found {
            None => t.sensitivity_waiting().to_owned(),
            Some(None) => t.resample_failed().to_owned(),
            Some(Some(found)) => sentence(ctx, *model, asked, found),
        };
        el("p", &[("class", "finding"), ("role", "status")], vec![say(words)])
    });
    let (askers, words) = (all(askers.collect()), all(words.collect()));
    let seed = el("p", &[("class", "about")], vec![say(t.resample_about(&SEED.to_string()))]);
    all(vec![seed, form(ctx), askers, words, figures(ctx, shown, &answered)])
}

fn form(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let times = &ctx.state().tools.region.sensitivity.times;
    let field = EntryField {
        id: "resample-times",
        label: t.resample_times(),
        about: t.resample_times_about(),
        value: times.value.to_string(),
        draft: times.draft.as_ref(),
    };
    el("div", &[("class", "tool-form")], vec![field.html(ctx, set_times)])
}

fn question(ctx: &Ctx, shown: &Shown, model: Column) -> Option<Resample> {
    let nets = |column| shown.column(column).map(|one| one.nets.clone());
    let times = ctx.state().tools.region.sensitivity.times.value;
    Some(Resample { before: nets(Column::Current)?, after: nets(model)?, seed: SEED, times })
}

fn kronor(t: Texts, value: f64, sign: Sign) -> String {
    t.unit_kr(&number(t.lang, Decimal::from_f64(value).unwrap_or_default(), 2, sign))
}

fn percent(t: Texts, share: f64) -> String {
    let value = Decimal::from_f64(share).unwrap_or_default() * Decimal::ONE_HUNDRED;
    t.unit_percent(&number(t.lang, value, 1, Sign::Auto))
}

/// The interval, in words.
fn sentence(ctx: &Ctx, model: Column, asked: &Resample, found: &SpreadChange) -> String {
    let t = ctx.texts();
    let Interval { low, high } = found.difference_interval;
    let [low, high] = [low, high].map(|end| kronor(t, end, Sign::Always));
    let name = model_words(ctx, model);
    let times = &asked.times.to_string();
    match found.ratio_interval {
        Some(Interval { low: from, high: to }) => {
            t.resample_finding(times, name, &percent(t, from), &percent(t, to), &low, &high)
        }
        None => t.resample_finding_difference(times, name, &low, &high),
    }
}

/// The deviations, which explain themselves, and what they come to with the ends of the intervals.
fn figures(ctx: &Ctx, shown: &Shown, answered: &[Answered]) -> Html {
    let t = ctx.texts();
    let found: Vec<(Column, SpreadChange)> =
        answered.iter().filter_map(|(model, _, found)| Some((*model, (*found)??))).collect();
    if found.is_empty() {
        return Html::default();
    }
    let deviation = |column: Column, value: f64| {
        let quick = Quick { value, unit: Unit::KrPerPersonMonth, show: Show::Ore, signed: false };
        let shown = shown.clone();
        cell(lazy_value(ctx, quick, move |_| {
            Some(exact_spread(&shown.exact_nets(column), SpreadFigure::Deviation)?.node().clone())
        }))
    };
    let with_ends = |value: f64, ends: Interval, of: &dyn Fn(f64) -> String| {
        cell(say(t.resample_interval(&of(value), &of(ends.low), &of(ends.high))))
    };
    let line = |name: &'static str, of: &dyn Fn(&(Column, SpreadChange)) -> Html| {
        row(before(row_name(name.to_owned()), found.iter().map(of).collect()))
    };
    let rows = vec![
        line(t.resample_before(), &|(_, one)| deviation(Column::Current, one.before)),
        line(t.resample_after(), &|(model, one)| deviation(*model, one.after)),
        line(t.resample_ratio(), &|(_, one)| match one.ratio.zip(one.ratio_interval) {
            Some((ratio, ends)) => with_ends(ratio, ends, &|share| percent(t, share)),
            None => cell(text(t.not_available())),
        }),
        line(t.resample_difference(), &|(_, one)| {
            with_ends(one.difference, one.difference_interval, &|value| kronor(t, value, Sign::Always))
        }),
    ];
    let names = found.iter().map(|(model, _)| column(column_name(t, *model))).collect();
    let table = table(t.resample_heading().into(), "region-flags", before(column(t.region_measure()), names), rows);
    all(vec![table, paragraph("about", t.resample_note())])
}
