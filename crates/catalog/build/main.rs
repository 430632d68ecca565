//! Reads the data files through `schema` and writes them as Rust, so that the page parses no TOML. A file with a
//! problem fails the build, which then prints every problem of every file.
mod cite;
mod emit;
mod mix;
mod region;

use schema::Files;
use std::{
    env,
    error::Error,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("data");
    writeln!(io::stdout(), "cargo::rerun-if-changed={}", data.display())?;
    let names = toml_files(&data, "")?;
    let files = names.iter().map(|name| Ok((name.clone(), fs::read_to_string(data.join(name))?)));
    match schema::read(&files.collect::<io::Result<Files>>()?) {
        Ok(library) => {
            fs::write(Path::new(&env::var("OUT_DIR")?).join("data.rs"), emit::library(&library).to_string())?
        }
        Err(problems) => {
            for problem in problems {
                writeln!(io::stdout(), "cargo::error=data/{problem}")?;
            }
        }
    }
    Ok(())
}

/// Names of the TOML files below a folder, with `/` between folders.
fn toml_files(root: &Path, folder: &str) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let name = format!("{folder}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            names.extend(toml_files(root, &format!("{name}/"))?);
        } else if name.ends_with(".toml") {
            names.push(name);
        }
    }
    Ok(names)
}
