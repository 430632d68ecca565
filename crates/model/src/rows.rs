//! Rows that are not part of a model: example persons, open questions, drugs left out, regions and what they are made up
//! by.
use crate::{
    age::Age,
    atc::AtcCode,
    cell::PerCell,
    citation::{Citation, Parameter},
    count::Count,
    id::Id,
    localized::Localized,
    measure::Factor,
    proxy::Dispensing,
    sex::Sex,
};
use std::rc::Rc;

/// An example person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Persona {
    /// The person's id.
    pub id: Id,
    /// The name.
    pub name: Localized,
    /// Who it is, in a sentence.
    pub about: Localized,
    /// Sex.
    pub sex: Sex,
    /// Completed years.
    pub age: Age,
    /// Collected drugs.
    pub dispensed: Vec<Dispensing>,
    /// What has to be said beside the person's conditions, if anything: a sentence.
    pub remark: Option<Localized>,
    /// Where the person is described.
    #[cfg_attr(feature = "serde", serde(with = "crate::shared_citation"))]
    pub citation: Rc<Citation>,
}

/// Something that a source leaves open or says in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Inconsistency {
    /// Its id.
    pub id: Id,
    /// What it is, and how it is read here.
    pub text: Localized,
    /// Where it stands.
    #[cfg_attr(feature = "serde", serde(with = "crate::shared_citation"))]
    pub citation: Rc<Citation>,
}

/// What a region has published of how a model works.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct PublishedResult {
    /// Its id.
    pub id: Id,
    /// In the region's own words; in another language translated.
    pub text: Localized,
    /// Where it stands.
    #[cfg_attr(feature = "serde", serde(with = "crate::shared_citation"))]
    pub citation: Rc<Citation>,
}

/// Drug classes that a model does not count, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LeftOut {
    /// The model.
    pub model: Id,
    /// Its id within the model.
    pub id: Id,
    /// What the drugs are for.
    pub name: Localized,
    /// The classes.
    pub classes: Vec<AtcCode>,
    /// Why they are not counted.
    pub reason: Localized,
    /// Where the reason comes from.
    #[cfg_attr(feature = "serde", serde(with = "crate::shared_citation"))]
    pub citation: Rc<Citation>,
}

/// How people write a person in one line, beside the names that models give. Which words there are is a choice of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct PersonWords {
    /// Words for a woman.
    pub woman: Vec<Rc<str>>,
    /// Words for a man.
    pub man: Vec<Rc<str>>,
    /// Words beside an age.
    pub age: Vec<Rc<str>>,
    /// Words that say nothing.
    pub filler: Vec<Rc<str>>,
    /// Words for a condition; one word may stand with several.
    pub conditions: Vec<(Id, Vec<Rc<str>>)>,
    /// Shorter names of conditions whose own are long.
    pub short: Vec<(Id, Localized)>,
    /// Words for drugs that a model leaves out.
    pub left_out: Vec<(Id, Vec<Rc<str>>)>,
    /// Where the words come from.
    #[cfg_attr(feature = "serde", serde(with = "crate::shared_citation"))]
    pub citation: Rc<Citation>,
}

/// A region whose persons can be made up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Region {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Localized,
    /// What is real in it and what is made up.
    pub about: Localized,
    /// Whose tables its practices are paid by, as a sentence, where they are another region's.
    pub paid_by: Option<Localized>,
    /// The population whose shares by sex and age it has.
    pub population: RegionPopulation,
    /// Its practices.
    pub practices: RegionPractices,
}

/// A population by sex and age.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RegionPopulation {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Localized,
    /// Persons.
    pub persons: PerCell<Count>,
    /// Where they come from.
    #[cfg_attr(feature = "serde", serde(with = "crate::shared_citation"))]
    pub citation: Rc<Citation>,
}

/// A region's practices.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum RegionPractices {
    /// The lists that a document gives, in its order. Whose each is stays in the document: what is made up stands under
    /// no real practice's name.
    Lists {
        /// What each is called: `{number}` is its place from one on, `{listed}` how many it has.
        name: Localized,
        /// Listed persons.
        lists: Vec<Parameter<Count>>,
    },
    /// Made-up ones.
    Drawn {
        /// What stands before each one's number.
        name: Localized,
        /// How many.
        practices: u16,
        /// Listed persons together.
        listed: Parameter<Count>,
    },
}

/// A number that no document gives, by which regions are made up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Assumption {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub name: Localized,
    /// The number; its citation's note says how it was chosen.
    pub value: Parameter<Factor>,
}
