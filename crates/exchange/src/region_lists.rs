//! A region from what regions have: the listed persons of each vårdcentral by sex and age, with or without persons by
//! condition and drug costs. Knows no amounts, and estimates nothing.
use crate::import::{Answers, MaskedOf, PartKind, PracticeReading, Question, Reading, Sheet, Target, read_each};
use model::{
    cell::{Cell, PerCell},
    count::Count,
    entries::Entries,
    id::Id,
    practice::Practice,
};
use serde::{Deserialize, Serialize};

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
}

/// What was found in a file of lists, beside the lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListsFound {
    /// Vårdcentraler that are left out, each with how many groups of sex and age are not known, and one of them.
    pub left_out: Vec<(String, u32, Cell)>,
    /// Vårdcentraler of which groups that stand nowhere were counted as nobody, as was asked for.
    pub taken_as_nobody: u32,
    /// Small counts that are not told, each taken as the middle of what it can be.
    pub masked: u32,
    /// By how many persons all of those together can be wrong at most.
    pub masked_off: u32,
    /// Factors that are told of some vårdcentral and not of every one, or of none.
    pub conditions_lacking: Vec<Id>,
    /// Vårdcentraler without a drug cost.
    pub costs_lacking: u32,
}

/// Whether the file names several vårdcentraler.
pub fn holds_lists(sheets: &[Sheet], target: &Target) -> bool {
    let (whole, each) = read_each(sheets, target, &Answers::default());
    each.len() > 1 || matches!(whole.question, Some(Question::Part { kind: PartKind::Time, .. }))
}

/// The vårdcentraler of a file. While a question is open there are none.
pub fn region_lists(sheets: &[Sheet], target: &Target, answers: &Answers, missing_is_nobody: bool) -> RegionLists {
    let (whole, each) = read_each(sheets, target, answers);
    let mut lists = RegionLists { whole, ..RegionLists::default() };
    if lists.whole.question.is_some() {
        return lists;
    }
    let found = &mut lists.found;
    let mut kept = Vec::new();
    for one in each {
        match listed(&one, target, missing_is_nobody, found) {
            Ok(listed) => kept.push((one.name, listed, one.reading)),
            Err((groups, cell)) => found.left_out.push((one.name, groups, cell)),
        }
    }
    let ids = || target.factors.iter().map(|factor| &factor.id);
    let tells = |reading: &Reading, id: &Id| reading.affected.iter().any(|(own, ..)| own == id);
    let lacking = ids().filter(|id| !kept.iter().all(|(_, _, reading)| tells(reading, id)));
    found.conditions_lacking = lacking.cloned().collect();
    let without = kept.iter().filter(|(_, _, reading)| reading.drug_cost.is_none()).count();
    found.costs_lacking = u32::try_from(without).unwrap_or(u32::MAX);
    for (name, listed, reading) in kept {
        let affected = reading.affected.iter().map(|(id, count, _)| (id.clone(), *count));
        let affected: Entries<Id, Count> =
            if found.conditions_lacking.is_empty() { affected.collect() } else { Entries::new() };
        let drug_cost = reading.drug_cost.map(|(cost, _)| cost).filter(|_| without == 0);
        lists.names.push(name);
        lists.practices.push(Practice { listed, affected, drug_cost });
    }
    lists
}

/// The list by cell, if every group is known. Errors: how many are not, and the first.
fn listed(
    one: &PracticeReading,
    target: &Target,
    missing_is_nobody: bool,
    found: &mut ListsFound,
) -> Result<PerCell<Count>, (u32, Cell)> {
    let reading = &one.reading;
    let (mut unknown, mut first) = (0, None);
    let (mut masked, mut off, mut is_missing) = (0, 0, false);
    let count = |cell: Cell| {
        if let Some((_, count, _)) = reading.listed.iter().find(|(own, ..)| *own == cell) {
            return *count;
        }
        let told = reading.masked.iter().find(|masked| masked.of == MaskedOf::Listed(cell));
        if let Some((least, most)) = told.and_then(|one| Some((one.bounds.at_least, one.bounds.at_most?))) {
            let middle = least.midpoint(most);
            masked += 1;
            off += (most - middle).max(middle - least);
            return Count::new(middle.into()).unwrap_or_default();
        }
        if missing_is_nobody && told.is_none() && !one.is_unread {
            is_missing = true;
        } else {
            unknown += 1;
            first.get_or_insert(cell);
        }
        Count::default()
    };
    let listed = PerCell::from_fn(&target.bands, count);
    if let Some(cell) = first {
        return Err((unknown, cell));
    }
    found.masked += masked;
    found.masked_off += off;
    found.taken_as_nobody += u32::from(is_missing);
    Ok(listed)
}
