//! Demand and capacity by visits: a cross-check of the guideline, for those who plan in visits.
use super::{item::Item, situation::Situation, staff::Inputs};
use crate::{
    measure::{Factor, Fte, PersonsPerFte, Visits},
    term::{Staffed, Term},
    trace::Traced,
};

/// What the visits come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Visits of one heltid in a year.
    pub visits: Traced<Visits>,
    /// Persons that one heltid covers.
    pub per_fte: Traced<PersonsPerFte>,
    /// Visits of the whole list in a year.
    pub demanded: Traced<Visits>,
    /// Heltid that they need.
    pub need: Traced<Fte>,
    /// That less the heltid for the listed that there is.
    pub gap: Traced<Fte>,
}

/// Works the visits out; `None` until all three numbers are above zero.
pub fn demand(of: &Inputs<'_>, situation: &Situation) -> Option<Demand> {
    let term = Term::Staffing;
    let per_listed: Traced<Factor> = of.above_zero(&Item::VisitsPerListed)?;
    let per_day: Traced<Factor> = of.above_zero(&Item::VisitsPerDay)?;
    let visits: Traced<Visits> = per_day.times(term(Staffed::VisitsOfFte), &of.above_zero::<Factor>(&Item::VisitDays)?);
    let demanded: Traced<Visits> = situation.listed.times(term(Staffed::VisitsOfList), &per_listed);
    let need: Traced<Fte> = demanded.divided_by(term(Staffed::NeedByVisits), &visits)?;
    Some(Demand {
        per_fte: visits.divided_by(term(Staffed::PersonsByVisits), &per_listed)?,
        gap: need.minus(term(Staffed::GapByVisits), &situation.time),
        visits,
        demanded,
        need,
    })
}
