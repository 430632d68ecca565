//! A region from a file and to a file, with everything that is wrong in it told. Knows the endings of names.
use crate::{
    arguments::{Input, Output},
    columns::{read_parquet, write_parquet},
    failure::Failure,
    faults, progress,
    source::Source,
    words::many,
};
use model::{age::AgeBands, case_mix::ConditionSet, id::Id, identity_number::LookAlikes, payment_model::PaymentModel};
use register::{
    aggregate::Aggregate,
    conditions::{Conditions, NoRoom},
    ingest::{Fault, Faults, GroupReader, Limits, Note, Outcome, Reader, write_aggregate_csv, write_csv},
    unmet::unmet,
};
use std::{
    fs::{self, File},
    io::{self, BufWriter, Read, Write},
    path::Path,
    rc::Rc,
};

/// How a file holds a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Persons as text with a header.
    Csv,
    /// Persons in columns.
    Parquet,
    /// Sums as text with a header.
    Sums,
}

impl Format {
    /// By the ending of the name.
    pub fn of(path: &Path) -> Result<Self, Failure> {
        let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        let formats = [(".sums.csv", Self::Sums), (".csv", Self::Csv), (".parquet", Self::Parquet)];
        let found = formats.into_iter().find(|(ending, _)| name.len() > ending.len() && name.ends_with(ending));
        let wrong = || format!("{}: the name must end in .csv, .parquet or .sums.csv.", path.display());
        found.map(|(_, format)| format).ok_or_else(|| Failure::Arguments(wrong()))
    }
}

/// The region of a file, whose conditions are those of the models or of any shipped one; the models' own come first.
/// Errors: the file cannot be read, or a row is wrong and faulty rows are not to be left out.
pub fn open(input: &Input, models: &[Rc<PaymentModel>]) -> Result<Source, Failure> {
    let path = &input.region;
    let format = Format::of(path)?;
    let asked = asked(models)?;
    let known = asked.clone().and_as_many_of(catalog::shipped().models.iter().map(|model| &**model));
    let alikes = if input.not_identity_numbers { LookAlikes::AreOthers } else { LookAlikes::Ask };
    let (source, mut said) = match format {
        Format::Csv => persons(read_csv(path, &known, alikes)?),
        Format::Parquet => persons(read_parquet(path, &known, alikes)?),
        Format::Sums => read_sums(path, &known, alikes)?,
    };
    let source = source.map(Source::sorted);
    // what no model asks for is not missed
    said.notes.retain(|note| !matches!(note, Note::Untold(id) if !asked.contains(id)));
    let is_named = said.is_named;
    let source = told((path, format), source, &said, input.skip_faulty)?;
    Ok(if is_named { source } else { as_far_as_told(source, models) })
}

/// A list of ids whose heading does not name them, without the conditions that nobody has though some model expects many.
fn as_far_as_told(source: Source, models: &[Rc<PaymentModel>]) -> Source {
    let (persons, met) = (source.persons_by_key(), source.met());
    let shipped = catalog::shipped().models;
    let all = models.iter().chain(&shipped);
    let unmet: Vec<Id> = all.flat_map(|model| unmet(model, &persons, &met)).collect();
    let told: Vec<Id> = source.conditions().iter().filter(|id| !unmet.contains(id)).cloned().collect();
    source.only(&told)
}

/// The conditions for which there is no room, with the model of each.
fn no_room(NoRoom { conditions }: &NoRoom, models: &[Rc<PaymentModel>]) -> Failure {
    let of = |model: &Rc<PaymentModel>| {
        let mix = model.case_mix()?;
        let ids: Vec<&str> = conditions.iter().filter(|id| mix.position(id).is_some()).map(|id| id.as_str()).collect();
        (!ids.is_empty()).then(|| format!("{}: there is no room for {}.", model.id, ids.join(", ")))
    };
    let limit = ConditionSet::CAPACITY;
    let advice =
        format!("The models have more than {limit} conditions together. Leave one out, or join conditions in it.");
    Failure::Content(models.iter().filter_map(of).chain([advice]).collect())
}

/// The region as the models see it: what none of them pays for tells nobody apart. Tables alone see every condition.
pub fn open_for(input: &Input, models: &[Rc<PaymentModel>]) -> Result<Source, Failure> {
    let (source, asked) = (open(input, models)?, asked(models)?);
    Ok(if asked.is_empty() { source } else { source.only(&asked) })
}

/// Every condition that the models pay for.
fn asked(models: &[Rc<PaymentModel>]) -> Result<Conditions, Failure> {
    Conditions::of_models(models.iter().map(|model| &**model)).map_err(|none| no_room(&none, models))
}

/// What is to be said of a file.
struct Said {
    is_named: bool,
    faults: Faults,
    left_out: u64,
    notes: Vec<Note>,
}

fn persons(outcome: Outcome) -> (Option<Source>, Said) {
    let Outcome { register, is_named, faults, left_out, notes, .. } = outcome;
    (register.map(Source::Persons), Said { is_named, faults, left_out, notes })
}

fn read_csv(path: &Path, known: &Conditions, alikes: LookAlikes) -> Result<Outcome, Failure> {
    let size = size(path)?;
    let mut reader = Reader::new(known, Limits::default()).of_size(size).with_alikes(alikes);
    chunks(path, size, |chunk| reader.push(chunk))?;
    Ok(reader.finish())
}

fn read_sums(path: &Path, known: &Conditions, alikes: LookAlikes) -> Result<(Option<Source>, Said), Failure> {
    let mut reader = GroupReader::new(known, Limits::default()).with_alikes(alikes);
    chunks(path, size(path)?, |chunk| reader.push(chunk))?;
    let outcome = reader.finish();
    let said =
        Said { is_named: outcome.is_named, faults: outcome.faults, left_out: outcome.left_out, notes: outcome.notes };
    Ok((outcome.aggregate.map(Source::Sums), said))
}

