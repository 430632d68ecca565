//! `simulatePerson`: one person under one model.
use super::{
    drugs::dispensed,
    object::Object,
    place::Place,
    reader::{Reader, Request},
    tariff::tariff,
    values,
};
use crate::problem::{Code, Problems, Read, Told};
use model::{
    age::Age,
    case_mix::{CaseMix, ConditionSet},
    edit::Edit,
    id::Id,
    practice::Person,
    scenario::Scenario,
    sex::Sex,
    tariff::Tariff,
};

/// Ages that a person may have.
const AGES: std::ops::RangeInclusive<u32> = 0..=130;

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
        let start = values::start(object, reader);
        let takes = start.as_ref().ok().map(Scenario::keys_of_payment);
        let mix = start.as_ref().ok().map(|start| start.start.case_mix());
        let problems = &mut reader.problems;
        let sexes = Sex::ALL.map(|sex| (sex.key(), sex));
        let sex = object.required("sex", problems).and_then(|place| place.one_of(&sexes, problems));
        let age = object.required("age", problems).and_then(|place| age(&place, problems));
        let named = object.optional("conditions").map(|place| conditions(&place, mix, problems)).transpose();
        let drugs = object.optional("dispensed").map(|place| dispensed(&place, problems)).transpose();
        let values = object.optional("values");
        let values = values.map(|place| values::values(&place, takes.as_deref(), problems)).transpose();
        let scenario = start?.apply(&values?.unwrap_or_else(|| Edit::Set(Vec::new())));
        let tariff = tariff(&scenario, reader);
        let shown = drugs?.and_then(|drugs| Some(scenario.start.case_mix()?.shown_by(&drugs)));
        let both = [named?, shown].into_iter().flatten().flat_map(ConditionSet::positions);
        Ok(Self { person: Person { sex: sex?, age: age?, conditions: ConditionSet::of(both) }, tariff: tariff? })
    }
}

/// A completed age in years.
fn age(place: &Place<'_>, problems: &mut Problems) -> Read<Age> {
    let years = place.whole(AGES, problems)?;
    Ok(Age::try_from(years).unwrap_or(Age::MAX))
}

/// The named conditions, each of which the model must have.
fn conditions(place: &Place<'_>, mix: Option<Option<&CaseMix>>, problems: &mut Problems) -> Read<ConditionSet> {
    let items = place.items("an array of condition ids", problems)?;
    let positions: Vec<Read<Option<usize>>> = items.iter().map(|item| condition(item, mix, problems)).collect();
    let positions: Vec<Option<usize>> = positions.into_iter().collect::<Read<_>>()?;
    Ok(ConditionSet::of(positions.into_iter().flatten()))
}

/// The condition's position; `None` when the model is not known, which has been told already.
fn condition(item: &Place<'_>, mix: Option<Option<&CaseMix>>, problems: &mut Problems) -> Read<Option<usize>> {
    let name = item.text("the id of a condition", problems)?;
    let Some(mix) = mix else { return Ok(None) };
    let position = mix.and_then(|mix| mix.position(&Id::new(name)));
    position.map(Some).ok_or_else(|| unknown(item, mix, problems))
}

/// Tells that the model lacks the condition, and which it has.
fn unknown(item: &Place<'_>, mix: Option<&CaseMix>, problems: &mut Problems) -> Told {
    let ids = mix.into_iter().flat_map(|mix| &mix.conditions).map(|condition| condition.id.as_str());
    let known = ids.collect::<Vec<_>>().join(", ");
    let message = match known.as_str() {
        "" => "names a condition, but the model pays for none; leave it out".to_owned(),
        _ => format!("is nothing that the model pays for; it has {known}"),
    };
    problems.tell(item.problem(Code::UnknownCondition, message).with("known", known))
}
