//! Stable machine names of the core's kinds. Scripts may store them, so a name is never changed within a version.
use model::{
    cell::Cell,
    citation::Status,
    id::Id,
    quantity::Unit,
    term::{Counted, Term},
};

/// How firm a figure is.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Decided => "decided",
        Status::Guideline => "guideline",
        Status::Reported => "reported",
        Status::Reading => "reading",
        Status::Proposed => "proposed",
        Status::Illustrative => "illustrative",
    }
}

/// The unit of a figure.
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::KrPerMonth => "krPerMonth",
        Unit::KrPerYear => "krPerYear",
        Unit::KrPerPersonMonth => "krPerPersonMonth",
        Unit::Persons => "persons",
        Unit::Share => "share",
        Unit::Factor => "factor",
        Unit::Points => "points",
        Unit::Fte => "fte",
        Unit::PersonsPerFte => "personsPerFte",
        Unit::Doctors => "doctors",
        Unit::Visits => "visits",
        Unit::Hours => "hours",
    }
}

/// The cell that a figure is of, if it is of one.
pub fn cell_of(term: &Term) -> Option<Cell> {
    match term {
        Term::CellRate(cell)
        | Term::BaseRate(cell)
        | Term::ExpectedRate(cell)
        | Term::ExpectedFactorRate(cell, _)
        | Term::FactorShare(cell, _)
        | Term::ReferenceListed(cell)
        | Term::ReferenceAffected(cell, _)
        | Term::Listed(cell)
        | Term::ListedShare(cell)
        | Term::ReferenceListedShare(cell)
        | Term::ExpectedAffectedIn(cell, _)
        | Term::CellPayment(cell)
        | Term::AtLaterShare(cell)
        | Term::ChangeByShare(cell)
        | Term::ChangeUnexplained(cell)
        | Term::CellChange(cell) => Some(*cell),
        _ => None,
    }
}

/// The factor that a figure is of, if it is of one.
pub fn factor_of(term: &Term) -> Option<&Id> {
    match term {
        Term::ExpectedFactorRate(_, id)
        | Term::FactorShare(_, id)
        | Term::ReferenceAffected(_, id)
        | Term::ReferenceAffectedAll(id)
        | Term::Affected(id)
        | Term::ExpectedAffectedIn(_, id)
        | Term::ExpectedAffected(id)
        | Term::ExcessAffected(id)
        | Term::ExcessPayment(id)
        | Term::FactorWeight(id)
        | Term::FactorRate(id)
        | Term::ScaledFactorRate(id)
        | Term::RelativeWeight(id)
        | Term::FactorPayment(id)
        | Term::FlaggedRate(id)
        | Term::FlagBrings(id)
        | Term::FlagUnits(id, _)
        | Term::FlagPrice(id, _)
        | Term::FlagCost(id)
        | Term::FlagCarried(id)
        | Term::FlagMargin(id)
        | Term::FlagStopped(id)
        | Term::FlagEven(id)
        | Term::MonthsUntilFlag(id)
        | Term::ExtraFlags(id)
        | Term::ExtraFactorPayment(id) => Some(id),
        _ => None,
    }
}

