//! Model files that are saved while the page is served: read again by the catalogue's own build script and laid beside the
//! page, which looks for them. It does not know what they hold.
use crate::{
    command::{cargo, output},
    repository::Repository,
};
use anyhow::{Context, Result};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, SystemTime},
};

const CRATE: &str = "crates/catalog";
/// What the page asks for: how many times models were saved, and the models.
const COUNT: &str = "saved-models.txt";
const MODELS: &str = "saved-models.bin";
/// Between two looks at the files.
const PAUSE: Duration = Duration::from_millis(150);

/// Begins to look, for as long as the program runs. Fails where the build script cannot be built.
pub fn follow(repository: &Repository) -> Result<()> {
    let script = script(repository)?;
    let (data, dist) = (repository.path(CRATE).join("data"), repository.dist());
    fs::write(dist.join(COUNT), "0")?;
    thread::spawn(move || {
        let (mut seen, mut count) = (times(&data), 0_u32);
        loop {
            thread::sleep(PAUSE);
            let now = times(&data);
            if now == seen {
                continue;
            }
            seen = now;
            count += 1;
            match read_again(&script, &data, &dist, count) {
                Ok(()) => eprintln!("models read again; the page shows them"),
                Err(error) => eprintln!("{error:#}"),
            }
        }
    });
    Ok(())
}

/// The compiled build script of the catalogue, as cargo reports it.
fn script(repository: &Repository) -> Result<PathBuf> {
    let mut command = cargo();
    command.current_dir(repository.root()).args(["build", "-q", "-p", "viktat-catalog"]);
    let messages = output(command.arg("--message-format=json-render-diagnostics"))?;
    messages.lines().find_map(of_message).context("cargo did not report the catalogue's build script")
}

fn of_message(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    let kinds = message.get("target")?.get("kind")?.as_array()?;
    let is_ours = message.get("package_id")?.as_str()?.contains(CRATE);
    let file = message.get("filenames")?.as_array()?.first()?.as_str()?;
    (is_ours && kinds.iter().any(|kind| kind == "custom-build")).then(|| file.into())
}

/// When each file was saved.
fn times(folder: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(times(&path));
        } else if let Ok(saved) = entry.metadata().and_then(|about| about.modified()) {
            found.insert(path, saved);
        }
    }
    found
}

/// The count goes last, so that the page never sees it before the models. Fails with every problem of the files.
fn read_again(script: &Path, data: &Path, dist: &Path, count: u32) -> Result<()> {
    let out = dist.join("saved-models");
    fs::create_dir_all(&out)?;
    let folder = data.parent().context("the data has no folder")?;
    let run = Command::new(script).env("CARGO_MANIFEST_DIR", folder).env("OUT_DIR", &out).output();
    let said = run.with_context(|| format!("{} could not start", script.display()))?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let problems: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("cargo::error=")).collect();
    anyhow::ensure!(problems.is_empty(), "{}", problems.join("\n"));
    fs::rename(out.join("catalogue"), dist.join(MODELS)).context("the models were not written")?;
    fs::write(dist.join(COUNT), count.to_string()).context("the count of the models was not written")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_build_script_is_found_among_the_messages() {
        let of = |package: &str, kind: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","package_id":"path+file:///v/{package}#0.1.0","target":{{"kind":["{kind}"]}},"filenames":["t/main"]}}"#
            )
        };
        assert_eq!(of_message(&of(CRATE, "custom-build")), Some(PathBuf::from("t/main")));
        assert_eq!(of_message(&of(CRATE, "lib")), None);
        assert_eq!(of_message(&of("crates/cli", "custom-build")), None);
        assert_eq!(of_message("no JSON"), None);
    }

    #[test]
    fn a_file_that_is_saved_has_another_time() {
        let folder = std::env::temp_dir().join(format!("viktat-saved-{}", std::process::id()));
        fs::create_dir_all(folder.join("models")).unwrap();
        fs::write(folder.join("models/a.toml"), "a").unwrap();
        let before = times(&folder);
        let file = fs::File::options().write(true).open(folder.join("models/a.toml")).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        assert_ne!(times(&folder), before);
        fs::remove_dir_all(&folder).unwrap();
    }
}
