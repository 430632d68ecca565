//! The checks that a change must pass, in order. It does not know what each one does.
use crate::command::{cargo, run as run_command};
use crate::compile::Profile;
use crate::repository::Repository;
use crate::tools::{WASM_TARGET, ensure_component, ensure_wasm_target};
use crate::{bench, budget, dist, headers, independent_tests, office_tests, page_tests, single, wasm_tests};
use anyhow::{Context, Result, bail};
use std::time::{Duration, Instant};

/// One check.
struct Step {
    name: &'static str,
    run: fn(&Repository) -> Result<()>,
}

const STEPS: [Step; 11] = [
    Step { name: "fmt", run: fmt },
    Step { name: "clippy", run: clippy },
    Step { name: "native", run: native },
    Step { name: "office", run: office_tests::run },
    Step { name: "independent", run: independent_tests::run },
    Step { name: "wasm", run: wasm_tests::run },
    Step { name: "build", run: |repository| dist::build(repository, Profile::Release, headers::NO_FRAMES) },
    Step { name: "single", run: single::build },
    Step { name: "budget", run: budget::check },
    Step { name: "page", run: page_tests::check },
    Step { name: "bench", run: bench::check },
];

/// Runs the named steps, or all, in their own order. Fails at the first that fails, and on an unknown name.
pub fn run(repository: &Repository, names: &[String]) -> Result<()> {
    let mut done = Vec::new();
    for step in chosen(names)? {
        println!("== {}", step.name);
        let started = Instant::now();
        let outcome = (step.run)(repository);
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
    ensure_component("rustfmt", "fmt")?;
    run_command(cargo().current_dir(repository.root()).args(["fmt", "--all", "--check"]))
        .context("run `cargo fmt --all`")
}

/// The native side, then what of the page needs no browser.
fn native(repository: &Repository) -> Result<()> {
    run_command(cargo().current_dir(repository.root()).arg("test"))?;
    run_command(cargo().current_dir(repository.root()).args(["test", "-p", "viktat-web", "--lib"]))
}

/// The native side, then what only compiles for the browser.
fn clippy(repository: &Repository) -> Result<()> {
    ensure_component("clippy", "clippy")?;
    ensure_wasm_target()?;
    let lint = |arguments: &[&str]| {
        let mut command = cargo();
        command.current_dir(repository.root()).arg("clippy").args(arguments).args([
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]);
        run_command(&mut command)
    };
    lint(&["--workspace", "--exclude", "viktat-web", "--exclude", "viktat-wasm"])?;
    lint(&["-p", "viktat-web", "-p", "viktat-wasm", "--target", WASM_TARGET])
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
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_list() {
        let error = names_of(&["fmtt"]).unwrap_err().to_string();
        assert!(error.contains("fmtt") && error.contains("budget"), "{error}");
    }
}
