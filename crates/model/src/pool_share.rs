//! A sum of money that all practices of a region share by how many they have listed. What a listed person brings needs
//! every practice's list, so a model with such a part has no tariff for one practice alone.
use crate::{
    citation::Parameter,
    count::Count,
    id::Id,
    localized::Localized,
    measure::{MonthlyMoney, Persons, Rate},
    tariff::TariffError,
    term::{Pooled, Term},
    trace::Traced,
};

/// A sum that is split by listed persons.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct PoolShare {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub name: Localized,
    /// What all practices share, in kronor a month.
    pub pot: Parameter<MonthlyMoney>,
}

/// How many each practice of a region has listed, by the practice's id or name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllPractices(pub Vec<(Id, Count)>);

/// What one listed person brings of a shared sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolRate {
    /// The id of the [`PoolShare`].
    pub id: Id,
    /// Kronor per listed person and month.
    pub rate: Traced<Rate>,
}

impl PoolShare {
    /// The sum divided by all listed persons of the region. Error: nobody is listed.
    pub fn rate(&self, all: &AllPractices) -> Result<PoolRate, TariffError> {
        let of = |what: fn(Id) -> Pooled| Term::Pooled(what(self.id.clone()));
        let each = all.0.iter().map(|(practice, listed)| {
            Traced::<Persons>::input(Term::Pooled(Pooled::Listed(practice.clone())), listed.persons())
        });
        let listed = Traced::sum(Term::Pooled(Pooled::ListedOfAll), each);
        let rate = Traced::parameter(of(Pooled::Pot), &self.pot).divided_by(of(Pooled::Rate), &listed);
        let rate = rate.ok_or_else(|| TariffError::PoolOfNobody(self.id.clone()))?;
        Ok(PoolRate { id: self.id.clone(), rate })
    }
}
