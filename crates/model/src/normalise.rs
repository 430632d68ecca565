//! Holding a case mix to a budget over its reference population.
use crate::{
    bounds::{LARGEST_FACTOR, SMALLEST_FACTOR},
    capitation::Capitation,
    case_mix::CaseMix,
    cell::{Cell, PerCell},
    id::Id,
    measure::{Factor, Measure, MonthlyMoney, Persons, Rate},
    tariff::{FactorRate, NegativeBase, TariffError, table_rates},
    term::Term,
    trace::{How, Traced},
};
use rust_decimal::{Decimal, RoundingStrategy};
use std::rc::Rc;

/// base(cell) = table(cell) − Σ rate × share(cell): every cell keeps the table's mean.
/// Errors name every cell whose base would be negative, and every cell that the reference lacks.
pub(crate) fn per_cell(
    table: &PerCell<Traced<Rate>>,
    mix: &CaseMix,
    factors: &[FactorRate],
) -> Result<PerCell<Traced<Rate>>, Vec<TariffError>> {
    let mut errors = Vec::new();
    let base = table.map(|cell, rate| {
        let lacks = || TariffError::ReferenceLacks(cell);
        let found = expected_parts(mix, cell, factors).ok_or_else(lacks).map(|parts| base_of(cell, rate, &parts));
        let base = found.unwrap_or_else(|error| (rate.clone(), Some(error)));
        errors.extend(base.1);
        base.0
    });
    if errors.is_empty() { Ok(base) } else { Err(errors) }
}

/// What each factor brings on average in the cell: its amount times its share there.
fn expected_parts(mix: &CaseMix, cell: Cell, factors: &[FactorRate]) -> Option<Vec<Traced<Rate>>> {
    let shares = mix.reference_shares(cell)?;
    let part = |(factor, share): (&FactorRate, &Traced<_>)| {
        factor.rate.times(Term::ExpectedFactorRate(cell, factor.id.clone()), share)
    };
    Some(factors.iter().zip(&shares).map(part).collect())
}

fn base_of(cell: Cell, table: &Traced<Rate>, parts: &[Traced<Rate>]) -> (Traced<Rate>, Option<TariffError>) {
    let expected = Traced::sum(Term::ExpectedRate(cell), parts.iter().cloned());
    let base = table.minus(Term::BaseRate(cell), &expected);
    let negative = || TariffError::NegativeBase(negative_base(cell, table.value(), expected.value(), parts));
    let error = (base.value() <= NEGATIVE).then(negative);
    (base, error)
}

/// A base above this is nothing: shares such as 2/3 are rounded, so a table that is just enough can seem not to be.
const NEGATIVE: Rate = Rate::new(Decimal::from_parts(1, 0, 0, true, 12));

fn negative_base(cell: Cell, table: Rate, expected: Rate, parts: &[Traced<Rate>]) -> NegativeBase {
    let heaviest = parts.iter().max_by_key(|part| part.value());
    let factor = table.decimal().checked_div(expected.decimal()).filter(|_| table >= Rate::ZERO);
    let rate = heaviest.and_then(|part| largest_rate(part, (expected - table).decimal()));
    NegativeBase {
        cell,
        table,
        expected,
        largest_factor: factor.map(|factor| Factor::of(towards_zero(factor, 24, 6))),
        heaviest: heaviest.and_then(factor_of),
        largest_rate: rate.map(|rate| Rate::of(towards_zero(rate, 12, 4))),
    }
}

/// The amount of the part's factor at which it brings so much less; `None` below zero, or when it brings nothing.
fn largest_rate(part: &Traced<Rate>, less: Decimal) -> Option<Decimal> {
    let How::Product(rate, share) = &part.node().how else { return None };
    let lower = less.checked_div(share.value.value)?;
    rate.value.value.checked_sub(lower).filter(|rate| *rate >= Decimal::ZERO)
}

fn factor_of(part: &Traced<Rate>) -> Option<Id> {
    match &part.node().term {
        Term::ExpectedFactorRate(_, id) => Some(id.clone()),
        _ => None,
    }
}

/// Rounded so that it fits. What earlier steps have left just below a shorter number is taken for that number; `exact`
/// decimals are enough to keep the error of it under [`NEGATIVE`].
fn towards_zero(value: Decimal, exact: u32, decimals: u32) -> Decimal {
    let value = value.round_dp_with_strategy(exact, RoundingStrategy::MidpointAwayFromZero);
    value.round_dp_with_strategy(decimals, RoundingStrategy::ToZero)
}

