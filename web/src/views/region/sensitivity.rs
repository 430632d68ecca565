//! "Känslighet": what an outcome hangs on most, worked out by the worker when it is asked for.
use super::{Shown, figures, lead, resampling, source, too_few};
use crate::{
    components::{
        entry_field::EntryField,
        figure::width_for,
        lazy_details::lazy_details,
        lazy_value::{Quick, lazy_value},
        live_figure::{LiveFigure, MakeLeaving, live_figure},
        notes::badge,
        parts::{all, el, paragraph, say, section, space, text},
        select_field::select_field,
    },
    ctx::Ctx,
    present::{
        amount::{Show, plain},
        export::DataTable,
        region_charts::{ChartContext, ORE_PER_YEAR},
        term::factor,
        tornado_chart::{OutcomeUnit, tornado_chart},
    },
    region::{
        Stage,
        changes::Changed,
        order::{Order, Swing},
        protect, send,
        sensitivity::{Wanted, ask, set_share},
    },
    tools::guard::Leaving,
    views::practice_figures::model_words,
};
use model::{measure::Measure, net::ShareReading, quantity::Unit, trace::Node};
use register::tornado::{Bar, Lever, Outcome, Tornado};
use report::{
    columns::Column,
    region::{ExactPractice, SpreadFigure, exact_moved, exact_spread},
};
use rust_decimal::{Decimal, prelude::FromPrimitive};
use std::rc::Rc;
use yew::{Html, component, html, use_effect_with};

/// So many bars are drawn.
const MOST: usize = 12;

/// The section.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let heading = vec![text(t.sensitivity()), space(), badge(ctx), space(), source::mark(ctx)];
    let levers = {
        let shown = shown.clone();
        lazy_details(ctx, "sensitivity", t.tornado_heading().to_owned(), move |ctx| content(ctx, &shown))
    };
    let sure = resampling::panel(ctx, shown);
    section("region-sensitivity", heading, vec![paragraph("about", t.sensitivity_about()), levers, sure])
}

fn content(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let about = all(vec![paragraph("about", t.tornado_about()), paragraph("about", t.tornado_flagged_about())]);
    let model = lead(ctx, shown);
    let result = match question(ctx, shown, model) {
        Some(asked) => {
            let told = match ctx.state().tools.region.sensitivity.swung(&asked) {
                None => el("p", &[("class", "empty"), ("role", "status")], vec![text(t.sensitivity_waiting())]),
                Some(None) if is_of_one(&asked, shown) => paragraph("empty", t.region_finding_one()),
                Some(None) => paragraph("empty", t.tornado_failed()),
                Some(Some(found)) => result(ctx, shown, (model, &asked), found),
            };
            // what is saved is asked of the region as it may leave the page
            let leaves = shown.published(ctx).and_then(|published| question(ctx, &published, model));
            let leaves = leaves.filter(|leaves| *leaves != asked);
            all(vec![asker(ctx, Some(asked)), asker(ctx, leaves), told])
        }
        None => paragraph("empty", t.tornado_no_practice()),
    };
    all(vec![form(ctx), about, result])
}

fn form(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let asked = &ctx.state().tools.region.sensitivity;
    let names = vec![t.tornado_spread().to_owned(), t.tornado_moved().to_owned(), t.tornado_payment().to_owned()];
    let chosen = Wanted::ALL.iter().position(|one| *one == asked.wanted).unwrap_or_default();
    let outcome = select_field(ctx, ("tornado-outcome", t.tornado_outcome()), (names, chosen), |ctx, at| {
        ask(ctx, |asked| asked.wanted = Wanted::ALL.get(at).copied().unwrap_or_default());
    });
    let names = vec![
        t.tornado_all().to_owned(),
        t.tornado_weights().to_owned(),
        t.tornado_prevalences().to_owned(),
        t.tornado_counts().to_owned(),
    ];
    let chosen = Lever::ALL.iter().position(|one| Some(*one) == asked.only).map_or(0, |at| at + 1);
    let only = select_field(ctx, ("tornado-only", t.tornado_only()), (names, chosen), |ctx, at| {
        ask(ctx, |asked| asked.only = at.checked_sub(1).and_then(|at| Lever::ALL.get(at)).copied());
    });
    let share = EntryField {
        id: "tornado-share",
        label: t.tornado_share(),
        about: t.tornado_share_about(),
        value: plain(t.lang, asked.share.value.decimal() * Decimal::ONE_HUNDRED),
        draft: asked.share.draft.as_ref(),
    };
    el("div", &[("class", "tool-form")], vec![outcome, only, share.html(ctx, set_share)])
}