/// What the figure is, without its cell or factor.
#[allow(clippy::too_many_lines, reason = "a table, one line a figure; the compiler holds it complete")]
pub fn term(term: &Term) -> &'static str {
    match term {
        Term::CellRate(_) => "cellRate",
        Term::BaseRate(_) => "baseRate",
        Term::ExpectedRate(_) => "expectedRate",
        Term::ExpectedFactorRate(..) => "expectedFactorRate",
        Term::FactorShare(..) => "factorShare",
        Term::ReferenceListed(_) => "referenceListed",
        Term::ReferenceAffected(..) => "referenceAffected",
        Term::ReferenceAffectedAll(_) => "referenceAffectedAll",
        Term::Listed(_) => "listed",
        Term::ListedTotal => "listedTotal",
        Term::ListedShare(_) => "listedShare",
        Term::ReferenceListedShare(_) => "referenceListedShare",
        Term::ListedShareFrom(_) => "listedShareFrom",
        Term::ReferenceListedShareFrom(_) => "referenceListedShareFrom",
        Term::ReferenceListedTotal => "referenceListedTotal",
        Term::ExpectedAffectedIn(..) => "expectedAffectedIn",
        Term::ExpectedAffected(_) => "expectedAffected",
        Term::ExcessAffected(_) => "excessAffected",
        Term::ExcessPayment(_) => "excessPayment",
        Term::ExcessPaymentAll => "excessPaymentAll",
        Term::ChangeByTable => "changeByTable",
        Term::OtherFactorsPayment => "otherFactorsPayment",
        Term::Affected(_) => "affected",
        Term::FactorWeight(_) => "factorWeight",
        Term::FactorRate(_) => "factorRate",
        Term::ScaledFactorRate(_) => "scaledFactorRate",
        Term::ReferenceWeight => "referenceWeight",
        Term::ReferenceRate => "referenceRate",
        Term::RelativeWeight(_) => "relativeWeight",
        Term::BudgetFactor => "budgetFactor",
        Term::Budget => "budget",
        Term::UnscaledTotal => "unscaledTotal",
        Term::ReferenceTotal => "referenceTotal",
        Term::CellPayment(_) => "cellPayment",
        Term::FactorPayment(_) => "factorPayment",
        Term::CapitationPayment => "capitationPayment",
        Term::CaseMixPayment => "caseMixPayment",
        Term::Payment => "payment",
        Term::PaymentOfBoth => "paymentOfBoth",
        Term::PaymentPerListed => "paymentPerListed",
        Term::DrugCost => "drugCost",
        Term::CostShare => "costShare",
        Term::Residual => "residual",
        Term::PersonNetSpread => "personNetSpread",
        Term::ListedRoot => "listedRoot",
        Term::NetSpread => "netSpread",
        Term::YearCorrelation => "yearCorrelation",
        Term::WholeVariance => "wholeVariance",
        Term::NewVariance => "newVariance",
        Term::TwoYears => "twoYears",
        Term::TwoYearsRoot => "twoYearsRoot",
        Term::YearSpread => "yearSpread",
        Term::IntervalReach => "intervalReach",
        Term::NetReach => "netReach",
        Term::NetLow => "netLow",
        Term::NetHigh => "netHigh",
        Term::CarriedCost => "carriedCost",
        Term::CarriedPayment => "carriedPayment",
        Term::Net => "net",
        Term::Change => "change",
        Term::ShareRatio => "shareRatio",
        Term::AtLaterShare(_) => "atLaterShare",
        Term::ChangeByShare(_) => "changeByShare",
        Term::ChangeUnexplained(_) => "changeUnexplained",
        Term::CellChange(_) => "cellChange",
        Term::Specialists => "specialists",
        Term::StDoctors => "stDoctors",
        Term::GuidelineSpecialist => "guidelineSpecialist",
        Term::GuidelineSt => "guidelineSt",
        Term::CapacitySpecialists => "capacitySpecialists",
        Term::CapacitySt => "capacitySt",
        Term::Capacity => "capacity",
        Term::Gap => "gap",
        Term::GapFte => "gapFte",
        Term::NeedFte => "needFte",
        Term::ListedPerSpecialist => "listedPerSpecialist",
        Term::Coverage => "coverage",
        Term::WithheldTogether => "withheldTogether",
        Term::NetPerListed(_) => "netPerListed",
        Term::ChangeOf(_) => "changeOf",
        Term::NetsDescribed(_) => "netsDescribed",
        Term::NetsBetween(..) => "netsBetween",
        Term::NetsApart => "netsApart",
        Term::Moved => "moved",
        Term::PhaseIn(_) => "phaseIn",
        Term::Staffing(_) => "staffing",
        Term::Counted(counted) => counted_name(*counted),
        Term::FactorsPaid => "factorsPaid",
        Term::FactorsPerListed => "factorsPerListed",
        Term::MostFactors => "mostFactors",
        Term::LookUpMean => "lookUpMean",
        Term::LookUpMost => "lookUpMost",
        Term::FlaggedRate(_) => "flaggedRate",
        Term::UnflaggedRate => "unflaggedRate",
        Term::FlagBrings(_) => "flagBrings",
        Term::FlagUnits(..) => "flagUnits",
        Term::FlagPrice(..) => "flagPrice",
        Term::FlagCost(_) => "flagCost",
        Term::FlagCarried(_) => "flagCarried",
        Term::FlagMargin(_) => "flagMargin",
        Term::FlagStopped(_) => "flagStopped",
        Term::FlagEven(_) => "flagEven",
        Term::Objection(_) => "objection",
        Term::DosesOfMonth => "dosesOfMonth",
        Term::MonthsUntilFlag(_) => "monthsUntilFlag",
        Term::ExtraFlags(_) => "extraFlags",
        Term::ExtraFactorPayment(_) => "extraFactorPayment",
        Term::ExtraPayment(_) => "extraPayment",
        Term::PaymentWithExtra(_) => "paymentWithExtra",
        Term::AllPayments => "allPayments",
        Term::AllPaymentsWithExtra => "allPaymentsWithExtra",
        Term::KeptSum => "keptSum",
        Term::PaymentAfterFlags(_) => "paymentAfterFlags",
        Term::ChangeByFlags(_) => "changeByFlags",
        Term::LossByFlags(_) => "lossByFlags",
        Term::GainedByFlags => "gainedByFlags",
        Term::LostByFlags => "lostByFlags",
    }
}

fn counted_name(counted: Counted) -> &'static str {
    match counted {
        Counted::Numbers => "modelNumbers",
        Counted::BaseNumbers => "baseNumbers",
        Counted::CellAmounts => "cellAmounts",
        Counted::TableAmounts => "tableAmounts",
        Counted::Weights => "weights",
        Counted::PointValues => "pointValues",
        Counted::ReferencePersons => "referencePersons",
        Counted::Rules => "rules",
        Counted::CostShares => "costShares",
        Counted::Facts => "facts",
        Counted::Lists => "lists",
        Counted::AgeAndSex => "ageAndSex",
        Counted::Classes => "drugClasses",
        Counted::Exceptions => "drugExceptions",
        Counted::Conditions => "conditions",
        Counted::Triggers => "triggers",
    }
}
