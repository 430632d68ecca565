//! How much the drug cost of a list of this size would vary from year to year by chance alone, and the net with it. No
//! source gives the variation between persons: it is the reader's assumption. Persons' costs are taken as independent.
use model::{
    citation::Parameter,
    measure::{Factor, MonthlyMoney, Persons, Share, YearlyMoney},
    term::Term,
    trace::Traced,
};

/// Standard deviations by chance alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Of the year's drug cost, as a share of it: the variation between persons by the root of their number.
    pub relative: Traced<Share>,
    /// Of the year's drug cost, in kronor a year.
    pub cost: Traced<YearlyMoney>,
    /// Of the year's net, in kronor a year: the carried share of that.
    pub net: Traced<YearlyMoney>,
}

/// The spread for a drug cost a month, the listed, the carried share, and the variation: the standard deviation of one
/// person's cost a year by its mean. `None` when nobody is listed.
pub fn spread(
    cost: MonthlyMoney,
    listed: &Traced<Persons>,
    cost_share: &Traced<Share>,
    variation: &Parameter<Factor>,
) -> Option<Spread> {
    let root: Traced<Factor> = listed.square_root(Term::ListedRoot)?;
    let variation = Traced::parameter(Term::CostVariation, variation);
    let relative: Traced<Share> = variation.divided_by(Term::CostSpreadShare, &root)?;
    let year = Traced::input(Term::DrugCost, cost).per_year();
    let cost: Traced<YearlyMoney> = year.times(Term::CostSpread, &relative);
    Some(Spread { net: cost.times(Term::NetSpread, cost_share), cost, relative })
}

/// Where the year's net ends in 19 years of 20, were it normal about what is paid and cost now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// From the middle to either end, in kronor a year.
    pub reach: Traced<YearlyMoney>,
    /// The lower end, in kronor a year.
    pub low: Traced<YearlyMoney>,
    /// The upper end, in kronor a year.
    pub high: Traced<YearlyMoney>,
}

/// The interval about a net a month, `deviations` standard deviations to either side.
pub fn interval(net: &Traced<MonthlyMoney>, spread: &Spread, deviations: &Parameter<Factor>) -> Interval {
    let deviations = Traced::parameter(Term::IntervalReach, deviations);
    let reach: Traced<YearlyMoney> = spread.net.times(Term::NetReach, &deviations);
    let year = net.per_year();
    let high = Traced::sum(Term::NetHigh, [year.clone(), reach.clone()]);
    Interval { low: year.minus(Term::NetLow, &reach), high, reach }
}
