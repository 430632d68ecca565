//! What some practices would get, and the others lose, by more flags at an unchanged sum: the whole öre that are paid,
//! each with how it was made. Knows nobody single.
use crate::phase::money;
use model::{
    id::Id,
    measure::{Factor, Measure, MonthlyMoney, Persons, Share, YearlyMoney},
    practice::Practice,
    tariff::Tariff,
    term::Term,
    trace::Traced,
};
use register::{aims::WhatIf, exact::Ore};
use rust_decimal::Decimal;

/// The question.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The practices' positions.
    pub practices: &'a [usize],
    /// The only factor that is flagged more, by position; every one when `None`.
    pub factor: Option<usize>,
    /// How many more, as a share of those who are paid for today: of each factor rounded down to whole persons.
    pub share: Share,
}

/// The answer, in whole öre.
#[derive(Clone, Debug, PartialEq)]
pub struct MoreFlags {
    /// What those who flag more get more, together.
    pub gained: Traced<YearlyMoney>,
    /// What the others get less, together: the same.
    pub lost: Traced<YearlyMoney>,
    /// All payments: before and after.
    pub total: Traced<YearlyMoney>,
    /// By practice: the payment as it is.
    pub before: Vec<Traced<YearlyMoney>>,
    /// By practice: the payment when the sum is kept.
    pub after: Vec<Traced<YearlyMoney>>,
    /// By practice: what changes.
    pub changes: Vec<Traced<YearlyMoney>>,
}

/// How the öre in `paid` were made, for the same practices with their names and the same question; `None` when a payment
/// cannot be worked out, all are nothing, or `paid` answers another question.
pub fn more_flags(
    tariff: &Tariff,
    practices: &[(&str, Practice)],
    question: &Question<'_>,
    paid: &WhatIf,
) -> Option<MoreFlags> {
    if paid.practices.len() != practices.len() {
        return None;
    }
    let each = || practices.iter().zip(&paid.practices);
    let before = each().map(|((_, list), paid)| in_whole_ore(&tariff.practice(list).ok()?.payment, paid.before));
    let before: Vec<Traced<YearlyMoney>> = before.collect::<Option<_>>()?;
    let with = each().zip(&before).enumerate().map(|(at, (((name, list), paid), payment))| {
        if !question.practices.contains(&at) {
            return Some(payment.clone());
        }
        let extra = in_whole_ore(&extra(tariff, (name, list), question), paid.extra)?;
        Some(Traced::sum(Term::PaymentWithExtra(Id::new(name)), [payment.clone(), extra]))
    });
    let with: Vec<Traced<YearlyMoney>> = with.collect::<Option<_>>()?;
    let total = Traced::sum(Term::AllPayments, before.iter().cloned());
    let total_with = Traced::sum(Term::AllPaymentsWithExtra, with.iter().cloned());
    let kept: Traced<Factor> = total.divided_by(Term::KeptSum, &total_with)?;
    let after = with.iter().zip(each()).map(|(with, ((name, _), paid))| {
        let term = || Term::PaymentAfterFlags(Id::new(name));
        let exact: Traced<YearlyMoney> = with.times(term(), &kept);
        exact.to_ore(term(), money(paid.after))
    });
    let after: Vec<Traced<YearlyMoney>> = after.collect::<Option<_>>()?;
    let pairs = || after.iter().zip(&before).zip(practices).enumerate();
    let changes =
        pairs().map(|(_, ((after, before), (name, _)))| after.minus(Term::ChangeByFlags(Id::new(name)), before));
    let changes: Vec<Traced<YearlyMoney>> = changes.collect();
    let flags = |at: &usize| question.practices.contains(at);
    let gains = changes.iter().enumerate().filter(|(at, _)| flags(at)).map(|(_, change)| change.clone());
    let losses = pairs().filter(|(at, _)| !flags(at));
    let losses = losses.map(|(_, ((after, before), (name, _)))| before.minus(Term::LossByFlags(Id::new(name)), after));
    Some(MoreFlags {
        gained: Traced::sum(Term::GainedByFlags, gains),
        lost: Traced::sum(Term::LostByFlags, losses),
        total,
        before,
        after,
        changes,
    })
}

/// A year of the amount, in the öre that it came to.
fn in_whole_ore(amount: &Traced<MonthlyMoney>, ore: Ore) -> Option<Traced<YearlyMoney>> {
    amount.per_year().to_ore(amount.node().term.clone(), money(ore))
}

/// What the new flags would bring in a month if the sum grew.
fn extra(tariff: &Tariff, (name, list): (&str, &Practice), question: &Question<'_>) -> Traced<MonthlyMoney> {
    let asked = tariff.factors.iter().enumerate().filter(|(at, _)| question.factor.is_none_or(|only| only == *at));
    let extra = asked.map(|(_, factor)| {
        let today = list.affected.get(&factor.id).copied().unwrap_or_default();
        let more = Decimal::from(today.get()).saturating_mul(question.share.decimal()).floor();
        let more = Traced::input(Term::ExtraFlags(factor.id.clone()), Persons::of(more));
        factor.rate.times(Term::ExtraFactorPayment(factor.id.clone()), &more)
    });
    Traced::sum(Term::ExtraPayment(Id::new(name)), extra)
}
