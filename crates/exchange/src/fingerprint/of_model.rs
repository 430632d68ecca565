//! A payment model's content as bytes to hash: all that bears on a payment, and nothing that is only said about it
//! (names, notes, citations). Knows no hash.
use crate::packed::Packed;
use model::{
    age::AgeBands,
    case_mix::{CaseMix, ConditionSet, CountRule, Normalisation, SignRule, WeightUnit},
    condition::Condition,
    measure::Measure,
    payment_model::PaymentModel,
    proxy::{Comparison, DrugMeasure, Proxy},
    sex::Sex,
};

/// What positions in the model mean: its bands, and its factors in their order.
pub(crate) fn shape_of(model: &PaymentModel) -> Vec<u8> {
    let mut to = Packed::default();
    to.size(usize::from(model.capitation().is_some()));
    push_bands(&mut to, &model.bands);
    if let Some(mix) = model.case_mix() {
        mix.factors().for_each(|factor| to.text(factor.id.as_str()));
    }
    to.0
}

/// Every published value and rule that a payment depends on.
pub(crate) fn values_of(model: &PaymentModel) -> Vec<u8> {
    let mut to = Packed(shape_of(model));
    to.decimal(model.cost_share.published().decimal());
    if let Some(table) = model.capitation() {
        table.rates.iter().chain(table.target.iter()).for_each(|(_, rate)| to.decimal(rate.published().decimal()));
    }
    if let Some(mix) = model.case_mix() {
        push_weights(&mut to, mix);
        mix.conditions.iter().for_each(|condition| push_condition(&mut to, condition));
        push_rules(&mut to, mix);
        push_reference(&mut to, mix);
    }
    for pool in model.pool_shares() {
        to.text(pool.id.as_str());
        to.decimal(pool.pot.published().decimal());
    }
    to.0
}

fn push_bands(to: &mut Packed, bands: &AgeBands) {
    to.size(bands.count());
    bands.bands().iter().for_each(|band| to.whole(band.low.into()));
}

fn push_weights(to: &mut Packed, mix: &CaseMix) {
    mix.factors().for_each(|factor| to.decimal(factor.weight.published().decimal()));
    if let WeightUnit::Points { reference_weight, reference_rate } = &mix.unit {
        to.decimal(reference_weight.published().decimal());
        to.decimal(reference_rate.published().decimal());
    }
    to.size(usize::from(mix.sign == SignRule::Signed));
    to.size(match mix.normalisation {
        Normalisation::None => 0,
        Normalisation::ScalarToBudget => 1,
        Normalisation::PerCellNeutral => 2,
    });
}

fn push_condition(to: &mut Packed, condition: &Condition) {
    let limits = condition.limits;
    // one more, so that no limit differs from the age 0
    let age = |age: Option<u8>| age.map_or(0, |age| u64::from(age) + 1);
    to.whole(age(limits.from_age));
    to.whole(age(limits.to_age));
    to.size(limits.sex.map_or(0, |sex| if sex == Sex::Woman { 1 } else { 2 }));
    to.size(condition.proxies.len());
    condition.proxies.iter().for_each(|proxy| push_proxy(to, proxy));
}

fn push_proxy(to: &mut Packed, proxy: &Proxy) {
    for classes in [&proxy.include, &proxy.exclude] {
        to.size(classes.len());
        classes.iter().for_each(|class| to.text(class.as_str()));
    }
    to.size(match proxy.trigger.measure {
        DrugMeasure::Dispensings => 0,
        DrugMeasure::Packages => 1,
        DrugMeasure::Ddd => 2,
    });
    to.size(usize::from(proxy.trigger.comparison == Comparison::MoreThan));
    to.decimal(proxy.trigger.threshold);
    to.whole(proxy.trigger.window_months.into());
}

fn push_rules(to: &mut Packed, mix: &CaseMix) {
    to.size(mix.combine.len());
    mix.combine.iter().for_each(|rule| push_rule(to, rule.becomes, rule.all));
    to.size(mix.preconditions.len());
    mix.preconditions.iter().for_each(|rule| push_rule(to, rule.condition, rule.unless_any));
    to.size(mix.hierarchy.len());
    mix.hierarchy.iter().for_each(|rule| push_rule(to, rule.parent, rule.drops));
    to.size(mix.interactions.len());
    for interaction in &mix.interactions {
        to.size(interaction.groups.len());
        interaction.groups.iter().for_each(|group| push_rule(to, 0, *group));
    }
    to.size(mix.counts.len());
    for count in &mix.counts {
        let (kind, number) = match count.rule {
            CountRule::Exactly(number) => (0, number),
            CountRule::AtLeast(number) => (1, number),
        };
        to.size(kind);
        to.whole(number.into());
    }
}

fn push_rule(to: &mut Packed, position: usize, set: ConditionSet) {
    to.size(position);
    to.whole(set.count().into());
    set.positions().for_each(|position| to.size(position));
}

fn push_reference(to: &mut Packed, mix: &CaseMix) {
    push_bands(to, mix.reference.listed.bands());
    mix.reference.listed.iter().for_each(|(_, count)| to.whole(count.get().into()));
    for (id, affected) in mix.reference.affected.iter() {
        to.text(id.as_str());
        push_bands(to, affected.bands());
        affected.iter().for_each(|(_, count)| to.whole(count.get().into()));
    }
}
