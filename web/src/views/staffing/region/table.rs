//! The vårdcentraler of a list: sorted, searched, pinned, saved.
use super::{
    Shown,
    results::{assumptions, covered},
};
use crate::{
    components::{
        parts::{all, before, button, cell, el, labelled, paragraph, row, say, scroll, text},
        value::value,
    },
    ctx::Ctx,
    leave::save as save_file,
    present::{
        amount::Show,
        export::DataTable,
        staff_list_words::{heading as heading_of, whole},
    },
    text::Texts,
    tools::{
        guard::Leaving,
        staff_list::{StaffColumn, with},
    },
};
use exchange::staff_list::Column;
use model::{
    measure::Measure,
    name,
    staffing::{item::Group, practices::PracticeOutcome},
};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Callback, Html, MouseEvent, TargetCast, html};

/// So many rows are shown before all are asked for.
const FIRST: usize = 200;

const COLUMNS: [StaffColumn; 7] = [
    StaffColumn::Name,
    StaffColumn::Persons,
    StaffColumn::Coverage,
    StaffColumn::Gap,
    StaffColumn::Closed,
    StaffColumn::Specialists,
    StaffColumn::PerSpecialist,
];

/// The field to search, the table, and the file.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let tools = &ctx.state().tools.staff_list;
    let order = order(ctx, shown, &tools.search);
    let found = order.len();
    let first = if tools.all { found } else { FIRST.min(found) };
    let rows = order.iter().take(first).filter_map(|at| practice(ctx, shown, *at)).collect();
    let head = el("thead", &[], vec![row(COLUMNS.map(|of| heading(ctx, of)).to_vec())]);
    let table = el("table", &[("class", "region-practices staff-practices")], vec![head, el("tbody", &[], rows)]);
    let more = (found > first).then(|| button("plain", say(t.staffregion_all(&whole(t, found))), show_all(ctx)));
    let save = button("", text(t.staffregion_csv()), save(ctx));
    let count = t.staffregion_shown(shown.list.len() as u64, &whole(t, found), &whole(t, shown.list.len()));
    all(vec![
        el("div", &[("class", "region-line")], vec![search(ctx), save]),
        el("p", &[("class", "about"), ("role", "status")], vec![say(count)]),
        scroll(t.staffregion_table().into(), table),
        more.unwrap_or_default(),
        paragraph("about", t.staffregion_table_about()),
    ])
}

fn column_name(t: Texts, of: StaffColumn) -> &'static str {
    match of {
        StaffColumn::Name => t.staffregion_heading_name(),
        StaffColumn::Persons => t.staffregion_persons(),
        StaffColumn::Coverage => t.term_coverage(),
        StaffColumn::Specialists => t.staffregion_specialists(),
        StaffColumn::PerSpecialist => t.staffregion_col_per(),
        StaffColumn::Gap => t.staffregion_col_gap(),
        StaffColumn::Closed => t.staff_closed(),
    }
}

fn heading(ctx: &Ctx, of: StaffColumn) -> Html {
    let tools = &ctx.state().tools.staff_list;
    let sorted = (tools.by == Some(of)).then_some(if tools.falling { "descending" } else { "ascending" });
    let press = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            with(&ctx, |tools| {
                // names from A, numbers from the largest
                tools.falling = if tools.by == Some(of) { !tools.falling } else { of != StaffColumn::Name };
                tools.by = Some(of);
            });
        })
    };
    html! {
        <th scope="col" aria-sort={sorted}>
            <button type="button" class="plain sort" onclick={press}>{ column_name(ctx.texts(), of) }</button>
        </th>
    }
}

/// The number of a column; none for coverage where nobody is listed, for persons per specialist where
/// there is no specialist, and for the name.
fn number(one: &PracticeOutcome, of: StaffColumn) -> Option<Decimal> {
    match of {
        StaffColumn::Name => None,
        StaffColumn::Persons => Some(one.listed.value().decimal()),
        StaffColumn::Coverage => Some(one.coverage.as_ref()?.value().decimal()),
        StaffColumn::Specialists => Some(one.doctors.of(Group::Specialist).value().decimal()),
        StaffColumn::PerSpecialist => Some(one.per_specialist.as_ref()?.value().decimal()),
        StaffColumn::Gap => Some(one.gap.value().decimal()),
        StaffColumn::Closed => Some(one.closed.value().decimal()),
    }
}

/// The practices that are searched for, in the order that is asked for; of equals, and without an order, as listed.
fn order(ctx: &Ctx, shown: &Shown, search: &str) -> Vec<usize> {
    let tools = &ctx.state().tools.staff_list;
    let named = shown.list.iter().enumerate();
    let found = named.filter(|(_, practice)| name::holds(practice.name.as_str(), search));
    let mut order: Vec<usize> = found.map(|(at, _)| at).collect();
    match tools.by {
        None => {}
        Some(StaffColumn::Name) => by_name(shown, &mut order, tools.falling),
        Some(of) => {
            let number = |at: usize| number(shown.outcome.practices.get(at)?, of);
            order.sort_by(|a, b| match (number(*a), number(*b)) {
                (Some(a), Some(b)) => turned(a.cmp(&b), tools.falling),
                // a dash is last whichever way
                (a, b) => a.is_none().cmp(&b.is_none()),
            });
        }
    }
    order
}

