//! The served page, into dist/. It does not know how it is served.
use crate::compile::{Glue, Profile, compile};
use crate::minify::minify;
use crate::repository::{Repository, SINGLE_FILE};
use crate::shell_cards::shell_cards;
use crate::template::{Link, Parts, boot_line, fill, links};
use crate::{headers, licenses};
use anyhow::{Context, Result};
use std::{fs, path::Path, time::Instant};

/// Builds the page into dist/ and leaves an earlier single file there alone. `frame_ancestors` says who may show it in a
/// frame.
pub fn build(repository: &Repository, profile: Profile, frame_ancestors: &str) -> Result<()> {
    let started = Instant::now();
    let headers = headers::headers(frame_ancestors)?;
    let bound = compile(repository, profile, Glue::Module)?;
    let index = repository.read("index.html")?;
    let parts = Parts {
        style: r#"<link rel="stylesheet" href="main.css">"#.to_owned(),
        app: concat!(
            "<link rel=\"modulepreload\" href=\"app.js\">\n",
            "<link rel=\"preload\" href=\"app_bg.wasm\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n",
            "<script type=\"module\" src=\"start.js\"></script>"
        )
        .to_owned(),
        scripts: boot_line(),
        cards: shell_cards()?,
        policy: String::new(),
    };
    let page = fill(&index, &parts)?;
    let dist = repository.dist();
    empty(&dist)?;
    write(&dist, "index.html", page.as_bytes())?;
    write(&dist, "main.css", style(repository, &index)?.as_bytes())?;
    write(&dist, "app.js", bound.js.as_bytes())?;
    write(&dist, "app_bg.wasm", &bound.wasm)?;
    let worker = ["web/assets/worker-module.js", "web/assets/worker.js"];
    let worker: String = worker.iter().map(|file| Ok(minify(&repository.read(file)?))).collect::<Result<_>>()?;
    write(&dist, "worker.js", worker.as_bytes())?;
    for piece in &bound.pieces {
        write(&dist, &format!("{}.wasm", piece.name), &piece.wasm)?;
    }
    write(&dist, &format!("{}.txt", licenses::NAME), licenses::text(repository)?.as_bytes())?;
    for (name, text) in headers::files(&headers) {
        write(&dist, name, text.as_bytes())?;
    }
    for link in links(&index).iter().filter(|link| link.rel == "copy-file") {
        copy(repository, link)?;
    }
    eprintln!("dist/ built in {:.1?}; app_bg.wasm is {} bytes", started.elapsed(), bound.wasm.len());
    Ok(())
}

/// All style sheets that index.html links, in order, as one.
pub fn style(repository: &Repository, index: &str) -> Result<String> {
    let sheets = links(index).into_iter().filter(|link| link.rel == "css");
    sheets.map(|link| Ok(minify(&repository.read(&link.href)?))).collect()
}

fn copy(repository: &Repository, link: &Link) -> Result<()> {
    let from = repository.path(&link.href);
    let name = from.file_name().with_context(|| format!("index.html: {} is no file name", link.href))?;
    write(&repository.dist(), &name.to_string_lossy(), minify(&repository.read(&link.href)?).as_bytes())
}

fn write(dist: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    fs::write(dist.join(name), bytes).with_context(|| format!("dist/{name} cannot be written"))
}

/// Removes what an earlier build left, so that nothing stale is served.
fn empty(dist: &Path) -> Result<()> {
    fs::create_dir_all(dist).context("dist/ cannot be made")?;
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        let kept = entry.file_name() == SINGLE_FILE;
        let removed = if kept {
            Ok(())
        } else if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())
        } else {
            fs::remove_file(entry.path())
        };
        removed.with_context(|| format!("{} cannot be removed", entry.path().display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emptying_keeps_the_single_file_only() {
        let dist = std::env::temp_dir().join(format!("viktat-xtask-{}", std::process::id()));
        fs::create_dir_all(dist.join("old")).unwrap();
        fs::write(dist.join("old/a.js"), "a").unwrap();
        fs::write(dist.join("b.js"), "b").unwrap();
        fs::write(dist.join(SINGLE_FILE), "c").unwrap();
        empty(&dist).unwrap();
        let left: Vec<_> = fs::read_dir(&dist).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        fs::remove_dir_all(&dist).unwrap();
        assert_eq!(left, [SINGLE_FILE]);
    }
}
