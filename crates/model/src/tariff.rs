//! What a model pays, worked out: an amount for each cell and each factor, after normalisation. Pays nobody yet.
use crate::{
    bounds::LARGEST_RATE,
    capitation::Capitation,
    case_mix::{CaseMix, Normalisation, SignRule, WeightUnit},
    cell::{Cell, PerCell},
    citation::Parameter,
    id::Id,
    measure::{Factor, Measure, Rate, Share, Weight},
    normalise,
    payment_model::PaymentModel,
    pool_share::{AllPractices, PoolRate},
    term::Term,
    trace::Traced,
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// The amount of one factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorRate {
    /// The factor's id.
    pub id: Id,
    /// Kronor per person and month.
    pub rate: Traced<Rate>,
}

/// Every amount of a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tariff {
    /// The model.
    pub model: Rc<PaymentModel>,
    /// The amount of each cell, if the model has a table.
    pub base: Option<PerCell<Traced<Rate>>>,
    /// The amount of each factor, in the order of [`CaseMix::factors`].
    pub factors: Vec<FactorRate>,
    /// What a listed person brings of each sum that the region's practices share.
    pub pools: Vec<PoolRate>,
    /// The share of the drug cost that the practice carries.
    pub cost_share: Traced<Share>,
}

/// Why a model's amounts cannot be worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum TariffError {
    /// What the conditions bring on average in the cell is more than the table gives.
    NegativeBase(NegativeBase),
    /// A weight below zero, where the model does not allow it.
    NegativeWeight(Id),
    /// The budget rule needs a table by age and sex, and the model has none.
    NoTable,
    /// The reference population lacks the cell (or nobody is in it), lacks a condition, or has more persons with a
    /// condition than there are.
    ReferenceLacks(Cell),
    /// The unscaled sum is zero or less, so no factor brings it to the budget without turning amounts round.
    NothingToScale,
    /// The factor that brings the sum to the budget is under [`SMALLEST_FACTOR`](crate::bounds::SMALLEST_FACTOR) or
    /// over [`LARGEST_FACTOR`](crate::bounds::LARGEST_FACTOR): the amounts have nothing to do with the budget.
    ExtremeBudgetFactor,
    /// The reference weight is zero.
    ZeroReferenceWeight,
    /// A weight is worth more than [`LARGEST_RATE`], or as much less than nothing.
    WeightTooLarge(Id),
    /// The sum is shared by all practices of a region, and they are not given: see [`PaymentModel::tariff_among`].
    NeedsAllPractices(Id),
    /// The sum is shared by practices that have nobody listed.
    PoolOfNobody(Id),
}

/// A cell whose base would be negative, and the largest weights that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct NegativeBase {
    /// The cell.
    pub cell: Cell,
    /// The table's amount.
    pub table: Rate,
    /// What the conditions bring on average.
    pub expected: Rate,
    /// All weights times this at most fit in the cell: to six decimals, rounded towards zero. `None` when the table's
    /// amount is itself below zero, so that no smaller weights mend it.
    pub largest_factor: Option<Factor>,
    /// The factor that brings most in the cell; `None` when the case mix has no factor.
    pub heaviest: Option<Id>,
    /// The largest amount of that factor that fits while the others stay: to four decimals, rounded towards zero.
    /// `None` if none does.
    pub largest_rate: Option<Rate>,
}

impl PaymentModel {
    /// Works out every amount that does not hang on other practices, or says everything that is wrong.
    pub fn tariff(self: &Rc<Self>) -> Result<Tariff, Vec<TariffError>> {
        self.tariff_of(None)
    }

    /// Works out every amount, for the practices of a region, or says everything that is wrong.
    pub fn tariff_among(self: &Rc<Self>, all: &AllPractices) -> Result<Tariff, Vec<TariffError>> {
        self.tariff_of(Some(all))
    }

    fn tariff_of(self: &Rc<Self>, all: Option<&AllPractices>) -> Result<Tariff, Vec<TariffError>> {
        let cost_share = Traced::parameter(Term::CostShare, &self.cost_share);
        let (base, factors) = match (self.capitation(), self.case_mix()) {
            (table, None) => (table.map(table_rates), Vec::new()),
            (table, Some(mix)) => normalised(table, mix)?,
        };
        let pools = self.pool_shares().map(|pool| match all {
            Some(all) => pool.rate(all).map_err(|error| vec![error]),
            None => Err(vec![TariffError::NeedsAllPractices(pool.id.clone())]),
        });
        let pools = pools.collect::<Result<_, _>>()?;
        Ok(Tariff { model: Rc::clone(self), base, factors, pools, cost_share })
    }
}

