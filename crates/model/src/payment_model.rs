//! A payment model as data: components, the cost share, and what they are called. Pays nobody: see `tariff`.
use crate::{
    age::AgeBands,
    capitation::Capitation,
    case_mix::{CaseMix, Normalisation, Reference, SignRule},
    cell::Cell,
    citation::{Citation, Parameter, Status},
    id::Id,
    localized::Localized,
    measure::{Rate, Share, Weight},
};
use std::rc::Rc;

/// One part of a payment model. A new kind is one file and one arm here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Component {
    /// Pays by age and sex.
    Capitation(Capitation),
    /// Pays for chronic conditions.
    CaseMix(Box<CaseMix>),
}

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
    /// At most one of each kind.
    pub components: Vec<Component>,
    /// The share of the drug cost that the practice carries.
    pub cost_share: Parameter<Share>,
}

impl PaymentModel {
    /// The table by age and sex, if the model has one.
    pub fn capitation(&self) -> Option<&Capitation> {
        self.components.iter().find_map(|component| match component {
            Component::Capitation(table) => Some(table),
            Component::CaseMix(_) => None,
        })
    }

    /// The weights of conditions, if the model has them.
    pub fn case_mix(&self) -> Option<&CaseMix> {
        self.components.iter().find_map(|component| match component {
            Component::CaseMix(mix) => Some(&**mix),
            Component::Capitation(_) => None,
        })
    }

    /// Whether any weight, what points are worth, or how many of the reference population have any condition is an
    /// example of ours.
    pub fn is_illustrative(&self) -> bool {
        self.case_mix().is_some_and(CaseMix::is_illustrative)
    }

    /// The same model with one cell's amount edited.
    #[must_use]
    pub fn with_rate(&self, cell: Cell, rate: Rate) -> Self {
        self.map_components(|component| match component {
            Component::Capitation(table) => Component::Capitation(table.with_rate(cell, rate)),
            Component::CaseMix(_) => component.clone(),
        })
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
        self.map_components(|component| match component {
            Component::CaseMix(mix) => Component::CaseMix(Box::new(edit(mix))),
            Component::Capitation(_) => component.clone(),
        })
    }

    fn map_components(&self, edit: impl Fn(&Component) -> Component) -> Self {
        Self { components: self.components.iter().map(edit).collect(), ..self.clone() }
    }
}
