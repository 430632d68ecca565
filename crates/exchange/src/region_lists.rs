//! A region from what regions have: the listed persons of each vårdcentral by sex and age, with or without persons by
//! condition and drug costs. Knows no amounts, and estimates nothing.
mod sums;

use crate::import::{
    Answers, EachReading, Masked, MaskedOf, PracticeReading, ProblemKind, Reading, Sheet, Target, read_each,
};
use model::{
    cell::{Cell, PerCell},
    count::Count,
    entries::Entries,
    id::Id,
    practice::Practice,
};
use register::ingest::{MARK, MARKED};
use sums::sums;

/// The vårdcentraler of a file of lists.
#[derive(Clone, Debug, Default)]
pub struct RegionLists {
    /// Those whose lists are whole, in the order of the file.
    pub names: Vec<String>,
    /// The list of each. What is not told of all of them is told of none: then `affected` is empty, or `drug_cost` is none.
    pub practices: Vec<Practice>,
    /// What was found.
    pub found: ListsFound,
    /// The file as a whole: notes, problems, and what has to be answered first.
    pub whole: Reading,
    /// Whether the file holds lists of several vårdcentraler, whole or not.
    pub holds_lists: bool,
}

/// What was found in a file of lists, beside the lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListsFound {
    /// Whether every row is marked as of made-up persons.
    pub are_made_up: bool,
    /// Vårdcentraler that are left out, each with how many groups of sex and age are not known, and one of them.
    pub left_out: Vec<(String, u32, Cell)>,
    /// How many of those only lack groups that stand nowhere, while others have them.
    pub could_be_nobody: u32,
    /// Vårdcentraler of which groups that stand nowhere were counted as nobody, as was asked for.
    pub taken_as_nobody: u32,
    /// How many of those are counted twice somewhere.
    pub twice: u32,
    /// Rows that are the sum of other rows, and so are no vårdcentral.
    pub sums: Vec<String>,
    /// Rows that are called sums and nearly are, and so are no vårdcentral either.
    pub near_sums: Vec<String>,
    /// Vårdcentraler that are called sums and are none.
    pub named_as_sums: Vec<String>,
    /// Vårdcentraler whose name is written in several ways.
    pub spellings: u32,
    /// Small counts that are not told, each taken as the middle of what it can be.
    pub masked: u32,
    /// By how many persons all of those together can be wrong at most.
    pub masked_off: u32,
    /// Factors that are not told of every vårdcentral.
    pub conditions_lacking: Vec<Id>,
    /// Factors that are told of some vårdcentral.
    pub conditions_told: u32,
    /// Vårdcentraler with more persons of a factor than are listed; such a count is not used.
    pub more_than_listed: Vec<(String, Id)>,
    /// Vårdcentraler without a drug cost.
    pub costs_lacking: u32,
    /// Those of them with the same cost on every row.
    pub costs_repeated: u32,
}

/// Whether every row has the mark of made-up persons: a column that is called so and says yes in each.
fn are_made_up(sheets: &[Sheet]) -> bool {
    let is_marked = |sheet: &Sheet| {
        let mut rows = sheet.rows.iter().filter(|row| row.iter().any(|cell| !cell.text.trim().is_empty()));
        let headings = rows.next()?;
        let column = headings.iter().position(|cell| cell.text.trim() == MARK)?;
        Some(rows.all(|row| row.get(column).is_some_and(|cell| cell.text.trim() == MARKED)))
    };
    !sheets.is_empty() && sheets.iter().all(|sheet| is_marked(sheet) == Some(true))
}

/// The vårdcentraler of a file. While a question is open there are none.
pub fn region_lists(sheets: &[Sheet], target: &Target, answers: &Answers, missing_is_nobody: bool) -> RegionLists {
    let EachReading { whole, practices: each, looks_like_lists } = read_each(sheets, target, answers);
    let holds_lists = each.len() > 1 || each.is_empty() && looks_like_lists;
    let mut lists = RegionLists { whole, holds_lists, ..RegionLists::default() };
    if lists.whole.question.is_some() {
        return lists;
    }
    // of counts that are told within bounds, more is said elsewhere
    lists.whole.problems.retain(|problem| {
        let bounded = |masked: &&Masked| masked.is_listed() && masked.bounds.at_most.is_some();
        let is_bounded = |place| {
            each.iter().any(|one| one.reading.masked.iter().filter(bounded).any(|masked| masked.origin.contains(place)))
        };
        problem.kind != ProblemKind::Hidden || !problem.origin.places().all(is_bounded)
    });
    let found = &mut lists.found;
    found.are_made_up = are_made_up(sheets);
    // what nobody has was not read, and is not nobody
    let is_told = |cell: Cell| each.iter().any(|one| is_read(&one.reading, cell));
    let told: Vec<Cell> = target.bands.cells().filter(|cell| is_told(*cell)).collect();
    let mut kept = Vec::new();
    for one in &each {
        match listed(one, (target, &told), missing_is_nobody, found) {
            Ok(listed) => kept.push((one, listed)),
            Err((groups, cell)) => {
                found.left_out.push((one.name.clone(), groups, cell));
                found.twice += u32::from(one.is_twice);
            }
        }
    }
    leave_out_sums(&mut kept, found);
    found.spellings = many(kept.iter().filter(|(one, _)| one.has_spellings).count());
    let affected: Vec<Entries<Id, Count>> =
        kept.iter().map(|(one, listed)| affected(one, listed, &mut found.more_than_listed)).collect();
    let ids = || target.factors.iter().map(|factor| &factor.id);
    let lacking = ids().filter(|id| !affected.iter().all(|own| own.get(*id).is_some()));
    found.conditions_lacking = lacking.cloned().collect();
    found.conditions_told = many(ids().filter(|id| affected.iter().any(|own| own.get(*id).is_some())).count());
    let cost = |one: &PracticeReading| one.reading.drug_cost.as_ref().map(|(cost, _)| *cost);
    let cost = |one: &PracticeReading| cost(one).filter(|_| !one.has_repeated_cost);
    found.costs_lacking = many(kept.iter().filter(|(one, _)| cost(one).is_none()).count());
    found.costs_repeated = many(kept.iter().filter(|(one, _)| one.has_repeated_cost).count());
    let (tells_conditions, tells_costs) = (found.conditions_lacking.is_empty(), found.costs_lacking == 0);
    for ((one, listed), affected) in kept.into_iter().zip(affected) {
        let affected = if tells_conditions { affected } else { Entries::new() };
        lists.names.push(one.name.clone());
        lists.practices.push(Practice { listed, affected, drug_cost: cost(one).filter(|_| tells_costs) });
    }
    lists
}

