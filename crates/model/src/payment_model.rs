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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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
    #[cfg_attr(feature = "serde", serde(with = "crate::shared_citation"))]
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
        self.with(|model| model.set_rate(cell, rate))
    }

    /// The same model with one weight edited; unchanged when it has no such factor.
    #[must_use]
    pub fn with_weight(&self, id: &Id, weight: Weight) -> Self {
        self.with(|model| model.set_weight(id, weight))
    }

    /// The same model with another budget rule; unchanged when it has no case mix.
    #[must_use]
    pub fn with_normalisation(&self, normalisation: Normalisation) -> Self {
        self.with_case_mix(|mix| mix.normalisation = normalisation)
    }

    /// The same model with another rule for the signs of weights; unchanged when it has no case mix.
    #[must_use]
    pub fn with_sign(&self, sign: SignRule) -> Self {
        self.with_case_mix(|mix| mix.sign = sign)
    }

    /// The same model normalised over another population; unchanged when it has no case mix.
    #[must_use]
    pub fn with_reference(&self, reference: Rc<Reference>) -> Self {
        self.with_case_mix(|mix| mix.reference = reference)
    }

    /// The same model with another cost share.
    #[must_use]
    pub fn with_cost_share(&self, share: Share) -> Self {
        self.with(|model| model.cost_share = model.cost_share.edited(share))
    }

    /// The same model with edited weights; unchanged when it has no case mix.
    #[must_use]
    pub fn with_case_mix(&self, edit: impl FnOnce(&mut CaseMix)) -> Self {
        self.with(|model| model.edit_case_mix(edit))
    }

    fn with(&self, edit: impl FnOnce(&mut Self)) -> Self {
        let mut edited = self.clone();
        edit(&mut edited);
        edited
    }

    pub(crate) fn set_rate(&mut self, cell: Cell, rate: Rate) {
        let table = self.components.iter_mut().find_map(Component::capitation_mut);
        table.into_iter().for_each(|table| table.set_rate(cell, rate));
    }

    pub(crate) fn set_weight(&mut self, id: &Id, weight: Weight) {
        self.edit_case_mix(|mix| mix.set_weight(id, weight));
    }

    pub(crate) fn edit_case_mix(&mut self, edit: impl FnOnce(&mut CaseMix)) {
        self.components.iter_mut().find_map(Component::case_mix_mut).map(edit);
    }
}
