//! A list that was read, before it is taken: what it comes to and what was passed over, or every fault with its cell.
use super::upload::{left, on};
use crate::{
    components::{
        lazy_details::lazy_details,
        parts::{all, before, button, cell, el, element, list, paragraph, row, row_name, say, table, text},
    },
    ctx::Ctx,
    dom,
    present::{
        amount::{Show, amount, plain},
        staff_list_words::{count, doctors, heading, is_asked, notes, problem, told, whole},
    },
    tools::staff_list::{StaffListReading, answer, answer_unit, take},
    tools::staffing::inputs,
};
use exchange::staff_list::{Column, FteUnit, StaffList, StaffProblemKind, StaffProblems};
use model::{
    measure::Measure,
    staffing::{
        item::Group,
        practices as region,
        staff::{Inputs, Staff},
    },
};
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, MouseEvent};

/// The most faults and notes told one by one, and the most rows shown of what was read.
const MOST: usize = 30;
const MOST_ROWS: usize = 200;

/// The panel, with what to do.
pub fn panel(ctx: &Ctx, reading: &Rc<StaffListReading>) -> Html {
    let t = ctx.texts();
    let heading =
        if reading.name.is_empty() { t.import_preview_paste().to_owned() } else { t.import_preview(&reading.name) };
    let heading = el("h3", &[("id", "staff-read"), ("tabindex", "-1")], vec![say(heading)]);
    let parts = match &reading.found {
        Ok(found) => {
            vec![
                heading,
                summary(ctx, found),
                question(ctx, reading),
                unit_question(ctx, reading),
                passed_over(ctx, reading, found),
                rows(ctx, reading),
            ]
        }
        Err(found) => vec![heading, question(ctx, reading), unit_question(ctx, reading), faults(ctx, reading, found)],
    };
    let buttons = el("div", &[("class", "import-buttons")], buttons(ctx, reading));
    el("div", &[("class", "import-preview")], [parts, vec![buttons]].concat())
}

fn buttons(ctx: &Ctx, reading: &StaffListReading) -> Vec<Html> {
    let t = ctx.texts();
    let leave = button("", text(t.import_leave()), on(ctx, left));
    let Ok(list) = &reading.found else { return vec![leave] };
    let take = button("primary", say(t.staffregion_take(&count(t, list.rows.len()))), on(ctx, taken));
    vec![take, leave, paragraph("about", t.staffregion_take_about())]
}

/// The list is taken, and the focus is at its results.
fn taken(ctx: &Ctx) {
    take(ctx);
    dom::focus(super::HEADING);
}

fn summary(ctx: &Ctx, list: &StaffList) -> Html {
    let t = ctx.texts();
    let staff = Staff { practices: list.rows.as_slice().into(), ..ctx.state().scenario().staff().clone() };
    let sums = region::practices(&Inputs { staff: &staff, ..inputs(ctx) });
    let persons = amount(t, sums.listed.node().value, Show::Persons, false);
    let doctors = Group::ALL.map(|group| sums.doctors.of(group).value().decimal()).iter().sum();
    let words = t.staffregion_found(&count(t, list.rows.len()), &persons, &plain(t.lang, doctors));
    el("p", &[("class", "lead"), ("role", "status")], vec![say(words)])
}

fn passed_over(ctx: &Ctx, reading: &StaffListReading, found: &StaffList) -> Html {
    let t = ctx.texts();
    let lines = notes(t, &reading.sheets, found);
    if lines.is_empty() {
        return Html::default();
    }
    let items = lines.into_iter().take(MOST).map(say).collect();
    all(vec![paragraph("import-notes-heading", t.import_notes()), list("import-notes", items)])
}

