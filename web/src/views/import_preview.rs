//! What was read of a list and where, what was not, and the one question, before anything is taken.
use super::import_panel::on;
use crate::{
    components::parts::{
        all, before, button, cell, column, el, folded, list, paragraph, row, row_name, say, table, text,
    },
    ctx::Ctx,
    desk::import::{Preview, answer, leave, take},
    present::{
        amount::{Show, ages, amount, plain},
        import_words::{note, place, problem},
        term::factor,
    },
};
use exchange::import::{Answers, DecimalMark, Period, Question};
use model::{cell::Cell, count::Count, measure::Measure, sex::Sex};
use yew::{AttrValue, Callback, Html};

/// The preview, with what to do.
pub fn preview(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let heading =
        if preview.name.is_empty() { t.import_preview_paste().to_owned() } else { t.import_preview(&preview.name) };
    let heading = el("h3", &[("id", "import-preview"), ("tabindex", "-1")], vec![say(heading)]);
    let summary = el("p", &[("class", "lead"), ("role", "status")], vec![say(summary(ctx, preview))]);
    let mut parts = vec![heading, summary, question(ctx, preview), problems(ctx, preview), notes(ctx, preview)];
    parts.extend([listed(ctx, preview), affected(ctx, preview), cost(ctx, preview), buttons(ctx, preview)]);
    el("div", &[("class", "import-preview")], parts)
}

fn summary(ctx: &Ctx, preview: &Preview) -> String {
    let (t, reading) = (ctx.texts(), &preview.reading);
    let listed: Count = reading.listed.iter().map(|(_, count, _)| *count).sum();
    let number = |n: usize| n.to_string();
    let listed_text = (!reading.listed.is_empty())
        .then(|| t.import_found_listed(&plain(t.lang, listed.persons().decimal()), &number(reading.listed.len())));
    let affected = (!reading.affected.is_empty()).then(|| t.import_found_affected(&number(reading.affected.len())));
    let cost = reading
        .drug_cost
        .as_ref()
        .map(|(cost, _)| t.import_found_cost(&amount(t, cost.quantity(), Show::Kronor, false)));
    let found: Vec<String> = [listed_text, affected, cost].into_iter().flatten().collect();
    if found.is_empty() { t.import_found_nothing().to_owned() } else { found.join(" ") }
}

fn buttons(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let mut parts = Vec::new();
    if preview.has_something() {
        parts.push(button("primary", text(t.import_take()), on(ctx, take)));
    }
    parts.push(button("", text(t.import_leave()), on(ctx, leave)));
    if preview.has_something() {
        parts.push(paragraph("about", t.import_take_about()));
    }
    el("div", &[("class", "import-buttons")], parts)
}

fn problems(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let (sheets, all_problems) = (&preview.sheets, &preview.reading.problems);
    if all_problems.is_empty() {
        return Html::default();
    }
    let items = all_problems.iter().take(MOST).map(|one| say(problem(t, sheets, one))).collect();
    let heading = say(t.import_problems(&all_problems.len().to_string()));
    el("div", &[("class", "faults")], vec![el("p", &[("class", "faults-heading")], vec![heading]), list("", items)])
}

/// The most faults told one by one: the heading counts them all.
const MOST: usize = 30;

fn notes(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let all_notes = &preview.reading.notes;
    if all_notes.is_empty() {
        return Html::default();
    }
    let items = all_notes.iter().map(|one| say(note(t, &preview.sheets, one))).collect();
    all(vec![paragraph("import-notes-heading", t.import_notes()), list("import-notes", items)])
}

fn question(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let Some(question) = &preview.reading.question else { return Html::default() };
    let says = |value| plain(t.lang, value);
    match question {
        Question::Table { offers } => {
            let options = offers.iter().enumerate().map(|(index, offer)| {
                let label = t.import_question_table_offer(&place(t, &preview.sheets, &offer.origin), &says(offer.sum));
                button("", say(label), give(ctx, move |answers| answers.table = Some(index)))
            });
            asked(t.import_question_table().to_owned(), options.collect())
        }
        Question::DecimalMark { text: written, with_comma, with_point, .. } => {
            let options = [(DecimalMark::Comma, with_comma), (DecimalMark::Point, with_point)];
            let options = options.map(|(mark, value)| {
                button("", say(says(*value)), give(ctx, move |answers| answers.decimal_mark = Some(mark)))
            });
            asked(t.import_question_mark(written), options.to_vec())
        }
        Question::Period { amount: kronor, monthly_if_year, .. } => {
            let month =
                button("", text(t.import_question_month()), give(ctx, |answers| answers.period = Some(Period::Month)));
            let year = say(t.import_question_year(&amount(t, monthly_if_year.quantity(), Show::Ore, false)));
            let year = button("", year, give(ctx, |answers| answers.period = Some(Period::Year)));
            asked(t.import_question_period(&says(*kronor)), vec![month, year])
        }
    }
}

fn asked(words: String, options: Vec<Html>) -> Html {
    let legend = el("legend", &[], vec![say(words)]);
    el("fieldset", &[("class", "question")], before(legend, options))
}

fn give(ctx: &Ctx, set: impl Fn(&mut Answers) + Copy + 'static) -> Callback<yew::MouseEvent> {
    on(ctx, move |ctx| answer(ctx, set))
}

/// Every count with the cells that it was read from.
fn listed(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let found = &preview.reading.listed;
    if found.is_empty() {
        return Html::default();
    }
    let of = |cell: Cell| found.iter().find(|(of, _, _)| *of == cell);
    let columns = |wanted: Cell| match of(wanted) {
        Some((_, count, origin)) => {
            let count = plain(t.lang, count.persons().decimal());
            [cell(say(count)), el("td", &[("class", "place")], vec![say(place(t, &preview.sheets, origin))])]
        }
        None => [cell(text(t.not_available())), cell(Html::default())],
    };
    let rows = ctx.state().scenario().start.bands.bands().iter().map(|band| {
        let cells = Sex::ALL.into_iter().flat_map(|sex| columns(Cell { sex, band: *band }));
        row(before(row_name(ages(t, Cell { sex: Sex::Woman, band: *band })), cells.collect()))
    });
    let headings = [t.age_heading(), t.women(), t.import_from(), t.men(), t.import_from()].map(column).to_vec();
    folded(
        "",
        t.import_show_listed().to_owned(),
        table(AttrValue::Static(t.practice_listed()), "preview", headings, rows.collect()),
    )
}

fn affected(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let found = &preview.reading.affected;
    if found.is_empty() {
        return Html::default();
    }
    let rows = found.iter().map(|(id, count, origin)| {
        let count = cell(say(plain(t.lang, count.persons().decimal())));
        let origin = el("td", &[("class", "place")], vec![say(place(t, &preview.sheets, origin))]);
        row(vec![row_name(factor(t, ctx.house(), id)), count, origin])
    });
    let headings = [t.model_weight_heading(), t.practice_affected_heading(), t.import_from()].map(column).to_vec();
    folded(
        "",
        t.import_show_affected().to_owned(),
        table(AttrValue::Static(t.practice_affected()), "preview", headings, rows.collect()),
    )
}

fn cost(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let Some((_, origin)) = &preview.reading.drug_cost else { return Html::default() };
    el("p", &[("class", "about")], vec![say(t.import_cost_from(&place(t, &preview.sheets, origin)))])
}
