//! The start model of a request and its `values`, by the names of their keys.
use super::{object::Object, place::Place, reader::Reader};
use crate::{
    problem::{Code, Path, Problem, Problems, Read},
    value::Value as Given,
};
use model::{
    edit::Edit,
    id::Id,
    nearest::nearest,
    scenario::Scenario,
    value::{Key, Value},
};
use std::rc::Rc;

/// The shipped model that the request names, with nothing entered.
pub fn start(object: &mut Object<'_>, reader: &mut Reader<'_>) -> Read<Scenario> {
    let place = object.required("model", &mut reader.problems)?;
    let name = place.text("the id of a model", &mut reader.problems)?;
    start_from(name, reader)
}

/// The shipped model of the id, with nothing entered.
pub fn start_from(name: &str, reader: &mut Reader<'_>) -> Read<Scenario> {
    let catalogue = reader.catalogue;
    let model = catalogue.model(&Id::new(name)).ok_or_else(|| {
        let known = catalogue.models.iter().map(|model| model.id.as_str()).collect::<Vec<_>>().join(", ");
        let message = format!("is no shipped model; the models are {known}");
        let problem = Problem::new(Code::UnknownModel, &Path::default().member("model"), message);
        reader.problems.tell(problem.with("given", Given::Text(name.to_owned()).shown()).with("known", known))
    })?;
    Ok(Scenario::new(Rc::clone(model), catalogue.guideline.clone()))
}

/// Where the value of a key stands.
pub fn path(key: &impl ToString) -> Path {
    Path::default().member("values").member(&key.to_string())
}

/// The values at a place, each of a key that the request takes; of any key as long as the model is not known.
pub fn values(place: &Place<'_>, takes: Option<&[Key]>, problems: &mut Problems) -> Read<Edit> {
    let members = place.members("an object with a member for each value", problems)?;
    let read: Vec<Read<_>> = members
        .iter()
        .map(|(name, place)| {
            let key = key(name, place, takes, problems)?;
            let value = value(&key, place, problems)?;
            Ok((key, Some(value)))
        })
        .collect();
    Ok(Edit::Set(read.into_iter().collect::<Read<_>>()?))
}

fn key(name: &str, place: &Place<'_>, takes: Option<&[Key]>, problems: &mut Problems) -> Read<Key> {
    let key = Key::read(name).filter(|key| takes.is_none_or(|keys| keys.contains(key)));
    key.ok_or_else(|| {
        let near = nearest(name, takes.unwrap_or_default()).join(", ");
        let message = match near.as_str() {
            "" => "is the name of no value; leave it out".to_owned(),
            _ => format!("is no value that this request takes; the nearest are {near}"),
        };
        problems.tell(place.problem(Code::UnknownKey, message).with("nearest", near))
    })
}

fn value(key: &Key, place: &Place<'_>, problems: &mut Problems) -> Read<Value> {
    let Some(bounds) = key.bounds() else { return place.one_of(key.words(), problems) };
    let number = Value::Number(place.decimal(&bounds, problems)?);
    if key.takes(number) {
        return Ok(number);
    }
    let message = format!("has too many decimals; give at most {}", bounds.decimals);
    Err(problems.tell(place.problem(Code::NotDecimal, message)))
}
