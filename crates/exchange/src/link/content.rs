//! What a link holds: the start model with two checks of it, then values by their position among the model's keys. The
//! first check is of the positions: where it fails, nothing is placed. The second is of the published values: where it
//! fails, the reader is told that the model has changed. Bytes of our own, since no serialiser of decimals writes 121 in two.
use super::{error::LinkError, persons};
use crate::{
    fingerprint::{hash, shape_of, values_of},
    packed::{Packed, Unpacked},
    scenario_file::Note,
    sources::Sources,
};
use model::{
    edit::Edit,
    id::Id,
    scenario::Scenario,
    value::{Key, Shape, Value},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// What is said of a list that is not known: it counts nobody.
const ROUGH: [Key; 3] = [Key::RoughListed, Key::RoughAges, Key::RoughHealth];

/// The same bytes for the same start model, the same edits and the same persons.
pub(super) fn packed(scenario: &Scenario) -> Vec<u8> {
    let mut to = Packed(packed_model(scenario));
    // nothing where nothing is said, as in links from before it could be
    let rough = ROUGH.map(|key| Some(as_number(&key, scenario.value(&key)?)));
    let says_rough = rough.iter().any(Option::is_some);
    persons::push(&mut to, scenario, says_rough);
    if says_rough {
        push_sparse(&mut to, &rough);
    }
    to.0
}

/// The same without the persons and without what is said of a list that is not known.
pub(super) fn packed_model(scenario: &Scenario) -> Vec<u8> {
    let start = &scenario.start;
    let mut to = Packed::default();
    to.text(start.id.as_str());
    to.0.extend(hash(&shape_of(start)).to_le_bytes());
    to.0.extend(hash(&values_of(start)).to_le_bytes());
    let values = scenario.keys_of_model().into_iter().map(|key| Some(as_number(&key, scenario.value(&key)?)));
    push_sparse(&mut to, &values.collect::<Vec<_>>());
    to.0
}

/// A word is its position among those of its key.
fn as_number(key: &Key, value: Value) -> Decimal {
    match (key.shape(), value) {
        (_, Value::Number(number)) => number,
        (Shape::Word(words), value) => words.iter().take_while(|(_, word)| *word != value).count().into(),
        // none of the model's values is a name
        (Shape::Number(_) | Shape::Name, _) => Decimal::ZERO,
    }
}

fn of_number(key: &Key, number: Decimal) -> Option<Value> {
    match key.shape() {
        Shape::Number(_) => Some(Value::Number(number)),
        Shape::Name => None,
        Shape::Word(words) => {
            let position = number.to_usize().filter(|position| Decimal::from(*position) == number)?;
            words.get(position).map(|(_, value)| *value)
        }
    }
}

/// Runs: how many are not there, how many are, these; and again until the end.
fn push_sparse(to: &mut Packed, values: &[Option<Decimal>]) {
    let mut rest = values;
    while !rest.is_empty() {
        let (gap, after) = rest.split_at(rest.iter().take_while(|value| value.is_none()).count());
        let (run, after) = after.split_at(after.iter().take_while(|value| value.is_some()).count());
        to.size(gap.len());
        to.size(run.len());
        run.iter().flatten().for_each(|value| to.decimal(*value));
        rest = after;
    }
}

/// So many values, as [`push_sparse`] wrote them.
fn take_sparse(from: &mut Unpacked<'_>, length: usize) -> Option<Vec<Option<Decimal>>> {
    let mut values = Vec::new();
    while values.len() < length {
        let (gap, run) = (from.size()?, from.size()?);
        let end = values.len().checked_add(gap)?.checked_add(run)?;
        if end > length || gap == 0 && run == 0 {
            return None;
        }
        values.resize(values.len() + gap, None);
        for _ in 0..run {
            values.push(Some(from.decimal()?));
        }
    }
    Some(values)
}

/// The scenario of the bytes.
pub(super) fn unpacked(bytes: &[u8], sources: Sources<'_>) -> Result<(Scenario, Vec<Note>), LinkError> {
    let mut from = Unpacked(bytes);
    let id = from.text().ok_or(LinkError::Malformed)?;
    let Some(start) = sources.models.iter().find(|model| model.id.as_str() == id) else {
        let known = sources.models.iter().map(|model| model.id.clone()).collect();
        return Err(LinkError::UnknownModel { model: Id::new(id), known });
    };
    if from.bytes(4).ok_or(LinkError::Malformed)? != hash(&shape_of(start)).to_le_bytes() {
        return Err(LinkError::ModelChanged { model: start.id.clone() });
    }
    let same = from.bytes(4).ok_or(LinkError::Malformed)? == hash(&values_of(start)).to_le_bytes();
    let empty = sources.scenario(start);
    let values = values(&mut from, &empty).filter(|_| from.0.is_empty()).ok_or(LinkError::Malformed)?;
    let beyond = |(key, value): &(Key, Option<Value>)| value.is_some_and(|value| !empty.takes(key, value));
    if let Some((key, _)) = values.iter().find(|value| beyond(value)) {
        return Err(LinkError::OutOfBounds { key: key.clone() });
    }
    Ok((empty.apply(&Edit::Set(values)), if same { Vec::new() } else { vec![Note::ModelChanged] }))
}

fn values(from: &mut Unpacked<'_>, empty: &Scenario) -> Option<Vec<(Key, Option<Value>)>> {
    let keys = empty.keys_of_model();
    let numbers = take_sparse(from, keys.len())?;
    let persons = persons::take(from, empty)?;
    let rough = if from.0.is_empty() { Vec::new() } else { take_sparse(from, ROUGH.len())? };
    let there = keys
        .into_iter()
        .zip(numbers)
        .chain(ROUGH.into_iter().zip(rough))
        .filter_map(|(key, number)| Some((key, number?)));
    let read = there.map(|(key, number)| Some((key.clone(), Some(of_number(&key, number)?))));
    read.chain(persons.into_iter().map(Some)).collect()
}

#[cfg(test)]
mod tests {
    use super::{packed, unpacked};
    use crate::link::error::LinkError;
    use crate::sources::Sources;
    use catalog::Catalogue;
    use model::id::Id;
    use proptest::prelude::*;

    /// The bytes of a start model without edits, up to the first edit.
    fn head(catalogue: &Catalogue) -> Vec<u8> {
        let start = catalogue.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap();
        let mut bytes = packed(&catalogue.scenario(start));
        // 42 amounts, 27 weights and four single values that are not there
        assert!(bytes.ends_with(&[73, 0]));
        bytes.truncate(bytes.len() - 2);
        bytes
    }

    #[test]
    fn positions_beyond_the_model_are_refused() {
        let catalogue = catalog::shipped();
        let read = |edits: &[u8]| unpacked(&[&*head(&catalogue), edits].concat(), Sources::of(&catalogue));
        assert!(read(&[73, 0]).is_ok());
        let rule = |position: &[u8]| read(&[&[70, 1], position, &[2, 0]].concat());
        assert!(rule(&[0]).is_ok(), "the first budget rule");
        let broken: [&[u8]; 8] = [
            &[],
            &[73],
            &[73, 0, 0],
            &[74, 0],
            &[0, 0, 73, 0],
            &[72, 2, 2, 1, 2, 1],
            &[70, 1, 2, 3, 2, 0],
            &[1, 1, 0x80],
        ];
        for edits in broken {
            assert_eq!(read(edits), Err(LinkError::Malformed), "{edits:?}");
        }
    }

    #[test]
    fn a_value_outside_its_bounds_is_told() {
        let catalogue = catalog::shipped();
        // the first amount: one below zero, then nothing
        let minus_one = [&*head(&catalogue), &[0, 1, 3, 1, 72, 0]].concat();
        let first = catalogue.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap().bands.cells().next().unwrap();
        let told = unpacked(&minus_one, Sources::of(&catalogue));
        assert_eq!(told, Err(LinkError::OutOfBounds { key: model::value::Key::Rate(first) }));
    }

    proptest! {
        #[test]
        fn any_edits_are_read_or_refused(edits in proptest::collection::vec(0u8..80, 0..80)) {
            let catalogue = catalog::shipped();
            let read = unpacked(&[&*head(&catalogue), &*edits].concat(), Sources::of(&catalogue));
            if let Ok((scenario, _)) = read {
                let again = unpacked(&packed(&scenario), Sources::of(&catalogue));
                prop_assert_eq!(again, Ok((scenario, Vec::new())));
            }
        }
    }
}
