//! The page in a real browser, twice: served, and what may differ as one file without a network. It does not know what is tested.
use crate::command::run;
use crate::repository::{Repository, SINGLE_FILE};
use crate::tools::ensure_packages;
use anyhow::{Context, Result, ensure};
use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
};

/// Which tests are run on the single file, one a line, each with the reason.
const SINGLE_TESTS: &str = "tests/page/single.txt";

/// Runs tests/page against the served page, and what can differ there against the single file. Needs a built dist/.
pub fn check(repository: &Repository) -> Result<()> {
    ensure_packages(repository, "tests/page")?;
    let single = repository.dist().join(SINGLE_FILE);
    ensure!(single.is_file(), "dist/{SINGLE_FILE} is missing; run `cargo xtask single`");
    let server = RunningServer::start()?;
    node(repository, ("served", &server.url), &[])?;
    let list = repository.read(SINGLE_TESTS)?;
    node(repository, ("single", &format!("file://{}", single.display())), &listed(&list))
}

/// The files of a list: the first word of each line that is no comment.
fn listed(list: &str) -> Vec<&str> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_whitespace().next()).collect()
}

/// Runs the named tests, or all.
fn node(repository: &Repository, (target, url): (&str, &str), files: &[&str]) -> Result<()> {
    println!("target {target}");
    let missing = files.iter().find(|file| !repository.path("tests/page").join(file).is_file());
    ensure!(missing.is_none(), "{SINGLE_TESTS} names {missing:?}, which is not there");
    let mut command = Command::new("node");
    command.args(["--test", "--test-concurrency=2", "--test-reporter=spec"]).current_dir(repository.path("tests/page"));
    command.args(files).env("VIKTAT_TARGET", target).env("VIKTAT_URL", url);
    run(&mut command).with_context(|| format!("page tests, target {target}"))
}

/// This tool's own `serve-only` as another process, stopped when dropped.
struct RunningServer {
    process: Child,
    url: String,
}

impl RunningServer {
    fn start() -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        let mut process = command.args(["serve-only", "--port", "0"]).stdout(Stdio::piped()).spawn()?;
        let output = process.stdout.take().context("the server has no output")?;
        let mut server = Self { process, url: String::new() };
        BufReader::new(output).read_line(&mut server.url)?;
        server.url.truncate(server.url.trim_end().len());
        ensure!(server.url.starts_with("http://"), "the server did not start; run `cargo xtask build`");
        Ok(server)
    }
}

impl Drop for RunningServer {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody left to tell.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
