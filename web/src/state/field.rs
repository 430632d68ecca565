//! How a value is typed: in which view its field stands, and the value that its text means. What it is called in a file, its
//! bounds and its decimals are the key's own.
use super::view::View;
use exchange::number::{Limits, Notation, NumberError, read_count, read_decimal};
use model::{
    bounds::Bounds,
    count::Count,
    quantity::Unit,
    scenario::Scenario,
    staffing::item::Item,
    value::{Key, Section, Value},
};
use rust_decimal::Decimal;

/// The view that the key's field stands in.
pub fn view_of(key: &Key) -> View {
    match key {
        Key::Listed(_) | Key::Affected(_) | Key::DrugCost | Key::Reading | Key::MadeUp => View::Practice,
        Key::RoughListed | Key::RoughAges | Key::RoughHealth => View::Practice,
        Key::Rate(_) | Key::Weight(_) | Key::CostShare | Key::Normalisation => View::Model,
        Key::Staff(_) => View::Staffing,
        Key::Person(..) => View::Brief,
    }
}

/// The value that the text means in the scenario, or what is wrong with it. Empty text is none, which empties an entry of
/// the user's own; it is an error for a value of a model and for an age.
pub fn read_value(
    key: &Key,
    text: &str,
    notation: Notation,
    scenario: &Scenario,
) -> Result<Option<Value>, NumberError> {
    match read_number(key, text, notation, scenario) {
        Ok(value) => Ok(Some(Value::Number(value))),
        Err(NumberError::Empty) if matches!(key.section(), Section::Practice | Section::Staffing) => Ok(None),
        Err(error) => Err(error),
    }
}

fn read_number(key: &Key, text: &str, notation: Notation, scenario: &Scenario) -> Result<Decimal, NumberError> {
    // a word is chosen, never typed
    let bounds = scenario.bounds(key).ok_or(NumberError::Empty)?;
    if matches!(key, Key::Listed(_) | Key::Affected(_) | Key::RoughListed | Key::Staff(Item::Persons)) {
        return read_persons(text, notation).map(|persons| persons.get().into());
    }
    let value = read_within(text, notation, &bounds)?;
    // a length of training between two half years is taken for one with too many decimals
    let taken = Some(value).filter(|value| key.takes(Value::Number(*value)));
    taken.ok_or_else(|| NumberError::TooManyDecimals { text: text.to_owned(), max: 0 })
}

/// A number within the bounds, with the unit after it if it is written. Shares are typed in per cent.
pub fn read_within(text: &str, notation: Notation, bounds: &Bounds) -> Result<Decimal, NumberError> {
    let (times, fewer) = if bounds.unit == Unit::Share { (Decimal::ONE_HUNDRED, 2) } else { (Decimal::ONE, 0) };
    let units: &[&str] = match bounds.unit {
        Unit::Share => &["%"],
        Unit::Fte => &["heltid", "fte"],
        Unit::KrPerMonth | Unit::KrPerPersonMonth | Unit::KrPerYear | Unit::Points => {
            &["kr", "kr/mån", "kr per månad", ":-"]
        }
        Unit::PersonsPerFte => &[],
        _ => &["st"],
    };
    let max_decimals = bounds.decimals.saturating_sub(fewer);
    let limits = Limits { min: bounds.least * times, max: bounds.most * times, max_decimals, units };
    Ok(read_decimal(text, notation, &limits)? / times)
}

/// Whole persons.
pub fn read_persons(text: &str, notation: Notation) -> Result<Count, NumberError> {
    let persons = read_count(text, notation, Count::MAX.into(), &["st", "personer"])?;
    // the reader has held the number under the most that a count can hold
    Ok(Count::new(persons).unwrap_or_default())
}
