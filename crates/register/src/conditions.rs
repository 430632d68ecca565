//! The conditions that a region tells of, in an order that sets of them refer to. Knows nothing of persons.
use model::{
    case_mix::{CaseMix, ConditionSet},
    id::Id,
    localized::Localized,
    payment_model::PaymentModel,
};
use std::{ops::Deref, rc::Rc};

/// Conditions by place, each once: no more than a [`ConditionSet`] tells apart, so that none can be lost. Beside them what
/// models call them; those that are the same are equal whatever they are called.
#[derive(Clone, Debug, Default)]
pub struct Conditions {
    ids: Rc<[Id]>,
    names: Rc<[(Localized, Id)]>,
}

impl PartialEq for Conditions {
    fn eq(&self, other: &Self) -> bool {
        self.ids == other.ids
    }
}

impl Eq for Conditions {}

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
        let ids = distinct.into();
        if beyond.is_empty() { Ok(Self { ids, names: [].into() }) } else { Err(NoRoom { conditions: beyond }) }
    }

    /// Every condition that one of the models pays for. Errors: together they have more than sets tell apart.
    pub fn of_models<'m>(models: impl IntoIterator<Item = &'m PaymentModel>) -> Result<Self, NoRoom> {
        Self::named(models.into_iter().flat_map(of_model).collect())
    }

    /// The conditions of a case mix, in its order. Errors: they are more than sets tell apart.
    pub fn of_case_mix(mix: &CaseMix) -> Result<Self, NoRoom> {
        Self::named(of_mix(mix).collect())
    }

    fn named(named: Vec<(Localized, Id)>) -> Result<Self, NoRoom> {
        let all = Self::new(named.iter().map(|(_, id)| id.clone()))?;
        Ok(Self { names: named.into(), ..all })
    }

    /// These first, and then those of other models as long as there is room.
    #[must_use]
    pub fn and_as_many_of<'m>(self, others: impl IntoIterator<Item = &'m PaymentModel>) -> Self {
        let others: Vec<_> = others.into_iter().flat_map(of_model).collect();
        let mut all = distinct(self.ids.iter().cloned().chain(others.iter().map(|(_, id)| id.clone())));
        all.truncate(ConditionSet::CAPACITY);
        let names = self.names.iter().cloned().chain(others).collect();
        Self { ids: all.into(), names }
    }

    /// Those of them that these name, in the order of these. They are no more than there were, so that there is room.
    #[must_use]
    pub fn in_order(&self, ids: impl IntoIterator<Item = Id>) -> Self {
        let ids = distinct(ids.into_iter().filter(|id| self.ids.contains(id))).into();
        Self { ids, names: Rc::clone(&self.names) }
    }

    /// With no others than these.
    #[must_use]
    pub fn only(&self, asked: &[Id]) -> Self {
        let ids = self.ids.iter().filter(|id| asked.contains(id)).cloned().collect();
        Self { ids, names: Rc::clone(&self.names) }
    }

    /// What the models call them, in Swedish and English, those of the models that were given first before others.
    pub fn names(&self) -> impl Iterator<Item = (&str, &Id)> {
        let known = self.names.iter().filter(|(_, id)| self.ids.contains(id));
        known.flat_map(|(name, id)| [(&*name.sv, id), (&*name.en, id)])
    }
}

impl Deref for Conditions {
    type Target = [Id];

    fn deref(&self) -> &[Id] {
        &self.ids
    }
}

/// The conditions that the model pays for, with what it calls them.
fn of_model(model: &PaymentModel) -> impl Iterator<Item = (Localized, Id)> {
    model.case_mix().into_iter().flat_map(of_mix)
}

fn of_mix(mix: &CaseMix) -> impl Iterator<Item = (Localized, Id)> {
    mix.conditions.iter().map(|condition| (condition.name.clone(), condition.id.clone()))
}

fn distinct(ids: impl IntoIterator<Item = Id>) -> Vec<Id> {
    ids.into_iter().fold(Vec::new(), |mut all, id| {
        if !all.contains(&id) {
            all.push(id);
        }
        all
    })
}
