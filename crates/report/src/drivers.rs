//! Which persons make a practice's payment another than today's: for each condition, how many have it, how many would
//! with the reference population's shares in each age and sex, and what the difference pays.
use model::{
    case_mix::CaseMix,
    cell::PerCell,
    id::Id,
    measure::{Measure, MonthlyMoney, Persons},
    outcome::{Line, Outcome, PaidFor},
    practice::Practice,
    tariff::Tariff,
    term::Term,
    trace::Traced,
};

/// One condition, interaction or count.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// Which.
    pub factor: Id,
    /// Persons who have it.
    pub affected: Traced<Persons>,
    /// Persons who would, with the reference population's shares.
    pub expected: Traced<Persons>,
    /// The difference in persons.
    pub excess: Traced<Persons>,
    /// What the difference pays, kronor a month.
    pub amount: Traced<MonthlyMoney>,
}

/// What drives the change from one payment to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Drivers {
    /// The largest amount first, whatever its sign.
    pub factors: Vec<Driver>,
    /// All of them together.
    pub by_conditions: Traced<MonthlyMoney>,
    /// The rest of the change: the table, and what the budget rule does to it.
    pub by_table: Traced<MonthlyMoney>,
    /// The whole change, kronor a month.
    pub change: Traced<MonthlyMoney>,
}

/// The drivers of a practice under a tariff with conditions; `None` when it has none, or its reference population lacks
/// a cell of the list. `change` is the payment under the tariff less today's.
pub fn drivers(
    tariff: &Tariff,
    practice: &Practice,
    outcome: &Outcome,
    change: &Traced<MonthlyMoney>,
) -> Option<Drivers> {
    let mix = tariff.model.case_mix()?;
    let expected = expected_persons(mix, practice)?;
    let factors = mix.factors().zip(expected).filter_map(|(factor, expected)| driver(factor.id, expected, outcome));
    let mut factors: Vec<_> = factors.collect();
    factors.sort_by_key(|driver| std::cmp::Reverse(driver.amount.value().decimal().abs()));
    let by_conditions = Traced::sum(Term::ExcessPaymentAll, factors.iter().map(|driver| driver.amount.clone()));
    let by_table = change.minus(Term::ChangeByTable, &by_conditions);
    Some(Drivers { factors, by_conditions, by_table, change: change.clone() })
}

fn driver(id: &Id, expected: Traced<Persons>, outcome: &Outcome) -> Option<Driver> {
    let line: &Line = outcome.lines.iter().find(|line| line.paid_for == PaidFor::Factor(id.clone()))?;
    let excess = line.basis.minus(Term::ExcessAffected(id.clone()), &expected);
    let amount = excess.times(Term::ExcessPayment(id.clone()), &line.rate);
    Some(Driver { factor: id.clone(), affected: line.basis.clone(), expected, excess, amount })
}

/// Listed persons times the reference's share, summed over the cells, in the order of the factors.
fn expected_persons(mix: &CaseMix, practice: &Practice) -> Option<Vec<Traced<Persons>>> {
    let ids: Vec<&Id> = mix.factors().map(|factor| factor.id).collect();
    let mut parts: Vec<Vec<Traced<Persons>>> = vec![Vec::new(); ids.len()];
    let listed: PerCell<Traced<Persons>> =
        practice.listed.map(|cell, count| Traced::input(Term::Listed(cell), count.persons()));
    for (cell, persons) in listed.iter().filter(|(_, persons)| !persons.value().decimal().is_zero()) {
        let shares = mix.reference_shares(cell)?;
        for ((parts, id), share) in parts.iter_mut().zip(&ids).zip(&shares) {
            parts.push(persons.times(Term::ExpectedAffectedIn(cell, (*id).clone()), share));
        }
    }
    Some(parts.into_iter().zip(ids).map(|(parts, id)| Traced::sum(Term::ExpectedAffected(id.clone()), parts)).collect())
}
