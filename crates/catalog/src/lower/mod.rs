//! From the static tables to model types. A row that the model types would not take gives `None`; the build script has
//! checked every row, so none does.
mod mix;
mod region;

use crate::{Inconsistency, LeftOut, Persona, PublishedResult, raw};
use model::{
    age::{AgeBand, AgeBands},
    atc::AtcCode,
    capitation::Capitation,
    cell::PerCell,
    citation::{Citation, Parameter, Source},
    component::Component,
    id::Id,
    localized::Localized,
    measure::Measure,
    payment_model::PaymentModel,
    proxy::Dispensing,
    staffing::Guideline,
};
use std::{cell::RefCell, ptr, rc::Rc};

/// Lowers rows; figures of the same citation share it.
#[derive(Default)]
pub(crate) struct Lowering(RefCell<Vec<(&'static raw::Citation, Rc<Citation>)>>);

impl Lowering {
    fn cite(&self, citation: &'static raw::Citation) -> Rc<Citation> {
        let mut shared = self.0.borrow_mut();
        if let Some((_, known)) = shared.iter().find(|(row, _)| ptr::eq(*row, citation)) {
            return Rc::clone(known);
        }
        let lowered = Rc::new(lower_citation(citation));
        shared.push((citation, Rc::clone(&lowered)));
        lowered
    }

    pub(crate) fn figure<T: Measure>(&self, figure: &raw::Figure) -> Parameter<T> {
        Parameter::sourced(T::of(figure.value), self.cite(figure.citation))
    }

    pub(crate) fn guideline(&self, specialist: &raw::Figure, st: &raw::Figure) -> Guideline {
        Guideline { specialist: self.figure(specialist), st: self.figure(st) }
    }

    pub(crate) fn payment_model(&self, model: &raw::Model) -> Option<PaymentModel> {
        let bands = bands(model.bands)?;
        let table = model.table.map(|rates| self.capitation(&bands, rates).map(Component::Capitation));
        let mix = model.mix.as_ref().map(|mix| Some(Component::CaseMix(Box::new(self.case_mix(mix)?))));
        Some(PaymentModel {
            id: Id::new(model.id),
            name: text(&model.name),
            about: text(&model.about),
            year: model.year,
            cost_year: model.cost_year,
            status: model.status,
            citation: self.cite(model.citation),
            components: table.into_iter().chain(mix).collect::<Option<_>>()?,
            bands,
            cost_share: self.figure(&model.cost_share),
        })
    }

    fn capitation(&self, bands: &AgeBands, rates: &[raw::Figure]) -> Option<Capitation> {
        let rates = rates.iter().map(|rate| self.figure(rate)).collect();
        Some(Capitation::published(PerCell::from_values(bands, rates)?))
    }

    pub(crate) fn person(&self, person: &raw::Person) -> Option<Persona> {
        Some(Persona {
            id: Id::new(person.id),
            name: text(&person.name),
            about: text(&person.about),
            sex: person.sex,
            age: person.age,
            dispensed: person.dispensed.iter().map(dispensing).collect::<Option<_>>()?,
            remark: person.remark.as_ref().map(text),
            citation: self.cite(person.citation),
        })
    }

    pub(crate) fn inconsistency(&self, row: &raw::Inconsistency) -> Inconsistency {
        Inconsistency { id: Id::new(row.id), text: text(&row.text), citation: self.cite(row.citation) }
    }

    pub(crate) fn result(&self, row: &raw::PublishedResult) -> PublishedResult {
        PublishedResult { id: Id::new(row.id), text: text(&row.text), citation: self.cite(row.citation) }
    }

    pub(crate) fn left_out(&self, row: &raw::LeftOut) -> Option<LeftOut> {
        Some(LeftOut {
            model: Id::new(row.model),
            id: Id::new(row.id),
            name: text(&row.name),
            classes: classes(row.classes)?,
            reason: text(&row.reason),
            citation: self.cite(row.citation),
        })
    }
}

pub(crate) fn source(source: &raw::Source) -> Source {
    Source {
        id: Id::new(source.id),
        title: source.title.into(),
        publisher: source.publisher.into(),
        date: source.date.into(),
        about: text(&source.about),
    }
}

fn text(text: &raw::Text) -> Localized {
    Localized::new(text.sv, text.en)
}

fn lower_citation(citation: &raw::Citation) -> Citation {
    Citation {
        source: Id::new(citation.source),
        heading: citation.heading.into(),
        lines: citation.lines,
        status: citation.status,
        note: citation.note.as_ref().map(text),
    }
}

fn bands(bands: raw::Bands) -> Option<AgeBands> {
    AgeBands::new(bands.iter().map(|(low, high)| AgeBand { low: *low, high: *high }).collect()).ok()
}

fn classes(classes: &[&str]) -> Option<Vec<AtcCode>> {
    classes.iter().map(|class| AtcCode::parse(class)).collect()
}

fn dispensing(drug: &raw::Drug) -> Option<Dispensing> {
    let (months_ago, packages, ddd) = (drug.months_ago, drug.packages, drug.ddd);
    Some(Dispensing { atc: AtcCode::parse(drug.atc)?, months_ago, packages, ddd })
}
