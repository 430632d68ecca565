//! A region from a file and to a file, with everything that is wrong in it told. Knows the endings of names.
use crate::{
    arguments::{Holding, Input, Output},
    columns::{read_parquet, write_parquet},
    failure::Failure,
    faults, progress,
    source::Source,
    words::many,
    written::{self, is_standard},
};
use exchange::sheet_lines::{read_sheets, sheet_lines};
use model::{age::AgeBands, case_mix::ConditionSet, id::Id, identity_number::LookAlikes, payment_model::PaymentModel};
use register::{
    aggregate::Aggregate,
    conditions::{Conditions, NoRoom},
    frame::starts,
    ingest::{
        Choices, FaultGroup, Faults, FaultyRows, GroupReader, Limits, Note, Outcome, Reader, write_aggregate_csv,
        write_csv,
    },
    unmet::unmet,
};
use std::{
    fs::{self, File},
    io::{self, BufWriter, Read, Write},
    path::Path,
    rc::Rc,
};

/// What the file holds: as it is said, else by the ending of its name. Errors: neither tells; `option` is what says it.
fn holding(path: &Path, said: Option<Holding>, option: &str) -> Result<Holding, Failure> {
    let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let endings = [
        (".sums.csv", Holding::Sums),
        (".csv", Holding::Csv),
        (".parquet", Holding::Parquet),
        (".xlsx", Holding::Xlsx),
    ];
    let found = endings.into_iter().find(|(ending, _)| name.len() > ending.len() && name.ends_with(ending));
    said.or(found.map(|(_, holding)| holding)).ok_or_else(|| {
        Failure::Arguments(if is_standard(path) {
            format!("-: say with {option} csv, {option} parquet or {option} sums what it holds.")
        } else {
            format!(
                "{}: the name must end in .csv, .parquet or .sums.csv, or {option} say which it is.",
                path.display()
            )
        })
    })
}

/// The region of a file, whose conditions are those of the models or of any shipped one; the models' own come first.
/// Errors: the file cannot be read, or a row is wrong and faulty rows are not to be left out.
pub fn open(input: &Input, models: &[Rc<PaymentModel>]) -> Result<Source, Failure> {
    let path = &input.region;
    let holds = holding(path, input.from, "--from")?;
    let asked = asked(models)?;
    let known = asked.clone().and_as_many_of(catalog::shipped().models.iter().map(|model| &**model));
    let choices = choices(input);
    // with no models ages are passed on, and every age is one of its own
    let alike_from = starts(&models.iter().map(|model| &**model).collect::<Vec<_>>()).last().copied();
    let reader = || {
        let reader = Reader::new(&known, Limits::default()).with(choices.clone());
        reader.alike_from(alike_from.filter(|_| !models.is_empty()))
    };
    let (source, mut said) = match holds {
        Holding::Csv => persons(read_csv(path, reader())?),
        Holding::Parquet => persons(read_parquet(path, reader())?),
        Holding::Xlsx => persons(read_workbook(path, reader)?),
        Holding::Sums => read_sums(path, &known, &choices)?,
    };
    let source = source.map(Source::sorted);
    // what no model asks for is not missed
    said.notes.retain(|note| !matches!(note, Note::Untold(id) if !asked.contains(id)));
    let is_named = said.is_named;
    let source = told((path, holds), source, &said)?;
    Ok(if is_named { source } else { as_far_as_told(source, models) })
}

