//! Files on disk as `Files`.
use schema::Files;
use std::{fs, path::Path};

/// The files of `tests/good`.
pub fn good() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good");
    ["", "models", "populations", "regions"].iter().flat_map(|folder| files_in(&root, folder)).collect()
}

fn files_in(root: &Path, folder: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(root.join(folder)).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let named = |name: std::ffi::OsString| format!("{prefix}{}", name.to_str().unwrap());
    files.map(|entry| (named(entry.file_name()), fs::read_to_string(entry.path()).unwrap())).collect()
}
