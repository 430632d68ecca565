//! The answer of Min vårdcentral: the sentence, both payments as bars, three figures, and the conditions that make the
//! difference.
use super::{
    practice_chance,
    practice_figures::{pair, source_drivers},
};
use crate::{
    components::{
        key_figure::{KeyFigure, key_figures},
        parts::{all, el, element, paragraph, say, section, space, text},
        top_bar::column_name,
        value::{ValueLook, value, value_as},
    },
    ctx::Ctx,
    lazy,
    present::{
        amount::{Show, amount},
        practice_rows::PracticeResults,
        term::factor,
    },
    text::Texts,
};
use model::{
    measure::{Measure, MonthlyMoney},
    quantity::Quantity,
    term::Term,
    trace::{Node, Traced},
};
use report::{columns::Column, drivers::Drivers, practice::PracticeColumn};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use std::rc::Rc;
use yew::{Html, html};

/// Conditions that are told apart.
const MOST: usize = 6;
/// Stands in a sentence where the marked words go.
const MARK: char = '\u{1}';

fn of(found: &PracticeResults, column: Column) -> Option<&PracticeColumn> {
    found.columns.iter().find(|one| one.column == column)
}

/// The answer in a sentence: whose weights it rests on is marked in it. None where a figure of it is not told to others.
pub fn lead(ctx: &Ctx, found: &PracticeResults, of_chance: bool) -> Option<Vec<Html>> {
    let (today, then) = (of(found, Column::Current)?, of(found, ctx.state().compared)?);
    let told = |node: &Rc<Node>| lazy::told(ctx, node).ok().map(|(node, _)| node.value);
    let [from, to] = [today, then].map(|one| told(one.outcome.payment.per_year().node()));
    let change = told(then.change.as_ref()?.per_year().node())?;
    let reach = practice_chance::reach(ctx, then).filter(|_| of_chance);
    let words = match reach.and_then(|reach| told(reach.node())) {
        Some(reach) => chance_words(ctx.texts(), reach, change),
        None => result_words(ctx, found.completed.is_rough(), change, [from?, to?]),
    };
    Some(marked(ctx, &words))
}

fn marked(ctx: &Ctx, words: &str) -> Vec<Html> {
    let t = ctx.texts();
    let (first, rest) = words.split_once(MARK).unwrap_or(("", words));
    let (class, with) = match ctx.state().compared {
        Column::Scenario => (Some("scenario"), t.lead_with_scenario()),
        Column::Earlier => (Some("plain"), t.lead_with_earlier()),
        Column::Proposal | Column::Current => (None, t.lead_with_examples()),
    };
    let with = if first.is_empty() { with.to_owned() } else { lower(with) };
    vec![say(first.to_owned()), html! { <mark {class}>{ with }</mark> }, say(rest.to_owned())]
}

/// Within a sentence.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn result_words(ctx: &Ctx, is_rough: bool, change: Quantity, [from, to]: [Quantity; 2]) -> String {
    let t = ctx.texts();
    let mark = MARK.to_string();
    let size = kronor(t, change);
    let show = |quantity| {
        amount(t, quantity, if from.value.abs() < MILLION { Show::Thousands } else { Show::MillionsHundredth }, false)
    };
    let (from, to) = (show(from), show(to));
    let is_same = size.0.is_zero();
    match (is_rough, change.value.is_sign_negative()) {
        (true, _) if is_same => t.lead_rough_same(&mark, &to),
        (false, _) if is_same => t.lead_own_same(&mark, &to),
        (true, false) => t.lead_rough_more(&mark, &size.1, &from, &to),
        (true, true) => t.lead_rough_less(&mark, &size.1, &from, &to),
        (false, false) => t.lead_own_more(&mark, &size.1, &from, &to),
        (false, true) => t.lead_own_less(&mark, &size.1, &from, &to),
    }
}

fn chance_words(t: Texts, reach: Quantity, change: Quantity) -> String {
    let mark = MARK.to_string();
    let tkr = |value: Decimal| amount(t, Quantity { value: value.abs(), unit: change.unit }, Show::Thousands, false);
    let (by_chance, difference) = (tkr(reach.value), tkr(change.value));
    match reach.value.abs() > change.value.abs() {
        true => t.lead_chance_larger(&mark, &by_chance, &difference),
        false => t.lead_chance_smaller(&mark, &by_chance, &difference),
    }
}

const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// The size of a sum, in whole thousands from ten thousand on, and in words.
fn kronor(t: Texts, of: Quantity) -> (Decimal, String) {
    let size = of.value.abs();
    let step = if size < Decimal::from(10_000) { Decimal::ONE } else { Decimal::ONE_THOUSAND };
    let value = (size / step).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * step;
    (value, amount(t, Quantity { value, unit: of.unit }, Show::Kronor, false))
}

