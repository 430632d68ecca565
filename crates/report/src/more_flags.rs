//! What some practices would get, and the others lose, by more flags at an unchanged sum: exactly, with how it was made.
//! Knows nobody single.
use model::{
    id::Id,
    measure::{Factor, Measure, MonthlyMoney, Persons, Share, YearlyMoney},
    practice::Practice,
    tariff::Tariff,
    term::Term,
    trace::Traced,
};
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

/// The answer. Unlike the whole öre that are paid, nothing of it is rounded.
#[derive(Clone, Debug, PartialEq)]
pub struct MoreFlags {
    /// What those who flag more get more, together.
    pub gained: Traced<YearlyMoney>,
    /// What the others get less, together.
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

/// Works it out for practices with their names; `None` when a payment cannot be worked out, or all are nothing.
pub fn more_flags(tariff: &Tariff, practices: &[(&str, Practice)], question: &Question<'_>) -> Option<MoreFlags> {
    let before = practices.iter().map(|(_, list)| Some(tariff.practice(list).ok()?.payment));
    let before: Vec<Traced<MonthlyMoney>> = before.collect::<Option<_>>()?;
    let with = before.iter().zip(practices).enumerate().map(|(at, (payment, (name, list)))| {
        match question.practices.contains(&at) {
            true => with_extra(tariff, payment, (name, list), question),
            false => payment.clone(),
        }
    });
    let with: Vec<Traced<MonthlyMoney>> = with.collect();
    let total = Traced::sum(Term::AllPayments, before.iter().cloned());
    let total_with = Traced::sum(Term::AllPaymentsWithExtra, with.iter().cloned());
    let kept: Traced<Factor> = total.divided_by(Term::KeptSum, &total_with)?;
    let after =
        with.iter().zip(practices).map(|(with, (name, _))| with.times(Term::PaymentAfterFlags(Id::new(name)), &kept));
    let after: Vec<Traced<MonthlyMoney>> = after.collect();
    let pairs = || after.iter().zip(&before).zip(practices).enumerate();
    let changes =
        pairs().map(|(_, ((after, before), (name, _)))| after.minus(Term::ChangeByFlags(Id::new(name)), before));
    let changes: Vec<Traced<MonthlyMoney>> = changes.collect();
    let flags = |at: &usize| question.practices.contains(at);
    let gains = changes.iter().enumerate().filter(|(at, _)| flags(at)).map(|(_, change)| change.clone());
    let losses = pairs().filter(|(at, _)| !flags(at));
    let losses = losses.map(|(_, ((after, before), (name, _)))| before.minus(Term::LossByFlags(Id::new(name)), after));
    let in_a_year = |amounts: &[Traced<MonthlyMoney>]| amounts.iter().map(Traced::per_year).collect();
    Some(MoreFlags {
        gained: Traced::sum(Term::GainedByFlags, gains).per_year(),
        lost: Traced::sum(Term::LostByFlags, losses).per_year(),
        total: total.per_year(),
        before: in_a_year(&before),
        after: in_a_year(&after),
        changes: in_a_year(&changes),
    })
}

/// The payment with what the new flags would bring if the sum grew.
fn with_extra(
    tariff: &Tariff,
    payment: &Traced<MonthlyMoney>,
    (name, list): (&str, &Practice),
    question: &Question<'_>,
) -> Traced<MonthlyMoney> {
    let asked = tariff.factors.iter().enumerate().filter(|(at, _)| question.factor.is_none_or(|only| only == *at));
    let extra = asked.map(|(_, factor)| {
        let today = list.affected.get(&factor.id).copied().unwrap_or_default();
        let more = Decimal::from(today.get()).saturating_mul(question.share.decimal()).floor();
        let more = Traced::input(Term::ExtraFlags(factor.id.clone()), Persons::of(more));
        factor.rate.times(Term::ExtraFactorPayment(factor.id.clone()), &more)
    });
    let extra: Traced<MonthlyMoney> = Traced::sum(Term::ExtraPayment(Id::new(name)), extra);
    Traced::sum(Term::PaymentWithExtra(Id::new(name)), [payment.clone(), extra])
}
