//! Reads the data files through `schema` and writes what they hold as bytes, so that the page parses no TOML. A file with
//! a problem fails the build, which then prints every problem of every file.
use model::shared_citation::sharing;
use schema::{Files, Library};
use serde::{Serialize, de::DeserializeOwned};
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
        Ok(library) => write(&library),
        Err(problems) => {
            for problem in problems {
                writeln!(io::stdout(), "cargo::error=data/{problem}")?;
            }
            Ok(())
        }
    }
}

/// Each part in a file of its own: what never asks for one need not carry it.
fn write(library: &Library) -> Result<(), Box<dyn Error>> {
    part("catalogue", &library.catalogue)?;
    part("staffing", &library.staffing)?;
    part("results", &library.results)?;
    part("regions", &library.regions)?;
    part("synthetic", &library.synthetic)
}

/// Writes a part and reads it back. Errors: those of the file, and a part that is not read as it was.
fn part<T: Serialize + DeserializeOwned + PartialEq>(name: &str, part: &T) -> Result<(), Box<dyn Error>> {
    let bytes = sharing(|| postcard::to_allocvec(part))?;
    if sharing(|| postcard::from_bytes::<T>(&bytes))? != *part {
        return Err(format!("{name} is not read as it was written").into());
    }
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join(name), bytes)?)
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
