//! The conventions of the code, checked over every file. Each rule says where, what, and what to do.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]
use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A line of a file, and what is wrong there with its remedy.
type Fault = (usize, String);

/// Folders with nothing of ours, and one with files whose encodings and line ends are what is tested.
const SKIPPED: &[&str] = &[".git", "target", "dist", "node_modules", "raw_files"];

/// Files with Swedish in string literals, each with the reason.
const SWEDISH_IN_RUST: &[(&str, &str)] = &[
    ("xtask/", "tools that speak to developers and write the page's shell"),
    ("web/src/state/field.rs", "units that people type after a number"),
];

/// Files of the page with a `thread_local`, each with the handle that can be nowhere else. What is worked out is memoised;
/// what is chosen or typed is in the state.
const THREAD_LOCALS: &[(&str, &str)] = &[
    ("web/src/dialogs.rs", "the open dialogs: elements of the page, which a press of a key asks for"),
    ("web/src/lazy.rs", "the pieces of the module that have come"),
    ("web/src/region/worker.rs", "the region that a worker keeps: it has no state of a page"),
];

/// What is drawn or worked out for the views, and knows none of them.
const BELOW_VIEWS: [&str; 5] = ["components", "present", "region", "state", "tools"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file of ours with one of these endings: its path from the root, and its text.
fn files(endings: &[&str]) -> Vec<(String, String)> {
    let mut paths = Vec::new();
    collect(&root(), &mut paths);
    let ours = paths.into_iter().filter(|path| path.extension().is_some_and(|e| endings.iter().any(|end| e == *end)));
    let mut files: Vec<_> = ours
        .map(|path| {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no file was found: the test looks in the wrong place");
    files
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
        let path = entry.path();
        let skipped = SKIPPED.iter().any(|name| entry.file_name() == *name);
        if entry.file_type().unwrap().is_dir() && !skipped {
            collect(&path, paths);
        } else if path.is_file() {
            paths.push(path);
        }
    }
}

fn check(files: &[(String, String)], rule: impl Fn(&str) -> Vec<Fault>) {
    let faults = files
        .iter()
        .flat_map(|(name, text)| rule(text).into_iter().map(move |(line, fault)| format!("{name}:{line}: {fault}")));
    let faults: Vec<_> = faults.collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn lines_with(text: &str, is_bad: impl Fn(&str) -> Option<String>) -> Vec<Fault> {
    text.lines().enumerate().filter_map(|(i, line)| is_bad(line).map(|fault| (i + 1, fault))).collect()
}

fn opening(text: &str) -> Vec<Fault> {
    let fault = "open the file with //! and say what it is and what it does not know";
    (!text.starts_with("//! ")).then(|| (1, fault.to_owned())).into_iter().collect()
}

fn length(text: &str) -> Vec<Fault> {
    let lines = text.lines().count();
    let fault = format!("{lines} lines: split the file by concept, none is over 400");
    (lines > 400).then_some((400, fault)).into_iter().collect()
}

fn machine_paths(text: &str) -> Vec<Fault> {
    let roots = ["work", "root", "tmp", "home"].map(|folder| format!("/{folder}/"));
    lines_with(text, |line| {
        let found = roots.iter().find(|root| has_path(line, root))?;
        Some(format!("a path of one machine, {found}: make it relative to the repository, or ask the system for it"))
    })
}

/// Whether the path begins there, rather than being the middle of a longer one.
fn has_path(line: &str, root: &str) -> bool {
    let before = |at: usize| line[..at].chars().next_back();
    line.match_indices(root).any(|(at, _)| !before(at).is_some_and(|c| c.is_alphanumeric() || "._-*".contains(c)))
}

fn unfinished(text: &str) -> Vec<Fault> {
    let words = ["TO DO", "FIX ME", "todo !", "unimplemented !", "dbg !"].map(|word| word.replace(' ', ""));
    lines_with(text, |line| {
        let found = words.iter().find(|word| has_word(line, word))?;
        Some(format!("{found}: finish it, or leave it out"))
    })
}

fn floats(text: &str) -> Vec<Fault> {
    lines_with(text, |line| {
        let found = ["f32", "f64"].into_iter().find(|word| has_word(line, word))?;
        Some(format!("{found}: money and shares are exact, use Decimal"))
    })
}

fn has_word(line: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word)
        .any(|(at, _)| !part(line[..at].chars().next_back()) && !part(line[at + word.len()..].chars().next()))
}

fn last_newline(text: &str) -> Vec<Fault> {
    let one = text.is_empty() || (text.ends_with('\n') && !text.ends_with("\n\n"));
    let fault = "end the file with one newline".to_owned();
    (!one).then(|| (text.lines().count(), fault)).into_iter().collect()
}

/// Paths into the views, and their name in a group of imports.
fn views(text: &str) -> Vec<Fault> {
    let is_path =
        |line: &str| (has_word(line, "views") && line.contains("views::")) || matches!(line.trim(), "views," | "views");
    let fault = "knows a view: put what it needs of it into present or tools";
    lines_with(text, |line| (is_path(line) && !line.trim().starts_with("//")).then(|| fault.to_owned()))
}

fn thread_locals(text: &str) -> Vec<Fault> {
    let fault = "lives behind the state's back: memoise it, or put it in the state";
    lines_with(text, |line| line.contains("thread_local!").then(|| fault.to_owned()))
}

/// String literals with Swedish letters; doc comments and `#[cfg(test)]` items are left out.
fn swedish(text: &str) -> Vec<Fault> {
    match text.parse() {
        Ok(tokens) => literals(tokens).iter().filter_map(swedish_literal).collect(),
        Err(error) => vec![(1, format!("is not Rust: {error}"))],
    }
}

fn swedish_literal(literal: &Literal) -> Option<Fault> {
    // a single letter is no sentence: charts know how wide it is
    let syn::Lit::Str(text) = syn::Lit::new(literal.clone()) else { return None };
    let text = text.value();
    let swedish = |c: char| "\u{e5}\u{e4}\u{f6}\u{c5}\u{c4}\u{d6}".contains(c);
    let fault = format!("{text:?} is Swedish: move it to the text or data files");
    text.contains(swedish).then(|| (literal.span().start().line, fault))
}

fn literals(tokens: TokenStream) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut of_tests = false;
    for token in tokens {
        match token {
            TokenTree::Literal(literal) => found.push(literal),
            TokenTree::Punct(end) if end.as_char() == ';' => of_tests = false,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket && opens(&group.stream(), "doc") => {}
            TokenTree::Group(group) if of_tests && group.delimiter() == Delimiter::Brace => of_tests = false,
            TokenTree::Group(group) => {
                of_tests |= group.delimiter() == Delimiter::Bracket && group.stream().to_string() == "cfg (test)";
                found.extend(literals(group.stream()));
            }
            _ => {}
        }
    }
    found
}

fn opens(tokens: &TokenStream, word: &str) -> bool {
    tokens.clone().into_iter().next().is_some_and(|first| first.to_string() == word)
}

#[test]
fn every_file_says_what_it_is() {
    check(&files(&["rs"]), opening);
}

#[test]
fn no_file_is_over_400_lines() {
    check(&files(&["rs"]), length);
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    check(&files(&["rs", "toml", "md", "html", "css", "js", "mjs", "json", "ftl", "txt", "csv"]), machine_paths);
}

#[test]
fn nothing_is_left_unfinished() {
    check(&files(&["rs", "js", "mjs", "css", "html", "toml", "ftl"]), unfinished);
}

#[test]
fn the_core_and_the_schema_know_no_floats() {
    let exact = |name: &str| name.starts_with("crates/model/src/") || name.starts_with("crates/schema/src/");
    let files: Vec<_> = files(&["rs"]).into_iter().filter(|(name, _)| exact(name)).collect();
    assert!(files.len() > 20, "the core was not found");
    check(&files, floats);
}

#[test]
fn no_swedish_stands_in_rust() {
    let allowed = |name: &str| SWEDISH_IN_RUST.iter().any(|(path, _)| name.starts_with(path));
    let is_test = |name: &str| name.starts_with("tests/") || name.contains("/tests/");
    let checked = files(&["rs"]).into_iter().filter(|(name, _)| !allowed(name) && !is_test(name));
    check(&checked.collect::<Vec<_>>(), swedish);
}

#[test]
fn nothing_below_the_views_knows_one() {
    let below = |name: &str| BELOW_VIEWS.iter().any(|part| name.starts_with(&format!("web/src/{part}/")));
    let files: Vec<_> = files(&["rs"]).into_iter().filter(|(name, _)| below(name)).collect();
    assert!(BELOW_VIEWS.iter().all(|part| files.iter().any(|(name, _)| name.contains(&format!("/{part}/")))));
    check(&files, views);
}

#[test]
fn only_handles_live_behind_the_state() {
    let files = files(&["rs"]).into_iter().filter(|(name, _)| name.starts_with("web/src/"));
    let (listed, others): (Vec<_>, Vec<_>) =
        files.partition(|(name, _)| THREAD_LOCALS.iter().any(|(listed, _)| name == listed));
    check(&others, thread_locals);
    let is_used =
        |(file, _): &&(&str, &str)| listed.iter().any(|(n, text)| n == file && !thread_locals(text).is_empty());
    assert_eq!(THREAD_LOCALS.iter().filter(is_used).count(), THREAD_LOCALS.len(), "a listed file has none any more");
}

#[test]
fn every_text_file_ends_with_one_newline() {
    check(&files(&["rs", "toml", "ftl", "md", "css", "js", "mjs", "txt"]), last_newline);
}

#[test]
fn each_rule_finds_what_it_is_for() {
    let at = |faults: Vec<Fault>| faults.into_iter().map(|(line, _)| line).collect::<Vec<_>>();
    assert_eq!(at(opening("use std;\n")), [1]);
    assert_eq!(at(length(&"\n".repeat(401))), [400]);
    assert_eq!(at(machine_paths(&format!("ok ../work/x\nlet p = \"/{}/x\";\n", "tmp"))), [2]);
    assert_eq!(at(unfinished(&format!("{}list();\n// {}: later\n", "todo_", "TO DO".replace(' ', "")))), [2]);
    assert_eq!(at(floats("let a: f64x2;\nlet b: f64;\n")), [2]);
    assert_eq!(at(last_newline("a\n\n")), [2]);
    assert_eq!(at(last_newline("a")), [1]);
    assert_eq!(at(views("use crate::{\n    views::place,\n    views,\n// views::a\nlet previews::b;")), [2, 3]);
    assert_eq!(at(thread_locals("\nthread_local! {\n")), [2]);
    let rust = "/// F\u{f6}r\nfn a() { b(\"\u{e5}r\"); c!{d(\"\\u{e5}\")} }\n#[cfg(test)]\nmod t { const A: &str = \"\u{f6}\"; }\n";
    assert_eq!(at(swedish(rust)), [2, 2]);
}
