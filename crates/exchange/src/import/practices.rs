//! Which vårdcentral each row and column of a table is of, where its own label does not say it: rows of sums, names across,
//! and names over their rows as in a compact pivot table. Adds nothing up.

use super::columns::{Column, Role};
use super::facts::Source;
use super::label::{Label, Measure};
use super::line::TableLine;
use super::mark::Mark;
use super::origin::Place;
use super::reading::ProblemKind;
use super::report::Report;
use super::rows::{Group, group_of};
use super::token::{joined, tokens};
use super::words::Words;
use model::sex::Sex;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Gives every row and column its vårdcentral.
pub(super) fn give_practices(source: &Source, columns: &mut [Column], groups: &mut [Group], report: &mut Report) {
    for group in groups.iter_mut() {
        settle_sums(source, group, report);
        if !names_practices(group) {
            take_outer_names(group, report);
        }
    }
    share(groups);
    if !groups.iter().any(names_practices) {
        take_names_across(source, columns, groups, report);
    }
    let lines = || groups.iter().flat_map(|group| &group.lines).chain(columns.iter().map(|column| &column.line));
    let mut names = lines().filter_map(|line| line.practice).map(|at| report.whole_text(at));
    let first = names.next();
    let are_several = first.is_some_and(|first| names.any(|other| other != first));
    let has_ages = lines().any(|line| line.band.is_some());
    report.names_several |= are_several && has_ages;
}

fn names_practices(group: &Group) -> bool {
    group.lines.iter().any(|line| line.practice.is_some())
}

fn key(at: Place, report: &Report) -> Rc<str> {
    joined(&tokens(&report.whole_text(at)))
}

/// Tells rows of sums from vårdcentraler with a word for a sum in their names: `Summa` is the sum of all, `Eken Summa` that
/// of Eken where Eken is in the table, and `Summa Vård` a vårdcentral, unless its numbers say otherwise.
fn settle_sums(source: &Source, group: &mut Group, report: &Report) {
    if group.lines.iter().all(|line| line.sum_at.is_none()) {
        return;
    }
    let mut names: BTreeMap<Rc<str>, Place> = BTreeMap::new();
    for at in group.lines.iter().filter_map(|line| line.practice) {
        names.entry(key(at, report)).or_insert(at);
    }
    // what a blank cell below stands for
    let mut above: Option<(Place, TableLine)> = None;
    for (row, line) in source.table.body.iter().zip(&mut group.lines) {
        let Some(at) = line.sum_at else {
            let is_below = |at: &Place| *source.marks.at(*row, at.column) == Mark::Blank;
            match &above {
                Some((at, sum)) if is_below(at) => {
                    line.practice = sum.practice;
                    line.label.total |= sum.label.total;
                }
                _ => above = None,
            }
            continue;
        };
        let label = source.marks.at(at.row, at.column).label();
        let of = label.and_then(|label| label.sum_of.clone()).unwrap_or_default();
        let says_no_name = label.is_some_and(|label| !label.strange && label.holds.is_none());
        if let Some(name) = names.get(&of) {
            (line.practice, line.label.total) = (Some(*name), true);
        } else if says_no_name {
            line.label.total = true;
        } else {
            line.practice = Some(at);
        }
        if line.label.total {
            line.places.push(at);
        }
        above = Some((at, line.clone()));
    }
}

