//! Takes the shipped data files into the program as texts, so that a model file of the user's can name their sources,
//! populations and tables. Knows nothing of what they hold.
use std::{
    env,
    error::Error,
    fs, io,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../catalog/data").canonicalize()?;
    let mut rows = Vec::new();
    collect(&data, "", &mut rows)?;
    rows.sort();
    let text = ["&[\n", &rows.concat(), "]\n"].concat();
    fs::write(Path::new(&env::var("OUT_DIR")?).join("files.rs"), text)?;
    io::Write::write_all(&mut io::stdout(), format!("cargo::rerun-if-changed={}\n", data.display()).as_bytes())?;
    Ok(())
}

fn collect(root: &Path, folder: &str, rows: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let name = format!("{folder}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(root, &format!("{name}/"), rows)?;
        } else if name.ends_with(".toml") {
            rows.push(format!("    ({name:?}, include_str!({:?})),\n", entry.path()));
        }
    }
    Ok(())
}
