//! The small step chart by age of I korthet: today against a model, for those without chronic conditions.
use crate::{
    components::{
        figure::{Figure, figure_of_nobody},
        parts::el,
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
    let parts = Sex::ALL.map(|sex| one(ctx, sex, compared)).to_vec();
    el("section", &[("class", "multiples"), ("aria-label", ctx.texts().brief_charts())], parts)
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
    let [first, _] = ctx.catalogue().personas();
    let highlight = (first.sex == sex).then(|| ctx.state().tariffs.current.model.bands.index_of(first.age));
    let drawn = age_lines(texts, Size { width: 340, height: 210 }, &bands, &lines, highlight);
    let name = match sex {
        Sex::Woman => "viktat-korthet-kvinnor",
        Sex::Man => "viktat-korthet-man",
    };
    let title = finding(ctx, sex, compared);
    let alt = texts.brief_chart_text(column_name(texts, compared));
    let source = texts.source_line_table();
    figure_of_nobody(ctx, Figure { name, title, alt, drawn, source })
}

fn finding(ctx: &Ctx, sex: Sex, compared: Column) -> String {
    let t = ctx.texts();
    let fall = largest_fall(ctx, sex, compared).filter(|fall| *fall > Rate::ZERO);
    let kr = fall.map(|fall| amount(t, fall.quantity(), Show::Kronor, false));
    match (sex, kr) {
        (Sex::Woman, Some(kr)) => t.brief_chart_women(&kr),
        (Sex::Man, Some(kr)) => t.brief_chart_men(&kr),
        (Sex::Woman, None) => t.brief_chart_women_same().to_owned(),
        (Sex::Man, None) => t.brief_chart_men_same().to_owned(),
    }
}
