//! A region's practices under each model: quickly in floating point for charts, and the same figures exactly, with how
//! they were made, for explanations. Knows nobody single.
use crate::columns::{Column, Tariffs};
use model::{
    comparison::Comparison,
    count::Count,
    id::Id,
    measure::{MonthlyMoney, Rate, Share, YearlyMoney},
    net::{Net, ShareReading, net},
    outcome::Outcome,
    practice::Practice,
    statistic::Statistic,
    tariff::Tariff,
    term::Term,
    trace::Traced,
};
use register::{
    merge::STEP,
    rates::{ORE_PER_YEAR, Rates},
    statistics::{Sides, Spread, sides, spread},
    summary::Summary,
};
use rust_decimal::{Decimal, RoundingStrategy};

/// Every practice under one model. A practice where nobody is listed has zeros. What may not be compared is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionColumn {
    /// The model.
    pub column: Column,
    /// What may be compared of it.
    pub comparison: Comparison,
    /// By practice: kronor per listed and month that are paid.
    pub payments: Vec<f64>,
    /// By practice: kronor per listed and month that are carried; empty where costs are of another year.
    pub carried: Vec<f64>,
    /// By practice: net in kronor per listed and month; empty where costs are of another year.
    pub nets: Vec<f64>,
    /// By practice: what is paid in kronor a month.
    pub paid: Vec<f64>,
    /// By practice: net in kronor a month; empty where costs are of another year.
    pub kept: Vec<f64>,
    /// How the nets per listed lie about each other; none where costs are of another year.
    pub spread: Option<Spread>,
    /// How they lie on either side of zero; nothing where the sum or the year of the costs differs.
    pub sides: Sides,
    /// The share of the practices with a net above zero; none where the sum or the year of the costs differs.
    pub above_zero: Option<f64>,
    /// Half the sum of what practices get more or less than under today's model, in kronor a month; none for today's, of
    /// one practice, and where the sum or the year of the costs differs.
    pub moved: Option<f64>,
}

/// The practices under the models, at these amounts. Lanes of the summary are those of [`Column::ALL`].
pub fn columns(
    summary: &Summary,
    tariffs: &Tariffs,
    amounts: &[(Column, Rates)],
    reading: ShareReading,
) -> Vec<RegionColumn> {
    let told = amounts.iter().filter(|(column, _)| summary.tells(column.place()));
    let columns = told.map(|(column, rates)| {
        // a weight that is tried may fit where the scenario's own does not
        let comparison = tariffs.comparison(*column).unwrap_or(Comparison::OtherTotal);
        let comparison = if summary.known.costs { comparison } else { comparison.without_costs() };
        one(summary, (*column, comparison), rates, reading)
    });
    with_moved(columns.collect())
}

fn with_moved(mut columns: Vec<RegionColumn>) -> Vec<RegionColumn> {
    let today = columns.iter().find(|one| one.column == Column::Current).map(|one| one.paid.clone());
    // between practices nothing moves where there is one
    let new = |one: &&mut RegionColumn| {
        one.column != Column::Current && one.comparison.has_redistribution() && one.paid.len() > 1
    };
    for column in columns.iter_mut().filter(new) {
        let moved = |today: &Vec<f64>| column.paid.iter().zip(today).map(|(a, b)| (a - b).abs()).sum::<f64>() / 2.0;
        column.moved = today.as_ref().map(moved);
    }
    columns
}

