//! What a bare machine lacks, and the one command that installs all of it. It does not know what it is needed for.
use crate::command::{cargo, output, run, succeeds};
use crate::repository::Repository;
use anyhow::{Context, Result, bail};
use std::{path::Path, process::Command};

/// The target that the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// LibreOffice Calc without windows.
pub const OFFICE: &str = "soffice";

const CHROMIUM: &str = "/usr/bin/chromium";

/// Something that a machine may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// `cargo fmt`.
    Rustfmt,
    /// `cargo clippy`.
    Clippy,
    /// Without it rustc says a puzzling "can't find crate for `core`".
    WasmTarget,
    /// The browser and its driver.
    Chromium,
    /// What page tests run in, with npm.
    Node,
    /// The spreadsheet program that calculates exported workbooks anew.
    Office,
    /// What Spark runs on.
    Java,
    /// Python with environments of its own and pip.
    Python,
}

impl Need {
    fn is_there(self) -> bool {
        let version = |program: &str| succeeds(Command::new(program).arg("--version"));
        match self {
            Self::Rustfmt => succeeds(cargo().args(["fmt", "--version"])),
            Self::Clippy => succeeds(cargo().args(["clippy", "--version"])),
            Self::WasmTarget => {
                let folder = output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]));
                folder.is_ok_and(|folder| Path::new(folder.trim()).is_dir())
            }
            Self::Chromium => Path::new(CHROMIUM).is_file() && version("chromedriver"),
            Self::Node => version("node") && version("npm"),
            Self::Office => version(OFFICE),
            Self::Java => succeeds(Command::new("java").arg("-version")),
            Self::Python => succeeds(Command::new("python3").args(["-c", "import ensurepip, venv"])),
        }
    }

    /// The arguments of the `rustup` that adds it, or the packages of the system.
    fn source(self) -> Source {
        match self {
            Self::Rustfmt => Source::Rustup(&["component", "add", "rustfmt"]),
            Self::Clippy => Source::Rustup(&["component", "add", "clippy"]),
            Self::WasmTarget => Source::Rustup(&["target", "add", WASM_TARGET]),
            Self::Chromium => Source::Apt(&["chromium", "chromium-driver"]),
            Self::Node => Source::Apt(&["nodejs", "npm"]),
            Self::Office => Source::Apt(&["libreoffice-calc-nogui"]),
            Self::Java => Source::Apt(&["openjdk-17-jre-headless"]),
            Self::Python => Source::Apt(&["python3", "python3-venv"]),
        }
    }
}

/// Where something comes from.
enum Source {
    Rustup(&'static [&'static str]),
    Apt(&'static [&'static str]),
}

/// Installs what is missing, or, without the right to, fails with the one command that does.
pub fn ensure(needs: &[Need]) -> Result<()> {
    let mut missing: Vec<Need> = needs.to_vec();
    missing.sort_unstable();
    missing.dedup();
    missing.retain(|need| !need.is_there());
    let packages = packages(&missing);
    let by_hand = format!("apt-get install -y {}", packages.join(" "));
    if !packages.is_empty() {
        let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
        if !is_root {
            bail!("this machine lacks {missing:?}; install all of it with\n  sudo {by_hand}");
        }
    }
    for need in &missing {
        if let Source::Rustup(arguments) = need.source() {
            announced(Command::new("rustup").args(arguments))?;
        }
    }
    if packages.is_empty() { Ok(()) } else { apt(&packages, &by_hand) }
}

fn packages(missing: &[Need]) -> Vec<&'static str> {
    let packages = missing.iter().map(|need| match need.source() {
        Source::Apt(packages) => packages,
        Source::Rustup(_) => &[],
    });
    packages.flatten().copied().collect()
}

/// The packages of a folder below the root, as its lock file says.
pub fn ensure_packages(repository: &Repository, folder: &str) -> Result<()> {
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
    announced(&mut npm).with_context(|| format!("in {folder}"))
}

fn apt(packages: &[&str], by_hand: &str) -> Result<()> {
    eprintln!("this machine lacks packages; running as root: {by_hand}");
    let get = || {
        let mut command = Command::new("apt-get");
        command.args(["-o", "DPkg::Lock::Timeout=300"]).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    announced(get().args(["update", "-qq"]))?;
    announced(get().args(["install", "-y", "-q"]).args(packages)).with_context(|| format!("run `{by_hand}`"))
}

fn announced(command: &mut Command) -> Result<()> {
    eprintln!("{}", crate::command::line(command));
    run(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_missing_stands_in_one_list() {
        let missing = [Need::WasmTarget, Need::Chromium, Need::Office];
        assert_eq!(packages(&missing), ["chromium", "chromium-driver", "libreoffice-calc-nogui"]);
    }
}
