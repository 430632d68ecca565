//! Statistics in kronor per person and month. Works out nothing but units.
use super::mark::Mark;
use model::{age::AgeBand, comparison::Comparison, id::Id, sex::Sex};
use register::{
    evaluate::{LaneResult, Prediction},
    merge::coarse,
    rates::ORE_PER_YEAR,
    statistics::{self, Difference, FunnelPlace, Spread, SubgroupKind, funnel, residual_variance, sides, spread},
    summary::Summary,
};
use serde::{Deserialize, Serialize};

/// How well a payment by the cost share foretells a person's cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PredictionJson {
    /// R².
    pub r_squared: Option<f64>,
    /// Cumming's prediction measure; `None` while single costs are not known.
    pub cpm: Option<f64>,
    /// Mean absolute prediction error, in kronor per person and month; `None` as for CPM.
    pub mape: Option<f64>,
    /// Why CPM or MAPE is missing; `None` when neither is.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub missing: Option<Missing>,
}

/// Why a measure of absolute errors is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// The region is known by sums: they hold costs and their squares, which R² takes, but no single costs.
    SumsHoldNoSingleCosts,
    /// Nothing of the cost is carried.
    NoCostShare,
    /// No cost differs from another.
    CostsAlike,
}

/// Values of practices, each counted once; kronor per listed and month.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "the measures are those of register::statistics::Spread")]
pub struct SpreadJson {
    pub count: usize,
    pub mean: f64,
    /// `None` of one practice, as are the percentiles but for the median: it lies at no distance from others.
    pub sd: Option<f64>,
    pub min: f64,
    pub p10: Option<f64>,
    pub p25: Option<f64>,
    pub median: f64,
    pub p75: Option<f64>,
    pub p90: Option<f64>,
    pub max: f64,
    pub iqr: Option<f64>,
    /// The share of the values that are over zero; `None` where the model pays another sum than the first.
    pub above_zero: Option<f64>,
    /// How many are over zero; `None` as for their share.
    pub above: Option<usize>,
    /// How many are below zero; `None` as for the share of those above.
    pub below: Option<usize>,
    /// The mean of those over zero; `None` when none is, and as for their share.
    pub mean_above: Option<f64>,
    /// The mean of those below zero; `None` likewise.
    pub mean_below: Option<f64>,
    /// The mean of those over zero less the mean of those below.
    pub distance: Option<f64>,
}

/// A practice's place in the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlaceJson {
    /// Net per listed and month.
    pub net_per_listed: f64,
    /// How far from the centre chance between persons takes 19 of 20.
    pub reach: f64,
    /// The same where practices differ beyond chance as they do here.
    pub reach_between: f64,
    /// Standardised place.
    pub z: f64,
    /// The same beside the other practices' differences.
    pub z_between: f64,
    /// The mark of made-up persons.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mark: Option<Mark>,
}

/// Persons with something in common, under a model; kronor per person and month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SubgroupJson {
    /// What they have in common: `ages`, `sex`, `conditions`, `condition` or `practice_size`.
    pub by: String,
    /// Which: `0-4` or `85+`; `woman` or `man`; how many conditions, where `4+` is four or more; the condition's id; the
    /// fifth of the practices, from the shortest lists (1).
    pub which: String,
    /// How many they are.
    pub persons: u64,
    /// Payment less carried cost.
    pub difference: f64,
    /// The lower end of its 95 per cent interval.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
    /// Payment by carried cost.
    pub ratio: Option<f64>,
    /// The same as it may be passed on, in öre a year. Not in the file: one that was read has none.
    #[serde(skip)]
    pub(super) published: Option<Difference>,
    /// The mark of made-up persons.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mark: Option<Mark>,
}

impl PredictionJson {
    pub(super) fn of(result: &LaneResult, single_costs: bool) -> Self {
        let Prediction { r_squared, cpm, mape } = result.prediction;
        let why = if result.cost_share <= 0.0 {
            Missing::NoCostShare
        } else if single_costs {
            Missing::CostsAlike
        } else {
            Missing::SumsHoldNoSingleCosts
        };
        let missing = (cpm.is_none() || mape.is_none()).then_some(why);
        Self { r_squared, cpm, mape: mape.map(|ore| ore / ORE_PER_YEAR), missing }
    }
}

