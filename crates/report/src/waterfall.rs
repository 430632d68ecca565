//! The way from today's payment to another model's: the part by age and sex, then what each condition adds. Knows no
//! words and no bars.
use crate::practice::PracticeColumn;
use model::{
    compare::change,
    id::Id,
    measure::{Measure, MonthlyMoney},
    outcome::{Outcome, PaidFor},
    term::Term,
    trace::Traced,
};

/// Two payments and the steps between them; the first with the steps is the second.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterfall {
    /// Today's payment, kronor a month.
    pub from: Traced<MonthlyMoney>,
    /// The change of the part by age and sex.
    pub capitation: Traced<MonthlyMoney>,
    /// What the largest factors add, the largest first.
    pub factors: Vec<(Id, Traced<MonthlyMoney>)>,
    /// What the rest of them add together; none when all are told.
    pub others: Option<Traced<MonthlyMoney>>,
    /// The other model's payment.
    pub to: Traced<MonthlyMoney>,
}

/// From one outcome of a practice to another, with at most `most` factors told apart. A factor that nobody has is no
/// step.
pub fn waterfall(from: &PracticeColumn, to: &PracticeColumn, most: usize) -> Waterfall {
    let mut factors = factor_payments(&to.outcome);
    factors.sort_by_key(|(_, amount)| std::cmp::Reverse(amount.value().decimal().abs()));
    let rest = factors.split_off(most.min(factors.len()));
    let others = Traced::sum(Term::OtherFactorsPayment, rest.iter().map(|(_, amount)| amount.clone()));
    Waterfall {
        from: from.outcome.payment.clone(),
        capitation: change(&from.outcome.payment, &to.outcome.capitation()),
        factors,
        others: (!rest.is_empty()).then_some(others),
        to: to.outcome.payment.clone(),
    }
}

fn factor_payments(outcome: &Outcome) -> Vec<(Id, Traced<MonthlyMoney>)> {
    let lines = outcome.lines.iter().filter(|line| !line.amount.value().decimal().is_zero());
    let factors = lines.filter_map(|line| match &line.paid_for {
        PaidFor::Factor(id) => Some((id.clone(), line.amount.clone())),
        PaidFor::Cell(_) | PaidFor::Pool(_) => None,
    });
    factors.collect()
}
