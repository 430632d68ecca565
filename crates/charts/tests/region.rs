//! What the charts of a region promise beyond their looks: few elements however many practices, the reader's own last
//! and in ink, the mark under a pointer, and an error with its place for a bad specification.
#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "each file of tests draws some of the examples")]
mod fixtures;

use charts::{ChartError, Ranked, Size, ranked};
use fixtures::region;
use proptest::prelude::*;

const SIZE: Size = Size { width: 720, height: 360 };

fn elements(svg: &str) -> usize {
    roxmltree::Document::parse(svg).unwrap().descendants().filter(roxmltree::Node::is_element).count()
}

fn place(place: &str) -> String {
    place.to_owned()
}

#[test]
fn five_times_the_practices_take_no_more_elements() {
    let few = ranked(&region::ranked(SIZE, 36, 4)).unwrap();
    let many = ranked(&region::ranked(SIZE, 180, 4)).unwrap();
    assert_eq!(elements(&few), elements(&many));
    assert!(many.len() < 20_000, "{} bytes are written at each frame", many.len());
}

#[test]
fn each_model_has_its_shape_as_well_as_its_colour() {
    let drawn = ranked(&region::ranked(SIZE, 2, 4)).unwrap();
    assert!(drawn.contains(r##"fill="none" stroke="#6B7280" stroke-width="1.5" d="m"##), "rings: {drawn}");
    assert!(drawn.contains(r##"fill="none" stroke="#12436D" stroke-linecap="round""##), "discs: {drawn}");
    assert!(drawn.contains(r##"fill="#B45309" d="m"##), "diamonds: {drawn}");
    assert!(drawn.contains(r##"fill="none" stroke="#1F2937" stroke-width="1.5" d="m"##), "squares: {drawn}");
}

#[test]
fn the_pointer_finds_the_item_below_it() {
    let chart = region::ranked(SIZE, 180, 2);
    assert_eq!(chart.nearest(-50.0), Some(0));
    assert_eq!(chart.nearest(710.0), Some(179));
    assert_eq!(chart.nearest(f64::NAN), None);
    let found: Vec<Option<usize>> = (42..710).map(|x| chart.nearest(f64::from(x))).collect();
    assert!(found.is_sorted() && (0..180).all(|index| found.contains(&Some(index))), "each item can be pointed at");
}

#[test]
fn a_bad_ranked_chart_is_named_with_its_place() {
    let broken = |change: fn(&mut Ranked)| {
        let mut chart = region::ranked(SIZE, 32, 3);
        change(&mut chart);
        assert_eq!(chart.nearest(100.0), None);
        ranked(&chart).unwrap_err()
    };
    let short = broken(|chart| chart.series[2].values.truncate(4));
    assert_eq!(short, ChartError::Mismatch { place: place("series[2].values"), expected: 32, found: 4 });
    let none = broken(|chart| chart.series[0].values.clear());
    assert_eq!(none, ChartError::Empty { place: place("series[0].values") });
    let outside = broken(|chart| chart.series[1].values[3] = 301.0);
    assert_eq!(outside, ChartError::OutsideAxis { place: place("series[1].values[3]") });
    assert_eq!(broken(|chart| chart.joined = Some([0, 3])), ChartError::NoSuchItem { place: place("joined") });
    let own = broken(|chart| chart.highlight.as_mut().unwrap().index = 32);
    assert_eq!(own, ChartError::NoSuchItem { place: place("highlight.index") });
}

proptest! {
    #[test]
    fn no_ranked_chart_panics(
        (width, height) in (0..1200u32, 0..800u32),
        values in prop::collection::vec(prop_oneof![30 => -300.0..300.0f64, 1 => any::<f64>()], 0..50),
        index in 0..60usize,
        x: f64,
        text: String,
    ) {
        let mut chart = region::ranked(Size { width, height }, 32, 1);
        (chart.series[0].values, chart.series[0].label) = (values, text.clone());
        chart.highlight = Some(charts::Highlight { index, label: text });
        let drawn = ranked(&chart);
        prop_assert!(drawn.as_ref().map_or(true, |svg| roxmltree::Document::parse(svg).is_ok()));
        prop_assert!(drawn.is_err() || x.is_nan() == chart.nearest(x).is_none());
    }
}
