//! The shipped numbers of Fast läkarkontakt: each has its source, and together they are what the page and the models need.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use catalog::staffing;
use model::{
    age::Age,
    citation::Status,
    measure::Measure,
    sex::Sex,
    staffing::item::{DoctorKind, Group, Item, ST_YEARS},
};
use rust_decimal::Decimal;

/// The ages from which work is told; the page shows a row for each.
const AGES: [Age; 8] = [0, 5, 15, 25, 45, 65, 75, 85];

fn shipped(item: &Item) -> Option<Decimal> {
    staffing().numbers.get(item).map(|number| number.value.decimal())
}

#[test]
fn every_number_is_cited_and_our_own_are_explained() {
    let (catalogue, numbers) = (catalog::shipped(), staffing().numbers);
    for (item, number) in numbers.iter() {
        let (key, citation) = (item.key(), &number.citation);
        assert!(catalogue.source(&citation.source).is_some() && !citation.heading.is_empty(), "{key}");
        assert!(citation.status != Status::Illustrative || citation.note.is_some(), "{key} says not how it was chosen");
        assert!(item.takes(number.value.decimal()) && number.original.is_none(), "{key}");
    }
    assert!(numbers.len() >= 60, "{}", numbers.len());
}

#[test]
fn an_st_doctor_of_any_year_covers_550_and_other_doctors_nobody() {
    for year in 1..=ST_YEARS {
        assert_eq!(shipped(&Item::Cover(DoctorKind::St(year))), Some(Decimal::from(550)), "year {year}");
    }
    for kind in [DoctorKind::Other, DoctorKind::Locum] {
        assert_eq!(shipped(&Item::Cover(kind)), Some(Decimal::ZERO), "{kind}");
    }
}

/// A kind of doctors without persons to cover would be left out, and a plan without these would take them for nothing.
#[test]
fn nothing_that_a_calculation_takes_for_granted_is_missing() {
    let apart = DoctorKind::all().filter(|kind| !kind.is_of_guideline()).map(Item::Cover);
    let each = Group::ALL.map(Item::FteEach);
    let plan = ["planStart", "stLength", "recruitFte", "stFte", "leaving", "stLeaving", "staying", "growth"];
    let chance = ["growthSpread", "lowShare", "highShare", "seed"];
    let named = plan.into_iter().chain(chance).map(|key| Item::read(key).unwrap());
    for item in apart.chain(each).chain(named) {
        assert!(shipped(&item).is_some(), "{}", item.key());
    }
}

#[test]
fn work_is_told_from_the_ages_of_the_page_for_both_sexes() {
    for sex in Sex::ALL {
        let told: Vec<Age> = (0..=Age::MAX).filter(|age| shipped(&Item::Workload(sex, *age)).is_some()).collect();
        assert_eq!(told, AGES, "{sex:?}");
    }
}

#[test]
fn every_condition_of_every_model_has_a_weight() {
    let catalogue = catalog::shipped();
    let mixes = catalogue.models.iter().filter_map(|model| model.case_mix());
    let conditions: Vec<_> =
        mixes.flat_map(|mix| mix.conditions.iter().map(|condition| condition.id.clone())).collect();
    assert!(conditions.len() >= 30, "{}", conditions.len());
    for id in &conditions {
        let weight = shipped(&Item::WorkloadOf(id.clone()));
        assert!(weight.is_some_and(|weight| weight >= Decimal::ONE), "{id}: {weight:?}");
    }
    let weighted = staffing().numbers.keys().filter(|item| matches!(item, Item::WorkloadOf(_))).count();
    let mut known = conditions;
    known.sort();
    known.dedup();
    assert_eq!(weighted, known.len(), "a weight of no condition");
}

#[test]
fn no_band_of_a_model_has_two_weights() {
    let band_of = |age: Age| AGES.iter().filter(|from| **from <= age).max();
    for model in catalog::shipped().models {
        for band in model.bands.bands() {
            let last = band.high.unwrap_or(band.low);
            assert_eq!(band_of(band.low), band_of(last), "{} {band}", model.id);
            assert!(band.high.is_some() || band.low >= 85, "{} {band}", model.id);
        }
    }
}
