//! The vårdcentraler of a list: sorted, searched, pinned, saved.
use super::Shown;
use crate::{
    components::{
        parts::{all, before, button, cell, el, labelled, paragraph, row, say, scroll, text},
        value::value,
    },
    ctx::Ctx,
    desk::{
        guard::{Leaving, published_list},
        staff_list::{Held, with},
    },
    leave::save as save_file,
    present::{amount::Show, export::DataTable, staff_list_words::whole},
    text::Texts,
};
use model::{measure::Measure, name, staffing::practices::PracticeOutcome};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Callback, Html, MouseEvent, TargetCast, html};

/// So many rows are shown before all are asked for.
const FIRST: usize = 200;

const COLUMNS: [Held; 6] = [Held::Name, Held::Persons, Held::Specialists, Held::PerSpecialist, Held::Gap, Held::Closed];

/// The field to search, the table, and the file.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let desk = &ctx.state().desk.staff_list;
    let order = order(ctx, shown, &desk.search);
    let found = order.len();
    let first = if desk.all { found } else { FIRST.min(found) };
    let rows = order.iter().take(first).filter_map(|at| practice(ctx, shown, *at)).collect();
    let head = el("thead", &[], vec![row(COLUMNS.map(|of| heading(ctx, of)).to_vec())]);
    let table = el("table", &[("class", "region-practices staff-practices")], vec![head, el("tbody", &[], rows)]);
    let more = (found > first).then(|| button("plain", say(t.staffregion_all(&whole(t, found))), show_all(ctx)));
    let save = button("", text(t.staffregion_csv()), save(ctx, shown));
    let count = t.staffregion_shown(&whole(t, found), &whole(t, shown.list.len()));
    all(vec![
        el("h3", &[], vec![text(t.staffregion_table())]),
        el("div", &[("class", "region-line")], vec![search(ctx), save]),
        el("p", &[("class", "about"), ("role", "status")], vec![say(count)]),
        scroll(t.staffregion_table().into(), table),
        more.unwrap_or_default(),
        paragraph("about", t.staffregion_table_about()),
    ])
}

fn column_name(t: Texts, of: Held) -> &'static str {
    match of {
        Held::Name => t.staffregion_heading_name(),
        Held::Persons => t.staffregion_persons(),
        Held::Specialists => t.staffregion_specialists(),
        Held::PerSpecialist => t.staffregion_col_per(),
        Held::Gap => t.staffregion_col_gap(),
        Held::Closed => t.staff_closed(),
    }
}

fn heading(ctx: &Ctx, of: Held) -> Html {
    let desk = &ctx.state().desk.staff_list;
    let sorted = (desk.by == Some(of)).then_some(if desk.falling { "descending" } else { "ascending" });
    let press = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            with(&ctx, |desk| {
                // names from A, numbers from the largest
                desk.falling = if desk.by == Some(of) { !desk.falling } else { of != Held::Name };
                desk.by = Some(of);
            });
        })
    };
    html! {
        <th scope="col" aria-sort={sorted}>
            <button type="button" class="plain sort" onclick={press}>{ column_name(ctx.texts(), of) }</button>
        </th>
    }
}

/// The number of a column; none for persons per specialist where there is no specialist, and for the name.
fn number(one: &PracticeOutcome, of: Held) -> Option<Decimal> {
    match of {
        Held::Name => None,
        Held::Persons => Some(one.listed.value().decimal()),
        Held::Specialists => Some(one.specialists.value().decimal()),
        Held::PerSpecialist => Some(one.per_specialist.as_ref()?.value().decimal()),
        Held::Gap => Some(one.gap.value().decimal()),
        Held::Closed => Some(one.closed.value().decimal()),
    }
}

/// The practices that are searched for, in the order that is asked for; of equals, and without an order, as listed.
fn order(ctx: &Ctx, shown: &Shown, search: &str) -> Vec<usize> {
    let desk = &ctx.state().desk.staff_list;
    let named = shown.list.iter().enumerate();
    let found = named.filter(|(_, practice)| name::holds(practice.name.as_str(), search));
    let mut order: Vec<usize> = found.map(|(at, _)| at).collect();
    match desk.by {
        None => {}
        Some(Held::Name) => by_name(shown, &mut order, desk.falling),
        Some(of) => {
            let number = |at: usize| number(shown.outcome.practices.get(at)?, of);
            order.sort_by(|a, b| match (number(*a), number(*b)) {
                (Some(a), Some(b)) => turned(a.cmp(&b), desk.falling),
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
    let pinned = ctx.state().desk.staff_list.pinned.as_ref() == Some(&name);
    let pin = {
        let (ctx, name) = (ctx.clone(), name.clone());
        Callback::from(move |_: MouseEvent| with(&ctx, |desk| desk.pinned = (!pinned).then(|| name.clone())))
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
    let specialists = value(ctx, one.specialists.node(), Show::Hundredths);
    let shown = [persons(one.listed.node()), specialists, per, persons(one.gap.node()), persons(one.closed.node())];
    shown.map(cell).to_vec()
}

fn search(ctx: &Ctx) -> Html {
    let value = ctx.state().desk.staff_list.search.clone();
    let oninput = {
        let ctx = ctx.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            with(&ctx, |desk| desk.search = input.value());
        })
    };
    let field = html! { <input type="text" id="staff-search" autocomplete="off" {value} {oninput} /> };
    labelled("staff-search".to_owned(), ctx.texts().staffregion_search(), vec![field])
}

fn show_all(ctx: &Ctx) -> Callback<MouseEvent> {
    let ctx = ctx.clone();
    Callback::from(move |_| with(&ctx, |desk| desk.all = true))
}

/// Every practice of the list with every figure, in the table's order.
fn save(ctx: &Ctx, shown: &Shown) -> Callback<MouseEvent> {
    let (ctx, shown) = (ctx.clone(), shown.clone());
    Callback::from(move |_| {
        let t = ctx.texts();
        let headings = [
            t.staffregion_heading_name(),
            t.staffregion_persons(),
            t.staffregion_specialists(),
            t.staffregion_st(),
            t.term_capacity(),
            t.staffregion_col_per(),
            t.staffregion_col_gap(),
            t.term_gap_fte(),
            t.staff_closed(),
        ];
        let shown = Shown::of(&published_list(&ctx, &shown.list), &shown.guideline);
        let rows = order(&ctx, &shown, "").into_iter().filter_map(|at| saved(&shown, at));
        let table = DataTable { headings: headings.map(str::to_owned).to_vec(), rows: rows.collect(), decimals: 2 };
        let notes = [t.source_line(t.source_line_guideline()), t.figure_made(env!("CARGO_PKG_VERSION"))];
        let name = "viktat-fast-lakarkontakt-tabell.csv";
        if let Some(text) = Leaving::of_practices(&ctx, &shown.list, table.csv(t.lang, &notes, None)) {
            save_file(name, "text/csv;charset=utf-8", &text);
        }
    })
}

fn saved(shown: &Shown, at: usize) -> Option<(String, Vec<Option<Decimal>>)> {
    let (practice, one) = (shown.list.get(at)?, shown.outcome.practices.get(at)?);
    let numbers = vec![
        number(one, Held::Persons),
        number(one, Held::Specialists),
        Some(one.st.value().decimal()),
        Some(one.capacity.value().decimal()),
        number(one, Held::PerSpecialist),
        number(one, Held::Gap),
        one.gap_fte.as_ref().map(|gap| gap.value().decimal()),
        number(one, Held::Closed),
    ];
    Some((practice.name.as_str().to_owned(), numbers))
}
