//! "Underlag till lokal handlingsplan" as one structure: paper, text and files are made of it, so they say the same.
//! Counts that the guard hides are left out.
use super::{
    amount::{Show, amount},
    guarding::Guarding,
    plan_words,
    staff_assumed::{not_told, sentences},
    staff_words,
    taken::{Piece, Taken, made},
    term::status,
};
use crate::{
    ctx::Ctx,
    tools::{
        guard::hides_list,
        staffing::{Planned, adjusted, inputs, planned},
    },
};
use exchange::number::echo;
use model::{
    measure::{Doctors, Measure, Persons},
    quantity::Quantity,
    staffing::{
        demand::demand,
        item::{DoctorKind, Event, Item},
        plan::PlanYear,
        situation::{Situation, situation},
        staff::Population,
        wisn::wisn,
    },
    trace::{Node, Traced},
};
use report::{guard::Published, staffing_plan::Goal};
use rust_decimal::{Decimal, RoundingStrategy};
use std::rc::Rc;

/// A part of the plan: one page of paper.
pub struct UnderlagPart {
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
    Table(&'static str, Vec<String>, Taken),
}

/// Both parts; none while nobody is listed, or so few that their number is hidden, or no doctors have been entered.
pub fn underlag(guarding: &Guarding<'_>) -> Option<[UnderlagPart; 2]> {
    let ctx = guarding.ctx;
    let of = inputs(ctx);
    let found = situation(&of);
    if not_told(ctx, &found).is_some() || hides_list(ctx) {
        return None;
    }
    let t = ctx.texts();
    Some([
        UnderlagPart {
            heading: t.underlag_first(),
            due: t.underlag_first_due(),
            blocks: now(guarding, &found),
            is_situation: true,
        },
        UnderlagPart {
            heading: t.underlag_second(),
            due: t.underlag_second_due(),
            blocks: plan(ctx),
            is_situation: false,
        },
    ])
}

/// The parts as rows of cells, for a spreadsheet or a text.
pub fn rows(ctx: &Ctx, parts: &[UnderlagPart]) -> Taken {
    let line = |words: &str| vec![said(words)];
    let mut rows = vec![line(ctx.texts().underlag_title()), Vec::new()];
    for part in parts {
        rows.extend([line(part.heading), line(part.due), Vec::new()]);
        for block in &part.blocks {
            match block {
                Block::Said(words) => rows.push(line(words)),
                Block::Table(name, headings, cells) => {
                    rows.extend([line(name), headings.iter().map(|heading| said(heading)).collect()]);
                    rows.extend(cells.iter().cloned());
                }
            }
            rows.push(Vec::new());
        }
    }
    rows.extend(notes(ctx, true).iter().map(|note| line(note)));
    rows
}

/// What the reader must know of both parts: the sources and which scenario; before them, once, the principle.
pub fn notes(ctx: &Ctx, with_principle: bool) -> Vec<String> {
    let t = ctx.texts();
    let guideline = &ctx.state().scenario().guideline();
    let citations = [&guideline.specialist.citation, &guideline.st.citation];
    let mut lines: Vec<String> = with_principle.then(|| t.staff_quote().to_owned()).into_iter().collect();
    for citation in citations {
        let Some(source) = ctx.catalogue().source(&citation.source) else { continue };
        let row = t.source_row(&source.title, &source.publisher, &source.date);
        let line = t.handout_source(&row, status(t, citation.status));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.push(made(ctx));
    lines
}

fn said(words: &str) -> Piece {
    Piece::Text(words.to_owned())
}

fn shown(ctx: &Ctx, node: &Rc<Node>, show: Show) -> Piece {
    Piece::Figure(Rc::clone(node), amount(ctx.texts(), node.value, show, false))
}

/// Doctors as they were typed.
fn typed(ctx: &Ctx, doctors: &Traced<Doctors>) -> Piece {
    let words = echo(doctors.value().decimal().normalize(), ctx.texts().lang.notation());
    Piece::Figure(Rc::clone(doctors.node()), words)
}

/// Whether a count of persons is too small to leave the page.
fn is_hidden(ctx: &Ctx, persons: Decimal) -> bool {
    let guard = &ctx.state().tools.guard;
    !guard.off && persons > Decimal::ZERO && persons < Decimal::from(guard.fewest())
}

fn now(guarding: &Guarding<'_>, found: &Situation) -> Vec<Block> {
    let (t, ctx) = (guarding.texts, guarding.ctx);
    let row = |name: &str, node: &Rc<Node>, show| vec![said(name), shown(ctx, node, show)];
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
    let mut blocks = vec![doctors(ctx, found)];
    blocks.extend(sentences(ctx, found).into_iter().map(Block::Said));
    blocks.push(Block::Table(t.staffing_results(), pair(ctx), rows));
    blocks.extend(by_work(guarding, found));
    blocks.extend(cross_checks(ctx, found));
    blocks
}

fn pair(ctx: &Ctx) -> Vec<String> {
    vec![ctx.texts().underlag_figure().to_owned(), ctx.texts().underlag_amount().to_owned()]
}

fn doctors(ctx: &Ctx, found: &Situation) -> Block {
    let t = ctx.texts();
    let of = inputs(ctx);
    let rows = found.doctors.iter().map(|doctors| {
        let heads = of.given(&Item::Heads(doctors.kind));
        let heads = heads.map_or_else(|| said(t.not_available()), |heads| typed(ctx, &heads));
        let figures = [(&doctors.fte, Show::Hundredths), (&doctors.time, Show::Hundredths)];
        let mut row = vec![said(&staff_words::capital(&staff_words::kind(t, doctors.kind))), heads];
        row.extend(figures.map(|(fte, show)| shown(ctx, fte.node(), show)));
        row.push(shown(ctx, doctors.covers.node(), Show::Persons));
        row
    });
    let headings = [t.staff_kind(), t.staff_heads(), t.staff_fte(), t.underlag_time(), t.underlag_covers()];
    Block::Table(t.underlag_doctors(), headings.map(str::to_owned).to_vec(), rows.collect())
}

/// Whether those with a named doctor, or those without, are too few to be told where others see it.
pub fn hides_named(ctx: &Ctx, found: &Situation) -> bool {
    let Some(unnamed) = &found.unnamed else { return false };
    let without = unnamed.value();
    let with = found.listed.value() - without;
    [with, without].into_iter().any(|persons: Persons| is_hidden(ctx, persons.decimal()))
}

/// Those with a named doctor, unless they, or those without, are too few to be told.
fn named(ctx: &Ctx, found: &Situation) -> Taken {
    let t = ctx.texts();
    let (Some(share), Some(unnamed)) = (&found.named_share, &found.unnamed) else { return Vec::new() };
    if hides_named(ctx, found) {
        return vec![vec![said(t.staff_named_share()), said(t.guard_withheld())]];
    }
    vec![
        vec![said(t.staff_named_share()), shown(ctx, share.node(), Show::Percent)],
        vec![said(t.staff_unnamed()), shown(ctx, unnamed.node(), Show::Persons)],
    ]
}

/// The list counted by its work, on our example weights; nothing until it can be. What has hidden counts in it is worked
/// out from what is published of the list, and told with the digits that are shown and no more.
fn by_work(guarding: &Guarding<'_>, found: &Situation) -> Vec<Block> {
    let (t, ctx) = (guarding.texts, guarding.ctx);
    let Ok(need) = adjusted(ctx, found) else { return Vec::new() };
    let figure = |node: &Rc<Node>, show| match guarding.told(node) {
        Published::Whole(node) => shown(ctx, &node, show),
        hidden => {
            let words = guarding.words(&hidden, show, false);
            hidden.node().map_or_else(|| said(&words), |node| Piece::Number(to_digits(node.value, show), words.clone()))
        }
    };
    let mut rows = vec![
        vec![said(t.staff_work_index()), figure(need.index.node(), Show::Hundredths)],
        vec![said(t.staff_adjusted_list()), figure(need.list.node(), Show::Persons)],
        vec![said(t.staff_adjusted_gap()), figure(need.gap.node(), Show::Persons)],
    ];
    if let Some(fte) = &need.gap_fte {
        rows.push(vec![said(t.staff_adjusted_gap_fte()), figure(fte.node(), Show::Fte)]);
    }
    vec![Block::Table(t.underlag_by_work(), pair(ctx), rows)]
}

/// The number with the digits that are shown.
fn to_digits(of: Quantity, show: Show) -> Quantity {
    let digits = u32::try_from(show.digits()).unwrap_or(0);
    Quantity { value: of.value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero), unit: of.unit }
}

/// What visits and tasks say, as far as they have been filled in.
fn cross_checks(ctx: &Ctx, found: &Situation) -> Option<Block> {
    let t = ctx.texts();
    let of = inputs(ctx);
    let (demand, wisn) = (demand(&of, found), wisn(&of, found));
    let rows = [
        (t.staff_persons_by_visits(), demand.as_ref().map(|demand| demand.per_fte.node()), Show::Whole),
        (t.staff_need_by_visits(), demand.as_ref().map(|demand| demand.need.node()), Show::Fte),
        (t.staff_wisn_need(), wisn.as_ref().map(|wisn| wisn.need.node()), Show::Fte),
    ];
    let rows = rows.into_iter().filter_map(|(name, node, show)| Some(vec![said(name), shown(ctx, node?, show)]));
    let rows: Taken = rows.collect();
    (!rows.is_empty()).then(|| Block::Table(t.underlag_cross_checks(), pair(ctx), rows))
}

fn plan(ctx: &Ctx) -> Vec<Block> {
    let t = ctx.texts();
    let worked = planned(ctx);
    let Planned { plan, band, .. } = match &worked.planned {
        Ok(planned) => planned,
        Err(faults) => {
            let faults = faults.iter().map(|of| Block::Said(plan_words::fault(t, of)));
            return [Block::Said(t.underlag_no_plan().to_owned())].into_iter().chain(faults).collect();
        }
    };
    let mut blocks = vec![Block::Said(plan_words::lead(t, plan, band))];
    let rows = plan.years.iter().map(|year| row(ctx, year)).collect();
    blocks.push(Block::Table(t.underlag_years(), headings(ctx), rows));
    if let Goal::By { year, recruited, st_starts } = &plan.goal {
        let by = [(Event::Recruited, recruited), (Event::StStarts, st_starts)];
        let said = by.into_iter().filter_map(|(event, of)| plan_words::reach(t, event, of, (plan.setup.first, *year)));
        blocks.extend(said.map(Block::Said));
        if plan_words::takes_more(&plan.goal, band) {
            blocks.push(Block::Said(t.plan_goal_mean().to_owned()));
        }
    }
    let last = plan.years.last().map_or(plan.setup.first, |year| year.year);
    blocks.push(Block::Said(plan_words::chance(t, band, last)));
    if inputs(ctx).fte(DoctorKind::StAny).is_some() {
        blocks.push(Block::Said(t.plan_st_any().to_owned()));
    }
    blocks.push(assumptions(ctx));
    blocks
}

fn headings(ctx: &Ctx) -> Vec<String> {
    let t = ctx.texts();
    let names = [
        t.underlag_year(),
        t.underlag_recruited(),
        t.underlag_retiring(),
        t.underlag_starts(),
        t.underlag_specialists(),
        t.underlag_st(),
        t.underlag_list(),
        t.underlag_covers(),
        t.underlag_gap(),
        t.underlag_gap_fte(),
        t.term_coverage(),
        t.underlag_cost(),
    ];
    names.map(str::to_owned).to_vec()
}

fn row(ctx: &Ctx, year: &PlanYear) -> Vec<Piece> {
    let of = inputs(ctx);
    let planned = |event| {
        let planned = of.above_zero(&Item::Planned(event, year.year));
        planned.map_or_else(|| said(""), |planned| typed(ctx, &planned))
    };
    let optional = |node: Option<&Rc<Node>>, show| node.map_or_else(|| said(""), |node| shown(ctx, node, show));
    vec![
        said(&year.year.to_string()),
        planned(Event::Recruited),
        planned(Event::Retiring),
        planned(Event::StStarts),
        shown(ctx, year.specialists.fte.node(), Show::Hundredths),
        shown(ctx, year.st.fte.node(), Show::Hundredths),
        shown(ctx, year.listed.node(), Show::Whole),
        shown(ctx, year.capacity.node(), Show::Whole),
        shown(ctx, year.gap.node(), Show::Whole),
        optional(year.gap_fte.as_ref().map(|of| of.node()), Show::Hundredths),
        optional(year.coverage.as_ref().map(|of| of.node()), Show::Percent),
        optional(year.cost.as_ref().map(|of| of.node()), Show::Thousands),
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
        let number = echo(if is_share { value * Decimal::ONE_HUNDRED } else { value }.normalize(), t.lang.notation());
        let number = if is_share { t.unit_percent(&number) } else { number };
        Some([staff_words::item(t, ctx.catalogue(), &item), number].join(" "))
    });
    let start = of.number(&Item::PlanStart).unwrap_or_default().normalize().to_string();
    let first = [staff_words::item(t, ctx.catalogue(), &Item::PlanStart), start].join(" ");
    Block::Said(t.underlag_assumptions(&[first].into_iter().chain(rows).collect::<Vec<_>>().join("; ")))
}