/// One factor on table and weights together, so that the reference population is paid the published table's sum.
/// Errors: the reference lacks a cell or a condition, or no factor within [`crate::bounds`] does it.
pub(crate) fn scaled(
    table: &Capitation,
    mix: &CaseMix,
    factors: Vec<FactorRate>,
) -> Result<(PerCell<Traced<Rate>>, Vec<FactorRate>), TariffError> {
    let rates = table_rates(table);
    let target = table.target.map(|cell, parameter| Traced::parameter(Term::CellRate(cell), parameter));
    let budget = Traced::sum(Term::Budget, cell_payments(mix, &target)?);
    let unscaled = cell_payments(mix, &rates)?.into_iter().chain(factor_payments(mix, &factors)?);
    let unscaled = Traced::sum(Term::UnscaledTotal, unscaled);
    let factor = budget_factor(&budget, &unscaled)?;
    let base = rates.map(|cell, rate| rate.times(Term::BaseRate(cell), &factor));
    let scale =
        |f: FactorRate| FactorRate { rate: f.rate.times(Term::ScaledFactorRate(f.id.clone()), &factor), id: f.id };
    Ok((base, factors.into_iter().map(scale).collect()))
}

/// Errors: the sum to scale is zero or less, or the factor is out of all proportion.
fn budget_factor(
    budget: &Traced<MonthlyMoney>,
    unscaled: &Traced<MonthlyMoney>,
) -> Result<Traced<Factor>, TariffError> {
    if unscaled.value() <= MonthlyMoney::ZERO {
        return Err(TariffError::NothingToScale);
    }
    let factor: Option<Traced<Factor>> = budget.divided_by(Term::BudgetFactor, unscaled);
    let fits = |factor: &Traced<Factor>| (SMALLEST_FACTOR..=LARGEST_FACTOR).contains(&factor.value());
    factor.filter(fits).ok_or(TariffError::ExtremeBudgetFactor)
}

/// What the reference population is paid by cell at these rates.
pub(crate) fn cell_payments(
    mix: &CaseMix,
    rates: &PerCell<Traced<Rate>>,
) -> Result<Vec<Traced<MonthlyMoney>>, TariffError> {
    let payment = |(cell, rate): (Cell, &Traced<Rate>)| {
        let listed = mix.reference.listed_in(cell).ok_or(TariffError::ReferenceLacks(cell))?;
        Ok(listed.times(Term::CellPayment(cell), rate))
    };
    rates.iter().map(payment).collect()
}

/// What the reference population is paid by factor at these rates.
pub(crate) fn factor_payments(mix: &CaseMix, factors: &[FactorRate]) -> Result<Vec<Traced<MonthlyMoney>>, TariffError> {
    let affected = mix.reference_affected()?;
    let payment = |(factor, persons): (&FactorRate, &Traced<Persons>)| {
        persons.times(Term::FactorPayment(factor.id.clone()), &factor.rate)
    };
    Ok(factors.iter().zip(&affected).map(payment).collect())
}

impl CaseMix {
    /// Persons of the reference population with each factor, over all cells, in the order of [`CaseMix::factors`].
    /// Errors: the reference lacks a cell or a condition.
    pub fn reference_affected(&self) -> Result<Vec<Traced<Persons>>, TariffError> {
        let mut by_factor: Vec<Vec<Traced<Persons>>> = self.factors().map(|_| Vec::new()).collect();
        for cell in self.reference.listed.bands().cells() {
            let lacks = || TariffError::ReferenceLacks(cell);
            let listed = self.reference.listed_in(cell).ok_or_else(lacks)?;
            let shares = self.reference_shares(cell).ok_or_else(lacks)?;
            for ((list, share), factor) in by_factor.iter_mut().zip(&shares).zip(self.factors()) {
                let counted = self.reference.affected_in(cell, factor.id);
                let term = Term::ReferenceAffected(cell, factor.id.clone());
                list.push(counted.unwrap_or_else(|| listed.times(term, share)));
            }
        }
        let total = |(list, factor): (Vec<_>, crate::case_mix::PaidFactor<'_>)| {
            Traced::sum(Term::ReferenceAffectedAll(factor.id.clone()), list)
        };
        Ok(by_factor.into_iter().zip(self.factors()).map(total).collect())
    }
}

impl crate::tariff::Tariff {
    /// What the model pays its reference population a month; `None` without a case mix or a table.
    /// Errors: the reference lacks a cell or a condition.
    pub fn reference_total(&self) -> Option<Result<Traced<MonthlyMoney>, TariffError>> {
        let model = Rc::clone(&self.model);
        let (mix, base) = (model.case_mix()?, self.base.as_ref()?);
        Some(cell_payments(mix, base).and_then(|cells| {
            let factors = factor_payments(mix, &self.factors)?;
            Ok(Traced::sum(Term::ReferenceTotal, cells.into_iter().chain(factors)))
        }))
    }
}
