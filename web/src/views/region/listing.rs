//! Every practice: sorted, searched, pinned, saved.
use super::{Shown, lists, source, too_few};
use crate::region::export;
use crate::{
    components::{
        figure::mark,
        lazy_value::{Quick, lazy_value},
        parts::{all, before, button, cell, el, labelled, paragraph, row, say, scroll, text},
        top_bar::column_name,
    },
    ctx::Ctx,
    leave::save as save_file,
    present::{amount::Show, export::DataTable},
    tools::{
        change,
        guard::{Leaving, protects_region},
    },
};
use model::{
    comparison::Comparison,
    measure::{Measure, MonthlyMoney},
    name::holds,
    quantity::Unit,
};
use report::{
    columns::Column,
    region::{RegionColumn, whole_hundreds},
};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Callback, Html, MouseEvent, TargetCast, html};

/// So many rows are shown before all are asked for.
const FIRST: usize = 20;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ListingColumn {
    /// The practice's name.
    Name,
    /// Its listed.
    Listed,
    /// Its net per listed under a model, by the model's place.
    Net(usize),
    /// What it is paid per listed under a model, where costs are not known.
    Paid(usize),
    /// What it gets more or less a year than under today's model.
    Change(usize),
}

/// The field to search, the table, and the file.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let listing = &ctx.state().tools.region.listing;
    let order = order(ctx, shown);
    let found = order.len();
    let first = if listing.all { found } else { FIRST.min(found) };
    let rows = order.iter().take(first).map(|at| practice(ctx, shown, *at)).collect();
    let headings = kinds(shown).into_iter().enumerate().map(|(place, kind)| heading(ctx, shown, place, kind)).collect();
    let head = el("thead", &[], vec![row(headings)]);
    let table = el("table", &[("class", "region-practices")], vec![head, el("tbody", &[], rows)]);
    let more = (found > first).then(|| button("plain", say(t.region_list_all(&found.to_string())), show_all(ctx)));
    let json = {
        let ctx = ctx.clone();
        Callback::from(move |_| export(&ctx))
    };
    let few = too_few(ctx, shown);
    // the file has the scenario too
    let broken = ctx.state().tariffs.scenario.is_err().then(|| t.region_json_broken().to_owned());
    let of_lists = shown.known.facts.is_of_lists.then(|| t.region_json_lists().to_owned());
    let broken = broken.or(of_lists);
    let csv = save_button(t.region_list_csv(), save(ctx, shown), few.is_some());
    let json = save_button(t.region_json(), json, few.is_some() || broken.is_some());
    let why = few.or(broken).map(|why| el("p", &[("class", "about"), ("id", NOT_SAVED)], vec![say(why)]));
    let found = t.region_list_found(found as u64, &found.to_string());
    let count = el("p", &[("class", "about"), ("role", "status")], vec![say(found)]);
    all(vec![
        super::line(vec![search(ctx), csv, json]),
        why.unwrap_or_default(),
        count,
        scroll(t.region_list().into(), table),
        more.unwrap_or_default(),
        paragraph("about", t.region_list_about()),
        guard_about(ctx, shown),
    ])
}

/// The id of the words that say why a button does not save.
const NOT_SAVED: &str = "region-not-saved";

/// A button that saves; one that does not is described by the words that say why.
fn save_button(name: &'static str, press: Callback<MouseEvent>, is_off: bool) -> Html {
    if !is_off {
        return button("", text(name), press);
    }
    el("button", &[("type", "button"), ("aria-disabled", "true"), ("aria-describedby", NOT_SAVED)], vec![text(name)])
}

/// What differs in what leaves the page.
fn guard_about(ctx: &Ctx, shown: &Shown) -> Html {
    if !protects_region(ctx, &shown.known) {
        return Html::default();
    }
    let threshold = ctx.state().tools.guard.fewest().to_string();
    el("p", &[("class", "about")], vec![say(ctx.texts().region_guard_about(&threshold))])
}

fn kinds(shown: &Shown) -> Vec<ListingColumn> {
    let nets = shown.columns.iter().enumerate().filter(|(_, one)| one.comparison.has_net());
    let nets = nets.map(|(place, _)| ListingColumn::Net(place));
    let without = shown.columns.iter().enumerate().filter(|_| !shown.known.summary.known.costs);
    let without = without.map(|(place, _)| ListingColumn::Paid(place));
    let changes =
        shown.columns.iter().enumerate().filter(|(_, one)| is_new(one)).map(|(place, _)| ListingColumn::Change(place));
    [ListingColumn::Name, ListingColumn::Listed].into_iter().chain(nets).chain(without).chain(changes).collect()
}

/// What is proposed is set against today; the earlier table is not, and nothing that is for the costs of another year.
fn is_new(column: &RegionColumn) -> bool {
    let is_of_the_year = !matches!(column.comparison, Comparison::OtherYear { .. });
    matches!(column.column, Column::Proposal | Column::Scenario) && is_of_the_year
}

