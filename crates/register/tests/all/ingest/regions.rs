//! Regions of any kind for laws about files: names of practices that formats trip over, many conditions, few or many
//! persons, made up or not. Knows no file format.
use model::{case_mix::ConditionSet, id::Id, sex::Sex};
use proptest::prelude::*;
use register::{
    conditions::Conditions,
    person_key::PersonKey,
    register::{Origin, Register},
};
use std::collections::BTreeSet;

/// Practice, sex, age, some numbers for conditions, öre.
pub type Person = (u16, bool, u8, Vec<usize>, u32);

fn person(conditions: usize) -> impl Strategy<Value = Person> {
    let some = prop::collection::vec(0..conditions.max(1), 0..4);
    (0..4u16, any::<bool>(), 0..128u8, some, prop_oneof![0..1_000_000u32, any::<u32>()])
}

fn name() -> impl Strategy<Value = String> {
    const ODD: [&str; 9] = ["A;B", "\"Norr\"", " Norr", "Norr ", "S\u{f6}der", "N", "a,b\tc", "'=1+1", "x\"y"];
    prop_oneof![prop::sample::select(&ODD[..]).prop_map(str::to_owned), "[A-Za-z\u{e5}\u{e4}\u{f6} .-]{0,12}[a-z]"]
}

/// From one person to 3,000, with up to 256 conditions.
pub fn region() -> impl Strategy<Value = Register> {
    let conditions = prop_oneof![Just(0usize), 1..40usize, Just(64), Just(65), 100..200usize, Just(256)];
    let sizes = prop_oneof![4 => 1..4usize, 4 => 4..60usize, 1 => 1000..3001usize];
    (conditions, sizes, any::<Option<u64>>(), any::<bool>()).prop_flat_map(|(conditions, size, seed, made)| {
        // names that differ only in capitals and spaces are one practice's
        let folded = |name: &String| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let are_many = move |names: &BTreeSet<String>| names.iter().map(folded).collect::<BTreeSet<_>>().len() == 4;
        let names = prop::collection::btree_set(name(), 4).prop_filter("names of one practice", are_many);
        let persons = prop::collection::vec(person(conditions), size);
        (names, persons).prop_map(move |(names, persons)| {
            let origin = if made { Origin::Synthetic { seed } } else { Origin::Own };
            made_of(origin, conditions, &names.into_iter().collect::<Vec<_>>(), persons)
        })
    })
}

/// Practices are entered with their first person, as a file enters them.
pub fn made_of(origin: Origin, conditions: usize, names: &[String], persons: Vec<Person>) -> Register {
    let ids = (0..conditions).map(|i| Id::new(&format!("c{i}")));
    let mut register = Register::new(origin, Conditions::new(ids).unwrap());
    for (practice, is_man, age, places, cost) in persons {
        let name = &names[usize::from(practice)];
        let met = register.practices().iter().position(|known| known == name);
        let practice = match met {
            Some(place) => u16::try_from(place).unwrap(),
            None => register.add_practice(name.clone()).unwrap(),
        };
        let set = ConditionSet::of(places.into_iter().filter(|place| *place < conditions));
        let set = register.intern(set).unwrap();
        register.push(practice, PersonKey::new(if is_man { Sex::Man } else { Sex::Woman }, age), set, cost);
    }
    register
}

/// More than a file tells of, in another order.
pub fn known(conditions: &Conditions) -> Conditions {
    let more = if conditions.len() < ConditionSet::CAPACITY { vec![Id::new("another")] } else { Vec::new() };
    Conditions::new(more.into_iter().chain(conditions.iter().rev().cloned())).unwrap()
}
