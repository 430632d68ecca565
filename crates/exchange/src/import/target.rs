//! What a list is read for: the bands and conditions of a model, and the page's notation. Reads nothing.

use super::words::Words;
use crate::number::Notation;
use model::{
    age::AgeBands,
    case_mix::{CaseMix, PaidFactor},
    id::Id,
    localized::Localized,
};
use std::rc::Rc;

/// What the cells of a list can be about.
#[derive(Clone, Debug)]
pub struct Target {
    /// The age bands that counts are folded into.
    pub bands: AgeBands,
    /// What affected persons are counted for: conditions, interactions and counts.
    pub factors: Vec<FactorName>,
    /// The page's notation.
    pub notation: Notation,
    /// The case mix that tells a condition from drugs, for lists of persons.
    pub case_mix: Option<CaseMix>,
    /// The year in which a birth year becomes an age.
    pub reference_year: Option<u16>,
    /// The words of headings and the factors' names, ready for recognition.
    pub(super) words: Rc<Words>,
}

/// A factor by its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorName {
    /// Its id.
    pub id: Id,
    /// Its name in both languages.
    pub name: Localized,
}

impl FactorName {
    /// The names of a factor of a model.
    pub fn of(factor: PaidFactor) -> Self {
        Self { id: factor.id.clone(), name: factor.name.clone() }
    }
}

impl Target {
    /// A target for the bands and, where there is one, the case mix of a model.
    pub fn new(bands: &AgeBands, case_mix: Option<&CaseMix>, notation: Notation) -> Self {
        let factors = case_mix.into_iter().flat_map(CaseMix::factors);
        let factors: Vec<FactorName> = factors.map(FactorName::of).collect();
        Self {
            words: Rc::new(Words::new(&factors, &[])),
            bands: bands.clone(),
            factors,
            notation,
            case_mix: case_mix.cloned(),
            reference_year: None,
        }
    }

    /// The same with conditions of other models, whose numbers are told as not used.
    #[must_use]
    pub fn beside(self, others: &[FactorName]) -> Self {
        Self { words: Rc::new(Words::new(&self.factors, others)), ..self }
    }

    /// The same with a year in which birth years become ages.
    #[must_use]
    pub fn in_year(self, year: u16) -> Self {
        Self { reference_year: Some(year), ..self }
    }
}