/// What is asked of the worker; none for the payment of a practice when none is followed.
fn question(ctx: &Ctx, shown: &Shown, model: Column) -> Option<Swing> {
    let asked = &ctx.state().tools.region.sensitivity;
    let pinned = ctx.state().tools.region.pinned;
    let outcome = match asked.wanted {
        Wanted::Spread => match shown.reading {
            ShareReading::AtNet => Outcome::SpreadAtNet,
            ShareReading::InTable => Outcome::Spread,
        },
        Wanted::Moved => {
            let today = shown.column(Column::Current)?;
            Outcome::Moved(today.paid.iter().map(|paid| paid * ORE_PER_YEAR).collect())
        }
        Wanted::Payment => Outcome::Payment(shown.place(pinned?)),
    };
    let protect = if shown.is_published { protect(ctx) } else { None };
    let scenario = ctx.state().scenario();
    let changed = if model == Column::Scenario { Changed::of(scenario) } else { Changed::start(scenario) };
    Some(Swing { model: changed, lane: model.place(), outcome, share: asked.share.value, protect })
}

/// Asks the worker, unless its answer is here.
fn asker(ctx: &Ctx, asked: Option<Swing>) -> Html {
    let order = asked.filter(|asked| ctx.state().tools.region.sensitivity.swung(asked).is_none()).map(Order::Swing);
    html! { <Asker ctx={ctx.clone()} {order} /> }
}

/// One practice lies at no distance from others.
fn is_of_one(asked: &Swing, shown: &Shown) -> bool {
    matches!(asked.outcome, Outcome::Spread | Outcome::SpreadAtNet) && shown.known.len() < 2
}

fn result(ctx: &Ctx, shown: &Shown, (model, asked): (Column, &Swing), found: &Tornado) -> Html {
    let t = ctx.texts();
    let Some(own) = figure(ctx, shown, (model, asked), found) else {
        return paragraph("empty", t.tornado_failed());
    };
    let leaving: MakeLeaving = {
        let shown = shown.clone();
        Rc::new(move |ctx| {
            let published = shown.published(ctx)?;
            let asked = question(ctx, &published, model)?;
            let found = ctx.state().tools.region.sensitivity.swung(&asked)??;
            Leaving::of_region(ctx, &published.known, figure(ctx, &published, (model, &asked), found)?)
        })
    };
    let words = t.tornado_now(model_words(ctx, model));
    let now = el("p", &[], vec![say(words), space(), base(ctx, shown, (model, asked), found)]);
    // it is here a moment after the one on the screen
    let leaving = match leaving(ctx) {
        Some(_) => Ok(leaving),
        None => Err(too_few(ctx, shown).unwrap_or_else(|| t.sensitivity_waiting().to_owned())),
    };
    all(vec![now, live_figure(ctx, &own, leaving)])
}

/// The bars that are looked at; none where the model has none.
fn figure(ctx: &Ctx, shown: &Shown, (model, asked): (Column, &Swing), found: &Tornado) -> Option<LiveFigure> {
    let t = ctx.texts();
    let told = OutcomeUnit::of(&asked.outcome, found.base);
    let only = ctx.state().tools.region.sensitivity.only;
    let bars = found.bars.iter().filter(|bar| only.is_none_or(|only| bar.lever == only));
    let bars: Vec<(&Bar, String)> = bars.take(MOST).map(|bar| (bar, name(ctx, bar))).collect();
    let (first, label) = bars.first()?;
    let [low, high] = first.ends();
    let end = |end: Option<f64>| end.map_or_else(|| t.tornado_none().to_owned(), |end| told.say(t, end));
    let context = ChartContext { texts: t, width: width_for(720), pinned: None };
    Some(LiveFigure {
        name: "viktat-region-kanslighet",
        title: t.tornado_title(label, &end(low), &end(high)),
        alt: t.tornado_alt(&bars.len().to_string(), model_words(ctx, model)),
        drawing: tornado_chart(&context, &told, (found, model), &bars),
        source: figures::source(ctx, shown),
        table: twin(ctx, told, found),
    })
}

