//! A region's practices under each model: quickly in floating point for charts, and the same figures exactly, with how
//! they were made, for explanations. Knows nobody single.
use crate::columns::Column;
use model::{
    id::Id,
    measure::{MonthlyMoney, Rate, Share, YearlyMoney},
    net::{ShareReading, net},
    outcome::Outcome,
    practice::Practice,
    statistic::Statistic,
    tariff::Tariff,
    term::Term,
    trace::Traced,
};
use register::{
    rates::{ORE_PER_YEAR, Rates},
    statistics::{Spread, spread},
    summary::Summary,
};
use rust_decimal::{Decimal, RoundingStrategy};

/// Every practice under one model. A practice where nobody is listed has zeros.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionColumn {
    /// The model.
    pub column: Column,
    /// By practice: kronor per listed and month that are paid.
    pub payments: Vec<f64>,
    /// By practice: kronor per listed and month that are carried.
    pub carried: Vec<f64>,
    /// By practice: net in kronor per listed and month.
    pub nets: Vec<f64>,
    /// By practice: what is paid in kronor a month.
    pub paid: Vec<f64>,
    /// By practice: net in kronor a month.
    pub kept: Vec<f64>,
    /// How the nets per listed lie about each other.
    pub spread: Option<Spread>,
    /// Half the sum of what practices get more or less than under today's model, in kronor a month; none for today's.
    pub moved: Option<f64>,
}

/// The practices under the models, at these amounts. Lanes of the summary are those of [`Column::ALL`].
pub fn columns(summary: &Summary, amounts: &[(Column, Rates)], reading: ShareReading) -> Vec<RegionColumn> {
    with_moved(amounts.iter().map(|(column, rates)| one(summary, *column, rates, reading)).collect())
}

fn with_moved(mut columns: Vec<RegionColumn>) -> Vec<RegionColumn> {
    let today = columns.iter().find(|one| one.column == Column::Current).map(|one| one.paid.clone());
    for column in columns.iter_mut().filter(|one| one.column != Column::Current) {
        let moved = |today: &Vec<f64>| column.paid.iter().zip(today).map(|(a, b)| (a - b).abs()).sum::<f64>() / 2.0;
        column.moved = today.as_ref().map(moved);
    }
    columns
}

fn one(summary: &Summary, column: Column, rates: &Rates, reading: ShareReading) -> RegionColumn {
    let lane = Column::ALL.iter().position(|one| *one == column).unwrap_or(0);
    let paid: Vec<f64> = summary.payments(lane, rates).iter().map(|ore| ore / ORE_PER_YEAR).collect();
    let drawn = match reading {
        ShareReading::InTable => 1.0,
        ShareReading::AtNet => rates.cost_share,
    };
    let carried = summary.practices.iter().map(|sums| rates.cost_share * float(sums.cost) / ORE_PER_YEAR);
    let carried: Vec<f64> = carried.collect();
    let kept: Vec<f64> = paid.iter().zip(&carried).map(|(paid, carried)| drawn * paid - carried).collect();
    let per_listed = |amounts: &[f64]| {
        let by = |(amount, listed): (&f64, f64)| if listed > 0.0 { amount / listed } else { 0.0 };
        amounts.iter().zip(summary.practices.iter().map(|sums| float(sums.listed))).map(by).collect::<Vec<f64>>()
    };
    let nets = per_listed(&kept);
    RegionColumn {
        column,
        payments: per_listed(&paid),
        carried: per_listed(&carried),
        spread: spread(&nets),
        nets,
        paid,
        kept,
        moved: None,
    }
}

/// Kronor a year that every practice's money is rounded to in what leaves: digits enough to compare, and too few to search
/// for the persons that they are made of.
pub const PUBLISHED_STEP: f64 = 100.0;

/// An amount in whole hundreds of kronor, half away from zero.
pub fn whole_hundreds(kronor: Decimal) -> Decimal {
    let hundreds = kronor / Decimal::ONE_HUNDRED;
    hundreds.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * Decimal::ONE_HUNDRED
}

/// The same with every practice's money to whole hundreds of kronor a year, and all that follows from it.
pub fn rounded(columns: Vec<RegionColumn>, summary: &Summary) -> Vec<RegionColumn> {
    let round = |kronor: f64| (12.0 * kronor / PUBLISHED_STEP).round() * PUBLISHED_STEP / 12.0;
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
        RegionColumn {
            payments: per_listed(&paid),
            carried: per_listed(&carried),
            spread: spread(&nets),
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
    /// What is carried, in kronor a month.
    pub carried: Traced<MonthlyMoney>,
    /// What is left, in kronor a month.
    pub net: Traced<MonthlyMoney>,
    /// What is left per listed.
    pub per_listed: Traced<Rate>,
}

/// The practice of a name under a model; `None` where nobody is listed or its cost is not known.
pub fn exact(tariff: &Tariff, practice: &Practice, name: &str, reading: ShareReading) -> Option<ExactPractice> {
    let outcome = tariff.practice(practice).ok()?;
    let made = net(&outcome.payment, practice.drug_cost?, &tariff.cost_share, reading);
    let per_listed = made.net.divided_by(Term::NetPerListed(Id::new(name)), &outcome.listed)?;
    Some(ExactPractice { outcome, carried: made.carried, net: made.net, per_listed })
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
}

/// The figure of these nets; `None` of none.
pub fn exact_spread(nets: &[Traced<Rate>], figure: SpreadFigure) -> Option<Traced<Rate>> {
    let described = |statistic| Traced::statistic(Term::NetsDescribed(statistic), statistic, nets);
    let between = |low, high| {
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
    }
}

/// The share of the practices whose net is above zero; `None` of none.
pub fn exact_above_zero(nets: &[Traced<Rate>]) -> Option<Traced<Share>> {
    let statistic = Statistic::ShareAboveZero;
    Traced::statistic(Term::NetsDescribed(statistic), statistic, nets)
}

/// How many pairs of differences have the second nearer zero than the first.
pub fn nearer_zero(pairs: impl Iterator<Item = (f64, f64)>) -> usize {
    pairs.filter(|(first, second)| second.abs() < first.abs()).count()
}

/// What moves between practices in a year, of what each is paid today and under another model.
pub fn exact_moved(pairs: &[(&str, &ExactPractice, &ExactPractice)]) -> Option<Traced<YearlyMoney>> {
    let change = |(name, today, then): &(&str, &ExactPractice, &ExactPractice)| {
        then.outcome.payment.minus(Term::ChangeOf(Id::new(name)), &today.outcome.payment)
    };
    let changes: Vec<_> = pairs.iter().map(change).collect();
    let moved: Traced<MonthlyMoney> = Traced::statistic(Term::Moved, Statistic::HalfDistance, &changes)?;
    Some(moved.per_year())
}
