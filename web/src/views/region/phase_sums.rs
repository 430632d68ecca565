//! The sums of a step over the region, to the öre.
use super::phase::Phase;
use crate::{
    components::{
        lazy_value::{Quick, lazy_value},
        parts::{cell, column, row, row_name, say, table},
    },
    ctx::Ctx,
    present::amount::Show,
};
use model::quantity::Unit;
use register::phase_in::Financing;
use report::phase::{Total, kronor};
use rust_decimal::prelude::ToPrimitive;
use yew::{AttrValue, Html};

/// The table.
pub fn table_of(ctx: &Ctx, phase: &Phase) -> Html {
    let t = ctx.texts();
    let line = |name: &'static str, total| row(vec![row_name(name.to_owned()), cell(sum(ctx, phase, total))]);
    let mut rows = vec![
        line(t.phase_sum_old(), Total::Old),
        line(t.phase_sum_new(), Total::New),
        line(t.phase_sum_blended(), Total::Blended),
        line(t.phase_sum_payment(), Total::Payment),
    ];
    match phase.region.step.financing {
        Financing::Practices => rows.push(line(t.phase_sum_moved(), Total::Raised)),
        Financing::Region => rows.extend([
            line(t.phase_sum_raised(), Total::Raised),
            line(t.phase_sum_lowered(), Total::Lowered),
            line(t.phase_sum_cost(), Total::Cost),
        ]),
    }
    let headings = vec![column(t.phase_sum()), column(t.phase_year())];
    table(AttrValue::Static(t.phase_sums()), "region-amounts phase-sums", headings, rows)
}

/// The sum, with its explanation where every part has one.
fn sum(ctx: &Ctx, phase: &Phase, total: Total) -> Html {
    let value = kronor(phase.region.total(total)).to_f64().unwrap_or(0.0);
    let quick = Quick { value, unit: Unit::KrPerYear, show: Show::Ore, signed: false };
    if total == Total::Raised && phase.region.step.financing == Financing::Practices {
        return say(quick.words(ctx));
    }
    let phase = phase.clone();
    lazy_value(ctx, quick, move |_| {
        let made = phase.all_made()?;
        Some(phase.region.exact_total(total, &made)?.node().clone())
    })
}
