//! The conditions that a region tells of, in an order that sets of them refer to. Knows nothing of persons.
use model::{case_mix::ConditionSet, id::Id, payment_model::PaymentModel};
use std::{ops::Deref, rc::Rc};

/// Conditions by place, each once: no more than a [`ConditionSet`] tells apart, so that none can be lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions(Rc<[Id]>);

/// Conditions for which there is no room.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct NoRoom {
    /// Those beyond [`ConditionSet::CAPACITY`], in the order given.
    pub conditions: Vec<Id>,
}

impl Conditions {
    /// These, each once. Errors: there are more than sets tell apart.
    pub fn new(ids: impl IntoIterator<Item = Id>) -> Result<Self, NoRoom> {
        let mut distinct = distinct(ids);
        let beyond = distinct.split_off(distinct.len().min(ConditionSet::CAPACITY));
        if beyond.is_empty() { Ok(Self(distinct.into())) } else { Err(NoRoom { conditions: beyond }) }
    }

    /// Every condition that one of the models pays for. Errors: together they have more than sets tell apart.
    pub fn of_models<'m>(models: impl IntoIterator<Item = &'m PaymentModel>) -> Result<Self, NoRoom> {
        Self::new(models.into_iter().flat_map(of_model))
    }

    /// These first, and then those of other models as long as there is room.
    #[must_use]
    pub fn and_as_many_of<'m>(self, others: impl IntoIterator<Item = &'m PaymentModel>) -> Self {
        let mut all = distinct(self.0.iter().cloned().chain(others.into_iter().flat_map(of_model)));
        all.truncate(ConditionSet::CAPACITY);
        Self(all.into())
    }

    /// Those of them that these name, in the order of these. They are no more than there were, so that there is room.
    #[must_use]
    pub fn in_order(&self, ids: impl IntoIterator<Item = Id>) -> Self {
        Self(distinct(ids.into_iter().filter(|id| self.0.contains(id))).into())
    }

    /// With no others than these.
    #[must_use]
    pub fn only(&self, asked: &[Id]) -> Self {
        Self(self.0.iter().filter(|id| asked.contains(id)).cloned().collect())
    }
}

impl Deref for Conditions {
    type Target = [Id];

    fn deref(&self) -> &[Id] {
        &self.0
    }
}

/// The conditions that the model pays for.
fn of_model(model: &PaymentModel) -> impl Iterator<Item = Id> {
    model.case_mix().into_iter().flat_map(|mix| mix.conditions.iter().map(|condition| condition.id.clone()))
}

fn distinct(ids: impl IntoIterator<Item = Id>) -> Vec<Id> {
    ids.into_iter().fold(Vec::new(), |mut all, id| {
        if !all.contains(&id) {
            all.push(id);
        }
        all
    })
}