fn turned(order: Ordering, falling: bool) -> Ordering {
    if falling { order.reverse() } else { order }
}

fn by_name(shown: &Shown, order: &mut [usize], falling: bool) {
    order.sort_by_cached_key(|at| shown.list.get(*at).map(|one| name::place(one.name.as_str())));
    if falling {
        order.reverse();
    }
}

fn practice(ctx: &Ctx, shown: &Shown, at: usize) -> Option<Html> {
    let (practice, one) = (shown.list.get(at)?, shown.outcome.practices.get(at)?);
    let name = practice.name.clone();
    let pinned = ctx.state().tools.staff_list.pinned.as_ref() == Some(&name);
    let pin = {
        let (ctx, name) = (ctx.clone(), name.clone());
        Callback::from(move |_: MouseEvent| with(&ctx, |tools| tools.pinned = (!pinned).then(|| name.clone())))
    };
    let label = ctx.texts().staffregion_pin(name.as_str());
    let heading = html! {
        <th scope="row">
            <button type="button" class="pin" aria-pressed={pinned.to_string()} aria-label={label} onclick={pin}>
                { if pinned { "\u{25c6}" } else { "\u{25c7}" } }
            </button>{ " " }{ name.as_str().to_owned() }
        </th>
    };
    let class = if pinned { "pinned" } else { "" };
    Some(el("tr", &[("class", class)], before(heading, cells(ctx, one))))
}

fn cells(ctx: &Ctx, one: &PracticeOutcome) -> Vec<Html> {
    let per = one.per_specialist.as_ref();
    let per = per.map_or_else(|| text(ctx.texts().not_available()), |per| value(ctx, per.node(), Show::PerFte));
    let persons = |node| value(ctx, node, Show::Whole);
    let specialists = value(ctx, one.doctors.of(Group::Specialist).node(), Show::Hundredths);
    let gap = [&one.gap, &one.closed].map(|gap| persons(gap.node()));
    let [gap, closed] = gap;
    let shown = [persons(one.listed.node()), covered(ctx, one), gap, closed, specialists, per];
    shown.map(cell).to_vec()
}

fn search(ctx: &Ctx) -> Html {
    let value = ctx.state().tools.staff_list.search.clone();
    let oninput = {
        let ctx = ctx.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            with(&ctx, |tools| tools.search = input.value());
        })
    };
    let field = html! { <input type="text" id="staff-search" autocomplete="off" {value} {oninput} /> };
    labelled("staff-search".to_owned(), ctx.texts().staffregion_search(), vec![field])
}

fn show_all(ctx: &Ctx) -> Callback<MouseEvent> {
    let ctx = ctx.clone();
    Callback::from(move |_| with(&ctx, |tools| tools.all = true))
}

/// Every practice of the list with every figure, in the table's order.
fn save(ctx: &Ctx) -> Callback<MouseEvent> {
    let ctx = ctx.clone();
    Callback::from(move |_| {
        let t = ctx.texts();
        let first = [
            t.staffregion_heading_name(),
            t.staffregion_persons(),
            t.staffregion_axis(),
            t.term_capacity(),
            t.staffregion_col_gap(),
            t.term_gap_fte(),
            t.staff_closed(),
        ];
        let shown = Shown::published(&ctx);
        let doctors = Group::ALL.map(|group| heading_of(t, Column::Fte(group)));
        let first = first.map(str::to_owned).into_iter();
        let headings = first.chain(doctors).chain([t.staffregion_col_per().to_owned()]).collect();
        let rows = order(&ctx, &shown, "").into_iter().filter_map(|at| saved(&shown, at));
        let table = DataTable { headings, rows: rows.collect(), decimals: 2, whole: 1 };
        let source = [t.source_line(t.source_line_guideline()), t.figure_made(env!("CARGO_PKG_VERSION"))];
        let notes: Vec<String> = source.into_iter().chain(assumptions(&ctx, &shown)).collect();
        let name = "viktat-fast-lakarkontakt-tabell.csv";
        if let Some(text) = Leaving::of_practices(&ctx, &shown.list, table.csv(t.lang, &notes, None)) {
            save_file(name, "text/csv;charset=utf-8", &text);
        }
    })
}

fn saved(shown: &Shown, at: usize) -> Option<(String, Vec<Option<Decimal>>)> {
    let (practice, one) = (shown.list.get(at)?, shown.outcome.practices.get(at)?);
    let first = [
        number(one, StaffColumn::Persons),
        number(one, StaffColumn::Coverage).map(|share| share * Decimal::ONE_HUNDRED),
        Some(one.capacity.value().decimal()),
        number(one, StaffColumn::Gap),
        one.gap_fte.as_ref().map(|gap| gap.value().decimal()),
        number(one, StaffColumn::Closed),
    ];
    // what the list does not tell is left empty, and is not nothing
    let doctors =
        Group::ALL.map(|group| practice.doctors.contains_key(&group).then(|| one.doctors.of(group).value().decimal()));
    let numbers = first.into_iter().chain(doctors).chain([number(one, StaffColumn::PerSpecialist)]).collect();
    Some((practice.name.as_str().to_owned(), numbers))
}
