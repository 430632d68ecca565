//! One model's outcome: exact money by practice, and statistics. Knows nothing of other models.
use super::{
    aims::AimsJson,
    amount::Amount,
    fitted::FitJson,
    mark::Mark,
    statistics::{PlaceJson, PredictionJson, SpreadJson, SubgroupJson, per_listed, places, residual, subgroups},
};
use model::{comparison::Comparison, id::Id, measure::Measure, tariff::Tariff};
use register::{
    evaluate::LaneResult,
    statistics::{Linear, gini, linear},
    summary::Summary,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a model pays, exactly, in kronor a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaidJson {
    /// What is paid.
    pub payment: Amount,
    /// The share of the drug cost that the practice carries; `None` where costs are of another year than the amounts.
    pub carried: Option<Amount>,
    /// Payment less carried cost; `None` as for `carried`.
    pub net: Option<Amount>,
    /// The mark of made-up persons.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mark: Option<Mark>,
}

/// One model's outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ModelJson {
    /// The model's id.
    pub id: String,
    /// Whether any weight, or how common any condition is, is an example of ours.
    pub illustrative: bool,
    /// The share of the drug cost that the practice carries.
    pub cost_share: Amount,
    /// The year of the costs that the amounts are meant for.
    pub cost_year: u16,
    /// What may be compared: `fits`, `other_total` (no share above zero) or `other_year` (nothing against costs).
    pub comparison: ComparisonJson,
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
    pub payment_on_cost: Option<Linear>,
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
    /// The mark of made-up persons.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mark: Option<Mark>,
}

impl PaidJson {
    fn of(payment: Decimal, cost: u64, share: Decimal, comparison: Comparison) -> Option<Self> {
        if !comparison.has_net() {
            return Some(Self { payment: Amount(payment), carried: None, net: None, mark: None });
        }
        let carried = Amount::of_ore(cost).0.checked_mul(share)?;
        let net = payment.checked_sub(carried)?;
        Some(Self { payment: Amount(payment), carried: Some(Amount(carried)), net: Some(Amount(net)), mark: None })
    }
}

/// What may be compared of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ComparisonJson {
    /// Everything.
    Fits,
    /// Not what hangs on the sum.
    OtherTotal,
    /// Nothing that is set against costs or another model.
    OtherYear,
    /// What is paid: costs are not known.
    NoCosts,
}

impl From<Comparison> for ComparisonJson {
    fn from(comparison: Comparison) -> Self {
        match comparison {
            Comparison::Fits => Self::Fits,
            Comparison::OtherTotal => Self::OtherTotal,
            Comparison::OtherYear { .. } => Self::OtherYear,
            Comparison::NoCosts { .. } => Self::NoCosts,
        }
    }
}

pub(super) fn model(
    summary: &Summary,
    lane: usize,
    (tariff, comparison): (&Tariff, Comparison),
    result: &LaneResult,
    conditions: &[Id],
) -> Option<ModelJson> {
    let practices = paid(summary, lane, tariff, comparison)?;
    let has_net = comparison.has_net();
    let payments = practices.iter().try_fold(Decimal::ZERO, |sum, paid| sum.checked_add(paid.payment.0))?;
    let cost = summary.practices.iter().map(|sums| sums.cost).sum();
    let share = tariff.cost_share.value().decimal();
    let listed: Vec<f64> = summary.practices.iter().map(|sums| sums.listed as f64).collect();
    let paid_per_listed = per_listed(&result.payment, &listed);
    Some(ModelJson {
        id: tariff.model.id.to_string(),
        illustrative: tariff.model.is_illustrative(),
        cost_share: Amount(share),
        cost_year: tariff.model.cost_year,
        comparison: comparison.into(),
        total: PaidJson::of(payments, cost, share, comparison)?,
        practices,
        prediction: if has_net { PredictionJson::of(result, summary.is_sorted()) } else { PredictionJson::default() },
        net_per_listed: SpreadJson::of(&per_listed(&result.net, &listed), comparison).filter(|_| has_net),
        residual: residual(result, &listed).filter(|_| has_net),
        gini: gini(&result.payment, &listed),
        payment_on_cost: linear(&per_listed(&result.carried, &listed), &paid_per_listed).filter(|_| has_net),
        funnel: if has_net { places(result, &listed) } else { vec![None; listed.len()] },
        subgroups: if has_net { subgroups(summary, result, conditions) } else { Vec::new() },
        fit: None,
        aims: None,
        mark: None,
    })
}

fn paid(summary: &Summary, lane: usize, tariff: &Tariff, comparison: Comparison) -> Option<Vec<PaidJson>> {
    let share = tariff.cost_share.value().decimal();
    let one = |(practice, sums): (usize, &register::summary::PracticeSums)| {
        let outcome = tariff.practice(&summary.practice(practice, lane)?).ok()?;
        PaidJson::of(outcome.payment.value().decimal().checked_mul(Decimal::from(12))?, sums.cost, share, comparison)
    };
    summary.practices.iter().enumerate().map(one).collect()
}