fn one(
    summary: &Summary,
    (column, comparison): (Column, Comparison),
    rates: &Rates,
    reading: ShareReading,
) -> RegionColumn {
    let paid: Vec<f64> = summary.payments(column.place(), rates).iter().map(|ore| ore / ORE_PER_YEAR).collect();
    let drawn = match reading {
        ShareReading::InTable => 1.0,
        ShareReading::AtNet => rates.cost_share,
    };
    // without costs of the year there is nothing to carry, and no net
    let costs = if comparison.has_net() { summary.practices.as_slice() } else { &[] };
    let carried = costs.iter().map(|sums| rates.cost_share * float(sums.cost) / ORE_PER_YEAR);
    let carried: Vec<f64> = carried.collect();
    let kept: Vec<f64> = paid.iter().zip(&carried).map(|(paid, carried)| drawn * paid - carried).collect();
    let per_listed = |amounts: &[f64]| {
        let by = |(amount, listed): (&f64, f64)| if listed > 0.0 { amount / listed } else { 0.0 };
        amounts.iter().zip(summary.practices.iter().map(|sums| float(sums.listed))).map(by).collect::<Vec<f64>>()
    };
    let nets = per_listed(&kept);
    // one without listed persons is no practice with a net of zero
    let of_listed = nets.iter().zip(&summary.practices).filter(|(_, sums)| sums.listed > 0);
    let spread = spread(&of_listed.map(|(net, _)| *net).collect::<Vec<f64>>());
    RegionColumn {
        column,
        comparison,
        payments: per_listed(&paid),
        carried: per_listed(&carried),
        sides: if comparison.has_redistribution() { sides(&nets) } else { Sides::default() },
        above_zero: spread.filter(|_| comparison.has_redistribution()).map(|spread| spread.above_zero),
        spread,
        nets,
        paid,
        kept,
        moved: None,
    }
}

/// An amount of a year as it leaves: in whole hundreds of kronor, half away from zero. Digits enough to compare, and too few
/// to search for the persons that it is made of.
pub fn whole_hundreds(kronor: Decimal) -> Decimal {
    let step = Decimal::from(STEP);
    (kronor / step).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * step
}

/// The same with every practice's money to whole hundreds of kronor a year, and all that follows from it.
pub fn rounded(columns: Vec<RegionColumn>, summary: &Summary) -> Vec<RegionColumn> {
    let round = |kronor: f64| (12.0 * kronor / f64::from(STEP)).round() * f64::from(STEP) / 12.0;
    let listed: Vec<f64> = summary.practices.iter().map(|sums| float(sums.listed)).collect();
    let per_listed = |amounts: &[f64]| {
        let by = |(amount, listed): (&f64, &f64)| if *listed > 0.0 { amount / listed } else { 0.0 };
        amounts.iter().zip(&listed).map(by).collect::<Vec<f64>>()
    };
    let one = |column: RegionColumn| {
        let carried = column.carried.iter().zip(&listed).map(|(carried, listed)| carried * listed);
        let carried: Vec<f64> = carried.collect();
        let counted = column.kept.iter().zip(&carried).map(|(kept, carried)| round(kept + carried));
        let kept: Vec<f64> = counted.zip(&carried).map(|(counted, carried)| counted - round(*carried)).collect();
        let paid: Vec<f64> = column.paid.iter().copied().map(round).collect();
        let carried: Vec<f64> = carried.into_iter().map(round).collect();
        let nets = per_listed(&kept);
        let spread = spread(&nets);
        RegionColumn {
            payments: per_listed(&paid),
            carried: per_listed(&carried),
            sides: if column.comparison.has_redistribution() { sides(&nets) } else { Sides::default() },
            above_zero: column.above_zero.and(spread).map(|spread| spread.above_zero),
            spread,
            nets,
            paid,
            kept,
            ..column
        }
    };
    with_moved(columns.into_iter().map(one).collect())
}

/// Sums of persons and öre are far below 2⁵³, so nothing is lost.
#[expect(clippy::cast_precision_loss, reason = "sums are far below 2 to the 53rd")]
fn float(sum: u64) -> f64 {
    sum as f64
}

/// One practice under one model, exactly.
#[derive(Clone, Debug, PartialEq)]
pub struct ExactPractice {
    /// What is paid.
    pub outcome: Outcome,
    /// What is carried and what is left, in kronor a month; none where costs are of another year.
    pub net: Option<Net>,
    /// What is left per listed.
    pub per_listed: Option<Traced<Rate>>,
}

