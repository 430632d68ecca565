//! What was read, as lines that an expert can check. Leaves nothing out.

use exchange::import::Problem;
use exchange::number::NumberError;
use exchange::staff_list::{Skipped, StaffList, StaffProblemKind, StaffProblems};
use model::{
    measure::Measure,
    staffing::{
        item::Group,
        staff::{DoctorCount, PracticeStaff},
    },
};

/// One line for each thing in the list, or for each problem.
pub fn result(result: &Result<StaffList, StaffProblems>) -> String {
    match result {
        Ok(found) => list(found),
        Err(StaffProblems { problems, more }) => {
            let mut lines: Vec<String> = problems.iter().map(problem).collect();
            lines.extend((*more > 0).then(|| format!("and {more} more")));
            lines.join("\n")
        }
    }
}

fn list(list: &StaffList) -> String {
    let row = |row: &PracticeStaff| {
        let doctors = row.doctors.iter().map(|(group, count)| {
            let group = match group {
                Group::Specialist => "specialists",
                Group::St => "ST",
                Group::Other => "others",
                Group::Locum => "locums",
            };
            match count {
                DoctorCount::Fte(fte) => format!(", {} {group}", fte.decimal()),
                DoctorCount::Heads(heads) => format!(", {} heads {group}", heads.decimal()),
            }
        });
        format!("{}: {} listed{}", row.name, row.listed.get(), doctors.collect::<String>())
    };
    let mut lines: Vec<String> = list.rows.iter().map(row).collect();
    lines.extend(list.st_missing.then(|| "note no column of ST".to_owned()));
    lines.extend(list.without_headings.then(|| "note no headings".to_owned()));
    lines.extend(list.taken_for_listed.iter().map(|(origin, text)| format!("note listed by {origin} {text:?}")));
    lines.extend(list.skipped.iter().map(skipped));
    lines.extend((list.more_skipped > 0).then(|| format!("and {} more", list.more_skipped)));
    lines.extend(list.decided.iter().map(|(mark, origin)| format!("note {mark:?} before decimals in {origin}")));
    lines.join("\n")
}

fn skipped(skipped: &Skipped) -> String {
    format!("skipped {} {:?} {:?}", skipped.origin, skipped.text, skipped.kind)
}

fn problem(problem: &Problem<StaffProblemKind>) -> String {
    let kind = match &problem.kind {
        StaffProblemKind::Number { column, fault } => format!("{column:?} {}", number(fault)),
        StaffProblemKind::HeadingTwice { column, other } => format!("heading twice {column:?}, first {other}"),
        StaffProblemKind::SeveralLists { other } => {
            format!("second list on sheet {}, first {other} on sheet {}", problem.origin.sheet + 1, other.sheet + 1)
        }
        StaffProblemKind::NameTwice { other } => format!("name twice, first {other}"),
        other => format!("{other:?}"),
    };
    format!("problem {} {:?} {kind}", problem.origin, problem.text)
}

fn number(fault: &NumberError) -> String {
    match fault {
        NumberError::Ambiguous { as_decimal, as_thousands, .. } => format!("is {as_decimal} or {as_thousands}"),
        NumberError::TooLarge { max, .. } => format!("too large, most {max}"),
        NumberError::TooManyDecimals { max, .. } => format!("too many decimals, most {max}"),
        NumberError::NotANumber { unexpected, .. } => format!("not a number: {unexpected:?}"),
        other => format!("{other:?}").split(' ').next().unwrap().to_owned(),
    }
}
