//! Fitted weights beside the scenario's, how well they follow the costs, and the buttons that use them.
use super::{fit_table, source};
use crate::{
    components::{
        notes::{badge, tariff_faults},
        parts::{all, button, el, paragraph, say, space, text},
    },
    ctx::Ctx,
    lazy::may_explain_region,
    present::amount::{number, plain},
    region::{
        fit_tool::{apply, cost_share, edit_of},
        order::Fitted,
        region_summary::RegionSummary,
    },
    views::import_panel::on,
};
use exchange::number::Sign;
use model::{
    scenario::Scenario,
    tariff::{TariffError, largest_fitting_factor},
};
use report::fitted::refused;
use rust_decimal::{Decimal, prelude::FromPrimitive};
use std::rc::Rc;
use yew::Html;

/// What was found; nothing before it has been asked for, or when the scenario's model is another.
pub fn result(ctx: &Ctx, known: &RegionSummary) -> Html {
    let found = ctx.state().tools.region.fit.found.as_ref();
    let Some(fitted) = found.filter(|_| known.facts.model == ctx.state().scenario().start.id) else {
        return el("div", &[], Vec::new());
    };
    let t = ctx.texts();
    let parts = vec![
        el(
            "p",
            &[("class", "finding")],
            vec![say(finding(ctx, fitted, known)), space(), source::mark(ctx), space(), badge(ctx)],
        ),
        paragraph("about", t.fit_r2_about()),
        stale(ctx, fitted),
        fit_table::table_of(ctx, fitted),
        paragraph("about", if fitted.order.options.ridge > 0.0 { t.fit_no_interval() } else { t.fit_interval_about() }),
        el("p", &[("class", "source")], vec![say(origin(ctx, fitted))]),
        usage(ctx, fitted),
    ];
    el("div", &[("class", "fit-result")], parts)
}

fn percent(ctx: &Ctx, share: Option<f64>) -> String {
    let t = ctx.texts();
    // of real persons no more digits than the reading takes
    let decimals = if may_explain_region(ctx) { 2 } else { 1 };
    match share.and_then(Decimal::from_f64) {
        Some(share) => t.unit_percent(&number(t.lang, share * Decimal::ONE_HUNDRED, decimals, Sign::Auto)),
        None => t.not_available().to_owned(),
    }
}

fn finding(ctx: &Ctx, fitted: &Fitted, known: &RegionSummary) -> String {
    let (own, others) = (percent(ctx, fitted.fit.r_squared), percent(ctx, fitted.crossed));
    match known.facts.synthetic {
        true => ctx.texts().fit_finding_made_up(&own, &others),
        false => ctx.texts().fit_finding(&own, &others),
    }
}

fn share(ctx: &Ctx, share: Decimal) -> String {
    let t = ctx.texts();
    t.unit_percent(&plain(t.lang, share * Decimal::ONE_HUNDRED))
}

fn asked(fitted: &Fitted) -> Decimal {
    Decimal::from_f64(fitted.order.cost_share).unwrap_or_default().normalize()
}

/// The scenario carries another part of the cost now.
fn stale(ctx: &Ctx, fitted: &Fitted) -> Html {
    if cost_share(ctx) == asked(fitted) {
        return el("p", &[("class", "about")], Vec::new());
    }
    paragraph("fault", ctx.texts().fit_stale())
}

fn origin(ctx: &Ctx, fitted: &Fitted) -> String {
    let t = ctx.texts();
    let persons = number(t.lang, fitted.fit.persons.into(), 0, Sign::Auto);
    t.fit_source(&source::name(ctx), &persons, &share(ctx, asked(fitted)))
}

/// The scenario with the weights times a number.
fn with(ctx: &Ctx, fitted: &Fitted, by: Option<Decimal>) -> Scenario {
    ctx.state().scenario().apply(&edit_of(ctx, fitted, by))
}

/// What would be wrong with it.
fn faults(scenario: &Scenario) -> Vec<TariffError> {
    Rc::new(scenario.model()).tariff().err().unwrap_or_default()
}

fn usage(ctx: &Ctx, fitted: &Rc<Fitted>) -> Html {
    let t = ctx.texts();
    let next = with(ctx, fitted, None);
    let faults = faults(&next);
    let scaled = largest_fitting_factor(&faults);
    let press = |by| {
        let fitted = Rc::clone(fitted);
        on(ctx, move |ctx| apply(ctx, &fitted, by))
    };
    let now = ctx.state().scenario();
    let used = next == *now || scaled.is_some_and(|by| with(ctx, fitted, Some(by)) == *now);
    let fewer = scaled.map(|by| button("", say(t.fit_use_scaled(&plain(t.lang, by))), press(scaled)));
    let buttons = vec![button("", text(t.fit_use()), press(None)), fewer.unwrap_or_default()];
    let said = if used { t.fit_used() } else { "" };
    all(vec![
        negative(ctx, fitted),
        tariff_faults(ctx, t.fit_too_heavy(), &faults),
        el("div", &[("class", "tool-buttons")], buttons),
        el("p", &[("class", "about"), ("role", "status")], vec![text(said)]),
        paragraph("about", t.fit_use_about()),
    ])
}

/// Weights below zero that the model does not take.
fn negative(ctx: &Ctx, fitted: &Fitted) -> Html {
    let model = ctx.state().scenario().model();
    let count = model.case_mix().map_or(0, |mix| refused(mix, &fitted.rates()));
    match count {
        0 => Html::default(),
        count => el("p", &[("class", "fault")], vec![say(ctx.texts().fit_refused(&count.to_string()))]),
    }
}
