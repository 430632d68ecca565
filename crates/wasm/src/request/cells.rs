//! Rows by sex and age band: `{sex, low, high, …}`. Knows nothing of what the last member means.
use super::{object::Object, place::Place};
use crate::{
    problem::{Code, Problems, Read, Told},
    value::Value,
};
use model::entries::Entries;
use model::{
    age::{Age, AgeBand},
    cell::Cell,
    sex::Sex,
};

/// The two sexes by name.
pub const SEXES: [(&str, Sex); 2] = [("woman", Sex::Woman), ("man", Sex::Man)];
/// Ages that a person may have.
const AGES: std::ops::RangeInclusive<u32> = 0..=130;

/// A completed age in years.
pub fn age(place: &Place<'_>, problems: &mut Problems) -> Read<Age> {
    let years = place.whole(AGES, problems)?;
    Ok(Age::try_from(years).unwrap_or(Age::MAX))
}

/// Every row by its cell, which must be of the bands where these are known; each cell once.
pub fn rows<T>(
    place: &Place<'_>,
    bands: Option<&[AgeBand]>,
    value: (&'static str, impl Fn(&Place<'_>, &mut Problems) -> Read<T>),
    problems: &mut Problems,
) -> Read<Entries<Cell, T>> {
    let mut found = Entries::new();
    let mut whole = Ok(());
    for item in place.items("an array of rows", problems)? {
        match row(&item, bands, &value, problems) {
            Ok((cell, _)) if found.contains_key(&cell) => {
                whole = Err(problems.tell(item.problem(Code::Duplicate, "is a second row for the cell; keep one")));
            }
            Ok((cell, value)) => drop(found.insert(cell, value)),
            Err(told) => whole = Err(told),
        }
    }
    whole.map(|()| found)
}

fn row<T>(
    item: &Place<'_>,
    bands: Option<&[AgeBand]>,
    (name, read): &(&'static str, impl Fn(&Place<'_>, &mut Problems) -> Read<T>),
    problems: &mut Problems,
) -> Read<(Cell, T)> {
    let mut object = Object::at(item, "an object, a row", problems)?;
    let sex = object.required("sex", problems).and_then(|place| place.one_of(&SEXES, problems));
    let low = object.required("low", problems).and_then(|place| age(&place, problems));
    let high = object.required("high", problems).and_then(|place| upper(&place, problems));
    let value = object.required(name, problems).and_then(|place| read(&place, problems));
    object.close(problems);
    let band = AgeBand { low: low?, high: high? };
    let unknown = bands.filter(|bands| !bands.contains(&band)).map(|bands| unknown_band(item, band, bands, problems));
    unknown.map_or(Ok(()), Err)?;
    Ok((Cell { sex: sex?, band }, value?))
}

/// `null` is a band without an upper end; to leave it out is an error, so that it is never forgotten.
fn upper(place: &Place<'_>, problems: &mut Problems) -> Read<Option<Age>> {
    match place.value {
        Value::Null => Ok(None),
        _ => age(place, problems).map(Some),
    }
}

fn unknown_band(item: &Place<'_>, band: AgeBand, bands: &[AgeBand], problems: &mut Problems) -> Told {
    let known = bands.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let message = format!("has the ages {band}, which the model's table does not; its bands are {known}");
    problems.tell(item.problem(Code::UnknownBand, message).with("given", band).with("known", known))
}
