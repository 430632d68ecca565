//! Models by id or from a file of the user's, which may name the shipped sources, populations and tables.
use crate::{
    arguments::Region,
    failure::Failure,
    words::quoted,
    written::{self, is_standard},
};
use model::{
    cell::Cell,
    condition::Condition,
    edit::Edit,
    id::Id,
    measure::Measure,
    nearest::nearest,
    payment_model::PaymentModel,
    scenario::Scenario,
    sex::Sex,
    tariff::{NegativeBase, Tariff, TariffError},
    value::{Key, Value},
};
use schema::{Files, Problem};
use std::{fs, io, path::Path, rc::Rc};

/// Written by the build script: the shipped data files by name.
const SHIPPED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The file of a shipped model, as text.
pub fn shipped_file(id: &Id) -> Option<&'static str> {
    let name = format!("models/{id}.toml");
    SHIPPED.iter().find(|(file, _)| *file == name).map(|(_, text)| *text)
}

/// What a user's file is called among the others while it is read.
const OWN: &str = "models/own-model-file.toml";

/// The model of the id, or of the file when the name ends in `.toml`.
pub fn find(name: &str) -> Result<Rc<PaymentModel>, Failure> {
    if Path::new(name).extension().is_some_and(|ending| ending == "toml") {
        return read(Path::new(name)).map_err(|failure| failure.of("--model"));
    }
    let catalogue = catalog::shipped();
    catalogue.model(&Id::new(name)).cloned().ok_or_else(|| {
        let ids: Vec<&str> = catalogue.models.iter().map(|model| model.id.as_str()).collect();
        let (name, ids) = (quoted(name), ids.join(", "));
        Failure::Arguments(format!(
            "--model {name}: there is no such model. Give one of {ids}, or a file ending in .toml."
        ))
    })
}

/// The models by their names, each with an id of its own.
pub fn all(names: &[String]) -> Result<Vec<Rc<PaymentModel>>, Failure> {
    let models = names.iter().map(|name| find(name)).collect::<Result<Vec<_>, _>>()?;
    let double = models.iter().zip(names).enumerate().find_map(|(place, (model, name))| {
        let before = models.iter().zip(names).take(place).find(|(before, _)| before.id == model.id);
        before.map(|(_, before)| (&model.id, before, name))
    });
    match double {
        None => Ok(models),
        Some((id, one, other)) => {
            let (one, other) = (quoted(one), quoted(other));
            let what = format!("--model: two models have the id {id}: {one} and {other}.");
            Err(Failure::Arguments(format!("{what} Leave one of them out, or give one of the files another id.")))
        }
    }
}

/// The models that are asked for, and the last one with values in the place of its own, where any are given. Errors: as
/// `all`, and nothing can be written where it is to be.
pub fn asked(asked: &Region) -> Result<Vec<Rc<PaymentModel>>, Failure> {
    written::check_outcome(&asked.written, &asked.costs.input.region)?;
    let models = all(&asked.models)?;
    let set = with_values(&models, &asked.values)?;
    Ok(models.into_iter().chain(set).collect())
}

/// What the model that `--set` makes is called.
const SCENARIO: &str = "scenario";

/// The last model with values in the place of its own; none where none are given.
fn with_values(models: &[Rc<PaymentModel>], values: &[String]) -> Result<Option<Rc<PaymentModel>>, Failure> {
    let Some(start) = models.last().filter(|_| !values.is_empty()) else { return Ok(None) };
    if models.iter().any(|model| model.id.as_str() == SCENARIO) {
        let what = format!("--set: a model is called {SCENARIO} already.");
        return Err(Failure::Arguments(format!("{what} Give the file another id, or leave --set out.")));
    }
    let scenario = Scenario::new(Rc::clone(start), catalog::shipped().guideline);
    let mut edits: Vec<(Key, Option<Value>)> = Vec::new();
    for text in values {
        let (key, value) = value_of(&scenario, text)?;
        if edits.iter().any(|(before, _)| *before == key) {
            return Err(Failure::Arguments(format!("--set is there twice for {key}. Leave one out.")));
        }
        edits.push((key, Some(value)));
    }
    let edited = scenario.apply(&Edit::Set(edits)).model();
    Ok(Some(Rc::new(PaymentModel { id: Id::new(SCENARIO), ..(*edited).clone() })))
}

/// `weight.kol=120`, for a key of the model.
fn value_of(scenario: &Scenario, text: &str) -> Result<(Key, Value), Failure> {
    let refused = |why: String| Failure::Arguments(format!("--set {}: {why}", quoted(text)));
    let (name, written) = text.split_once('=').ok_or_else(|| refused("Write it as KEY=VALUE.".to_owned()))?;
    let keys = scenario.keys_of_payment();
    let key = Key::read(name).filter(|key| keys.contains(key)).ok_or_else(|| {
        let near = nearest(name, &keys).join(", ");
        refused(format!("{} has no such value. The nearest are {near}.", scenario.start.id))
    })?;
    let takes = match scenario.bounds(&key) {
        Some(bounds) => format!("Give a number with a decimal point, from {} to {}.", bounds.least, bounds.most),
        None => {
            let words: Vec<&str> = key.words().iter().map(|(word, _)| *word).collect();
            format!("Give one of {}.", words.join(", "))
        }
    };
    let value = Value::read(&key, written).filter(|value| scenario.takes(&key, *value));
    value.map(|value| (key, value)).ok_or_else(|| refused(takes))
}

