//! How much a visitor downloads, against what is allowed.
use crate::repository::{Repository, SINGLE_FILE};
use crate::template::attribute;
use anyhow::{Context, Result, bail};
use std::fs;

/// Bytes, brotli, of all that the page loads before it can be used: the limit.
const FIRST_LOAD_LIMIT: usize = 320_000;
/// Bytes, brotli: what to aim at.
const FIRST_LOAD_GOAL: usize = 280_000;
/// Bytes of the single file as it is.
const SINGLE_FILE_LIMIT: usize = 3_500_000;

/// One file of the page.
struct Weighed {
    name: String,
    plain: usize,
    brotli: usize,
}

/// Prints what dist/ weighs. Fails on a missing file and on a broken limit.
pub fn check(repository: &Repository) -> Result<()> {
    let weigh_all = |names: Vec<String>| names.into_iter().map(|name| weigh(repository, name)).collect::<Result<_>>();
    let files: Vec<Weighed> = weigh_all(first_load(&read(repository, "index.html")?))?;
    let later: Vec<Weighed> = weigh_all(pieces(repository)?)?;
    let single = read(repository, SINGLE_FILE)?.len();
    let total = files.iter().map(|file| file.brotli).sum();
    print_table(&files, total, &later, single);
    let broken = broken_limits(&files, total, single);
    if broken.is_empty() { Ok(()) } else { bail!("{}", broken.join("\n")) }
}

fn weigh(repository: &Repository, name: String) -> Result<Weighed> {
    let bytes = read(repository, &name)?;
    Ok(Weighed { brotli: brotli_size(&bytes)?, plain: bytes.len(), name })
}

fn read(repository: &Repository, name: &str) -> Result<Vec<u8>> {
    let file = repository.dist().join(name);
    fs::read(file).with_context(|| format!("dist/{name} is missing; run `cargo xtask test build single`"))
}

/// index.html and every file that it names, in order.
fn first_load(index: &[u8]) -> Vec<String> {
    let index = String::from_utf8_lossy(index);
    let named = index.lines().filter(|line| line.starts_with("<link ") || line.starts_with("<script "));
    let named = named.filter_map(|line| attribute(line, " href").or_else(|| attribute(line, " src")));
    std::iter::once("index.html".to_owned()).chain(named.filter(|name| !name.starts_with("data:"))).collect()
}

/// The modules that the page does not name: it fetches them when they are wanted.
fn pieces(repository: &Repository) -> Result<Vec<String>> {
    let names = fs::read_dir(repository.dist())?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let names = names.collect::<Result<Vec<_>>>()?;
    let mut pieces: Vec<_> =
        names.into_iter().filter(|name| name.ends_with(".wasm") && name != "app_bg.wasm").collect();
    pieces.sort();
    Ok(pieces)
}

fn brotli_size(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters).context("brotli")?;
    Ok(packed.len())
}

fn print_table(files: &[Weighed], total: usize, later: &[Weighed], single: usize) {
    let print = |file: &Weighed| println!("{:<16}{:>12}{:>12}", file.name, file.plain, file.brotli);
    println!("{:<16}{:>12}{:>12}", "first load", "bytes", "brotli 11");
    files.iter().for_each(print);
    println!("{:<28}{total:>12}  goal {FIRST_LOAD_GOAL}, limit {FIRST_LOAD_LIMIT}", "sum");
    println!("loaded on use");
    later.iter().for_each(print);
    println!("{SINGLE_FILE:<16}{single:>12}{:>14}limit {SINGLE_FILE_LIMIT}", "");
}

/// One sentence, with the remedy, for each limit that does not hold.
fn broken_limits(files: &[Weighed], total: usize, single: usize) -> Vec<String> {
    let mut broken = Vec::new();
    if total > FIRST_LOAD_LIMIT {
        let largest = files.iter().max_by_key(|file| file.brotli);
        let (name, bytes) = largest.map_or(("", 0), |file| (file.name.as_str(), file.brotli));
        broken.push(format!(
            "the first load is {total} bytes, {} over the limit; the largest file is dist/{name} with {bytes}. \
             Build for release, find the new dependency with `cargo tree -p viktat-web -e normal`, and load it when it is used",
            total - FIRST_LOAD_LIMIT
        ));
    }
    if single > SINGLE_FILE_LIMIT {
        broken.push(format!(
            "dist/{SINGLE_FILE} is {single} bytes, {} over the limit. Take data or a dependency out of the module",
            single - SINGLE_FILE_LIMIT
        ));
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_what_the_page_names() {
        let index = br#"<link rel="icon" href="data:,">
<link rel="stylesheet" href="main.css">
<link rel="preload" href="app_bg.wasm" as="fetch">
<script type="module" src="start.js"></script>
<script src="boot.js"></script>"#;
        assert_eq!(first_load(index), ["index.html", "main.css", "app_bg.wasm", "start.js", "boot.js"]);
    }

    #[test]
    fn a_limit_holds_up_to_its_last_byte_and_a_broken_one_names_the_file() {
        let files = |brotli| vec![Weighed { name: "app_bg.wasm".to_owned(), plain: 0, brotli }];
        assert!(broken_limits(&files(320_000), 320_000, 3_500_000).is_empty());
        let broken = broken_limits(&files(320_001), 320_001, 3_500_001);
        assert!(broken[0].contains("dist/app_bg.wasm"), "{broken:?}");
        assert!(broken[1].contains("dist/viktat.html"), "{broken:?}");
    }

    #[test]
    fn repetition_packs_well() {
        assert!(brotli_size(&[b'a'; 10_000]).unwrap() < 50);
    }
}
