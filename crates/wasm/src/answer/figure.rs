//! The figures that `explain` can be asked for, by name, and where each is found.
use crate::request::Paid;
use model::{
    measure::Measure,
    outcome::Outcome,
    staffing::StaffingOutcome,
    trace::{Node, Traced},
};
use std::rc::Rc;

/// A figure of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonFigure {
    /// Whole payment.
    Payment,
    /// Payment by age and sex.
    Capitation,
    /// Payment for conditions.
    CaseMix,
}

/// A figure of a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PracticeFigure {
    /// Whole payment a month.
    Payment,
    /// Payment by age and sex.
    Capitation,
    /// Payment for conditions.
    CaseMix,
    /// Whole payment a year.
    PaymentPerYear,
    /// Payment per listed and month.
    PerListed,
    /// The carried part of the drug cost.
    CarriedCost,
    /// Payment less carried cost.
    Net,
}

/// A figure of the doctors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffingFigure {
    /// Persons that the specialists cover.
    BySpecialists,
    /// Persons that the ST doctors cover.
    BySt,
    /// Persons that all cover.
    Capacity,
    /// Listed beyond the capacity.
    Gap,
    /// The gap in full-time specialists.
    GapFte,
    /// Specialists for the whole list.
    Need,
    /// Listed per specialist.
    PerSpecialist,
    /// Capacity by listed.
    Coverage,
}

type Found = Option<Rc<Node>>;

fn node<T: Measure>(figure: &Traced<T>) -> Found {
    Some(Rc::clone(figure.node()))
}

impl PersonFigure {
    /// Every figure by the name that answers use.
    pub const ALL: [(&'static str, Self); 3] =
        [("payment", Self::Payment), ("capitation", Self::Capitation), ("caseMix", Self::CaseMix)];

    /// The figure's tree.
    pub fn of(self, outcome: &Outcome) -> Found {
        match self {
            Self::Payment => node(&outcome.payment),
            Self::Capitation => node(&outcome.capitation()),
            Self::CaseMix => node(&outcome.case_mix()),
        }
    }
}

impl PracticeFigure {
    /// Every figure by the name that answers use.
    pub const ALL: [(&'static str, Self); 7] = [
        ("payment", Self::Payment),
        ("capitation", Self::Capitation),
        ("caseMix", Self::CaseMix),
        ("paymentPerYear", Self::PaymentPerYear),
        ("perListed", Self::PerListed),
        ("carriedCost", Self::CarriedCost),
        ("net", Self::Net),
    ];

    /// The figure's tree; none for a net without a drug cost or a mean over nobody.
    pub fn of(self, Paid { outcome, net }: &Paid) -> Found {
        match self {
            Self::Payment => node(&outcome.payment),
            Self::Capitation => node(&outcome.capitation()),
            Self::CaseMix => node(&outcome.case_mix()),
            Self::PaymentPerYear => node(&outcome.payment.per_year()),
            Self::PerListed => outcome.per_listed().as_ref().and_then(node),
            Self::CarriedCost => net.as_ref().and_then(|net| node(&net.carried)),
            Self::Net => net.as_ref().and_then(|net| node(&net.net)),
        }
    }
}

impl StaffingFigure {
    /// Every figure by the name that answers use.
    pub const ALL: [(&'static str, Self); 8] = [
        ("bySpecialists", Self::BySpecialists),
        ("bySt", Self::BySt),
        ("capacity", Self::Capacity),
        ("gap", Self::Gap),
        ("gapFte", Self::GapFte),
        ("need", Self::Need),
        ("perSpecialist", Self::PerSpecialist),
        ("coverage", Self::Coverage),
    ];

    /// The figure's tree; none for a division by nobody.
    pub fn of(self, outcome: &StaffingOutcome) -> Found {
        match self {
            Self::BySpecialists => node(&outcome.by_specialists),
            Self::BySt => node(&outcome.by_st),
            Self::Capacity => node(&outcome.capacity),
            Self::Gap => node(&outcome.gap),
            Self::GapFte => outcome.gap_fte.as_ref().and_then(node),
            Self::Need => outcome.need.as_ref().and_then(node),
            Self::PerSpecialist => outcome.per_specialist.as_ref().and_then(node),
            Self::Coverage => outcome.coverage.as_ref().and_then(node),
        }
    }
}
