//! Every number of Fast läkarkontakt: its name leads back, nothing outside its bounds gets in, and within them
//! everything can be worked out.
use super::{
    edits::start,
    make::{count, d, guideline, reference},
    staff_make::{World, item, keys, number, practice_staff, staff_edit},
};
use model::{
    cell::PerCell,
    count::Count,
    edit::Edit,
    id::Id,
    measure::Measure,
    scenario::Scenario,
    staffing::{
        demand::demand,
        item::{Event, Item},
        need::need,
        plan::Path,
        reach::reach,
        staff::Population,
        wisn::wisn,
    },
    value::{Key, Section},
};
use proptest::{collection::vec, prelude::*, sample::select};
use rust_decimal::Decimal;
use std::{collections::BTreeSet, rc::Rc};

fn scenario() -> Scenario {
    Scenario::new(start(), guideline())
}

#[test]
fn every_name_leads_back_and_no_two_are_alike() {
    let items: BTreeSet<Item> = keys().iter().map(|key| item(key)).collect();
    assert_eq!(items.len(), keys().len());
    for key in keys() {
        assert_eq!(item(&key).key(), key);
    }
    for none in [
        "",
        "heads",
        "heads.st7",
        "duty.st",
        "duty.st.tea",
        "workload.woman",
        "workload.woman.256",
        "workload.man.05",
        "workload.man.+5",
        "workloadOf",
        "workloadOf.",
        "planned.recruited.2025",
        "planned.recruited.2041",
        "planned.recruited.02030",
        "named.x",
        "Named",
        "growth ",
        "volume.tea",
    ] {
        assert_eq!(Item::read(none), None, "{none}");
    }
}

#[test]
fn each_number_is_taken_to_its_ends_and_no_further() {
    for item in keys().iter().map(|key| item(key)) {
        let (least, most) = (item.bounds().least, item.bounds().most);
        let step = if item == Item::StLength { d("0.5") } else { Decimal::new(1, item.bounds().decimals) };
        let takes = |value: Decimal| {
            let entered = scenario().apply(&Edit::each(Key::Staff, vec![(item.clone(), Some(value))]));
            let value = entered.staff().numbers.get(&item).copied();
            assert_eq!(value.is_some(), item.takes(value.unwrap_or(Decimal::MAX)));
            value.is_some()
        };
        assert!(takes(least) && takes(most) && takes(least + step), "{}", item.key());
        assert!(!takes(least - step) && !takes(most + step), "{}", item.key());
        assert!(!takes(least + step / d("2")), "{}: half a step", item.key());
        assert!(!takes(Decimal::MAX) && !takes(Decimal::MIN), "{}", item.key());
    }
}

#[test]
fn a_training_is_of_half_years() {
    let length = item("stLength");
    assert!(length.takes(d("5.5")) && length.takes(d("6.0")) && !length.takes(d("5.3")) && !length.takes(d("5.25")));
}

#[test]
fn practices_with_too_many_doctors_are_left_out() {
    let practice = |specialists: &str, st: &str| {
        let (specialists, st) = (Measure::of(d(specialists)), Measure::of(d(st)));
        Edit::SetPractices([practice_staff("one", count(1), specialists, st)].into())
    };
    assert_eq!(scenario().apply(&practice("1000000", "1000000")).staff().practices.len(), 1);
    for (specialists, st) in [("1000000.01", "0"), ("0", "1000000.01"), ("-0.01", "0"), ("0", "-0.01")] {
        assert_eq!(scenario().apply(&practice(specialists, st)), scenario());
    }
}

proptest! {
    #[test]
    fn nothing_outside_its_bounds_gets_in(edits in vec(staff_edit(), 0..20)) {
        let after = edits.iter().fold(scenario(), |scenario, edit| scenario.apply(edit));
        for (item, value) in after.staff().numbers.iter() {
            let (least, most) = (item.bounds().least, item.bounds().most);
            prop_assert!(*value >= least && *value <= most && item.takes(*value), "{} {}", item.key(), value);
        }
    }

    #[test]
    fn clearing_leaves_nothing_but_the_guideline(edits in vec(super::edits::edit(), 0..40)) {
        let after = edits.iter().fold(scenario(), |scenario, edit| scenario.apply(edit));
        let before = scenario();
        let cleared = after.apply(&Edit::Clear(Section::Staffing));
        prop_assert_eq!(cleared.staff(), before.staff());
        let rest: Vec<_> = after.values().filter(|(key, _)| key.section() != Section::Staffing).collect();
        prop_assert_eq!(cleared.values().collect::<Vec<_>>(), rest);
    }

    #[test]
    fn a_number_emptied_has_not_been_entered(entered in vec(number(), 1..20)) {
        let numbers: Vec<_> = entered.iter().map(|(item, value)| (item.clone(), Some(*value))).collect();
        let emptied: Vec<_> = entered.iter().map(|(item, _)| (item.clone(), None::<Decimal>)).collect();
        let there = scenario().apply(&Edit::each(Key::Staff, numbers));
        prop_assert!(!there.staff().numbers.is_empty());
        prop_assert_eq!(there.apply(&Edit::each(Key::Staff, emptied)), scenario());
    }
}

/// Any number at any place within its bounds, the smallest and largest of the rest.
fn extreme() -> impl Strategy<Value = World> {
    let fte = || select(vec![d("0"), d("0.0000000000000000000000000001"), d("0.01"), d("1000000")]);
    let guideline = select(vec![d("0.0000000000000000000000000001"), d("0.0000000001"), d("1100"), d("10000000")]);
    let population = select(vec![Population::Listed, Population::Inhabitants]);
    let listed = select(vec![0, 1, Count::MAX]);
    (vec(number(), 0..120), listed, fte(), fte(), guideline, population).prop_map(
        |(numbers, listed, specialists, st, guideline, population)| {
            let mut world = World::new(listed, &specialists.to_string(), &st.to_string());
            world.guideline.specialist = world.guideline.specialist.edited(Measure::of(guideline));
            world.staff.population = population;
            world.staff.enter(&numbers.into_iter().map(|(item, value)| (item, Some(value))).collect::<Vec<_>>());
            world
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn within_the_bounds_everything_is_worked_out(world in extreme(), by in 2026u16..=2040, cells in vec(select(vec![0, 1, 20_000_000]), 6)) {
        let (of, situation) = (world.inputs(), world.situation());
        demand(&of, &situation);
        wisn(&of, &situation);
        for path in [Path::Low, Path::Middle, Path::High] {
            drop(world.years(path));
        }
        drop(reach(&of, &situation, Event::Recruited, by));
        drop(reach(&of, &situation, Event::StStarts, by));
        let bands = start().bands.clone();
        let listed = PerCell::from_values(&bands, cells.iter().map(|n| count(*n)).collect()).unwrap();
        let affected = [("a", 0), ("b", Count::MAX)].map(|(id, n)| (Id::new(id), count(n))).into();
        let reference: Rc<_> = reference(&bands, &[20_000, 1, 3, 100_000, 0, 0], &[("a", &[1; 6]), ("b", &[0; 6])]);
        drop(need(&of, &situation, (&listed, &affected), &reference));
    }
}
