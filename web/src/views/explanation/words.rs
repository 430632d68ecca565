//! What an explanation says of how a figure was made.
use crate::{
    ctx::Ctx,
    present::{
        amount::{cell_name, exact},
        term::{factor, term},
    },
    state::View,
    text::Texts,
};
use model::{
    quantity::Unit,
    statistic::Statistic,
    term::Term,
    trace::{Node, ToOre},
};
use report::explain::{Origin, Sign, origin, sign};

/// Whether the unit is one of money: it is rounded where it is shown.
pub fn is_money(unit: Unit) -> bool {
    matches!(unit, Unit::KrPerMonth | Unit::KrPerYear | Unit::KrPerPersonMonth)
}

/// What a figure is called among others of its kind: what it pays for says enough there.
pub fn short(ctx: &Ctx, of: &Term) -> String {
    match of {
        Term::CellPayment(cell) => cell_name(ctx.texts(), *cell),
        Term::FactorPayment(id) | Term::ExpectedFactorRate(_, id) => factor(ctx.texts(), ctx.catalogue(), id),
        other => term(ctx.texts(), ctx.catalogue(), other),
    }
}

/// How the terms of a figure make it, or where it comes from.
pub fn how(ctx: &Ctx, node: &Node) -> String {
    let t = ctx.texts();
    let count = node.how.inputs().len();
    let Some(sign) = sign(node) else { return origin(node).map_or_else(String::new, |of| from(ctx, node, &of)) };
    match sign {
        Sign::Plus => t.why_how_sum(u64::try_from(count).unwrap_or(u64::MAX), &count.to_string()),
        Sign::Minus => t.why_how_difference().to_owned(),
        Sign::Times => t.why_how_product().to_owned(),
        Sign::By => t.why_how_quotient().to_owned(),
        Sign::TwelveMonths => t.why_how_year().to_owned(),
        Sign::SquareRoot => t.why_how_root().to_owned(),
        Sign::ToOre(ToOre::Down) => t.why_how_down().to_owned(),
        Sign::ToOre(ToOre::Up) => t.why_how_up().to_owned(),
        Sign::Statistic(of) => described(t, of, count),
        Sign::Independent => t.why_how_independent().to_owned(),
    }
}

/// Where a leaf comes from, in plain words.
pub fn from(ctx: &Ctx, node: &Node, origin: &Origin) -> String {
    let t = ctx.texts();
    match origin {
        Origin::Nothing => t.why_nothing().to_owned(),
        Origin::Input => input_words(ctx, &node.term).to_owned(),
        Origin::Source(citation) => citation.heading.to_string(),
        Origin::Edited(original, _) => t.why_edited(&exact(t, *original)),
    }
}

/// Where figures come from that no source has.
pub fn input_words(ctx: &Ctx, of: &Term) -> &'static str {
    let t = ctx.texts();
    match of {
        Term::Counted(_) => return t.why_counted(),
        Term::FlagUnits(..) => return t.why_flag_units(),
        Term::ExtraFlags(_) => return t.why_extra_flags(),
        Term::FlagPrice(..) | Term::PhaseIn(_) => return t.why_input(),
        _ => {}
    }
    match (ctx.state().view, ctx.state().tools.region.is_synthetic()) {
        (View::Region, true) => t.why_register_synthetic(),
        (View::Region, false) => t.why_register_own(),
        _ => t.why_input(),
    }
}

/// The arithmetic with this figure's numbers.
pub fn formula(ctx: &Ctx, node: &Node) -> String {
    let texts = ctx.texts();
    let numbers = || node.how.inputs().into_iter().map(|input| exact(texts, input.value)).collect::<Vec<_>>();
    let joined = |sign: &str| numbers().join(sign);
    match sign(node) {
        Some(Sign::Plus) if node.how.inputs().len() > 5 => texts.why_sum(&node.how.inputs().len().to_string()),
        Some(Sign::Plus) => joined(" + "),
        Some(Sign::Minus) => joined(" \u{2212} "),
        Some(Sign::Times) => joined(" × "),
        Some(Sign::By) => joined(" ÷ "),
        Some(Sign::TwelveMonths) => texts.why_twelve(&joined("")),
        Some(Sign::SquareRoot) => ["\u{221a}", &joined("")].concat(),
        Some(Sign::ToOre(ToOre::Down)) => texts.why_ore_down(&joined("")),
        Some(Sign::ToOre(ToOre::Up)) => texts.why_ore_up(&joined("")),
        Some(Sign::Statistic(statistic)) => described(texts, statistic, node.how.inputs().len()),
        Some(Sign::Independent) => texts.why_parts(&node.how.inputs().len().to_string()),
        None => exact(texts, node.value),
    }
}

/// A statistic and how many figures it describes.
fn described(texts: Texts, statistic: Statistic, count: usize) -> String {
    let count = &count.to_string();
    match statistic {
        Statistic::Mean => texts.why_mean(count),
        Statistic::StandardDeviation => texts.why_deviation(count),
        Statistic::Percentile(percent) => texts.why_percentile(&percent.to_string(), count),
        Statistic::ShareAboveZero => texts.why_above_zero(count),
        Statistic::MeanAboveZero => texts.why_mean_above(count),
        Statistic::MeanBelowZero => texts.why_mean_below(count),
        Statistic::HalfDistance => texts.why_half_distance(count),
    }
}