/// The practice of a name under a model, without a net where costs are not known; `None` where nobody is listed or the
/// model cannot be worked out.
pub fn exact(
    tariffs: &Tariffs,
    column: Column,
    (practice, name): (&Practice, &str),
    reading: ShareReading,
) -> Option<ExactPractice> {
    let (tariff, comparison): (&Tariff, _) = (tariffs.get(column)?, tariffs.comparison(column)?);
    let outcome = tariff.practice(practice).ok()?;
    if outcome.listed.value() == Count::default().persons() {
        return None;
    }
    let cost = practice.drug_cost.filter(|_| comparison.has_net());
    let net = cost.map(|cost| net(&outcome.payment, cost, &tariff.cost_share, reading));
    let by_listed = |made: &Net| made.net.divided_by(Term::NetPerListed(Id::new(name)), &outcome.listed);
    let per_listed = net.as_ref().and_then(by_listed);
    Some(ExactPractice { outcome, net, per_listed })
}

/// How the practices' nets per listed lie about each other, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpreadFigure {
    /// The mean.
    Mean,
    /// The standard deviation.
    Deviation,
    /// Half of the practices lie below.
    Median,
    /// From the 10th percentile to the 90th.
    Tenths,
    /// From the 25th percentile to the 75th.
    Quarters,
    /// The mean of those above zero.
    Above,
    /// The mean of those below zero.
    Below,
    /// How far those two means are apart.
    Apart,
}

/// The figure of these nets; `None` of none, of one where it tells how they lie apart, and where a side of zero that it
/// takes has none.
pub fn exact_spread(nets: &[Traced<Rate>], figure: SpreadFigure) -> Option<Traced<Rate>> {
    let described = |statistic| Traced::statistic(Term::NetsDescribed(statistic), statistic, nets);
    let between = |low, high| {
        nets.get(1)?;
        let (low_end, high_end): (Traced<Rate>, _) =
            (described(Statistic::Percentile(low))?, described(Statistic::Percentile(high))?);
        Some(high_end.minus(Term::NetsBetween(low, high), &low_end))
    };
    match figure {
        SpreadFigure::Mean => described(Statistic::Mean),
        SpreadFigure::Deviation => described(Statistic::StandardDeviation),
        SpreadFigure::Median => described(Statistic::Percentile(50)),
        SpreadFigure::Tenths => between(10, 90),
        SpreadFigure::Quarters => between(25, 75),
        SpreadFigure::Above => described(Statistic::MeanAboveZero),
        SpreadFigure::Below => described(Statistic::MeanBelowZero),
        SpreadFigure::Apart => {
            let (above, below) = (described(Statistic::MeanAboveZero)?, described(Statistic::MeanBelowZero)?);
            Some(above.minus(Term::NetsApart, &below))
        }
    }
}

/// The share of the practices whose net is above zero; `None` of none.
pub fn exact_above_zero(nets: &[Traced<Rate>]) -> Option<Traced<Share>> {
    let statistic = Statistic::ShareAboveZero;
    Traced::statistic(Term::NetsDescribed(statistic), statistic, nets)
}

/// What all of these practices are paid in a year.
pub fn exact_paid<'a>(practices: impl Iterator<Item = &'a ExactPractice>) -> Traced<YearlyMoney> {
    let paid: Traced<MonthlyMoney> = Traced::sum(Term::AllPayments, practices.map(|one| one.outcome.payment.clone()));
    paid.per_year()
}

/// What moves between practices in a year, of what each is paid today and under another model; `None` of one practice.
pub fn exact_moved(pairs: &[(&str, &ExactPractice, &ExactPractice)]) -> Option<Traced<YearlyMoney>> {
    pairs.get(1)?;
    let change = |(name, today, then): &(&str, &ExactPractice, &ExactPractice)| {
        then.outcome.payment.minus(Term::ChangeOf(Id::new(name)), &today.outcome.payment)
    };
    let changes: Vec<_> = pairs.iter().map(change).collect();
    let moved: Traced<MonthlyMoney> = Traced::statistic(Term::Moved, Statistic::HalfDistance, &changes)?;
    Some(moved.per_year())
}