type Amounts = (Option<PerCell<Traced<Rate>>>, Vec<FactorRate>);

fn normalised(table: Option<&Capitation>, mix: &CaseMix) -> Result<Amounts, Vec<TariffError>> {
    let factors = factor_rates(mix)?;
    match (mix.normalisation, table) {
        (Normalisation::None, table) => Ok((table.map(table_rates), factors)),
        (_, None) => Err(vec![TariffError::NoTable]),
        (Normalisation::PerCellNeutral, Some(table)) => {
            let base = normalise::per_cell(&table_rates(table), mix, &factors)?;
            Ok((Some(base), factors))
        }
        (Normalisation::ScalarToBudget, Some(table)) => {
            let (base, factors) = normalise::scaled(table, mix, factors).map_err(|error| vec![error])?;
            Ok((Some(base), factors))
        }
    }
}

pub(crate) fn table_rates(table: &Capitation) -> PerCell<Traced<Rate>> {
    table.rates.map(|cell, parameter| Traced::parameter(Term::CellRate(cell), parameter))
}

fn factor_rates(mix: &CaseMix) -> Result<Vec<FactorRate>, Vec<TariffError>> {
    let negative: Vec<_> = mix
        .factors()
        .filter(|f| mix.sign == SignRule::NonNegative && f.weight.value < Weight::ZERO)
        .map(|f| TariffError::NegativeWeight(f.id.clone()))
        .collect();
    if !negative.is_empty() {
        return Err(negative);
    }
    let mut errors = Vec::new();
    let rates = mix.factors().map(|f| factor_rate(&mix.unit, f.id, f.weight));
    let rates = rates.filter_map(|rate| rate.map_err(|error| errors.push(error)).ok()).collect();
    // the reference weight is one for all factors
    errors.dedup();
    if errors.is_empty() { Ok(rates) } else { Err(errors) }
}

/// Kronor per person and month for a weight.
fn factor_rate(unit: &WeightUnit, id: &Id, weight: &Parameter<Weight>) -> Result<FactorRate, TariffError> {
    let rate = match unit {
        WeightUnit::Kronor => Some(Traced::parameter(Term::FactorRate(id.clone()), &as_rate(weight))),
        WeightUnit::Points { reference_weight, .. } if reference_weight.value == Weight::ZERO => {
            return Err(TariffError::ZeroReferenceWeight);
        }
        WeightUnit::Points { reference_weight, reference_rate } => {
            rate_of_points(id, weight, reference_weight, reference_rate)
        }
    };
    let rate = rate.filter(|rate| rate.value().decimal().abs() <= LARGEST_RATE.decimal());
    let rate = rate.ok_or_else(|| TariffError::WeightTooLarge(id.clone()))?;
    Ok(FactorRate { id: id.clone(), rate })
}

/// `None` when a step is too large to be worked out.
fn rate_of_points(
    id: &Id,
    weight: &Parameter<Weight>,
    reference_weight: &Parameter<Weight>,
    reference_rate: &Parameter<Rate>,
) -> Option<Traced<Rate>> {
    let points = Traced::parameter(Term::FactorWeight(id.clone()), weight);
    let reference = Traced::parameter(Term::ReferenceWeight, reference_weight);
    let relative: Traced<Factor> = points.divided_by(Term::RelativeWeight(id.clone()), &reference)?;
    let rate = Traced::parameter(Term::ReferenceRate, reference_rate);
    relative.value().decimal().checked_mul(rate.value().decimal())?;
    Some(relative.times(Term::FactorRate(id.clone()), &rate))
}

fn as_rate(weight: &Parameter<Weight>) -> Parameter<Rate> {
    let rate = |weight: Weight| Rate::of(weight.decimal());
    Parameter { value: rate(weight.value), original: weight.original.map(rate), citation: Rc::clone(&weight.citation) }
}

/// The largest number by which all weights can be multiplied so that no base is negative, to six decimals, rounded
/// towards zero. `None` when no base is negative, or when one is that no such number mends.
pub fn largest_fitting_factor(errors: &[TariffError]) -> Option<Decimal> {
    let factors = errors.iter().filter_map(|error| match error {
        TariffError::NegativeBase(negative) => Some(negative.largest_factor.map(Measure::decimal)),
        _ => None,
    });
    // none is less than every factor
    factors.min().flatten()
}
