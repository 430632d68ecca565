//! Min vårdcentral: the user's own list, conditions and cost, and what each model pays for them.
use super::{
    goal_panel, handout, import_panel, practice_figures, practice_results, practice_shown, swap_panel, take_away_panel,
};
use crate::{
    components::{
        cell_table::{CellTable, cell_table},
        choice::{Alternative, choice},
        fault_list::fault_list,
        notes::{badge, scenario_faults},
        number_field::NumberField,
        parts::{
            all, before, button, cell, column, el, labelled, list, paragraph, row, row_name, say, section, space,
            table, text, title, two_columns,
        },
        view_head::view_head,
    },
    ctx::Ctx,
    present::{amount::plain, term::factor},
    state::{Grid, View},
    tools::guard::hides,
};
use exchange::number::echo;
use model::value::{Key, Section};
use model::{
    cell::Cell,
    count::Count,
    edit::Edit,
    identity_number::looks_like_identity_number,
    measure::{Measure, MonthlyMoney},
    net::ShareReading,
    sex::Sex,
};
use report::{
    estimate::estimated_affected,
    guard::{protect, published_practice},
};
use yew::{AttrValue, Html, html};

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    if ctx.state().present {
        return presented(ctx);
    }
    let clear = button("", text(t.practice_clear()), ctx.on_edit(Edit::Clear(Section::Practice)));
    let columns = vec![
        section(
            "listed",
            vec![text(t.practice_listed())],
            vec![paragraph("about", t.practice_listed_about()), listed(ctx), clear],
        ),
        section(
            "affected",
            vec![text(t.practice_affected())],
            vec![paragraph("about", t.practice_affected_about()), estimate(ctx), affected(ctx)],
        ),
        section(
            "results",
            vec![text(t.practice_results()), space(), badge(ctx)],
            vec![cost(ctx), practice_results::results(ctx)],
        ),
    ];
    all(vec![
        view_head(ctx, vec![text(t.view_practice())], Vec::new()),
        paragraph("intro", t.practice_intro()),
        import_panel::import(ctx),
        fault_list(ctx, View::Practice),
        lacking(ctx),
        scenario_faults(ctx),
        el("div", &[("class", "practice-grid")], columns),
        practice_figures::figures(ctx),
        two_columns(vec![goal_panel::panel(ctx), swap_panel::panel(ctx)]),
        take_away_panel::take_away(ctx),
        handout::handout(ctx),
    ])
}

/// Which groups the list has nothing for, as long as it has something for others.
fn lacking(ctx: &Ctx) -> Html {
    let (t, scenario) = (ctx.texts(), ctx.state().scenario());
    let entered = &scenario.practice().listed;
    let (read, of) = (entered.iter().count(), Sex::ALL.len() * scenario.start.bands.count());
    if read == 0 || read == of {
        return Html::default();
    }
    let without = |sex: Sex| entered.iter().all(|(cell, _)| cell.sex != sex);
    let women = without(Sex::Woman).then(|| t.practice_missing_women());
    let men = without(Sex::Man).then(|| t.practice_missing_men());
    let groups = say(t.practice_missing(&read.to_string(), &of.to_string()));
    list("lacking", before(groups, women.into_iter().chain(men).map(text).collect()))
}

/// What others see: nothing to write counts in, and nothing that the guard hides.
fn presented(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let columns = vec![
        section("listed", vec![text(t.practice_listed())], vec![practice_shown::listed(ctx)]),
        section("affected", vec![text(t.practice_affected())], vec![practice_shown::affected(ctx)]),
        section(
            "results",
            vec![text(t.practice_results()), space(), badge(ctx)],
            vec![cost(ctx), practice_results::results(ctx)],
        ),
    ];
    let open = || two_columns(vec![goal_panel::panel(ctx), swap_panel::panel(ctx)]);
    let tools = match hides(ctx) {
        true => paragraph("empty", t.present_guarded()),
        false => open(),
    };
    let grid = el("div", &[("class", "practice-grid")], columns);
    all(vec![title(vec![text(t.view_practice())]), scenario_faults(ctx), grid, practice_figures::figures(ctx), tools])
}