/// What stands first in the tab.
pub fn answer(ctx: &Ctx, found: &PracticeResults) -> Html {
    let (Some(today), Some(then)) = (of(found, Column::Current), of(found, ctx.state().compared)) else {
        return Html::default();
    };
    let pair = pair(ctx, &found.columns, &found.completed.practice).filter(|pair| pair.then.column == then.column);
    let drivers = pair.and_then(|pair| source_drivers(&pair));
    all(vec![
        section("paid", vec![text(ctx.texts().answer_paid())], vec![bars(ctx, [today, then])]),
        figures(ctx, today, then),
        drivers.map_or_else(Html::default, |drivers| conditions(ctx, found, &drivers)),
    ])
}

fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

/// How long of the whole, as a drawing takes it.
fn percent(part: f64, whole: f64) -> String {
    let share = if whole > 0.0 { (100.0 * part / whole).clamp(0.0, 100.0) } else { 0.0 };
    format!("{share:.2}%")
}

fn bars(ctx: &Ctx, columns: [&PracticeColumn; 2]) -> Html {
    let t = ctx.texts();
    let most = columns.map(|one| float(one.outcome.payment.value().decimal())).into_iter().fold(0.0, f64::max);
    let row = |one: &PracticeColumn| {
        let is_today = one.column == Column::Current;
        let class = match one.column {
            Column::Current | Column::Earlier => "paid-bar current",
            Column::Proposal => "paid-bar proposal",
            Column::Scenario => "paid-bar scenario",
        };
        let [base, conditions] = [one.outcome.capitation(), one.outcome.case_mix()].map(|part| part.per_year());
        let at = |of: &Traced<model::measure::YearlyMoney>| float(of.value().decimal()) / 12.0;
        let parts =
            [(0.0, &base, t.practice_segment_capitation()), (at(&base), &conditions, t.practice_segment_case_mix())];
        let parts = parts.into_iter().filter(|(_, part, _)| !part.value().decimal().is_zero());
        let parts = parts.flat_map(|(from, part, name)| {
            let shown = lazy::told(ctx, part.node())
                .map_or_else(|words| words, |(node, _)| amount(t, node.value, Show::MillionsHundredth, false));
            segment((percent(from, most), percent(at(part), most)), [name, " ", &shown].concat(), at(part) / most > 0.3)
        });
        let drawing = element(
            "svg",
            &[("aria-hidden", "true"), ("height", "32"), ("width", "100%")],
            Vec::new(),
            parts.collect(),
        );
        let paid = one.outcome.payment.per_year();
        let name = el("dt", &[], vec![text(column_name(t, one.column))]);
        let shown =
            value_as(ctx, paid.node(), Show::MillionsHundredth, ValueLook { big: !is_today, ..ValueLook::default() });
        element(
            "div",
            &[],
            vec![("class", class.into())],
            vec![name, el("dd", &[("class", "bar")], vec![drawing]), el("dd", &[], vec![shown])],
        )
    };
    el("dl", &[("class", "paid-bars")], columns.map(row).to_vec())
}

/// A part of a bar, with its words where there is room.
fn segment((from, width): (String, String), words: String, has_room: bool) -> Vec<Html> {
    let place = vec![("x", from.clone().into()), ("width", width.into())];
    let part = element("rect", &[("y", "1"), ("height", "30")], place, Vec::new());
    let words =
        has_room.then(|| element("text", &[("y", "20"), ("dx", "10")], vec![("x", from.into())], vec![say(words)]));
    [Some(part), words].into_iter().flatten().collect()
}

