//! What a practice keeps, condition by condition, when a drug that flags is stopped: the weight goes with it.
use super::{Shown, aims::of_model, lead};
use crate::{
    components::{
        lazy_details::lazy_details,
        parts::{all, before, cell, column, el, row, row_name, say, table, text},
        value::{ValueLook, value_as},
    },
    ctx::Ctx,
    present::{amount::Show, term::factor},
    views::practice_figures::model_words,
};
use model::{measure::YearlyMoney, trace::Traced};
use report::aims::FlagFigures;
use yew::Html;

/// The table under the model that leads, folded.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let shown = shown.clone();
    lazy_details(ctx, "aims-stopping", ctx.texts().aims_stopping().to_owned(), move |ctx| content(ctx, &shown))
}

fn content(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let model = lead(ctx, shown);
    let Some(figures) = of_model(ctx, shown, model) else { return Html::default() };
    let headings = vec![
        column(t.aims_price_condition()),
        column(t.aims_stopping_lost()),
        column(t.aims_stopping_saved()),
        column(t.aims_stopping_kept()),
        column(t.aims_stopping_even()),
    ];
    let about = el("p", &[("class", "about")], vec![say(t.aims_stopping_about(model_words(ctx, model)))]);
    let rows = figures.flagging.iter().map(|one| line(ctx, one)).collect();
    all(vec![about, table(t.aims_stopping().into(), "region-stopping", headings, rows)])
}

fn line(ctx: &Ctx, figures: &FlagFigures) -> Html {
    let t = ctx.texts();
    let amount = |of: Option<&Traced<YearlyMoney>>, signed: bool| match of {
        Some(amount) => value_as(ctx, amount.node(), Show::Kronor, ValueLook { signed, ..ValueLook::default() }),
        None => text(t.aims_not_known()),
    };
    let cells = vec![
        cell(amount(Some(&figures.brings), false)),
        cell(amount(figures.carried.as_ref(), false)),
        cell(amount(figures.kept_when_stopped.as_ref(), true)),
        cell(amount(figures.even.as_ref(), false)),
    ];
    row(before(row_name(factor(t, ctx.catalogue(), &figures.condition)), cells))
}
