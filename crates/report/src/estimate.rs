//! How many of a list are likely to have each condition, if the shares are those of the reference population.
use model::{case_mix::CaseMix, cell::PerCell, count::Count, id::Id, measure::Measure, practice::Practice};
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

/// A practice of so many persons with the reference population's ages, sexes and shares; its drug cost is not known.
/// Whole persons are dealt out band by band so that they add up to the size. `None` when the reference is empty or
/// lacks a cell of itself.
pub fn reference_practice(mix: &CaseMix, size: Count) -> Option<Practice> {
    let reference = &mix.reference.listed;
    let all: u128 = reference.iter().map(|(_, count)| u128::from(count.get())).sum();
    let (mut met, mut given) = (0u128, 0u128);
    let mut deal = |count: &Count| {
        met += u128::from(count.get());
        let so_far = (2 * met * u128::from(size.get()) + all).checked_div(2 * all)?;
        let own = so_far - given;
        given = so_far;
        Count::new(u64::try_from(own).ok()?)
    };
    let dealt: Option<Vec<Count>> = reference.iter().map(|(_, count)| deal(count)).collect();
    let listed = PerCell::from_values(reference.bands(), dealt?)?;
    let affected = estimated_affected(mix, &listed)?.into_iter().collect();
    Some(Practice { listed, affected, drug_cost: None })
}

fn whole(persons: Decimal) -> Option<Count> {
    let rounded = persons.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    rounded.to_u64().and_then(Count::new)
}