/// What is moved, in words.
fn name(ctx: &Ctx, bar: &Bar) -> String {
    let t = ctx.texts();
    let of = factor(t, ctx.catalogue(), &bar.factor);
    match bar.lever {
        Lever::Weight => t.tornado_weight(&of),
        Lever::Prevalence => t.tornado_prevalence(&of),
        Lever::Flagged => t.tornado_flagged(&of),
    }
}

/// Every bar, not only those that are drawn.
fn twin(ctx: &Ctx, told: OutcomeUnit, found: &Tornado) -> Rc<dyn Fn() -> DataTable> {
    let (ctx, found) = (ctx.clone(), found.clone());
    Rc::new(move || {
        let t = ctx.texts();
        let headings = [t.tornado_lever(), t.tornado_low(), t.tornado_high()].map(str::to_owned).to_vec();
        let number = |end: Option<f64>| end.and_then(|end| Decimal::from_f64(told.value(end)));
        let row = |bar: &Bar| (name(&ctx, bar), bar.ends().map(number).to_vec());
        DataTable { headings, rows: found.bars.iter().map(row).collect(), decimals: told.decimals, whole: 0 }
    })
}

/// The outcome as it stands, which explains itself.
fn base(ctx: &Ctx, shown: &Shown, (model, asked): (Column, &Swing), found: &Tornado) -> Html {
    let (unit, show, ore) = match &asked.outcome {
        Outcome::Spread | Outcome::SpreadAtNet => (Unit::KrPerPersonMonth, Show::Ore, ORE_PER_YEAR),
        Outcome::Moved(_) => (Unit::KrPerYear, Show::of_sum(found.base / 100.0), 100.0),
        Outcome::Payment(_) => (Unit::KrPerYear, Show::Thousands, 100.0),
    };
    let quick = Quick { value: found.base / ore, unit, show, signed: false };
    let (shown, outcome) = (shown.clone(), asked.outcome.clone());
    lazy_value(ctx, quick, move |_| exactly(&shown, model, &outcome))
}

fn exactly(shown: &Shown, model: Column, outcome: &Outcome) -> Option<Rc<Node>> {
    match outcome {
        Outcome::Spread | Outcome::SpreadAtNet => {
            Some(exact_spread(&shown.exact_nets(model), SpreadFigure::Deviation)?.node().clone())
        }
        Outcome::Payment(practice) => Some(shown.exact(*practice, model)?.outcome.payment.per_year().node().clone()),
        Outcome::Moved(_) => {
            let names = shown.known.facts.names.iter().enumerate();
            let pairs: Vec<(&str, ExactPractice, ExactPractice)> = names
                .filter_map(|(at, name)| {
                    Some((name.as_str(), shown.exact(at, Column::Current)?, shown.exact(at, model)?))
                })
                .collect();
            let pairs: Vec<_> = pairs.iter().map(|(name, today, then)| (*name, today, then)).collect();
            Some(exact_moved(&pairs)?.node().clone())
        }
    }
}

/// What is asked of the worker.
#[derive(PartialEq, yew::Properties)]
pub struct AskerProps {
    /// The page.
    pub ctx: Ctx,
    /// What is to be asked; none once it is answered.
    pub order: Option<Order>,
}

/// Sends an order once, when the region is there and no slider moves.
#[component]
pub fn Asker(props: &AskerProps) -> Html {
    let ctx = props.ctx.clone();
    let region = &ctx.state().tools.region;
    let rests = region.stage == Stage::Ready && ctx.state().trial.weight.is_none();
    use_effect_with(props.order.clone().filter(|_| rests), move |order| {
        if let Some(order) = order {
            send(&ctx, order.clone());
        }
    });
    Html::default()
}
