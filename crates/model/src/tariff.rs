//! What a model pays, worked out: an amount for each cell and each factor, after normalisation. Pays nobody yet.
use crate::{
    capitation::Capitation,
    case_mix::{CaseMix, Normalisation, SignRule, WeightUnit},
    cell::{Cell, PerCell},
    citation::Parameter,
    id::Id,
    measure::{Factor, Rate, Share, Weight},
    normalise,
    payment_model::PaymentModel,
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
    /// The share of the drug cost that the practice carries.
    pub cost_share: Traced<Share>,
}

/// Why a model's amounts cannot be worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TariffError {
    /// What the conditions bring on average in the cell is more than the table gives.
    NegativeBase(NegativeBase),
    /// A weight below zero, where the model does not allow it.
    NegativeWeight(Id),
    /// The budget rule needs a table by age and sex, and the model has none.
    NoTable,
    /// The reference population lacks the cell (or nobody is in it), or lacks a condition.
    ReferenceLacks(Cell),
    /// The unscaled sum is zero, so no factor brings it to the budget.
    NothingToScale,
    /// The reference weight is zero.
    ZeroReferenceWeight,
}

/// A cell whose base would be negative, and the largest weights that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NegativeBase {
    /// The cell.
    pub cell: Cell,
    /// The table's amount.
    pub table: Rate,
    /// What the conditions bring on average.
    pub expected: Rate,
    /// All weights times this at most fit in the cell.
    pub largest_factor: Factor,
    /// The factor that brings most in the cell.
    pub heaviest: Id,
    /// The largest amount of that factor that fits while the others stay; `None` if none does.
    pub largest_rate: Option<Rate>,
}

impl PaymentModel {
    /// Works out every amount, or says everything that is wrong.
    pub fn tariff(self: &Rc<Self>) -> Result<Tariff, Vec<TariffError>> {
        let cost_share = Traced::parameter(Term::CostShare, &self.cost_share);
        let (base, factors) = match (self.capitation(), self.case_mix()) {
            (table, None) => (table.map(table_rates), Vec::new()),
            (table, Some(mix)) => normalised(table, mix)?,
        };
        Ok(Tariff { model: Rc::clone(self), base, factors, cost_share })
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
    let rates = mix.factors().map(|f| {
        let rate = factor_rate(&mix.unit, f.id, f.weight).ok_or(TariffError::ZeroReferenceWeight)?;
        Ok(FactorRate { id: f.id.clone(), rate })
    });
    rates.collect::<Result<_, TariffError>>().map_err(|error| vec![error])
}

/// Kronor per person and month for a weight; `None` when the reference weight is zero.
fn factor_rate(unit: &WeightUnit, id: &Id, weight: &Parameter<Weight>) -> Option<Traced<Rate>> {
    match unit {
        WeightUnit::Kronor => Some(Traced::parameter(Term::FactorRate(id.clone()), &as_rate(weight))),
        WeightUnit::Points { reference_weight, reference_rate } => {
            let points = Traced::parameter(Term::FactorWeight(id.clone()), weight);
            let reference = Traced::parameter(Term::ReferenceWeight, reference_weight);
            let relative: Traced<Factor> = points.divided_by(Term::RelativeWeight(id.clone()), &reference)?;
            let rate = Traced::parameter(Term::ReferenceRate, reference_rate);
            Some(relative.times(Term::FactorRate(id.clone()), &rate))
        }
    }
}

fn as_rate(weight: &Parameter<Weight>) -> Parameter<Rate> {
    let rate = |w: Weight| Rate::new(crate::measure::Measure::decimal(w));
    Parameter { value: rate(weight.value), original: weight.original.map(rate), citation: Rc::clone(&weight.citation) }
}

/// The largest number by which all weights can be multiplied so that no base is negative; `None` without limit.
pub fn largest_fitting_factor(errors: &[TariffError]) -> Option<Decimal> {
    use crate::measure::Measure;
    let factors = errors.iter().filter_map(|error| match error {
        TariffError::NegativeBase(negative) => Some(negative.largest_factor.decimal()),
        _ => None,
    });
    factors.min()
}
