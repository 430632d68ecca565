//! Several tables with the same persons: which one is meant, as answered or as the question. Adds nothing up.

use super::coverage::Coverage;
use super::fact::Fact;
use super::origin::Origin;
use super::read::Gathered;
use super::reading::{Problem, ProblemKind, Question, TableOffer};
use super::sheet::Sheet;
use rust_decimal::Decimal;

/// The facts that remain once a table is chosen, and the question if none is. A person that one table counts twice is a
/// problem, and the later number is left without a value.
pub(super) fn choose(
    gathered: Gathered,
    sheets: &[Sheet],
    answer: Option<usize>,
    problems: &mut Vec<Problem>,
) -> (Vec<Fact>, Option<Question>) {
    let Gathered { mut facts, titles } = gathered;
    facts.sort_by_key(|fact| fact.table);
    let rival = rivals(&facts);
    let question = (!rival.is_empty()).then(|| offers(&facts, &rival, sheets, &titles));
    let kept = answer.and_then(|place| rival.get(place).copied());
    facts.retain(|fact| !rival.contains(&fact.table) || kept == Some(fact.table));
    void_what_is_counted_twice(&mut facts, problems);
    (facts, question.filter(|_| kept.is_none()))
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

fn void_what_is_counted_twice(facts: &mut [Fact], problems: &mut Vec<Problem>) {
    let mut coverage = Coverage::default();
    for number in 0..facts.len() {
        let Some(fact) = facts.get(number) else { return };
        let Some(other) = coverage.enter(number, fact).and_then(|other| facts.get(other)) else { continue };
        problems.push(Problem {
            origin: Origin::cell(fact.sheet, fact.place),
            text: fact.value.map(|value| value.to_string()).unwrap_or_default(),
            kind: ProblemKind::CountedTwice { other: Origin::cell(other.sheet, other.place) },
        });
        if let Some(fact) = facts.get_mut(number) {
            fact.value = None;
        }
    }
}
