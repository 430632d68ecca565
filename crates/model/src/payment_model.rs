//! A payment model as data: components, the cost share, and what they are called. Pays nobody: see `tariff`.
use crate::{
    age::AgeBands,
    capitation::Capitation,
    case_mix::{CaseMix, Normalisation, Reference, SignRule},
    cell::Cell,
    citation::{Citation, Parameter, Status},
    component::Component,
    id::Id,
    localized::Localized,
    measure::{Rate, Share, Weight},
    pool_share::PoolShare,
};
use std::rc::Rc;

/// A payment model for drugs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentModel {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Localized,
    /// What it is, in a sentence.
    pub about: Localized,
    /// The year it is for.
    pub year: u16,
    /// The year whose drug costs its amounts are meant for: only those may be set against them.
    pub cost_year: u16,
    /// How firm it is as a whole.
    pub status: Status,
    /// Where it is described.
    pub citation: Rc<Citation>,
    /// The age bands of its tables.
    pub bands: AgeBands,
    /// At most one table and one set of weights; as many shared sums as it has.
    pub components: Vec<Component>,
    /// The share of the drug cost that the practice carries.
    pub cost_share: Parameter<Share>,
}

impl PaymentModel {
    /// The table by age and sex, if the model has one.
    pub fn capitation(&self) -> Option<&Capitation> {
        self.components.iter().find_map(Component::capitation)
    }

    /// The weights of conditions, if the model has them.
    pub fn case_mix(&self) -> Option<&CaseMix> {
        self.components.iter().find_map(Component::case_mix)
    }

    /// The sums that all practices of a region share.
    pub fn pool_shares(&self) -> impl Iterator<Item = &PoolShare> {
        self.components.iter().filter_map(Component::pool_share)
    }

    /// Whether any weight, what points are worth, or how many of the reference population have any condition is an
    /// example of ours.
    pub fn is_illustrative(&self) -> bool {
        self.case_mix().is_some_and(CaseMix::is_illustrative)
    }

    /// The same model with one cell's amount edited.
    #[must_use]
    pub fn with_rate(&self, cell: Cell, rate: Rate) -> Self {
        self.map_components(|component| component.with_capitation(|table| table.with_rate(cell, rate)))
    }

    /// The same model with one weight edited; unchanged when it has no such factor.
    #[must_use]
    pub fn with_weight(&self, id: &Id, weight: Weight) -> Self {
        self.map_case_mix(|mix| mix.with_weight(id, weight))
    }

    /// The same model with another budget rule; unchanged when it has no case mix.
    #[must_use]
    pub fn with_normalisation(&self, normalisation: Normalisation) -> Self {
        self.map_case_mix(|mix| CaseMix { normalisation, ..mix.clone() })
    }

    /// The same model with another rule for the signs of weights; unchanged when it has no case mix.
    #[must_use]
    pub fn with_sign(&self, sign: SignRule) -> Self {
        self.map_case_mix(|mix| CaseMix { sign, ..mix.clone() })
    }

    /// The same model normalised over another population; unchanged when it has no case mix.
    #[must_use]
    pub fn with_reference(&self, reference: Rc<Reference>) -> Self {
        self.map_case_mix(|mix| CaseMix { reference: Rc::clone(&reference), ..mix.clone() })
    }

    /// The same model with another cost share.
    #[must_use]
    pub fn with_cost_share(&self, share: Share) -> Self {
        Self { cost_share: self.cost_share.edited(share), ..self.clone() }
    }

    fn map_case_mix(&self, edit: impl Fn(&CaseMix) -> CaseMix) -> Self {
        self.map_components(|component| component.with_case_mix(&edit))
    }

    fn map_components(&self, edit: impl Fn(&Component) -> Component) -> Self {
        Self { components: self.components.iter().map(edit).collect(), ..self.clone() }
    }
}
