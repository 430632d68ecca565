//! The amounts of a model as they would be with another cost share, were they to follow it. Changes nothing by itself.
use crate::{
    edit::Edit,
    measure::{Measure, Share},
    scenario::Scenario,
    value::{Key, Value},
};
use rust_decimal::{Decimal, RoundingStrategy::MidpointAwayFromZero};

/// The edit that makes every amount and weight the source's times the scenario's cost share by the source's, in whole öre.
/// None when the source's share is zero.
pub fn with_amounts_of_share(scenario: &Scenario) -> Option<Edit> {
    let model = scenario.model();
    let (share, published) = (model.cost_share.value, model.cost_share.published());
    let rates = model.capitation().into_iter().flat_map(|table| table.rates.iter().collect::<Vec<_>>());
    let rates = rates.map(|(cell, rate)| (Key::Rate(cell), rate.published().decimal()));
    let factors = model.case_mix().into_iter().flat_map(|mix| mix.factors().collect::<Vec<_>>());
    let weights = factors.map(|factor| (Key::Weight(factor.id.clone()), factor.weight.published().decimal()));
    let values = rates.chain(weights).map(|(key, amount)| {
        let scaled = scaled(amount, share, published)?;
        Some((key, Some(Value::Number(scaled))))
    });
    values.collect::<Option<_>>().map(Edit::Set)
}

fn scaled(amount: Decimal, share: Share, published: Share) -> Option<Decimal> {
    let exact = amount.checked_mul(share.decimal())?.checked_div(published.decimal())?;
    Some(exact.round_dp_with_strategy(2, MidpointAwayFromZero))
}
