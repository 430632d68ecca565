//! Every way out of the page, as a table: a browser's way out stands in one room that takes only what the guard has made,
//! and who says that something has nobody's counts in it is named here. A new way out fails until it is written here.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// What would take something out of the page, or show it to others, and the only files that may write it.
const WAYS: &[(&str, &[&str])] = &[
    // files and pictures
    ("create_object_url", &["web/src/leave/mod.rs"]),
    ("set_download", &["web/src/leave/mod.rs"]),
    ("download=", &[]),
    ("to_blob", &["web/src/leave/picture.rs"]),
    ("to_data_url", &[]),
    ("show_save_file_picker", &[]),
    // clipboard and paper
    ("writeText", &["web/src/leave/mod.rs"]),
    ("ClipboardItem", &[]),
    ("set_data(", &[]),
    ("exec_command", &[]),
    (".print()", &["web/src/leave/mod.rs"]),
    ("\"handout\")", &["web/src/leave/mod.rs"]),
    // the network and other windows: the page's policy forbids them as well
    // what is asked for models while the page is served from its makers' machine; users get nothing of it
    ("fetch_with", &["web/src/saved_models.rs"]),
    ("XmlHttpRequest", &[]),
    ("WebSocket", &[]),
    ("send_beacon", &[]),
    ("navigator().share", &[]),
    ("open_with_url", &[]),
    ("BroadcastChannel", &[]),
    // the address: an opened link is taken out of it
    // and a tab or a view is gone to by its own
    ("set_hash", &["web/src/dom.rs"]),
    // a dialog that is open is a step back; nothing is written in the address
    ("push_state", &["web/src/dialogs.rs"]),
    ("replace_state", &["web/src/tools/opening.rs"]),
    // this computer's memory, off until it is asked for; it leaves nothing
    ("set_item", &["web/src/tools/memory.rs"]),
    ("set_cookie", &[]),
    // the worker of the page itself
    ("post_message", &["web/src/tools/work.rs"]),
    // what others see in a presentation: both components ask the guard, and the slider writes nothing there
    ("data-value", &["web/src/components/lazy_value.rs", "web/src/components/value.rs"]),
    ("data-why-value", &["web/src/views/explanation/terms.rs"]),
    // what the guard makes, and what it is made of
    ("Sealed for", &["web/src/tools/guard.rs"]),
    ("Leaving<T>(", &["web/src/tools/guard.rs"]),
    // the sayings that nobody's counts are in it: an address, headings of an empty list, changes of a model, shipped persons
    (
        "Leaving::of_nobody",
        &[
            "web/src/components/figure.rs",
            "web/src/tools/take_away.rs",
            "web/src/views/handout.rs",
            "web/src/tools/templates.rs",
        ],
    ),
    // the gallery is no part of what users get
    (
        "figure_of_nobody(",
        &[
            "web/src/components/figure.rs",
            "web/src/gallery.rs",
            "web/src/views/brief_chart.rs",
            "web/src/views/model/compare.rs",
            "web/src/views/model/share_answer.rs",
            // the guideline's two numbers, where no list is known
            "web/src/views/staffing/now.rs",
        ],
    ),
];

/// Files that must ask the guard before they show a figure to others, and how.
const ASKS: &[(&str, &str)] = &[
    ("web/src/components/value.rs", "lazy::told"),
    ("web/src/components/lazy_value.rs", "lazy::may_explain_region"),
    // a region leaves with small counts told as others, and with no more digits than are shown
    ("web/src/tools/guard.rs", "facts.told >="),
    ("web/src/region/export_worker.rs", "region_json::published"),
    ("web/src/components/live_figure.rs", "table.rounded()"),
    ("web/src/lazy.rs", "(views.told)(ctx, node)"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every Rust file of the page by its path, without comments.
fn page() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root().join("web/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, code(&fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(files.len() > 100, "the page was not found");
    files
}

fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Where a way out stands, and must not.
fn strays(page: &BTreeMap<String, String>) -> Vec<String> {
    let stray = |(way, allowed): &(&str, &[&str])| {
        let found = page.iter().filter(|(name, text)| text.contains(way) && !allowed.contains(&name.as_str()));
        found.map(|(name, _)| format!("{name}: {way}")).collect::<Vec<_>>()
    };
    WAYS.iter().flat_map(stray).collect()
}

#[test]
fn nothing_leaves_the_page_but_by_the_guard() {
    let found = strays(&page());
    let remedy = "save, copy, print and show through web/src/leave and the guard, or name the way here with its reason";
    assert!(found.is_empty(), "{remedy}:\n{}", found.join("\n"));
}

#[test]
fn every_way_out_that_is_named_is_there() {
    let page = page();
    for (way, files) in WAYS {
        for file in *files {
            let text = page.get(*file).unwrap_or_else(|| panic!("{file} is gone: take it out of the table"));
            assert!(text.contains(way), "{file} has no {way} any more: take it out of the table");
        }
    }
}

#[test]
fn what_others_see_asks_the_guard() {
    let page = page();
    for (file, asks) in ASKS {
        assert!(page.get(*file).is_some_and(|text| text.contains(asks)), "{file} no longer asks {asks}");
    }
}

#[test]
fn a_way_out_without_the_guard_is_found() {
    let mut page = page();
    page.insert("web/src/views/new.rs".to_owned(), "let _ = Url::create_object_url_with_blob(&blob);".to_owned());
    page.insert("web/src/views/newer.rs".to_owned(), "html! { <td data-value={count}></td> }".to_owned());
    let found = strays(&page);
    assert_eq!(found, ["web/src/views/new.rs: create_object_url", "web/src/views/newer.rs: data-value"]);
}
