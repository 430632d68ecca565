//! "De fyra målen": the region's aims as a matrix of figures, with how each is measured. Gives no verdict.
use super::{Shown, aims_prices, aims_stopping, more_flags, source};
use crate::{
    components::{
        lazy_details::lazy_details,
        notes::badge,
        parts::{
            all, before, cell, column, el, element, list, paragraph, row, row_name, say, scroll, section, space, text,
        },
        top_bar::column_name,
        value::{ValueLook, value, value_as},
    },
    ctx::Ctx,
    present::{amount::Show, term::factor},
};
use model::trace::Node;
use report::{
    aims::{AimFigures, FlagFigures, Looked, brings_most, figures},
    columns::Column,
};
use std::rc::Rc;
use yew::Html;

/// A model's figures.
pub type OfModel = (Column, AimFigures);

/// The section.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let models = [Column::Current, Column::Proposal, Column::Scenario];
    let models = models.into_iter().filter(|one| ctx.state().shows(*one));
    let models: Vec<OfModel> = models.filter_map(|one| Some((one, of_model(ctx, shown, one)?))).collect();
    let measured = lazy_details(ctx, "aims-how", t.aims_how().to_owned(), how);
    let heading = vec![text(t.aims()), space(), badge(ctx), space(), source::mark(ctx)];
    let parts = vec![
        paragraph("about", t.aims_about()),
        matrix(ctx, &models),
        measured,
        aims_stopping::panel(ctx, shown),
        aims_prices::panel(ctx, shown),
        more_flags::panel(ctx, shown),
    ];
    section("region-aims", heading, parts)
}

/// The figures of one model; none for a scenario that cannot be worked out.
pub fn of_model(ctx: &Ctx, shown: &Shown, column: Column) -> Option<AimFigures> {
    let tariff = shown.tariffs.get(column)?;
    let known = &shown.known;
    let region = Looked { summary: &known.summary, lane: column.place(), most: known.facts.most_factors };
    Some(figures(tariff, &region, &ctx.state().tools.region.aims.known()))
}

/// An aim by aim table: a group of rows for each.
fn matrix(ctx: &Ctx, models: &[OfModel]) -> Html {
    let t = ctx.texts();
    let names = models.iter().map(|(one, _)| column(column_name(t, *one))).collect();
    let head = el("thead", &[], vec![row(before(column(t.aims_measure()), names))]);
    let number = |name: &'static str, show: Show, of: &dyn Fn(&AimFigures) -> Option<Rc<Node>>| {
        let cells = models
            .iter()
            .map(|(_, one)| cell(of(one).map_or_else(|| text(t.not_available()), |node| value(ctx, &node, show))));
        row(before(row_name(name.to_owned()), cells.collect()))
    };
    let groups = vec![
        group(
            models,
            t.aims_incentive(),
            t.aims_incentive_about(),
            vec![
                number(t.aims_kept(), Show::Percent, &|one| Some(one.kept.node().clone())),
                flagged(ctx, models, t.aims_most_lost(), most),
            ],
        ),
        group(
            models,
            t.aims_clear(),
            t.aims_clear_about(),
            vec![
                number(t.aims_look_up_mean(), Show::Hundredths, &|one| Some(one.mean.as_ref()?.node().clone())),
                number(t.aims_look_up_most(), Show::Whole, &|one| Some(one.most.node().clone())),
                number(t.aims_base(), Show::Whole, &|one| Some(one.base.node().clone())),
                number(t.aims_numbers(), Show::Whole, &|one| Some(one.whole.node().clone())),
            ],
        ),
        group(
            models,
            t.aims_practical(),
            t.aims_practical_about(),
            vec![
                number(t.aims_facts(), Show::Whole, &|one| Some(one.facts.node().clone())),
                number(t.aims_conditions(), Show::Whole, &|one| Some(one.conditions.node().clone())),
                number(t.aims_triggers(), Show::Whole, &|one| Some(one.triggers.node().clone())),
            ],
        ),
        group(
            models,
            t.aims_robust(),
            t.aims_robust_about(),
            vec![
                flagged(ctx, models, t.aims_most_brought(), most),
                flagged(ctx, models, t.aims_above_zero(), above_zero),
                flagged(ctx, models, t.aims_unknown(), unknown),
            ],
        ),
    ];
    let table = el("table", &[("class", "region-aims"), ("data-grid", "true")], before(head, groups));
    scroll(t.aims().into(), table)
}

