//! Min vårdcentral: the user's own list, conditions and cost, and what each model pays for them.
use super::practice_results;
use crate::{
    components::{
        cell_table::{CellTable, cell_table},
        choice::{Alternative, choice},
        fault_list::fault_list,
        notes::{badge, scenario_faults},
        number_field::NumberField,
    },
    ctx::Ctx,
    present::{amount::plain, term::factor},
    state::{Field, Grid, View},
};
use exchange::number::echo;
use model::{cell::Cell, count::Count, edit::Edit, id::Id, measure::Measure, net::ShareReading, sex::Sex};
use report::estimate::estimated_affected;
use yew::{Html, html};

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    html! {
        <>
            <h1>{ texts.view_practice() }</h1>
            <p class="intro">{ texts.practice_intro() }</p>
            { fault_list(ctx, View::Practice) }
            { scenario_faults(ctx) }
            <div class="practice-grid">
                <section aria-labelledby="listed">
                    <h2 id="listed">{ texts.practice_listed() }</h2>
                    <p class="about">{ texts.practice_listed_about() }</p>
                    { listed(ctx) }
                    <button type="button" onclick={ctx.on_edit(Edit::ClearPractice)}>{ texts.practice_clear() }</button>
                </section>
                <section aria-labelledby="affected">
                    <h2 id="affected">{ texts.practice_affected() }</h2>
                    <p class="about">{ texts.practice_affected_about() }</p>
                    { affected(ctx) }
                </section>
                <section aria-labelledby="results" class="wide">
                    <h2 id="results">{ texts.practice_results() }{ " " }{ badge(ctx) }</h2>
                    { cost(ctx) }
                    { practice_results::results(ctx) }
                </section>
            </div>
        </>
    }
}

fn listed(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let entered = &ctx.state().scenario().practice.listed;
    let cells = |row, cell: Cell| {
        let value = entered.get(&cell).map_or_else(String::new, |count| written(ctx, *count));
        let column = usize::from(cell.sex == Sex::Man);
        vec![NumberField::in_table(Field::Listed(cell), value, Grid::Listed, (row, column)).html(ctx)]
    };
    let foot = |sex: Sex| {
        let sum: Count = entered.iter().filter(|(cell, _)| cell.sex == sex).map(|(_, count)| *count).sum();
        html! { <span class="sum">{ written(ctx, sum) }</span> }
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
    let texts = ctx.texts();
    let row = |(row, id): (usize, Id)| {
        let count = ctx.state().scenario().practice.affected.get(&id);
        let value = count.map_or_else(String::new, |count| written(ctx, *count));
        let name = factor(texts, ctx.house(), &id);
        let field = NumberField::in_table(Field::Affected(id), value, Grid::Affected, (row, 0));
        html! { <tr><th scope="row">{ name }</th><td>{ field.html(ctx) }</td></tr> }
    };
    html! {
        <>
            { estimate(ctx) }
            <div class="scroll" role="region" aria-label={texts.practice_affected()} tabindex="0">
                <table class="affected" data-grid="true">
                    <thead><tr>
                        <th scope="col">{ texts.model_weight_heading() }</th>
                        <th scope="col">{ texts.practice_affected_heading() }</th>
                    </tr></thead>
                    <tbody>{ for ctx.state().factors().into_iter().enumerate().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

/// Fills the rows with what the reference population makes likely, or empties them.
fn estimate(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let scenario = ctx.state().scenario();
    let counts = scenario.entered_practice().and_then(|p| estimated_affected(scenario.start.case_mix()?, &p.listed));
    let empty = ctx.state().factors().into_iter().map(|id| (id, None)).collect();
    let fill = counts.map(|counts| Edit::SetAffected(counts.into_iter().map(|(id, n)| (id, Some(n))).collect()));
    html! {
        <div class="estimate">
            <button type="button" disabled={fill.is_none()} aria-describedby="estimate-about"
                onclick={fill.map(|edit| ctx.on_edit(edit))}>{ texts.practice_estimate() }</button>
            <button type="button" class="plain" onclick={ctx.on_edit(Edit::SetAffected(empty))}>
                { texts.practice_clear_affected() }
            </button>
            <p class="about" id="estimate-about">{ texts.practice_estimate_about() }</p>
        </div>
    }
}

fn cost(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let practice = &ctx.state().scenario().practice;
    let value = practice.drug_cost.map_or_else(String::new, |cost| echo(cost.decimal(), ctx.state().notation()));
    let field = NumberField::labelled(Field::DrugCost, value, "drug-cost".to_owned());
    let field = NumberField { about: Some("drug-cost-about".to_owned()), ..field };
    let alternative = |reading, name: &'static str, about: &'static str| Alternative {
        name,
        about,
        chosen: practice.reading == reading,
        choose: ctx.on_edit(Edit::SetReading(reading)),
    };
    let readings = vec![
        alternative(ShareReading::InTable, texts.reading_in_table(), texts.reading_in_table_about()),
        alternative(ShareReading::AtNet, texts.reading_at_net(), texts.reading_at_net_about()),
    ];
    html! {
        <div class="cost">
            <div class="labelled">
                <label for="drug-cost">{ texts.practice_cost() }</label>
                { field.html(ctx) }
                <p class="about" id="drug-cost-about">{ texts.practice_cost_about() }</p>
            </div>
            { choice("reading", texts.practice_reading(), &readings) }
        </div>
    }
}
