//! What holds for every chart: well-formed, no style or script, known colours, readable text, nothing clipped or
//! overlapping, and an error with its place (never a panic) for a bad specification.
#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "each file of tests draws some of the examples")]
mod fixtures;

use charts::{
    Bullet, BulletRow, ChartError, ComponentBar, ComponentRow, Drawing, Dumbbell, DumbbellRow, Mark, PALETTE, Segment,
    Size, StepChart, bullet, bullet_list, component_bar, dumbbell, fan, funnel, hex, mirrored, pictogram, pyramid,
    ranked, scatter, step_chart, strip_box, subgroups, titled, tornado, waterfall,
};
use fixtures::{
    law::{any_axis, any_number, any_size, any_text, holds, mostly, unreadable, view_box},
    plan, region, region_rows,
};
use proptest::prelude::*;

const HOSTILE: &str = "<script>alert(1)</script> & \"quoted\" 'single' \u{0}\u{1f}\u{fffe}";

fn all_charts(size: Size) -> Vec<(&'static str, Drawing)> {
    vec![
        ("step", step_chart(&fixtures::step(size)).unwrap()),
        ("step by age", step_chart(&fixtures::step_by_age(size)).unwrap()),
        ("step with points", step_chart(&fixtures::step_with_points(size)).unwrap()),
        ("component", component_bar(&fixtures::component(size)).unwrap()),
        ("bullet", bullet(&fixtures::bullet(size)).unwrap()),
        ("dumbbell", dumbbell(&fixtures::dumbbell(size)).unwrap()),
        ("waterfall", waterfall(&fixtures::waterfall(size)).unwrap()),
        ("pyramid", pyramid(&fixtures::pyramid(size)).unwrap()),
        ("ranked", ranked(&region::ranked(size, 180, 4)).unwrap()),
        ("mirrored", mirrored(&region::mirrored(size, 180)).unwrap()),
        ("strip box", strip_box(&region::strip_box(size.width, 180, 3)).unwrap()),
        ("subgroups", subgroups(&region_rows::subgroups(size.width, 3)).unwrap()),
        ("tornado", tornado(&region_rows::tornado(size.width)).unwrap()),
        ("scatter", scatter(&region::scatter(size, 180)).unwrap()),
        ("bullet list", bullet_list(&plan::bullet_list(size.width, 30)).unwrap()),
        ("bullet list of many", bullet_list(&plan::bullet_list(size.width, 200)).unwrap()),
        ("fan", fan(&plan::fan(size)).unwrap()),
        ("pictogram", pictogram(&plan::pictogram(size.width)).unwrap()),
        ("pictogram, long names", pictogram(&plan::pictogram_of_long_names(size.width)).unwrap()),
        ("fan, long names", fan(&plan::fan_of_long_names(size)).unwrap()),
        ("bullet list, long names", bullet_list(&plan::bullet_list_of_long_names(size.width, 9)).unwrap()),
        ("bullet list of many, long names", bullet_list(&plan::bullet_list_of_long_names(size.width, 100)).unwrap()),
        ("funnel", funnel(&region::funnel(Size { height: size.height.max(240), ..size }, 180)).unwrap()),
    ]
}

fn with_titles(drawing: &Drawing) -> String {
    titled(drawing, &fixtures::text("title"), &fixtures::text("source"))
}

#[test]
fn a_strict_page_accepts_every_chart() {
    let hexes: Vec<String> = PALETTE.iter().map(|(_, colour)| hex(*colour)).collect();
    for size in fixtures::SIZES {
        let both = |(name, drawing): (_, Drawing)| [(name, with_titles(&drawing)), (name, drawing.to_string())];
        for (name, svg) in all_charts(size).into_iter().flat_map(both) {
            let document = roxmltree::Document::parse(&svg).unwrap();
            for node in document.descendants().filter(roxmltree::Node::is_element) {
                assert!(node.attribute("style").is_none() && node.tag_name().name() != "script", "{name}");
                assert!(node.attribute("opacity").is_none_or(|opacity| opacity == "1"), "{name}");
                for colour in ["fill", "stroke"].iter().filter_map(|name| node.attribute(*name)) {
                    assert!(colour == "none" || hexes.iter().any(|known| known == colour), "{name}: {colour}");
                }
            }
        }
    }
}

#[test]
fn a_chart_scales_and_a_titled_one_has_its_size() {
    let drawn = step_chart(&fixtures::step(fixtures::SIZES[0])).unwrap();
    let written = drawn.to_string();
    let document = roxmltree::Document::parse(&written).unwrap();
    assert_eq!(view_box(&document), [0, 0, 640, 280]);
    assert!(document.root_element().attribute("width").is_none());
    let whole = with_titles(&drawn);
    let document = roxmltree::Document::parse(&whole).unwrap();
    let sides = view_box(&document);
    assert_eq!(document.root_element().attribute("width").unwrap(), sides[2].to_string());
    assert!(sides[3] > 280 && sides[1] < 0, "it grows upwards and downwards: {sides:?}");
}