/// What one group of label columns says of vårdcentraler and times holds for the numbers of the others in the row.
fn share(groups: &mut [Group]) {
    let others: Vec<Vec<TableLine>> = groups.iter().map(|group| group.lines.clone()).collect();
    for (place, group) in groups.iter_mut().enumerate() {
        let near = || (0..place).rev().chain(place + 1..others.len()).filter_map(|other| others.get(other));
        let lacks = |has: &dyn Fn(&TableLine) -> bool| !group.lines.iter().any(has);
        let (practice, time) =
            (lacks(&|line| line.practice.is_some() || line.sum_at.is_some()), lacks(&|line| !line.time.is_empty()));
        let status = lacks(&|line| line.status.is_some() || line.not_listed.is_some());
        let has = |lines: &&Vec<TableLine>, has: &dyn Fn(&TableLine) -> bool| lines.iter().any(has);
        let practices = near().find(|lines| has(lines, &|line| line.practice.is_some())).filter(|_| practice);
        let times = near().find(|lines| has(lines, &|line| !line.time.is_empty())).filter(|_| time);
        let statuses = near().find(|lines| has(lines, &|line| line.status.is_some() || line.not_listed.is_some()));
        let statuses = statuses.filter(|_| status);
        for (row, line) in group.lines.iter_mut().enumerate() {
            if let Some(other) = practices.and_then(|lines| lines.get(row)) {
                line.practice = other.practice;
                line.label.total |= other.sum_at.is_some() && other.label.total;
                line.label.left_out |= other.practice.is_none() && other.label.left_out;
            }
            if let Some(other) = times.and_then(|lines| lines.get(row)) {
                line.time.clone_from(&other.time);
                line.label.month = line.label.month.or(other.label.month);
            }
            if let Some(other) = statuses.and_then(|lines| lines.get(row)) {
                (line.status, line.not_listed) = (other.status, other.not_listed);
            }
        }
    }
}

/// In a compact pivot table the name of a vårdcentral stands in a row over those of its ages and sums them, or under an age
/// whose numbers it has a part of. Only what comes again under the next name shows that they are names.
fn take_outer_names(group: &mut Group, report: &Report) {
    let is_name = |line: &TableLine| {
        let says =
            line.says_whose() || line.label.measure.is_some() || line.label.left_out || line.not_stated.is_some();
        line.strange.is_some() && !line.half_read && !says
    };
    let is_inner = |line: &TableLine| line.strange.is_none() && line.says_whose();
    let Some(first) = group.lines.iter().position(|line| is_name(line) || is_inner(line)) else { return };
    if group.names_conditions || group.lines.iter().filter(|line| is_name(line)).nth(1).is_none() {
        return;
    }
    let name_is_outer = group.lines.get(first).is_some_and(is_name);
    let is_outer = |line: &TableLine| if name_is_outer { is_name(line) } else { is_inner(line) && !line.label.total };
    let inner_key = |line: &TableLine| match line.strange {
        Some(at) => key(at, report).to_string(),
        None => format!("{:?} {:?}", line.label.sex, line.band),
    };
    let (mut part, mut parts, mut is_empty) = (BTreeSet::new(), Vec::new(), false);
    for line in group.lines.iter().skip(first) {
        if is_outer(line) {
            is_empty |= part.is_empty() && !parts.is_empty();
            parts.push(std::mem::take(&mut part));
        } else if is_name(line) || is_inner(line) {
            part.insert(inner_key(line));
        }
    }
    is_empty |= part.is_empty();
    parts.push(part);
    // the first is what stands before the first name: nothing
    let comes_again = parts
        .iter()
        .enumerate()
        .any(|(at, part)| parts.iter().skip(at + 1).any(|other| part.intersection(other).next().is_some()));
    if is_empty || parts.len() < 3 || !comes_again {
        return;
    }
    let mut above: Option<TableLine> = None;
    for line in group.lines.iter_mut().skip(first) {
        if is_name(line) {
            line.practice = line.strange.take();
        }
        let outer = above.as_ref();
        if (line.practice.is_some() && name_is_outer) || (!name_is_outer && line.practice.is_none() && is_inner(line)) {
            if line.label.total {
                above = None;
                continue;
            }
            above = Some(line.clone());
            line.label.total = true;
        } else if let Some(outer) =
            outer.filter(|_| !line.label.total || line.label.sex.is_some() || line.band.is_some())
        {
            line.practice = line.practice.or(outer.practice);
            line.label.fill(&outer.label);
            line.band = line.band.or(outer.band);
            line.ages_at = line.ages_at.or(outer.ages_at);
        }
    }
}

/// A vårdcentral that may stand across: its name, where it stands first, and its columns.
struct Across {
    name: Rc<str>,
    at: Place,
    columns: Vec<usize>,
}

