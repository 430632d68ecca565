//! What the charts of a region promise beyond their looks: few elements however many practices, the reader's own last
//! and in ink, the mark under a pointer, and an error with its place for a bad specification.
#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "each file of tests draws some of the examples")]
mod fixtures;

use charts::{
    ChartError, Drawing, Funnel, Highlight, Mark, Ranked, Role, Scatter, Size, Spread, StripBox, Subgroups, funnel,
    ranked, scatter, strip_box, subgroups, tornado,
};
use fixtures::{
    law::{any_axis, any_number, any_size, any_text, holds, mostly},
    region, region_rows,
};
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
    let drawings: [fn(usize) -> Result<Drawing, ChartError>; 4] = [
        |count| ranked(&region::ranked(SIZE, count, 4)),
        |count| strip_box(&region::strip_box(720, count, 4)),
        |count| scatter(&region::scatter(SIZE, count)),
        |count| funnel(&region::funnel(SIZE, count)),
    ];
    for drawing in drawings {
        let (few, many) = (drawing(36).unwrap().to_string(), drawing(180).unwrap().to_string());
        assert_eq!(elements(&few), elements(&many));
        assert!(many.len() < 20_000, "{} bytes are written at each frame", many.len());
    }
}

#[test]
fn each_model_has_its_shape_as_well_as_its_colour() {
    let drawn = ranked(&region::ranked(SIZE, 2, 4)).unwrap().to_string();
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

#[test]
fn the_own_practice_is_drawn_last_in_a_ring_of_ink() {
    let own = r##"fill="none" stroke="#1F2937" stroke-width="2" d="m"##;
    let plain = |svg: &str| svg.matches(own).count();
    let mut chart = region::funnel(SIZE, 180);
    let drawn = funnel(&chart).unwrap().to_string();
    let (place, swarm) = (drawn.rfind(own).unwrap(), drawn.rfind(r##"stroke-width="7""##).unwrap());
    assert!(place > swarm, "the ring lies over the others");
    chart.highlight = None;
    assert_eq!(plain(&drawn), plain(&funnel(&chart).unwrap().to_string()) + 1);
    assert_eq!(
        plain(&strip_box(&region::strip_box(720, 180, 4)).unwrap().to_string()),
        2,
        "one path of rings, and the key"
    );
}

#[test]
fn a_unit_is_equally_long_on_both_axes_of_a_scatter() {
    let chart = region::scatter(SIZE, 32);
    let drawn = scatter(&chart).unwrap().to_string();
    let line = drawn.lines().rfind(|line| line.contains(r##"stroke="#4B5563" stroke-width="1.5""##)).unwrap();
    let steps = line.rsplit_once('l').unwrap().1.trim_end_matches("\"/>").split_once('-').unwrap();
    let (across, up): (i32, i32) = (steps.0.parse().unwrap(), steps.1.parse().unwrap());
    assert!((across - up).abs() <= 1 && across > 300, "from 1000 to 2000 both ways: {across} and {up} px");
    let low = Scatter { size: Size { height: 300, ..chart.size }, ..chart };
    assert!(scatter(&low).is_ok() && low.height() > Some(500), "it may be lower; the height for its width is the same");
}

#[test]
fn the_pointer_finds_the_nearest_point() {
    let chart = region::scatter(SIZE, 180);
    let found: Vec<usize> = (0..700).step_by(5).filter_map(|x| chart.nearest(f64::from(x), 300.0)).collect();
    assert!(found.len() == 140 && found.iter().all(|index| *index < 180));
    assert_eq!(chart.nearest(f64::NAN, 0.0), None);
    let chart = region::funnel(SIZE, 180);
    let least = chart.points.iter().enumerate().min_by(|a, b| a.1.0.total_cmp(&b.1.0)).unwrap().0;
    assert_eq!(chart.nearest(0.0, 250.0), Some(least), "the smallest practice stands furthest left");
}

#[test]
fn a_bad_point_or_limit_is_named_with_its_place() {
    let broken = |change: fn(&mut Scatter)| {
        let mut chart = region::scatter(SIZE, 32);
        change(&mut chart);
        scatter(&chart).unwrap_err()
    };
    let nan = broken(|chart| chart.series[1].points[4].1 = f64::NAN);
    assert_eq!(nan, ChartError::NotFinite { place: place("series[1].points[4].1") });
    let outside = broken(|chart| chart.series[0].points[2].0 = 1.0);
    assert_eq!(outside, ChartError::OutsideAxis { place: place("series[0].points[2].0") });
    let broken = |change: fn(&mut Funnel)| {
        let mut chart = region::funnel(SIZE, 32);
        change(&mut chart);
        funnel(&chart).unwrap_err()
    };
    let short = broken(|chart| chart.limits[1].high.truncate(3));
    assert_eq!(short, ChartError::Mismatch { place: place("limits[1].high"), expected: 61, found: 3 });
    let falls = broken(|chart| chart.limits[0].x[5] = 0.0);
    assert_eq!(falls, ChartError::NotAscending { place: place("limits[0].x") });
    assert_eq!(broken(|chart| chart.mean.at = 999.0), ChartError::OutsideAxis { place: place("mean.at") });
    assert_eq!(broken(|chart| chart.points.clear()), ChartError::Empty { place: place("points") });
}

#[test]
fn a_bad_row_is_named_with_its_place() {
    let broken = |change: fn(&mut StripBox)| {
        let mut chart = region::strip_box(720, 32, 2);
        change(&mut chart);
        strip_box(&chart).unwrap_err()
    };
    let falls = broken(|chart| chart.rows[1].spread.p75 = -250.0);
    assert_eq!(falls, ChartError::NotAscending { place: place("rows[1].spread") });
    let short = broken(|chart| chart.rows[1].values.truncate(5));
    assert_eq!(short, ChartError::Mismatch { place: place("rows[1].values"), expected: 32, found: 5 });
    let outside = broken(|chart| chart.mark = Some(Mark { at: 999.0, label: String::new() }));
    assert_eq!(outside, ChartError::OutsideAxis { place: place("mark.at") });
    let broken = |change: fn(&mut Subgroups)| {
        let mut chart = region_rows::subgroups(720, 3);
        change(&mut chart);
        subgroups(&chart).unwrap_err()
    };
    let missing = broken(|chart| chart.sections[2].rows[1].estimates.truncate(2));
    assert_eq!(missing, ChartError::Mismatch { place: place("sections[2].rows[1].estimates"), expected: 3, found: 2 });
    let turned = broken(|chart| chart.sections[0].rows[0].estimates[0].as_mut().unwrap().low = 390.0);
    assert_eq!(turned, ChartError::NotAscending { place: place("sections[0].rows[0].estimates[0]") });
    assert_eq!(broken(|chart| chart.sections[1].rows.clear()), ChartError::Empty { place: place("sections[1].rows") });
    let mut chart = region_rows::tornado(720);
    chart.rows[3].high = 121.0;
    assert_eq!(tornado(&chart), Err(ChartError::OutsideAxis { place: place("rows[3].high") }));
}

#[test]
fn what_is_withheld_has_no_mark() {
    let mut chart = region_rows::subgroups(720, 1);
    let discs = |chart: &Subgroups| subgroups(chart).unwrap().to_string().matches("a4 4 0 1 0 8 0").count();
    assert_eq!(discs(&chart), 12, "eleven groups and the key");
    chart.sections[0].rows[2].estimates = vec![None];
    assert_eq!(discs(&chart), 11);
}

#[test]
fn a_size_for_rows_is_large_enough() {
    for width in [280, 360, 479, 480, 720, 1200] {
        for models in 1..=3 {
            assert!(subgroups(&region_rows::subgroups(width, models)).is_ok(), "{width} {models}");
            assert!(strip_box(&region::strip_box(width, 180, models)).is_ok(), "{width} {models}");
        }
        assert!(tornado(&region_rows::tornado(width)).is_ok(), "{width}");
    }
}

/// Sides of a chart on a page.
const USUAL: (std::ops::Range<u32>, std::ops::Range<u32>) = (320..1200, 240..800);

fn sorted(mut ends: [f64; 3]) -> [f64; 3] {
    ends.sort_by(f64::total_cmp);
    ends
}

#[test]
fn no_ranked_chart_panics() {
    let values = prop::collection::vec(any_number(-280.0..280.0), 1..50);
    let others = (mostly(Just(0), 0..60usize), any::<f64>(), any_text());
    holds((any_size(USUAL), values, others), |(size, values, (index, x, text))| {
        let mut chart = region::ranked(size, 32, 1);
        (chart.series[0].values, chart.series[0].label) = (values, text.clone());
        chart.highlight = Some(Highlight { index, label: text });
        let drawn = ranked(&chart);
        assert!(drawn.is_err() || x.is_nan() == chart.nearest(x).is_none());
        vec![("ranked", drawn)]
    });
}

#[test]
fn no_chart_of_points_panics() {
    let number = || any_number(-100.0..100.0);
    let points = prop::collection::vec((number(), number()), 1..40);
    let axes = (any_axis(-100.0..100.0), any_axis(-100.0..100.0));
    let index = mostly(Just(0), 0..50usize);
    holds((any_size(USUAL), points, axes, index, any_text()), |(size, points, (x, y), index, text)| {
        let own = Highlight { index, label: text.clone() };
        let mut chart = region::scatter(SIZE, 1);
        chart.series.truncate(1);
        (chart.size, chart.highlight, chart.line_label) = (size, Some(own.clone()), text);
        chart.x.ticks.clear();
        chart.y.ticks.clear();
        ((chart.x.low, chart.x.high), (chart.y.low, chart.y.high)) = (x, y);
        chart.series[0].points = points.clone();
        assert!(chart.height().is_none_or(|height| height <= 10_000));
        let mut drawn = vec![("scatter", scatter(&chart))];
        let mut other = region::funnel(SIZE, 1);
        other.limits[0].high = points.iter().map(|(_, y)| *y).chain([0.0; 61]).take(61).collect();
        (other.size, other.highlight, other.points) = (size, Some(own), points);
        (other.x.low, other.x.high) = (-100.0, 16_000.0);
        drawn.push(("funnel", funnel(&other)));
        other.y.ticks.clear();
        (other.y.low, other.y.high) = y;
        drawn.push(("funnel on any axis", funnel(&other)));
        drawn
    });
}

#[test]
fn no_chart_of_rows_panics() {
    let number = || any_number(-100.0..100.0);
    let values = prop::collection::vec(number(), 1..40);
    let ends = mostly(prop::array::uniform3(-100.0..100.0).prop_map(sorted), prop::array::uniform3(number()));
    let index = mostly(Just(0), 0..50usize);
    let size = any_size((320..1200, 600..1600));
    holds((size, values, ends, index, any_text()), |(size, values, ends, index, text)| {
        let mut strips = region::strip_box(720, 8, 1);
        (strips.size, strips.rows[0].values, strips.rows[0].label) = (size, values, text.clone());
        strips.highlight = Some(Highlight { index, label: text.clone() });
        let [p10, p25, median] = ends;
        strips.rows[0].spread = Spread { p10, p25, median, p75: 100.0, p90: 100.0 };
        let mut groups = region_rows::subgroups(720, 3);
        (groups.size, groups.sections[1].heading) = (size, text.clone());
        groups.sections[0].rows[0].estimates[0] =
            Some(charts::Estimate { low: ends[0], value: ends[1], high: ends[2] });
        groups.sections[0].rows[0].sign = Some(Role::Other);
        let mut bars = region_rows::tornado(720);
        (bars.size, bars.rows[0].low_label) = (size, text);
        (bars.axis.low, bars.axis.high, bars.rows[1].low) = (-100.0, 200.0, ends[2]);
        vec![("strips", strip_box(&strips)), ("groups", subgroups(&groups)), ("tornado", tornado(&bars))]
    });
}
