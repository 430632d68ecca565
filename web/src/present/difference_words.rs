//! What the user has changed, in words. Knows nothing of how it is undone.
use super::{
    amount::{cell_name, exact},
    fault::field_name,
    term::factor,
};
use crate::{ctx::Ctx, text::Texts};
use model::{
    case_mix::Normalisation,
    net::ShareReading,
    scenario::Difference,
    staffing::item::{DoctorKind, Item},
    value::Key,
};

/// The change in words.
pub fn words(ctx: &Ctx, difference: &Difference) -> String {
    let (t, name) = (ctx.texts(), name(ctx, &difference.key));
    match difference.values {
        Some((from, to)) => t.difference_row(&name, &exact(t, from), &exact(t, to)),
        None => name,
    }
}

/// What a value of the model is.
pub fn name(ctx: &Ctx, key: &Key) -> String {
    let t = ctx.texts();
    match key {
        Key::Rate(cell) => t.term_cell_rate(&cell_name(t, *cell)),
        Key::Weight(id) => t.term_factor_weight(&factor(t, ctx.catalogue(), id)),
        Key::CostShare => t.term_cost_share().to_owned(),
        Key::Normalisation => {
            let rule = ctx.state().scenario().model().case_mix().map(|mix| mix.normalisation);
            t.difference_rule(rule.map(|rule| rule_words(ctx, rule).0).unwrap_or_default())
        }
        Key::Staff(Item::Cover(DoctorKind::Specialist)) => t.term_guideline_specialist().to_owned(),
        Key::Staff(Item::Cover(DoctorKind::StAny)) => t.term_guideline_st().to_owned(),
        key => field_name(t, ctx.catalogue(), key),
    }
}

/// The readings of the cost share, each with its name and its meaning.
pub fn readings(texts: Texts) -> [(ShareReading, &'static str, &'static str); 2] {
    [
        (ShareReading::InTable, texts.reading_in_table(), texts.reading_in_table_about()),
        (ShareReading::AtNet, texts.reading_at_net(), texts.reading_at_net_about()),
    ]
}

/// Name and meaning of a budget rule.
pub fn rule_words(ctx: &Ctx, rule: Normalisation) -> (&'static str, &'static str) {
    let texts = ctx.texts();
    match rule {
        Normalisation::PerCellNeutral => (texts.rule_per_cell(), texts.rule_per_cell_about()),
        Normalisation::ScalarToBudget => (texts.rule_scalar(), texts.rule_scalar_about()),
        Normalisation::None => (texts.rule_none(), texts.rule_none_about()),
    }
}
