//! Names lead to their keys and back, and words to their values.
use super::{Key, Shape, Value, read_decimal};
use crate::age::AgeBand;

#[test]
fn ages_and_numbers_have_one_writing() {
    for text in ["0-4", "85+", "0+", "7-7", "0-255"] {
        assert_eq!(AgeBand::read(text).unwrap().key(), text);
    }
    for text in ["", "4", "-4", "4-", "04-5", "5-4", "+4-5", "0-256", "a+", "+", "4\u{2013}5", " 0-4"] {
        assert_eq!(AgeBand::read(text), None, "{text}");
    }
    for text in ["0", "-0.5", "121", "0.1234567890123456789012345678", "7.10"] {
        assert_eq!(read_decimal(text).unwrap().to_string(), text);
    }
    for text in ["", ".5", "5.", "05", "+5", "1e3", "1_000", "1 000", "1,5", "--1", "0.12345678901234567890123456789"] {
        assert_eq!(read_decimal(text), None, "{text}");
    }
}

#[test]
fn names_lead_back_to_their_keys_and_words_to_their_values() {
    let names = ["rate.woman.0-4", "listed.man.85+", "weight.a.b/c", "affected.kol", "costShare", "normalisation"];
    let others =
        ["drugCost", "reading", "madeUp", "persons", "personsAre", "fte.specialist", "cover.st", "workload.man.75"];
    let rough = ["rough.listed", "rough.ages", "rough.health"];
    let persons = ["person.1.removed", "person.2.name", "person.3.sex", "person.12.age", "person.4.condition.a.b"];
    for name in names.into_iter().chain(others).chain(rough).chain(persons) {
        let key = Key::read(name).unwrap();
        assert_eq!(key.to_string(), name);
        if let Shape::Word(words) = key.shape() {
            for (word, value) in words {
                assert_eq!((Value::read(&key, word), value.to_string().as_str()), (Some(*value), *word));
            }
        }
    }
    for name in ["", "rate", "rate.woman", "rate.men.0-4", "weight", "weight.", "costShare.x", "fte", "population"]
        .into_iter()
        .chain(["rough", "person", "person.1", "person.0.age", "person.13.age", "person.01.age", "person.1.condition."])
    {
        assert_eq!(Key::read(name), None, "{name}");
    }
}
