//! The numbers of a table, each with what it counts, and what has to be said of those that count nothing.

use super::bands::give_bands;
use super::columns::{Column, Role, columns};
use super::dates::time_named;
use super::fact::{Counted, Fact, counted};
use super::label::{Label, Measure};
use super::layout::Table;
use super::line::TableLine;
use super::mark::{Mark, Marks};
use super::numbers::{Asked, Numbers};
use super::origin::Place;
use super::practices::give_practices;
use super::reading::{Note, ProblemKind};
use super::report::Report;
use super::rows::{Group, group_of, groups, is_birth_year};
use super::titles::{say_other_sex, say_title_is_left_out, title};
use super::words::Words;
use model::age::AgeBands;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The sheet and table that facts are taken from.
pub(super) struct Source<'a> {
    pub(super) marks: &'a Marks,
    pub(super) table: &'a Table,
    /// The table's place among all tables.
    pub(super) place: usize,
    pub(super) bands: &'a AgeBands,
    /// The year in which a year of birth becomes an age.
    pub(super) year: Option<u16>,
    /// The words of labels.
    pub(super) words: &'a Words,
    /// What the sheet's name says.
    pub(super) name: &'a Label,
}

/// The numbers of the table.
pub(super) fn facts(source: &Source, numbers: &mut Numbers, report: &mut Report) -> Vec<Fact> {
    let mut columns = columns(source.marks, source.table);
    let mut groups = groups(source.marks, source.table, &columns, source.year);
    if source.year.is_none() {
        say_birth_years(source, &columns, report);
    }
    let holds_numbers = columns.iter_mut().filter(|column| column.role == Role::Numbers);
    give_bands(&mut holds_numbers.map(|column| &mut column.line).collect::<Vec<_>>(), false, source.bands, report);
    for column in columns.iter_mut().filter(|column| column.line.band.is_some() || column.line.unclear) {
        // a date that was a band is no time
        let date = column.line.date.map(|(date, _)| date);
        column.line.time.retain(|at| Some(*at) != date);
    }
    for group in &mut groups {
        give_bands(&mut group.lines.iter_mut().collect::<Vec<_>>(), group.names_ages, source.bands, report);
    }
    give_practices(source, &mut columns, &mut groups, report);
    take_plain_counts_for_sums(&mut columns, &groups);
    say_what_was_taken(&columns, &groups, source.year, report);
    say_remarks(source, &groups, report);
    say_blank_columns(source, &columns, report);
    let parted = parted_rows(source, &columns, report);
    let title = title(source);
    if title.left_out {
        say_title_is_left_out(source, report);
        return Vec::new();
    }
    let mut facts = Vec::new();
    let mut said = Said::default();
    numbers.table(source, columns.iter().any(|column| column.line.band.is_some()));
    for (place, column) in columns.iter().enumerate().filter(|(_, column)| column.role == Role::Numbers) {
        let lines = group_of(&groups, place);
        if !is_understood(source, place, column, lines, report) {
            continue;
        }
        numbers.column(source, place);
        for (at, row) in source.table.body.iter().enumerate().filter(|(_, row)| !parted.contains(row)) {
            let at_cell = Place::new(*row, place);
            let line = lines.and_then(|group| group.lines.get(at));
            if !said.row_is_understood(at_cell, line.zip(lines), source, report) {
                continue;
            }
            let cell = Cell {
                place: at_cell,
                sums_rows: line.is_some_and(|line| line.label.total),
                sums_columns: column.line.label.total,
            };
            let mut both = line.map_or_else(|| column.line.clone(), |line| line.with(&column.line));
            both.label.fill(&title);
            facts.extend(fact(source, &cell, &both, numbers, report));
        }
    }
    say_other_sex(source, &facts, report);
    facts
}

/// Beside columns for women and for men, a column that only says that persons are counted is their sum.
fn take_plain_counts_for_sums(columns: &mut [Column], groups: &[Group]) {
    let first_of = |place: usize| group_of(groups, place).and_then(|group| group.columns.first().copied());
    let is_count = |label: &Label| label.measure != Some(Measure::Cost) && label.factor.is_none() && !label.left_out;
    let with_sex: Vec<Option<usize>> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.line.label.sex.is_some() && is_count(&column.line.label))
        .map(|(place, _)| first_of(place))
        .collect();
    let counts_ages = |column: &Column| column.line.band.is_some() && is_count(&column.line.label);
    let are_across = columns.iter().any(|column| column.role == Role::Numbers && counts_ages(column));
    for (place, column) in columns.iter_mut().enumerate() {
        let label = &mut column.line.label;
        let plain = label.sex.is_none() && label.ages.is_none() && label.measure.is_some() && is_count(label);
        label.total |= plain && with_sex.contains(&first_of(place));
        // beside ages across, a sum is of their persons
        let is_bare_sum = label.total && label.measure.is_none() && is_count(label) && !label.kronor;
        if is_bare_sum && are_across {
            label.measure = Some(Measure::Listed);
        }
    }
}

