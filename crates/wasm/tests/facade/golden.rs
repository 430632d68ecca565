//! Every case's answer is the file's text, byte for byte; the browser tests compare with the same files.
//!
//! After a wanted change: `UPDATE_GOLDEN=1 cargo test -p viktat-wasm --test facade golden`, then read the difference.
use super::{call::call, shared::requests::cases};
use std::{env, fs, path::Path};

#[test]
fn the_answers_are_those_of_the_files() {
    for case in cases() {
        let (Ok(answer) | Err(answer)) = call(case.function, &case.request);
        if env::var_os("UPDATE_GOLDEN").is_some() {
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{}.json", case.name));
            fs::write(file, answer.to_string()).unwrap();
        } else {
            assert_eq!(answer.to_string(), case.golden, "{}", case.name);
        }
    }
}
