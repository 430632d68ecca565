//! From sheets to a reading, step by step. Each step is in a file of its own.

use super::choice::choose;
use super::fact::Fact;
use super::facts::{Source, facts};
use super::fold::fold;
use super::layout::tables;
use super::mark::Marks;
use super::numbers::Numbers;
use super::origin::{Origin, Place};
use super::person_list::is_person_list;
use super::reading::{Answers, Problem, ProblemKind, Question, Reading};
use super::report::Report;
use super::sheet::Sheet;
use super::sums::without_sums;
use super::tally::{affected, drug_cost};
use super::target::Target;
use super::words::Words;

/// Reads every table of the sheets. With an answer to the question of one reading, the next asks the next question or
/// none.
pub fn read(sheets: &[Sheet], target: &Target, answers: &Answers) -> Reading {
    let words = Words::new(target);
    let mut reading = Reading::default();
    let mut all = Vec::new();
    let mut marks_question = None;
    let mut place = 0;
    for (number, sheet) in sheets.iter().enumerate() {
        let mut report = Report::new(number, sheet);
        let question = read_sheet(sheet, &words, target, answers, (&mut place, &mut all, &mut report));
        marks_question = marks_question.or(question);
        reading.notes.append(&mut report.notes);
        reading.problems.append(&mut report.problems);
    }
    let (facts, table_question) = choose(all, sheets, answers.table, &mut reading.problems);
    fold(&facts, &target.bands, &mut reading);
    affected(&facts, target, &mut reading);
    let period_question = drug_cost(&facts, answers, &mut reading);
    reading.question = table_question.or(marks_question).or(period_question);
    if is_empty(&reading) {
        let origin = Origin::cell(0, Place::new(0, 0));
        reading.problems.push(Problem { origin, text: String::new(), kind: ProblemKind::NothingFound });
    }
    reading
}

/// The tables' number so far, all facts so far, and what is to be said of the sheet.
type Gathered<'a, 'b> = (&'a mut usize, &'a mut Vec<Fact>, &'a mut Report<'b>);

fn read_sheet(
    sheet: &Sheet,
    words: &Words,
    target: &Target,
    answers: &Answers,
    (place, all, report): Gathered,
) -> Option<Question> {
    let marks = Marks::of(sheet, words);
    let mut numbers = Numbers::new(sheet, *answers, target.notation);
    for table in tables(&marks) {
        if is_person_list(&marks, &table) {
            let first = table.heads.first().copied().unwrap_or(0);
            report.problem(Place::new(first, 0), ProblemKind::PersonList);
            continue;
        }
        let source = Source { marks: &marks, table: &table, place: *place, bands: &target.bands };
        let found = facts(&source, &mut numbers, report);
        all.extend(without_sums(found, &mut report.notes, &mut report.problems));
        *place += 1;
    }
    numbers.finish(report)
}

fn is_empty(reading: &Reading) -> bool {
    reading.listed.is_empty()
        && reading.affected.is_empty()
        && reading.drug_cost.is_none()
        && reading.problems.is_empty()
        && reading.question.is_none()
}
