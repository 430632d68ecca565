//! What was read of a file and where, what was not, and the one question, before anything is taken.
use super::{import_origins, import_panel::on};
use crate::{
    components::parts::{all, before, button, el, list, paragraph, say, text},
    ctx::Ctx,
    present::{
        amount::{Show, amount, plain},
        import_words::{self, notes, place, problem},
        person_words::{person_fault, person_note, unread_columns},
    },
    tools::import::{Answer, Content, Preview, answer, leave, take},
};
use exchange::import::{
    Chosen, DecimalMark, LookAlikes, PartKind, Period, Question,
    persons::{PersonQuestion, PersonReading},
};
use model::{
    count::Count,
    measure::{Measure, MonthlyMoney},
    sex::Sex,
};
use rust_decimal::Decimal;
use yew::{Callback, Html, MouseEvent};

/// The most faults and notes told one by one: the headings count them all.
const MOST: usize = 30;

/// The preview, with what to do.
pub fn preview(ctx: &Ctx, preview: &Preview) -> Html {
    let t = ctx.texts();
    let heading =
        if preview.name.is_empty() { t.import_preview_paste().to_owned() } else { t.import_preview(&preview.name) };
    let heading = el("h3", &[("id", "import-preview"), ("tabindex", "-1")], vec![say(heading)]);
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
            let lines = reading.faults.iter().take(MOST).map(|one| person_fault(t, one)).collect();
            (reading.fault_counts.iter().map(|(_, count)| count).sum(), lines)
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
    let t = ctx.texts();
    let says = |value: Decimal| plain(t.lang, value);
    match &preview.content {
        Content::Tables { sheets, reading } => match &reading.question {
            None => Html::default(),
            Some(Question::Table { offers }) => {
                let options = offers.iter().enumerate().map(|(index, offer)| {
                    let (at, sum) = (place(t, sheets, &offer.origin), says(offer.sum));
                    let label = match offer.title.as_str() {
                        "" => t.import_question_table_offer(&at, &sum),
                        title => t.import_question_table_titled(title, &at, &sum),
                    };
                    button("", say(label), give(ctx, Answer::Table(index)))
                });
                asked(t.import_question_table().to_owned(), options.collect())
            }
            Some(Question::Part { kind, offers, all }) => {
                let labels = offers.iter().map(|offer| t.import_question_part_offer(&offer.name, &says(offer.sum)));
                part_question(ctx, *kind, labels.collect(), all.map(|sum| t.import_question_part_all(&says(sum))))
            }
            Some(Question::DecimalMark { text, with_comma, with_point, .. }) => {
                mark_question(ctx, t.import_question_mark(text), [*with_comma, *with_point])
            }
            Some(Question::Period { amount, monthly_if_year, .. }) => period_question(ctx, *amount, *monthly_if_year),
        },
        Content::Persons(reading) => match &reading.question {
            None => Html::default(),
            Some(PersonQuestion::Part { kind, offers }) => {
                let label = |name: &str, rows| t.import_question_part_rows(rows, name, &whole(ctx, rows));
                let name =
                    |name: &str| if name.is_empty() { t.import_question_part_unnamed() } else { name }.to_owned();
                let labels = offers.iter().map(|offer| label(&name(&offer.name), offer.rows)).collect();
                let rows = whole(ctx, offers.iter().map(|offer| offer.rows).sum());
                let all = (*kind == PartKind::Practice).then(|| t.import_question_part_all_rows(&rows));
                part_question(ctx, *kind, labels, all)
            }
            Some(PersonQuestion::DecimalMark { with_comma, with_point }) => {
                mark_question(ctx, t.import_question_mark_sum().to_owned(), [*with_comma, *with_point])
            }
            Some(PersonQuestion::Period { amount, monthly_if_year }) => period_question(ctx, *amount, *monthly_if_year),
        },
    }
}

/// Which vårdcentral or time is meant, or all vårdcentraler where they add up.
fn part_question(ctx: &Ctx, kind: PartKind, labels: Vec<String>, all: Option<String>) -> Html {
    let t = ctx.texts();
    let count = labels.len().to_string();
    let (asks, given): (String, fn(Chosen) -> Answer) = match kind {
        PartKind::Practice => (t.import_question_practice(&count), Answer::Practice),
        PartKind::Time => (t.import_question_time(&count), Answer::Time),
    };
    let labels = labels.into_iter().enumerate().map(|(index, label)| (Chosen::One(index), label));
    let labels = labels.chain(all.map(|label| (Chosen::All, label)));
    let options = labels.map(|(chosen, label)| button("", say(label), give(ctx, given(chosen))));
    asked(asks, options.collect())
}

fn mark_question(ctx: &Ctx, words: String, values: [Decimal; 2]) -> Html {
    let marks = [DecimalMark::Comma, DecimalMark::Point];
    let lang = ctx.texts().lang;
    let options = marks.into_iter().zip(values);
    let options = options.map(|(mark, value)| button("", say(plain(lang, value)), give(ctx, Answer::Mark(mark))));
    asked(words, options.collect())
}

fn period_question(ctx: &Ctx, kronor: Decimal, monthly_if_year: MonthlyMoney) -> Html {
    let t = ctx.texts();
    let month = button("", text(t.import_question_month()), give(ctx, Answer::Period(Period::Month)));
    let year = say(t.import_question_year(&amount(t, monthly_if_year.quantity(), Show::Ore, false)));
    let year = button("", year, give(ctx, Answer::Period(Period::Year)));
    asked(t.import_question_period(&plain(t.lang, kronor)), vec![month, year])
}

fn asked(words: String, options: Vec<Html>) -> Html {
    let legend = el("legend", &[], vec![say(words)]);
    el("fieldset", &[("class", "question")], before(legend, options))
}

fn give(ctx: &Ctx, given: Answer) -> Callback<MouseEvent> {
    on(ctx, move |ctx| answer(ctx, given))
}
