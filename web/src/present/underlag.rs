//! "Underlag till lokal handlingsplan" as one structure: paper and text are made of it, so they say the same. Counts that
//! the guard hides are left out.
use super::{
    amount::{Show, amount, plain},
    staff_words,
    taken::made,
};
use crate::{
    ctx::Ctx,
    views::{
        place::status,
        staffing::{fields::inputs, need_found},
    },
};
use exchange::number::Sign;
use model::{
    count::Count,
    measure::{Measure, Persons},
    staffing::{
        item::{Event, Item},
        plan::{Path, PlanYear, Setup},
        situation::{Situation, situation},
        staff::Population,
        years::{reached, years},
    },
    trace::Node,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;

/// A part of the plan: one page of paper.
pub struct Part {
    /// What it is.
    pub heading: &'static str,
    /// When it is due.
    pub due: &'static str,
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// Whether it is the one with the pictures of the situation.
    pub is_situation: bool,
}

/// What stands in a part.
pub enum Block {
    /// A sentence.
    Said(String),
    /// A table: its name, its headings and its rows.
    Table(&'static str, Vec<String>, Vec<Vec<String>>),
}

/// Both parts; none while nobody is listed.
pub fn underlag(ctx: &Ctx) -> Option<[Part; 2]> {
    let of = inputs(ctx);
    if of.staffing.listed == Count::ZERO {
        return None;
    }
    let found = situation(&of);
    let t = ctx.texts();
    Some([
        Part { heading: t.underlag_first(), due: t.underlag_first_due(), blocks: now(ctx, &found), is_situation: true },
        Part {
            heading: t.underlag_second(),
            due: t.underlag_second_due(),
            blocks: plan(ctx, &found),
            is_situation: false,
        },
    ])
}

/// The parts as text, with tabs between cells.
pub fn plain_text(ctx: &Ctx, parts: &[Part]) -> String {
    let mut lines = vec![ctx.texts().underlag_title().to_owned(), String::new()];
    for part in parts {
        lines.extend([part.heading.to_owned(), part.due.to_owned(), String::new()]);
        for block in &part.blocks {
            match block {
                Block::Said(words) => lines.push(words.clone()),
                Block::Table(name, headings, rows) => {
                    lines.extend([(*name).to_owned(), headings.join("\t")]);
                    lines.extend(rows.iter().map(|row| row.join("\t")));
                }
            }
            lines.push(String::new());
        }
    }
    lines.extend(notes(ctx));
    lines.join("\n")
}

/// What the reader must know of both parts: the principle, the sources, which scenario.
pub fn notes(ctx: &Ctx) -> Vec<String> {
    let t = ctx.texts();
    let guideline = &ctx.state().scenario().guideline;
    let citations = [&guideline.specialist.citation, &guideline.st.citation];
    let mut lines = vec![t.staff_quote().to_owned()];
    for citation in citations {
        let Some(source) = ctx.house().source(&citation.source) else { continue };
        let row = t.source_row(&source.title, &source.publisher, &source.date);
        let line = t.handout_source(&row, status(t, citation.status));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.push(made(ctx));
    lines
}

fn shown(ctx: &Ctx, node: &Rc<Node>, show: Show) -> String {
    amount(ctx.texts(), node.value, show, false)
}

/// Whether a count of persons is too small to leave the page.
fn is_hidden(ctx: &Ctx, persons: Decimal) -> bool {
    let guard = &ctx.state().desk.guard;
    !guard.off && persons > Decimal::ZERO && persons < Decimal::from(guard.threshold)
}

fn now(ctx: &Ctx, found: &Situation) -> Vec<Block> {
    let t = ctx.texts();
    let row = |name: &str, node: &Rc<Node>, show| vec![name.to_owned(), shown(ctx, node, show)];
    let outcome = &found.outcome;
    let name = match inputs(ctx).staff.population {
        Population::Listed => t.staffing_listed(),
        Population::Inhabitants => t.staff_inhabitants(),
    };
    let mut rows = vec![
        row(name, found.listed.node(), Show::Persons),
        row(t.term_capacity(), outcome.capacity.node(), Show::Persons),
        row(t.term_gap(), outcome.gap.node(), Show::Persons),
    ];
    let optional = [
        (t.term_coverage(), outcome.coverage.as_ref().map(|of| of.node()), Show::Percent),
        (t.term_gap_fte(), outcome.gap_fte.as_ref().map(|of| of.node()), Show::Fte),
        (t.term_need_fte(), outcome.need.as_ref().map(|of| of.node()), Show::Fte),
        (t.term_listed_per_specialist(), outcome.per_specialist.as_ref().map(|of| of.node()), Show::PerFte),
    ];
    rows.extend(optional.into_iter().filter_map(|(name, node, show)| Some(row(name, node?, show))));
    rows.extend(named(ctx, found));
    let mut blocks = vec![doctors(ctx, found), Block::Table(t.staffing_results(), pair(ctx), rows)];
    blocks.extend(by_work(ctx, found));
    blocks
}

fn pair(ctx: &Ctx) -> Vec<String> {
    vec![ctx.texts().underlag_figure().to_owned(), ctx.texts().underlag_amount().to_owned()]
}

fn doctors(ctx: &Ctx, found: &Situation) -> Block {
    let t = ctx.texts();
    let of = inputs(ctx);
    let rows = found.doctors.iter().map(|doctors| {
        let heads = of
            .number(&Item::Heads(doctors.kind))
            .map_or_else(|| t.not_available().to_owned(), |heads| plain(t.lang, heads));
        let figures = [(&doctors.fte, Show::Hundredths), (&doctors.time, Show::Hundredths)];
        let mut row = vec![staff_words::capital(&staff_words::kind(t, doctors.kind)), heads];
        row.extend(figures.map(|(fte, show)| shown(ctx, fte.node(), show)));
        row.push(shown(ctx, doctors.covers.node(), Show::Persons));
        row
    });
    let headings = [t.staff_kind(), t.staff_heads(), t.staff_fte(), t.underlag_time(), t.underlag_covers()];
    Block::Table(t.underlag_doctors(), headings.map(str::to_owned).to_vec(), rows.collect())
}

/// Those with a named doctor, unless they, or those without, are too few to be told.
fn named(ctx: &Ctx, found: &Situation) -> Vec<Vec<String>> {
    let t = ctx.texts();
    let (Some(share), Some(unnamed)) = (&found.named_share, &found.unnamed) else { return Vec::new() };
    let without = unnamed.value();
    let with = found.listed.value() - without;
    if [with, without].into_iter().any(|persons: Persons| is_hidden(ctx, persons.decimal())) {
        return vec![vec![t.staff_named_share().to_owned(), t.guard_withheld().to_owned()]];
    }
    vec![
        vec![t.staff_named_share().to_owned(), shown(ctx, share.node(), Show::Percent)],
        vec![t.staff_unnamed().to_owned(), shown(ctx, unnamed.node(), Show::Persons)],
    ]
}

/// The list counted by its work, on our example weights; nothing until it can be.
fn by_work(ctx: &Ctx, found: &Situation) -> Vec<Block> {
    let t = ctx.texts();
    let Ok(need) = need_found(ctx, found) else { return Vec::new() };
    let mut rows = vec![
        vec![t.staff_work_index().to_owned(), shown(ctx, need.index.node(), Show::Hundredths)],
        vec![t.staff_adjusted_list().to_owned(), shown(ctx, need.list.node(), Show::Persons)],
        vec![t.staff_adjusted_gap().to_owned(), shown(ctx, need.gap.node(), Show::Persons)],
    ];
    if let Some(fte) = &need.gap_fte {
        rows.push(vec![t.staff_adjusted_gap_fte().to_owned(), shown(ctx, fte.node(), Show::Fte)]);
    }
    vec![Block::Table(t.underlag_by_work(), pair(ctx), rows)]
}

fn plan(ctx: &Ctx, found: &Situation) -> Vec<Block> {
    let t = ctx.texts();
    let of = inputs(ctx);
    let setup = Setup::of(&of, found);
    let years = setup.as_ref().ok().and_then(|setup| years(&of, setup, Path::Middle).ok());
    let Some(years) = years else { return vec![Block::Said(t.underlag_no_plan().to_owned())] };
    let reached = reached(&years).map(|year| t.underlag_reached(&year.to_string()));
    let mut blocks = vec![Block::Said(reached.unwrap_or_else(|| not_reached(ctx, &years)))];
    blocks.push(events(ctx, &years));
    blocks.push(Block::Table(t.underlag_years(), headings(ctx), years.iter().map(|year| row(ctx, year)).collect()));
    blocks.push(assumptions(ctx));
    blocks
}

fn not_reached(ctx: &Ctx, years: &[PlanYear]) -> String {
    let last = years.last();
    let gap = last.map(|year| shown(ctx, year.gap.node(), Show::Persons)).unwrap_or_default();
    let year = last.map(|year| year.year.to_string()).unwrap_or_default();
    ctx.texts().underlag_not_reached(&year, &gap)
}

/// What is planned, year by year; years without anything are left out.
fn events(ctx: &Ctx, years: &[PlanYear]) -> Block {
    let t = ctx.texts();
    let of = inputs(ctx);
    let all = [Event::Recruited, Event::Retiring, Event::StStarts];
    let rows = years.iter().filter_map(|year| {
        let numbers = all.map(|event| of.number(&Item::Planned(event, year.year)).unwrap_or_default());
        let any = numbers.iter().any(|number| !number.is_zero());
        let cells = numbers.map(|number| plain(t.lang, number));
        any.then(|| [vec![year.year.to_string()], cells.to_vec()].concat())
    });
    let rows: Vec<Vec<String>> = rows.collect();
    if rows.is_empty() {
        return Block::Said(t.underlag_nothing_planned().to_owned());
    }
    let names = all.map(|event| staff_words::event(t, event).to_owned());
    let headings = [vec![t.underlag_year().to_owned()], names.to_vec()].concat();
    Block::Table(t.underlag_events(), headings, rows)
}

fn headings(ctx: &Ctx) -> Vec<String> {
    let t = ctx.texts();
    let names = [
        t.underlag_year(),
        t.underlag_specialists(),
        t.underlag_st(),
        t.underlag_list(),
        t.underlag_covers(),
        t.underlag_gap(),
        t.underlag_gap_fte(),
        t.term_coverage(),
    ];
    names.map(str::to_owned).to_vec()
}

fn row(ctx: &Ctx, year: &PlanYear) -> Vec<String> {
    let lang = ctx.texts().lang;
    let number = |node: &Rc<Node>, decimals| super::amount::number(lang, node.value.value, decimals, Sign::Auto);
    let share = year.coverage.as_ref().map(|of| shown(ctx, of.node(), Show::Percent));
    vec![
        year.year.to_string(),
        number(year.specialists.fte.node(), 2),
        number(year.st.fte.node(), 2),
        number(year.listed.node(), 0),
        number(year.capacity.node(), 0),
        number(year.gap.node(), 0),
        year.gap_fte.as_ref().map(|of| number(of.node(), 2)).unwrap_or_default(),
        share.unwrap_or_default(),
    ]
}

/// The numbers that the plan is worked out with.
fn assumptions(ctx: &Ctx) -> Block {
    let t = ctx.texts();
    let of = inputs(ctx);
    let items = [
        Item::RecruitFte,
        Item::StFte,
        Item::StLength,
        Item::Leaving,
        Item::StLeaving,
        Item::Staying,
        Item::Growth,
        Item::CostPerFte,
    ];
    let rows = items.into_iter().filter_map(|item| {
        let value = of.number(&item)?;
        let is_share = item.unit() == model::quantity::Unit::Share;
        let number = plain(t.lang, if is_share { value * Decimal::ONE_HUNDRED } else { value });
        let number = if is_share { t.unit_percent(&number) } else { number };
        Some(vec![staff_words::item(t, ctx.house(), &item), number])
    });
    let start = of.number(&Item::PlanStart).and_then(|year| year.to_u16()).unwrap_or_default().to_string();
    let first = vec![staff_words::item(t, ctx.house(), &Item::PlanStart), start];
    Block::Table(t.underlag_assumptions(), pair(ctx), [first].into_iter().chain(rows).collect())
}
