//! The engine of a region beside others, in Node and in a browser: builds it and starts tests/bench, which measures. Run
//! by hand; the small run only checks that all engines agree. It does not know what is measured.
use crate::command::{cargo, output, run as run_command};
use crate::compile::module_path;
use crate::repository::Repository;
use crate::tools::{Need, WASM_TARGET, ensure, ensure_packages};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_bindgen_cli_support::Bindgen;

/// What it takes.
pub const NEEDS: [Need; 3] = [Need::WasmTarget, Need::Chromium, Need::Node];

const OPTIONS: [&str; 2] = ["--write", "--small"];

/// Measures, or with `--small` only compares. Fails on an unknown option and when engines disagree.
pub fn run(repository: &Repository, options: &[String]) -> Result<()> {
    let unknown = options.iter().find(|option| !OPTIONS.contains(&option.as_str()));
    ensure!(unknown.is_none(), "unknown option {unknown:?}; there are {}", OPTIONS.join(" and "));
    ensure(&NEEDS)?;
    for folder in ["tests/page", "tests/bench"] {
        ensure_packages(repository, folder)?;
    }
    let engine = bound(&cargo_build(repository)?)?;
    let mut node = Command::new("node");
    node.arg("run.mjs").arg(engine).args(options).current_dir(repository.path("tests/bench"));
    run_command(&mut node).context("the benchmark")
}

/// Whether all engines give the same answers for a few persons; nothing is timed.
pub fn check(repository: &Repository) -> Result<()> {
    run(repository, &["--small".to_owned()])
}

/// The path of the compiled module, as cargo itself reports it.
fn cargo_build(repository: &Repository) -> Result<PathBuf> {
    let mut command = cargo();
    command.current_dir(repository.root()).args(["build", "-p", "viktat-bench", "--release", "--target", WASM_TARGET]);
    let messages = output(command.arg("--message-format=json-render-diagnostics"))?;
    messages
        .lines()
        .find_map(|message| module_path(message, "bench.wasm"))
        .context("cargo did not report where bench.wasm lies")
}

/// Binds the module into a folder beside it, and gives the folder.
fn bound(module: &Path) -> Result<PathBuf> {
    let folder = module.with_file_name("bound");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).typescript(false).web(true)?;
    let mut output = bindgen.generate_output()?;
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    fs::write(folder.join("bench.mjs"), output.js())?;
    fs::write(folder.join("bench_bg.wasm"), output.wasm_mut().emit_wasm())?;
    Ok(folder)
}