fn listed(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let entered = &ctx.state().scenario().practice().listed;
    let cells = |row, cell: Cell| {
        let value = entered.get(&cell).map_or_else(String::new, |count| written(ctx, *count));
        let column = usize::from(cell.sex == Sex::Man);
        vec![NumberField::in_table(Key::Listed(cell), value, Grid::Listed, (row, column)).html(ctx)]
    };
    let foot = |sex: Sex| {
        let sum: Count = entered.iter().filter(|(cell, _)| cell.sex == sex).map(|(_, count)| *count).sum();
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

fn affected(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let rows = ctx.state().factors().into_iter().enumerate().map(|(index, id)| {
        let count = ctx.state().scenario().practice().affected.get(&id);
        let value = count.map_or_else(String::new, |count| written(ctx, *count));
        let name = row_name(factor(t, ctx.catalogue(), &id));
        let field = NumberField::in_table(Key::Affected(id), value, Grid::Affected, (index, 0));
        row(vec![name, cell(field.html(ctx))])
    });
    let headings = vec![column(t.model_weight_heading()), column(t.practice_affected_heading())];
    table(AttrValue::Static(t.practice_affected()), "affected", headings, rows.collect())
}

/// Fills the rows with what the reference population makes likely, or empties them.
fn estimate(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let scenario = ctx.state().scenario();
    let counts = scenario.entered_practice().and_then(|practice| {
        // the estimates leave the page as they are: they are made of what else is published of the list
        let protection = protect(&practice, &ctx.state().tariffs, ctx.state().tools.guard.fewest());
        estimated_affected(scenario.start.case_mix()?, &published_practice(&practice, &protection).listed)
    });
    let empty = ctx.state().factors().into_iter().map(|id| (Key::Affected(id), None)).collect();
    let fill =
        counts.map(|counts| Edit::each(Key::Affected, counts.into_iter().map(|(id, n)| (id, Some(n))).collect()));
    let fill = html! {
        <button type="button" disabled={fill.is_none()} aria-describedby="estimate-about"
            onclick={fill.map(|edit| ctx.on_edit(edit))}>{ t.practice_estimate() }</button>
    };
    let clear = button("plain", text(t.practice_clear_affected()), ctx.on_edit(Edit::Set(empty)));
    let about = el("p", &[("class", "about"), ("id", "estimate-about")], vec![text(t.practice_estimate_about())]);
    el("div", &[("class", "estimate")], vec![fill, clear, about])
}

fn cost(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let practice = &ctx.state().scenario().practice();
    let value = practice.drug_cost.map_or_else(String::new, |cost| echo(cost.decimal(), ctx.state().notation()));
    let field = NumberField::labelled(Key::DrugCost, value, "drug-cost".to_owned());
    let field = NumberField { about: Some("drug-cost-about".to_owned()), ..field };
    let alternative = |reading, name: &'static str, about: &'static str| Alternative {
        name: name.into(),
        about: about.into(),
        chosen: practice.reading == reading,
        choose: ctx.on_edit(Edit::set(Key::Reading, reading)),
    };
    let readings = vec![
        alternative(ShareReading::InTable, texts.reading_in_table(), texts.reading_in_table_about()),
        alternative(ShareReading::AtNet, texts.reading_at_net(), texts.reading_at_net_about()),
    ];
    let about = el("p", &[("class", "about"), ("id", "drug-cost-about")], vec![text(texts.practice_cost_about())]);
    // a cost may have such digits, so that it is only said
    let looks_alike =
        |cost: &MonthlyMoney| looks_like_identity_number(cost.decimal().normalize().to_string().as_bytes());
    let alike = practice.drug_cost.filter(looks_alike).map(|_| text(texts.practice_cost_alike()));
    let alike = el("p", &[("class", "about"), ("role", "status")], alike.into_iter().collect());
    let field = labelled("drug-cost".to_owned(), texts.practice_cost(), vec![field.html(ctx), about, alike]);
    el("div", &[("class", "cost")], vec![field, choice("reading", texts.practice_reading(), &readings)])
}
