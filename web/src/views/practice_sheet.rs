//! "Granska uppgifterna": every number that the practice is worked out of, on a sheet over the page. What is typed is taken
//! as it is left, also by Escape.
use crate::{
    components::{
        cell_table::{CellTable, cell_table},
        choice::{Alternative, choice},
        dialog::Dialog,
        fault_list::fault_list,
        icon::Icon,
        number_field::{Instead, NumberField},
        parts::{all, button, cell, column, el, labelled, paragraph, row, row_name, say, section, table, text},
    },
    ctx::Ctx,
    dom,
    present::{amount::plain, difference_words::readings, rough_words::rough_words, term::factor},
    state::{Action, Grid, View},
    tools::practice::practice,
};
use exchange::number::echo;
use model::value::{Key, Section};
use model::{
    cell::Cell,
    count::Count,
    edit::Edit,
    identity_number::looks_like_identity_number,
    measure::{Measure, MonthlyMoney},
    sex::Sex,
    value::Value,
};
use report::estimate::Completed;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::{AttrValue, Callback, Html, html};

/// The sheet, when it is asked for.
pub fn sheet(ctx: &Ctx) -> Html {
    let open = ctx.state().reviewing;
    let content = open.then(|| content(ctx));
    html! {
        <Dialog class="sheet" heading="sheet-title" {open} closed={ctx.on(Action::Review(false))}>{ content }</Dialog>
    }
}

fn content(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let found = practice(ctx);
    let found = found.as_deref();
    let step = |action: Action, icon: Icon, name: &'static str, can: bool| {
        html! {
            <button type="button" class="icon" aria-label={name} title={name} disabled={!can} onclick={ctx.on(action)}>
                { icon.html() }
            </button>
        }
    };
    let history = &ctx.state().history;
    // a field that is being typed in is left first, so that nothing typed is lost
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        let active = dom::document().and_then(|document| document.active_element());
        if let Some(field) =
            active.filter(|_| event.key() == "Escape").and_then(|active| active.dyn_into::<HtmlElement>().ok())
        {
            let _ = field.blur();
        }
    });
    let said = rough_words(ctx).map_or_else(Html::default, |words| {
        let example = html! { <span class="rough-mark" aria-hidden="true">{ "12" }</span> };
        el("p", &[("class", "sheet-key"), ("id", "rough-key")], vec![example, say(words)])
    });
    html! {
        <div {onkeydown}>
            <div class="sheet-head">
                <h2 id="sheet-title">{ t.sheet_title() }</h2>
                { step(Action::Undo, Icon::Undo, t.undo(), history.can_undo()) }
                { step(Action::Redo, Icon::Redo, t.redo(), history.can_redo()) }
                <button type="button" class="primary" onclick={ctx.on(Action::Review(false))}>{ t.sheet_done() }</button>
            </div>
            <div class="sheet-body">
                { said }
                { fault_list(ctx, View::Practice) }
                <div class="sheet-columns">
                    { listed_part(ctx, found) }
                    { affected_part(ctx, found) }
                    { cost(ctx) }
                </div>
            </div>
        </div>
    }
}

fn listed_part(ctx: &Ctx, found: Option<&Completed>) -> Html {
    let t = ctx.texts();
    let entered = ctx.state().scenario().practice().listed.keys().map(|cell| (Key::Listed(*cell), None)).collect();
    let acts = vec![
        button("plain", text(t.sheet_rough_list()), ctx.on_edit(Edit::Set(entered))),
        button("plain", text(t.practice_clear()), ctx.on_edit(Edit::Clear(Section::Practice))),
    ];
    let content = vec![paragraph("about", t.practice_listed_about()), listed(ctx, found), all(acts)];
    section("listed", vec![text(t.practice_listed())], content)
}

fn affected_part(ctx: &Ctx, found: Option<&Completed>) -> Html {
    let t = ctx.texts();
    let empty: Vec<_> = ctx.state().factors().into_iter().map(|id| (Key::Affected(id), None)).collect();
    let nobody: Option<Value> = Some(Count::ZERO.into());
    let missing = found.into_iter().flat_map(|found| &found.rough);
    let zero = missing.map(|id| (Key::Affected(id.clone()), nobody)).collect();
    let acts = vec![
        button("plain", text(t.sheet_rough_conditions()), ctx.on_edit(Edit::Set(empty))),
        button("plain", text(t.sheet_zero()), ctx.on_edit(Edit::Set(zero))),
    ];
    let content = vec![
        paragraph("about", t.practice_affected_about()),
        affected(ctx, found),
        all(acts),
        paragraph("about", t.rough_conditions_about()),
    ];
    section("affected", vec![text(t.practice_affected())], content)
}

