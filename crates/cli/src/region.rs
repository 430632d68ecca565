//! A region from a file, with everything that is wrong in it told. Knows the endings of names.
use crate::{
    arguments::Input,
    columns::{read_parquet, write_parquet},
    failure::Failure,
    faults, progress,
};
use catalog::Catalogue;
use model::{id::Id, payment_model::PaymentModel};
use register::{
    frame::{Frame, Lacking},
    ingest::{Limits, Note, Outcome, Reader, write_csv},
    register::Register,
    summary::Summary,
};
use std::{
    fs::{self, File},
    io::{self, BufWriter, Read, Write},
    path::{Path, PathBuf},
    rc::Rc,
};

/// How a file holds persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with a header.
    Csv,
    /// Columns.
    Parquet,
}

impl Format {
    /// By the ending of the name.
    pub fn of(path: &Path) -> Result<Self, Failure> {
        let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
        match ending.as_deref().and_then(|ending| ending.to_str()) {
            Some("csv" | "txt") => Ok(Self::Csv),
            Some("parquet") => Ok(Self::Parquet),
            _ => Err(Failure::Arguments(format!("{}: the name must end in .csv or .parquet.", path.display()))),
        }
    }
}

/// The persons of a file, whose conditions are those of the models or of any shipped one; the models' own come first.
/// Errors: the file cannot be read, or a row is wrong and faulty
/// rows are not to be left out.
pub fn open(input: &Input, models: &[Rc<PaymentModel>]) -> Result<Register, Failure> {
    let path = &input.region;
    let format = Format::of(path)?;
    let asked = conditions(models);
    let known = conditions(models.iter().chain(&Catalogue::shipped().models));
    let mut outcome = match format {
        Format::Csv => read_csv(path, &known)?,
        Format::Parquet => read_parquet(path, &known)?,
    };
    // what no model asks for is not missed
    outcome.notes.retain(|note| !matches!(note, Note::Untold(id) if !asked.contains(id)));
    told(path, format, outcome, input.skip_faulty)
}

/// Every condition that the models pay for, each once.
fn conditions<'a>(models: impl IntoIterator<Item = &'a Rc<PaymentModel>>) -> Vec<Id> {
    let mixes = models.into_iter().filter_map(|model| model.case_mix());
    let ids = mixes.flat_map(|mix| mix.conditions.iter().map(|condition| condition.id.clone()));
    ids.fold(Vec::new(), |mut all, id| {
        if !all.contains(&id) {
            all.push(id);
        }
        all
    })
}

/// The region under the models, in their order.
pub fn summary(register: &Register, models: &[Rc<PaymentModel>]) -> Result<Summary, Failure> {
    let models: Vec<&PaymentModel> = models.iter().map(|model| &**model).collect();
    let line = |lacking: &Lacking| {
        let ids: Vec<&str> = lacking.conditions.iter().map(Id::as_str).collect();
        let model = models.get(lacking.model).map_or("", |model| model.id.as_str());
        format!(
            "{model}: the region does not tell of {}. Add them to the list, or leave the model out.",
            ids.join(", ")
        )
    };
    let frame = Frame::new(&models, register.conditions());
    let frame = frame.map_err(|lacking| Failure::Content(lacking.iter().map(line).collect()))?;
    let mut summary = Summary::of_persons(register, frame);
    summary.sort(register).map_err(|_| Failure::content("The single costs are not those of the groups."))?;
    Ok(summary)
}

fn read_csv(path: &Path, known: &[Id]) -> Result<Outcome, Failure> {
    let fail = |error| Failure::File { path: path.to_owned(), error };
    let size = fs::metadata(path).map_err(fail)?.len();
    let mut file = File::open(path).map_err(fail)?;
    let mut reader = Reader::new(known, Limits::default()).of_size(size);
    let bar = progress::bar(size, "Reading");
    let mut chunk = vec![0; 1 << 20];
    loop {
        let bytes = match file.read(&mut chunk) {
            Ok(0) => break,
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(fail(error)),
        };
        reader.push(chunk.get(..bytes).unwrap_or_default());
        bar.inc(bytes as u64);
    }
    bar.finish_and_clear();
    Ok(reader.finish())
}

/// The register, unless something is wrong; what else there is to know goes to standard error.
fn told(path: &Path, format: Format, outcome: Outcome, skip: bool) -> Result<Register, Failure> {
    let notes = outcome.notes.iter().map(|note| format!("{}: {}", path.display(), faults::note(note)));
    let lines: Vec<String> = outcome.faults.stored.iter().map(|fault| place(path, format, fault)).collect();
    let more = outcome.faults.total() - outcome.faults.stored.len() as u64;
    let more = (more > 0).then(|| format!("{}: {more} faults more.", path.display()));
    let lines: Vec<String> = lines.into_iter().chain(more).collect();
    let skipped =
        (outcome.left_out > 0).then(|| format!("{}: {} rows are left out.", path.display(), outcome.left_out));
    match outcome.register {
        Some(register) if lines.is_empty() || skip => {
            let said: Vec<String> = notes.chain(lines).chain(skipped).collect();
            if said.is_empty() || writeln!(io::stderr(), "{}", said.join("\n")).is_ok() {
                return Ok(register);
            }
            Err(Failure::File { path: PathBuf::from("standard error"), error: io::ErrorKind::BrokenPipe.into() })
        }
        Some(_) => {
            let advice =
                format!("{}: nothing was worked out. Correct the rows, or give --skip-faulty.", path.display());
            Err(Failure::Content(lines.into_iter().chain([advice]).collect()))
        }
        None => Err(Failure::Content(lines)),
    }
}

/// The header of a CSV file is row 1; a Parquet file's first row is.
fn place(path: &Path, format: Format, fault: &register::ingest::Fault) -> String {
    let row = if format == Format::Csv { fault.row } else { fault.row.saturating_sub(1) };
    let row = if row == 0 { ", header".to_owned() } else { format!(", row {row}") };
    let column = if fault.column == 0 { String::new() } else { format!(", column {}", fault.column) };
    format!("{}{row}{column}: {}", path.display(), faults::fault(fault))
}

/// Writes the persons, in the format of the name's ending.
pub fn save(register: &Register, path: &Path) -> Result<(), Failure> {
    let fail = |error| Failure::File { path: path.to_owned(), error };
    match Format::of(path)? {
        Format::Csv => {
            let mut file = BufWriter::new(File::create(path).map_err(fail)?);
            let mut result = Ok(());
            write_csv(register, |chunk| {
                if result.is_ok() {
                    result = file.write_all(chunk);
                }
            });
            result.and_then(|()| file.flush()).map_err(fail)
        }
        Format::Parquet => write_parquet(register, path),
    }
}
