//! Metod och källor: formulas, every value with its source, glossary, and what the sources leave open. One section at a
//! time, each with an address.
use super::{
    licenses::Licenses,
    method_contents::{Contents, chosen, sections},
    method_critique, method_region, method_tables, place,
};
use crate::{
    components::{
        notes::badge,
        parts::{all, el, folded, list, paragraph, say, section, space, text, title},
    },
    ctx::Ctx,
    text::Texts,
};
use model::citation::Status;
use yew::{Html, html};

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let at = chosen(ctx);
    let name = sections(ctx.texts()).get(at).map_or("", |section| section.name);
    let content = el("div", &[("class", "method-section")], vec![title(vec![text(name)]), content(ctx, at)]);
    el("div", &[("class", "method-grid")], vec![html! { <Contents ctx={ctx.clone()} /> }, content])
}

/// The section of a place in the contents list.
fn content(ctx: &Ctx, at: usize) -> Html {
    let t = ctx.texts();
    let fold = |summary: &'static str, content: Vec<Html>| folded("card method-fold", summary.to_owned(), all(content));
    all(match at {
        0 => vec![
            paragraph("intro", t.method_intro()),
            section("formulas", vec![text(t.method_formulas())], vec![prose(&formulas(ctx))]),
            fold(t.define(), method_region::definitions(ctx)),
            fold(t.define_staff(), method_region::of_staffing(ctx)),
        ],
        1 => vec![
            paragraph("intro", t.method_said_intro()),
            section("sources", vec![text(t.method_sources())], vec![sources(ctx)]),
            fold(t.method_references(), vec![method_critique::references()]),
        ],
        2 => vec![
            section(
                "our-choices",
                vec![text(t.method_readings())],
                vec![left_open(ctx, |status| status == Status::Reading)],
            ),
            section("left-out", vec![text(t.method_left_out())], vec![left_out(ctx)]),
            section("persons", vec![text(t.method_persons())], vec![persons(ctx)]),
        ],
        3 => method_critique::critique(ctx),
        4 => vec![
            section(
                "open",
                vec![text(t.method_inconsistencies())],
                vec![left_open(ctx, |status| status != Status::Reading)],
            ),
            section("limits", vec![text(t.method_limits())], vec![prose(&limits(ctx))]),
        ],
        5 => {
            let about = el("p", &[("class", "intro")], vec![text(t.method_values_intro()), space(), badge(ctx)]);
            vec![about, el("div", &[("class", "card")], method_tables::parameters(ctx))]
        }
        6 => vec![el("div", &[("class", "card")], vec![glossary(ctx)])],
        _ => vec![
            section("accessibility", vec![text(t.method_accessibility())], vec![paragraph("", t.accessibility_text())]),
            section("small-counts", vec![text(t.guard_heading())], vec![prose(&small_counts(ctx))]),
            section("licenses", vec![text(t.method_licenses())], vec![html! { <Licenses ctx={ctx.clone()} /> }]),
        ],
    })
}

fn prose(items: &[&'static str]) -> Html {
    list("prose", items.iter().map(|item| text(item)).collect())
}

fn note(content: Html) -> Html {
    el("span", &[("class", "note")], vec![content])
}

/// What is said of it, a sentence each.
pub fn formulas(ctx: &Ctx) -> [&'static str; 10] {
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

/// What is said of it, a sentence each.
pub fn limits(ctx: &Ctx) -> [&'static str; 4] {
    let t = ctx.texts();
    [t.limits_examples(), t.limits_reference(), t.limits_joint(), t.limits_person()]
}

/// What is said of it, a sentence each.
pub fn small_counts(ctx: &Ctx) -> [&'static str; 5] {
    let t = ctx.texts();
    let region = t.method_guard_region();
    [t.method_guard_hidden(), t.method_guard_figures(), t.method_guard_holds(), t.method_guard_limits(), region]
}

/// What the sources leave open, by whether we have read something into it.
fn left_open(ctx: &Ctx, is_told: impl Fn(Status) -> bool) -> Html {
    let all_of = ctx.catalogue().inconsistencies().iter().filter(|one| is_told(one.citation.status));
    let items = all_of
        .map(|one| all(vec![say(ctx.texts().name(&one.text).to_string()), note(place::numbered(ctx, &one.citation))]));
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
            note(place::numbered(ctx, &one.citation)),
        ])
    });
    list("prose", items.collect())
}

/// Every source once, by the number that the other sections name it by.
fn sources(ctx: &Ctx) -> Html {
    let items = ctx.catalogue().sources().iter().map(|source| {
        let place = ctx.texts().source_row(&source.title, &source.publisher, &source.date);
        el("li", &[], vec![say(place), note(say(ctx.texts().name(&source.about).to_string()))])
    });
    el("ol", &[("class", "prose sources")], items.collect())
}

/// The words of the glossary with what they mean.
pub fn glossary_words(t: Texts) -> [(&'static str, &'static str); 11] {
    [
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
    ]
}

fn glossary(ctx: &Ctx) -> Html {
    let words = glossary_words(ctx.texts());
    let rows = words
        .iter()
        .map(|(word, about)| el("div", &[], vec![el("dt", &[], vec![text(word)]), el("dd", &[], vec![text(about)])]));
    el("dl", &[("class", "glossary")], rows.collect())
}
