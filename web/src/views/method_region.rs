//! Definitions of what Alla vårdcentraler and Fast läkarkontakt show, each with its formula and where it comes from.
use crate::{
    components::parts::{el, paragraph, text},
    ctx::Ctx,
    text::Texts,
};
use yew::Html;

/// The definitions: name, formula and reference.
pub fn definitions(ctx: &Ctx) -> Vec<Html> {
    list(ctx.texts().define_about(), &region_words(ctx.texts()))
}

/// What stands in them.
pub fn region_words(t: Texts) -> [(&'static str, &'static str); 21] {
    [
        (t.define_net(), t.define_net_about()),
        (t.define_deviation(), t.define_deviation_about()),
        (t.define_percentiles(), t.define_percentiles_about()),
        (t.define_sides(), t.define_sides_about()),
        (t.define_above_zero(), t.define_above_zero_about()),
        (t.define_moved(), t.define_moved_about()),
        (t.define_groups(), t.define_groups_about()),
        (t.define_r2(), t.define_r2_about()),
        (t.define_cpm(), t.define_cpm_about()),
        (t.define_mape(), t.define_mape_about()),
        (t.define_funnel(), t.define_funnel_about()),
        (t.define_gini(), t.define_gini_about()),
        (t.define_bootstrap(), t.define_bootstrap_about()),
        (t.define_weights(), t.define_weights_about()),
        (t.define_held(), t.define_held_about()),
        (t.define_tornado(), t.define_tornado_about()),
        (t.aims_incentive(), t.aims_incentive_how()),
        (t.aims_clear(), t.aims_clear_how()),
        (t.aims_practical(), t.aims_practical_how()),
        (t.aims_robust(), t.aims_robust_how()),
        (t.flags_heading(), t.define_flags_about()),
    ]
}

/// The definitions of Fast läkarkontakt.
pub fn of_staffing(ctx: &Ctx) -> Vec<Html> {
    list(ctx.texts().define_staff_about(), &staffing_words(ctx.texts()))
}

/// What stands in them.
pub fn staffing_words(t: Texts) -> [(&'static str, &'static str); 8] {
    [
        (t.define_cover(), t.define_cover_about()),
        (t.need_heading(), t.define_need_about()),
        (t.visits_heading(), t.define_visits_about()),
        (t.wisn_heading(), t.define_wisn_about()),
        (t.plan_heading(), t.define_plan_about()),
        (t.define_chance(), t.define_chance_about()),
        (t.define_reach(), t.define_reach_about()),
        (t.define_closed(), t.define_closed_about()),
    ]
}

fn list(about: &'static str, items: &[(&'static str, &'static str)]) -> Vec<Html> {
    let part = |(name, about): &(&'static str, &'static str)| {
        el("div", &[], vec![el("dt", &[], vec![text(name)]), el("dd", &[], vec![text(about)])])
    };
    vec![paragraph("about", about), el("dl", &[("class", "glossary")], items.iter().map(part).collect())]
}
