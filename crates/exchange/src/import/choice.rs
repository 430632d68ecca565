//! Several tables with the same persons: which one is meant, as answered or as the question. Adds nothing up.

use super::coverage::Coverage;
use super::fact::Fact;
use super::origin::{Origin, Place};
use super::question::{Answers, Chosen, PartKind, PartOffer, Question, TableOffer};
use super::read::Gathered;
use super::reading::{Problem, ProblemKind};
use super::sheet::Sheet;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The facts that remain once a table is chosen, and the question if none is. A person that one table counts twice is a
/// problem, and the later number is left without a value.
pub(super) fn choose(
    gathered: Gathered,
    sheets: &[Sheet],
    answers: &Answers,
    problems: &mut Vec<Problem>,
) -> (Vec<Fact>, Option<Question>) {
    let Gathered { mut facts, titles, .. } = gathered;
    facts.sort_by_key(|fact| fact.table);
    let asked = [(PartKind::Practice, answers.practice), (PartKind::Time, answers.time)];
    let of_part = asked.into_iter().fold(None, |open: Option<Question>, (kind, answer)| {
        open.or_else(|| part(&mut facts, (kind, answer), problems))
    });
    if of_part.is_some() {
        return (Vec::new(), of_part);
    }
    if answers.practice != Some(Chosen::All) || all_together(&facts, PartKind::Practice).is_none() {
        // what says of which vårdcentral it is and what does not are of the same one
        facts.iter_mut().for_each(|fact| fact.practice = None);
    }
    let rival = rivals(&facts);
    let question = (!rival.is_empty()).then(|| offers(&facts, &rival, sheets, &titles));
    let kept = answers.table.and_then(|place| rival.get(place).copied());
    facts.retain(|fact| !rival.contains(&fact.table) || kept == Some(fact.table));
    void_what_is_counted_twice(&mut facts, problems);
    (facts, question.filter(|_| kept.is_none()))
}

/// Keeps the facts of one part where there are several, as answered; else the question.
pub(super) fn part(
    facts: &mut Vec<Fact>,
    (kind, answer): (PartKind, Option<Chosen>),
    problems: &mut Vec<Problem>,
) -> Option<Question> {
    let name = |fact: &Fact| match kind {
        PartKind::Practice => fact.practice.clone(),
        PartKind::Time => fact.time.clone(),
    };
    let mut names: Vec<Rc<str>> = Vec::new();
    for own in facts.iter().filter_map(name) {
        if !names.contains(&own) {
            names.push(own);
        }
    }
    if names.len() < 2 {
        return None;
    }
    let together = all_together(facts, kind);
    if together.is_some() && answer == Some(Chosen::All) {
        return None;
    }
    let one = |chosen| if let Chosen::One(place) = chosen { names.get(place) } else { None };
    if let Some(chosen) = answer.and_then(one) {
        let is_kept = |fact: &Fact| name(fact).is_none_or(|own| own == *chosen);
        let others: BTreeSet<_> =
            facts.iter().filter(|fact| !is_kept(fact)).map(|fact| (fact.sheet, fact.place)).collect();
        facts.retain(is_kept);
        problems.retain(|problem| !is_within(problem, &others));
        return None;
    }
    // what is wrong in a part is told once it is chosen
    let all: BTreeSet<_> = facts.iter().map(|fact| (fact.sheet, fact.place)).collect();
    problems.retain(|problem| !is_within(problem, &all));
    let offer = |chosen: &Rc<str>| {
        let own = || facts.iter().filter(|fact| name(fact).as_ref() == Some(chosen));
        let sheet = own().next().map_or(0, |fact| fact.sheet);
        PartOffer {
            name: chosen.to_string(),
            origin: Origin::cells(sheet, own().filter(|fact| fact.sheet == sheet).map(|fact| fact.place)),
            sum: own().filter_map(|fact| fact.value).fold(Decimal::ZERO, Decimal::saturating_add),
        }
    };
    Some(Question::Part { kind, offers: names.iter().map(offer).collect(), all: together })
}

/// The sum of all vårdcentraler, if every number counts persons of one of them; times do not add up.
fn all_together(facts: &[Fact], kind: PartKind) -> Option<Decimal> {
    let is_of_one = |fact: &Fact| fact.practice.is_some() && !fact.counted.is_cost();
    let add_up = kind == PartKind::Practice && facts.iter().all(is_of_one);
    add_up.then(|| facts.iter().filter_map(|fact| fact.value).fold(Decimal::ZERO, Decimal::saturating_add))
}