impl SpreadJson {
    pub(super) fn of(values: &[f64], comparison: Comparison) -> Option<Self> {
        let found = spread(values)?;
        let Spread { count, mean, sd, min, median, max, iqr, above_zero, .. } = found;
        let several = found.of_several();
        let fits = comparison.has_redistribution();
        let sides = fits.then(|| sides(values));
        Some(Self {
            count,
            mean,
            sd,
            min,
            p10: several.map(|spread| spread.p10),
            p25: several.map(|spread| spread.p25),
            median,
            p75: several.map(|spread| spread.p75),
            p90: several.map(|spread| spread.p90),
            max,
            iqr,
            above_zero: fits.then_some(above_zero),
            above: sides.map(|sides| sides.above),
            below: sides.map(|sides| sides.below),
            mean_above: sides.and_then(|sides| sides.mean_above),
            mean_below: sides.and_then(|sides| sides.mean_below),
            distance: sides.and_then(|sides| sides.distance()),
        })
    }
}

/// The standard deviation between the persons of a practice of payment less carried cost.
pub(super) fn residual(result: &LaneResult, listed: &[f64]) -> Option<f64> {
    Some(residual_variance(&result.net, listed, result.net_squared)?.sqrt() / ORE_PER_YEAR)
}

/// Sums by practice as kronor per listed and month; practices without persons are left out.
pub(super) fn per_listed(ore: &[f64], listed: &[f64]) -> Vec<f64> {
    let practices = ore.iter().zip(listed).filter(|(_, listed)| **listed > 0.0);
    practices.map(|(ore, listed)| ore / listed / ORE_PER_YEAR).collect()
}

pub(super) fn places(result: &LaneResult, listed: &[f64]) -> Vec<Option<PlaceJson>> {
    let funnel = funnel(&result.net, listed, result.net_squared);
    let place = |place: &Option<FunnelPlace>| {
        place.as_ref().map(|place| PlaceJson {
            net_per_listed: place.per_listed / ORE_PER_YEAR,
            reach: place.reach / ORE_PER_YEAR,
            reach_between: place.reach_between / ORE_PER_YEAR,
            z: place.z,
            z_between: place.z_between,
            mark: None,
        })
    };
    funnel.map_or_else(|| vec![None; listed.len()], |funnel| funnel.places.iter().map(place).collect())
}

pub(super) fn subgroups(summary: &Summary, result: &LaneResult, conditions: &[Id]) -> Vec<SubgroupJson> {
    let groups = statistics::subgroups(summary, result).into_iter();
    groups
        .filter_map(|group| {
            let (by, which) = named(group.kind, conditions)?;
            let row = SubgroupJson {
                by: by.to_owned(),
                which,
                persons: group.persons,
                difference: 0.0,
                low: None,
                high: None,
                ratio: None,
                published: Some(coarse(&group)),
                mark: None,
            };
            Some(row.told(group.difference))
        })
        .collect()
}

impl SubgroupJson {
    fn told(self, ore: Difference) -> Self {
        let of = |ore: f64| ore / ORE_PER_YEAR;
        let (low, high) = (ore.low.map(of), ore.high.map(of));
        Self { difference: of(ore.per_person), low, high, ratio: ore.ratio, ..self }
    }

    /// As it may be passed on; `None` of one that was read.
    pub(super) fn coarse(self) -> Option<Self> {
        let published = self.published?;
        Some(self.told(published))
    }
}

/// `None` of a condition that the register does not have, of which there is no group.
fn named(kind: SubgroupKind, conditions: &[Id]) -> Option<(&'static str, String)> {
    Some(match kind {
        SubgroupKind::Ages(low, high) => ("ages", AgeBand { low, high }.key()),
        SubgroupKind::Sex(Sex::Woman) => ("sex", "woman".to_owned()),
        SubgroupKind::Sex(Sex::Man) => ("sex", "man".to_owned()),
        SubgroupKind::Conditions(4..) => ("conditions", "4+".to_owned()),
        SubgroupKind::Conditions(number) => ("conditions", number.to_string()),
        SubgroupKind::Condition(place) => ("condition", conditions.get(usize::from(place))?.to_string()),
        SubgroupKind::PracticeSize(fifth) => ("practice_size", fifth.to_string()),
    })
}
