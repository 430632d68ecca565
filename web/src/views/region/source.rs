//! Where the region comes from, and that its persons are made up where they are.
use crate::{
    components::{
        choice::{Alternative, choice},
        file_field::file_field,
        parts::{all, el, paragraph, say, section, space, text},
    },
    ctx::Ctx,
    region::{Source, Stage, begin},
};
use yew::{Callback, Html};

/// Marks every figure of made-up persons.
pub fn mark(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    match ctx.state().desk.region.is_synthetic() {
        true => {
            el("span", &[("class", "badge synthetic"), ("title", t.region_synthetic_about())], vec![text(t.region_synthetic())])
        }
        false => Html::default(),
    }
}

/// The choice of region, how far it has come, and what it is.
pub fn panel(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let region = &ctx.state().desk.region;
    let from = |source: Source| {
        let ctx = ctx.clone();
        Callback::from(move |_| begin(&ctx, source.clone()))
    };
    let made_up = |place, name, about| Alternative {
        name,
        about,
        chosen: region.source == Source::Synthetic(place),
        choose: from(Source::Synthetic(place)),
    };
    let regions =
        vec![made_up(0, t.region_skane(), t.region_skane_about()), made_up(1, t.region_kronoberg(), t.region_kronoberg_about())];
    let own = {
        let ctx = ctx.clone();
        let field = file_field("region-file", t.region_own(), (".csv,.txt,.tsv", "region-file-about"), move |file| {
            begin(&ctx, Source::Own(file));
        });
        let about = el("p", &[("class", "about"), ("id", "region-file-about")], vec![text(t.region_own_about())]);
        el("div", &[("class", "region-own")], vec![field, about])
    };
    let heading = vec![text(t.region_source()), space(), mark(ctx)];
    section("region-source", heading, vec![choice("region", t.region_source(), &regions), own, stage(ctx)])
}

fn stage(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let region = &ctx.state().desk.region;
    let said = match (&region.stage, &region.known) {
        (Stage::Working(percent), _) => say(t.region_working(&percent.to_string())),
        (Stage::Broken, _) => text(t.region_broken()),
        (Stage::Ready, Some(known)) => {
            let persons = crate::present::amount::number(
                t.lang,
                known.listed().get().into(),
                0,
                exchange::number::Sign::Auto,
            );
            say(t.region_ready(&known.len().to_string(), &persons))
        }
        _ => Html::default(),
    };
    let class = if region.stage == Stage::Broken { "fault" } else { "about" };
    let about = if region.is_synthetic() { paragraph("about", t.region_synthetic_about()) } else { Html::default() };
    all(vec![el("p", &[("class", class), ("role", "status")], vec![said]), about])
}
