//! Which crate may depend on which. The dependency table of ARCHITECTURE.md is the rule, and stands nowhere else; the
//! test asks cargo what it resolves for the page's target.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]
use cargo_metadata::{DependencyKind, MetadataCommand, Package};
use std::{collections::BTreeSet, process::Command};

const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
const MAP: &str = include_str!("../../ARCHITECTURE.md");
const HEAD: &str = "| crate | may depend on | at build time | must never reach |";

/// One crate's row.
#[derive(Debug, PartialEq)]
struct DependencyRow<'a> {
    krate: &'a str,
    /// All that it names in its `[dependencies]`.
    may: BTreeSet<&'a str>,
    /// All that it names in its `[build-dependencies]`.
    at_build_time: BTreeSet<&'a str>,
    /// What must not be compiled into it, not even through another crate.
    never: BTreeSet<&'a str>,
}

/// The rows of the one table with that head. In the last column "every workspace crate" stands for all but itself.
fn table<'a>(map: &'a str, crates: &BTreeSet<&'a str>) -> Vec<DependencyRow<'a>> {
    let (_, body) = map.split_once(HEAD).unwrap_or_else(|| panic!("no table with the head {HEAD}"));
    let rows = body.lines().skip(2).take_while(|line| line.starts_with('|'));
    let row = |line: &'a str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let ["", krate, may, at_build_time, never, ""] = cells[..] else { panic!("not four cells: {line}") };
        let names = |cell: &'a str| cell.split(", ").filter(|name| !name.is_empty()).collect();
        let others = || crates.iter().copied().filter(|other| *other != krate).collect();
        let never = if never == "every workspace crate" { others() } else { names(never) };
        DependencyRow { krate, may: names(may), at_build_time: names(at_build_time), never }
    };
    rows.map(row).collect()
}

fn members() -> Vec<Package> {
    let metadata = MetadataCommand::new().manifest_path(MANIFEST).no_deps().exec().unwrap();
    metadata.workspace_packages().into_iter().cloned().collect()
}

fn names(members: &[Package]) -> BTreeSet<&str> {
    members.iter().map(|package| package.name.as_str()).collect()
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

/// Names under `[dependencies]` or `[build-dependencies]`, for whatever target.
fn named(package: &Package, kind: DependencyKind) -> BTreeSet<&str> {
    let asked = package.dependencies.iter().filter(|dependency| dependency.kind == kind);
    asked.map(|dependency| dependency.name.as_str()).collect()
}

/// How a crate and its row differ.
fn faults(package: &Package, row: &DependencyRow) -> Vec<String> {
    let columns =
        [(DependencyKind::Normal, &row.may, ""), (DependencyKind::Build, &row.at_build_time, " at build time")];
    let differ = columns.into_iter().flat_map(|(kind, may, when)| {
        let named = named(package, kind);
        let beyond = named.difference(may).map(|name| {
            format!(
                "{} names {name}{when}, which its row does not allow: move what needs it to a crate that may",
                row.krate
            )
        });
        let unused = may.difference(&named).map(|name| {
            format!("the row of {} allows {name}{when}, which it does not name: take it out of the row", row.krate)
        });
        beyond.chain(unused).collect::<Vec<_>>()
    });
    differ.collect()
}

#[test]
fn every_crate_has_one_row_and_every_row_a_crate() {
    let members = members();
    let mut rows: Vec<&str> = table(MAP, &names(&members)).iter().map(|row| row.krate).collect();
    rows.sort_unstable();
    assert_eq!(rows, names(&members).into_iter().collect::<Vec<_>>(), "rows of ARCHITECTURE.md, and crates");
}

#[test]
fn crates_name_what_their_rows_allow_and_nothing_else() {
    let members = members();
    let rows = table(MAP, &names(&members));
    let of = |row: &DependencyRow| {
        members.iter().find(|package| *package.name == row.krate).map(|package| faults(package, row))
    };
    let faults: Vec<String> = rows.iter().filter_map(of).flatten().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn crates_do_not_reach_what_they_must_not() {
    let members = members();
    let mut faults = Vec::new();
    for row in table(MAP, &names(&members)).into_iter().filter(|row| !row.never.is_empty()) {
        let reached = reached(row.krate);
        for name in row.never.iter().filter(|name| reached.contains(**name)) {
            let way = tree(&["--package", row.krate, "--invert", name]);
            faults.push(format!("{} must not reach {name}: cut the step that is ours in\n{way}", row.krate));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Not for tests either.
#[test]
fn nothing_is_built_on_a_crate_that_no_row_names() {
    let members = members();
    let rows = table(MAP, &names(&members));
    let below: BTreeSet<&str> = rows.iter().flat_map(|row| row.may.union(&row.at_build_time).copied()).collect();
    let outermost: BTreeSet<&str> = names(&members).difference(&below).copied().collect();
    for package in &members {
        let ours = package.dependencies.iter().filter(|dependency| dependency.path.is_some());
        let wrong: Vec<&str> = ours.map(|it| it.name.as_str()).filter(|name| outermost.contains(name)).collect();
        assert!(wrong.is_empty(), "{} depends on {wrong:?}: move what it needs to a crate below", package.name);
    }
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() {
    for package in members() {
        let manifest = std::fs::read_to_string(&package.manifest_path).unwrap();
        let name = package.name;
        assert!(manifest.contains("[lints]\nworkspace = true"), "{name}: Cargo.toml lacks [lints] workspace = true");
    }
}

#[test]
fn what_is_reached_is_found_through_other_crates() {
    let report = reached("viktat-report");
    assert!(report.contains("viktat-model") && report.contains("rust_decimal") && report.contains("num-traits"));
    assert!(
        !report.contains("viktat-report") && !reached("viktat-model").contains("proptest"),
        "no tests, and not itself"
    );
}

#[test]
fn a_row_that_differs_from_its_crate_is_found() {
    let text = format!(
        "{HEAD}\n|---|---|---|---|\n| viktat-report | viktat-model, viktat-charts | quote | every workspace crate |\n\n| not | of | the | table |\n"
    );
    let rows = table(&text, &BTreeSet::from(["viktat-report", "viktat-web"]));
    let expected = DependencyRow {
        krate: "viktat-report",
        may: ["viktat-model", "viktat-charts"].into(),
        at_build_time: ["quote"].into(),
        never: ["viktat-web"].into(),
    };
    assert_eq!(rows, [expected]);
    let members = members();
    let report = members.iter().find(|package| *package.name == "viktat-report").unwrap();
    let faults = faults(report, &rows[0]).join("\n");
    let parts =
        ["names viktat-register,", "names rust_decimal,", "allows viktat-charts,", "allows quote at build time,"];
    assert!(parts.iter().all(|part| faults.contains(part)) && faults.lines().count() == parts.len(), "{faults}");
}
