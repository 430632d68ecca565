//! A chronic condition as a model knows it: found by drugs, limited by age and sex, weighted.
use crate::{
    age::Age,
    atc::AtcCode,
    citation::Parameter,
    id::Id,
    localized::Localized,
    measure::Weight,
    proxy::{Dispensing, Proxy},
    sex::Sex,
};

/// Whom a condition can be counted for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Limits {
    /// Youngest age, if there is one.
    pub from_age: Option<Age>,
    /// Oldest age, if there is one.
    pub to_age: Option<Age>,
    /// The only sex, if there is one.
    pub sex: Option<Sex>,
}

impl Limits {
    /// Whether a person of this age and sex can have it counted.
    pub fn admit(self, sex: Sex, age: Age) -> bool {
        self.from_age.is_none_or(|from| age >= from)
            && self.to_age.is_none_or(|to| age <= to)
            && self.sex.is_none_or(|only| only == sex)
    }
}

/// A condition that a case mix pays for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Condition {
    /// Its id within the model.
    pub id: Id,
    /// Its name.
    pub name: Localized,
    /// The group it belongs to, for interactions and for reading.
    pub group: Id,
    /// Any one of these shows it.
    pub proxies: Vec<Proxy>,
    /// Whom it is counted for.
    pub limits: Limits,
    /// What it adds.
    pub weight: Parameter<Weight>,
}

impl Condition {
    /// Whether the collected drugs show the condition.
    pub fn is_shown_by(&self, dispensed: &[Dispensing]) -> bool {
        self.proxies.iter().any(|proxy| proxy.is_met(dispensed))
    }

    /// Whether every drug that counts here counts there too, however much of it is needed.
    pub fn drugs_are_among(&self, other: &Self) -> bool {
        self.proxies.iter().all(|proxy| proxy.include.iter().all(|class| other.counts_all_of(class, &proxy.exclude)))
    }

    /// Whether some trigger counts the whole class, but for what is left out of it already.
    fn counts_all_of(&self, class: &AtcCode, left_out: &[AtcCode]) -> bool {
        self.proxies.iter().any(|proxy| {
            let is_out = |gone: &AtcCode| {
                gone.contains(class) || class.contains(gone) && !left_out.iter().any(|out| out.contains(gone))
            };
            proxy.include.iter().any(|whole| whole.contains(class)) && !proxy.exclude.iter().any(is_out)
        })
    }

    /// Whether the same collected drugs show both: the same drugs and triggers, in any order.
    pub fn is_found_as(&self, other: &Self) -> bool {
        let has = |of: &Self, proxy: &Proxy| of.proxies.iter().any(|one| one.is_as(proxy));
        self.proxies.iter().all(|proxy| has(other, proxy)) && other.proxies.iter().all(|proxy| has(self, proxy))
    }
}

/// A named group of conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ConditionGroup {
    /// Its id within the model.
    pub id: Id,
    /// Its name.
    pub name: Localized,
}