/// Refuses models that find a condition in different ways: the region's flags are one of them for all.
pub fn have_one_way_to_flag(models: &[Rc<PaymentModel>]) -> Result<(), Failure> {
    let pairs = models.iter().enumerate().flat_map(|(place, one)| models.iter().skip(place + 1).map(move |o| (one, o)));
    let told = pairs.flat_map(|(one, other)| {
        let theirs = |id: &Id| other.case_mix()?.conditions.iter().find(|condition| condition.id == *id);
        let own = one.case_mix().map_or(&[][..], |mix| &mix.conditions);
        let unlike = own.iter().filter(|own| theirs(&own.id).is_some_and(|theirs| !own.is_found_as(theirs)));
        let line = |condition: &Condition| {
            format!(
                "{} and {} find {} by different drugs or thresholds. The region only says who has {}, so what a changed \
                 threshold or list does cannot be worked out from it. Flag the persons by the changed rule in a file of \
                 its own, and work that out by itself.",
                one.id, other.id, condition.id, condition.id
            )
        };
        unlike.map(line).collect::<Vec<_>>()
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() { Ok(()) } else { Err(Failure::Content(told)) }
}

/// Every amount of the model.
pub fn tariff(model: &Rc<PaymentModel>) -> Result<Tariff, Failure> {
    let line = |error: &TariffError| format!("{}: {}", model.id, sentence(error));
    model.tariff().map_err(|errors| Failure::Content(errors.iter().map(line).collect()))
}

/// What is wrong with the amounts, and what to do.
fn sentence(error: &TariffError) -> String {
    match error {
        TariffError::NegativeBase(base) => negative_base(base),
        TariffError::NegativeWeight(id) => format!("The weight of {id} is below zero. Raise it, or allow signs."),
        TariffError::NoTable => {
            "The budget rule needs a table by age and sex. Add one, or choose another rule.".to_owned()
        }
        TariffError::ReferenceLacks(cell) => {
            format!("The reference population lacks {}, or a condition there. Add it.", place(*cell))
        }
        TariffError::NothingToScale => "The sum to scale is zero or less. Raise the amounts.".to_owned(),
        TariffError::ExtremeBudgetFactor => {
            "The amounts are out of all proportion to the budget. Correct them, or choose another rule.".to_owned()
        }
        TariffError::ZeroReferenceWeight => "The reference weight is zero. Give another.".to_owned(),
        TariffError::WeightTooLarge(id) => format!("The weight of {id} is too large. Lower it."),
        TariffError::NeedsAllPractices(id) => format!(
            "{id} is a sum that all practices of a region share, which this command does not work out. Leave the \
             model out, or take the sum out of it."
        ),
        TariffError::PoolOfNobody(id) => {
            format!("{id} is shared by practices with nobody listed. Give practices with listed persons.")
        }
    }
}

fn negative_base(base: &NegativeBase) -> String {
    let (table, expected) = (base.table.decimal(), base.expected.decimal());
    let remedy = base.largest_factor.map_or_else(
        || "Raise the amount.".to_owned(),
        |factor| format!("Multiply all weights by at most {}.", factor.decimal().normalize()),
    );
    let cell = place(base.cell);
    format!("{cell}: the conditions bring {expected:.2} on average and the table has {table:.2}. {remedy}")
}

/// The cell in words.
pub fn place(cell: Cell) -> String {
    let sex = if cell.sex == Sex::Woman { "women" } else { "men" };
    let high = cell.band.high.map_or_else(|| "+".to_owned(), |high| format!("-{high}"));
    format!("{sex} {}{high}", cell.band.low)
}

/// The model of a file, or everything that is wrong in it.
pub fn read(path: &Path) -> Result<Rc<PaymentModel>, Failure> {
    let text = if is_standard(path) { io::read_to_string(io::stdin()) } else { fs::read_to_string(path) };
    let text = text.map_err(|error| Failure::file(path, error))?;
    let shipped: Files = SHIPPED.iter().copied().collect();
    // the file may be a shipped one, or one made from it that has kept its id
    let others = catalog::shipped()
        .models
        .iter()
        .filter(|model| has_id(&text, &model.id))
        .fold(shipped, |files, model| files.without(&format!("models/{}.toml", model.id)));
    let before: Vec<Id> = catalog::shipped().models.iter().map(|model| model.id.clone()).collect();
    let read = schema::read(&others.with(OWN, &text));
    let library = read.map_err(|problems| Failure::Content(problems.iter().map(|p| line(p, path)).collect()))?;
    let own = |model: &&Rc<PaymentModel>| has_id(&text, &model.id) || !before.contains(&model.id);
    let missing = || Failure::content(format!("{}: no model was found in it. Give it an id.", path.display()));
    library.catalogue.models.iter().find(own).cloned().ok_or_else(missing)
}

/// Whether the file names itself so, on a line of its own before any table.
fn has_id(text: &str, id: &Id) -> bool {
    let head = text.lines().take_while(|line| !line.trim_start().starts_with('['));
    let mut ids = head.filter_map(|line| line.trim().strip_prefix("id")?.trim_start().strip_prefix('='));
    ids.any(|value| value.split('#').next().is_some_and(|value| value.trim().trim_matches(['"', '\'']) == id.as_str()))
}

fn line(problem: &Problem, path: &Path) -> String {
    let file = if problem.file == OWN { path.display().to_string() } else { problem.file.clone() };
    Problem { file, ..problem.clone() }.to_string()
}