fn size(path: &Path) -> Result<u64, Failure> {
    Ok(fs::metadata(path).map_err(|error| Failure::file(path, error))?.len())
}

fn chunks(path: &Path, size: u64, mut take: impl FnMut(&[u8])) -> Result<(), Failure> {
    let fail = |error| Failure::file(path, error);
    let mut file = File::open(path).map_err(fail)?;
    let bar = progress::bar(size, "Reading");
    let mut chunk = vec![0; 1 << 20];
    loop {
        match file.read(&mut chunk) {
            Ok(0) => break,
            Ok(bytes) => {
                take(chunk.get(..bytes).unwrap_or_default());
                bar.inc(bytes as u64);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(fail(error)),
        }
    }
    bar.finish_and_clear();
    Ok(())
}

/// The region, unless something is wrong; what else there is to know goes to standard error.
fn told((path, format): (&Path, Format), source: Option<Source>, said: &Said, skip: bool) -> Result<Source, Failure> {
    let file = path.display();
    let more = said.faults.total() - said.faults.stored.len() as u64;
    let more = (more > 0).then(|| format!("{file}: {}.", many(more, "fault more", "faults more")));
    let faults = said.faults.stored.iter().map(|fault| line(path, format, fault));
    let lines: Vec<String> = faults.chain(more).collect();
    let notes = said.notes.iter().map(|note| format!("{file}: {}", faults::note(note)));
    let skipped =
        (said.left_out > 0).then(|| format!("{file}: {} left out.", many(said.left_out, "row is", "rows are")));
    match source {
        Some(source) if lines.is_empty() || skip => {
            let all: Vec<String> = notes.chain(lines).chain(skipped).collect();
            if all.is_empty() || writeln!(io::stderr(), "{}", all.join("\n")).is_ok() {
                return Ok(source);
            }
            Err(Failure::File { name: "standard error".to_owned(), error: io::ErrorKind::BrokenPipe.into() })
        }
        Some(_) => {
            let advice = format!("{file}: nothing was worked out. Correct the rows, or give --skip-faulty.");
            Err(Failure::Content(lines.into_iter().chain([advice]).collect()))
        }
        None => Err(Failure::Content(lines)),
    }
}

/// The header of a CSV file is row 1; a Parquet file's first row is.
fn line(path: &Path, format: Format, fault: &Fault) -> String {
    let row = if format == Format::Parquet { fault.row.saturating_sub(1) } else { fault.row };
    let row = if row == 0 { ", header".to_owned() } else { format!(", row {row}") };
    let column = if fault.column == 0 { String::new() } else { format!(", column {}", fault.column) };
    format!("{}{row}{column}: {}", path.display(), faults::fault(fault))
}

/// Errors: the name's ending is of no format, it is a folder's or in none, or there is such a file and it is not to be
/// written over. Told before anything long is begun.
pub fn check(output: &Output) -> Result<(), Failure> {
    let path = &output.output;
    Format::of(path)?;
    if path.is_dir() {
        return Err(Failure::file(path, io::ErrorKind::IsADirectory.into()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        fs::read_dir(folder).map_err(|error| Failure::file(path, error))?;
    }
    if !output.force && path.symlink_metadata().is_ok() {
        let file = path.display();
        let what = format!("{file}: there is such a file. Give another name, or --force to write over it.");
        return Err(Failure::Arguments(what));
    }
    Ok(())
}

/// Errors: what would be written over is the file that is read.
pub fn differ(input: &Input, output: &Output) -> Result<(), Failure> {
    let [from, to] = [&input.region, &output.output].map(|path| path.canonicalize().ok());
    if from.is_none() || from != to {
        return Ok(());
    }
    let file = output.output.display();
    Err(Failure::Arguments(format!("{file}: this is the file that is read. Give another name to write to.")))
}

/// A new file, or the old one emptied where that is asked for.
fn create(output: &Output) -> Result<File, Failure> {
    let mut options = File::options();
    let options = options.write(true).truncate(output.force).create(output.force).create_new(!output.force);
    options.open(&output.output).map_err(|error| Failure::file(&output.output, error))
}

/// Writes the region, in the format of the name's ending; sums of persons by these bands.
pub fn save(source: &Source, to: &Output, bands: &AgeBands) -> Result<(), Failure> {
    let path = &to.output;
    match (Format::of(path)?, source) {
        (Format::Csv, Source::Persons(register)) => text(to, |give| write_csv(register, give)),
        (Format::Parquet, Source::Persons(register)) => write_parquet(register, create(to)?, path),
        (Format::Sums, Source::Persons(register)) => {
            let sums = Aggregate::of(register, bands);
            text(to, |give| write_aggregate_csv(&sums, give))
        }
        (Format::Sums, Source::Sums(sums)) => text(to, |give| write_aggregate_csv(sums, give)),
        (Format::Csv | Format::Parquet, Source::Sums(_)) => {
            let why = format!("{}: sums cannot become persons. Give a name that ends in .sums.csv.", path.display());
            Err(Failure::Arguments(why))
        }
    }
}

fn text(to: &Output, write: impl FnOnce(&mut dyn FnMut(&[u8]))) -> Result<(), Failure> {
    let fail = |error| Failure::file(&to.output, error);
    let mut file = BufWriter::new(create(to)?);
    let mut result = Ok(());
    write(&mut |chunk| {
        if result.is_ok() {
            result = file.write_all(chunk);
        }
    });
    result.and_then(|()| file.flush()).map_err(fail)
}