fn heading(ctx: &Ctx, shown: &Shown, place: usize, kind: ListingColumn) -> Html {
    let t = ctx.texts();
    let listing = &ctx.state().tools.region.listing;
    let model = |place: usize| shown.columns.get(place).map_or("", |one| column_name(t, one.column));
    let name = match kind {
        ListingColumn::Name => t.region_list_name().to_owned(),
        ListingColumn::Listed => t.region_list_listed().to_owned(),
        ListingColumn::Net(place) => t.region_list_net(model(place)),
        ListingColumn::Paid(place) => t.region_list_paid(model(place)),
        ListingColumn::Change(place) => t.region_list_change(model(place)),
    };
    let sorted = (listing.by == Some(place)).then_some(if listing.falling { "descending" } else { "ascending" });
    let press = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            change(&ctx, |tools| {
                let listing = &mut tools.region.listing;
                // names from A, numbers from the largest
                listing.falling = if listing.by == Some(place) { !listing.falling } else { place > 0 };
                listing.by = Some(place);
            });
        })
    };
    html! {
        <th scope="col" aria-sort={sorted}><button type="button" class="plain sort" onclick={press}>{ name }</button></th>
    }
}

fn value_of(shown: &Shown, kind: ListingColumn, practice: usize) -> f64 {
    let at = |values: &Vec<f64>| values.get(practice).copied().unwrap_or(0.0);
    let column = |place: usize| shown.columns.get(place);
    match kind {
        ListingColumn::Name => 0.0,
        ListingColumn::Listed => shown
            .known
            .summary
            .practices
            .get(practice)
            .map_or(0.0, |sums| f64::from(u32::try_from(sums.listed).unwrap_or(u32::MAX))),
        ListingColumn::Net(place) => column(place).map_or(0.0, |one| at(&one.nets)),
        ListingColumn::Paid(place) => column(place).map_or(0.0, |one| at(&one.payments)),
        ListingColumn::Change(place) => {
            let today = shown.column(Column::Current).map_or(0.0, |one| at(&one.paid));
            column(place).map_or(0.0, |one| 12.0 * (at(&one.paid) - today))
        }
    }
}

/// The practices that are searched for, in the order that is asked for.
fn order(ctx: &Ctx, shown: &Shown) -> Vec<usize> {
    let listing = &ctx.state().tools.region.listing;
    let names = shown.known.facts.names.iter().enumerate();
    let found = names.filter(|(_, name)| holds(name, &listing.search)).map(|(place, _)| place);
    let mut order: Vec<usize> = found.collect();
    let kinds = kinds(shown);
    if let Some(kind) = listing.by.and_then(|by| kinds.get(by)) {
        let compare = |a: &usize, b: &usize| match kind {
            // the region has its practices by name
            ListingColumn::Name => a.cmp(b),
            kind => value_of(shown, *kind, *a).partial_cmp(&value_of(shown, *kind, *b)).unwrap_or(Ordering::Equal),
        };
        order.sort_by(|a, b| if listing.falling { compare(b, a) } else { compare(a, b) });
    }
    order
}

fn practice(ctx: &Ctx, shown: &Shown, at: usize) -> Html {
    let own = shown.practice_at(at);
    let pinned = ctx.state().tools.region.pinned.map(|pinned| shown.place(pinned)) == Some(at);
    let name = shown.known.facts.names.get(at).cloned().unwrap_or_default();
    let cells = kinds(shown).into_iter().skip(1).map(|kind| cell(figure(ctx, shown, kind, at)));
    let pin = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            change(&ctx, |tools| tools.region.pinned = (!pinned).then_some(own));
        })
    };
    let label = ctx.texts().region_pin(&name);
    let name = html! {
        <th scope="row">
            <button type="button" class="pin" aria-pressed={pinned.to_string()} aria-label={label} onclick={pin}>
                { if pinned { "\u{25c6}" } else { "\u{25c7}" } }
            </button>{ " " }{ name }
        </th>
    };
    let class = if pinned { "pinned" } else { "" };
    el("tr", &[("class", class)], before(name, cells.collect()))
}

