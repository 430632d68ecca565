//! What a list of bars promises beyond its looks: few elements however many rows, names where there is room, the
//! highlighted one always, and an error with its place for a bad specification.
#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "each file of tests draws some of the examples")]
mod fixtures;

use charts::{BulletList, ChartError, Highlight, Size, bullet_list};
use fixtures::{
    law::{any_axis, any_number, any_size, any_text, holds, mostly},
    plan,
};
use proptest::prelude::*;

fn place(place: &str) -> String {
    place.to_owned()
}

fn texts(svg: &str) -> Vec<&str> {
    let texts = svg.lines().filter(|line| line.starts_with("<text"));
    texts.filter_map(|line| line.split(['<', '>']).nth(2)).collect()
}

/// Closed parts of the path of bars.
fn bars(chart: &BulletList) -> usize {
    let svg = bullet_list(chart).unwrap().to_string();
    svg.lines().filter(|line| line.starts_with("<path")).map(|line| line.matches('z').count()).sum()
}

#[test]
fn rows_that_are_high_enough_are_named_and_else_the_highlighted_one() {
    let named = |count, height: u32| {
        let mut chart = plan::bullet_list(760, count);
        chart.size.height = height;
        let svg = bullet_list(&chart).unwrap().to_string();
        texts(&svg)
            .iter()
            .filter(|text| ["Rosen", "Bj", "\u{c5}by", "\u{c4}ng"].iter().any(|name| text.starts_with(name)))
            .count()
    };
    assert_eq!(named(12, 66 + 12 * 14), 8, "four of the six names, twice");
    assert_eq!(named(12, 66 + 12 * 14 - 1), 1, "13 px a row");
    assert_eq!(named(200, 666), 1);
    let mut chart = plan::bullet_list(760, 200);
    chart.highlight = None;
    assert_eq!(
        texts(&bullet_list(&chart).unwrap().to_string()).len(),
        7,
        "five ticks, the title and the name of the mark"
    );
}

#[test]
fn five_times_the_rows_take_no_more_elements_and_each_is_a_bar() {
    let drawn = [80, 200].map(|count| bullet_list(&plan::bullet_list(760, count)).unwrap().to_string());
    let elements = drawn.each_ref().map(|svg| svg.lines().count());
    assert_eq!(elements[0], elements[1]);
    assert!(drawn[1].len() < 12_000, "{} bytes", drawn[1].len());
    let mut chart = plan::bullet_list(760, 200);
    chart.highlight = None;
    chart.mark.at = 2000.0;
    assert_eq!(bars(&chart), 199, "the one without a value has none");
    let shorter = chart.rows.iter().filter(|row| row.value.is_some_and(|value| value < 1000.0)).count();
    let longer = chart.rows.iter().filter(|row| row.value.is_some_and(|value| value > 1200.0)).count();
    chart.mark.at = 1100.0;
    assert!(bars(&chart) >= shorter + 2 * longer && longer > 50, "open around the mark: {}", bars(&chart));
}

#[test]
fn the_highlighted_row_has_a_pointer_and_an_outline() {
    let ink = |chart: &BulletList| {
        let svg = bullet_list(chart).unwrap().to_string();
        [r##"<polygon opacity="1" fill="#1F2937""##, r##"fill="none" stroke="#1F2937"/>"##]
            .map(|look| svg.matches(look).count())
    };
    for count in [6, 200] {
        let mut chart = plan::bullet_list(340, count);
        chart.highlight = Some(Highlight { index: 0, label: String::new() });
        assert_eq!(ink(&chart), [1, 1], "its bar does not reach the mark");
        chart.highlight = Some(Highlight { index: count - 1, label: String::new() });
        assert_eq!(ink(&chart), [1, 0], "no value, no bar");
        chart.highlight = None;
        assert_eq!(ink(&chart), [0, 0]);
    }
}

#[test]
fn the_pointer_finds_each_row() {
    for count in [1, 40, 200] {
        let chart = plan::bullet_list(340, count);
        assert_eq!((chart.nearest(-5.0), chart.nearest(1e9)), (Some(0), Some(count - 1)));
        assert_eq!(chart.nearest(f64::NAN), None);
        let found: Vec<Option<usize>> = (0..chart.size.height).map(|y| chart.nearest(f64::from(y))).collect();
        assert!(found.is_sorted() && (0..count).all(|index| found.contains(&Some(index))));
    }
}

#[test]
fn a_size_for_a_list_is_large_enough() {
    for width in [200, 340, 479, 480, 760, 1200] {
        for count in [1, 2, 70, 71, 200, 3000] {
            let chart = plan::bullet_list(width, count);
            assert!(bullet_list(&chart).is_ok(), "{width} {count}");
        }
    }
    assert_eq!(Size::for_list(340, 200), Size { width: 340, height: 666 });
    let mut low = plan::bullet_list(340, 200);
    low.size = Size { width: 100, height: 600 };
    let at_least = Size { width: 200, height: 666 };
    assert_eq!(bullet_list(&low), Err(ChartError::TooSmall { at_least }));
}

#[test]
fn a_bad_list_is_named_with_its_place() {
    let broken = |change: fn(&mut BulletList)| {
        let mut chart = plan::bullet_list(760, 40);
        change(&mut chart);
        assert_eq!(chart.nearest(100.0), None);
        bullet_list(&chart).unwrap_err()
    };
    let outside = broken(|chart| chart.rows[7].value = Some(2001.0));
    assert_eq!(outside, ChartError::OutsideAxis { place: place("rows[7].value") });
    let nan = broken(|chart| chart.rows[0].value = Some(f64::NAN));
    assert_eq!(nan, ChartError::NotFinite { place: place("rows[0].value") });
    assert_eq!(broken(|chart| chart.mark.at = -1.0), ChartError::OutsideAxis { place: place("mark.at") });
    assert_eq!(broken(|chart| chart.rows.clear()), ChartError::Empty { place: place("rows") });
    let own = broken(|chart| chart.highlight.as_mut().unwrap().index = 40);
    assert_eq!(own, ChartError::NoSuchItem { place: place("highlight.index") });
    let cut = broken(|chart| {
        chart.axis.ticks.clear();
        chart.axis.low = 500.0;
    });
    assert_eq!(cut, ChartError::OutsideAxis { place: place("axis") });
}

#[test]
fn no_list_of_bars_panics() {
    let values = prop::collection::vec(prop::option::of(any_number(0.0..100.0)), 1..220);
    let size = any_size((320..1200, 600..1600));
    let axis = (any_axis(0.0..100.0), any_number(0.0..100.0));
    let index = mostly(Just(0), 0..230usize);
    holds((size, values, axis, index, any_text()), |(size, values, ((low, high), mark), index, text)| {
        let mut chart = plan::bullet_list(340, 1);
        let row = |value| charts::ListRow { label: text.clone(), value, value_label: text.clone() };
        chart.rows = values.into_iter().map(row).collect();
        (chart.size, chart.mark.at) = (size, 50.0);
        chart.highlight = Some(Highlight { index, label: text });
        chart.axis.ticks.clear();
        (chart.axis.low, chart.axis.high) = (-2.0, 101.0);
        let own = bullet_list(&chart);
        (chart.axis.low, chart.axis.high, chart.mark.at) = (low, high, mark);
        vec![("list", own), ("list on any axis", bullet_list(&chart))]
    });
}
