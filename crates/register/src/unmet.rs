//! Conditions that nobody of a region has though many would be expected to: a list of ids whose heading does not name them
//! is then taken to know nothing of them, and a model that pays for them is not worked out as if nobody had them. Knows no
//! files.
use crate::{aggregate::Aggregate, person_key::PersonKey, register::Register};
use model::{cell::Cell, id::Id, payment_model::PaymentModel};

/// So many are expected before nobody is too few: by chance that comes once in twenty thousand. A limit of ours.
const EXPECTED: f64 = 10.0;

/// The model's conditions that are not among those met though the model's own reference population has them among so many
/// persons of these sexes and ages.
pub fn unmet(model: &PaymentModel, persons: &[(PersonKey, u64)], met: &[Id]) -> Vec<Id> {
    let Some(mix) = model.case_mix() else { return Vec::new() };
    let expected = |id: &Id| -> f64 {
        let share = |key: PersonKey| {
            let band = *model.bands.bands().get(model.bands.index_of(key.age()))?;
            let cell = Cell { sex: key.sex(), band };
            let affected = mix.reference.affected.get(id)?.get(cell)?.get();
            let listed = mix.reference.listed.get(cell).map(|listed| listed.get()).filter(|listed| *listed > 0)?;
            Some(f64::from(affected) / f64::from(listed))
        };
        persons.iter().filter_map(|(key, persons)| Some(*persons as f64 * share(*key)?)).sum()
    };
    let ids = mix.conditions.iter().map(|condition| &condition.id);
    ids.filter(|id| !met.contains(id) && expected(id) >= EXPECTED).cloned().collect()
}

impl Register {
    /// Persons by sex and age.
    pub fn persons_by_key(&self) -> Vec<(PersonKey, u64)> {
        let mut counts = vec![0; PersonKey::COUNT];
        let (_, keys, ..) = self.columns();
        for key in keys {
            if let Some(count) = counts.get_mut(key.index()) {
                *count += 1;
            }
        }
        PersonKey::all().zip(counts).filter(|(_, count)| *count > 0).collect()
    }
}

impl Aggregate {
    /// Persons by sex and the first age of their band.
    pub fn persons_by_key(&self) -> Vec<(PersonKey, u64)> {
        self.rows.iter().map(|row| (PersonKey::new(row.sex, row.band.low), u64::from(row.persons))).collect()
    }
}
