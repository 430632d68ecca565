//! What can be typed where: each field's bounds, and the edit that its text means.
use super::view::View;
use exchange::number::{Limits, Notation, NumberError, read_count, read_decimal};
use model::{
    cell::Cell,
    count::Count,
    edit::Edit,
    id::Id,
    measure::{Fte, Measure, MonthlyMoney, PersonsPerFte, Rate, Share, Weight},
    quantity::Unit,
    scenario::ParameterId,
    staffing::item::Item,
};
use rust_decimal::Decimal;

/// A field that takes a number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Listed persons in a cell.
    Listed(Cell),
    /// Persons with a condition.
    Affected(Id),
    /// Drug cost, kr a month.
    DrugCost,
    /// Amount of a cell, kr a month.
    Rate(Cell),
    /// Weight of a condition.
    Weight(Id),
    /// Cost share, per cent.
    CostShare,
    /// Persons per specialist.
    GuidelineSpecialist,
    /// Persons per ST doctor.
    GuidelineSt,
    /// Listed persons of the staffing calculator.
    StaffingListed,
    /// Specialists, heltid.
    Specialists,
    /// ST doctors, heltid.
    StDoctors,
    /// Any other number of Fast läkarkontakt.
    Staff(Item),
}

/// More persons than the country has; still far below what could overflow a sum.
const MOST_PERSONS: u64 = 20_000_000;

impl Field {
    /// The value of a model that the field edits; none for what the user enters about the own practice.
    pub fn parameter(&self) -> Option<ParameterId> {
        Some(match self {
            Self::Rate(cell) => ParameterId::Rate(*cell),
            Self::Weight(id) => ParameterId::Weight(id.clone()),
            Self::CostShare => ParameterId::CostShare,
            Self::GuidelineSpecialist => ParameterId::GuidelineSpecialist,
            Self::GuidelineSt => ParameterId::GuidelineSt,
            Self::Listed(_)
            | Self::Affected(_)
            | Self::DrugCost
            | Self::StaffingListed
            | Self::Specialists
            | Self::StDoctors
            | Self::Staff(_) => return None,
        })
    }

    /// The view that the field stands in.
    pub fn view(&self) -> View {
        match self {
            Self::Listed(_) | Self::Affected(_) | Self::DrugCost => View::Practice,
            Self::Rate(_) | Self::Weight(_) | Self::CostShare => View::Model,
            Self::GuidelineSpecialist
            | Self::GuidelineSt
            | Self::StaffingListed
            | Self::Specialists
            | Self::StDoctors
            | Self::Staff(_) => View::Staffing,
        }
    }

    /// The edit that the text means, or what is wrong with it. Empty text empties an entry of the user's own and is an
    /// error for a value of a model.
    pub fn read(&self, text: &str, notation: Notation) -> Result<Edit, NumberError> {
        match self.read_number(text, notation) {
            Ok(edit) => Ok(edit),
            Err(NumberError::Empty) => self.emptied().ok_or(NumberError::Empty),
            Err(error) => Err(error),
        }
    }

    fn read_number(&self, text: &str, notation: Notation) -> Result<Edit, NumberError> {
        let count = || read_count(text, notation, MOST_PERSONS, &["st", "personer"]).map(to_count);
        let decimal = |max: i64, decimals: u32, units| decimal(text, notation, max, decimals, units);
        Ok(match self {
            Self::Listed(cell) => Edit::SetListed(vec![(*cell, Some(count()?))]),
            Self::Affected(id) => Edit::SetAffected(vec![(id.clone(), Some(count()?))]),
            Self::StaffingListed => Edit::SetStaffingListed(count()?),
            Self::DrugCost => Edit::SetDrugCost(Some(MonthlyMoney::of(decimal(100_000_000_000, 2, KRONOR)?))),
            Self::Rate(cell) => Edit::SetRate(*cell, Rate::of(decimal(1_000_000, 2, KRONOR)?)),
            Self::Weight(id) => Edit::SetWeight(id.clone(), Weight::of(decimal(1_000_000, 2, KRONOR)?)),
            Self::CostShare => Edit::SetCostShare(Share::of(decimal(100, 2, &["%"])? / Decimal::ONE_HUNDRED)),
            Self::GuidelineSpecialist => Edit::SetGuidelineSpecialist(per_fte(text, notation)?),
            Self::GuidelineSt => Edit::SetGuidelineSt(per_fte(text, notation)?),
            Self::Specialists => Edit::SetSpecialists(Fte::of(decimal(100_000, 2, HELTID)?)),
            Self::StDoctors => Edit::SetStDoctors(Fte::of(decimal(100_000, 2, HELTID)?)),
            Self::Staff(item) => Edit::SetStaff(vec![(item.clone(), Some(staff_number(item, text, notation)?))]),
        })
    }

    fn emptied(&self) -> Option<Edit> {
        match self {
            Self::Listed(cell) => Some(Edit::SetListed(vec![(*cell, None)])),
            Self::Affected(id) => Some(Edit::SetAffected(vec![(id.clone(), None)])),
            Self::DrugCost => Some(Edit::SetDrugCost(None)),
            Self::StaffingListed => Some(Edit::SetStaffingListed(Count::ZERO)),
            Self::Specialists => Some(Edit::SetSpecialists(Fte::ZERO)),
            Self::StDoctors => Some(Edit::SetStDoctors(Fte::ZERO)),
            Self::Staff(item) => Some(Edit::SetStaff(vec![(item.clone(), None)])),
            Self::Rate(_) | Self::Weight(_) | Self::CostShare | Self::GuidelineSpecialist | Self::GuidelineSt => None,
        }
    }
}

const KRONOR: &[&str] = &["kr", "kr/mån", "kr per månad", ":-"];
const HELTID: &[&str] = &["heltid", "fte"];

fn decimal(text: &str, notation: Notation, max: i64, decimals: u32, units: &[&str]) -> Result<Decimal, NumberError> {
    read_decimal(text, notation, &Limits { min: Decimal::ZERO, max: max.into(), max_decimals: decimals, units })
}

fn per_fte(text: &str, notation: Notation) -> Result<PersonsPerFte, NumberError> {
    let limits = Limits { min: Decimal::ONE, max: 1_000_000.into(), max_decimals: 2, units: &[] };
    read_decimal(text, notation, &limits).map(PersonsPerFte::of)
}

/// Shares are typed in per cent; half years in halves.
fn staff_number(item: &Item, text: &str, notation: Notation) -> Result<Decimal, NumberError> {
    let (min, max) = item.bounds();
    let (times, units, fewer): (_, &[&str], _) = match item.unit() {
        Unit::Share => (Decimal::ONE_HUNDRED, &["%"], 2),
        Unit::Fte => (Decimal::ONE, HELTID, 0),
        Unit::KrPerYear => (Decimal::ONE, KRONOR, 0),
        _ => (Decimal::ONE, &["st"], 0),
    };
    let max_decimals = item.decimals() - fewer;
    let limits = Limits { min: min * times, max: max * times, max_decimals, units };
    let value = read_decimal(text, notation, &limits)? / times;
    // a length of training between two half years is taken for one with too many decimals
    if item.takes(value) { Ok(value) } else { Err(NumberError::TooManyDecimals { text: text.to_owned(), max: 0 }) }
}

/// `read_count` has held the number under [`MOST_PERSONS`], which every count can hold.
fn to_count(persons: u64) -> Count {
    Count::new(persons).unwrap_or_default()
}
