//! From sheets to a reading, step by step. Each step is in a file of its own.

use super::choice::{choose, part};
use super::fact::{Counted, Fact};
use super::facts::{Source, facts};
use super::fold::fold;
use super::label::{Label, Measure};
use super::layout::{Table, tables};
use super::mark::Marks;
use super::numbers::Numbers;
use super::origin::{Block, Origin, Place};
use super::person_list::is_person_list;
use super::question::{Answers, PartKind, Question};
use super::reading::{MAX_NOTES, MAX_PROBLEMS, Note, PracticeReading, Problem, ProblemKind, Reading};
use super::report::Report;
use super::sheet::Sheet;
use super::sums::without_sums;
use super::tally::{affected, drug_cost};
use super::target::Target;
use model::name::folded;
use std::{collections::HashMap, rc::Rc};

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
        let origin = Origin::cell(0, Place::new(0, 0));
        reading.problems.push(Problem { origin, text: String::new(), kind: ProblemKind::NothingFound });
    }
    reading
}

/// Reads every table of the sheets for each vårdcentral that they name: what is wrong with the file as a whole, with the
/// question of times and marks, and what each has, in the order of the file.
pub fn read_each(sheets: &[Sheet], target: &Target, answers: &Answers) -> (Reading, Vec<PracticeReading>) {
    let (mut gathered, mut whole) = gather(sheets, target, answers);
    let time = part(&mut gathered.facts, (PartKind::Time, answers.time), &mut whole.problems);
    if time.is_some() {
        whole.question = time;
        return (whole, Vec::new());
    }
    let mut practices: Vec<(Rc<str>, Vec<Fact>, bool)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for mut fact in std::mem::take(&mut gathered.facts) {
        let Some(name) = fact.practice.take() else { continue };
        let place = *places.entry(folded(&name)).or_insert(practices.len());
        if place == practices.len() {
            practices.push((Rc::clone(&name), Vec::new(), false));
        }
        let Some((first, facts, has_spellings)) = practices.get_mut(place) else { continue };
        *has_spellings |= *first != name;
        facts.push(fact);
    }
    let of = |(name, facts, has_spellings): (Rc<str>, Vec<Fact>, bool)| {
        let mut costs = facts.iter().filter(|fact| fact.counted == Counted::Cost).map(|fact| fact.value);
        let first = costs.next();
        let (mut more, mut has_repeated_cost) = (0, first.flatten().is_some_and(|cost| !cost.is_zero()));
        for cost in costs {
            more += 1;
            has_repeated_cost &= Some(cost) == first;
        }
        has_repeated_cost &= more > 1;
        let (titles, mut reading) = (gathered.titles.clone(), Reading::default());
        let own = Gathered { facts, titles, covers: Vec::new() };
        let is_unread = own.facts.iter().any(|fact| fact.value.is_none() && fact.masked.is_none());
        let (facts, question) = choose(own, sheets, answers, &mut reading.problems);
        reading.question = question.or(count(&facts, (target, answers), &mut reading));
        PracticeReading { name: name.to_string(), reading, is_unread, has_repeated_cost, has_spellings }
    };
    let practices: Vec<_> = practices.into_iter().map(of).collect();
    // what is wrong in the same way in several is told once
    for problem in practices.iter().flat_map(|one| &one.reading.problems) {
        if !whole.problems.iter().any(|told| told.kind == problem.kind && told.text == problem.text) {
            whole.problems.push(problem.clone());
        }
    }
    // one answer is for all
    let asked = practices.iter().find_map(|one| one.reading.question.clone());
    whole.question = whole.question.or(asked);
    (whole, practices)
}

/// The numbers of every table, and what is to be said of the file whatever is chosen of it.
fn gather(sheets: &[Sheet], target: &Target, answers: &Answers) -> (Gathered, Reading) {
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
fn count(facts: &[Fact], (target, answers): (&Target, &Answers), reading: &mut Reading) -> Option<Question> {
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
