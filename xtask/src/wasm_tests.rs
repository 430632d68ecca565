//! The tests that run as WASM in a headless browser. It does not know what they test.
use crate::command::{cargo, shown};
use crate::repository::Repository;
use crate::tools::WASM_TARGET;
use anyhow::{Context, Result, ensure};

/// The packages that have WASM tests. One that runs none fails the step, so that none is skipped unnoticed.
const PACKAGES: &[&str] = &["viktat-tests", "viktat-wasm"];

/// Runs each package's tests.
pub fn run(repository: &Repository) -> Result<()> {
    for package in PACKAGES {
        let mut command = cargo();
        command.current_dir(repository.root()).args(["test", "-p", package, "--target", WASM_TARGET, "--tests"]);
        let report = shown(&mut command).with_context(|| format!("WASM tests of {package}"))?;
        ensure!(passed(&report) > 0, "{package} ran no WASM test; write one or take it off the list in xtask");
    }
    Ok(())
}

/// How many tests the summaries of a report count as passed.
pub fn passed(report: &str) -> usize {
    let summaries = report.lines().filter_map(|line| line.strip_prefix("test result: ok. "));
    summaries.filter_map(|rest| rest.split_once(" passed")?.0.parse::<usize>().ok()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passed_tests_are_summed_over_all_binaries() {
        let report = "no tests to run!\n\nrunning 3 tests\n\ntest result: ok. 3 passed; 0 failed; 0 ignored\n\n\
            test result: ok. 12 passed; 0 failed; 1 ignored\n";
        assert_eq!(passed(report), 15);
        assert_eq!(passed("no tests to run!\n"), 0);
    }
}
