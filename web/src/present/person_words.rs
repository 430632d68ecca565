//! What the reader of lists of persons has taken for granted and not understood, in sentences. Repeats no cell.
use super::{
    amount::plain,
    import_words::{place, with_headings},
    term::factor,
};
use crate::{ctx::Ctx, text::Texts};
use exchange::import::{
    PartKind,
    persons::{ColumnRole, FaultKind, PersonError, PersonNote, PersonReading},
};
use rust_decimal::Decimal;

/// What a column was read as.
pub fn column_role(ctx: &Ctx, role: ColumnRole) -> String {
    let t = ctx.texts();
    match role {
        ColumnRole::Condition(position) => {
            let mix = ctx.state().scenario().start.case_mix();
            let condition = mix.and_then(|mix| mix.conditions.get(position));
            condition
                .map_or_else(|| t.not_available().to_owned(), |condition| factor(t, ctx.catalogue(), &condition.id))
        }
        other => role_name(t, other).to_owned(),
    }
}

fn role_name(t: Texts, role: ColumnRole) -> &'static str {
    match role {
        ColumnRole::Age => t.person_role_age(),
        ColumnRole::BirthYear => t.person_role_birth_year(),
        ColumnRole::Sex => t.person_role_sex(),
        ColumnRole::Atc => t.person_role_atc(),
        ColumnRole::Person => t.person_role_person(),
        ColumnRole::MonthsAgo => t.person_role_months_ago(),
        ColumnRole::DispensedOn => t.person_role_dispensed_on(),
        ColumnRole::Packages => t.person_role_packages(),
        ColumnRole::Ddd => t.person_role_ddd(),
        ColumnRole::Practice => t.person_role_practice(),
        ColumnRole::Time => t.person_role_time(),
        ColumnRole::Status | ColumnRole::Ended => t.person_role_status(),
        ColumnRole::Cost { .. } => t.person_role_cost(),
        ColumnRole::Condition(_) | ColumnRole::Conditions => t.person_role_condition(),
        ColumnRole::LeftOut => t.person_role_left_out(),
    }
}

/// The columns that were not read, if there are any.
pub fn unread_columns(t: Texts, reading: &PersonReading) -> Option<String> {
    let columns: Vec<&str> = reading.unread().collect();
    (!columns.is_empty()).then(|| t.import_unread_columns(&columns.join(", ")))
}

/// The cells that are named of those with one fault.
const CELLS: usize = 5;

/// What was not read, in a sentence for each kind: the first cells, and how many there are.
pub fn person_faults(t: Texts, reading: &PersonReading) -> Vec<String> {
    let of_kind = |(kind, count): &(FaultKind, u64)| {
        let found = reading.faults.iter().filter(|fault| fault.kind == *kind).take(CELLS);
        let cells: Vec<String> = found.map(|fault| place(t, &[], &fault.origin)).collect();
        let told = u64::try_from(cells.len()).unwrap_or(u64::MAX);
        // of a kind that comes late no cell is kept
        let cells = if cells.is_empty() { "–".to_owned() } else { cells.join(", ") };
        let cells =
            if *count > told { t.import_place_cut(&cells, &plain(t.lang, Decimal::from(*count))) } else { cells };
        t.error_place(&cells, fault_words(t, *kind))
    };
    reading.fault_counts.iter().map(of_kind).collect()
}

