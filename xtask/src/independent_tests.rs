//! The tests that have other engines do the same work: the query in `sql/` in DuckDB and Spark, the statistics in NumPy.
//! It does not know what they compare.
use crate::command::{cargo, output, run as run_command};
use crate::repository::Repository;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the Python packages are installed by.
const REQUIREMENTS: &str = "tests/independent/requirements.txt";

/// Makes a region's files with the engine, and runs every test of `tests/independent`.
pub fn run(repository: &Repository) -> Result<()> {
    let home = target(repository)?.join("independent");
    let python = environment(repository, &home)?;
    let files = home.join("region");
    let mut example = cargo();
    example.current_dir(repository.root()).args(["run", "-q", "-p", "viktat-tests", "--example", "region_files", "--"]);
    run_command(example.arg(&files))?;
    for year in COST_YEARS {
        let (name, answer) = (format!("evaluation-{year}.json"), evaluation(repository, &files, year)?);
        std::fs::write(files.join(&name), answer).with_context(|| format!("{name} cannot be written"))?;
    }
    let mut tests = Command::new(python);
    tests.args(["-m", "unittest", "discover", "-v", "-s", "tests/independent", "-p", "*_test.py"]);
    tests.current_dir(repository.root()).env("VIKTAT_REGION_FILES", &files);
    // Spark speaks to itself only, and nothing is left beside the tests
    tests.env("SPARK_LOCAL_IP", "127.0.0.1").env("PYTHONDONTWRITEBYTECODE", "1");
    run_command(&mut tests).context("independent tests")
}

/// The years whose costs the amounts of the models below are for: a model is set against no other year's.
const COST_YEARS: [&str; 2] = ["2025", "2026"];

/// What the command says of the region under the models that the tests know, its costs taken for those of a year.
fn evaluation(repository: &Repository, files: &Path, year: &str) -> Result<String> {
    let mut command = cargo();
    command.current_dir(repository.root()).args([
        "run",
        "-q",
        "-p",
        "viktat-cli",
        "--",
        "evaluate",
        "--format",
        "json",
    ]);
    command.args(["--cost-year", year]);
    for model in ["skane-2025", "skane-2026", "skane-forslag"] {
        command.args(["--model", model]);
    }
    output(command.arg(files.join("persons.csv")))
}

/// The Python of an environment that holds the required packages; made anew when they change.
fn environment(repository: &Repository, home: &Path) -> Result<PathBuf> {
    let wanted = repository.read(REQUIREMENTS)?;
    let (folder, installed) = (home.join("venv"), home.join("requirements.txt"));
    let python = folder.join("bin/python");
    if std::fs::read_to_string(&installed).is_ok_and(|there| there == wanted) && python.is_file() {
        return Ok(python);
    }
    std::fs::create_dir_all(home).with_context(|| format!("{} cannot be made", home.display()))?;
    run_command(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"];
    run_command(Command::new(&python).args(pip).arg(repository.path(REQUIREMENTS)))?;
    std::fs::write(&installed, wanted).with_context(|| format!("{} cannot be written", installed.display()))?;
    Ok(python)
}

/// Where cargo builds, whatever the environment says.
fn target(repository: &Repository) -> Result<PathBuf> {
    let here = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let folder = here.unwrap_or_else(|| PathBuf::from("target"));
    std::path::absolute(repository.root().join(folder)).context("the target folder cannot be named")
}
