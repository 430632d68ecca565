//! What a bare machine lacks: installed here, or the one command that installs it is named.
use crate::command::{cargo, output, run, succeeds};
use crate::repository::Repository;
use anyhow::{Context, Result, bail};
use std::{path::Path, process::Command};

/// The target that the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

const CHROMIUM: &str = "/usr/bin/chromium";

/// Adds the WASM target; without it rustc says a puzzling "can't find crate for `core`".
pub fn ensure_wasm_target() -> Result<()> {
    let folder = output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM_TARGET])
}

/// Adds a part of the toolchain whose cargo subcommand is missing.
pub fn ensure_component(component: &str, subcommand: &str) -> Result<()> {
    if succeeds(cargo().args([subcommand, "--version"])) { Ok(()) } else { rustup(&["component", "add", component]) }
}

/// Chromium and its driver.
pub fn ensure_chromium() -> Result<()> {
    if Path::new(CHROMIUM).is_file() && succeeds(Command::new("chromedriver").arg("--version")) {
        return Ok(());
    }
    apt(&["chromium", "chromium-driver"])
}

/// LibreOffice Calc without windows.
pub const OFFICE: &str = "soffice";

/// The spreadsheet program that calculates exported workbooks anew.
pub fn ensure_office() -> Result<()> {
    if succeeds(Command::new(OFFICE).arg("--version")) { Ok(()) } else { apt(&["libreoffice-calc-nogui"]) }
}

/// What Spark runs on.
pub fn ensure_java() -> Result<()> {
    if succeeds(Command::new("java").arg("-version")) { Ok(()) } else { apt(&["openjdk-17-jre-headless"]) }
}

/// Python with environments of its own and pip.
pub fn ensure_python() -> Result<()> {
    let can_make = succeeds(Command::new("python3").args(["-c", "import ensurepip, venv"]));
    if can_make { Ok(()) } else { apt(&["python3", "python3-venv"]) }
}

/// The packages of a folder below the root, as its lock file says.
pub fn ensure_packages(repository: &Repository, folder: &str) -> Result<()> {
    if !succeeds(Command::new("npm").arg("--version")) {
        apt(&["nodejs", "npm"])?;
    }
    let changed = |file: &str| {
        let path = repository.path(folder).join(file);
        std::fs::metadata(path).and_then(|data| data.modified()).ok()
    };
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(repository.path(folder));
    run(&mut npm).with_context(|| format!("run `npm ci` in {folder}"))
}

fn rustup(arguments: &[&str]) -> Result<()> {
    eprintln!("rustup {}", arguments.join(" "));
    run(Command::new("rustup").args(arguments)).with_context(|| format!("run `rustup {}`", arguments.join(" ")))
}

fn apt(packages: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get install -y {}", packages.join(" "));
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root {
        bail!("{} missing; install with `sudo {by_hand}`", packages.join(" or "));
    }
    eprintln!("{by_hand}");
    let get = || {
        let mut command = Command::new("apt-get");
        command.args(["-o", "DPkg::Lock::Timeout=300"]).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(get().args(["update", "-qq"]))?;
    run(get().args(["install", "-y", "-qq"]).args(packages)).with_context(|| format!("run `{by_hand}`"))
}
