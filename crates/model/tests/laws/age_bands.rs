//! Age bands: every age in exactly one.
use model::age::{Age, AgeBand, AgeBands, BandFault};
use proptest::prelude::*;

fn band(low: Age, high: Option<Age>) -> AgeBand {
    AgeBand { low, high }
}

/// The definition, counted age by age.
fn covers_every_age_once(bands: &[AgeBand]) -> bool {
    let once = (0..=Age::MAX).all(|age| bands.iter().filter(|band| band.contains(age)).count() == 1);
    let rising = bands.windows(2).all(|pair| pair[0].low < pair[1].low);
    let nobodys = bands.iter().any(|band| band.high.is_some_and(|high| high < band.low));
    let starts_at_zero = bands.first().is_some_and(|band| band.low == 0);
    let open = bands.last().is_some_and(|band| band.high.is_none());
    once && rising && !nobodys && starts_at_zero && open
}

/// Bands that cover every age once, and then perhaps one end moved: both kinds must come up often.
fn nearly_right() -> impl Strategy<Value = Vec<AgeBand>> {
    let starts = prop::collection::btree_set(1u8..=255, 0..6);
    let nudge = prop::option::of((0usize..6, -2i8..=2, any::<bool>()));
    (starts, nudge).prop_map(|(starts, nudge)| {
        let lows: Vec<Age> = [0].into_iter().chain(starts).collect();
        let ends = lows.iter().skip(1).map(|next| Some(next - 1)).chain([None]);
        let mut bands: Vec<_> = lows.iter().zip(ends).map(|(low, high)| band(*low, high)).collect();
        if let Some((i, by, low)) = nudge.filter(|(i, _, _)| *i < lows.len()) {
            let moved = |age: Age| age.saturating_add_signed(by);
            bands[i] = match low {
                true => band(moved(bands[i].low), bands[i].high),
                false => band(bands[i].low, bands[i].high.map(moved)),
            };
        }
        bands
    })
}

fn anything() -> impl Strategy<Value = Vec<AgeBand>> {
    let one = (any::<Age>(), any::<Option<Age>>()).prop_map(|(low, high)| band(low, high));
    prop::collection::vec(one, 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn a_list_is_accepted_if_and_only_if_it_covers_every_age_once(
        bands in prop_oneof![nearly_right(), anything()],
    ) {
        prop_assert_eq!(AgeBands::new(bands.clone()).is_ok(), covers_every_age_once(&bands), "{:?}", bands);
    }

    #[test]
    fn the_index_of_an_age_is_the_band_that_contains_it(bands in nearly_right(), age: Age) {
        let Ok(bands) = AgeBands::new(bands) else { return Err(TestCaseError::reject("refused")) };
        prop_assert!(bands.bands()[bands.index_of(age)].contains(age));
    }
}

#[test]
fn each_fault_is_named_with_its_bands() {
    let (child, adult, old) = (band(0, Some(17)), band(18, Some(64)), band(65, None));
    let faults = |bands: &[AgeBand]| AgeBands::new(bands.to_vec()).unwrap_err();
    assert_eq!(faults(&[]), [BandFault::Empty]);
    assert_eq!(faults(&[adult, old]), [BandFault::DoesNotStartAtZero(adult)]);
    assert_eq!(faults(&[child, old]), [BandFault::Gap(child, old)]);
    assert_eq!(faults(&[child, band(17, None)]), [BandFault::Overlap(child, band(17, None))]);
    assert_eq!(faults(&[child, adult]), [BandFault::NotOpen(adult)]);
    assert_eq!(faults(&[child, band(18, Some(9)), band(10, None)]), [BandFault::Reversed(band(18, Some(9)))]);
    assert_eq!(faults(&[old, child]).len(), 3, "all faults at once: start, order and end");
}

#[test]
fn bands_are_written_with_a_dash_and_the_open_one_with_a_plus() {
    assert_eq!(band(60, Some(64)).to_string(), "60\u{2013}64");
    assert_eq!(band(100, None).to_string(), "100+");
}
