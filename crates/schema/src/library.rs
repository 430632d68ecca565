//! Everything that a set of files holds, as model types.
use model::{
    age::Age,
    atc::AtcCode,
    citation::{Citation, Source},
    id::Id,
    localized::Localized,
    payment_model::PaymentModel,
    proxy::Dispensing,
    sex::Sex,
    staffing::Guideline,
};
use std::rc::Rc;

/// The content of all files, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Library {
    /// Every source, in the order of the file.
    pub sources: Vec<Source>,
    /// Every model, by id.
    pub models: Vec<Rc<PaymentModel>>,
    /// Every example person, in the order of the file.
    pub persons: Vec<Persona>,
    /// Persons per doctor.
    pub guideline: Guideline,
    /// What the sources leave open or contradict, in the order of the file.
    pub inconsistencies: Vec<Inconsistency>,
    /// Drug classes that the models leave out on purpose, in the order of the files.
    pub left_out: Vec<LeftOut>,
}

/// An example person.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Where the person is described.
    pub citation: Rc<Citation>,
}

/// Something that a source leaves open or says in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inconsistency {
    /// Its id.
    pub id: Id,
    /// What it is, and how it is read here.
    pub text: Localized,
    /// Where it stands.
    pub citation: Rc<Citation>,
}

/// Drug classes that a model does not count, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub citation: Rc<Citation>,
}
