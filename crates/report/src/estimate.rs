//! How many of a list are likely to have each condition, if the shares are those of the reference population.
use model::{case_mix::CaseMix, cell::PerCell, count::Count, id::Id, measure::Measure};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

/// Persons by factor, rounded half up; `None` when the reference lacks a cell of the list.
pub fn estimated_affected(mix: &CaseMix, listed: &PerCell<Count>) -> Option<Vec<(Id, Count)>> {
    let mut sums = vec![Decimal::ZERO; mix.factors().count()];
    for (cell, count) in listed.iter() {
        let shares = mix.reference_shares(cell)?;
        for (sum, share) in sums.iter_mut().zip(&shares) {
            *sum += count.persons().decimal() * share.value().decimal();
        }
    }
    mix.factors().zip(sums).map(|(factor, sum)| Some((factor.id.clone(), whole(sum)?))).collect()
}

fn whole(persons: Decimal) -> Option<Count> {
    let rounded = persons.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    rounded.to_u64().and_then(Count::new)
}
