//! Where an outcome goes, checked before anything long is begun. Knows nothing of what it says.
use crate::{
    arguments::{Format, Written},
    failure::Failure,
    rows::Rows,
};
use std::{
    fs::File,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Standard input or output, as a name.
pub const STANDARD: &str = "-";

/// What a command has to say: bytes, for standard output or a file that is to be written.
pub struct Outcome {
    bytes: Vec<u8>,
    file: Option<(PathBuf, bool)>,
}

impl Outcome {
    /// Text for standard output.
    pub fn text(text: String) -> Self {
        Self { bytes: text.into_bytes(), file: None }
    }

    /// What is said of a file that was written: on standard error where the file itself went to standard output.
    pub fn beside(path: &Path, said: String) -> Self {
        if !is_standard(path) {
            return Self::text(said);
        }
        let _ = io::stderr().write_all(said.as_bytes());
        Self::text(String::new())
    }

    /// The outcome in the format asked for, each made only when it is.
    pub fn of(
        asked: &Written,
        text: impl FnOnce() -> String,
        json: impl FnOnce() -> String,
        rows: impl FnOnce() -> Result<Rows, Failure>,
    ) -> Result<Self, Failure> {
        let bytes = match asked.format {
            Format::Text => text().into_bytes(),
            Format::Json => json().into_bytes(),
            Format::Csv => rows()?.csv()?,
            Format::Parquet => rows()?.parquet()?,
        };
        Ok(Self { bytes, file: None }.to(asked.file(), asked.force))
    }

    /// The same into a file.
    #[must_use]
    pub fn to(self, path: &Path, force: bool) -> Self {
        Self { file: Some((path.to_owned(), force)).filter(|(path, _)| !is_standard(path)), ..self }
    }

    /// Writes it. A reader of standard output that has seen enough, such as `head`, is no failure.
    pub fn write(self) -> Result<(), Failure> {
        match self.file {
            Some((path, force)) => {
                let written = create(&path, force)?.write_all(&self.bytes);
                written.map_err(|error| Failure::file(&path, error))
            }
            None => match io::stdout().write_all(&self.bytes) {
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                    Err(Failure::File { name: "standard output".to_owned(), error })
                }
                _ => Ok(()),
            },
        }
    }
}

impl Written {
    /// Where the outcome goes.
    pub fn file(&self) -> &Path {
        self.output.as_deref().unwrap_or(Path::new(STANDARD))
    }
}

/// Whether the name is that of standard input or output.
pub fn is_standard(path: &Path) -> bool {
    path == Path::new(STANDARD)
}

/// Errors: the name is a folder's or in none, or there is such a file and it is not to be written over.
pub fn check(path: &Path, force: bool) -> Result<(), Failure> {
    if is_standard(path) {
        return Ok(());
    }
    if path.is_dir() {
        return Err(Failure::file(path, io::ErrorKind::IsADirectory.into()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        folder.read_dir().map_err(|error| Failure::file(path, error))?;
    }
    if !force && path.symlink_metadata().is_ok() {
        let file = path.display();
        let what = format!("{file}: there is such a file. Give another name, or --force to write over it.");
        return Err(Failure::Arguments(what));
    }
    Ok(())
}

/// Errors: what would be written over is the file that is read.
pub fn differ(read: &Path, to: &Path) -> Result<(), Failure> {
    let [one, other] = [read, to].map(|path| path.canonicalize().ok());
    if is_standard(to) || one.is_none() || one != other {
        return Ok(());
    }
    Err(Failure::Arguments(format!("{}: this is the file that is read. Give another name to write to.", to.display())))
}

/// Both of where an outcome goes, beside the file that is read.
pub fn check_outcome(asked: &Written, read: &Path) -> Result<(), Failure> {
    differ(read, asked.file())?;
    check(asked.file(), asked.force)
}

/// A new file, or the old one emptied where that is asked for.
pub fn create(path: &Path, force: bool) -> Result<File, Failure> {
    let mut options = File::options();
    let options = options.write(true).truncate(force).create(force).create_new(!force);
    options.open(path).map_err(|error| Failure::file(path, error))
}