fn figure(ctx: &Ctx, shown: &Shown, kind: ListingColumn, at: usize) -> Html {
    let value = value_of(shown, kind, at);
    let quick = |unit, show, signed| Quick { value, unit, show, signed };
    let of = |place: usize| shown.columns.get(place).map_or(Column::Current, |one| one.column);
    let own = shown.clone();
    match kind {
        ListingColumn::Name => Html::default(),
        ListingColumn::Listed => lazy_value(ctx, quick(Unit::Persons, Show::Whole, false), move |_| {
            Some(own.exact(at, Column::Current)?.outcome.listed.node().clone())
        }),
        ListingColumn::Net(place) => {
            let column = of(place);
            lazy_value(ctx, quick(Unit::KrPerPersonMonth, Show::Ore, false), move |_| {
                Some(own.exact(at, column)?.per_listed?.node().clone())
            })
        }
        ListingColumn::Paid(place) => {
            let column = of(place);
            lazy_value(ctx, quick(Unit::KrPerPersonMonth, Show::Ore, false), move |_| {
                Some(own.exact(at, column)?.outcome.per_listed()?.node().clone())
            })
        }
        ListingColumn::Change(place) => {
            let column = of(place);
            lazy_value(ctx, quick(Unit::KrPerYear, Show::Thousands, true), move |_| {
                let (today, then) = (own.exact(at, Column::Current)?, own.exact(at, column)?);
                let change = model::compare::change(&today.outcome.payment, &then.outcome.payment);
                Some(change.per_year().node().clone())
            })
        }
    }
}

fn search(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let value = ctx.state().tools.region.listing.search.clone();
    let oninput = {
        let ctx = ctx.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            change(&ctx, |tools| tools.region.listing.search = input.value());
        })
    };
    let field = html! { <input type="text" id="region-search" autocomplete="off" {value} {oninput} /> };
    labelled("region-search".to_owned(), t.region_list_search(), vec![field])
}

fn show_all(ctx: &Ctx) -> Callback<MouseEvent> {
    let ctx = ctx.clone();
    Callback::from(move |_| change(&ctx, |tools| tools.region.listing.all = true))
}

/// Every practice with what it is paid, carries and keeps under each model, as it may leave the page.
fn save(ctx: &Ctx, shown: &Shown) -> Callback<MouseEvent> {
    let (ctx, shown) = (ctx.clone(), shown.clone());
    Callback::from(move |_| {
        let leaving = shown
            .published(&ctx)
            .and_then(|published| Leaving::of_region(&ctx, &published.known, csv(&ctx, &published)));
        if let Some(text) = leaving {
            save_file("viktat-region.csv", "text/csv;charset=utf-8", &text);
        }
    })
}

fn csv(ctx: &Ctx, shown: &Shown) -> String {
    let t = ctx.texts();
    let headings = shown.columns.iter().flat_map(|one| {
        let model = column_name(t, one.column);
        let against = [t.region_csv_carried(model), t.region_csv_net(model)];
        [t.region_csv_paid(model)].into_iter().chain(against.into_iter().filter(|_| one.comparison.has_net()))
    });
    let first = [t.region_list_name(), t.region_list_listed(), t.region_csv_cost()].map(str::to_owned);
    let headings = first.into_iter().chain(headings).collect();
    let facts = &shown.known.facts;
    let protects = protects_region(ctx, &shown.known);
    let money = |kronor: Decimal| if protects { whole_hundreds(kronor) } else { kronor };
    let rows = facts.names.iter().enumerate().map(|(at, name)| {
        let sums = shown.known.summary.practices.get(at);
        let [listed, cost] = [sums.map(|sums| sums.listed), sums.map(|sums| sums.cost)].map(|n| n.map(Decimal::from));
        let cost = cost.filter(|_| shown.known.summary.known.costs);
        let cost = cost.map(|cost| money(cost / Decimal::ONE_HUNDRED));
        let amounts = shown.columns.iter().flat_map(|one| {
            let year = |money: MonthlyMoney| money.decimal() * Decimal::from(12);
            let exact = shown.exact(at, one.column);
            let paid = exact.as_ref().map(|exact| money(year(exact.outcome.payment.value())));
            let net = exact.and_then(|exact| exact.net);
            let [carried, net] = [net.as_ref().map(|net| &net.carried), net.as_ref().map(|net| &net.net)]
                .map(|amount| amount.map(|amount| year(amount.value())));
            // a net is what is left of the amounts as they are told: rounded by itself it would tell more of them
            let net = net.zip(carried).map(|(net, carried)| money(net + carried) - money(carried));
            let against = [carried.map(money), net].into_iter().filter(|_| one.comparison.has_net());
            [paid].into_iter().chain(against).collect::<Vec<_>>()
        });
        (name.clone(), [listed, cost].into_iter().chain(amounts).collect())
    });
    let table = DataTable { headings, rows: rows.collect(), decimals: 2, whole: 1 };
    let mut notes = vec![t.region_csv_note().to_owned()];
    notes.extend(source::protected(ctx, shown));
    notes.extend(source::paid_by(ctx));
    if facts.synthetic {
        notes.push(t.region_synthetic_about().to_owned());
    }
    let lists = ctx.state().tools.region.lists.as_ref();
    notes.extend(lists.into_iter().flat_map(|found| lists::choices(ctx, found)));
    if facts.is_estimated {
        notes.push(t.region_lists_estimated().to_owned());
    }
    if shown.known.tells(Column::Proposal) {
        notes.push(t.badge_illustrative_about().to_owned());
    }
    table.csv(t.lang, &notes, mark(ctx))
}
