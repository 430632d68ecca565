//! A region of lists by sex and age, where persons are not to be had: the file's tables are kept, and counted on the page
//! anew with every answer. Knows nothing of how it looks.
use super::{
    Source, Stage, begin, order::Facts, reading::Reading as RegisterReading, refuse, region_summary::RegionSummary,
};
use crate::{
    ctx::Ctx,
    present::export::dialect,
    tools::{
        change,
        import::{Answer, order, target},
        read_file::Found,
        templates::lists_headings,
        work::{Said, Worker},
    },
};
use exchange::{
    csv::{Cell, write},
    import::{Answers, Reading, Sheet},
    region_lists::{ListsFound, RegionLists, region_lists},
};
use js_sys::Array;
use model::{
    count::Count,
    id::Id,
    measure::{Measure, MonthlyMoney},
    practice::Practice,
};
use register::ingest::{MARK, MARKED};
use report::{columns::Column, estimate::estimated_affected};
use rust_decimal::RoundingStrategy;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::File;

/// A file of lists.
#[derive(Clone, Debug)]
pub struct Lists {
    /// Its tables.
    pub sheets: Rc<Vec<Sheet>>,
    /// What has been answered.
    pub answers: Answers,
    /// Whether groups that stand nowhere are nobody.
    pub missing_is_nobody: bool,
    /// Whether persons by condition are estimated where the file does not tell of them.
    pub estimates: bool,
    /// What was found beside the lists.
    pub found: ListsFound,
    /// The file as a whole: notes, problems and the question.
    pub whole: Reading,
}

impl Lists {
    fn read(&self, ctx: &Ctx) -> RegionLists {
        region_lists(&self.sheets, &target(ctx), &self.answers, self.missing_is_nobody)
    }
}

/// What somebody says of a file of lists.
#[derive(Clone, Copy, Debug)]
pub enum Choice {
    /// The answer to its question.
    Answer(Answer),
    /// Whether groups that stand nowhere are nobody.
    MissingIsNobody(bool),
    /// Whether persons by condition are estimated.
    Estimates(bool),
}

/// Opens a file's tables in a worker. `refused` is what made it no register, told again if it holds no lists either.
pub(super) fn open(ctx: &Ctx, file: &File, refused: RegisterReading) {
    let asked = ctx.state().tools.region.asked;
    let told = ctx.clone();
    let worker = Worker::start(move |said| {
        if told.state().tools.region.asked == asked {
            take(&told, said, refused.clone());
        }
    });
    worker.ask(&order(ctx, &file.name(), Answers::default(), false), Some(file));
    change(ctx, |tools| (tools.region.stage, tools.region.worker) = (Stage::Working(0), Some(worker)));
}

fn take(ctx: &Ctx, said: Said, refused: RegisterReading) {
    let sheets = match said {
        Said::Progress(_) => return,
        Said::File(found) => match *found {
            Found::Sheets(sheets) => Some(sheets),
            Found::Failed(_) | Found::Persons(_) => None,
        },
        Said::Broke | Said::Region(_) => None,
    };
    let Some(sheets) = sheets else { return refuse(ctx, refused) };
    let lists = Lists {
        sheets: Rc::new(sheets),
        answers: Answers::default(),
        missing_is_nobody: false,
        estimates: false,
        found: ListsFound::default(),
        whole: Reading::default(),
    };
    let read = lists.read(ctx);
    if read.holds_lists { show_read(ctx, lists, read) } else { refuse(ctx, refused) }
}

/// Opens the lists of the made-up region that is shown, as somebody's own file of them would be.
pub fn begin_example(ctx: &Ctx) {
    let text =
        ctx.state().tools.region.known.as_ref().filter(|known| known.facts.synthetic).map(|known| example(ctx, known));
    let parts = text.map(|text| Array::of1(&JsValue::from(text)));
    if let Some(Ok(file)) = parts.map(|parts| File::new_with_str_sequence(&parts, "viktat-listade.csv")) {
        begin(ctx, Source::Own(file));
    }
}

/// The empty list filled in, with the mark of made-up persons in every row.
fn example(ctx: &Ctx, known: &RegionSummary) -> String {
    let (headings, factors) = (lists_headings(ctx), ctx.state().factors());
    let headings = headings.iter().map(String::as_str).chain([MARK]).map(Cell::Text).collect();
    let practices = known.facts.names.iter().enumerate();
    let rows = practices.filter_map(|(at, name)| Some(row(name, &known.practice(at, Column::Proposal)?, &factors)));
    write([headings].into_iter().chain(rows).collect::<Vec<_>>(), dialect(ctx.texts().lang))
}

fn row<'a>(name: &'a str, practice: &Practice, factors: &[Id]) -> Vec<Cell<'a>> {
    let count = |count: &Count| Cell::Number(count.get().into());
    let ore = |cost: MonthlyMoney| cost.decimal().round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    let listed = practice.listed.iter().map(|(_, listed)| count(listed));
    let affected = factors.iter().map(|id| practice.affected.get(id).map_or(Cell::Empty, count));
    let cost = practice.drug_cost.map_or(Cell::Empty, |cost| Cell::Number(ore(cost)));
    [Cell::Text(name)].into_iter().chain(listed).chain(affected).chain([cost, Cell::Text(MARKED)]).collect()
}

/// Counts the file anew with what is said of it.
pub fn choose(ctx: &Ctx, choice: Choice) {
    let Some(lists) = &ctx.state().tools.region.lists else { return };
    let mut lists = (**lists).clone();
    match choice {
        Choice::Answer(answer) => answer.give(&mut lists.answers),
        Choice::MissingIsNobody(yes) => lists.missing_is_nobody = yes,
        Choice::Estimates(yes) => lists.estimates = yes,
    }
    show(ctx, lists);
}

/// Counts the file anew for the scenario's model.
pub fn renew(ctx: &Ctx, lists: &Lists) {
    show(ctx, lists.clone());
}

fn show(ctx: &Ctx, lists: Lists) {
    let read = lists.read(ctx);
    show_read(ctx, lists, read);
}

fn show_read(ctx: &Ctx, mut lists: Lists, read: RegionLists) {
    let known = counted(ctx, &mut lists, read);
    change(ctx, |tools| {
        let region = &mut tools.region;
        region.stage = if known.is_some() { Stage::Ready } else { Stage::Refused };
        region.known = known.map(Rc::new);
        (region.lists, region.worker, region.paid) = (Some(Rc::new(lists)), None, None);
    });
}

/// The region of the lists that are whole; none while a question is open, and of fewer than two.
fn counted(ctx: &Ctx, lists: &mut Lists, read: RegionLists) -> Option<RegionSummary> {
    (lists.found, lists.whole) = (read.found, read.whole);
    let (names, mut practices) = (read.names, read.practices);
    practices.get(1)?;
    let start = &ctx.state().scenario().start;
    let lacks = !lists.found.conditions_lacking.is_empty();
    if let Some(mix) = start.case_mix().filter(|_| lists.estimates && lacks) {
        for practice in &mut practices {
            practice.affected = estimated_affected(mix, &practice.listed)?.into_iter().collect();
        }
    }
    let facts = Facts {
        synthetic: lists.found.are_made_up,
        names,
        is_of_lists: true,
        is_estimated: lists.estimates && lacks,
        ..Facts::of(start.id.clone())
    };
    RegionSummary::of_lists(ctx.catalogue(), facts, &practices)
}
