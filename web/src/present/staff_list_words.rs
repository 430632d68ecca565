//! What was passed over of a list of vårdcentraler, and what is wrong with it, in sentences that say where and the remedy.
use super::{
    amount::{number, plain},
    fault::number_fault,
    import_words::{place, with_headings},
    staff_words::{capital, group as in_words},
};
use crate::text::Texts;
use exchange::{
    import::{DecimalMark, Origin, Problem, Sheet},
    number::{NumberError, Sign},
    staff_list::{Column, MAX_PRACTICES, Skipped, SkippedKind, StaffList, StaffProblemKind},
};
use model::{
    measure::Measure,
    staffing::{item::Group, staff::DoctorCount},
};
use rust_decimal::Decimal;

/// So many practices.
pub fn count(t: Texts, practices: usize) -> String {
    match practices {
        1 => t.staffregion_count_one().to_owned(),
        many => t.staffregion_count(&whole(t, many)),
    }
}

/// How many, as the page writes numbers.
pub fn whole(t: Texts, many: usize) -> String {
    number(t.lang, Decimal::from(many), 0, Sign::Auto)
}

/// A column's heading, as an empty list has it.
pub fn heading(t: Texts, column: Column) -> String {
    match column {
        Column::Name => t.staffregion_heading_name().to_owned(),
        Column::Listed => t.staffregion_heading_listed().to_owned(),
        Column::Fte(group) => t.staffregion_heading_fte(&doctors(t, group)),
        Column::Heads(group) => t.staffregion_heading_heads(&doctors(t, group)),
    }
}

/// A group of doctors with a capital, as a heading begins.
pub fn doctors(t: Texts, group: Group) -> String {
    capital(in_words(t, group))
}

fn named(t: Texts, column: Column) -> String {
    match column {
        Column::Name => t.staffregion_column_name().to_owned(),
        Column::Listed => t.staffregion_column_listed().to_owned(),
        Column::Fte(group) => t.staffregion_column_fte(in_words(t, group)),
        Column::Heads(group) => t.staffregion_column_heads(in_words(t, group)),
    }
}

/// How many doctors a list tells.
pub fn told(t: Texts, count: Option<&DoctorCount>) -> String {
    match count {
        None => t.not_available().to_owned(),
        Some(DoctorCount::Fte(fte)) => plain(t.lang, fte.decimal()),
        Some(DoctorCount::Heads(heads)) => t.staffregion_told_heads(&plain(t.lang, heads.decimal())),
    }
}

/// What was decided or passed over when a list was read, so that it can be checked.
pub fn notes(t: Texts, sheets: &[Sheet], list: &StaffList) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(list.without_headings.then(|| t.staffregion_no_headings().to_owned()));
    let people = |(origin, text): &(Origin, String)| t.staffregion_people(&place(t, sheets, origin), text);
    lines.extend(list.taken_for_listed.as_ref().map(people));
    lines.extend(list.st_missing.then(|| t.staffregion_no_st().to_owned()));
    lines.extend(list.decided.iter().map(|(mark, origin)| decided(t, sheets, *mark, origin)));
    lines.extend(list.skipped.iter().map(|one| skipped(t, sheets, one)));
    lines.extend((list.more_skipped > 0).then(|| t.staffregion_skip_more(&whole(t, list.more_skipped))));
    lines
}

fn decided(t: Texts, sheets: &[Sheet], mark: DecimalMark, origin: &Origin) -> String {
    let at = place(t, sheets, origin);
    match mark {
        DecimalMark::Comma => t.staffregion_comma(&at),
        DecimalMark::Point => t.staffregion_point(&at),
    }
}

fn skipped(t: Texts, sheets: &[Sheet], one: &Skipped) -> String {
    let at = place(t, sheets, &one.origin);
    match one.kind {
        SkippedKind::Total => t.staffregion_skip_total(&at, &one.text),
        SkippedKind::Headings => t.staffregion_skip_headings(&at),
        SkippedKind::Remark => t.staffregion_skip_remark(&at, &one.text),
        SkippedKind::Group => t.staffregion_skip_group(&at, &one.text),
        SkippedKind::Hidden => t.staffregion_skip_hidden(&at),
        SkippedKind::Column => t.staffregion_skip_column(&at, &one.text),
    }
}

/// Whether the problem is a number that can be read in two ways, which is asked about instead of told.
pub fn is_asked(problem: &Problem<StaffProblemKind>) -> bool {
    use StaffProblemKind::{FullTimeOrPercent, Number};
    matches!(problem.kind, Number { fault: NumberError::Ambiguous { .. }, .. } | FullTimeOrPercent { .. })
}

/// What is wrong, and what to do.
pub fn problem(t: Texts, sheets: &[Sheet], of: &Problem<StaffProblemKind>) -> String {
    let at = place(t, sheets, &of.origin);
    let text = of.text.as_str();
    match &of.kind {
        StaffProblemKind::Empty => t.staffregion_problem_empty().to_owned(),
        StaffProblemKind::NoRows => t.staffregion_problem_no_rows(&at),
        StaffProblemKind::HeadingMissing(column) => {
            let missing = t.staffregion_problem_heading_missing(&at, &named(t, *column), &heading(t, *column));
            with_headings(t, missing, &column.headings())
        }
        StaffProblemKind::HeadingUnclear(column) => {
            t.staffregion_problem_heading_unclear(&at, text, &named(t, *column), &heading(t, *column))
        }
        StaffProblemKind::HeadingTwice { column, other } => {
            t.staffregion_problem_heading_twice(&at, &named(t, *column), &place(t, sheets, other))
        }
        StaffProblemKind::SeveralLists { other } => t.staffregion_problem_several(&at, &place(t, sheets, other)),
        StaffProblemKind::NameMissing => t.staffregion_problem_name_missing(&at),
        StaffProblemKind::NameTooLong => t.staffregion_problem_name_long(&at),
        StaffProblemKind::NameTwice { other } => t.staffregion_problem_name_twice(&at, text, &place(t, sheets, other)),
        StaffProblemKind::NamesTwice => t.staffregion_problem_names_twice(&at, text),
        StaffProblemKind::RowADoctor => t.staffregion_problem_row_a_doctor(&at, text),
        StaffProblemKind::FullTimeOrPercent { largest } => t.staffregion_unit(&at, &plain(t.lang, *largest)),
        StaffProblemKind::NoNumbers => t.staffregion_problem_no_numbers(&at, text),
        StaffProblemKind::Blank(column) => t.staffregion_problem_blank(&at, &named(t, *column)),
        StaffProblemKind::Number { fault, .. } => t.error_place(&at, &number_fault(t, fault)),
        StaffProblemKind::BeyondHeadings => t.staffregion_problem_beyond(&at),
        StaffProblemKind::TooManyRows { rows } => {
            t.staffregion_problem_too_many(&at, &whole(t, *rows), &plain(t.lang, Decimal::from(MAX_PRACTICES)))
        }
    }
}
