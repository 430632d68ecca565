//! A register's persons as sums. Knows nothing of files and of models but their bands.
use crate::{
    aggregate::{Aggregate, AggregateRow},
    person_key::PersonKey,
    register::Register,
};
use model::{
    age::{AgeBand, AgeBands},
    sex::Sex,
};
use std::collections::HashMap;

/// Sums while they grow: exact, for squares of costs soon are beyond what a floating number counts one by one.
#[derive(Clone, Copy, Default)]
struct Sums {
    persons: u32,
    cost: u64,
    cost_squared: u128,
}

impl Aggregate {
    /// The register's groups by practice, sex, band and set: in the order of practices, women first, bands rising.
    pub fn of(register: &Register, bands: &AgeBands) -> Self {
        let bands = &within(bands);
        let mut groups: HashMap<(u16, Sex, usize, u32), Sums> = HashMap::new();
        let (practices, keys, sets, costs) = register.columns();
        for (((practice, key), set), cost) in practices.iter().zip(keys).zip(sets).zip(costs) {
            let group = groups.entry((*practice, key.sex(), bands.index_of(key.age()), *set)).or_default();
            group.persons += 1;
            group.cost += u64::from(*cost);
            group.cost_squared += u128::from(*cost) * u128::from(*cost);
        }
        let of = |((practice, sex, band, set), sums): (_, Sums)| row(register, bands, (practice, sex, band, set), sums);
        let mut rows: Vec<AggregateRow> = groups.into_iter().filter_map(of).collect();
        rows.sort_unstable_by_key(|row| (row.practice, row.sex, row.band, row.conditions));
        let (practices, conditions) = (register.practices().to_vec(), register.conditions().clone());
        Self { origin: register.origin, practices, conditions, bands: bands.clone(), rows }
    }
}

/// The bands of ages that persons may have; the last is open.
fn within(bands: &AgeBands) -> AgeBands {
    let mut within: Vec<AgeBand> = bands.bands().iter().copied().filter(|band| band.low <= PersonKey::OLDEST).collect();
    if let Some(last) = within.last_mut() {
        last.high = None;
    }
    AgeBands::new(within).unwrap_or_else(|_| bands.clone())
}

fn row(
    register: &Register,
    bands: &AgeBands,
    (practice, sex, band, set): (u16, Sex, usize, u32),
    sums: Sums,
) -> Option<AggregateRow> {
    let band: AgeBand = *bands.bands().get(band)?;
    let conditions = *register.sets().get(usize::try_from(set).ok()?)?;
    let Sums { persons, cost, cost_squared } = sums;
    Some(AggregateRow { practice, sex, band, conditions, persons, cost, cost_squared: cost_squared as f64 })
}
