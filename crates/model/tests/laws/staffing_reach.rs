//! More doctors never make it worse, and what it takes to cover the list is what the plan itself says.
use super::{
    make::d,
    staff_make::{World, plans},
};
use model::{
    measure::Measure,
    staffing::{
        item::{Event, Item},
        plan::{Path, PlanYear},
        reach::{Reach, reach},
    },
};
use proptest::{prelude::*, sample::select};
use rust_decimal::Decimal;

fn more(world: &World, event: Event, years: std::ops::RangeInclusive<u16>, by: Decimal) -> World {
    let items = years.map(|year| Item::Planned(event, year));
    let number = |item: &Item| world.inputs().number(item).unwrap_or_default() + by;
    let numbers: Vec<_> = items.map(|item| (item.clone(), Some(number(&item)))).collect();
    assert!(numbers.iter().all(|(item, value)| item.takes(value.unwrap())), "{numbers:?}");
    let mut world = world.clone();
    world.staff.enter(&numbers);
    world
}

fn gap(years: &[PlanYear], year: u16) -> Decimal {
    years.iter().find(|end| end.year == year).unwrap().gap.value().decimal()
}

fn gap_with(world: &World, event: Event, by: u16, each_year: Decimal) -> Decimal {
    gap(&more(world, event, 2026..=by, each_year).years(Path::Middle).unwrap(), by)
}

fn sought(world: &World, event: Event, by: u16) -> Reach {
    reach(&world.inputs(), &world.situation(), event, by).unwrap()
}

fn events() -> impl Strategy<Value = Event> {
    select(vec![Event::Recruited, Event::StStarts])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn more_doctors_never_lower_capacity_or_raise_the_gap(world in plans(), event in events(), year in 2026u16..=2040, by in 1i64..=50) {
        let with = more(&world, event, year..=year, Decimal::new(by, 1));
        for path in [Path::Low, Path::Middle, Path::High] {
            let Ok(before) = world.years(path) else { continue };
            for (before, after) in before.iter().zip(&with.years(path).unwrap()) {
                let cut = d("0.000000000001");
                prop_assert!(after.capacity.value().decimal() >= before.capacity.value().decimal() - cut);
                prop_assert!(after.gap.value().decimal() <= before.gap.value().decimal() + cut);
            }
        }
    }

    #[test]
    fn a_list_that_does_not_grow_stays(world in plans()) {
        let world = world.with(&[("growth", "0")]);
        let Ok(years) = world.years(Path::Middle) else { return Err(TestCaseError::reject("refused")) };
        for year in years {
            prop_assert_eq!(year.listed.value().decimal(), Decimal::from(world.staff.listed.get()));
        }
    }

    #[test]
    fn what_it_takes_is_enough_and_a_tenth_less_is_not(world in plans(), event in events(), by in 2026u16..=2040) {
        let Ok(years) = world.years(Path::Middle) else { return Err(TestCaseError::reject("refused")) };
        let planned = gap(&years, by);
        match sought(&world, event, by) {
            Reach::AsPlanned => prop_assert!(planned <= Decimal::ZERO),
            Reach::More { each_year, numbers, then } => {
                prop_assert!(planned > Decimal::ZERO);
                prop_assert!(gap_with(&world, event, by, each_year) <= Decimal::ZERO);
                prop_assert!(gap_with(&world, event, by, each_year - d("0.1")) > Decimal::ZERO);
                let mut entered = world.clone();
                entered.staff.enter(&numbers);
                let year = entered.years(Path::Middle).unwrap().into_iter().find(|year| year.year == by).unwrap();
                prop_assert_eq!(&*then, &year, "the numbers to be entered give the year that is shown");
            }
            Reach::OutOfReach => prop_assert!(gap_with(&world, event, by, d("10000")) > Decimal::ZERO),
        }
    }
}

#[test]
fn what_it_takes_can_be_more_than_a_power_of_four() {
    // 20,000,000 - 5,500 persons by 1,100 are 18,176.8 specialists: half of them in each of two years
    let world = World::new(20_000_000, "5", "0");
    let Reach::More { each_year, .. } = sought(&world, Event::Recruited, 2027) else { panic!("within reach") };
    assert_eq!(each_year, d("9088.5"), "18,176.82 / 2 = 9,088.41");
}

#[test]
fn some_things_are_out_of_reach() {
    let world = World::new(80_000_000, "5", "0");
    assert_eq!(sought(&world, Event::Recruited, 2027), Reach::OutOfReach, "more than 10,000 a year");
    let no_st = World::new(8_000, "5", "0").with(&[("cover.st1", "0")]);
    assert_eq!(sought(&no_st, Event::StStarts, 2026), Reach::OutOfReach, "they cover nobody yet");
    assert_eq!(sought(&no_st, Event::Recruited, 2025), Reach::OutOfReach, "before the plan");
    assert_eq!(sought(&no_st, Event::Recruited, 2041), Reach::OutOfReach, "after it");
}

#[test]
fn nothing_is_promised_beyond_what_can_be_entered() {
    let full = World::new(80_000_000, "5", "0").with(&[("planned.recruited.2026", "99999.9"), ("recruitFte", "0.01")]);
    assert_eq!(sought(&full, Event::Recruited, 2026), Reach::OutOfReach, "one tenth more is the most that is taken");
}
