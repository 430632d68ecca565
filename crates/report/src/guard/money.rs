//! How far amounts that are worked out from stand-ins can lie from the true ones, and the step that they are rounded to
//! for it. Decides nothing of what is hidden.
use super::{HiddenCount, Protection, Total, Why};
use crate::columns::{Column, Tariffs};
use model::{
    cell::Cell,
    id::Id,
    measure::{Measure, MonthlyMoney},
    outcome::PaidFor,
    pool_share::PoolRate,
    sex::Sex,
    tariff::Tariff,
};
use rust_decimal::Decimal;

/// The next of 1, 2, 5, 10, … kronor from twice the farthest that stand-ins and hidden counts can differ in a part of a
/// payment: half of the step for that, half for the rounding.
pub(super) fn money_step(protection: &Protection, tariffs: &Tariffs) -> MonthlyMoney {
    let tariffs = || Column::ALL.into_iter().filter_map(|column| tariffs.get(column));
    let parts = tariffs().flat_map(|tariff| [by_age(protection, tariff), by_condition(protection, tariff)]);
    let twice = parts.max().unwrap_or_default() * Decimal::TWO;
    if twice.is_zero() {
        return MonthlyMoney::of(Decimal::ZERO);
    }
    let steps =
        (0..27).flat_map(|zeros| [1, 2, 5].map(|step| Decimal::from_i128_with_scale(step * 10i128.pow(zeros), 0)));
    MonthlyMoney::of(steps.into_iter().find(|step| *step >= twice).unwrap_or(twice))
}

fn by_condition(protection: &Protection, tariff: &Tariff) -> Decimal {
    let factors = protection.hidden.iter().filter(|hidden| matches!(hidden.what, PaidFor::Factor(_)));
    factors.map(|hidden| amount(tariff, hidden).abs() * farthest(hidden)).sum()
}

/// Persons who are more in one hidden cell than its stand-in are fewer in the last, if the sum is published; a cell's
/// amount thus counts by how far it lies from the last one's.
fn by_age(protection: &Protection, tariff: &Tariff) -> Decimal {
    let of_sex = |sex: Sex| {
        let is_own = move |hidden: &&HiddenCount| matches!(hidden.what, PaidFor::Cell(cell) if cell.sex == sex);
        let cells = || protection.hidden.iter().filter(is_own);
        let rest = cells().next_back().filter(|_| !protection.withholds(Total::Sex(sex)));
        let rest_amount = rest.map(|rest| amount(tariff, rest)).unwrap_or_default();
        let apart = |hidden: &HiddenCount| (amount(tariff, hidden) - rest_amount).abs();
        let small = cells().filter(|hidden| hidden.why == Why::Small);
        let small: Decimal = small.map(|hidden| apart(hidden) * farthest(hidden)).sum();
        // together those before the last have at most what each of them can have
        let others = cells().filter(|hidden| hidden.why == Why::Beside && Some(*hidden) != rest);
        let others = others.map(|hidden| apart(hidden) * farthest(hidden)).max();
        small + others.unwrap_or_default()
    };
    Sex::ALL.into_iter().map(of_sex).sum()
}

/// How far a hidden count can lie from its stand-in.
fn farthest(hidden: &HiddenCount) -> Decimal {
    let [low, stand_in, high] =
        [hidden.between.low, hidden.stand_in, hidden.between.high].map(|n| n.persons().decimal());
    (stand_in - low).max(high - stand_in)
}

/// What a person is paid for in kronor a month; nothing where the model does not pay.
fn amount(tariff: &Tariff, hidden: &HiddenCount) -> Decimal {
    let pool = |pool: &PoolRate| pool.rate.value().decimal();
    let of_cell = |cell: Cell| tariff.base.as_ref().and_then(|base| base.get(cell)).map(|rate| rate.value().decimal());
    let of_factor = |id: &Id| tariff.factors.iter().find(|factor| factor.id == *id).map(|it| it.rate.value().decimal());
    match &hidden.what {
        PaidFor::Cell(cell) => tariff.pools.iter().map(pool).chain(of_cell(*cell)).sum(),
        PaidFor::Factor(id) => of_factor(id).unwrap_or_default(),
        PaidFor::Pool(_) => tariff.pools.iter().map(pool).sum(),
    }
}
