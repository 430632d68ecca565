//! The small step chart by age of I korthet: today against a model, for those without chronic conditions.
use crate::{
    components::{
        figure::{Figure, figure},
        parts::{el, element, say},
        top_bar::column_name,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        charts::{AgeLine, age_lines},
    },
};
use charts::Size;
use model::{
    measure::{Measure, Rate},
    sex::Sex,
};
use report::{brief::by_band, columns::Column};
use yew::Html;

/// Women and men as small multiples; today beside `compared`.
pub fn brief_chart(ctx: &Ctx, compared: Column) -> Html {
    let texts = ctx.texts();
    let largest = Sex::ALL.iter().filter_map(|sex| largest_fall(ctx, *sex, compared)).max();
    let finding = match largest.filter(|fall| *fall > Rate::ZERO) {
        Some(fall) => texts.brief_chart_title(&amount(texts, fall.quantity(), Show::Kronor, false)),
        None => texts.brief_chart_title_same().to_owned(),
    };
    let heading = element("h2", &[("class", "finding"), ("id", "finding")], Vec::new(), vec![say(finding)]);
    let parts = [heading].into_iter().chain(Sex::ALL.map(|sex| one(ctx, sex, compared))).collect();
    el("section", &[("class", "multiples"), ("aria-labelledby", "finding")], parts)
}

fn values(ctx: &Ctx, column: Column, sex: Sex) -> Option<Vec<Rate>> {
    let outcomes = by_band(ctx.state().tariffs.get(column)?, sex, &[]);
    Some(outcomes.iter().map(|(_, outcome)| Rate::of(outcome.payment.value().decimal())).collect())
}

fn largest_fall(ctx: &Ctx, sex: Sex, compared: Column) -> Option<Rate> {
    let (today, then) = (values(ctx, Column::Current, sex)?, values(ctx, compared, sex)?);
    today.into_iter().zip(then).map(|(today, then)| today - then).max()
}

fn one(ctx: &Ctx, sex: Sex, compared: Column) -> Html {
    let texts = ctx.texts();
    let line = |column| {
        Some(AgeLine { column, label: column_name(texts, column).to_owned(), values: values(ctx, column, sex)? })
    };
    let lines: Vec<AgeLine> = [Column::Current, compared].into_iter().filter_map(line).collect();
    let bands = ctx.state().tariffs.current.model.bands.bands().to_vec();
    let [first, _] = ctx.house().personas();
    let highlight = (first.sex == sex).then(|| ctx.state().tariffs.current.model.bands.index_of(first.age));
    let drawn = age_lines(texts, Size { width: 340, height: 210 }, &bands, &lines, highlight);
    let (title, name) = match sex {
        Sex::Woman => (texts.brief_chart_women(), "viktat-korthet-kvinnor"),
        Sex::Man => (texts.brief_chart_men(), "viktat-korthet-man"),
    };
    let alt = texts.brief_chart_text(column_name(texts, compared));
    let source = texts.source_line_table();
    figure(ctx, &Figure { name, title: title.to_owned(), alt, drawn, source })
}
