//! A file's content set against the models of today: the scenario, and what has changed since the file was written.
use super::{
    content::{Content, Written},
    note::{Entered, Note, Opened, Value},
};
use crate::fingerprint::{Fingerprint, values_of};
use model::{
    edit::Edit,
    id::Id,
    measure::{Measure, PersonsPerFte, Rate, Share, Weight},
    payment_model::PaymentModel,
    scenario::{ParameterId, Scenario},
    staffing::Guideline,
};
use std::rc::Rc;

/// The scenario of a content without problems.
pub(super) fn opened(
    content: Content,
    start: &Rc<PaymentModel>,
    models: &[Rc<PaymentModel>],
    guideline: &Guideline,
) -> Opened {
    let mut notes = Vec::new();
    if content.model_fingerprint.is_some_and(|written| written != Fingerprint::of(&values_of(start))) {
        notes.push(Note::ModelChanged);
    }
    let mut scenario = Scenario::new(Rc::clone(start), guideline.clone()).apply(&Edit::ResetAll);
    for written in &content.written {
        let published = published(&scenario, &written.parameter);
        notes.extend(note_of(written, published));
        let edit = edit_of(written).filter(|_| published.is_some());
        scenario = edit.map_or_else(|| scenario.clone(), |edit| scenario.apply(&edit));
    }
    let scenario = content.entered.iter().fold(scenario, |scenario, edit| scenario.apply(edit));
    notes.extend(strangers(&scenario, models).map(Note::NotInAnyModel));
    notes.extend(content.withheld.into_iter().map(Note::Withheld));
    let now = crate::link::fingerprint(&scenario);
    let differs = content.fingerprint.filter(|written| *written != now);
    notes.extend(differs.map(|written| Note::FingerprintDiffers { written, now }));
    Opened { scenario, language: content.language, notes }
}

fn note_of(written: &Written, published: Option<Value>) -> Option<Note> {
    let parameter = written.parameter.clone();
    match published {
        None => Some(Note::Gone { parameter, value: written.value }),
        Some(now) if now != written.original => Some(Note::OriginalDiffers { parameter, then: written.original, now }),
        Some(_) => None,
    }
}

/// The source's own value; `None` when it has none.
pub(super) fn published(scenario: &Scenario, parameter: &ParameterId) -> Option<Value> {
    let start = &scenario.start;
    let number = match parameter {
        ParameterId::Rate(cell) => start.capitation()?.rates.get(*cell)?.published().decimal(),
        ParameterId::Weight(id) => start.case_mix()?.factors().find(|f| f.id == id)?.weight.published().decimal(),
        ParameterId::CostShare => start.cost_share.published().decimal(),
        ParameterId::Normalisation => return Some(Value::Rule(start.case_mix()?.normalisation)),
        ParameterId::GuidelineSpecialist => scenario.guideline.specialist.published().decimal(),
        ParameterId::GuidelineSt => scenario.guideline.st.published().decimal(),
    };
    Some(Value::Number(number))
}

fn edit_of(written: &Written) -> Option<Edit> {
    Some(match (&written.parameter, written.value) {
        (ParameterId::Rate(cell), Value::Number(value)) => Edit::SetRate(*cell, Rate::of(value)),
        (ParameterId::Weight(id), Value::Number(value)) => Edit::SetWeight(id.clone(), Weight::of(value)),
        (ParameterId::CostShare, Value::Number(value)) => Edit::SetCostShare(Share::of(value)),
        (ParameterId::GuidelineSpecialist, Value::Number(value)) => {
            Edit::SetGuidelineSpecialist(PersonsPerFte::of(value))
        }
        (ParameterId::GuidelineSt, Value::Number(value)) => Edit::SetGuidelineSt(PersonsPerFte::of(value)),
        (ParameterId::Normalisation, Value::Rule(rule)) => Edit::SetNormalisation(rule),
        _ => return None,
    })
}

/// Entered cells and factors that no model has, so that a misspelt one is told.
fn strangers<'a>(scenario: &'a Scenario, models: &'a [Rc<PaymentModel>]) -> impl Iterator<Item = Entered> + 'a {
    let has_cell = |cell| models.iter().any(|model| model.bands.bands().contains(cell));
    let mixes = || models.iter().filter_map(|model| model.case_mix());
    let has_factor = move |id: &Id| mixes().any(|mix| mix.factors().any(|factor| factor.id == id));
    let cells = scenario.practice.listed.keys().filter(move |cell| !has_cell(&cell.band));
    let factors = scenario.practice.affected.keys().filter(move |id| !has_factor(id));
    cells.map(|cell| Entered::Listed(*cell)).chain(factors.map(|id| Entered::Affected(id.clone())))
}
