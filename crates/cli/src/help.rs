//! What stands under the options of a command's long help: columns with their units, and examples that work. Knows no
//! outcome.
use crate::{commands, rows::help};

fn with(columns: &str, examples: &[&str]) -> String {
    let examples: String = examples.iter().map(|line| ["  viktat ", line, "\n"].concat()).collect();
    [columns, if columns.is_empty() { "" } else { "\n" }, "Examples:\n", &examples].concat()
}

pub fn simulate() -> String {
    with(
        &help(commands::simulate::COLUMNS),
        &[
            "simulate region.csv",
            "simulate region.csv --model skane-2026 --model own.toml --format csv -o paid.csv",
            "synth - --format csv --practices 5 --listed 2000 | viktat simulate - --from csv --format json",
        ],
    )
}

pub fn compare() -> String {
    with(
        &help(commands::compare::COLUMNS),
        &["compare region.csv", "compare region.csv --set weight.kol=120 --format parquet -o change.parquet"],
    )
}

pub fn evaluate() -> String {
    let measures = commands::evaluate::measures_in_words();
    with(
        &(help(commands::evaluate::COLUMNS) + "\n" + &measures),
        &["evaluate region.parquet --format csv", "evaluate region.csv --price kol:ddd=1.5 --saved 500"],
    )
}

pub fn fit() -> String {
    with(
        &help(commands::fit::COLUMNS),
        &["fit region.csv --cross each-practice", "fit region.csv --signs non-negative --format csv"],
    )
}

pub fn explain() -> String {
    with("", &["explain region.csv --practice \"North\" --depth 3"])
}

pub fn convert() -> String {
    with(
        "A list of persons has the columns practice, sex, age, conditions and cost (kronor a year). Conditions stand in \
         one column as ids or names with + between them, as astma+kol or Astma+KOL, or 0 for none; or in a column of 0 and 1 \
         for each, whose heading names it: kol, or KOL; or as the bits of a number, named in the heading: \
         conditions:astma+kol. Diagnosis codes are no conditions. A column of months must have one, unless --period says \
         which, and a column of numbers of persons must be 1 in every row.\n",
        &["convert region.csv region.parquet", "convert - - --from csv --format sums < region.csv > region.sums.csv"],
    )
}

pub fn synth() -> String {
    with("", &["synth region.csv", "synth - --format parquet --practices 10 --listed 50000 > region.parquet"])
}

pub fn models() -> String {
    let [listed, values, bands] =
        [commands::models::LISTED, commands::models::VALUES, commands::models::BANDS].map(help);
    with(
        &["list. ", &listed, "\nshow. ", &values, "\nbands. ", &bands].concat(),
        &[
            "models list",
            "models show skane-forslag",
            "models export skane-forslag -o own.toml",
            "models bands --model skane-2026 --model own.toml --format csv -o bands.csv",
            "simulate region.csv --model skane-2026 --model own.toml",
        ],
    )
}
