//! What the charts of a plan promise beyond their looks: a figure is divided where a group ends, and an error with
//! its place for a bad specification.
#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "each file of tests draws some of the examples")]
mod fixtures;

use charts::{ChartError, Fan, FanLine, Figure, Highlight, Pictogram, Size, fan, pictogram};
use fixtures::{
    law::{any_axis, any_number, any_size, any_text, holds, mostly},
    plan,
};
use proptest::prelude::*;

const FILLED: &str = "fill=\"#12436D\"";
const PALE: &str = "fill=\"#C9D9E8\"";
const ROUND: &str = "stroke-linejoin=\"round\"";
const DOTTED: &str = "stroke-dasharray=\"2 2\"";

fn place(place: &str) -> String {
    place.to_owned()
}

/// Groups without a key.
fn groups(counts: [f64; 4]) -> Pictogram {
    let mut chart = plan::pictogram(760);
    for (group, count) in chart.groups.iter_mut().zip(counts.into_iter().chain([0.0])) {
        group.label.clear();
        group.count = count;
    }
    chart.size.height = chart.height().unwrap();
    chart
}

/// Closed parts with this look: a whole figure has a body and a head.
fn parts(chart: &Pictogram, look: &str) -> usize {
    let svg = pictogram(chart).unwrap().to_string();
    let paths = svg.lines().filter(|line| line.starts_with("<path") && line.contains(look));
    paths.map(|line| line.matches('z').count()).sum()
}

#[test]
fn a_figure_is_divided_where_one_group_ends_and_the_next_begins() {
    let drawn = |counts| [FILLED, PALE, ROUND, DOTTED].map(|look| parts(&groups(counts), look));
    assert_eq!(drawn([12.0, 0.0, 0.0, 0.0]), [24, 0, 0, 0], "a body and a head each");
    assert_eq!(drawn([11.0, 0.0, 0.0, 3.0]), [22, 0, 0, 6]);
    assert_eq!(drawn([11.5, 0.0, 0.0, 1.0]), [24, 0, 0, 4], "it begins in the twelfth and ends in the thirteenth");
    assert_eq!(drawn([2.0, 3.0, 1.0, 4.0]), [4, 6, 2, 8], "each form by its own look");
    assert_eq!(drawn([0.0; 4]), [0; 4]);
    let mut tens = groups([118.0, 0.0, 0.0, 0.0]);
    tens.per_figure = 10.0;
    assert_eq!(parts(&tens, FILLED), 24, "eleven and eight tenths of one, whose head is filled in part");
}

#[test]
fn eighty_five_figures_stand_in_five_lines() {
    for width in [340, 560, 838, 1200] {
        let at = |counts| {
            let mut chart = groups(counts);
            chart.size.width = width;
            chart.height().unwrap()
        };
        let line = if width < 480 { 26 + 8 } else { 39 + 8 };
        assert_eq!(at([44.0, 16.5, 0.0, 24.5]), at([1.0, 0.0, 0.0, 0.0]) + 4 * line, "{width} px");
    }
}

#[test]
fn the_height_is_what_the_figures_take() {
    for width in [200, 340, 479, 480, 760, 1200] {
        let mut chart = plan::pictogram(width);
        let height = chart.size.height;
        assert!(pictogram(&chart).is_ok());
        chart.size.height -= 1;
        assert_eq!(pictogram(&chart), Err(ChartError::TooSmall { at_least: Size { width, height } }));
    }
    assert!(plan::pictogram(200).size.height > plan::pictogram(340).size.height, "fewer in a line");
}

