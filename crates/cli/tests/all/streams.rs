//! Standard input and output, tables for programs, and the shipped models as files: the same figures by every way.
use crate::run::Folder;
use bytes::Bytes;
use parquet::{
    file::reader::{FileReader, SerializedFileReader},
    record::Field,
};
use rust_decimal::{Decimal, RoundingStrategy};

fn csv(text: &str) -> Vec<Vec<String>> {
    let rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).into_records();
    rows.map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The cells of a Parquet table as text; what is null is empty.
fn parquet(bytes: Vec<u8>) -> Vec<Vec<String>> {
    let file = SerializedFileReader::new(Bytes::from(bytes)).unwrap();
    let names = file.metadata().file_metadata().schema().get_fields().iter().map(|field| field.name().to_owned());
    let cell = |field: &Field| match field {
        Field::Null => String::new(),
        Field::Double(number) => number.to_string(),
        Field::Str(text) => text.clone(),
        Field::Decimal(_) => field.to_string().parse::<Decimal>().unwrap().normalize().to_string(),
        other => other.to_string(),
    };
    let rows = file.get_row_iter(None).unwrap();
    let rows = rows.map(|row| row.unwrap().get_column_iter().map(|(_, field)| cell(field)).collect());
    std::iter::once(names.collect()).chain(rows).collect()
}

#[test]
fn a_region_is_read_from_standard_input_as_from_its_file() {
    let folder = Folder::with_region();
    for (holding, file) in [("csv", "region.csv"), ("parquet", "region.parquet"), ("sums", "region.sums.csv")] {
        if holding != "csv" {
            folder.done(&format!("convert region.csv {file}"));
        }
        let from_file = folder.done(&format!("simulate {file} --format json"));
        let piped = folder.piped(&format!("simulate - --from {holding} --format json"), &folder.read(file));
        assert_eq!(String::from_utf8(piped.0).unwrap(), from_file, "{holding}");
    }
    let (_, error) = folder.failed("simulate -", 2);
    assert!(error.contains("--from csv"), "{error}");
    let (_, error) = folder.failed("synth - --practices 1 --listed 5", 2);
    assert!(error.contains("--format csv"), "{error}");
}

#[test]
fn a_region_is_written_to_standard_output_as_to_its_file() {
    let folder = Folder::with_region();
    for (format, file) in [("csv", "copy.csv"), ("parquet", "copy.parquet"), ("sums", "copy.sums.csv")] {
        folder.done(&format!("convert region.csv {file}"));
        let (out, said) =
            folder.piped(&format!("convert - - --from csv --format {format}"), &folder.read("region.csv"));
        assert_eq!(out, folder.read(file), "{format}");
        // what is said of it does not stand in it
        assert!(said.contains("written, with 6 practices"), "{said}");
    }
}

#[test]
fn every_format_has_the_same_figures() {
    let folder = Folder::with_region();
    for asked in ["simulate region.csv", "compare region.csv", "evaluate region.csv", "fit region.csv", "models list"] {
        let text = folder.done(&format!("{asked} --format csv"));
        let rows = csv(&text);
        let width = rows[0].len();
        assert!(rows.len() > 1 && rows.iter().all(|row| row.len() == width), "{asked}\n{text}");
        folder.done(&format!("{asked} --format csv -o told.csv --force"));
        assert_eq!(String::from_utf8(folder.read("told.csv")).unwrap(), text, "{asked}");
        folder.done(&format!("{asked} --format parquet --output told.parquet --force"));
        let rounded = |cell: &String| match cell.parse::<Decimal>() {
            Ok(number) if cell.contains('.') => {
                number.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero).normalize().to_string()
            }
            _ => cell.clone(),
        };
        let rounded =
            |rows: &[Vec<String>]| rows.iter().map(|row| row.iter().map(rounded).collect()).collect::<Vec<Vec<_>>>();
        assert_eq!(rounded(&parquet(folder.read("told.parquet"))), rounded(&rows), "{asked}");
        // the help names every column
        let help = folder.done(&format!("{} --help", asked.split(' ').next().unwrap()));
        rows[0].iter().for_each(|name| assert!(help.contains(name), "{asked} {name}\n{help}"));
    }
    let json = folder.json("simulate region.csv --format json");
    let rows = csv(&folder.done("simulate region.csv --format csv"));
    let paid = rows.iter().skip(1).filter(|row| row[3] == "skane-2026").map(|row| row[5].as_str());
    let expected =
        json["models"][0]["practices"].as_array().unwrap().iter().map(|paid| paid["payment"].as_str().unwrap());
    assert!(paid.eq(expected));
    assert!(rows.iter().skip(1).all(|row| row[8] == "SYNTETISKA DATA"), "{rows:?}");
}

