//! From sheets to a list or to every problem. Each step is in a file of its own.

use super::body::Body;
use super::layout::layout;
use super::words::Words;
use super::{Column, MAX_STAFF_PROBLEMS, StaffAnswers, StaffList, StaffProblemKind, StaffProblems};
use crate::import::{Origin, Place, Problem, Sheet};
use crate::number::Notation;

/// Reads the one list of the sheets. `notation` is how the page writes numbers; what the list's own numbers show of the mark
/// before decimals goes before it and before the answer.
///
/// # Errors
/// [`StaffProblems`]: everything that is wrong, each with its cells; then nothing is taken.
pub fn read(sheets: &[Sheet], notation: Notation, answers: StaffAnswers) -> Result<StaffList, StaffProblems> {
    let words = Words::new();
    let (layout, mut problems) = layout(sheets, &words).map_err(|problem| ended(vec![problem]))?;
    let Some(sheet) = sheets.get(layout.sheet) else { return Err(ended(problems)) };
    let mut list = StaffList::default();
    if layout.at(Column::Name).is_some() && layout.columns.len() > 1 {
        let mut body = Body::new(sheet, &layout, &words);
        body.read((notation, answers));
        let (found, faults) = body.finish();
        list = found;
        problems.extend(faults);
        if problems.is_empty() && list.rows.is_empty() {
            let origin = Origin::cell(layout.sheet, Place::new(layout.first, 0));
            problems.push(Problem { origin, text: String::new(), kind: StaffProblemKind::NoRows });
        }
    }
    if problems.iter().any(|problem| problem.kind == StaffProblemKind::RowADoctor) {
        // then every name stands on several rows
        use StaffProblemKind::{NameTwice, NamesTwice};
        problems.retain(|problem| !matches!(problem.kind, NameTwice { .. } | NamesTwice));
    }
    if problems.is_empty() { Ok(list) } else { Err(ended(problems)) }
}

/// The problems in reading order, the first of them told.
fn ended(mut problems: Vec<Problem<StaffProblemKind>>) -> StaffProblems {
    let first = |problem: &Problem<StaffProblemKind>| {
        (problem.origin.sheet, problem.origin.blocks.first().map(|block| block.first))
    };
    problems.sort_by_key(first);
    let more = problems.len().saturating_sub(MAX_STAFF_PROBLEMS);
    problems.truncate(MAX_STAFF_PROBLEMS);
    StaffProblems { problems, more }
}
