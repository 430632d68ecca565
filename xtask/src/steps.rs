//! The checks that a change must pass, in order. It does not know what each one does.
use crate::command::{cargo, run as run_command};
use crate::compile::Profile;
use crate::progress::told;
use crate::repository::Repository;
use crate::tools::{Need, WASM_TARGET, ensure};
use crate::{bench, budget, dist, headers, independent_tests, office_tests, page_tests, single, wasm_tests};
use anyhow::{Context, Result, bail};
use std::time::{Duration, Instant};

/// One check.
struct Step {
    name: &'static str,
    /// What it does.
    about: &'static str,
    needs: &'static [Need],
    run: fn(&Repository) -> Result<()>,
}

const fn step(
    name: &'static str,
    about: &'static str,
    needs: &'static [Need],
    run: fn(&Repository) -> Result<()>,
) -> Step {
    Step { name, about, needs, run }
}

/// The steps that an edit is tried with while one works.
const QUICK: [&str; 3] = ["fmt", "clippy", "native"];

const STEPS: [Step; 12] = [
    step("fmt", "every Rust file is formatted", &[Need::Rustfmt], fmt),
    step("clippy", "lints of the native side", &[Need::Clippy], clippy),
    step("native", "the native tests", &[], native),
    step("clippy-page", "lints of what only compiles for the browser", &[Need::Clippy, Need::WasmTarget], clippy_page),
    step("office", "LibreOffice calculates exported workbooks", &[Need::Office], office_tests::run),
    step(
        "independent",
        "DuckDB, Spark and NumPy work out the same",
        &[Need::Java, Need::Python],
        independent_tests::run,
    ),
    step("wasm", "the tests that run in a browser", &[Need::WasmTarget, Need::Chromium], wasm_tests::run),
    step("build", "the page as users get it, into dist/", &[Need::WasmTarget], |repository| {
        dist::build(repository, Profile::Release, headers::NO_FRAMES)
    }),
    step("single", "the page as one file", &[Need::WasmTarget], single::build),
    step("budget", "sizes of what a visit loads", &[], budget::check),
    step("page", "the page in a browser, served and as one file", &[Need::Chromium, Need::Node], page_tests::check),
    step("bench", "every engine of the benchmark gives the same answers", &bench::NEEDS, bench::check),
];

/// Runs the named steps, `--quick` for the quick ones, or all, in their own order. Fails at the first that fails, and on
/// an unknown name. What any of them needs is installed before the first.
pub fn run(repository: &Repository, names: &[String]) -> Result<()> {
    let steps = chosen(names)?;
    println!("steps: {}", steps.iter().map(|step| step.name).collect::<Vec<_>>().join(", "));
    ensure(&steps.iter().flat_map(|step| step.needs).copied().collect::<Vec<_>>())?;
    let mut done = Vec::new();
    for step in steps {
        let started = Instant::now();
        let outcome = told(repository, step.name, step.about, || (step.run)(repository));
        done.push((step.name, started.elapsed()));
        if let Err(error) = outcome {
            summarise(&done, "FAILED");
            return Err(
                error.context(format!("step {} failed; repeat it with `cargo xtask test {}`", step.name, step.name))
            );
        }
    }
    summarise(&done, "ok");
    Ok(())
}

fn chosen(names: &[String]) -> Result<Vec<&'static Step>> {
    let quick = QUICK.map(str::to_owned);
    let names = if names == ["--quick"] { &quick } else { names };
    let known = || STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ");
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        bail!("unknown step {unknown:?}; the steps are {}", known());
    }
    Ok(STEPS.iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name)).collect())
}

/// One line a step; all but the last have succeeded.
fn summarise(done: &[(&str, Duration)], last: &str) {
    println!("== summary");
    for (index, (name, time)) in done.iter().enumerate() {
        let outcome = if index + 1 == done.len() { last } else { "ok" };
        println!("{name:<12}{outcome:<8}{:>8.1} s", time.as_secs_f64());
    }
}

fn fmt(repository: &Repository) -> Result<()> {
    run_command(cargo().current_dir(repository.root()).args(["fmt", "--all", "--check"]))
        .context("run `cargo fmt --all`")
}

/// The native side, then what of the page needs no browser.
fn native(repository: &Repository) -> Result<()> {
    run_command(cargo().current_dir(repository.root()).arg("test"))?;
    run_command(cargo().current_dir(repository.root()).args(["test", "-p", "viktat-web", "--lib"]))
}

fn clippy(repository: &Repository) -> Result<()> {
    lint(repository, &["--workspace", "--exclude", "viktat-web", "--exclude", "viktat-wasm"])
}

fn clippy_page(repository: &Repository) -> Result<()> {
    lint(repository, &["-p", "viktat-web", "-p", "viktat-wasm", "--target", WASM_TARGET])
}

fn lint(repository: &Repository, packages: &[&str]) -> Result<()> {
    let mut command = cargo();
    command.current_dir(repository.root()).arg("clippy").args(packages);
    run_command(command.args(["--all-targets", "--", "-D", "warnings"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_of(names: &[&str]) -> Result<Vec<&'static str>> {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        Ok(chosen(&names)?.iter().map(|step| step.name).collect())
    }

    #[test]
    fn no_name_means_all_and_names_keep_the_order_of_the_steps() {
        assert_eq!(names_of(&[]).unwrap().len(), STEPS.len());
        assert_eq!(names_of(&["page", "fmt"]).unwrap(), ["fmt", "page"]);
        assert_eq!(names_of(&["--quick"]).unwrap(), QUICK);
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_list() {
        let error = names_of(&["fmtt"]).unwrap_err().to_string();
        assert!(error.contains("fmtt") && error.contains("budget"), "{error}");
    }
}
