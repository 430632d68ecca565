//! The table of fitted weights: one row a factor, with the weight or why it has none.
use crate::{
    components::{
        lazy_value::{Quick, lazy_value},
        parts::{cell, column, element, row, row_name, say, table},
        value::value,
    },
    ctx::Ctx,
    lazy,
    present::{
        amount::{Show, number},
        term::factor,
    },
    region::order::Fitted,
};
use exchange::number::Sign;
use model::{
    case_mix::PaidFactor,
    id::Id,
    measure::{Measure, Persons},
    quantity::Unit,
    term::Term,
    trace::Traced,
};
use register::fit::{FactorFit, Outcome};
use rust_decimal::{Decimal, prelude::FromPrimitive};
use yew::{AttrValue, Html};

/// The table.
pub fn table_of(ctx: &Ctx, fitted: &Fitted) -> Html {
    let t = ctx.texts();
    let model = ctx.state().scenario().model();
    let Some(mix) = model.case_mix() else { return Html::default() };
    let rows = mix.factors().zip(&fitted.fit.factors).enumerate().map(|(place, (paid, found))| {
        let head = vec![
            row_name(factor(t, ctx.catalogue(), paid.id)),
            cell(persons(ctx, paid.id, found)),
            cell(now(ctx, place, &paid)),
        ];
        row(head.into_iter().chain(outcome(ctx, found)).collect())
    });
    let headings = [t.fit_factor(), t.fit_persons(), t.fit_now(), t.fit_weight(), t.fit_error(), t.fit_interval()];
    let headings = headings.map(column).to_vec();
    table(AttrValue::Static(t.fit_table()), "region-amounts fit-weights", headings, rows.collect())
}

fn persons(ctx: &Ctx, id: &Id, found: &FactorFit) -> Html {
    let threshold = ctx.state().tools.guard.fewest();
    let is_few = |persons: u64| (1..threshold.into()).contains(&persons);
    let all: u64 = ctx.state().tools.region.known.iter().flat_map(|known| known.summary.lists()).sum();
    if !lazy::may_explain_region(ctx) {
        if is_few(found.persons.into()) {
            return say(ctx.texts().region_group_few(&threshold.to_string()));
        }
        if is_few(all.saturating_sub(found.persons.into())) {
            return say(ctx.texts().not_available().to_owned());
        }
    }
    let quick = Quick { value: f64::from(found.persons), unit: Unit::Persons, show: Show::Whole, signed: false };
    let (id, persons) = (id.clone(), Persons::of(found.persons.into()));
    lazy_value(ctx, quick, move |_| Some(Traced::input(Term::Affected(id.clone()), persons).node().clone()))
}

/// What the factor brings in the scenario now; the weight as it stands where that cannot be worked out.
fn now(ctx: &Ctx, place: usize, paid: &PaidFactor<'_>) -> Html {
    let tariff = ctx.state().tariffs.scenario.as_ref().ok();
    match tariff.and_then(|tariff| tariff.factors.get(place)) {
        Some(factor) => value(ctx, factor.rate.node(), Show::Ore),
        None => say(number(ctx.texts().lang, paid.weight.value.decimal(), 2, Sign::Auto)),
    }
}

fn outcome(ctx: &Ctx, found: &FactorFit) -> Vec<Html> {
    let t = ctx.texts();
    let kr = |value: f64| number(t.lang, Decimal::from_f64(value).unwrap_or_default(), 2, Sign::Auto);
    let reason = match &found.outcome {
        Outcome::Fitted { rate, error, .. } => {
            let weight = number(t.lang, rate.decimal(), 2, Sign::Auto);
            let unknown = || t.not_available().to_owned();
            let error = error.map_or_else(unknown, |error| kr(error.standard));
            let between =
                found.outcome.interval().map_or_else(unknown, |(low, high)| t.fit_between(&kr(low), &kr(high)));
            return vec![cell(say(t.unit_kr(&weight))), cell(say(error)), cell(say(between))];
        }
        Outcome::TooFew { least, .. } => t.fit_too_few(&least.to_string()),
        Outcome::Negative { estimate } => t.fit_negative(&t.unit_kr(&kr(*estimate))),
        Outcome::AtZero => t.fit_at_zero().to_owned(),
        Outcome::Determined => t.fit_determined().to_owned(),
        Outcome::Unsolved => t.fit_unsolved().to_owned(),
    };
    vec![element("td", &[("class", "words"), ("colspan", "3")], Vec::new(), vec![say(reason)])]
}
