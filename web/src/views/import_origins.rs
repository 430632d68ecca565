//! Every figure of a preview with the cells that it was read from, folded away until somebody asks.
use crate::{
    components::parts::{all, before, cell, column, el, folded, row, row_name, say, table, text},
    ctx::Ctx,
    present::{
        amount::{ages, plain},
        import_words::place,
        person_words::column_role,
        term::factor,
    },
    tools::import::{Content, Preview},
};
use exchange::import::{Origin, Sheet, persons::ReadColumn};
use model::{cell::Cell, count::Count, id::Id, measure::Measure, sex::Sex};
use yew::{AttrValue, Html};

/// Where everything was read.
pub fn origins(ctx: &Ctx, preview: &Preview) -> Html {
    match &preview.content {
        Content::Tables { sheets, reading } => {
            let cost = reading.drug_cost.as_ref().map(|(_, origin)| {
                let words = ctx.texts().import_cost_from(&place(ctx.texts(), sheets, origin));
                el("p", &[("class", "about")], vec![say(words)])
            });
            let listed = listed(ctx, sheets, &reading.listed);
            all(vec![listed, affected(ctx, sheets, &reading.affected), cost.unwrap_or_default()])
        }
        Content::Persons(reading) => columns(ctx, &reading.columns),
    }
}

fn from(ctx: &Ctx, sheets: &[Sheet], origin: &Origin) -> Html {
    el("td", &[("class", "place")], vec![say(place(ctx.texts(), sheets, origin))])
}

fn number(ctx: &Ctx, count: Count) -> Html {
    cell(say(plain(ctx.texts().lang, count.persons().decimal())))
}

fn listed(ctx: &Ctx, sheets: &[Sheet], found: &[(Cell, Count, Origin)]) -> Html {
    let t = ctx.texts();
    if found.is_empty() {
        return Html::default();
    }
    let columns = |wanted: Cell| match found.iter().find(|(of, _, _)| *of == wanted) {
        Some((_, count, origin)) => [number(ctx, *count), from(ctx, sheets, origin)],
        None => [cell(text(t.not_available())), cell(Html::default())],
    };
    let rows = ctx.state().scenario().start.bands.bands().iter().map(|band| {
        let cells = Sex::ALL.into_iter().flat_map(|sex| columns(Cell { sex, band: *band }));
        row(before(row_name(ages(t, Cell { sex: Sex::Woman, band: *band })), cells.collect()))
    });
    let headings = [t.age_heading(), t.women(), t.import_from(), t.men(), t.import_from()].map(column).to_vec();
    let content = table(AttrValue::Static(t.import_show_listed()), "preview", headings, rows.collect());
    folded("", t.import_show_listed().to_owned(), content)
}

fn affected(ctx: &Ctx, sheets: &[Sheet], found: &[(Id, Count, Origin)]) -> Html {
    let t = ctx.texts();
    if found.is_empty() {
        return Html::default();
    }
    let rows = found.iter().map(|(id, count, origin)| {
        row(vec![row_name(factor(t, ctx.catalogue(), id)), number(ctx, *count), from(ctx, sheets, origin)])
    });
    let headings = [t.model_weight_heading(), t.practice_affected_heading(), t.import_from()].map(column).to_vec();
    let content = table(AttrValue::Static(t.import_show_affected()), "preview", headings, rows.collect());
    folded("", t.import_show_affected().to_owned(), content)
}

/// What each column of a list of persons was read as.
fn columns(ctx: &Ctx, columns: &[ReadColumn]) -> Html {
    let t = ctx.texts();
    let rows = columns.iter().map(|one| {
        let role = el("td", &[("class", "words")], vec![say(column_role(ctx, one.role))]);
        row(vec![row_name(one.heading.clone()), role])
    });
    let headings = vec![column(t.import_column()), column(t.import_role())];
    let content = table(AttrValue::Static(t.import_show_columns()), "preview", headings, rows.collect());
    folded("", t.import_show_columns().to_owned(), content)
}