#[test]
fn a_bad_group_is_named_with_its_place() {
    let broken = |change: fn(&mut Pictogram)| {
        let mut chart = plan::pictogram(760);
        change(&mut chart);
        assert!(chart.size.width == 0 || chart.height().is_none());
        pictogram(&chart).unwrap_err()
    };
    let negative = broken(|chart| chart.groups[1].count = -0.1);
    assert_eq!(negative, ChartError::Negative { place: place("groups[1].count") });
    assert_eq!(negative.to_string(), "groups[1].count: too low for a number of things");
    let infinite = broken(|chart| chart.groups[0].count = f64::INFINITY);
    assert_eq!(infinite, ChartError::NotFinite { place: place("groups[0].count") });
    assert_eq!(broken(|chart| chart.per_figure = 0.0), ChartError::Negative { place: place("per_figure") });
    assert_eq!(broken(|chart| chart.groups.clear()), ChartError::Empty { place: place("groups") });
    let thin = ChartError::TooSmall { at_least: Size { width: 200, height: plan::pictogram(760).size.height } };
    assert_eq!(broken(|chart| chart.size.width = 0), thin);
    assert!(matches!(broken(|chart| chart.groups[0].count = 1e300), ChartError::TooSmall { .. }), "too many to draw");
}

const SIZE: Size = Size { width: 760, height: 360 };

/// The example with one year only.
fn one_year() -> Fan {
    let mut chart = plan::fan(SIZE);
    chart.points.truncate(1);
    chart.series.iter_mut().for_each(|series| series.values.truncate(1));
    chart
        .band
        .iter_mut()
        .for_each(|band| [&mut band.low, &mut band.high].map(|edge| edge.truncate(1)).into_iter().collect());
    chart.mark.as_mut().unwrap().index = 0;
    chart
}