/// Rows under the name of an aim and what it means.
fn group(models: &[OfModel], name: &'static str, about: &'static str, rows: Vec<Html>) -> Html {
    let words = vec![el("strong", &[], vec![text(name)]), el("span", &[("class", "about")], vec![text(about)])];
    let span = (models.len() + 1).to_string();
    let heading = element("th", &[("scope", "rowgroup")], vec![("colspan", span.into())], words);
    el("tbody", &[], before(row(vec![heading]), rows))
}

/// A row of what flagging brings.
fn flagged(ctx: &Ctx, models: &[OfModel], name: &'static str, words: fn(&Ctx, &[FlagFigures]) -> Html) -> Html {
    let none = |one: &AimFigures| one.flagging.is_empty();
    let cells = models.iter().map(|(_, one)| {
        cell(if none(one) { text(ctx.texts().aims_no_conditions()) } else { words(ctx, &one.flagging) })
    });
    row(before(row_name(name.to_owned()), cells.collect()))
}

/// The condition whose flag brings most in a year.
fn most(ctx: &Ctx, flagging: &[FlagFigures]) -> Html {
    let Some(one) = brings_most(flagging) else { return Html::default() };
    let name = factor(ctx.texts(), ctx.catalogue(), &one.condition);
    all(vec![value(ctx, one.brings.node(), Show::Kronor), space(), el("span", &[("class", "about")], vec![say(name)])])
}

/// How many conditions bring more than they cost, and each of them.
fn above_zero(ctx: &Ctx, flagging: &[FlagFigures]) -> Html {
    let t = ctx.texts();
    let above: Vec<&FlagFigures> = flagging.iter().filter(|one| one.is_above_zero()).collect();
    let known = flagging.iter().filter(|one| one.margin.is_some()).count();
    if known == 0 {
        // no price, no answer: not a sign that nothing pays
        return text(t.aims_unanswered());
    }
    let item = |one: &&FlagFigures| {
        let look = ValueLook { signed: true, ..ValueLook::default() };
        let margin = one.margin.as_ref().map(|margin| value_as(ctx, margin.node(), Show::Kronor, look));
        all(vec![say(factor(t, ctx.catalogue(), &one.condition)), space(), margin.unwrap_or_default()])
    };
    let count = say(t.aims_of(&above.len().to_string(), &known.to_string()));
    let items = if above.is_empty() { Html::default() } else { list("aims-above", above.iter().map(item).collect()) };
    all(vec![count, items])
}

/// For how many conditions no price is known.
fn unknown(ctx: &Ctx, flagging: &[FlagFigures]) -> Html {
    let unknown = flagging.iter().filter(|one| one.margin.is_none()).count();
    say(ctx.texts().aims_of(&unknown.to_string(), &flagging.len().to_string()))
}

/// How each is measured.
fn how(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let aims = [
        (t.aims_incentive(), t.aims_incentive_how()),
        (t.aims_clear(), t.aims_clear_how()),
        (t.aims_practical(), t.aims_practical_how()),
        (t.aims_robust(), t.aims_robust_how()),
    ];
    let part = |(name, how): (&'static str, &'static str)| {
        el("div", &[], vec![el("dt", &[], vec![text(name)]), el("dd", &[], vec![text(how)])])
    };
    el("dl", &[("class", "glossary")], aims.into_iter().map(part).collect())
}
