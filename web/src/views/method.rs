//! Metod och källor: formulas, every value with its source, glossary, and what the sources leave open.
use super::{method_tables, place};
use crate::{components::notes::badge, ctx::Ctx};
use yew::{Html, html};

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    html! {
        <>
            <h1>{ texts.view_method() }</h1>
            <p class="intro">{ texts.method_intro() }</p>
            { section("formulas", texts.method_formulas(), list(&formulas(ctx))) }
            <section aria-labelledby="parameters">
                <h2 id="parameters">{ texts.method_parameters() }{ " " }{ badge(ctx) }</h2>
                { method_tables::parameters(ctx) }
            </section>
            { section("open", texts.method_inconsistencies(), inconsistencies(ctx)) }
            { section("limits", texts.method_limits(), list(&limits(ctx))) }
            { section("sources", texts.method_sources(), sources(ctx)) }
            { section("glossary", texts.method_glossary(), glossary(ctx)) }
            { section("accessibility", texts.method_accessibility(), html! { <p>{ texts.accessibility_text() }</p> }) }
        </>
    }
}

fn section(id: &'static str, heading: &'static str, content: Html) -> Html {
    html! { <section aria-labelledby={id}><h2 {id}>{ heading }</h2>{ content }</section> }
}

fn list(items: &[&'static str]) -> Html {
    html! { <ul class="prose">{ for items.iter().map(|item| html! { <li>{ *item }</li> }) }</ul> }
}

fn formulas(ctx: &Ctx) -> [&'static str; 8] {
    let texts = ctx.texts();
    [
        texts.formula_person(),
        texts.formula_order(),
        texts.formula_practice(),
        texts.formula_per_cell(),
        texts.formula_scalar(),
        texts.formula_net(),
        texts.formula_staffing(),
        texts.formula_rounding(),
    ]
}

fn limits(ctx: &Ctx) -> [&'static str; 4] {
    let texts = ctx.texts();
    [texts.limits_examples(), texts.limits_reference(), texts.limits_joint(), texts.limits_person()]
}

fn inconsistencies(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    html! {
        <ul class="prose">{ for ctx.house().inconsistencies().iter().map(|one| html! {
            <li>{ texts.name(&one.text) }<span class="note">{ place::full(ctx, &one.citation) }</span></li>
        }) }</ul>
    }
}

fn sources(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    html! {
        <ul class="prose sources">{ for ctx.house().sources().iter().map(|source| html! {
            <li>
                <cite>{ &*source.title }</cite>{ ". " }{ &*source.publisher }{ ", " }{ &*source.date }{ "." }
                <span class="note">{ texts.name(&source.about) }</span>
            </li>
        }) }</ul>
    }
}

fn glossary(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let words = [
        (texts.glossary_listed(), texts.glossary_listed_about()),
        (texts.glossary_capitation(), texts.glossary_capitation_about()),
        (texts.glossary_cost_share(), texts.glossary_cost_share_about()),
        (texts.glossary_net(), texts.glossary_net_about()),
        (texts.glossary_condition(), texts.glossary_condition_about()),
        (texts.glossary_weight(), texts.glossary_weight_about()),
        (texts.glossary_neutral(), texts.glossary_neutral_about()),
        (texts.glossary_reference(), texts.glossary_reference_about()),
        (texts.glossary_named_gp(), texts.glossary_named_gp_about()),
        (texts.glossary_guideline(), texts.glossary_guideline_about()),
        (texts.glossary_fte(), texts.glossary_fte_about()),
    ];
    html! {
        <dl class="glossary">{ for words.iter().map(|(word, about)| html! {
            <div><dt>{ *word }</dt><dd>{ *about }</dd></div>
        }) }</dl>
    }
}