#[test]
fn each_line_of_a_fan_has_its_form_as_well_as_its_colour() {
    let drawn = fan(&plan::fan(SIZE)).unwrap().to_string();
    let lines = |look: &str| drawn.matches(look).count();
    assert_eq!(lines(r##"stroke="#12436D" stroke-linejoin="round" stroke-width="2.5""##), 1, "solid: {drawn}");
    assert_eq!(lines(r##"stroke="#12436D" stroke-dasharray="2 2""##), 2, "dotted");
    assert_eq!(lines(r##"stroke="#6B7280" stroke-dasharray="6 4""##), 1, "dashed");
    assert_eq!(lines(r##"fill="#C9D9E8" d="m"##), 1, "a band");
    assert_eq!(lines(r##"stroke="#12436D" stroke-width="0.75""##), 1, "with edges that are seen in print");
    let place = |look: &str| drawn.find(look).unwrap();
    assert!(place("#C9D9E8\" d") < place("6 4") && place("6 4") < place("2 2") && place("2 2") < place("\"2.5\""));
    assert_eq!(drawn.matches("h0").count(), 15, "a disc a year");
    let narrow = fan(&plan::fan(Size { width: 340, height: 300 })).unwrap().to_string();
    assert_eq!(narrow.matches("h0").count(), 0, "none where they would touch");
}

#[test]
fn a_single_year_holds_from_side_to_side() {
    let drawn = fan(&one_year()).unwrap().to_string();
    assert!(drawn.contains("points=\"34,338 626,338 \""), "the plot is as wide as its zero line: {drawn}");
    assert_eq!(drawn.matches("l592 0").count(), 7, "four lines, both edges of the band and its area");
}

#[test]
fn the_marked_year_is_named_below_even_where_others_are_left_out() {
    let bold = |index| {
        let mut chart = plan::fan(Size { width: 340, height: 300 });
        chart.mark = Some(Highlight { index, label: String::new() });
        let svg = fan(&chart).unwrap().to_string();
        svg.lines().filter(|line| line.contains("bold")).map(str::to_owned).collect::<Vec<String>>()
    };
    for index in 0..15 {
        assert!(matches!(bold(index).as_slice(), [year] if year.contains(&(2026 + index).to_string())));
    }
}

#[test]
fn a_bad_fan_is_named_with_its_place() {
    let broken = |change: fn(&mut Fan)| {
        let mut chart = plan::fan(SIZE);
        change(&mut chart);
        fan(&chart).unwrap_err()
    };
    let crossed = broken(|chart| chart.band.as_mut().unwrap().high[3] = 1.0);
    assert_eq!(crossed, ChartError::NotAscending { place: place("band.high[3]") });
    let short = broken(|chart| chart.band.as_mut().unwrap().low.truncate(3));
    assert_eq!(short, ChartError::Mismatch { place: place("band.low"), expected: 15, found: 3 });
    let outside = broken(|chart| chart.series[2].values[14] = 301.0);
    assert_eq!(outside, ChartError::OutsideAxis { place: place("series[2].values[14]") });
    let nan = broken(|chart| chart.series[3].values[0] = f64::NAN);
    assert_eq!(nan, ChartError::NotFinite { place: place("series[3].values[0]") });
    let later = broken(|chart| chart.mark.as_mut().unwrap().index = 15);
    assert_eq!(later, ChartError::NoSuchItem { place: place("mark.index") });
    assert_eq!(broken(|chart| chart.points.clear()), ChartError::Empty { place: place("points") });
    assert_eq!(broken(|chart| chart.series.clear()), ChartError::Empty { place: place("series") });
}

#[test]
fn no_pictogram_panics() {
    let number = || any_number(0.0..100.0);
    let numbers = prop::collection::vec(mostly(number(), -1.0..100.0), 0..6);
    let per_figure = mostly(0.5..4.0f64, any::<f64>());
    let size = any_size((200..1200, 600..1600));
    holds((size, numbers, per_figure, any_text()), |(size, numbers, per_figure, text)| {
        let mut chart = plan::pictogram(340);
        (chart.size, chart.per_figure) = (size, per_figure);
        let forms = [Figure::Solid, Figure::Pale, Figure::Hollow, Figure::Dotted].into_iter().cycle();
        let group = |(count, figure)| charts::FigureGroup { count, figure, label: text.clone() };
        chart.groups = numbers.into_iter().zip(forms).map(group).collect();
        let as_asked = pictogram(&chart);
        let as_it_says = chart.height().map(|height| {
            chart.size.height = height;
            pictogram(&chart).unwrap()
        });
        vec![("as high as asked", as_asked), ("as high as it says", as_it_says.ok_or(ChartError::TooLarge))]
    });
}

#[test]
fn no_fan_panics() {
    let number = || any_number(0.0..100.0);
    let values = prop::collection::vec((number(), number()), 1..30);
    let size = any_size((320..1200, 240..800));
    let index = mostly(Just(0), 0..30usize);
    holds((size, values, any_axis(0.0..100.0), index, any_text()), |(size, values, (low, high), index, text)| {
        let mut chart = plan::fan(size);
        let edges = values.iter().copied();
        let edges = edges.map(|(one, other)| (one.min(other), one.max(other)));
        chart.points = (2026..).take(values.len()).map(|year: u32| year.to_string()).collect();
        let band = chart.band.as_mut().unwrap();
        (band.low, band.high) = edges.unzip();
        (band.label, chart.x_title) = (text.clone(), text.clone());
        for series in &mut chart.series {
            series.values = values.iter().map(|(one, _)| *one).collect();
            series.label.clone_from(&text);
        }
        chart.series[1].line = FanLine::Middle;
        chart.mark = Some(Highlight { index, label: text });
        chart.y.ticks.clear();
        (chart.y.low, chart.y.high) = (-2.0, 101.0);
        let own = fan(&chart);
        (chart.y.low, chart.y.high) = (low, high);
        vec![("fan", own), ("fan on any axis", fan(&chart))]
    });
}

proptest! {
    #[test]
    fn the_parts_of_a_figure_are_those_of_its_share(tenths in 1..400u32) {
        let chart = groups([f64::from(tenths) / 10.0, 0.0, 0.0, 0.0]);
        let (whole, part) = (tenths as usize / 10, tenths % 10);
        let begun = match part {
            0 => 0,
            1 | 2 => 1, // an arm, left of the head
            _ => 2,
        };
        prop_assert_eq!(parts(&chart, FILLED), 2 * whole + begun);
    }
}