/// The rows, made only when they are unfolded.
fn rows(ctx: &Ctx, reading: &Rc<StaffListReading>) -> Html {
    let reading = Rc::clone(reading);
    lazy_details(ctx, "", ctx.texts().staffregion_rows().to_owned(), move |ctx| {
        let t = ctx.texts();
        let Ok(list) = &reading.found else { return Html::default() };
        let is_told = |group: &Group| list.rows.iter().any(|one| one.doctors.contains_key(group));
        let groups: Vec<Group> = Group::ALL.into_iter().filter(is_told).collect();
        let rows = list.rows.iter().take(MOST_ROWS).map(|one| {
            let listed = plain(t.lang, one.listed.persons().decimal());
            let doctors = groups.iter().map(|group| told(t, one.doctors.get(group)));
            let cells = [listed].into_iter().chain(doctors).map(|text| cell(say(text))).collect();
            row(before(row_name(one.name.as_str().to_owned()), cells))
        });
        let headings = [Column::Name, Column::Listed].map(|one| heading(t, one)).into_iter();
        let headings = headings.chain(groups.iter().map(|group| doctors(t, *group)));
        let headings = headings.map(|heading| el("th", &[("scope", "col")], vec![say(heading)])).collect();
        let shown = table(AttrValue::Static(t.staffregion_rows()), "preview", headings, rows.collect());
        if list.rows.len() <= MOST_ROWS {
            return shown;
        }
        let first = t.staffregion_rows_first(&MOST_ROWS.to_string());
        all(vec![shown, el("p", &[("class", "about")], vec![say(first)])])
    })
}

/// What stands before decimals, asked once for all numbers; the answer can be changed.
fn question(ctx: &Ctx, reading: &StaffListReading) -> Html {
    let t = ctx.texts();
    let Some(asked) = &reading.question else { return Html::default() };
    let options = asked.readings.iter().map(|(mark, value)| {
        let mark = *mark;
        option(reading.answers.mark == Some(mark), plain(t.lang, *value), on(ctx, move |ctx| answer(ctx, mark)))
    });
    let legend = el("legend", &[], vec![say(t.import_question_mark(&asked.text))]);
    el("fieldset", &[("class", "question")], before(legend, options.collect()))
}

/// Whether doctors are told in full-time equivalents or in per cent; the answer can be changed.
fn unit_question(ctx: &Ctx, reading: &StaffListReading) -> Html {
    let t = ctx.texts();
    let Some(asked) = &reading.unit_question else { return Html::default() };
    let StaffProblemKind::FullTimeOrPercent { largest } = asked.kind else { return Html::default() };
    let fte = largest.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default().normalize();
    let full_time = t.staffregion_unit_full_time(&plain(t.lang, largest));
    let percent = t.staffregion_unit_percent(&plain(t.lang, fte));
    let options = [(FteUnit::FullTime, full_time), (FteUnit::Percent, percent)].map(|(unit, words)| {
        option(reading.answers.unit == Some(unit), words, on(ctx, move |ctx| answer_unit(ctx, unit)))
    });
    let legend = el("legend", &[], vec![say(problem(t, &reading.sheets, asked))]);
    el("fieldset", &[("class", "question")], before(legend, options.into()))
}

fn option(is_pressed: bool, words: String, press: Callback<MouseEvent>) -> Html {
    let pressed = if is_pressed { "true" } else { "false" };
    yew::html! { <button type="button" aria-pressed={pressed} onclick={press}>{ words }</button> }
}

fn faults(ctx: &Ctx, reading: &StaffListReading, found: &StaffProblems) -> Html {
    let t = ctx.texts();
    let faults: Vec<_> = found.problems.iter().filter(|one| !is_asked(one)).collect();
    let all = faults.len() + found.more;
    if all == 0 {
        return Html::default();
    }
    let heading =
        element("p", &[("class", "faults-heading")], Vec::new(), vec![say(t.staffregion_problems(&whole(t, all)))]);
    let lines = faults.iter().take(MOST).map(|one| say(problem(t, &reading.sheets, one))).collect();
    let more = all.saturating_sub(MOST.min(faults.len()));
    let mut parts = vec![heading, list("", lines)];
    if more > 0 {
        parts.push(el("p", &[], vec![say(t.staffregion_problems_more(&whole(t, more)))]));
    }
    parts.push(paragraph("", t.staffregion_fix()));
    el("div", &[("class", "faults"), ("role", "alert")], parts)
}
