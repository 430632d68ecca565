//! The foot of an explanation: the sources that the figure was made of, and our own choice in it with what the other would
//! give.
use crate::{
    components::parts::{el, list, say, space, text},
    ctx::Ctx,
    present::amount::exact,
    views::place,
};
use model::{citation::Status, id::Id, quantity::Quantity, trace::Node};
use report::{alternative::neutral_in_sum, columns::Column, explain::UsedTable, rounded::to_decimals};
use std::rc::Rc;
use yew::Html;

/// What stands in the foot.
pub struct Foot<'a> {
    /// The figure.
    pub node: &'a Rc<Node>,
    /// What it was made of, once it is found.
    pub used: Option<&'a Rc<Vec<UsedTable>>>,
    /// 1: the sources in a line; 2: each with its table, and our choice.
    pub level: u8,
}

/// Whether a number of ours that no document gives is in it.
pub fn rests_on_examples(used: &[UsedTable]) -> bool {
    used.iter().any(|table| table.citation.status == Status::Illustrative)
}

/// The foot.
pub fn foot(ctx: &Ctx, foot: &Foot<'_>) -> Html {
    let t = ctx.texts();
    let Some(used) = foot.used else { return el("footer", &[("class", "why-foot")], Vec::new()) };
    let content = if used.is_empty() {
        Vec::new()
    } else if foot.level == 1 {
        vec![el("p", &[("class", "why-source-line")], vec![say(t.why_source_line(&in_a_line(ctx, used)))])]
    } else {
        let heading = el("h3", &[], vec![text(t.why_sources())]);
        let items = used.iter().map(|table| place::of_table(ctx, &table.citation, &table.lines)).collect();
        vec![el("div", &[], vec![heading, list("why-sources", items)])]
    };
    let choice = if foot.level == 1 { None } else { choice(ctx, foot.node) };
    el("footer", &[("class", "why-foot"), ("data-found", "true")], content.into_iter().chain(choice).collect())
}

/// Tables that a line has room for.
const TABLES: usize = 2;

/// The tables; with more of them the documents, each once.
fn in_a_line(ctx: &Ctx, used: &[UsedTable]) -> String {
    let t = ctx.texts();
    let source =
        |id: &Id| ctx.catalogue().source(id).map(|source| (source.title.to_string(), source.publisher.to_string()));
    if used.len() <= TABLES {
        let tables = used.iter().map(|table| {
            let publisher = source(&table.citation.source).map(|(_, publisher)| publisher).unwrap_or_default();
            let lines = place::lines(t, &table.lines).unwrap_or_default();
            [&*publisher, ", ", &*table.citation.heading, if lines.is_empty() { "" } else { ", " }, &*lower(&lines)]
                .concat()
        });
        return tables.map(|table| table.trim_end_matches('.').to_owned()).collect::<Vec<_>>().join("; ");
    }
    let mut titles: Vec<String> = Vec::new();
    for table in used {
        let title =
            source(&table.citation.source).map_or_else(|| table.citation.heading.to_string(), |(title, _)| title);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.join("; ")
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// That groups keep their mean is ours, and what the figure would be otherwise.
fn choice(ctx: &Ctx, node: &Rc<Node>) -> Option<Html> {
    let t = ctx.texts();
    let tariffs = &ctx.state().tariffs;
    let models = [Column::Proposal, Column::Scenario].into_iter().filter_map(|column| tariffs.get(column));
    let other = models.filter_map(|tariff| neutral_in_sum(tariff, node)).next()?;
    let other = Quantity { value: to_decimals(other.value, 2), ..other };
    let heading = vec![text(t.why_choice()), space(), place::tag(t, Status::Reading)];
    let words = el("p", &[], vec![say(t.why_choice_groups(&exact(t, other)))]);
    Some(el("div", &[("class", "why-choice")], vec![el("h3", &[], heading), words]))
}
