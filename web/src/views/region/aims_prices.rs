//! What the cheapest way to show each condition costs: no document says it, so the reader does.
use super::{Shown, aims::of_model, lead};
use crate::{
    components::{
        lazy_details::lazy_details,
        parts::{all, before, cell, column, el, element, row, say, table, text},
        top_bar::column_name,
        typed_input::TypedInput,
        value::{ValueLook, value_as},
    },
    ctx::Ctx,
    present::{amount::Show, fault::number_fault, term::factor, trigger::triggers},
    region::aims::set_price,
    text::Texts,
};
use exchange::number::echo;
use model::{condition::Condition, measure::YearlyMoney, proxy::DrugMeasure, trace::Traced};
use report::aims::FlagFigures;
use yew::{Callback, Html, html};

/// The fields and what they come to under the model that leads, folded.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let shown = shown.clone();
    lazy_details(ctx, "aims-prices", ctx.texts().aims_prices().to_owned(), move |ctx| content(ctx, &shown))
}

fn content(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let model = lead(ctx, shown);
    let conditions = shown.tariffs.get(model).and_then(|tariff| tariff.model.case_mix()).map(|mix| &mix.conditions);
    let (Some(conditions), Some(figures)) = (conditions, of_model(ctx, shown, model)) else { return Html::default() };
    let rows = conditions.iter().zip(&figures.flagging).map(|(condition, figures)| line(ctx, condition, figures));
    let headings = vec![
        column(t.aims_price_condition()),
        column(t.aims_price_unit()),
        column(t.aims_price_brings()),
        column(t.aims_price_cost()),
        column(t.aims_price_carried()),
        column(t.aims_price_margin()),
    ];
    let about = el("p", &[("class", "about")], vec![say(t.aims_prices_about(column_name(t, model)))]);
    all(vec![about, table(t.aims_prices().into(), "region-prices", headings, rows.collect())])
}

fn line(ctx: &Ctx, condition: &Condition, figures: &FlagFigures) -> Html {
    let t = ctx.texts();
    let mut measures: Vec<DrugMeasure> = Vec::new();
    for proxy in &condition.proxies {
        if !measures.contains(&proxy.trigger.measure) {
            measures.push(proxy.trigger.measure);
        }
    }
    let name = factor(t, ctx.catalogue(), &condition.id);
    let fields = measures.into_iter().map(|measure| field(ctx, condition, &name, measure)).collect();
    let amount = |of: &Option<Traced<YearlyMoney>>, signed: bool| match of {
        Some(amount) => value_as(ctx, amount.node(), Show::Kronor, ValueLook { signed, ..ValueLook::default() }),
        None => text(t.aims_not_known()),
    };
    let left = match figures.unpriced {
        0 => Html::default(),
        some if figures.cost.is_some() => paragraph_of(t.aims_unpriced(&some.to_string())),
        _ => Html::default(),
    };
    let about = el("span", &[("class", "about")], vec![say(triggers(t, condition))]);
    let heading = el("th", &[("scope", "row")], vec![say(name), about]);
    let cells = vec![
        el("td", &[("class", "price-fields")], fields),
        cell(amount(&Some(figures.brings.clone()), false)),
        cell(all(vec![amount(&figures.cost, false), left])),
        cell(amount(&figures.carried, false)),
        cell(amount(&figures.margin, true)),
    ];
    row(before(heading, cells))
}

fn paragraph_of(words: String) -> Html {
    el("span", &[("class", "about")], vec![say(words)])
}

/// The price of one unit, with its label beside it and its fault below.
fn field(ctx: &Ctx, condition: &Condition, name: &str, measure: DrugMeasure) -> Html {
    let t = ctx.texts();
    let id = ["price-", condition.id.as_str(), "-", unit_id(measure)].concat();
    let fault_id = [&id, "-fault"].concat();
    let entry = ctx.state().tools.region.aims.price(&condition.id, measure);
    let draft = entry.and_then(|entry| entry.draft.as_ref());
    let known = entry.and_then(|entry| entry.value).map(|value| echo(value, ctx.state().notation()));
    let value = draft.map_or_else(|| known.unwrap_or_default(), |draft| draft.text.clone());
    let wrong = draft.map(|draft| number_fault(t, &draft.error)).unwrap_or_default();
    let take = {
        let (ctx, condition) = (ctx.clone(), condition.id.clone());
        Callback::from(move |text| set_price(&ctx, &condition, measure, text))
    };
    let label = t.aims_price_of(unit(t, measure), name);
    let class = if draft.is_some() { "number faulty" } else { "number" };
    let input = html! {
        <TypedInput {id} {class} {value} {take} {label} placeholder={t.aims_not_known().to_owned()}
            invalid={draft.is_some()} described={draft.is_some().then(|| fault_id.clone())} />
    };
    let fault = element(
        "p",
        &[("class", "fault entry-fault"), ("role", "alert")],
        vec![("id", fault_id.into())],
        vec![say(wrong)],
    );
    let beside = el("span", &[("aria-hidden", "true")], vec![text(unit(t, measure))]);
    el("div", &[], vec![input, beside, fault])
}

fn unit(t: Texts, measure: DrugMeasure) -> &'static str {
    match measure {
        DrugMeasure::Dispensings => t.aims_per_dispensing(),
        DrugMeasure::Packages => t.aims_per_package(),
        DrugMeasure::Ddd => t.aims_per_ddd(),
    }
}

fn unit_id(measure: DrugMeasure) -> &'static str {
    match measure {
        DrugMeasure::Dispensings => "dispensing",
        DrugMeasure::Packages => "package",
        DrugMeasure::Ddd => "ddd",
    }
}