/// What may be passed on has no more digits in a table than in the document.
#[test]
fn a_protected_table_is_that_of_the_protected_document() {
    let folder = Folder::with_region();
    let own = String::from_utf8(folder.read("region.csv")).unwrap();
    let own: String = own.lines().map(|line| [line.rsplit_once(';').unwrap().0, "\n"].concat()).collect();
    folder.write("own.csv", &own);
    let json = folder.json("evaluate own.csv --protect --format json");
    let rows = csv(&folder.done("evaluate own.csv --protect --format csv"));
    let of = |measure: &str| rows.iter().find(|row| row[2] == measure && row[0] == "skane-2026").unwrap()[6].clone();
    assert_eq!(of("gini"), json["models"][0]["gini"].to_string());
    assert_eq!(of("r_squared"), json["models"][0]["prediction"]["r_squared"].to_string());
    assert_eq!(of("net"), json["models"][0]["total"]["net"].as_str().unwrap());
    assert!(rows.iter().all(|row| row[6].split_once('.').is_none_or(|(_, decimals)| decimals.len() <= 3)), "{rows:?}");
}

#[test]
fn a_shipped_model_is_exported_changed_and_read_again() {
    let folder = Folder::with_region();
    let ids: Vec<String> =
        csv(&folder.done("models list --format csv")).into_iter().skip(1).map(|row| row[0].clone()).collect();
    assert!(ids.contains(&"skane-forslag".to_owned()), "{ids:?}");
    for id in &ids {
        folder.done(&format!("models export {id} -o own.toml --force"));
        let (piped, _) = folder.piped("validate -", &folder.read("own.toml"));
        assert!(String::from_utf8(piped).unwrap().contains("Nothing is wrong"), "{id}");
        let values = csv(&folder.done(&format!("models show {id} --format csv")));
        assert_eq!(values, csv(&folder.done("models show own.toml --format csv")), "{id}");
        assert!(values.iter().any(|row| row[0] == "costShare" && row[3] == "share"), "{values:?}");
        // every key can be set to the value that it has, and then nothing changes
        for row in values.iter().skip(1).filter(|row| !row[0].starts_with("rate.")) {
            let value = if row[1].is_empty() { &row[2] } else { &row[1] };
            folder.done(&format!("simulate region.csv --model {id} --set {}={value}", row[0]));
        }
    }
    let (_, error) = folder.failed("models export nothing", 2);
    assert!(error.contains("viktat models list"), "{error}");
    let (_, error) = folder.failed("models export skane-2026 -o own.toml", 2);
    assert!(error.contains("--force"), "{error}");
}

/// `--set` counts in every command that takes it.
#[test]
fn a_value_that_is_set_is_compared_and_evaluated() {
    let folder = Folder::with_region();
    let rows = csv(&folder.done("compare region.csv --model skane-2026 --set costShare=0.6 --format csv"));
    assert!(rows.iter().skip(1).all(|row| row[3] == "scenario"), "{rows:?}");
    let json = folder.json("evaluate region.csv --model skane-2026 --set costShare=0.6 --format json");
    assert_eq!(json["models"][1]["cost_share"], "0.6");
}

/// Sums parted where the command says are read under the models that it was asked for.
#[test]
fn the_bands_of_models_are_those_that_sums_need() {
    let folder = Folder::with_region();
    let rows = csv(&folder.done("models bands --format csv"));
    assert_eq!(rows[0], ["alder_fran", "alder_till"]);
    assert_eq!(rows[1], ["0", "4"]);
    assert_eq!(rows.last().unwrap()[1], "", "{rows:?}");
    let ends = rows.iter().skip(1).filter_map(|row| row[1].parse::<u8>().ok());
    let starts = rows.iter().skip(2).map(|row| row[0].parse::<u8>().unwrap());
    assert!(ends.map(|end| end + 1).eq(starts), "every age once: {rows:?}");
    // a condition that counts from 42 parts the band 40-44
    let shipped = folder.done("models export skane-forslag-fem");
    let start = shipped.find("[[case_mix.condition]]").unwrap() + "[[case_mix.condition]]".len();
    let limited = [&shipped[..start], "\nlimits = { from_age = 42 }", &shipped[start..]].concat();
    folder.write("limited.toml", &limited);
    let limited = csv(&folder.done("models bands --model skane-2026 --model limited.toml --format csv"));
    assert!(limited.contains(&vec!["40".to_owned(), "41".to_owned()]), "{limited:?}");
    assert_eq!(limited.len(), rows.len() + 1);
}