fn listed(ctx: &Ctx, found: Option<&Completed>) -> Html {
    let texts = ctx.texts();
    let entered = &ctx.state().scenario().practice().listed;
    let is_own = found.is_some_and(|found| !found.list_is_rough);
    let count = |cell: &Cell| found.and_then(|found| found.practice.listed.get(*cell).copied());
    let cells = |row, cell: Cell| {
        let value = entered.get(&cell).map_or_else(String::new, |count| written(ctx, *count));
        let instead =
            count(&cell).map(|count| if is_own { Instead::Nothing } else { Instead::Estimate(written(ctx, count)) });
        let column = usize::from(cell.sex == Sex::Man);
        vec![NumberField::in_table(Key::Listed(cell), value, Grid::Listed, (row, column)).html_over(ctx, instead)]
    };
    let foot = |sex: Sex| {
        let all = found.into_iter().flat_map(|found| found.practice.listed.iter());
        let sum: Count = all.filter(|(cell, _)| cell.sex == sex).map(|(_, count)| *count).sum();
        say(written(ctx, sum))
    };
    let bands = ctx.state().scenario().start.bands.bands();
    let headings = [texts.practice_affected_heading()];
    let caption = texts.practice_listed();
    cell_table(ctx, &CellTable { caption, bands, headings: &headings, cells: &cells, foot: Some(&foot) })
}

fn written(ctx: &Ctx, count: Count) -> String {
    plain(ctx.texts().lang, count.persons().decimal())
}

fn affected(ctx: &Ctx, found: Option<&Completed>) -> Html {
    let t = ctx.texts();
    let rows = ctx.state().factors().into_iter().enumerate().map(|(index, id)| {
        let count = ctx.state().scenario().practice().affected.get(&id);
        let value = count.map_or_else(String::new, |count| written(ctx, *count));
        let rough = found.and_then(|found| found.practice.affected.get(&id));
        let rough = rough.map(|count| Instead::Estimate(written(ctx, *count)));
        let name = row_name(factor(t, ctx.catalogue(), &id));
        let field = NumberField::in_table(Key::Affected(id), value, Grid::Affected, (index, 0));
        row(vec![name, cell(field.html_over(ctx, rough))])
    });
    let headings = vec![column(t.model_weight_heading()), column(t.practice_affected_heading())];
    table(AttrValue::Static(t.practice_affected()), "affected", headings, rows.collect())
}

fn cost(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let practice = &ctx.state().scenario().practice();
    let value = practice.drug_cost.map_or_else(String::new, |cost| echo(cost.decimal(), ctx.state().notation()));
    let field = NumberField::labelled(Key::DrugCost, value, "drug-cost".to_owned());
    let field = NumberField { about: Some("drug-cost-about".to_owned()), ..field };
    let alternative = |(reading, name, about): (_, &'static str, &'static str)| Alternative {
        name: name.into(),
        about: about.into(),
        chosen: practice.reading == reading,
        choose: ctx.on_edit(Edit::set(Key::Reading, reading)),
    };
    let readings = readings(texts).map(alternative);
    let about = el("p", &[("class", "about"), ("id", "drug-cost-about")], vec![text(texts.practice_cost_about())]);
    // a cost may have such digits, so that it is only said
    let looks_alike =
        |cost: &MonthlyMoney| looks_like_identity_number(cost.decimal().normalize().to_string().as_bytes());
    let alike = practice.drug_cost.filter(looks_alike).map(|_| text(texts.practice_cost_alike()));
    let alike = el("p", &[("class", "about"), ("role", "status")], alike.into_iter().collect());
    let field = labelled("drug-cost".to_owned(), texts.practice_cost(), vec![field.html(ctx), about, alike]);
    let content = vec![field, choice("reading", texts.practice_reading(), &readings)];
    section("cost", vec![text(texts.sheet_cost())], vec![el("div", &[("class", "cost")], content)])
}
