//! What stands over a table, and what its sheet is called: what they say of all its numbers, and where the numbers say
//! otherwise. Reads no number.

use super::fact::{Counted, Fact};
use super::facts::Source;
use super::label::{Label, Measure};
use super::origin::Place;
use super::reading::Note;
use super::report::Report;

/// What the titles over the table and the sheet's name say of all of it. Ages, sums and unknown words in a title say nothing of the numbers.
pub(super) fn title(source: &Source) -> Label {
    let says = |label: &Label| Label {
        ages: None,
        total: false,
        both_sexes: false,
        strange: false,
        holds: None,
        month: None,
        left_out: counts_others(label),
        ..label.clone()
    };
    let labels = source.table.titles.iter().rev().flat_map(|row| {
        let mut cells = source.marks.filled(*row).filter_map(|(_, mark)| mark.label()).peekable();
        // of a title that is merged over the columns one cell is enough
        let all = cells.peek().is_some_and(|first| first.setting.is_some());
        cells.take(if all { usize::MAX } else { 1 })
    });
    let mut title = Label::default();
    for label in labels {
        title.fill(&says(label));
    }
    if !source.name.strange {
        title.fill(&says(source.name));
    }
    title
}

/// A title that names visits or staff is of such a table; one that names a payment or a mean may be of any.
fn counts_others(label: &Label) -> bool {
    label.others && label.measure != Some(Measure::Listed)
}

/// A title such as `visits by age`, or a sheet of that name: the table counts something else.
pub(super) fn say_title_is_left_out(source: &Source, report: &mut Report) {
    let first = |row: &usize| source.marks.filled(*row).next().map(|(column, mark)| (Place::new(*row, column), mark));
    let titles = source.table.titles.iter().filter_map(first);
    for (at, _) in titles.filter(|(_, mark)| mark.label().is_some_and(counts_others)) {
        let (origin, text) = (report.origin(at), report.text(at));
        report.notes.push(Note::LeftOut { origin, text });
    }
    if let Some(row) = source.table.body.first().filter(|_| counts_others(source.name)) {
        let origin = report.origin(Place::new(*row, 0));
        report.notes.push(Note::LeftOut { origin, text: report.name() });
    }
}

/// A title such as `only women` over the numbers of both: the rows decide, and that is said.
pub(super) fn say_other_sex(source: &Source, facts: &[Fact], report: &mut Report) {
    let cells = source.table.titles.iter().flat_map(|row| source.marks.filled(*row).map(|(at, mark)| (*row, at, mark)));
    let mut of_one = cells.filter_map(|(row, at, mark)| Some((Place::new(row, at), mark.label()?.sex?)));
    let Some((at, sex)) = of_one.next() else { return };
    if facts.iter().any(|fact| fact.counted == Counted::Listed && fact.sex.is_some_and(|own| own != sex)) {
        report.notes.push(Note::TitleOfOneSex { origin: report.origin(at), text: report.text(at), sex });
    }
}