/// What is said of the file.
fn choices(input: &Input) -> Choices {
    let look_alikes = if input.not_identity_numbers { LookAlikes::AreOthers } else { LookAlikes::Ask };
    let faulty = match (input.skip_faulty, input.refuse_faulty) {
        (true, _) => FaultyRows::LeaveOut,
        (_, true) => FaultyRows::Refuse,
        _ => FaultyRows::AtMostFew,
    };
    Choices { look_alikes, faulty, period: input.period.clone() }
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

fn read_csv(path: &Path, mut reader: Reader) -> Result<Outcome, Failure> {
    let size = size(path)?;
    if let Some(size) = size {
        reader = reader.of_size(size);
    }
    chunks(path, size, |chunk| reader.push(chunk))?;
    Ok(reader.finish())
}

fn read_workbook(path: &Path, reader: impl Fn() -> Reader) -> Result<Outcome, Failure> {
    let mut bytes = Vec::new();
    chunks(path, size(path)?, |chunk| bytes.extend_from_slice(chunk))?;
    let sheets = sheet_lines(&bytes).map_err(|error| Failure::content(faults::not_opened(path, &error)))?;
    Ok(read_sheets(sheets, reader))
}

fn read_sums(path: &Path, known: &Conditions, choices: &Choices) -> Result<(Option<Source>, Said), Failure> {
    let mut reader = GroupReader::new(known, Limits::default()).with(choices);
    chunks(path, size(path)?, |chunk| reader.push(chunk))?;
    let outcome = reader.finish();
    let said =
        Said { is_named: outcome.is_named, faults: outcome.faults, left_out: outcome.left_out, notes: outcome.notes };
    Ok((outcome.aggregate.map(Source::Sums), said))
}

/// How many bytes it has; not known of standard input.
fn size(path: &Path) -> Result<Option<u64>, Failure> {
    let of = || fs::metadata(path).map_err(|error| Failure::file(path, error));
    if is_standard(path) { Ok(None) } else { Ok(Some(of()?.len())) }
}

fn chunks(path: &Path, size: Option<u64>, mut take: impl FnMut(&[u8])) -> Result<(), Failure> {
    let fail = |error| Failure::file(path, error);
    let mut file: Box<dyn Read> =
        if is_standard(path) { Box::new(io::stdin().lock()) } else { Box::new(File::open(path).map_err(fail)?) };
    let bar = progress::bar(size.unwrap_or(0), "Reading");
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

/// The region, unless nothing may be used of the file; what else there is to know goes to standard error.
fn told((path, holds): (&Path, Holding), source: Option<Source>, said: &Said) -> Result<Source, Failure> {
    let file = path.display();
    let faults = said.faults.groups.iter().map(|group| line(path, holds, group));
    let Some(source) = source else { return Err(Failure::Content(faults.collect())) };
    let notes = said.notes.iter().map(|note| format!("{file}: {}", faults::note(note)));
    let skipped =
        (said.left_out > 0).then(|| format!("{file}: {} left out.", many(said.left_out, "row is", "rows are")));
    let all: Vec<String> = notes.chain(faults).chain(skipped).collect();
    if all.is_empty() || writeln!(io::stderr(), "{}", all.join("\n")).is_ok() {
        return Ok(source);
    }
    Err(Failure::File { name: "standard error".to_owned(), error: io::ErrorKind::BrokenPipe.into() })
}

/// The header of a CSV file is row 1; a Parquet file's first row is.
fn line(path: &Path, holds: Holding, group: &FaultGroup) -> String {
    let of = |row: u64| if holds == Holding::Parquet { row.saturating_sub(1) } else { row };
    let mut places = group.examples.iter().map(|fault| (of(fault.row), fault.column));
    let (row, column) = places.next().unwrap_or_default();
    let place = match (row, column) {
        (0, 0) if group.kind.is_question() => String::new(),
        (0, 0) => ", header".to_owned(),
        (0, column) => format!(", header, column {column}"),
        (row, 0) => format!(", row {row}"),
        (row, column) => format!(", row {row}, column {column}"),
    };
    let more = match group.count {
        0 | 1 => String::new(),
        count => {
            let others: Vec<String> = places.take(SOME).map(|(row, _)| row.to_string()).collect();
            let last = if count > others.len() as u64 + 1 { ", \u{2026}" } else { "" };
            format!(" and {} more ({}{last})", count - 1, others.join(", "))
        }
    };
    format!("{}{place}{more}: {}", path.display(), faults::fault(group))
}

/// So many further rows of a fault are told.
const SOME: usize = 4;

/// Errors: neither the name nor --format says what is to be written, or it cannot be written there. Told before anything
/// long is begun.
pub fn check(output: &Output) -> Result<(), Failure> {
    if holding(&output.output, output.format, "--format")? == Holding::Xlsx {
        return Err(Failure::Arguments(NOT_XLSX.to_owned()));
    }
    written::check(&output.output, output.force)
}

/// Writes the region, as is asked for or the name's ending says; sums of persons by these bands.
pub fn save(source: &Source, to: &Output, bands: &AgeBands) -> Result<(), Failure> {
    let path = &to.output;
    let file = || -> Result<Box<dyn Write + Send>, Failure> {
        if is_standard(path) { Ok(Box::new(io::stdout())) } else { Ok(Box::new(written::create(path, to.force)?)) }
    };
    match (holding(path, to.format, "--format")?, source) {
        (Holding::Csv, Source::Persons(register)) => text(file()?, path, |give| write_csv(register, give)),
        (Holding::Parquet, Source::Persons(register)) => write_parquet(register, file()?, path),
        (Holding::Sums, Source::Persons(register)) => {
            let sums = Aggregate::of(register, bands);
            text(file()?, path, |give| write_aggregate_csv(&sums, give))
        }
        (Holding::Sums, Source::Sums(sums)) => text(file()?, path, |give| write_aggregate_csv(sums, give)),
        (Holding::Xlsx, _) => Err(Failure::Arguments(NOT_XLSX.to_owned())),
        (Holding::Csv | Holding::Parquet, Source::Sums(_)) => {
            let why = format!("{}: sums cannot become persons. Give a name that ends in .sums.csv.", path.display());
            Err(Failure::Arguments(why))
        }
    }
}

const NOT_XLSX: &str = "A region is not written as a workbook. Give a name that ends in .csv, .parquet or .sums.csv.";

fn text(to: impl Write, path: &Path, write: impl FnOnce(&mut dyn FnMut(&[u8]))) -> Result<(), Failure> {
    let mut to = BufWriter::new(to);
    let mut result = Ok(());
    write(&mut |chunk| {
        if result.is_ok() {
            result = to.write_all(chunk);
        }
    });
    match result.and_then(|()| to.flush()) {
        // a reader of standard output that has seen enough is no failure
        Err(error) if is_standard(path) && error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| Failure::file(path, error)),
    }
}
