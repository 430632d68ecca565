//! `simulatePerson`: one person under one model.
use super::{
    cells::{SEXES, age},
    drugs::dispensed,
    factors::unknown,
    object::Object,
    place::Place,
    reader::{Reader, Request},
    terms,
};
use crate::problem::{Code, Problems, Read};
use model::{case_mix::ConditionSet, id::Id, payment_model::PaymentModel, practice::Person, tariff::Tariff};

/// A person and what the model pays.
#[derive(Debug)]
pub struct PersonRequest {
    /// Every amount of the model.
    pub tariff: Tariff,
    /// The person, with the conditions that were named and those that the drugs show.
    pub person: Person,
}

impl Request for PersonRequest {
    fn read(object: &mut Object<'_>, reader: &mut Reader<'_>) -> Read<Self> {
        let model = terms::model(object, reader);
        let (known, problems) = (model.as_deref().ok(), &mut reader.problems);
        let sex = object.required("sex", problems).and_then(|place| place.one_of(&SEXES, problems));
        let age = object.required("age", problems).and_then(|place| age(&place, problems));
        let named = object.optional("conditions").map(|place| conditions(&place, known, problems)).transpose();
        let drugs = object.optional("dispensed").map(|place| dispensed(&place, problems)).transpose();
        let values = terms::values(object, known, problems);
        let tariff = terms::tariff(&model?, &values?, reader);
        let shown = drugs?.and_then(|drugs| known_mix(&tariff).map(|mix| mix.shown_by(&drugs)));
        let both = [named?, shown].into_iter().flatten().flat_map(ConditionSet::positions);
        Ok(Self { person: Person { sex: sex?, age: age?, conditions: ConditionSet::of(both) }, tariff: tariff? })
    }
}

fn known_mix(tariff: &Read<Tariff>) -> Option<&model::case_mix::CaseMix> {
    tariff.as_ref().ok()?.model.case_mix()
}

/// The named conditions, each of which the model must have.
fn conditions(place: &Place<'_>, model: Option<&PaymentModel>, problems: &mut Problems) -> Read<ConditionSet> {
    let items = place.items("an array of condition ids", problems)?;
    let positions: Vec<Read<Option<usize>>> = items.iter().map(|item| condition(item, model, problems)).collect();
    let positions: Vec<Option<usize>> = positions.into_iter().collect::<Read<_>>()?;
    Ok(ConditionSet::of(positions.into_iter().flatten()))
}

/// The condition's position; `None` when the model is not known, which has been told already.
fn condition(item: &Place<'_>, model: Option<&PaymentModel>, problems: &mut Problems) -> Read<Option<usize>> {
    let name = item.text("the id of a condition", problems)?;
    let Some(model) = model else { return Ok(None) };
    let mix = model.case_mix();
    let position = mix.and_then(|mix| mix.position(&Id::new(name)));
    position.map(Some).ok_or_else(|| {
        let ids: Vec<Id> = mix.map(|mix| mix.conditions.iter().map(|c| c.id.clone()).collect()).unwrap_or_default();
        unknown(Code::UnknownCondition, item, &ids, problems)
    })
}
