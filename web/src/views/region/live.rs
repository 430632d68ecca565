//! What a slider moves while it is held: the figures of the scenario and its marks in the first chart are written into the
//! page as it stands, without drawing it anew. What it writes is gone when the slider rests: then all is drawn from the
//! scenario. Knows no other chart.
use super::{Shown, figures, spread};
use crate::{
    components::figure::width_for,
    ctx::Ctx,
    dom,
    present::{
        amount::{Show, amount},
        region_charts::ChartContext,
    },
    region::{
        ask, interpolation,
        region_summary::{against_cost, amounts},
    },
    tools::guard::protects_region,
};
use model::{
    id::Id,
    measure::{Measure, Rate, Weight},
};
use report::{columns::Column, region::columns};
use std::cell::RefCell;
use web_sys::{Element, NodeList, wasm_bindgen::JsCast};

thread_local! {
    /// The first chart as it was last drawn.
    static DRAWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Remembers how the first chart was drawn.
pub fn drawn(svg: &str) {
    DRAWN.with(|drawn| drawn.replace(svg.to_owned()));
}

/// Writes what the weight changes; false when the page has to be drawn anew, because more changes than the marks.
pub fn move_to(ctx: &Ctx, id: &Id, weight: Weight) -> bool {
    written(ctx, id, weight).is_some()
}

fn written(ctx: &Ctx, id: &Id, weight: Weight) -> Option<()> {
    let (shown, _) = Shown::of(ctx)?;
    if ctx.state().present && protects_region(ctx, &shown.known) {
        return None;
    }
    let mut all = amounts(&ctx.state().tariffs);
    all.retain(|(column, _)| *column != Column::Scenario);
    all.push((Column::Scenario, interpolation::at(ctx, id, weight)?));
    let two = all.iter().filter(|(column, _)| matches!(column, Column::Current | Column::Scenario)).cloned();
    let columns = columns(&shown.known.summary, &ctx.state().tariffs, &two.collect::<Vec<_>>(), shown.reading);
    let scenario = columns.into_iter().find(|one| one.column == Column::Scenario)?;
    let pinned = figures::pinned(ctx, &shown);
    let context = ChartContext { texts: ctx.texts(), width: width_for(640), pinned: pinned.as_ref() };
    let mut models = figures::compared(ctx, &shown);
    let (last, _) = models.last_mut().filter(|(one, _)| one.column == Column::Scenario)?;
    *last = &scenario;
    chart(&context.ranked(&models, &figures::order(&shown, &models)).ok()?)?;
    table(ctx, &spread::quicks(&scenario))?;
    if let Some(label) = dom::document()?.query_selector(".trial-value").ok()? {
        let words = amount(ctx.texts(), Rate::of(weight.decimal()).quantity(), Show::Ore, false);
        label.set_text_content(Some(&ctx.texts().region_trial_value(&words)));
    }
    ask(ctx, all.iter().map(|(_, rates)| against_cost(rates, shown.reading)).collect());
    Some(())
}

/// The marks of the scenario, where nothing else of the chart differs.
fn chart(svg: &str) -> Option<()> {
    let (still, outlines) = parted(svg);
    let same = DRAWN.with(|drawn| parted(&drawn.borrow()).0 == still);
    let found = all(&[".region-figures svg path[fill=\"", SCENARIO, "\"]"].concat())?;
    // the first chart's come first
    let marks = elements(&found).take(outlines.len());
    let marks: Vec<Element> = marks.collect();
    (same && marks.len() == outlines.len()).then_some(())?;
    for (mark, outline) in marks.iter().zip(outlines) {
        mark.set_attribute("d", outline).ok()?;
    }
    Some(())
}

/// The colour of the scenario's marks, as charts write it.
const SCENARIO: &str = "#B45309";

/// A chart without the outlines of the scenario's marks, and the outlines.
fn parted(svg: &str) -> (String, Vec<&str>) {
    let (mut still, mut outlines) = (String::with_capacity(svg.len()), Vec::new());
    let mut rest = svg;
    let start = ["<path opacity=\"1\" fill=\"", SCENARIO, "\" d=\""].concat();
    while let Some((before, after)) = rest.split_once(&start) {
        let (outline, after) = after.split_once('"').unwrap_or((after, ""));
        still.push_str(before);
        outlines.push(outline);
        rest = after;
    }
    still.push_str(rest);
    (still, outlines)
}

/// The scenario's column of the table.
fn table(ctx: &Ctx, figures: &[Option<crate::components::lazy_value::Quick>]) -> Option<()> {
    let found = all("#region-spread ~ * .region-measures tbody td:last-child")?;
    for (cell, quick) in elements(&found).zip(figures) {
        let (Some(button), Some(quick)) = (cell.query_selector("button").ok()?, quick) else { continue };
        let words = quick.words(ctx);
        button.set_attribute("data-value", &quick.exact_text()).ok()?;
        button.set_attribute("aria-label", &ctx.texts().why_button(&words)).ok()?;
        button.set_text_content(Some(&words));
    }
    Some(())
}

fn all(selector: &str) -> Option<NodeList> {
    dom::document()?.query_selector_all(selector).ok()
}

fn elements(list: &NodeList) -> impl Iterator<Item = Element> + '_ {
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok())
}
