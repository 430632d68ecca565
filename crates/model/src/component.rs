//! The kinds of parts that a payment model is made of. A new kind is a file of its own and an arm here, its lines in
//! `outcome`, and its reader in `schema`; nobody else names the kinds.
use crate::{capitation::Capitation, case_mix::CaseMix, pool_share::PoolShare};

/// One part of a payment model.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Component {
    /// Pays by age and sex.
    Capitation(Capitation),
    /// Pays for chronic conditions.
    CaseMix(Box<CaseMix>),
    /// Splits a sum between all practices of a region.
    PoolShare(PoolShare),
}

impl Component {
    /// The table by age and sex, if it is one.
    pub fn capitation(&self) -> Option<&Capitation> {
        if let Self::Capitation(table) = self { Some(table) } else { None }
    }

    /// The weights of conditions, if it is that.
    pub fn case_mix(&self) -> Option<&CaseMix> {
        if let Self::CaseMix(mix) = self { Some(mix) } else { None }
    }

    /// The sum that is split, if it is one.
    pub fn pool_share(&self) -> Option<&PoolShare> {
        if let Self::PoolShare(pool) = self { Some(pool) } else { None }
    }

    pub(crate) fn capitation_mut(&mut self) -> Option<&mut Capitation> {
        if let Self::Capitation(table) = self { Some(table) } else { None }
    }

    pub(crate) fn case_mix_mut(&mut self) -> Option<&mut CaseMix> {
        if let Self::CaseMix(mix) = self { Some(mix) } else { None }
    }
}
