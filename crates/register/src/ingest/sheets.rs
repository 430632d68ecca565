//! Which of a workbook's sheets is the list. Reads no cell.
use super::{
    fault::FaultKind,
    faults::Faults,
    reader::{Note, Outcome},
};

/// What the sheets hold, given as name, hidden rows and columns, and what was read: the only one that has the headings of a
/// list. Several that have are not read, since one would be missed; of none the one that lacks least is told.
pub fn of_sheets(sheets: impl Iterator<Item = (String, u64, Outcome)>) -> Outcome {
    let lacks = |faults: &Faults| {
        faults.count(|kind| matches!(kind, FaultKind::MissingColumn(_) | FaultKind::NoHeader | FaultKind::BirthYears))
    };
    let mut sheets: Vec<_> =
        sheets.map(|(name, hidden, outcome)| (lacks(&outcome.faults), name, hidden, outcome)).collect();
    // the sort keeps the order of those that lack as much
    sheets.sort_by_key(|(lacks, ..)| *lacks);
    let lists: Vec<String> =
        sheets.iter().filter(|(lacks, ..)| *lacks == 0).map(|(_, name, ..)| name.clone()).collect();
    let are_several = sheets.len() > 1;
    if lists.len() > 1 {
        let sheets = u32::try_from(lists.len()).unwrap_or(u32::MAX);
        let mut faults = Faults::one((0, 0), FaultKind::SeveralSheets { sheets });
        faults.groups.iter_mut().for_each(|group| group.values = lists.iter().map(|name| (name.clone(), 1)).collect());
        return Outcome { register: None, is_named: false, faults, read: 0, left_out: 0, notes: Vec::new() };
    }
    let Some((_, name, hidden, mut outcome)) = sheets.into_iter().next() else {
        let faults = Faults::one((1, 0), FaultKind::NoHeader);
        return Outcome { register: None, is_named: false, faults, read: 0, left_out: 0, notes: Vec::new() };
    };
    outcome.notes.extend(are_several.then_some(Note::OfSheet(name)));
    outcome.notes.extend((hidden > 0).then_some(Note::Hidden(hidden)));
    outcome
}
