//! Two persons under each model: what the page opens with.
use crate::columns::{Column, Tariffs};
use model::{
    age::Age,
    case_mix::{ConditionSet, Flags},
    cell::{Cell, PerCell},
    outcome::Outcome,
    practice::Person,
    proxy::Dispensing,
    sex::Sex,
    tariff::Tariff,
};

/// One person under one model.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonColumn {
    /// The model.
    pub column: Column,
    /// What the practice is paid for the person.
    pub outcome: Outcome,
    /// The conditions that count, and those that do not.
    pub flags: Flags,
}

/// Pays for a person found by dispensed drugs under every column that can be worked out.
pub fn person_columns(tariffs: &Tariffs, sex: Sex, age: Age, dispensed: &[Dispensing]) -> Vec<PersonColumn> {
    let columns = Column::ALL.into_iter().filter_map(|column| Some((column, tariffs.get(column)?)));
    columns.map(|(column, tariff)| person_column(column, tariff, sex, age, dispensed)).collect()
}

fn person_column(column: Column, tariff: &Tariff, sex: Sex, age: Age, dispensed: &[Dispensing]) -> PersonColumn {
    let conditions = tariff.model.case_mix().map_or(ConditionSet::EMPTY, |mix| mix.shown_by(dispensed));
    let (outcome, flags) = tariff.person(&Person { sex, age, conditions });
    PersonColumn { column, outcome, flags }
}

/// What a person without and with given drugs brings in every age band, for a chart by age.
pub fn by_band(tariff: &Tariff, sex: Sex, dispensed: &[Dispensing]) -> Vec<(Cell, Outcome)> {
    let base = tariff.base.as_ref().map(PerCell::bands);
    let bands = base.map_or(&[][..], |bands| bands.bands());
    let point = |band: &model::age::AgeBand| {
        let person = person_column(Column::Current, tariff, sex, band.low, dispensed);
        (Cell { sex, band: *band }, person.outcome)
    };
    bands.iter().map(point).collect()
}
