//! What each factor of a case mix comes to over its reference population. Knows no words.
use model::{
    measure::{MonthlyMoney, Persons, YearlyMoney},
    tariff::Tariff,
    term::Term,
    trace::Traced,
};

/// What is paid in a year through each factor, for these persons: as many as there are factors, in their order.
pub fn paid_through(tariff: &Tariff, persons: &[Traced<Persons>]) -> Vec<Traced<YearlyMoney>> {
    let paid = tariff.factors.iter().zip(persons).map(|(factor, persons)| {
        let month: Traced<MonthlyMoney> = persons.times(Term::FactorPayment(factor.id.clone()), &factor.rate);
        month.per_year()
    });
    paid.collect()
}

/// The sum of what is paid through several.
pub fn together(paid: impl IntoIterator<Item = Traced<YearlyMoney>>) -> Traced<YearlyMoney> {
    Traced::sum(Term::CaseMixPayment, paid)
}
