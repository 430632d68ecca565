//! Definitions of what Alla vårdcentraler shows, each with its formula and where it comes from.
use crate::{
    components::parts::{el, paragraph, text},
    ctx::Ctx,
};
use yew::Html;

/// The definitions: name, formula and reference.
pub fn definitions(ctx: &Ctx) -> Vec<Html> {
    let t = ctx.texts();
    let items = [
        (t.define_net(), t.define_net_about()),
        (t.define_deviation(), t.define_deviation_about()),
        (t.define_percentiles(), t.define_percentiles_about()),
        (t.define_above_zero(), t.define_above_zero_about()),
        (t.define_moved(), t.define_moved_about()),
        (t.define_groups(), t.define_groups_about()),
        (t.define_r2(), t.define_r2_about()),
        (t.define_cpm(), t.define_cpm_about()),
        (t.define_mape(), t.define_mape_about()),
        (t.define_funnel(), t.define_funnel_about()),
        (t.define_gini(), t.define_gini_about()),
        (t.define_bootstrap(), t.define_bootstrap_about()),
        (t.define_tornado(), t.define_tornado_about()),
        (t.aims_incentive(), t.aims_incentive_how()),
        (t.aims_clear(), t.aims_clear_how()),
        (t.aims_practical(), t.aims_practical_how()),
        (t.aims_robust(), t.aims_robust_how()),
        (t.flags_heading(), t.define_flags_about()),
    ];
    let part = |(name, about): (&'static str, &'static str)| {
        el("div", &[], vec![el("dt", &[], vec![text(name)]), el("dd", &[], vec![text(about)])])
    };
    let items = items.into_iter().map(part).collect();
    vec![paragraph("about", t.define_about()), el("dl", &[("class", "glossary")], items)]
}
