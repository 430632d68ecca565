//! What was read of a file and where, what was not, and the one question, before anything is taken.
use super::{import_origins, import_panel::on, import_question};
use crate::{
    components::parts::{all, button, el, list, paragraph, say, text},
    ctx::Ctx,
    present::{
        amount::{Show, amount, plain},
        import_words::{self, notes, problem},
        person_words::{person_faults, person_note, unread_columns},
    },
    tools::import::{Content, Preview, answer, leave, take},
};
use exchange::import::{LookAlikes, persons::PersonReading};
use model::{count::Count, measure::Measure, sex::Sex};
use rust_decimal::Decimal;
use yew::Html;

/// The most faults and notes told one by one: the headings count them all.
const MOST: usize = 30;

/// The preview, with what to do.
pub fn preview(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let heading =
        if preview.name.is_empty() { t.import_preview_paste().to_owned() } else { t.import_preview(&preview.name) };
    let heading = el("h2", &[("id", "import-preview"), ("tabindex", "-1")], vec![say(heading)]);
    let summary = el("p", &[("class", "lead"), ("role", "status")], vec![say(summary(ctx, preview))]);
    let parts = vec![
        heading,
        summary,
        lacking(ctx, preview),
        question(ctx, preview),
        problems(ctx, preview),
        told(ctx, preview),
        if preview.is_asking() { Html::default() } else { import_origins::origins(ctx, preview) },
        buttons(ctx, preview),
    ];
    el("div", &[("class", "import-preview")], parts)
}

fn summary(ctx: &Ctx, preview: &Preview) -> String {
    let t = ctx.texts();
    if preview.is_asking() {
        return t.import_found_asking().to_owned();
    }
    let (listed, affected) = (preview.listed(), preview.affected());
    let sum: Count = listed.iter().map(|(_, count)| *count).sum();
    let rows = match &preview.content {
        Content::Persons(PersonReading { persons, rows, .. }) => {
            Some(t.import_found_persons(*persons, &whole(ctx, *persons), &whole(ctx, *rows)))
        }
        Content::Tables { .. } => None,
    };
    let listed = (!listed.is_empty())
        .then(|| t.import_found_listed(&plain(t.lang, sum.persons().decimal()), &listed.len().to_string()));
    let affected = (!affected.is_empty()).then(|| t.import_found_affected(&affected.len().to_string()));
    let cost = preview.drug_cost().map(|cost| t.import_found_cost(&amount(t, cost.quantity(), Show::Kronor, false)));
    let found: Vec<String> = [rows, listed, affected, cost].into_iter().flatten().collect();
    if found.is_empty() { t.import_found_nothing().to_owned() } else { found.join(" ") }
}

/// What the file does not give, before anything else.
fn lacking(ctx: &Ctx, preview: &Preview) -> Html {
    let lines = match &preview.content {
        // what is lacking is known once it is known what is meant
        Content::Tables { .. } if preview.is_asking() => Vec::new(),
        Content::Tables { reading, .. } => import_words::lacking(ctx.texts(), reading),
        Content::Persons(reading) => unread_columns(ctx.texts(), reading).into_iter().collect(),
    };
    if lines.is_empty() {
        return Html::default();
    }
    list("lacking", lines.into_iter().map(say).collect())
}

fn whole(ctx: &Ctx, number: u64) -> String {
    plain(ctx.texts().lang, Decimal::from(number))
}

fn buttons(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let mut parts = Vec::new();
    let can_be_taken = preview.can_be_taken();
    if can_be_taken {
        let class = if preview.is_whole() { "primary" } else { "" };
        parts.push(button(class, text(t.import_take()), on(ctx, take)));
    }
    parts.push(button("", text(t.import_leave()), on(ctx, leave)));
    if can_be_taken {
        parts.push(paragraph("about", take_about(ctx, preview)));
    } else if preview.is_asking() {
        parts.push(paragraph("about", t.import_take_asking()));
    }
    el("div", &[("class", "import-buttons")], parts)
}

/// What taking it replaces, and what it does not.
fn take_about(ctx: &Ctx, preview: &Preview) -> &'static str {
    let t = ctx.texts();
    match preview.sexes_missing().as_slice() {
        _ if preview.listed().is_empty() => t.import_take_about_others(),
        [Sex::Man] => t.import_take_about_women(),
        [Sex::Woman] => t.import_take_about_men(),
        _ => t.import_take_about(),
    }
}

fn problems(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let (count, lines): (u64, Vec<String>) = match &preview.content {
        Content::Tables { sheets, reading } => {
            // small counts that are not told are told as such above
            let told: Vec<_> = reading.problems.iter().filter(|one| !reading.is_told_as_masked(one)).collect();
            let lines = told.iter().take(MOST).map(|one| problem(t, sheets, one)).collect();
            (u64::try_from(told.len() + reading.more_problems).unwrap_or(u64::MAX), lines)
        }
        Content::Persons(reading) => {
            (reading.fault_counts.iter().map(|(_, count)| count).sum(), person_faults(t, reading))
        }
    };
    if count == 0 {
        return Html::default();
    }
    let count = whole(ctx, count);
    let words = if preview.can_be_taken() { t.import_problems(&count) } else { t.import_problems_only(&count) };
    let heading = el("p", &[("class", "faults-heading")], vec![say(words)]);
    el("div", &[("class", "faults")], vec![heading, list("", lines.into_iter().map(say).collect())])
}

fn told(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let lines: Vec<String> = match &preview.content {
        Content::Tables { sheets, reading } => notes(t, sheets, &reading.notes),
        Content::Persons(reading) => reading.notes.iter().map(|note| person_note(t, note)).collect(),
    };
    let left_out = preview.answers.look_alikes == LookAlikes::LeaveOutRows;
    let lines = left_out.then(|| t.import_identity_left_out().to_owned()).into_iter().chain(lines).collect::<Vec<_>>();
    if lines.is_empty() {
        return Html::default();
    }
    let items = lines.into_iter().take(MOST).map(say).collect();
    all(vec![paragraph("import-notes-heading", t.import_notes()), list("import-notes", items)])
}

fn question(ctx: &Ctx, preview: &Preview) -> Html {
    let asked = match &preview.content {
        Content::Tables { sheets, reading } => {
            reading.question.as_ref().map(|asks| import_question::of_table(ctx, sheets, asks, answer))
        }
        Content::Persons(reading) => {
            reading.question.as_ref().map(|asks| import_question::of_persons(ctx, asks, answer))
        }
    };
    asked.unwrap_or_default()
}
