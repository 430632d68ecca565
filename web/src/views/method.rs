//! Metod och källor: formulas, every value with its source, glossary, and what the sources leave open.
use super::{licenses::Licenses, method_critique, method_region, method_tables, place};
use crate::{
    components::{
        notes::badge,
        parts::{all, el, list, paragraph, say, section, space, text, title},
    },
    ctx::Ctx,
};
use yew::{Html, html};

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    all(vec![
        title(vec![text(t.view_method())]),
        paragraph("intro", t.method_intro()),
        section("formulas", vec![text(t.method_formulas())], vec![prose(&formulas(ctx))]),
        section("parameters", vec![text(t.method_parameters()), space(), badge(ctx)], method_tables::parameters(ctx)),
        section("region-measures", vec![text(t.define())], method_region::definitions(ctx)),
        section("staffing-measures", vec![text(t.define_staff())], method_region::of_staffing(ctx)),
        section("open", vec![text(t.method_inconsistencies())], vec![inconsistencies(ctx)]),
        section("critique", vec![text(t.critique()), space(), badge(ctx)], method_critique::critique(ctx)),
        section("limits", vec![text(t.method_limits())], vec![prose(&limits(ctx))]),
        section("small-counts", vec![text(t.guard_heading())], vec![prose(&small_counts(ctx))]),
        section("left-out", vec![text(t.method_left_out())], vec![left_out(ctx)]),
        section("persons", vec![text(t.method_persons())], vec![persons(ctx)]),
        section("sources", vec![text(t.method_sources())], vec![sources(ctx)]),
        section("references", vec![text(t.method_references())], vec![method_critique::references()]),
        section("glossary", vec![text(t.method_glossary())], vec![glossary(ctx)]),
        section("accessibility", vec![text(t.method_accessibility())], vec![paragraph("", t.accessibility_text())]),
        section("licenses", vec![text(t.method_licenses())], vec![html! { <Licenses ctx={ctx.clone()} /> }]),
    ])
}

fn prose(items: &[&'static str]) -> Html {
    list("prose", items.iter().map(|item| text(item)).collect())
}

fn note(content: Html) -> Html {
    el("span", &[("class", "note")], vec![content])
}

fn formulas(ctx: &Ctx) -> [&'static str; 10] {
    let t = ctx.texts();
    [
        t.formula_person(),
        t.formula_order(),
        t.formula_practice(),
        t.formula_per_cell(),
        t.formula_scalar(),
        t.formula_net(),
        t.formula_staffing(),
        t.formula_fit(),
        t.formula_phase(),
        t.formula_rounding(),
    ]
}

fn limits(ctx: &Ctx) -> [&'static str; 4] {
    let t = ctx.texts();
    [t.limits_examples(), t.limits_reference(), t.limits_joint(), t.limits_person()]
}

fn small_counts(ctx: &Ctx) -> [&'static str; 5] {
    let t = ctx.texts();
    let region = t.method_guard_region();
    [t.method_guard_hidden(), t.method_guard_figures(), t.method_guard_holds(), t.method_guard_limits(), region]
}

fn inconsistencies(ctx: &Ctx) -> Html {
    let items = ctx
        .catalogue()
        .inconsistencies()
        .iter()
        .map(|one| all(vec![say(ctx.texts().name(&one.text).to_string()), note(place::full(ctx, &one.citation))]));
    list("prose", items.collect())
}

/// Drugs that the proposal does not count, and why.
fn left_out(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let proposal = &ctx.state().tariffs.proposal.model.id;
    let version = ctx
        .catalogue()
        .source(&model::id::Id::new("who-atc"))
        .map(|source| all(vec![say(t.left_out_version(&source.title)), note(say(t.name(&source.about).to_string()))]));
    let items = ctx.catalogue().left_out().iter().filter(|row| row.model == *proposal).map(|row| {
        let codes: Vec<&str> = row.classes.iter().map(model::atc::AtcCode::as_str).collect();
        all(vec![
            say(t.left_out_row(&t.name(&row.name), &codes.join(", "))),
            note(say(t.name(&row.reason).to_string())),
        ])
    });
    all(vec![el("p", &[], vec![version.unwrap_or_default()]), list("prose", items.collect())])
}

/// What the two persons have collected, and whose choice that is.
fn persons(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let items = ctx.catalogue().personas().iter().map(|one| {
        let mut codes: Vec<&str> = one.dispensed.iter().map(|drug| drug.atc.as_str()).collect();
        codes.dedup();
        all(vec![
            say(t.method_person_row(&t.name(&one.name), &codes.join(", "))),
            note(place::full(ctx, &one.citation)),
        ])
    });
    list("prose", items.collect())
}

fn sources(ctx: &Ctx) -> Html {
    let items = ctx.catalogue().sources().iter().map(|source| {
        let place = ctx.texts().source_row(&source.title, &source.publisher, &source.date);
        all(vec![say(place), note(say(ctx.texts().name(&source.about).to_string()))])
    });
    list("prose sources", items.collect())
}

fn glossary(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let words = [
        (t.glossary_listed(), t.glossary_listed_about()),
        (t.glossary_capitation(), t.glossary_capitation_about()),
        (t.glossary_cost_share(), t.glossary_cost_share_about()),
        (t.glossary_net(), t.glossary_net_about()),
        (t.glossary_condition(), t.glossary_condition_about()),
        (t.glossary_weight(), t.glossary_weight_about()),
        (t.glossary_neutral(), t.glossary_neutral_about()),
        (t.glossary_reference(), t.glossary_reference_about()),
        (t.glossary_named_gp(), t.glossary_named_gp_about()),
        (t.glossary_guideline(), t.glossary_guideline_about()),
        (t.glossary_fte(), t.glossary_fte_about()),
    ];
    let rows = words
        .iter()
        .map(|(word, about)| el("div", &[], vec![el("dt", &[], vec![text(word)]), el("dd", &[], vec![text(about)])]));
    el("dl", &[("class", "glossary")], rows.collect())
}
