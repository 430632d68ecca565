//! How much the net of a list of this size varies by chance alone: between lists of other persons alike, and from one year
//! to another. It rests on what a model leaves of a person's cost, which differs between models, and on how much of that
//! lasts; both are the reader's assumptions. The arithmetic is that of [`register::statistics::between_persons`] and
//! [`register::statistics::between_years`], which the funnel of a region takes too. Persons' costs are taken as
//! independent.
use model::{
    citation::Parameter,
    measure::{Factor, Measure, MonthlyMoney, Persons, Share, YearlyMoney},
    term::Term,
    trace::Traced,
};
use rust_decimal::Decimal;

/// Standard deviations by chance alone, in kronor a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChanceSpread {
    /// Of the net, when other persons alike were listed.
    pub persons: Traced<YearlyMoney>,
    /// Of the change in the net from one year to another, the same persons being listed.
    pub years: Traced<YearlyMoney>,
}

/// What is assumed.
#[derive(Clone, Copy, Debug)]
pub struct Assumed<'a> {
    /// The standard deviation of what the model leaves of one person's drug cost a year.
    pub residual: &'a Parameter<YearlyMoney>,
    /// The correlation of what is left in two years, from nothing to one.
    pub correlation: &'a Parameter<Factor>,
}

/// The spread for the listed and the carried share; `None` for a correlation over one.
pub fn spread(listed: &Traced<Persons>, cost_share: &Traced<Share>, assumed: Assumed<'_>) -> Option<ChanceSpread> {
    let person: Traced<YearlyMoney> =
        Traced::parameter(Term::Residual, assumed.residual).times(Term::PersonNetSpread, cost_share);
    let root: Traced<Factor> = listed.square_root(Term::ListedRoot)?;
    let persons: Traced<YearlyMoney> = person.times(Term::NetSpread, &root);
    let whole = Traced::input(Term::WholeVariance, Factor::of(Decimal::ONE));
    let new = whole.minus(Term::NewVariance, &Traced::parameter(Term::YearCorrelation, assumed.correlation));
    let two: Traced<Factor> = Traced::sum(Term::TwoYears, [new.clone(), new]).square_root(Term::TwoYearsRoot)?;
    Some(ChanceSpread { years: persons.times(Term::YearSpread, &two), persons })
}

/// Where another year's net ends in 19 years of 20, were the change from this year's normal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// From the middle to either end, in kronor a year.
    pub reach: Traced<YearlyMoney>,
    /// The lower end, in kronor a year.
    pub low: Traced<YearlyMoney>,
    /// The upper end, in kronor a year.
    pub high: Traced<YearlyMoney>,
}

/// From the middle to either end of an interval, in kronor a year: `deviations` standard deviations.
pub fn reach(spread: &ChanceSpread, deviations: &Parameter<Factor>) -> Traced<YearlyMoney> {
    spread.years.times(Term::NetReach, &Traced::parameter(Term::IntervalReach, deviations))
}

/// The interval about a net a month, `deviations` standard deviations to either side.
pub fn interval(net: &Traced<MonthlyMoney>, spread: &ChanceSpread, deviations: &Parameter<Factor>) -> Interval {
    let reach = reach(spread, deviations);
    let year = net.per_year();
    let high = Traced::sum(Term::NetHigh, [year.clone(), reach.clone()]);
    Interval { low: year.minus(Term::NetLow, &reach), high, reach }
}
