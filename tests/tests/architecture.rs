//! Which crate may depend on which. The table is the rule; the test asks cargo what it resolves for the page's target.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]
use cargo_metadata::{DependencyKind, MetadataCommand, Package};
use std::{collections::BTreeSet, process::Command};

const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");

/// One crate's row. Only what is compiled into it counts: not build scripts, tests and proc macros.
struct Row {
    /// The crate.
    krate: &'static str,
    /// All that it may name in its `[dependencies]`; `None` where only the other column holds.
    may_use: Option<&'static [&'static str]>,
    /// What must not be compiled into it, not even through another crate.
    must_not_reach: &'static [&'static str],
}

const PAGE: &[&str] = &["yew", "web-sys", "plotters"];
const OURS: &[&str] = &[
    "model",
    "schema",
    "catalog",
    "register",
    "workforce",
    "exchange",
    "report",
    "charts",
    "phrasebook",
    "wasm",
    "web",
    "xtask",
];
const AT_BUILD_TIME: &[&str] = &["schema", "toml", "serde", "serde_json"];
/// Each file format by its own library.
const EXCHANGE: &[&str] = &[
    "model",
    "register",
    "rust_decimal",
    "csv-core",
    "serde",
    "serde_json",
    "base64",
    "xxhash-rust",
    "rust_xlsxwriter",
    "calamine",
    "encoding_rs",
    "quick-xml",
    "zip",
    "qrcodegen",
];
/// Small libraries without the platform's mathematics.
const REGISTER: &[&str] = &["model", "rust_decimal", "libm", "memchr", "nalgebra", "rand_core", "rand_xoshiro"];
const TEXT_FORMATS: &[&str] = &["toml", "serde", "serde_json"];

const TABLE: &[Row] = &[
    Row { krate: "model", may_use: Some(&["rust_decimal"]), must_not_reach: &["serde", "toml", "wasm-bindgen"] },
    Row { krate: "schema", may_use: Some(&["model", "rust_decimal", "toml", "serde", "strsim"]), must_not_reach: PAGE },
    Row { krate: "catalog", may_use: Some(&["model", "rust_decimal"]), must_not_reach: AT_BUILD_TIME },
    Row { krate: "exchange", may_use: Some(EXCHANGE), must_not_reach: PAGE },
    Row {
        krate: "register",
        may_use: Some(REGISTER),
        must_not_reach: &["yew", "web-sys", "plotters", "wasm-bindgen", "serde"],
    },
    Row {
        krate: "workforce",
        may_use: Some(&["model", "rust_decimal", "libm", "rand_core", "rand_xoshiro"]),
        must_not_reach: &["yew", "web-sys", "plotters", "wasm-bindgen", "serde"],
    },
    Row { krate: "report", may_use: Some(&["model", "register", "rust_decimal"]), must_not_reach: TEXT_FORMATS },
    Row { krate: "charts", may_use: Some(&["plotters", "plotters-backend"]), must_not_reach: OURS },
    Row { krate: "phrasebook", may_use: Some(&["fluent-syntax"]), must_not_reach: OURS },
    Row { krate: "cli", may_use: None, must_not_reach: &["yew", "plotters", "charts", "phrasebook", "wasm", "web"] },
    Row { krate: "wasm", may_use: None, must_not_reach: &["yew", "plotters", "charts", "toml", "schema"] },
    Row { krate: "gloo", may_use: None, must_not_reach: OURS },
    Row {
        krate: "web",
        may_use: None,
        must_not_reach: &["toml", "schema", "fluent-syntax", "phrasebook", "wasm", "bincode", "gloo-worker"],
    },
];

/// Nothing is built on these.
const ROOTS: &[&str] = &["web", "wasm", "cli", "bench", "xtask", "viktat-tests", "wasm-test-runner"];

fn members() -> Vec<Package> {
    let metadata = MetadataCommand::new().manifest_path(MANIFEST).no_deps().exec().unwrap();
    metadata.workspace_packages().into_iter().cloned().collect()
}

fn member<'a>(members: &'a [Package], name: &str) -> &'a Package {
    let found = members.iter().find(|package| *package.name == name);
    found.unwrap_or_else(|| panic!("no crate {name}: take its row out of the table in tests/tests/architecture.rs"))
}

/// `cargo tree` of what is compiled for the page. (The graph of `cargo metadata` mixes in features that only other
/// crates of the workspace ask for.)
fn tree(arguments: &[&str]) -> String {
    let fixed = ["tree", "--manifest-path", MANIFEST, "--target", "wasm32-unknown-unknown"];
    let edges = ["--edges", "normal,no-proc-macro"];
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo).args(fixed).args(edges).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Every crate that is compiled into this one.
fn reached(krate: &str) -> BTreeSet<String> {
    let lines = tree(&["--package", krate, "--prefix", "none", "--format", "{p}"]);
    let names = lines.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned);
    names.filter(|name| name != krate).collect()
}

/// Names in `[dependencies]`, for whatever target.
fn named(package: &Package) -> Vec<&str> {
    let normal = package.dependencies.iter().filter(|dependency| dependency.kind == DependencyKind::Normal);
    normal.map(|dependency| dependency.name.as_str()).collect()
}

#[test]
fn crates_name_only_what_they_may() {
    let members = members();
    let mut faults = Vec::new();
    for (krate, may) in TABLE.iter().filter_map(|row| row.may_use.map(|may| (row.krate, may))) {
        for name in named(member(&members, krate)).into_iter().filter(|name| !may.contains(name)) {
            faults.push(format!(
                "{krate} names {name}: take it out of its Cargo.toml, or move what needs it to a crate that may"
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn crates_do_not_reach_what_they_must_not() {
    let mut faults = Vec::new();
    for row in TABLE {
        let reached = reached(row.krate);
        for name in row.must_not_reach.iter().filter(|name| reached.contains(**name)) {
            let way = tree(&["--package", row.krate, "--invert", name]);
            faults.push(format!("{} must not reach {name}: cut the step that is ours in\n{way}", row.krate));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nothing_is_built_on_the_outermost_crates() {
    let mut faults = Vec::new();
    for package in members() {
        for dependency in package.dependencies.iter().filter(|dependency| ROOTS.contains(&dependency.name.as_str())) {
            if dependency.path.is_some() {
                faults.push(format!(
                    "{} depends on {}: move what it needs to a crate below",
                    package.name, dependency.name
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_crate_has_its_row_and_takes_the_lints_of_the_workspace() {
    for package in members() {
        let name = package.name.as_str();
        let known = TABLE.iter().any(|row| row.krate == name) || ROOTS.contains(&name);
        assert!(known, "{name} has no row: add it to the table in tests/tests/architecture.rs");
        let manifest = std::fs::read_to_string(&package.manifest_path).unwrap();
        assert!(manifest.contains("[lints]\nworkspace = true"), "{name}: Cargo.toml lacks [lints] workspace = true");
    }
}

#[test]
fn what_is_reached_is_found_through_other_crates() {
    let report = reached("report");
    assert!(report.contains("model") && report.contains("rust_decimal") && report.contains("num-traits"));
    assert!(!report.contains("report") && !reached("model").contains("proptest"), "no tests, and not itself");
}