/// Columns with unknown headings, each with numbers by sex and age, are vårdcentraler where a word for them stands over the
/// table or among the headings, or where columns of sums add them up.
fn take_names_across(source: &Source, columns: &mut [Column], groups: &[Group], report: &mut Report) {
    let names = names_across(source, columns, groups, report);
    if names.len() < 2 {
        return;
    }
    let holds =
        |row: &usize| source.marks.filled(*row).any(|(_, mark)| mark.label().is_some_and(|label| label.names_practice));
    let is_said = source.table.titles.iter().chain(&source.table.heads).any(holds);
    let is_known = is_said || are_added_up(source, columns, &names, report);
    if !is_known && let Some(first) = names.first() {
        report.problem(first.at, ProblemKind::MayBePractices { headings: names.len() });
        report.names_several = true;
    }
    for Across { name, at, columns: places } in names {
        for place in places {
            let Some(column) = columns.get_mut(place) else { continue };
            column.is_told = !is_known;
            if is_known {
                (column.line.practice, column.line.practice_name) = (Some(at), Some(Rc::clone(&name)));
                column.line.strange = None;
            }
        }
    }
}

fn names_across(source: &Source, columns: &[Column], groups: &[Group], report: &Report) -> Vec<Across> {
    let mut names: Vec<Across> = Vec::new();
    for (place, column) in columns.iter().enumerate().filter(|(_, column)| column.role == Role::Numbers) {
        let line = &column.line;
        let counts = line.label.measure != Some(Measure::Cost) && line.label.factor.is_none();
        let is_other = line.label.left_out || line.label.kronor || line.label.total;
        let says = |group: &Group| group.lines.iter().any(|row| is_whole(row, line));
        let gives_groups = group_of(groups, place).is_some_and(says);
        let Some(at) = line.strange.filter(|_| counts && !is_other && gives_groups) else { continue };
        let text = report.whole_text(at);
        let Some(name) = (if line.half_read { without_sex(&text, source.words) } else { Some(text) }) else { continue };
        match names.iter_mut().find(|known| *known.name == *name) {
            Some(known) => known.columns.push(place),
            None => names.push(Across { name: name.into(), at, columns: vec![place] }),
        }
    }
    names
}

/// A heading such as `Eken women` without the sex, if it says nothing else that is known.
fn without_sex(text: &str, words: &Words) -> Option<String> {
    let is_sex = |word: &&str| {
        let label = Label::read(word, words);
        label.sex.is_some() && !label.strange
    };
    let is_mark = |c: char| matches!(c, ',' | '-' | '\u{2013}' | '(' | ')' | ':');
    let parts = text.split_whitespace().map(|word| word.trim_matches(is_mark)).filter(|word| !word.is_empty());
    let rest: Vec<&str> = parts.filter(|word| !is_sex(word)).collect();
    let name = rest.join(" ");
    let label = Label::read(&name, words);
    (label.strange && !label.says_anything()).then_some(name)
}

/// Whether row and column together say sex and age.
fn is_whole(row: &TableLine, column: &TableLine) -> bool {
    (row.label.sex.is_some() || column.label.sex.is_some()) && (row.band.is_some() || column.band.is_some())
}

/// Whether a column of sums is the sum of these columns, or of those of one sex, in every row that has numbers.
fn are_added_up(source: &Source, columns: &[Column], names: &[Across], report: &Report) -> bool {
    let is_sum = |place: &usize| {
        let line = columns.get(*place).map(|column| &column.line);
        line.is_some_and(|line| line.label.total && line.label.ages.is_none() && line.strange.is_none())
    };
    let sex = |place: &usize| columns.get(*place).and_then(|column| column.line.label.sex);
    let is_added = |sum: usize, of: Option<Sex>| {
        let rows = || source.table.body.iter().filter(|row| report.number(Place::new(**row, sum)).is_some());
        let parts = || names.iter().flat_map(|name| &name.columns).filter(|place| of.is_none() || sex(place) == of);
        rows().nth(1).is_some()
            && rows().all(|row| {
                let added: Option<Decimal> = parts().map(|place| report.number(Place::new(*row, *place))).sum();
                added.is_some() && added == report.number(Place::new(*row, sum))
            })
    };
    let of = [None, Some(Sex::Woman), Some(Sex::Man)];
    (0..columns.len()).filter(is_sum).any(|place| of.into_iter().any(|of| is_added(place, of)))
}