fn fault_words(t: Texts, kind: FaultKind) -> &'static str {
    match kind {
        FaultKind::AgeMissing => t.person_fault_age_missing(),
        FaultKind::AgeUnread => t.person_fault_age_unread(),
        FaultKind::AgeStraddles => t.person_fault_age_straddles(),
        FaultKind::SexMissing => t.person_fault_sex_missing(),
        FaultKind::SexUnread => t.person_fault_sex_unread(),
        FaultKind::Differs => t.person_fault_differs(),
        FaultKind::AtcUnread => t.person_fault_atc(),
        FaultKind::FlagUnread => t.person_fault_flag(),
        FaultKind::ConditionUnread => t.person_fault_condition(),
        FaultKind::CostUnread => t.person_fault_cost(),
        FaultKind::DispensingUnread => t.person_fault_dispensing(),
        FaultKind::PersonMissing => t.person_fault_person(),
        FaultKind::LineBreak => t.person_fault_line_break(),
        FaultKind::RowTooShort => t.person_fault_short(),
        FaultKind::PersonAgain => t.person_fault_again(),
        FaultKind::PersonAgainDiffers => t.person_fault_again_differs(),
        FaultKind::StatusUnread => t.person_fault_status(),
        FaultKind::LeftOutAlike => t.person_fault_alike(),
    }
}

/// What was taken for granted.
pub fn person_note(t: Texts, note: &PersonNote) -> String {
    let whole = |number: u64| plain(t.lang, Decimal::from(number));
    match note {
        PersonNote::MadeUp { rows } => t.person_note_made_up(*rows, &whole(*rows)),
        PersonNote::RowsHidden { sheet, rows } => t.person_note_rows_hidden(*rows, sheet, &whole(*rows)),
        PersonNote::ColumnsHidden { sheet, columns } => t.person_note_columns_hidden(*columns, sheet, &whole(*columns)),
        PersonNote::AgesReachedIn { year } => t.person_note_year(&year.to_string()),
        PersonNote::ConditionsUntold { conditions } => t.import_untold_conditions(&conditions.len().to_string()),
        PersonNote::SexCodes => t.person_note_sex_codes().to_owned(),
        PersonNote::NotListed { rows } => t.person_note_not_listed(*rows, &whole(*rows)),
        PersonNote::PersonsAgain { persons, rows } => t.person_note_again(*persons, &whole(*persons), &whole(*rows)),
        PersonNote::ThresholdsTakenAsMet { persons } => t.person_note_thresholds(&whole(*persons)),
        PersonNote::DosesNotGiven => t.person_note_doses().to_owned(),
        PersonNote::PackagesNotGiven => t.person_note_packages().to_owned(),
        PersonNote::TimesNotGiven => t.person_note_times().to_owned(),
        PersonNote::MonthsBackFrom { year, month } => t.person_note_back_from(&year.to_string(), &month.to_string()),
        PersonNote::CostsBlank { rows } => t.person_note_costs_blank(*rows, &whole(*rows)),
        PersonNote::YearlyCost { amount } => t.person_note_yearly(&plain(t.lang, *amount)),
        PersonNote::RowsGrouped { persons, .. } => t.person_note_grouped(&whole(*persons)),
    }
}

/// Why a list of persons was not read at all, and what to do.
pub fn person_error(ctx: &Ctx, error: &PersonError) -> String {
    let t = ctx.texts();
    match error {
        PersonError::NoHeadings { missing } => {
            let name = |role: &ColumnRole| match role {
                ColumnRole::Age => t.person_error_age().to_owned(),
                other => column_role(ctx, *other),
            };
            let names: Vec<String> = missing.iter().map(name).collect();
            let headings: Vec<&str> = missing.iter().flat_map(|role| role.headings()).collect();
            with_headings(t, t.person_error_headings(&names.join(", ")), &headings)
        }
        PersonError::NoReferenceYear => t.person_error_year().to_owned(),
        PersonError::RowTooLong { row } => t.import_quote(&row.to_string()),
        PersonError::TooManyPersons { .. } => t.person_error_too_many().to_owned(),
        PersonError::TooManyParts { kind: PartKind::Practice, max } => t.person_error_practices(&max.to_string()),
        PersonError::TooManyParts { kind: PartKind::Time, max } => t.person_error_times(&max.to_string()),
        PersonError::NobodyCounted { faults } => {
            let most = faults.iter().max_by_key(|(_, count)| *count);
            t.person_error_nobody(most.map_or("", |(kind, _)| fault_words(t, *kind)))
        }
        PersonError::Open(error) => super::import_words::open_fault(t, Some(error)),
    }
}
