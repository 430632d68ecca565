//! Holding a case mix to a budget over its reference population.
use crate::{
    capitation::Capitation,
    case_mix::CaseMix,
    cell::{Cell, PerCell},
    measure::{Factor, Measure, MonthlyMoney, Persons, Rate},
    tariff::{FactorRate, NegativeBase, TariffError, table_rates},
    term::Term,
    trace::Traced,
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// base(cell) = table(cell) − Σ rate × share(cell): every cell keeps the table's mean.
/// Errors name every cell whose base would be negative.
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
    let error = (base.value() < Rate::ZERO).then(|| negative_base(cell, table, &expected, parts)).flatten();
    (base, error.map(TariffError::NegativeBase))
}

fn negative_base(
    cell: Cell,
    table: &Traced<Rate>,
    expected: &Traced<Rate>,
    parts: &[Traced<Rate>],
) -> Option<NegativeBase> {
    let heaviest = parts.iter().max_by_key(|part| part.value())?;
    let Term::ExpectedFactorRate(_, id) = &heaviest.node().term else { return None };
    let (table, expected) = (table.value(), expected.value());
    let over = (expected - table).decimal();
    let inputs: Vec<Decimal> = heaviest.node().how.inputs().iter().map(|node| node.value.value).collect();
    let largest_rate = match *inputs.as_slice() {
        [rate, share] => over.checked_div(share).map(|too_much| rate - too_much).filter(|r| !r.is_sign_negative()),
        _ => None,
    };
    Some(NegativeBase {
        cell,
        table,
        expected,
        largest_factor: Factor::of(table.decimal().checked_div(expected.decimal())?),
        heaviest: id.clone(),
        largest_rate: largest_rate.map(Rate::of),
    })
}

/// One factor on table and weights together, so that the reference population is paid the published table's sum.
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
    let factor: Traced<Factor> = budget.divided_by(Term::BudgetFactor, &unscaled).ok_or(TariffError::NothingToScale)?;
    let base = rates.map(|cell, rate| rate.times(Term::BaseRate(cell), &factor));
    let scale = |f: FactorRate| FactorRate { rate: f.rate.times(Term::FactorRate(f.id.clone()), &factor), id: f.id };
    Ok((base, factors.into_iter().map(scale).collect()))
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
    let affected = reference_affected(mix)?;
    let payment = |(factor, persons): (&FactorRate, &Traced<Persons>)| {
        persons.times(Term::FactorPayment(factor.id.clone()), &factor.rate)
    };
    Ok(factors.iter().zip(&affected).map(payment).collect())
}

/// Persons of the reference population with each factor, over all cells.
fn reference_affected(mix: &CaseMix) -> Result<Vec<Traced<Persons>>, TariffError> {
    let mut by_factor: Vec<Vec<Traced<Persons>>> = mix.factors().map(|_| Vec::new()).collect();
    for cell in mix.reference.listed.bands().cells() {
        let lacks = || TariffError::ReferenceLacks(cell);
        let listed = mix.reference.listed_in(cell).ok_or_else(lacks)?;
        let shares = mix.reference_shares(cell).ok_or_else(lacks)?;
        for ((list, share), factor) in by_factor.iter_mut().zip(&shares).zip(mix.factors()) {
            let counted = mix.reference.affected_in(cell, factor.id);
            let term = Term::ReferenceAffected(cell, factor.id.clone());
            list.push(counted.unwrap_or_else(|| listed.times(term, share)));
        }
    }
    let total = |(list, factor): (Vec<_>, crate::case_mix::PaidFactor<'_>)| {
        Traced::sum(Term::ReferenceAffectedAll(factor.id.clone()), list)
    };
    Ok(by_factor.into_iter().zip(mix.factors()).map(total).collect())
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
