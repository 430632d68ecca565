//! Where the region comes from, and that its persons are made up where they are.
use crate::{
    components::{
        choice::{Alternative, choice},
        file_field::file_field,
        parts::{all, el, paragraph, say, section, space, text},
    },
    ctx::Ctx,
    present::amount::number,
    region::{Source, Stage, begin},
};
use exchange::number::Sign;
use model::rows::Region;
use std::rc::Rc;
use yew::{Callback, Html};

thread_local! {
    static REGIONS: Rc<[Region]> = catalog::regions().into();
}

/// Marks every figure of made-up persons.
pub fn mark(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    if !ctx.state().desk.region.is_synthetic() {
        return Html::default();
    }
    let fixed = [("class", "badge synthetic"), ("title", t.region_synthetic_about())];
    el("span", &fixed, vec![text(t.region_synthetic())])
}

/// The choice of region, how far it has come, and what it is.
pub fn panel(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let region = &ctx.state().desk.region;
    let made_up = |one: &Region| {
        let (ctx, source) = (ctx.clone(), Source::Synthetic(one.id.clone()));
        Alternative {
            name: t.name(&one.name).to_string().into(),
            about: t.name(&one.about).to_string().into(),
            chosen: region.source == source,
            choose: Callback::from(move |_| begin(&ctx, source.clone())),
        }
    };
    let regions: Vec<_> = REGIONS.with(|regions| regions.iter().rev().map(made_up).collect());
    let own = {
        let ctx = ctx.clone();
        let field = file_field("region-file", t.region_own(), (".csv,.txt,.tsv", "region-file-about"), move |file| {
            begin(&ctx, Source::Own(file));
        });
        let about = el("p", &[("class", "about"), ("id", "region-file-about")], vec![text(t.region_own_about())]);
        el("div", &[("class", "region-own")], vec![field, about])
    };
    let heading = vec![text(t.region_source()), space(), mark(ctx)];
    section("region-source", heading, vec![choice("region", t.region_source_choice(), &regions), own, stage(ctx)])
}

fn stage(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let region = &ctx.state().desk.region;
    let said = match (&region.stage, &region.known) {
        (Stage::Working(percent), _) => say(t.region_working(&percent.to_string())),
        (Stage::Broken, _) => text(t.region_broken()),
        (Stage::Ready, Some(known)) => {
            let persons = number(t.lang, known.listed().get().into(), 0, Sign::Auto);
            say(t.region_ready(&known.len().to_string(), &persons))
        }
        _ => Html::default(),
    };
    let class = if region.stage == Stage::Broken { "fault" } else { "about" };
    let about = if region.is_synthetic() { paragraph("about", t.region_synthetic_about()) } else { Html::default() };
    all(vec![el("p", &[("class", class), ("role", "status")], vec![said]), about])
}
