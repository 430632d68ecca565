//! The four aims as JSON. Works out nothing but sums of parts.
use super::amount::Amount;
use model::measure::Measure;
use register::aims::{Aims, Flagging, Parameters, Stopping};
use serde::{Deserialize, Serialize};

/// The four aims, measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AimsJson {
    /// What the practice keeps of a saving.
    pub incentive: IncentiveJson,
    /// How many parameters an amount takes.
    pub transparency: TransparencyJson,
    /// How many facts must be known.
    pub practicality: PracticalityJson,
    /// What flagging a person brings beyond the drugs' cost, condition by condition.
    pub manipulation: Vec<FlaggingJson>,
}

/// Kronor a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IncentiveJson {
    /// The share of the cost that the practice carries.
    pub cost_share: Amount,
    /// A saving.
    pub saved: Amount,
    /// What is kept of it.
    pub kept: Amount,
}

/// Numbers of parameters.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TransparencyJson {
    /// What is looked up for a person of the region, in the mean; `None` without a region.
    pub looked_up_mean: Option<f64>,
    /// The most that is looked up for a person of the region.
    pub looked_up_most: u32,
    /// To work out one cell's base.
    pub base: ParametersJson,
    /// In the whole model.
    pub whole: ParametersJson,
}

/// Parameters by kind, and their sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "the kinds are those of register::aims::Parameters")]
pub struct ParametersJson {
    pub table: u32,
    pub weights: u32,
    pub points: u32,
    pub reference: u32,
    pub rules: u32,
    pub cost_share: u32,
    pub sum: u32,
}

/// Numbers of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "the kinds are those of register::aims::Practicality")]
pub struct PracticalityJson {
    pub list: u32,
    pub age_and_sex: u32,
    pub conditions: u32,
    pub triggers: u32,
    pub classes: u32,
    pub exceptions: u32,
    /// The facts for each person.
    pub facts: u32,
}

/// What flagging one person brings in a year, in kronor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FlaggingJson {
    /// The condition.
    pub condition: String,
    /// What is paid more.
    pub brings: Amount,
    /// What the cheapest priced way costs; `None` when no price is known.
    pub cost: Option<Amount>,
    /// The part of it that the practice carries.
    pub carried: Option<Amount>,
    /// `brings` less `carried`.
    pub margin: Option<Amount>,
    /// Ways without a price.
    pub unpriced: u32,
    /// What is kept when the drug is stopped and the flag goes with it: `carried` less `brings`.
    #[serde(default)]
    pub kept_when_stopped: Option<Amount>,
    /// What the drug must cost for the practice not to lose by stopping it; `None` when it carries nothing of the cost.
    #[serde(default)]
    pub even: Option<Amount>,
}

impl AimsJson {
    /// The aims of one model.
    pub fn of(aims: &Aims) -> Self {
        let amount = |money: model::measure::YearlyMoney| Amount(money.decimal());
        let (incentive, transparency, facts) = (&aims.incentive, &aims.transparency, &aims.practicality);
        Self {
            incentive: IncentiveJson {
                cost_share: Amount(incentive.cost_share.decimal()),
                saved: amount(incentive.saved),
                kept: amount(incentive.kept),
            },
            transparency: TransparencyJson {
                looked_up_mean: transparency.look_up.mean(),
                looked_up_most: transparency.look_up.most(),
                base: ParametersJson::of(transparency.base),
                whole: ParametersJson::of(transparency.whole),
            },
            practicality: PracticalityJson {
                list: facts.list,
                age_and_sex: facts.age_and_sex,
                conditions: facts.conditions,
                triggers: facts.triggers,
                classes: facts.classes,
                exceptions: facts.exceptions,
                facts: facts.facts(),
            },
            manipulation: aims.manipulation.iter().zip(&incentive.stopping).map(FlaggingJson::of).collect(),
        }
    }
}

impl ParametersJson {
    fn of(parameters: Parameters) -> Self {
        let Parameters { table, weights, points, reference, rules, cost_share } = parameters;
        Self { table, weights, points, reference, rules, cost_share, sum: parameters.sum() }
    }
}

impl FlaggingJson {
    fn of((flagging, stopping): (&Flagging, &Stopping)) -> Self {
        let amount = |money: model::measure::YearlyMoney| Amount(money.decimal());
        Self {
            condition: flagging.condition.to_string(),
            brings: amount(flagging.brings),
            cost: flagging.trip.as_ref().map(|trip| amount(trip.yearly)),
            carried: flagging.carried.map(amount),
            margin: flagging.margin.map(amount),
            unpriced: flagging.unpriced,
            kept_when_stopped: stopping.kept.map(amount),
            even: stopping.even.map(amount),
        }
    }
}