fn figures(ctx: &Ctx, today: &PracticeColumn, then: &PracticeColumn) -> Html {
    let t = ctx.texts();
    let big = |signed| ValueLook { signed, big: true, ..ValueLook::default() };
    let mut all_figures = Vec::new();
    if let Some(change) = &then.change {
        let (year, paid) = (change.per_year(), today.outcome.payment.value().decimal());
        let share = change.value().decimal().checked_div(paid).unwrap_or_default();
        let share = Quantity { value: share.abs(), unit: model::quantity::Unit::Share };
        let share = amount(t, share, Show::PercentTenth, false);
        let words = if change.value().decimal().is_sign_negative() {
            t.answer_share_less(&share)
        } else {
            t.answer_share_more(&share)
        };
        let words =
            if lazy::told(ctx, year.node()).is_ok_and(|(_, mark)| mark.is_empty()) { words } else { String::new() };
        all_figures.push(figure(
            t.answer_change(),
            vec![sign(change.value().decimal()), value_as(ctx, year.node(), Show::Thousands, big(true))],
            words,
        ));
    }
    if let (Some(now), Some(each)) = (today.outcome.per_listed(), then.outcome.per_listed()) {
        let from =
            lazy::told(ctx, now.node()).map_or_else(|words| words, |(node, _)| amount(t, node.value, Show::Ore, false));
        all_figures.push(figure(
            t.practice_row_per_listed(),
            vec![value_as(ctx, each.node(), Show::Ore, big(false))],
            t.answer_from(&from),
        ));
    }
    if let Some(reach) = practice_chance::reach(ctx, then) {
        let larger = then
            .change
            .as_ref()
            .is_some_and(|change| reach.value().decimal() > change.per_year().value().decimal().abs());
        let words = if larger { t.answer_chance_larger() } else { t.answer_chance_smaller() };
        all_figures.push(figure(
            t.answer_chance(),
            vec![text("±"), value_as(ctx, reach.node(), Show::Thousands, big(false))],
            words.to_owned(),
        ));
    }
    key_figures(all_figures)
}

fn figure(name: &'static str, shown: Vec<Html>, about: String) -> KeyFigure {
    KeyFigure { name, shown: all(shown), about }
}

/// Which way, as a shape beside the sign.
fn sign(of: Decimal) -> Html {
    match of {
        none if none.is_zero() => Html::default(),
        less if less.is_sign_negative() => el("span", &[("class", "less"), ("aria-hidden", "true")], vec![text("▼ ")]),
        _ => el("span", &[("class", "more"), ("aria-hidden", "true")], vec![text("▲ ")]),
    }
}

fn conditions(ctx: &Ctx, found: &PracticeResults, drivers: &Drivers) -> Html {
    let t = ctx.texts();
    let (first, rest) = drivers.factors.split_at(MOST.min(drivers.factors.len()));
    let name = |id| factor(t, ctx.catalogue(), id);
    let mut rows: Vec<(String, Traced<MonthlyMoney>)> =
        first.iter().map(|one| (name(&one.factor), one.amount.clone())).collect();
    if !rest.is_empty() {
        let others = Traced::sum(Term::OtherFactorsPayment, rest.iter().map(|one| one.amount.clone()));
        rows.push((t.answer_others(&rest.len().to_string()), others));
    }
    // told only where it is seen in thousands of kronor
    if drivers.by_table.per_year().value().decimal().abs() >= Decimal::from(50) {
        rows.push((t.drivers_by_table().to_owned(), drivers.by_table.clone()));
    }
    let most = rows.iter().map(|(_, amount)| float(amount.value().decimal().abs())).fold(0.0, f64::max);
    let row = |(name, amount): (String, Traced<MonthlyMoney>)| {
        let size = amount.value().decimal();
        let class = if size.is_sign_negative() { "less" } else { "more" };
        let width = vec![("width", percent(float(size.abs()), most).into())];
        let bar = element("rect", &[("height", "16")], width, Vec::new());
        let bar = element(
            "svg",
            &[("aria-hidden", "true"), ("height", "16"), ("width", "100%")],
            vec![("class", class.into())],
            vec![bar],
        );
        let shown = value_as(
            ctx,
            amount.per_year().node(),
            Show::Thousands,
            ValueLook { signed: true, ..ValueLook::default() },
        );
        el(
            "div",
            &[],
            vec![
                el("dt", &[], vec![say(name)]),
                el("dd", &[("class", "bar")], vec![bar]),
                el("dd", &[], vec![sign(size), shown]),
            ],
        )
    };
    let by_conditions = drivers.by_conditions.value().decimal();
    let heading = match (found.completed.rough.len(), by_conditions) {
        _ if by_conditions.abs() < Decimal::from(50) => t.answer_conditions_same(),
        (_, less) if less.is_sign_negative() => t.answer_conditions_less(),
        _ => t.answer_conditions_more(),
    };
    let rows = el("dl", &[("class", "condition-bars")], rows.into_iter().map(row).collect());
    let source = el(
        "p",
        &[("class", "source")],
        vec![
            text(t.answer_conditions_source()),
            space(),
            value(ctx, drivers.by_conditions.per_year().node(), Show::Thousands),
        ],
    );
    let is_rough = !found.completed.rough.is_empty();
    let about = if is_rough { paragraph("about", t.rough_conditions_about()) } else { Html::default() };
    section("conditions", vec![text(heading)], vec![rows, about, source])
}
