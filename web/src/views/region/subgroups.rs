//! Whom each model pays more for than they cost, and whom less.
use super::Shown;
use crate::{
    components::parts::{all, before, cell, column, paragraph, row, row_name, say, table},
    components::top_bar::column_name,
    ctx::Ctx,
    present::{amount::sex_name, region_charts::ORE_PER_YEAR, term::factor},
    region::order::{Difference, Kind, Paid},
    text::Texts,
};
use exchange::number::Sign;
use model::{id::Id, sex::Sex};
use rust_decimal::{Decimal, prelude::FromPrimitive};
use yew::{AttrValue, Html};

/// The groups, or that they are on their way.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let Some(paid) = &ctx.state().desk.region.paid else { return paragraph("empty", t.region_waiting()) };
    all(vec![paragraph("about", t.region_groups_about()), differences(ctx, shown, paid)])
}

fn differences(ctx: &Ctx, shown: &Shown, paid: &Paid) -> Html {
    let t = ctx.texts();
    let names = shown.columns.iter().map(|one| column(column_name(t, one.column)));
    let headings = [column(t.region_group()), column(t.region_group_persons())].into_iter().chain(names).collect();
    let rows = paid.subgroups.iter().map(|group| {
        let persons = crate::present::amount::number(t.lang, Decimal::from(group.persons), 0, Sign::Auto);
        let cells = group.differences.iter().map(|difference| cell(say(with_interval(t, difference))));
        let name = row_name(kind_name(ctx, &group.kind));
        row(before(name, before(cell(say(persons)), cells.collect())))
    });
    table(AttrValue::Static(t.region_groups()), "region-subgroups", headings, rows.collect())
}

fn kronor(t: Texts, ore_per_year: f64) -> String {
    let value = Decimal::from_f64(ore_per_year / ORE_PER_YEAR).unwrap_or_default();
    crate::present::amount::number(t.lang, value, 1, Sign::Always)
}

fn with_interval(t: Texts, difference: &Difference) -> String {
    let mean = kronor(t, difference.mean);
    match difference.interval {
        Some((low, high)) => t.region_interval(&mean, &kronor(t, low), &kronor(t, high)),
        None => mean,
    }
}

/// What the persons have in common, in words.
pub fn kind_name(ctx: &Ctx, kind: &Kind) -> String {
    let t = ctx.texts();
    match kind {
        Kind::Ages(from, Some(to)) => t.age_range(&from.to_string(), &to.to_string()),
        Kind::Ages(from, None) => t.age_open(&from.to_string()),
        Kind::Women => sex_name(t, Sex::Woman).to_owned(),
        Kind::Men => sex_name(t, Sex::Man).to_owned(),
        Kind::Conditions(4) => t.region_group_four().to_owned(),
        Kind::Conditions(n) => t.region_group_conditions(&n.to_string()),
        Kind::Condition(id) => factor(t, ctx.house(), &Id::new(id)),
        Kind::PracticeSize(fifth) => t.region_group_size(&fifth.to_string()),
    }
}
