//! What the user has changed, each change with a way back.
use super::model::rule_words;
use crate::{
    ctx::Ctx,
    present::{
        amount::{cell_name, exact},
        term::factor,
    },
};
use model::{
    edit::Edit,
    scenario::{Difference, ParameterId},
};
use yew::{Html, html};

/// The list.
pub fn differences(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let differences = ctx.state().scenario().differences();
    html! {
        <section aria-labelledby="differences">
            <h2 id="differences">{ texts.model_differences() }</h2>
            if differences.is_empty() {
                <p class="empty">{ texts.model_differences_none() }</p>
            } else {
                <ul class="differences">{ for differences.iter().map(|difference| row(ctx, difference)) }</ul>
                <button type="button" onclick={ctx.on_edit(Edit::ResetAll)}>{ texts.model_reset_all() }</button>
            }
        </section>
    }
}

fn row(ctx: &Ctx, difference: &Difference) -> Html {
    let texts = ctx.texts();
    let name = name(ctx, &difference.parameter);
    let words = difference
        .values
        .map_or_else(|| name.clone(), |(from, to)| texts.difference_row(&name, &exact(texts, from), &exact(texts, to)));
    html! {
        <li>
            <span>{ words }</span>
            <button type="button" class="plain" aria-label={texts.model_reset_label(&name)}
                onclick={ctx.on_edit(Edit::Reset(difference.parameter.clone()))}>{ texts.model_reset() }</button>
        </li>
    }
}

fn name(ctx: &Ctx, parameter: &ParameterId) -> String {
    let texts = ctx.texts();
    match parameter {
        ParameterId::Rate(cell) => texts.term_cell_rate(&cell_name(texts, *cell)),
        ParameterId::Weight(id) => texts.term_factor_weight(&factor(texts, ctx.house(), id)),
        ParameterId::CostShare => texts.term_cost_share().to_owned(),
        ParameterId::Normalisation => {
            let rule = ctx.state().scenario().model().case_mix().map(|mix| mix.normalisation);
            texts.difference_rule(rule.map(|rule| rule_words(ctx, rule).0).unwrap_or_default())
        }
        ParameterId::GuidelineSpecialist => texts.term_guideline_specialist().to_owned(),
        ParameterId::GuidelineSt => texts.term_guideline_st().to_owned(),
    }
}
