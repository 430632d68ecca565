//! The page in a real browser, twice: served, and as one file without a network. It does not know what is tested.
use crate::command::run;
use crate::repository::{Repository, SINGLE_FILE};
use crate::tools::{ensure_chromium, ensure_packages};
use anyhow::{Context, Result, ensure};
use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
};

/// Runs tests/page against both targets. Needs a built dist/.
pub fn check(repository: &Repository) -> Result<()> {
    ensure_chromium()?;
    ensure_packages(repository, "tests/page")?;
    let single = repository.dist().join(SINGLE_FILE);
    ensure!(single.is_file(), "dist/{SINGLE_FILE} is missing; run `cargo xtask single`");
    let server = RunningServer::start()?;
    node(repository, "served", &server.url)?;
    node(repository, "single", &format!("file://{}", single.display()))
}

fn node(repository: &Repository, target: &str, url: &str) -> Result<()> {
    println!("target {target}");
    let mut command = Command::new("node");
    command.args(["--test", "--test-concurrency=2", "--test-reporter=spec"]).current_dir(repository.path("tests/page"));
    command.env("VIKTAT_TARGET", target).env("VIKTAT_URL", url);
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
