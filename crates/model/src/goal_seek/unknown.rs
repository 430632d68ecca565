//! The number that is sought: where it may lie, how finely it can be entered, and the edits that enter it.
use crate::{
    bounds::{self, Bounds},
    cell::Cell,
    count::Count,
    edit::Edit,
    id::Id,
    measure::{Measure, MonthlyMoney, Rate, Share, Weight},
    scenario::Scenario,
};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

/// A number of the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// The weight of a factor, to the öre.
    Weight(Id),
    /// A number that every weight is multiplied by, to four decimals; the weights are rounded to the öre.
    AllWeights,
    /// The cost share, to the hundredth of a per cent.
    CostShare,
    /// The amount of a cell, to the öre.
    Rate(Cell),
    /// Listed persons in a cell.
    Listed(Cell),
    /// Persons with a factor.
    Affected(Id),
    /// The drug cost a month, to the öre.
    DrugCost,
}

impl Unknown {
    /// How large it can be, and how finely it is entered.
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::Weight(_) => bounds::WEIGHT,
            Self::AllWeights => Bounds { least: Decimal::ZERO, ..bounds::FACTOR },
            Self::CostShare => bounds::COST_SHARE,
            Self::Rate(_) => bounds::RATE,
            Self::Listed(_) | Self::Affected(_) => bounds::PERSONS,
            Self::DrugCost => bounds::DRUG_COST,
        }
    }

    /// The edits that enter the value, in one step; none when it is not such a number or is out of its bounds.
    pub fn edits(&self, value: Decimal, scenario: &Scenario) -> Vec<Edit> {
        let count = || value.to_u64().filter(|_| value.is_integer()).and_then(Count::new);
        match self {
            Self::Weight(id) => vec![Edit::SetWeight(id.clone(), Weight::of(value))],
            Self::AllWeights => all_weights(value, scenario),
            Self::CostShare => vec![Edit::SetCostShare(Share::of(value))],
            Self::Rate(cell) => vec![Edit::SetRate(*cell, Rate::of(value))],
            Self::Listed(cell) => count().map(|n| Edit::SetListed(vec![(*cell, Some(n))])).into_iter().collect(),
            Self::Affected(id) => count().map(|n| Edit::SetAffected(vec![(id.clone(), Some(n))])).into_iter().collect(),
            Self::DrugCost => vec![Edit::SetDrugCost(Some(MonthlyMoney::of(value)))],
        }
    }

    /// The bounds in the scenario, where a weight is below zero only if signs are free, and nobody has a factor who is
    /// not listed; `None` when the scenario has no such number.
    pub(super) fn bounds_in(&self, scenario: &Scenario) -> Option<Bounds> {
        let bounds = match self {
            Self::Weight(_) => scenario.weight_bounds(),
            Self::Affected(_) => {
                let listed = scenario.practice.listed.values().copied().sum::<Count>();
                Bounds { most: listed.persons().decimal(), ..self.bounds() }
            }
            _ => self.bounds(),
        };
        self.is_of(scenario).then_some(bounds)
    }

    fn is_of(&self, scenario: &Scenario) -> bool {
        let start = &scenario.start;
        let mix = start.case_mix();
        match self {
            Self::Weight(id) | Self::Affected(id) => mix.is_some_and(|mix| mix.factors().any(|f| f.id == id)),
            Self::AllWeights => mix.is_some_and(|mix| mix.factors().next().is_some()),
            Self::Rate(cell) => start.capitation().is_some_and(|table| table.rates.get(*cell).is_some()),
            Self::Listed(cell) => start.bands.cells().any(|c| c == *cell),
            Self::CostShare | Self::DrugCost => true,
        }
    }

    /// Its value now; one for the number that all weights are multiplied by, and nothing for what is not entered.
    pub fn present(&self, scenario: &Scenario) -> Decimal {
        let model = scenario.model();
        let practice = &scenario.practice;
        let value = match self {
            Self::Weight(id) => {
                let weight =
                    model.case_mix().and_then(|mix| mix.factors().find(|f| f.id == id).map(|f| f.weight.value));
                weight.map(Measure::decimal)
            }
            Self::AllWeights => Some(Decimal::ONE),
            Self::CostShare => Some(model.cost_share.value.decimal()),
            Self::Rate(cell) => {
                model.capitation().and_then(|table| table.rates.get(*cell)).map(|rate| rate.value.decimal())
            }
            Self::Listed(cell) => practice.listed.get(cell).map(|n| n.persons().decimal()),
            Self::Affected(id) => practice.affected.get(id).map(|n| n.persons().decimal()),
            Self::DrugCost => practice.drug_cost.map(Measure::decimal),
        };
        value.unwrap_or_default()
    }
}

/// Every weight of the scenario times the number, rounded as a weight is entered. None when one is then too large.
fn all_weights(times: Decimal, scenario: &Scenario) -> Vec<Edit> {
    let model = scenario.model();
    let factors = model.case_mix().into_iter().flat_map(|mix| mix.factors().collect::<Vec<_>>());
    let scaled = factors.map(|factor| {
        let weight = factor.weight.value.decimal().checked_mul(times)?;
        let weight = weight.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        Some(Edit::SetWeight(factor.id.clone(), Weight::of(weight))).filter(Edit::is_within_bounds)
    });
    scaled.collect::<Option<_>>().unwrap_or_default()
}