fn say_what_was_taken(columns: &[Column], groups: &[Group], year: Option<u16>, report: &mut Report) {
    let headings = columns.iter().filter(|column| column.role == Role::Numbers).flat_map(|column| &column.carried);
    let labels = groups.iter().flat_map(|group| &group.carried);
    let carried: Vec<Place> = headings.chain(labels).copied().collect();
    let coded: Vec<Place> = groups.iter().flat_map(|group| &group.coded).copied().collect();
    let born: Vec<Place> = groups.iter().flat_map(|group| &group.born).copied().collect();
    if let Some(year) = year.filter(|_| !born.is_empty()) {
        report.notes.push(Note::AgesReachedIn { origin: report.origins(born), year });
    }
    if !coded.is_empty() {
        report.notes.push(Note::SexCodes { origin: report.origins(coded) });
    }
    if !carried.is_empty() {
        report.notes.push(Note::LabelsCarried { origin: report.origins(carried) });
    }
}

/// Years of birth, where no year is known to take ages in.
fn say_birth_years(source: &Source, columns: &[Column], report: &mut Report) {
    for place in (0..columns.len()).filter(|place| is_birth_year(columns, *place)) {
        if let Some(row) = source.table.heads.last() {
            report.problem(Place::new(*row, place), ProblemKind::NoReferenceYear);
        }
    }
}

/// Columns of texts that say nothing of the numbers, such as remarks and arrows between them.
fn say_remarks(source: &Source, groups: &[Group], report: &mut Report) {
    let mut told: Vec<(String, Vec<Place>)> = Vec::new();
    for column in groups.iter().filter(|group| group.is_remark).flat_map(|group| &group.columns) {
        let cells = source.table.body.iter().map(|row| Place::new(*row, *column));
        let filled: Vec<Place> = cells.filter(|at| *source.marks.at(at.row, at.column) != Mark::Blank).collect();
        let heads = source.table.heads.iter().rev().map(|row| Place::new(*row, *column));
        let mut heads = heads.filter(|at| *source.marks.at(at.row, at.column) != Mark::Blank);
        let text = heads.next().or(filled.first().copied()).map(|at| report.text(at)).unwrap_or_default();
        match told.iter_mut().find(|(known, _)| *known == text) {
            Some((_, places)) => places.extend(filled),
            None => told.push((text, filled)),
        }
    }
    for (text, places) in told.into_iter().filter(|(_, places)| !places.is_empty()) {
        let origin = report.origins(places);
        report.notes.push(Note::LeftOut { origin, text });
    }
}

/// A heading that says whom its column counts, over nothing.
fn say_blank_columns(source: &Source, columns: &[Column], report: &mut Report) {
    if !columns.iter().any(|column| column.role == Role::Numbers) {
        return;
    }
    let blank = |column: &Column| column.role == Role::Blank && column.carried.is_empty();
    let counts = |column: &Column| column.line.label.says_whose() && !column.line.label.left_out;
    for (place, _) in columns.iter().enumerate().filter(|(_, column)| blank(column) && counts(column)) {
        for row in &source.table.body {
            report.problem(Place::new(*row, place), ProblemKind::Blank);
        }
    }
}

/// Rows with more cells than the headings, of which so many have three digits: commas between thousands have parted them.
fn parted_rows(source: &Source, columns: &[Column], report: &mut Report) -> BTreeSet<usize> {
    let headed = columns.iter().rposition(|column| !column.line.places.is_empty()).map_or(0, |last| last + 1);
    let mut parted = BTreeSet::new();
    for row in source.table.body.iter().filter(|_| headed > 1) {
        let numbers = source.marks.filled(*row).filter(|(_, mark)| mark.is_number());
        let beyond = numbers.clone().filter(|(column, _)| *column >= headed).count();
        let three = |column: &usize| report.is_three_digits(Place::new(*row, *column));
        let three = numbers.skip(1).filter(|(column, _)| three(column)).count();
        if beyond > 0 && three >= beyond {
            parted.insert(*row);
            if let Some((first, _)) = source.marks.filled(*row).next() {
                report.problem(Place::new(*row, first), ProblemKind::Parted);
            }
        }
    }
    parted
}

/// Says why a column of numbers is left out, if it is.
fn is_understood(source: &Source, place: usize, column: &Column, group: Option<&Group>, report: &mut Report) -> bool {
    let heading = column.line.places.last().copied();
    let names_conditions = group.is_some_and(|group| group.lines.iter().any(|line| line.label.factor.is_some()));
    // what the persons with a condition cost is not the drug cost of all
    let cost_of_condition = names_conditions && column.line.label.measure == Some(Measure::Cost);
    if column.line.label.left_out || cost_of_condition {
        let cells = source.table.body.iter().map(|row| Place::new(*row, place));
        let mut filled = cells.clone().filter(|at| *source.marks.at(at.row, at.column) != Mark::Blank);
        let named = if column.is_shares { filled.next() } else { heading };
        let (origin, text) = (report.origins(cells), named.map(|at| report.text(at)).unwrap_or_default());
        report.notes.push(match column.line.label.other_condition {
            true => Note::OtherConditions { origin, text },
            false => Note::LeftOut { origin, text },
        });
        return false;
    }
    match column.line.strange {
        Some(strange) => {
            if !column.is_told {
                report.problem(strange, ProblemKind::Heading);
            }
            false
        }
        None => true,
    }
}

