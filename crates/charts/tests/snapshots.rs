//! Each chart at three sizes, byte for byte. `UPDATE_SNAPSHOTS=1 cargo test -p charts` writes them anew: look at them.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use std::path::Path;

use charts::{ChartError, Size, bullet, component_bar, dumbbell, pyramid, step_chart, titled, waterfall};

type Drawing = fn(Size) -> Result<String, ChartError>;

const DRAWINGS: [(&str, Drawing); 7] = [
    ("step", |size| step_chart(&fixtures::step(size))),
    ("step-by-age", |size| step_chart(&fixtures::step_by_age(size))),
    ("component-bar", |size| component_bar(&fixtures::component(size))),
    ("bullet", |size| bullet(&fixtures::bullet(size))),
    ("dumbbell", |size| dumbbell(&fixtures::dumbbell(size))),
    ("waterfall", |size| waterfall(&fixtures::waterfall(size))),
    ("pyramid", |size| pyramid(&fixtures::pyramid(size))),
];

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
    for (name, drawing) in DRAWINGS {
        for size in fixtures::SIZES {
            let drawn = drawing(size).unwrap_or_else(|problem| panic!("{name}: {problem}"));
            compare(&format!("{name}-{}x{}", size.width, size.height), &drawn);
        }
    }
}

#[test]
fn a_titled_chart_is_its_snapshot() {
    for size in fixtures::SIZES {
        let drawn = step_chart(&fixtures::step(size)).unwrap();
        let whole = titled(&drawn, &fixtures::text("title"), &fixtures::text("source")).unwrap();
        compare(&format!("titled-{}x{}", size.width, size.height), &whole);
    }
}
