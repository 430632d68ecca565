//! The list's ages and sexes beside the reference population's.
use super::practice_figures::practice_figure;
use crate::{
    components::{
        figure::{Figure, width_for},
        parts::{el, section, space, text},
        value::value,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        practice_charts::ages_chart,
    },
};
use charts::Size;
use model::{age::Age, measure::Share, practice::Practice, trace::Traced};
use report::pyramid::{PyramidBand, older, pyramid};
use yew::Html;

/// The ages that the finding is about.
const OLD: Age = 65;

/// The section; nothing without a reference population of the same age bands.
pub fn ages(ctx: &Ctx, practice: &Practice) -> Html {
    let t = ctx.texts();
    let mix = ctx.state().scenario().start.case_mix();
    let Some(bands) = mix.and_then(|mix| pyramid(&practice.listed, &mix.reference)) else { return Html::default() };
    let [own, reference] = older(&bands, OLD);
    let published = |practice: &Practice| Some(chart(ctx, &pyramid(&practice.listed, &mix?.reference)?));
    let share = |share: &Traced<Share>| value(ctx, share.node(), Show::PercentTenth);
    let words = vec![
        text(t.pyramid_old_own()),
        space(),
        share(&own),
        space(),
        text(t.pyramid_old_reference()),
        space(),
        share(&reference),
    ];
    section(
        "ages",
        vec![text(t.pyramid_heading())],
        vec![practice_figure(ctx, chart(ctx, &bands), published), el("p", &[("class", "about")], words)],
    )
}

fn chart(ctx: &Ctx, bands: &[PyramidBand]) -> Figure {
    let t = ctx.texts();
    let [own, reference] = older(bands, OLD);
    Figure {
        name: "viktat-min-vardcentral-aldrar",
        title: finding(ctx, &own, &reference),
        alt: t.pyramid_chart_text().to_owned(),
        drawn: ages_chart(t, Size { width: width_for(640), height: 472 }, bands),
        source: t.source_line_reference(),
    }
}

fn finding(ctx: &Ctx, own: &Traced<Share>, reference: &Traced<Share>) -> String {
    let t = ctx.texts();
    let [here, there] = [own, reference].map(|share| amount(t, share.node().value, Show::PercentTenth, false));
    match own.value().cmp(&reference.value()) {
        _ if here == there => t.pyramid_title_same(&here),
        std::cmp::Ordering::Less => t.pyramid_title_fewer(&here, &there),
        _ => t.pyramid_title_more(&here, &there),
    }
}
