//! What can be typed where, and the edit that its text means. The bounds are the core's.
use super::view::View;
use exchange::number::{Limits, Notation, NumberError, read_count, read_decimal};
use model::{
    bounds::{self, Bounds},
    cell::Cell,
    count::Count,
    edit::Edit,
    id::Id,
    measure::{Fte, Measure, MonthlyMoney, PersonsPerFte, Rate, Share, Weight},
    quantity::Unit,
    scenario::{ParameterId, Scenario},
    staffing::item::{Item, Kind},
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

    /// The edit that the text means in the scenario, or what is wrong with it. Empty text empties an entry of the user's own
    /// and is an error for a value of a model.
    pub fn read(&self, text: &str, notation: Notation, scenario: &Scenario) -> Result<Edit, NumberError> {
        match self.read_number(text, notation, scenario) {
            Ok(edit) => Ok(edit),
            Err(NumberError::Empty) => self.emptied().ok_or(NumberError::Empty),
            Err(error) => Err(error),
        }
    }

    /// How large the number can be; a weight is below zero only where the scenario's model leaves signs free.
    fn bounds(&self, scenario: &Scenario) -> Bounds {
        match self {
            Self::Listed(_) | Self::Affected(_) | Self::StaffingListed => bounds::PERSONS,
            Self::DrugCost => bounds::DRUG_COST,
            Self::Rate(_) => bounds::RATE,
            Self::Weight(_) => scenario.weight_bounds(),
            Self::CostShare => bounds::COST_SHARE,
            Self::GuidelineSpecialist | Self::GuidelineSt => bounds::GUIDELINE,
            Self::Specialists | Self::StDoctors => bounds::FTE,
            Self::Staff(item) => item.bounds(),
        }
    }

    fn read_number(&self, text: &str, notation: Notation, scenario: &Scenario) -> Result<Edit, NumberError> {
        let bounds = self.bounds(scenario);
        let count = || read_persons(text, notation);
        let decimal = || read_within(text, notation, &bounds);
        Ok(match self {
            Self::Listed(cell) => Edit::SetListed(vec![(*cell, Some(count()?))]),
            Self::Affected(id) => Edit::SetAffected(vec![(id.clone(), Some(count()?))]),
            Self::StaffingListed => Edit::SetStaffingListed(count()?),
            Self::DrugCost => Edit::SetDrugCost(Some(MonthlyMoney::of(decimal()?))),
            Self::Rate(cell) => Edit::SetRate(*cell, Rate::of(decimal()?)),
            Self::Weight(id) => Edit::SetWeight(id.clone(), Weight::of(decimal()?)),
            Self::CostShare => Edit::SetCostShare(Share::of(decimal()?)),
            Self::GuidelineSpecialist => Edit::SetGuidelineSpecialist(PersonsPerFte::of(decimal()?)),
            Self::GuidelineSt => Edit::SetGuidelineSt(PersonsPerFte::of(decimal()?)),
            Self::Specialists => doctors(Kind::Specialist, Edit::SetSpecialists, decimal()?),
            Self::StDoctors => doctors(Kind::StAny, Edit::SetStDoctors, decimal()?),
            Self::Staff(item) => {
                let value = decimal()?;
                // a length of training between two half years is taken for one with too many decimals
                let taken = Some(value).filter(|value| item.takes(*value));
                let value = taken.ok_or_else(|| NumberError::TooManyDecimals { text: text.to_owned(), max: 0 })?;
                Edit::SetStaff(vec![(item.clone(), Some(value))])
            }
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

/// Heltid of a kind; a nought that is typed says that there are none, which an empty field does not.
fn doctors(kind: Kind, set: fn(Fte) -> Edit, heltid: Decimal) -> Edit {
    if heltid.is_zero() { Edit::SetNoDoctors(kind) } else { set(Fte::of(heltid)) }
}

/// A number within the bounds, with the unit after it if it is written. Shares are typed in per cent.
pub fn read_within(text: &str, notation: Notation, bounds: &Bounds) -> Result<Decimal, NumberError> {
    let (times, fewer) = if bounds.unit == Unit::Share { (Decimal::ONE_HUNDRED, 2) } else { (Decimal::ONE, 0) };
    let units: &[&str] = match bounds.unit {
        Unit::Share => &["%"],
        Unit::Fte => &["heltid", "fte"],
        Unit::KrPerMonth | Unit::KrPerPersonMonth | Unit::KrPerYear | Unit::Points => {
            &["kr", "kr/mån", "kr per månad", ":-"]
        }
        Unit::PersonsPerFte => &[],
        _ => &["st"],
    };
    let max_decimals = bounds.decimals.saturating_sub(fewer);
    let limits = Limits { min: bounds.least * times, max: bounds.most * times, max_decimals, units };
    Ok(read_decimal(text, notation, &limits)? / times)
}

/// Whole persons.
pub fn read_persons(text: &str, notation: Notation) -> Result<Count, NumberError> {
    let persons = read_count(text, notation, Count::MAX.into(), &["st", "personer"])?;
    // the reader has held the number under the most that a count can hold
    Ok(Count::new(persons).unwrap_or_default())
}