/// Takes out the rows that are sums of others, and tells of those that are only called so.
fn leave_out_sums(kept: &mut Vec<(&PracticeReading, PerCell<Count>)>, found: &mut ListsFound) {
    let rows: Vec<Vec<u64>> = kept.iter().map(|(_, listed)| counts(listed)).collect();
    let mut left_out = sums(&rows);
    let name = |place: usize| kept.get(place).map(|(one, _)| one.name.clone()).unwrap_or_default();
    found.sums = left_out.iter().map(|place| name(*place)).collect();
    let is_named = |place: &usize| kept.get(*place).is_some_and(|(one, _)| one.is_named_as_sum);
    for place in (0..rows.len()).filter(is_named) {
        let is_other = |(other, _): &(usize, &Vec<u64>)| *other != place && !left_out.contains(other);
        let others: Vec<&Vec<u64>> = rows.iter().enumerate().filter(is_other).map(|(_, row)| row).collect();
        if left_out.contains(&place) {
            continue;
        }
        if rows.get(place).is_some_and(|row| is_near_sum(row, &others)) {
            found.near_sums.push(name(place));
            left_out.push(place);
        } else {
            found.named_as_sums.push(name(place));
        }
    }
    left_out.sort_unstable();
    for place in left_out.into_iter().rev() {
        kept.remove(place);
    }
}

fn many(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn is_read(reading: &Reading, cell: Cell) -> bool {
    let masked = reading.masked.iter().any(|masked| masked.of == MaskedOf::Listed(cell));
    masked || reading.listed.iter().any(|(own, ..)| *own == cell)
}

/// The list by cell, if every group is known. Errors: how many are not, and the first.
fn listed(
    one: &PracticeReading,
    (target, told): (&Target, &[Cell]),
    missing_is_nobody: bool,
    found: &mut ListsFound,
) -> Result<PerCell<Count>, (u32, Cell)> {
    let reading = &one.reading;
    // of what stands there and was not read, nothing is nobody
    let is_nowhere =
        |cell: Cell| !one.is_unread && reading.problems.is_empty() && !is_read(reading, cell) && told.contains(&cell);
    let (mut unknown, mut open, mut first) = (0, 0, None);
    let (mut masked, mut off, mut is_missing) = (0, 0, false);
    let count = |cell: Cell| {
        if let Some((_, count, _)) = reading.listed.iter().find(|(own, ..)| *own == cell) {
            return *count;
        }
        let hidden = reading.masked.iter().find(|masked| masked.of == MaskedOf::Listed(cell));
        let bounds = hidden.and_then(|one| Some((one.bounds.at_least, one.bounds.at_most?)));
        // one that can be more than is ever counted is not known
        if let Some((least, most)) = bounds
            && let Some(middle) = Count::new(most.into()).and(Count::new(least.midpoint(most).into()))
        {
            masked += 1;
            off = u32::saturating_add(off, (most - middle.get()).max(middle.get().saturating_sub(least)));
            return middle;
        }
        open += u32::from(is_nowhere(cell));
        if missing_is_nobody && is_nowhere(cell) {
            is_missing = true;
        } else {
            unknown += 1;
            first.get_or_insert(cell);
        }
        Count::default()
    };
    let listed = PerCell::from_fn(&target.bands, count);
    if let Some(cell) = first {
        found.could_be_nobody += u32::from(open == unknown);
        return Err((unknown, cell));
    }
    found.masked += masked;
    found.masked_off = found.masked_off.saturating_add(off);
    found.taken_as_nobody += u32::from(is_missing);
    Ok(listed)
}

fn counts(listed: &PerCell<Count>) -> Vec<u64> {
    listed.iter().map(|(_, count)| count.get().into()).collect()
}

/// Whether a row that is called a sum comes near to one: it is nowhere less than another, and five per cent at most from all
/// others together. Masks and persons of no vårdcentral make a sum differ.
fn is_near_sum(row: &[u64], others: &[&Vec<u64>]) -> bool {
    let is_largest = others.iter().all(|other| other.iter().zip(row).all(|(other, own)| other <= own));
    let (own, all): (u64, u64) = (row.iter().sum(), others.iter().flat_map(|other| other.iter()).sum());
    others.len() > 1 && is_largest && own.abs_diff(all).saturating_mul(20) <= all
}

/// Persons by factor; none of which there are more than are listed.
fn affected(one: &PracticeReading, listed: &PerCell<Count>, more: &mut Vec<(String, Id)>) -> Entries<Id, Count> {
    let all: u64 = counts(listed).iter().sum();
    let mut own = Entries::new();
    for (id, count, _) in &one.reading.affected {
        if u64::from(count.get()) > all {
            more.push((one.name.clone(), id.clone()));
        } else {
            own.insert(id.clone(), *count);
        }
    }
    own
}
