//! Modellen, its conditions and its order: when a condition counts, which goes before which, how a person's amount is put
//! together, and what the budget rules do.
use crate::{
    components::{
        notes::badge,
        parts::{
            all, cell, column, el, element, folded, list, paragraph, row_name, say, section, space, table, text,
            two_columns, words,
        },
        value::value,
    },
    ctx::Ctx,
    present::{amount::Show, difference_words::rule_words, term::factor, trigger::triggers},
};
use model::case_mix::{CaseMix, PaidFactor};
use yew::{AttrValue, Html};

/// The tab.
pub fn panel(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let model = ctx.state().scenario().model();
    let Some(mix) = model.case_mix() else { return paragraph("empty", t.model_no_weights()) };
    let rules = super::RULES.map(|rule| {
        let (name, about) = rule_words(ctx, rule);
        all(vec![el("strong", &[], vec![text(name)]), text(". "), text(about)])
    });
    let formula = vec![el("h3", &[], vec![text(t.model_formula())]), paragraph("", t.model_formula_text())];
    let rules = [vec![list("prose", rules.to_vec())], formula].concat();
    let columns = vec![
        section("order", vec![text(t.model_order())], vec![order(ctx, mix)]),
        section("rules", vec![text(t.model_rule())], rules),
    ];
    let heading = vec![text(t.model_weights()), space(), badge(ctx)];
    all(vec![two_columns(columns), section("conditions", heading, vec![conditions(ctx, mix)])])
}

/// The steps from drugs to an amount, with the conditions that include others.
fn order(ctx: &Ctx, mix: &CaseMix) -> Html {
    let t = ctx.texts();
    let name = |place: usize| mix.conditions.get(place).map(|one| factor(t, ctx.catalogue(), &one.id));
    let pair = |(parent, dropped): (usize, usize)| Some(t.order_pair(&name(parent)?, &name(dropped)?));
    let pairs = mix.hierarchy.iter().flat_map(|one| one.drops.positions().map(|dropped| (one.parent, dropped)));
    let pairs: Vec<String> = pairs.filter_map(pair).collect();
    let includes =
        if pairs.is_empty() { text(t.order_none_includes()) } else { say(t.order_includes(&pairs.join("; "))) };
    let together = if mix.interactions.is_empty() && mix.counts.is_empty() {
        t.order_nothing_together()
    } else {
        t.order_together()
    };
    let steps = [text(t.order_shown()), includes, text(together), text(t.order_sum()), text(t.order_rule())];
    let steps = steps.into_iter().map(|step| el("li", &[], vec![step])).collect();
    element("ol", &[("class", "prose")], Vec::new(), steps)
}

/// Every factor with its weight in the model that is started from, when it counts, and how the example was chosen.
fn conditions(ctx: &Ctx, mix: &CaseMix) -> Html {
    let t = ctx.texts();
    let as_words = |heading: &'static str| el("th", &[("scope", "col"), ("class", "words")], vec![text(heading)]);
    let headings = vec![
        column(t.model_weight_heading()),
        column(t.column_proposal()),
        as_words(t.model_trigger_heading()),
        as_words(t.model_derivation()),
    ];
    let rows = mix.factors().enumerate().map(|(place, one)| row(ctx, mix, place, one)).collect();
    table(AttrValue::Static(t.model_weights()), "weights", headings, rows)
}

fn row(ctx: &Ctx, mix: &CaseMix, place: usize, paid: PaidFactor<'_>) -> Html {
    let t = ctx.texts();
    let start = ctx.state().tariffs.proposal.factors.get(place);
    let trigger = mix.conditions.get(place).map(|condition| say(triggers(t, condition)));
    let note = paid.weight.citation.note.as_ref().map(|note| say(t.name(note).to_string()));
    let note = note.map(|note| folded("", t.strip_show().to_owned(), el("p", &[], vec![note])));
    el(
        "tr",
        &[],
        vec![
            row_name(factor(t, ctx.catalogue(), paid.id)),
            cell(start.map_or_else(Html::default, |start| value(ctx, start.rate.node(), Show::Ore))),
            words(trigger.into_iter().collect()),
            words(note.into_iter().collect()),
        ],
    )
}