#[test]
fn texts_are_readable_and_neither_clipped_nor_overlapping() {
    for size in fixtures::SIZES {
        for (name, drawing) in all_charts(size) {
            let svg = drawing.to_string();
            assert!(svg.matches("<text").count() > 4, "{name}");
            for svg in [with_titles(&drawing), svg] {
                assert_eq!(unreadable(&svg), None, "{name}");
            }
        }
    }
}

#[test]
fn present_rules_are_dashed_and_the_proposal_is_solid() {
    let drawn = step_chart(&fixtures::step(fixtures::SIZES[0])).unwrap().to_string();
    assert!(drawn.contains(r##"stroke="#6B7280" stroke-width="2" stroke-dasharray="6 4""##));
    assert!(drawn.contains(r##"stroke="#12436D" stroke-width="2.5" points"##));
    let hollow = r##"r="4" opacity="1" fill="none" stroke="#6B7280""##;
    assert!(drawn.contains(hollow), "the highlighted band's mark of the present rules");
}

#[test]
fn hostile_texts_stay_texts() {
    let mut chart = fixtures::step(fixtures::SIZES[2]);
    chart.alt = HOSTILE.to_owned();
    chart.y.title = HOSTILE.to_owned();
    chart.series[0].label = HOSTILE.to_owned();
    let whole = titled(&step_chart(&chart).unwrap(), HOSTILE, HOSTILE);
    assert!(!whole.contains("<script") && whole.contains("&lt;script&gt;") && whole.contains("&amp;"));
    let document = roxmltree::Document::parse(&whole).unwrap();
    let alt = document.root_element().attribute("aria-label").unwrap();
    assert!(alt.starts_with("<script>alert(1)</script> & \"quoted\" 'single'"));
}

#[test]
fn a_titled_file_tells_what_it_shows() {
    let silent = bullet(&fixtures::bullet(fixtures::SIZES[0])).unwrap();
    assert!(silent.to_string().contains("aria-hidden=\"true\""));
    assert!(with_titles(&silent).contains("role=\"img\" aria-label=\"F"));
}

#[test]
fn a_bad_number_is_named_with_its_place() {
    let broken = |change: fn(&mut StepChart)| {
        let mut chart = fixtures::step(fixtures::SIZES[0]);
        change(&mut chart);
        step_chart(&chart).unwrap_err()
    };
    let place = |place: &str| place.to_owned();
    let not_finite = broken(|chart| chart.series[1].values[3] = f64::NAN);
    assert_eq!(not_finite, ChartError::NotFinite { place: place("series[1].values[3]") });
    assert_eq!(not_finite.to_string(), "series[1].values[3]: not a finite number");
    let outside = broken(|chart| chart.series[0].values[0] = 501.0);
    assert_eq!(outside, ChartError::OutsideAxis { place: place("series[0].values[0]") });
    let short = broken(|chart| chart.series[2].values.truncate(4));
    assert_eq!(short, ChartError::Mismatch { place: place("series[2].values"), expected: 15, found: 4 });
    assert_eq!(broken(|chart| chart.series.clear()), ChartError::Empty { place: place("series") });
    assert_eq!(broken(|chart| chart.edges.truncate(1)), ChartError::Empty { place: place("edges") });
    assert_eq!(broken(|chart| chart.edges[3] = 1.0), ChartError::NotAscending { place: place("edges") });
    assert_eq!(broken(|chart| chart.highlight = Some(15)), ChartError::NoSuchItem { place: place("highlight") });
    assert_eq!(broken(|chart| chart.size.width = 10_001), ChartError::TooLarge);
}

#[test]
fn a_bar_starts_at_zero_and_stays_on_its_axis() {
    let mut chart = fixtures::component(fixtures::SIZES[0]);
    chart.rows[1].segments[2].value = 400.0;
    let outside = ChartError::OutsideAxis { place: "rows[1].segments[2]".to_owned() };
    assert_eq!(component_bar(&chart), Err(outside), "414 + 74 + 400 is past 800");
    let mut chart = fixtures::bullet(fixtures::SIZES[0]);
    chart.axis.low = 500.0;
    chart.axis.ticks.clear();
    assert_eq!(bullet(&chart), Err(ChartError::OutsideAxis { place: "axis".to_owned() }));
}

#[test]
fn too_small_a_size_says_what_to_try() {
    let small = Size { width: 90, height: 60 };
    let drawings: [fn(Size) -> Result<Drawing, ChartError>; 4] = [
        |size| step_chart(&fixtures::step(size)),
        |size| component_bar(&fixtures::component(size)),
        |size| bullet(&fixtures::bullet(size)),
        |size| dumbbell(&fixtures::dumbbell(size)),
    ];
    for drawing in drawings {
        let mut size = small;
        while let Err(problem) = drawing(size) {
            let ChartError::TooSmall { at_least } = problem else { panic!("{problem}") };
            assert!(at_least.width + at_least.height > size.width + size.height, "each try is larger: {at_least:?}");
            size = at_least;
        }
        assert!(size.width <= 320 && size.height <= 400, "{size:?}");
    }
}

#[test]
fn a_size_for_rows_is_large_enough() {
    for width in [200, 320, 479, 480, 900] {
        let size = Size::for_rows(width, 3);
        assert!(component_bar(&fixtures::component(size)).is_ok(), "{size:?}");
        assert!(bullet(&fixtures::bullet(size)).is_ok(), "{size:?}");
        assert!(dumbbell(&fixtures::dumbbell(Size::for_rows(width, 6))).is_ok(), "{width}");
    }
}

#[test]
fn no_step_chart_panics() {
    let values = mostly(prop::collection::vec(any_number(0.0..500.0), 15), prop::collection::vec(-100.0..600.0, 0..18));
    let others = (any_axis(0.0..500.0), any_text(), prop::option::of(mostly(0..15usize, 0..20usize)));
    holds((any_size((320..1200, 240..800)), values, others), |(size, values, ((low, high), text, highlight))| {
        let mut chart = fixtures::step(size);
        chart.series[0].values = values.clone();
        chart.series[1].label = text;
        chart.highlight = highlight;
        let own = step_chart(&chart);
        chart.series.truncate(1);
        chart.edges.truncate(values.len() + 1);
        (chart.y.low, chart.y.high) = (low, high);
        chart.y.ticks.clear();
        vec![("step", own), ("step on any axis", step_chart(&chart))]
    });
}

#[test]
fn no_chart_of_rows_panics() {
    let number = || any_number(-100.0..600.0);
    let numbers = prop::collection::vec((number(), number()), 1..9);
    holds(
        (any_size((320..1200, 600..1200)), numbers, any_axis(-100.0..600.0), any_text()),
        |(size, numbers, (low, high), text)| {
            let mut axis = fixtures::bullet(size).axis;
            axis.ticks.clear();
            (axis.low, axis.high) = (low, high);
            let alt = text.clone();
            let mut like = fixtures::component(size).rows[0].segments[0].clone();
            like.label = text.clone();
            // nine of them at most, one after the other
            let segments = numbers.iter().map(|(value, _)| Segment { value: value / 9.0, ..like.clone() }).collect();
            let rows = vec![ComponentRow { label: text.clone(), segments, total_label: text.clone() }];
            let component = component_bar(&ComponentBar { size, alt: alt.clone(), axis: axis.clone(), rows });
            let row = |(value, _): &(f64, f64)| BulletRow {
                label: text.clone(),
                value: *value,
                value_label: text.clone(),
                role: like.role,
            };
            let mark = Mark { at: low, label: text.clone() };
            let rows = numbers.iter().map(row).collect();
            let bullet = bullet(&Bullet { size, alt: alt.clone(), axis: axis.clone(), rows, mark });
            let row = |(from, to): &(f64, f64)| DumbbellRow {
                label: text.clone(),
                from: *from,
                to: *to,
                difference_label: text.clone(),
            };
            let rows = numbers.iter().map(row).collect();
            let dumbbell =
                dumbbell(&Dumbbell { size, alt, axis, from_label: text.clone(), to_label: text.clone(), rows });
            vec![("component", component), ("bullet", bullet), ("dumbbell", dumbbell)]
        },
    );
}

proptest! {
    #[test]
    fn the_unit_does_not_move_a_line(values in prop::collection::vec(0.0..500.0f64, 15), exponent in -900..900i32) {
        let unit = 2f64.powi(exponent);
        let mut chart = fixtures::step(fixtures::SIZES[0]);
        chart.y.ticks.clear();
        chart.series[0].values = values;
        let plain = step_chart(&chart).unwrap();
        chart.y.high *= unit;
        chart.series.iter_mut().flat_map(|series| series.values.iter_mut()).for_each(|value| *value *= unit);
        prop_assert_eq!(plain, step_chart(&chart).unwrap());
    }

    #[test]
    fn ordinary_values_are_always_drawn(values in prop::collection::vec(0.0..500.0f64, 15), highlight in 0..15usize) {
        let mut chart = fixtures::step(fixtures::SIZES[1]);
        chart.series[0].values = values;
        chart.highlight = Some(highlight);
        prop_assert!(step_chart(&chart).is_ok());
    }
}
