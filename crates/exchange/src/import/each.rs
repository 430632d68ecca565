//! From sheets to what each of several vårdcentraler has. Knows no region and no amounts.

use super::choice::{choose, part};
use super::fact::{Counted, Fact};
use super::label::{Label, Setting};
use super::origin::Origin;
use super::question::{Answers, PartKind};
use super::read::{Gathered, count, gather, nothing};
use super::reading::{EachReading, PracticeReading, Problem, ProblemKind, Reading};
use super::sheet::Sheet;
use super::target::Target;
use super::{dates::time_named, words::Meaning};
use model::name::folded;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    rc::Rc,
};

/// Reads every table of the sheets for each vårdcentral that they name, in columns, rows, titles or names of sheets: what is
/// wrong with the file as a whole, with the question of times and marks, and what each has, in the order of the file.
pub fn read_each(sheets: &[Sheet], target: &Target, answers: &Answers) -> EachReading {
    let (mut gathered, mut whole) = gather(sheets, target, answers);
    let tables = name_tables(&mut gathered, sheets, target);
    let looks_like_lists = gathered.names_several || tables > 1;
    let time = part(&mut gathered.facts, (PartKind::Time, answers.time), &mut whole.problems);
    if time.is_some() {
        whole.question = time;
        return EachReading { whole, practices: Vec::new(), looks_like_lists: true };
    }
    let mut named: Vec<Named> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut nameless = None;
    for mut fact in std::mem::take(&mut gathered.facts) {
        let Some(name) = fact.practice.take() else {
            nameless = nameless.or(Some(Origin::cell(fact.sheet, fact.place)));
            continue;
        };
        let place = *places.entry(folded(&name)).or_insert(named.len());
        if place == named.len() {
            named.push(Named { name: Rc::clone(&name), facts: Vec::new(), has_spellings: false });
        }
        let Some(own) = named.get_mut(place) else { continue };
        own.has_spellings |= own.name != name;
        own.facts.push(fact);
    }
    let read = |own| practice(own, (sheets, &gathered.titles), (target, answers));
    let practices: Vec<PracticeReading> = named.into_iter().map(read).collect();
    // what is wrong in the same way in several is told once
    for problem in practices.iter().flat_map(|one| &one.reading.problems) {
        if !whole.problems.iter().any(|told| told.kind == problem.kind && told.text == problem.text) {
            whole.problems.push(problem.clone());
        }
    }
    // one answer is for all
    let asked = practices.iter().find_map(|one| one.reading.question.clone());
    whole.question = whole.question.or(asked);
    if let Some(origin) = nameless.filter(|_| practices.is_empty() && tables > 1) {
        let kind = ProblemKind::NoPractice { tables };
        whole.problems.push(Problem { origin, text: String::new(), kind });
    }
    if practices.is_empty() && whole.problems.is_empty() && whole.question.is_none() {
        whole.problems.push(nothing(&whole.notes));
    }
    EachReading { whole, practices, looks_like_lists }
}

/// The numbers of a vårdcentral.
struct Named {
    /// As it is written first.
    name: Rc<str>,
    facts: Vec<Fact>,
    has_spellings: bool,
}

fn practice(
    Named { name, facts, has_spellings }: Named,
    (sheets, titles): (&[Sheet], &[String]),
    (target, answers): (&Target, &Answers),
) -> PracticeReading {
    let mut costs = facts.iter().filter(|fact| fact.counted.is_cost()).map(|fact| fact.value);
    let first = costs.next();
    let (mut more, mut has_repeated_cost) = (0, first.flatten().is_some_and(|cost| !cost.is_zero()));
    for cost in costs {
        more += 1;
        has_repeated_cost &= Some(cost) == first;
    }
    has_repeated_cost &= more > 1;
    let mut reading = Reading::default();
    let own = Gathered { facts, titles: titles.to_vec(), ..Gathered::default() };
    let is_unread = own.facts.iter().any(|fact| fact.value.is_none() && fact.masked.is_none());
    let (facts, question) = choose(own, sheets, answers, &mut reading.problems);
    let is_twice = facts.iter().any(|fact| fact.is_twice);
    reading.question = question.or(count(&facts, (target, answers), &mut reading));
    let is_named_as_sum = Label::read(&name, &target.words).total;
    PracticeReading {
        name: name.to_string(),
        reading,
        is_unread,
        is_twice,
        is_named_as_sum,
        has_repeated_cost,
        has_spellings,
    }
}

/// Where no cell says which vårdcentral or time a table is of, its title or its sheet's name may. How many tables there are
/// that count listed persons.
fn name_tables(gathered: &mut Gathered, sheets: &[Sheet], target: &Target) -> usize {
    let tables: BTreeMap<usize, usize> = gathered.facts.iter().map(|fact| (fact.table, fact.sheet)).collect();
    let of_listed = gathered.facts.iter().filter(|fact| fact.counted == Counted::Listed).map(|fact| fact.table);
    let count = of_listed.collect::<BTreeSet<_>>().len();
    let sheet_name = |sheet: usize| sheets.get(sheet).map(|sheet| sheet.name.as_str()).unwrap_or_default();
    let times: BTreeSet<String> = tables.values().filter_map(|sheet| time_of(sheet_name(*sheet), target)).collect();
    let is_timeless = gathered.facts.iter().all(|fact| fact.time.is_none());
    if times.len() > 1 && is_timeless {
        for fact in &mut gathered.facts {
            fact.time = time_of(sheet_name(fact.sheet), target).map(Rc::from);
        }
    }
    if tables.len() < 2 || gathered.facts.iter().any(|fact| fact.practice.is_some()) {
        return count;
    }
    let by_title = |table: usize, _| name_of(gathered.titles.get(table)?, target);
    let by_sheet = |_, sheet: usize| name_of(sheet_name(sheet), target);
    let named = |of: &dyn Fn(usize, usize) -> Option<String>| {
        let names: Option<BTreeMap<usize, String>> =
            tables.iter().map(|(table, sheet)| Some((*table, of(*table, *sheet)?))).collect();
        names.filter(|names| names.values().collect::<BTreeSet<_>>().len() > 1)
    };
    let titles = named(&by_title).filter(|names| names.values().collect::<BTreeSet<_>>().len() == tables.len());
    if let Some(names) = titles.or_else(|| named(&by_sheet)) {
        for fact in &mut gathered.facts {
            fact.practice = names.get(&fact.table).map(|name| Rc::from(name.as_str()));
        }
    }
    count
}

/// The time that the name of a sheet is.
fn time_of(name: &str, target: &Target) -> Option<String> {
    let label = Label::read(name, &target.words);
    (label.dated && !label.says_whose()).then(|| time_named(name))
}

/// The vårdcentral that a title or the name of a sheet is: a text of words that mean nothing else, and not what programs call
/// their sheets.
fn name_of(text: &str, target: &Target) -> Option<String> {
    const OF_PROGRAMS: [&str; 6] = ["blad", "sheet", "tabell", "table", "ark", "data"];
    let label = Label::read(text, &target.words);
    if label.setting == Some(Setting::Whole) && label.holds == Some(Meaning::Practice) {
        let (_, name) = text.split_once([':', '='])?;
        return name_of(name, target);
    }
    let says =
        label.says_whose() || label.measure.is_some() || label.setting.is_some() || label.left_out || label.dated;
    let is_name = label.strange || label.holds == Some(Meaning::Practice) || label.total;
    let begins = folded(text);
    let begins = begins.trim_end_matches(|last: char| last.is_ascii_digit() || last == ' ');
    (is_name && !says && !OF_PROGRAMS.contains(&begins)).then(|| text.trim().to_owned())
}
