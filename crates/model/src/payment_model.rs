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
        self.changed(|model| model.set_rate(cell, rate))
    }

    /// The same model with one weight edited; unchanged when it has no such factor.
    #[must_use]
    pub fn with_weight(&self, id: &Id, weight: Weight) -> Self {
        self.changed(|model| model.set_weight(id, weight))
    }

    /// The same model with another budget rule; unchanged when it has no case mix.
    #[must_use]
    pub fn with_normalisation(&self, normalisation: Normalisation) -> Self {
        self.changed(|model| model.set_normalisation(normalisation))
    }

    /// The same model with another rule for the signs of weights; unchanged when it has no case mix.
    #[must_use]
    pub fn with_sign(&self, sign: SignRule) -> Self {
        self.changed(|model| model.case_mix_mut().into_iter().for_each(|mix| mix.sign = sign))
    }

    /// The same model normalised over another population; unchanged when it has no case mix.
    #[must_use]
    pub fn with_reference(&self, reference: Rc<Reference>) -> Self {
        self.changed(|model| model.case_mix_mut().into_iter().for_each(|mix| mix.reference = Rc::clone(&reference)))
    }

    /// The same model with another cost share.
    #[must_use]
    pub fn with_cost_share(&self, share: Share) -> Self {
        self.changed(|model| model.set_cost_share(share))
    }

    pub(crate) fn set_rate(&mut self, cell: Cell, rate: Rate) {
        for component in &mut self.components {
            if let Component::Capitation(table) = component {
                table.set_rate(cell, rate);
            }
        }
    }

    pub(crate) fn set_weight(&mut self, id: &Id, weight: Weight) {
        self.case_mix_mut().into_iter().for_each(|mix| mix.set_weight(id, weight));
    }

    pub(crate) fn set_normalisation(&mut self, normalisation: Normalisation) {
        self.case_mix_mut().into_iter().for_each(|mix| mix.normalisation = normalisation);
    }

    pub(crate) fn set_cost_share(&mut self, share: Share) {
        self.cost_share = self.cost_share.edited(share);
    }

    fn changed(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut model = self.clone();
        change(&mut model);
        model
    }

    fn case_mix_mut(&mut self) -> Option<&mut CaseMix> {
        self.components.iter_mut().find_map(|component| match component {
            Component::CaseMix(mix) => Some(&mut **mix),
            Component::Capitation(_) => None,
        })
    }
}
