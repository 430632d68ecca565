//! From sheets to a reading, step by step. Each step is in a file of its own.

use super::choice::choose;
use super::fact::Fact;
use super::facts::{Source, facts};
use super::fold::fold;
use super::label::{Label, Measure};
use super::layout::{Table, tables};
use super::mark::Marks;
use super::numbers::Numbers;
use super::origin::{Block, Origin, Place};
use super::person_list::is_person_list;
use super::question::{Answers, Question};
use super::reading::{MAX_NOTES, MAX_PROBLEMS, Note, Problem, ProblemKind, Reading};
use super::report::Report;
use super::sheet::Sheet;
use super::sums::without_sums;
use super::tally::{affected, drug_cost};
use super::target::Target;

/// Reads every table of the sheets. With an answer to the question of one reading, the next asks the next question or
/// none.
pub fn read(sheets: &[Sheet], target: &Target, answers: &Answers) -> Reading {
    let (gathered, mut reading) = gather(sheets, target, answers);
    let (facts, table_question) = choose(gathered, sheets, answers, &mut reading.problems);
    let marks_question = reading.question.take();
    let period_question = count(&facts, (target, answers), &mut reading);
    reading.more_notes = reading.notes.len().saturating_sub(MAX_NOTES);
    reading.notes.truncate(MAX_NOTES);
    reading.more_problems = reading.problems.len().saturating_sub(MAX_PROBLEMS);
    reading.problems.truncate(MAX_PROBLEMS);
    reading.question = table_question.or(marks_question).or(period_question);
    if is_empty(&reading) {
        reading.problems.push(nothing(&reading.notes));
    }
    reading
}

/// Why there is nothing: percentages alone, or no table.
pub(super) fn nothing(notes: &[Note]) -> Problem {
    let shares = notes.iter().find_map(|note| match note {
        Note::LeftOut { origin, text } if text.ends_with('%') => Some((origin.clone(), text.clone())),
        _ => None,
    });
    match shares {
        Some((origin, text)) => Problem { origin, text, kind: ProblemKind::OnlyShares },
        None => {
            let origin = Origin::cell(0, Place::new(0, 0));
            Problem { origin, text: String::new(), kind: ProblemKind::NothingFound }
        }
    }
}

/// The numbers of every table, and what is to be said of the file whatever is chosen of it.
pub(super) fn gather(sheets: &[Sheet], target: &Target, answers: &Answers) -> (Gathered, Reading) {
    let mut reading = Reading::default();
    let mut gathered = Gathered::default();
    for (number, sheet) in sheets.iter().enumerate() {
        let mut report = Report::new(number, sheet);
        let question = read_sheet(sheet, (target, answers), &mut gathered, &mut report);
        reading.question = reading.question.or(question);
        let blocks: Vec<Block> = sheet.hidden.blocks().copied().collect();
        if !blocks.is_empty() {
            report.notes.push(Note::Hidden { origin: Origin { sheet: number, blocks } });
        }
        gathered.names_several |= report.names_several;
        let (notes, problems) = report.finish();
        reading.notes.extend(notes);
        reading.problems.extend(problems);
    }
    let has_list = gathered.facts.iter().any(|fact| fact.value.is_some());
    for (note, problems) in std::mem::take(&mut gathered.covers) {
        match has_list {
            true => reading.notes.extend((!problems.is_empty()).then_some(note)),
            false => reading.problems.extend(problems),
        }
    }
    (gathered, reading)
}

/// Adds the facts up, with the question of what time a cost is for.
pub(super) fn count(facts: &[Fact], (target, answers): (&Target, &Answers), reading: &mut Reading) -> Option<Question> {
    fold(facts, &target.bands, reading);
    affected(facts, target, reading);
    drug_cost(facts, answers, reading)
}

/// The numbers of all tables so far.
#[derive(Default)]
pub(super) struct Gathered {
    /// The numbers, each with its table's place.
    pub(super) facts: Vec<Fact>,
    /// Few numbers among texts without headings, as on a cover: what is left out if the file has a list, and what is wrong if
    /// it has none.
    pub(super) covers: Vec<(Note, Vec<Problem>)>,
    /// The title of each table.
    pub(super) titles: Vec<String>,
    /// Whether a table with ages names several vårdcentraler.
    pub(super) names_several: bool,
}

fn read_sheet(
    sheet: &Sheet,
    (target, answers): (&Target, &Answers),
    gathered: &mut Gathered,
    report: &mut Report,
) -> Option<Question> {
    let marks = Marks::of(sheet, &target.words);
    let mut numbers = Numbers::new(sheet, *answers, target.notation);
    let name = Label::read(&sheet.name, &target.words);
    for table in tables(&marks) {
        if is_person_list(&marks, &table) {
            let first = table.heads.first().copied().unwrap_or(0);
            report.problem(Place::new(first, 0), ProblemKind::PersonList);
            continue;
        }
        let source = Source {
            marks: &marks,
            table: &table,
            place: gathered.titles.len(),
            bands: &target.bands,
            year: target.reference_year,
            words: &target.words,
            name: &name,
        };
        let before = report.problems.len();
        let is_cover = is_cover(&marks, &table);
        let found = facts(&source, &mut numbers, report);
        let faulty = report.problems.len() > before;
        if is_cover && found.is_empty() {
            let problems = report.problems.split_off(before);
            gathered.covers.push((cover(&marks, &table, report), problems));
            continue;
        }
        gathered.facts.extend(without_sums(found, faulty, &mut report.notes, &mut report.problems));
        let title = table.titles.last().and_then(|row| Some(Place::new(*row, marks.filled(*row).next()?.0)));
        gathered.titles.push(title.map(|at| report.text(at)).unwrap_or_default());
    }
    numbers.finish(report)
}

/// Whether the table is texts without headings that say of nobody whom they count, and at most two numbers.
fn is_cover(marks: &Marks, table: &Table) -> bool {
    let numbers = table.body.iter().flat_map(|row| marks.filled(*row)).filter(|(_, mark)| mark.is_number()).count();
    let mut labels = table.body.iter().flat_map(|row| marks.filled(*row)).filter_map(|(_, mark)| mark.label());
    table.heads.is_empty()
        && numbers <= 2
        && !labels.any(|label| {
            let counts = label.measure.is_some_and(|measure| measure != Measure::Count);
            !label.strange && (label.says_whose() || counts)
        })
}

fn cover(marks: &Marks, table: &Table, report: &Report) -> Note {
    let cells = table.body.iter().flat_map(|row| marks.filled(*row).map(|(column, _)| Place::new(*row, column)));
    let cells: Vec<Place> = cells.collect();
    let text = cells.first().map(|at| report.text(*at)).unwrap_or_default();
    Note::LeftOut { origin: report.origins(cells), text }
}

fn is_empty(reading: &Reading) -> bool {
    reading.listed.is_empty()
        && reading.affected.is_empty()
        && reading.drug_cost.is_none()
        && reading.problems.is_empty()
        && reading.question.is_none()
}
