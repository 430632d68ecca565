//! Each chart at three sizes, byte for byte. `UPDATE_SNAPSHOTS=1 cargo test -p charts` writes them anew: look at them.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "each file of tests draws some of the examples")]
mod fixtures;

use std::path::Path;

use charts::{
    ChartError, Drawing, Size, bullet, bullet_list, component_bar, dumbbell, fan, funnel, mirrored, pictogram, pyramid,
    ranked, scatter, step_chart, strip_box, subgroups, titled, tornado, waterfall,
};
use fixtures::{plan, region, region_rows};

type Draw = fn(Size) -> Result<Drawing, ChartError>;

const DRAWINGS: [(&str, Draw); 8] = [
    ("step", |size| step_chart(&fixtures::step(size))),
    ("step-by-age", |size| step_chart(&fixtures::step_by_age(size))),
    ("step-with-points", |size| step_chart(&fixtures::step_with_points(size))),
    ("component-bar", |size| component_bar(&fixtures::component(size))),
    ("bullet", |size| bullet(&fixtures::bullet(size))),
    ("dumbbell", |size| dumbbell(&fixtures::dumbbell(size))),
    ("waterfall", |size| waterfall(&fixtures::waterfall(size))),
    ("pyramid", |size| pyramid(&fixtures::pyramid(size))),
];

/// Charts of a region, as wide as a page and as a telephone.
const REGION: [(&str, Draw); 13] = [
    ("mirrored", |size| mirrored(&region::mirrored(size, 180))),
    ("mirrored-few", |size| mirrored(&region::mirrored(size, 12))),
    ("ranked", |size| ranked(&region::ranked(size, 180, 4))),
    ("ranked-two", |size| ranked(&region::ranked(size, 180, 2))),
    ("ranked-joined", |size| ranked(&region::ranked_joined(size))),
    ("scatter", |size| scatter(&region::scatter(size, 180))),
    ("strip-box", |size| strip_box(&region::strip_box(size.width, 180, 4))),
    ("strip-box-few", |size| strip_box(&region::strip_box(size.width, 32, 2))),
    ("strip-box-marked", |size| strip_box(&region::strip_box_with_mark(size.width))),
    ("subgroups", |size| subgroups(&region_rows::subgroups(size.width, 3))),
    ("subgroups-two", |size| subgroups(&region_rows::subgroups(size.width, 2))),
    ("tornado", |size| tornado(&region_rows::tornado(size.width))),
    ("funnel", |size| funnel(&region::funnel(size, 180))),
];

/// Charts of a plan, from a telephone to print.
const PLAN: [(&str, Draw); 4] = [
    ("pictogram", |size| pictogram(&plan::pictogram(size.width))),
    ("fan", |size| fan(&plan::fan(size))),
    ("bullet-list", |size| bullet_list(&plan::bullet_list(size.width, 200))),
    ("bullet-list-few", |size| bullet_list(&plan::bullet_list(size.width, 24))),
];

const PLAN_SIZES: [Size; 4] = [
    Size { width: 340, height: 320 },
    Size { width: 560, height: 320 },
    Size { width: 760, height: 360 },
    Size { width: 1200, height: 420 },
];

const REGION_SIZES: [Size; 2] = [Size { width: 720, height: 360 }, Size { width: 360, height: 320 }];

fn compare(name: &str, drawn: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, drawn).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_else(|problem| panic!("{name}: {problem}"));
    assert!(kept == drawn, "{name}: the drawing differs from its snapshot");
}

#[test]
fn each_chart_at_each_size_is_its_snapshot() {
    let charts = DRAWINGS.map(|drawing| (drawing, fixtures::SIZES.as_slice()));
    let charts = charts.into_iter().chain(REGION.map(|drawing| (drawing, REGION_SIZES.as_slice())));
    for ((name, drawing), sizes) in charts.chain(PLAN.map(|drawing| (drawing, PLAN_SIZES.as_slice()))) {
        for size in sizes {
            let drawn = drawing(*size).unwrap_or_else(|problem| panic!("{name}: {problem}"));
            compare(&format!("{name}-{}x{}", size.width, size.height), &drawn.to_string());
        }
    }
}

#[test]
fn a_titled_chart_is_its_snapshot() {
    for size in fixtures::SIZES {
        let drawn = step_chart(&fixtures::step(size)).unwrap();
        let whole = titled(&drawn, &fixtures::text("title"), &fixtures::text("source"));
        compare(&format!("titled-{}x{}", size.width, size.height), &whole);
    }
}
