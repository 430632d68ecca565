//! One model's outcome: exact money by practice, and statistics. Knows nothing of other models.
use super::{
    aims::AimsJson,
    amount::Amount,
    fitted::FitJson,
    statistics::{
        LineJson, PlaceJson, PredictionJson, SpreadJson, SubgroupJson, per_listed, places, residual, subgroups,
    },
};
use model::{id::Id, measure::Measure, tariff::Tariff};
use register::{
    evaluate::LaneResult,
    statistics::{gini, linear},
    summary::Summary,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a model pays, exactly, in kronor a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaidJson {
    /// What is paid.
    pub payment: Amount,
    /// The share of the drug cost that the practice carries.
    pub carried: Amount,
    /// Payment less carried cost.
    pub net: Amount,
}

/// One model's outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModelJson {
    /// The model's id.
    pub id: String,
    /// Whether any weight, or how common any condition is, is an example of ours.
    pub illustrative: bool,
    /// The share of the drug cost that the practice carries.
    pub cost_share: Amount,
    /// By practice, in the order of the document's.
    pub practices: Vec<PaidJson>,
    /// The region.
    pub total: PaidJson,
    /// How well the payment foretells a person's cost.
    pub prediction: PredictionJson,
    /// Net per listed and month over the practices, each counted once; `None` without practices.
    pub net_per_listed: Option<SpreadJson>,
    /// What the model leaves of persons' carried costs: the standard deviation between the persons of a practice of
    /// payment less carried cost, kronor per person and month; `None` when nothing is left.
    pub residual: Option<f64>,
    /// Gini coefficient of payment per listed.
    pub gini: Option<f64>,
    /// Payment per listed and month on carried cost per listed and month, over the practices.
    pub payment_on_cost: Option<LineJson>,
    /// By practice: place in the funnel of net per listed; `None` where it has none.
    pub funnel: Vec<Option<PlaceJson>>,
    /// Groups of persons: what is paid against what is carried.
    pub subgroups: Vec<SubgroupJson>,
    /// Weights fitted to the region's costs by the model's rules.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub fit: Option<FitJson>,
    /// The four aims.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub aims: Option<AimsJson>,
}

impl PaidJson {
    fn of(payment: Decimal, cost: u64, share: Decimal) -> Option<Self> {
        let carried = Amount::of_ore(cost).0.checked_mul(share)?;
        let net = payment.checked_sub(carried)?;
        Some(Self { payment: Amount(payment), carried: Amount(carried), net: Amount(net) })
    }
}

pub(super) fn model(
    summary: &Summary,
    lane: usize,
    tariff: &Tariff,
    result: &LaneResult,
    conditions: &[Id],
) -> Option<ModelJson> {
    let practices = paid(summary, lane, tariff)?;
    let payments = practices.iter().try_fold(Decimal::ZERO, |sum, paid| sum.checked_add(paid.payment.0))?;
    let cost = summary.practices.iter().map(|sums| sums.cost).sum();
    let share = tariff.cost_share.value().decimal();
    let listed: Vec<f64> = summary.practices.iter().map(|sums| sums.listed as f64).collect();
    let paid_per_listed = per_listed(&result.payment, &listed);
    Some(ModelJson {
        id: tariff.model.id.to_string(),
        illustrative: tariff.model.is_illustrative(),
        cost_share: Amount(share),
        total: PaidJson::of(payments, cost, share)?,
        practices,
        prediction: PredictionJson::of(result, summary.is_sorted()),
        net_per_listed: SpreadJson::of(&per_listed(&result.net, &listed)),
        residual: residual(result, &listed),
        gini: gini(&result.payment, &listed),
        payment_on_cost: linear(&per_listed(&result.carried, &listed), &paid_per_listed).map(LineJson::of),
        funnel: places(result, &listed),
        subgroups: subgroups(summary, result, conditions),
        fit: None,
        aims: None,
    })
}

fn paid(summary: &Summary, lane: usize, tariff: &Tariff) -> Option<Vec<PaidJson>> {
    let share = tariff.cost_share.value().decimal();
    let one = |(practice, sums): (usize, &register::summary::PracticeSums)| {
        let outcome = tariff.practice(&summary.practice(practice, lane)?).ok()?;
        PaidJson::of(outcome.payment.value().decimal().checked_mul(Decimal::from(12))?, sums.cost, share)
    };
    summary.practices.iter().enumerate().map(one).collect()
}