/// Whether the problem is with cells of these facts alone.
fn is_within(problem: &Problem, places: &BTreeSet<(usize, Place)>) -> bool {
    let sheet = problem.origin.sheet;
    problem.origin.places().all(|place| places.contains(&(sheet, place)))
}

/// The first table that shares persons with another, and those that it shares them with.
fn rivals(facts: &[Fact]) -> Vec<usize> {
    let mut tables: Vec<(usize, Coverage)> = Vec::new();
    for (number, fact) in facts.iter().enumerate() {
        match tables.last_mut().filter(|(table, _)| *table == fact.table) {
            Some((_, coverage)) => {
                coverage.enter(number, fact);
            }
            None => {
                let mut coverage = Coverage::default();
                coverage.enter(number, fact);
                tables.push((fact.table, coverage));
            }
        }
    }
    let first = first_shared(facts);
    let first = tables.iter().find(|(table, _)| Some(*table) == first);
    let Some((table, own)) = first else { return Vec::new() };
    let others = tables.iter().filter(|(other, coverage)| other != table && own.meets(coverage));
    let mut rivals: Vec<usize> = others.map(|(other, _)| *other).chain([*table]).collect();
    rivals.sort_unstable();
    rivals
}

/// The first table of which a later one counts a person again.
fn first_shared(facts: &[Fact]) -> Option<usize> {
    let mut all = Coverage::default();
    let shared = facts.iter().enumerate().filter_map(|(number, fact)| {
        let earlier = facts.get(all.enter(number, fact)?)?;
        (earlier.table != fact.table).then_some(earlier.table)
    });
    shared.min()
}

fn offers(facts: &[Fact], tables: &[usize], sheets: &[Sheet], titles: &[String]) -> Question {
    let offer = |table: &usize| {
        let own = || facts.iter().filter(|fact| fact.table == *table);
        let sheet = own().next().map_or(0, |fact| fact.sheet);
        TableOffer {
            sheet: sheets.get(sheet).map(|sheet| sheet.name.clone()).unwrap_or_default(),
            title: titles.get(*table).cloned().unwrap_or_default(),
            origin: Origin::cells(sheet, own().map(|fact| fact.place)),
            sum: own().filter_map(|fact| fact.value).fold(Decimal::ZERO, Decimal::saturating_add),
        }
    };
    Question::Table { offers: tables.iter().map(offer).collect() }
}

/// Numbers of persons who are counted already.
struct Twice {
    sheets: (usize, usize),
    /// The first number.
    text: String,
    /// The cells, with those that counted first.
    places: Vec<(Place, Place)>,
}

/// What a table counts again of another, or of itself, is one problem.
fn void_what_is_counted_twice(facts: &mut [Fact], problems: &mut Vec<Problem>) {
    let mut coverage = Coverage::default();
    let mut twice: BTreeMap<(usize, usize), Twice> = BTreeMap::new();
    // of a subtotal and its parts it is the subtotal that is told
    let width = |fact: &Fact| fact.band.map_or(u8::MAX, |band| band.high.unwrap_or(u8::MAX) - band.low);
    let mut order: Vec<usize> = (0..facts.len()).collect();
    order.sort_by_key(|number| facts.get(*number).map(width));
    for number in order {
        let Some(fact) = facts.get(number) else { return };
        let Some(other) = coverage.enter(number, fact).and_then(|other| facts.get(other)) else { continue };
        let found = twice.entry((fact.table, other.table)).or_insert_with(|| Twice {
            sheets: (fact.sheet, other.sheet),
            text: fact.value.map(|value| value.to_string()).unwrap_or_default(),
            places: Vec::new(),
        });
        found.places.push((fact.place, other.place));
        if let Some(fact) = facts.get_mut(number) {
            fact.value = None;
            fact.is_twice = true;
        }
    }
    problems.extend(twice.into_values().map(|found| Problem {
        origin: Origin::cells(found.sheets.0, found.places.iter().map(|(place, _)| *place)),
        text: found.text,
        kind: ProblemKind::CountedTwice {
            other: Origin::cells(found.sheets.1, found.places.iter().map(|(_, other)| *other)),
        },
    }));
}
