//! What a person or a practice is paid: lines of basis × rate = amount, and their sum.
use crate::{
    case_mix::Flags,
    cell::{Cell, PerCell},
    count::Count,
    id::Id,
    measure::{MonthlyMoney, Persons, Rate},
    pool_share::PoolRate,
    practice::{Person, Practice},
    tariff::{FactorRate, Tariff},
    term::{Pooled, Term},
    trace::Traced,
};

/// What a line pays for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaidFor {
    /// Age and sex.
    Cell(Cell),
    /// A condition, an interaction or a count.
    Factor(Id),
    /// Being listed: a part of a sum that all practices share.
    Pool(Id),
}

/// basis × rate = amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it pays for.
    pub paid_for: PaidFor,
    /// Persons.
    pub basis: Traced<Persons>,
    /// Kronor per person and month.
    pub rate: Traced<Rate>,
    /// Kronor a month.
    pub amount: Traced<MonthlyMoney>,
}

/// The lines and their sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Age and sex first, then factors, then shared sums.
    pub lines: Vec<Line>,
    /// The sum of the lines.
    pub payment: Traced<MonthlyMoney>,
    /// Listed persons.
    pub listed: Traced<Persons>,
}

/// The table's bands are not the practice's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongBands;

impl Line {
    fn cell(cell: Cell, basis: Traced<Persons>, rate: &Traced<Rate>) -> Self {
        let amount = basis.times(Term::CellPayment(cell), rate);
        Self { paid_for: PaidFor::Cell(cell), basis, rate: rate.clone(), amount }
    }

    fn factor(factor: &FactorRate, basis: Traced<Persons>) -> Self {
        let amount = basis.times(Term::FactorPayment(factor.id.clone()), &factor.rate);
        Self { paid_for: PaidFor::Factor(factor.id.clone()), basis, rate: factor.rate.clone(), amount }
    }

    fn pool(pool: &PoolRate, basis: Traced<Persons>) -> Self {
        let amount = basis.times(Term::Pooled(Pooled::Payment(pool.id.clone())), &pool.rate);
        Self { paid_for: PaidFor::Pool(pool.id.clone()), basis, rate: pool.rate.clone(), amount }
    }
}

impl Outcome {
    fn of(lines: Vec<Line>, listed: Traced<Persons>) -> Self {
        let payment = Traced::sum(Term::Payment, lines.iter().map(|line| line.amount.clone()));
        Self { lines, payment, listed }
    }

    /// Payment per listed and month; `None` when nobody is listed.
    pub fn per_listed(&self) -> Option<Traced<Rate>> {
        self.payment.divided_by(Term::PaymentPerListed, &self.listed)
    }

    /// The sum of the lines by age and sex.
    pub fn capitation(&self) -> Traced<MonthlyMoney> {
        self.part(Term::CapitationPayment, |paid_for| matches!(paid_for, PaidFor::Cell(_)))
    }

    /// The sum of the lines for conditions.
    pub fn case_mix(&self) -> Traced<MonthlyMoney> {
        self.part(Term::CaseMixPayment, |paid_for| matches!(paid_for, PaidFor::Factor(_)))
    }

    fn part(&self, term: Term, keep: impl Fn(&PaidFor) -> bool) -> Traced<MonthlyMoney> {
        Traced::sum(term, self.lines.iter().filter(|line| keep(&line.paid_for)).map(|line| line.amount.clone()))
    }
}

impl Tariff {
    /// What the practice of one person is paid for that person, and which conditions count.
    pub fn person(&self, person: &Person) -> (Outcome, Flags) {
        let flags = self.flags(person);
        let one = |term| Traced::input(term, Count::from(1).persons());
        let cell = self.base.as_ref().and_then(|base| base.of_person(person.sex, person.age));
        let cell = cell.map(|(cell, rate)| Line::cell(cell, one(Term::Listed(cell)), rate));
        let paid = self.factors.iter().filter(|factor| flags.factors.contains(&factor.id));
        let paid = paid.map(|factor| Line::factor(factor, one(Term::Affected(factor.id.clone()))));
        let pools = self.pools.iter().map(|pool| Line::pool(pool, one(Term::ListedTotal)));
        (Outcome::of(cell.into_iter().chain(paid).chain(pools).collect(), one(Term::ListedTotal)), flags)
    }

    fn flags(&self, person: &Person) -> Flags {
        let none = Flags { paid: crate::case_mix::ConditionSet::EMPTY, factors: Vec::new(), dropped: Vec::new() };
        self.model.case_mix().map_or(none, |mix| mix.flags(person.sex, person.age, person.conditions))
    }

    /// What a practice is paid a month; cells where nobody is listed have no line. Error: its list has other age bands
    /// than the model.
    pub fn practice(&self, practice: &Practice) -> Result<Outcome, WrongBands> {
        self.practice_lines(practice, |basis| *basis != Persons::ZERO)
    }

    /// The same with a line for every cell, for a form where persons may still be written in an empty one.
    pub fn practice_in_full(&self, practice: &Practice) -> Result<Outcome, WrongBands> {
        self.practice_lines(practice, |_| true)
    }

    fn practice_lines(&self, practice: &Practice, keep: fn(&Persons) -> bool) -> Result<Outcome, WrongBands> {
        let listed = practice.listed.map(|cell, count| Traced::input(Term::Listed(cell), count.persons()));
        let cells = self.base.as_ref().map(|base| cell_lines(&listed, base, keep)).transpose()?;
        let factors = self.factors.iter().map(|factor| {
            let count = practice.affected.get(&factor.id).copied().unwrap_or(Count::ZERO);
            Line::factor(factor, Traced::input(Term::Affected(factor.id.clone()), count.persons()))
        });
        let all = Traced::sum(Term::ListedTotal, listed.iter().map(|(_, count)| count.clone()));
        let pools = self.pools.iter().map(|pool| Line::pool(pool, all.clone()));
        let lines = cells.into_iter().flatten().chain(factors).chain(pools).collect();
        Ok(Outcome::of(lines, all))
    }
}

fn cell_lines(
    listed: &PerCell<Traced<Persons>>,
    base: &PerCell<Traced<Rate>>,
    keep: fn(&Persons) -> bool,
) -> Result<Vec<Line>, WrongBands> {
    let pairs = listed.zip(base).map_err(|_| WrongBands)?;
    let lines = pairs.iter().filter(|(_, (basis, _))| keep(&basis.value()));
    Ok(lines.map(|(cell, (basis, rate))| Line::cell(cell, (*basis).clone(), rate)).collect())
}
