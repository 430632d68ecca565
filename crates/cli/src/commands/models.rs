//! The shipped models: which there are, what can be set in one, and its file. Works out nothing.
use crate::{
    arguments::{Models, Written},
    failure::Failure,
    models,
    rows::{Cell, Column, Holds, ILLUSTRATIVE, Rows},
    table::Table,
    words::quoted,
    written::{self, Outcome},
};
use exchange::region_json::Amount;
use model::{id::Id, payment_model::PaymentModel, scenario::Scenario, value::Value};
use register::frame::starts;
use std::{path::Path, rc::Rc};

/// One row a model.
pub const LISTED: &[Column] = &[
    Column { name: "model", holds: Holds::Text, about: "the id that --model takes" },
    Column { name: "year", holds: Holds::Whole, about: "the year that it is for" },
    Column { name: "cost_year", holds: Holds::Whole, about: "the year of the costs that its amounts are meant for" },
    ILLUSTRATIVE,
    Column { name: "name", holds: Holds::Text, about: "its name" },
];

/// One row a value that can be set.
pub const VALUES: &[Column] = &[
    Column { name: "key", holds: Holds::Text, about: "the key that --set takes" },
    Column { name: "value", holds: Holds::Exact, about: "the number in the model; empty where it is a word" },
    Column { name: "word", holds: Holds::Text, about: "the word, where it is one" },
    Column { name: "unit", holds: Holds::Text, about: "the unit of the number" },
];

/// One row an age band.
pub const BANDS: &[Column] = &[
    Column { name: "alder_fran", holds: Holds::Whole, about: "the first age" },
    Column { name: "alder_till", holds: Holds::Whole, about: "the last age; empty for the open band" },
];

pub fn run(asked: &Models) -> Result<Outcome, Failure> {
    match asked {
        Models::List(written) => listed(written),
        Models::Show { model, written } => show(&models::find(model)?, written),
        Models::Bands { models, written } => bands(&models::all(models)?, written),
        Models::Export { model, output, force } => export(model, output.as_deref(), *force),
    }
}

fn listed(written: &Written) -> Result<Outcome, Failure> {
    let models = catalog::shipped().models;
    let cells = |model: &Rc<PaymentModel>| -> Vec<Cell> {
        vec![
            model.id.as_str().into(),
            u64::from(model.year).into(),
            u64::from(model.cost_year).into(),
            model.is_illustrative().into(),
            (*model.name.en).into(),
        ]
    };
    written::check_outcome(written, Path::new(written::STANDARD))?;
    table(
        written,
        &["model", "year", "cost year", "example weights", "name"],
        Rows::new(LISTED, models.iter().map(cells)),
    )
}

fn show(model: &Rc<PaymentModel>, written: &Written) -> Result<Outcome, Failure> {
    let scenario = Scenario::new(Rc::clone(model), catalog::shipped().guideline);
    let rows = scenario.keys_of_payment().into_iter().map(|key| {
        let value = scenario.in_force(&key);
        let word = key.words().iter().find(|(_, one)| Some(*one) == value).map(|(word, _)| *word);
        let number = value.and_then(Value::number).map(Amount);
        let unit = scenario.bounds(&key).map(|bounds| bounds.unit.key());
        vec![key.to_string().as_str().into(), number.into(), word.into(), unit.into()]
    });
    written::check_outcome(written, Path::new(written::STANDARD))?;
    table(written, &["key", "value", "word", "unit"], Rows::new(VALUES, rows))
}

fn table(written: &Written, headings: &[&str], rows: Rows) -> Result<Outcome, Failure> {
    let text = || {
        let mut table = Table::new(headings.iter().copied());
        rows.texts().for_each(|row| table.push(row));
        table.text()
    };
    Outcome::of(written, text, || rows.json(), || Ok(rows.clone()))
}

fn bands(models: &[Rc<PaymentModel>], written: &Written) -> Result<Outcome, Failure> {
    let models: Vec<&PaymentModel> = models.iter().map(|model| &**model).collect();
    let starts = starts(&models);
    let ends = starts.iter().skip(1).map(|next| Some(u64::from(next.saturating_sub(1)))).chain([None]);
    let rows = starts.iter().zip(ends).map(|(start, end)| vec![u64::from(*start).into(), end.into()]);
    written::check_outcome(written, Path::new(written::STANDARD))?;
    table(written, &["from", "to"], Rows::new(BANDS, rows))
}

/// The file as it was shipped: its sources and tables are found when it is read.
fn export(model: &str, output: Option<&Path>, force: bool) -> Result<Outcome, Failure> {
    let file = models::shipped_file(&Id::new(model)).ok_or_else(|| {
        Failure::Arguments(format!(
            "models export {}: there is no such model. `viktat models list` tells which there are.",
            quoted(model)
        ))
    })?;
    let output = output.unwrap_or(Path::new(written::STANDARD));
    written::check(output, force)?;
    Ok(Outcome::text(file.to_owned()).to(output, force))
}
