//! The licences of everything that is compiled into the page, as one text. A work without a licence text fails the build.
//! It does not know how the text is shown.
use crate::command::{cargo, output};
use crate::repository::Repository;
use crate::tools::WASM_TARGET;
use anyhow::{Context, Result, bail, ensure};
use cargo_metadata::{MetadataCommand, Package};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// The file's name without its ending: the page asks for it as for the texts of a language.
pub const NAME: &str = "third-party-licenses";

const HEADING: &str = "Viktat's page is compiled from its own code (MIT) and from these works. Each is listed with its \
    licence; the texts follow. Where a work may be used under the MIT licence among others, it is used under that one.";

/// The whole text.
pub fn text(repository: &Repository) -> Result<String> {
    let mut command = MetadataCommand::new();
    command.current_dir(repository.root()).other_options(["--filter-platform", WASM_TARGET].map(str::to_owned));
    let metadata = command.exec().context("cargo metadata")?;
    let compiled = compiled(repository)?;
    let is_compiled = |package: &&Package| {
        package.source.is_some() && compiled.contains(&format!("{} v{}", package.name, package.version))
    };
    let works = metadata.packages.iter().filter(is_compiled).map(Work::of).collect::<Result<Vec<_>>>()?;
    ensure!(works.len() > 20, "the page is made of more works than the {} that were found", works.len());
    Ok(joined(works.into_iter().chain([standard_library()]).collect()))
}

/// Names and versions of all that is compiled into the page; not what only runs while it is built.
fn compiled(repository: &Repository) -> Result<BTreeSet<String>> {
    let mut command = cargo();
    command.current_dir(repository.root()).args(["tree", "-p", "viktat-web", "--features", "viktat-web/pieces"]);
    command.args(["--target", WASM_TARGET, "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]);
    let lines = output(&mut command)?;
    let named = lines.lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" "));
    Ok(named.collect())
}

/// A work with its licence.
struct Work {
    name: String,
    license: String,
    texts: Vec<String>,
}

impl Work {
    /// Fails when it has no licence text and none can be put in its place.
    fn of(package: &Package) -> Result<Self> {
        let name = format!("{} {}", package.name, package.version);
        let license = package.license.clone().unwrap_or_else(|| "its own licence".to_owned());
        let folder = package.manifest_path.parent().context("a manifest without a folder")?;
        let mut files = files(folder.as_std_path())?;
        files.extend(package.license_file().map(Into::into));
        let mut texts = Vec::new();
        for file in chosen(&files, &license) {
            let text = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            texts.push(tidy(&String::from_utf8_lossy(&text)));
        }
        if texts.is_empty() {
            texts.push(mit_of(&name, &license, &package.authors)?);
        }
        Ok(Self { name, license, texts })
    }
}

/// What is linked with every Rust program.
fn standard_library() -> Work {
    let (name, license) = ("The Rust standard library".to_owned(), "MIT OR Apache-2.0".to_owned());
    Work { name, license, texts: vec![mit("The Rust Project Contributors")] }
}

/// The files of a work that look like licences or notices.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    const BEGINNINGS: [&str; 6] = ["license", "licence", "copying", "copyright", "notice", "unlicense"];
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if !BEGINNINGS.iter().any(|beginning| name.starts_with(beginning)) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            let inner = fs::read_dir(entry.path())?.map(|inner| Ok(inner?.path())).collect::<Result<Vec<_>>>()?;
            found.extend(inner.into_iter().filter(|path| path.is_file()));
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Of several licences to choose among MIT's, with notices; otherwise all.
fn chosen(files: &[PathBuf], license: &str) -> Vec<PathBuf> {
    let has = |path: &&PathBuf, part: &str| {
        path.file_name().is_some_and(|name| name.to_string_lossy().to_lowercase().contains(part))
    };
    let is_mit_there = files.iter().any(|path| has(&path, "mit"));
    if !may_be_mit(license) || !is_mit_there {
        return files.to_vec();
    }
    let kept = files.iter().filter(|path| has(path, "mit") || has(path, "notice") || has(path, "copyright"));
    kept.cloned().collect()
}

fn may_be_mit(license: &str) -> bool {
    !license.contains(" AND ") && license.split(" OR ").flat_map(|part| part.split('/')).any(|one| one.trim() == "MIT")
}

/// The MIT licence for a work that is under it but was published without its text.
fn mit_of(name: &str, license: &str, authors: &[String]) -> Result<String> {
    if !may_be_mit(license) || authors.is_empty() {
        bail!("{name} ({license}) has no licence text: find it, and add it to xtask/src/licenses.rs");
    }
    let without_addresses = authors.iter().map(|author| author.split(" <").next().unwrap_or(author));
    Ok(mit(&without_addresses.collect::<Vec<_>>().join(", ")))
}

fn mit(holder: &str) -> String {
    tidy(&include_str!("licenses/mit.txt").replace("HOLDER", holder))
}

/// Without what differs between copies of one text.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    lines.join("\n")
}

/// The list, then each text once.
fn joined(mut works: Vec<Work>) -> String {
    works.sort_by(|a, b| a.name.cmp(&b.name));
    let mut text = format!("{HEADING}\n\n");
    let mut by_text: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for work in &works {
        let _ = writeln!(text, "{}: {}", work.name, work.license);
        for one in &work.texts {
            by_text.entry(one).or_default().push(&work.name);
        }
    }
    let rule = "-".repeat(80);
    for (one, names) in by_text {
        let _ = write!(text, "\n{rule}\n{}\n{rule}\n\n{one}\n", names.join(", "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_in_the_page_has_a_licence_text() {
        let text = text(&Repository::find().unwrap()).unwrap();
        let (list, texts) = text.split_once("----").unwrap();
        for work in ["yew ", "rust_decimal ", "calamine ", "plotters ", "wasm-bindgen ", "gloo-utils ", "qrcodegen "] {
            assert!(list.contains(&format!("\n{work}")), "{work} is not listed");
            assert!(texts.contains(work), "{work} has no text");
        }
        for absent in ["proptest ", "clap ", "zstd ", "serde_derive ", "bincode "] {
            assert!(!list.contains(&format!("\n{absent}")), "{absent} is not in the page");
        }
        assert!(texts.contains("Permission is hereby granted") && text.len() < 400_000, "{}", text.len());
    }

    #[test]
    fn a_work_without_a_text_stops_the_build_unless_it_is_under_mit() {
        assert!(mit_of("a 1", "MIT/Apache-2.0", &["Ada <ada@example.org>".to_owned()]).unwrap().contains(" Ada\n"));
        assert!(mit_of("a 1", "Apache-2.0", &["Ada".to_owned()]).is_err());
        assert!(mit_of("a 1", "MIT AND Zlib", &["Ada".to_owned()]).is_err());
        assert!(mit_of("a 1", "MIT", &[]).is_err());
    }

    #[test]
    fn of_several_licences_mits_is_taken_and_notices_stay() {
        let files = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"].map(PathBuf::from);
        let names = |license| chosen(&files, license).iter().map(|path| path.display().to_string()).collect::<Vec<_>>();
        assert_eq!(names("MIT OR Apache-2.0"), ["LICENSE-MIT", "NOTICE"]);
        assert_eq!(names("Apache-2.0").len(), 3);
        assert_eq!(names("(MIT OR Apache-2.0) AND Unicode-3.0").len(), 3);
    }
}
