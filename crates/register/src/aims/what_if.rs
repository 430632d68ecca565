//! What it would do if some practices flagged more persons, and the budget stayed. In whole öre a year: what some get,
//! others lose. Knows nothing of why.
use crate::{
    apportion::apportion,
    exact::{Ore, ore_per_year, payments},
    phase_in::Millionths,
    summary::Summary,
};
use model::{
    measure::{Measure, MonthlyMoney},
    tariff::Tariff,
};
use rust_decimal::Decimal;

/// Some practices flag more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoreFlags<'a> {
    /// The practices' positions.
    pub practices: &'a [usize],
    /// The positions of the factors among the tariff's; all of them when `None`.
    pub factors: Option<&'a [usize]>,
    /// How many more, as a share of those who are paid for today: of each factor so many persons more, rounded down.
    pub share: Millionths,
}

/// What it does to one practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Persons more, over the factors: someone with two counts twice.
    pub extra_flags: u64,
    /// What is paid today.
    pub before: Ore,
    /// What the new flags would bring if the budget grew.
    pub extra: Ore,
    /// What is paid when all payments are multiplied by one number, so that their sum is today's.
    pub after: Ore,
}

/// What it does to all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// By practice.
    pub practices: Vec<Effect>,
    /// The sum of the payments, before and after.
    pub total: Ore,
    /// What those who flag more get more, together.
    pub gained: Ore,
    /// What the others lose, together: the same.
    pub lost: Ore,
}

/// Works it out; `None` when the lane is not of the tariff, a payment is below zero or too large, or all are nothing.
pub fn more_flags(summary: &Summary, lane: usize, tariff: &Tariff, flags: &MoreFlags) -> Option<WhatIf> {
    let before = payments(summary, lane, tariff)?;
    let counts = summary.lanes.get(lane)?;
    let extra = (0..before.len()).map(|practice| {
        let chosen = flags.practices.contains(&practice);
        let persons = counts.persons.chunks_exact(counts.factors.max(1)).nth(practice).unwrap_or_default();
        if chosen { extra(tariff, persons, flags) } else { Some((0, 0)) }
    });
    let extra: Vec<(u64, Ore)> = extra.collect::<Option<_>>()?;
    let weights: Option<Vec<Ore>> =
        before.iter().zip(&extra).map(|(before, (_, ore))| before.checked_add(*ore)).collect();
    let total = before.iter().try_fold(0 as Ore, |sum, ore| sum.checked_add(*ore))?;
    let after = apportion(total, &weights?)?;
    let effects = before.into_iter().zip(extra).zip(after);
    let practices = effects.map(|((before, (extra_flags, extra)), after)| Effect { extra_flags, before, extra, after });
    let practices: Vec<Effect> = practices.collect();
    let change = |chosen: bool| {
        let of = practices.iter().enumerate().filter(|(i, _)| flags.practices.contains(i) == chosen);
        of.map(|(_, effect)| effect.after - effect.before).sum::<Ore>()
    };
    let (gained, lost) = (change(true), -change(false));
    Some(WhatIf { practices, total, gained, lost })
}

/// How many more, and what they bring.
fn extra(tariff: &Tariff, persons: &[u32], flags: &MoreFlags) -> Option<(u64, Ore)> {
    let factors = tariff.factors.iter().zip(persons).enumerate();
    let asked = factors.filter(|(place, _)| flags.factors.is_none_or(|factors| factors.contains(place)));
    let more = asked.map(|(_, (factor, persons))| (factor, flags.share.part_of(i64::from(*persons))));
    more.map(|(factor, more)| {
        let monthly = factor.rate.value().decimal().checked_mul(Decimal::from(more))?;
        Some((u64::try_from(more).ok()?, ore_per_year(MonthlyMoney::of(monthly))?))
    })
    .try_fold((0, 0 as Ore), |(flags, sum), part| {
        let (more, ore) = part?;
        Some((flags + more, sum.checked_add(ore)?))
    })
}