/// The rows of which something was said already.
#[derive(Default)]
struct Said(BTreeSet<usize>);

impl Said {
    /// Says why a row is left out, if it is, once.
    fn row_is_understood(
        &mut self,
        cell: Place,
        line: Option<(&TableLine, &Group)>,
        source: &Source,
        report: &mut Report,
    ) -> bool {
        let Some((line, group)) = line else { return true };
        if let Some(at) = line.not_listed {
            if self.0.insert(cell.row) {
                report.notes.push(Note::NotListed { origin: report.origin(at), text: report.text(at) });
            }
            return false;
        }
        let known = line.says_whose() || line.label.measure.is_some();
        let code = line.code.filter(|_| !known && line.strange.is_none());
        let left_out = line.label.left_out && line.code.is_none();
        let strange = line.strange.filter(|_| line.half_read || !known);
        if strange.is_none() && code.is_none() && !left_out && line.status.is_none() {
            return true;
        }
        if !self.0.insert(cell.row) {
            return false;
        }
        let last = source.marks.width(cell.row);
        match strange {
            _ if line.status.is_some() => {
                line.status.into_iter().for_each(|at| report.problem(at, ProblemKind::Status))
            }
            _ if left_out => {
                let origin = report.origins((cell.column..last).map(|column| Place::new(cell.row, column)));
                let text = line.places.first().map(|at| report.text(*at)).unwrap_or_default();
                report.notes.push(match line.label.other_condition {
                    true => Note::OtherConditions { origin, text },
                    false => Note::LeftOut { origin, text },
                });
            }
            Some(at) if group.names_conditions => report.problem(at, ProblemKind::UnknownCondition),
            Some(at) => report.problem(at, ProblemKind::Label),
            None => code.into_iter().for_each(|at| report.problem(at, ProblemKind::CodeNotCondition)),
        }
        false
    }
}

/// A cell and whether it sums rows or columns.
struct Cell {
    place: Place,
    sums_rows: bool,
    sums_columns: bool,
}

/// The number of a cell with what it counts; nothing where that is unknown, which is then said.
fn fact(source: &Source, cell: &Cell, line: &TableLine, numbers: &mut Numbers, report: &mut Report) -> Option<Fact> {
    if line.unclear || line.label.left_out {
        return None;
    }
    if let Some(at) = line.not_stated {
        if numbers.says_something(cell.place) && !report.has(at, &ProblemKind::NotStated) {
            report.problem(at, ProblemKind::NotStated);
        }
        return None;
    }
    let is_sum = cell.sums_rows || cell.sums_columns;
    let counted = counted(line);
    let is_money = line.label.kronor || numbers.is_money(cell.place);
    let lacks = match counted {
        Some(counted) if line.label.thousands > 0 && !is_money && !counted.is_cost() => Some(ProblemKind::Thousands),
        Some(counted) if is_money && !counted.is_cost() => Some(ProblemKind::KronorNotPersons),
        None => Some(ProblemKind::Unlabelled),
        Some(Counted::Listed) if line.label.sex.is_none() => Some(ProblemKind::NoSex),
        Some(Counted::Listed) if line.band.is_none() => Some(ProblemKind::NoAges),
        Some(_) => None,
    };
    if let Some(kind) = lacks.filter(|_| !is_sum) {
        if numbers.says_something(cell.place) {
            report.problem(cell.place, kind);
        }
        return None;
    }
    let counted = counted?;
    let is_blank = !numbers.says_something(cell.place);
    if is_blank && (is_sum || counted.is_cost() && line.band.is_none() && says_more(source, cell.place)) {
        return None;
    }
    let asked = Asked { counted, thousands: line.label.thousands };
    // a cost is of its month
    let times = line.time.iter().filter(|_| !counted.is_cost());
    let times: Vec<String> = times.map(|at| time_named(&report.text(*at))).collect();
    let time = (!times.is_empty()).then(|| Rc::from(times.join(", ")));
    let own_name = || line.practice_name.clone();
    let practice = line.practice.map(|at| own_name().unwrap_or_else(|| report.whole_text(at).into()));
    Some(Fact {
        practice,
        time,
        is_twice: false,
        masked: numbers.masked(cell.place).filter(|_| !counted.is_cost()),
        table: source.place,
        sheet: report.sheet,
        place: cell.place,
        ages_at: line.ages_at,
        counted,
        sex: line.label.sex,
        band: line.band,
        period: line.label.period,
        sums_rows: cell.sums_rows,
        sums_columns: cell.sums_columns,
        value: numbers.value(cell.place, asked, report),
    })
}

/// Whether another cell of the row holds a number: a cost that is stated once stands in any column.
fn says_more(source: &Source, cell: Place) -> bool {
    source.marks.filled(cell.row).any(|(_, mark)| mark.is_number())
}
