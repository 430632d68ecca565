//! A region made up from the catalogue's assumptions.
use crate::{
    arguments::Synth,
    failure::Failure,
    models::{self, place},
    region,
    source::Source,
    words::{many, many_of, quoted},
    written::Outcome,
};
use model::{case_mix::ConditionSet, count::Count, id::Id, measure::Measure, rows::Region};
use register::{
    conditions::NoRoom,
    register::Full,
    synthetic::{self, Assumptions, Impossible, Numbers, Practices},
};
use rust_decimal::prelude::ToPrimitive;

pub fn run(asked: &Synth) -> Result<Outcome, Failure> {
    region::check(&asked.output)?;
    let catalogue = catalog::shipped();
    let none = || Failure::content("There is no shipped model that persons are made up by.");
    let (drawn, shipped) = catalog::made_up_by(&catalogue).ok_or_else(none)?;
    let own = models::all(&asked.models)?;
    let new = own.iter().filter(|model| catalogue.model(&model.id).is_none_or(|shipped| shipped != *model));
    let others = shipped.into_iter().chain(new.map(|model| &**model)).collect();
    let tariff = models::tariff(drawn)?;
    let made_of = made_of(&asked.region)?;
    let practices = match asked.practices.zip(asked.listed) {
        Some((practices, listed)) => drawn_lists(practices, listed)?,
        None => Practices::of(&made_of.practices, |name| name.en.to_string()),
    };
    let numbers = numbers()
        .ok_or_else(|| Failure::content("assumptions.toml: a number that regions are made up by cannot be used."))?;
    let population = &made_of.population.persons;
    let assumptions = Assumptions { practices, population, tariff: &tariff, others, numbers };
    let register = synthetic::region(&assumptions, asked.seed).map_err(|why| impossible(&why))?;
    let source = Source::Persons(register);
    region::save(&source, &asked.output, &drawn.bands)?;
    let (path, seed) = (&asked.output.output, asked.seed);
    let [drawn, without] = drawn_in_words(&source.listed());
    Ok(Outcome::beside(path, format!("{}: {drawn}, seed {seed}.{without}\n", path.display())))
}

/// How many were drawn, and whether a practice got nobody: the file does not tell of it then.
fn drawn_in_words(listed: &[u64]) -> [String; 2] {
    let with = listed.iter().filter(|listed| **listed > 0).count();
    let without = listed.len() - with;
    let persons = many(listed.iter().sum(), "made-up person", "made-up persons");
    let practices = many_of(with, "practice", "practices");
    let others = many_of(without, "more practice got nobody and is", "more practices got nobody and are");
    let told = if without == 0 { String::new() } else { format!(" {others} not in the file.") };
    [format!("{persons} of {practices}"), told]
}

fn impossible(why: &Impossible) -> Failure {
    Failure::Arguments(match why {
        Impossible::Bands => {
            "The model's age bands are not those of the region's population. Give a model with the same bands."
                .to_owned()
        }
        Impossible::NoShare(id, cell) => {
            let cell = place(*cell);
            format!("The model does not say how common {id} is among {cell}. Add it to its reference population.")
        }
        Impossible::Nobody => {
            "--practices and --listed: nobody would be listed. Give at least one practice and one listed person."
                .to_owned()
        }
        Impossible::Full(Full::Practices) => "There are more practices than there is room for. Give fewer.".to_owned(),
        Impossible::Full(Full::Sets) => {
            "There are more sets of conditions than there is room for. Give fewer persons.".to_owned()
        }
        Impossible::FoundOtherwise(id) => format!(
            "{id} is found by other drugs or thresholds in a shipped model, and a made-up person either has it or not. \
             Give the condition an id of its own in the model file."
        ),
        Impossible::Conditions(NoRoom { conditions }) => {
            let names: Vec<&str> = conditions.iter().map(Id::as_str).collect();
            let limit = ConditionSet::CAPACITY;
            format!("There is no room for {}: a region tells {limit} conditions apart. Give fewer.", names.join(", "))
        }
        Impossible::Memory => "There is no memory for so many persons. Give fewer.".to_owned(),
    })
}

fn made_of(id: &str) -> Result<Region, Failure> {
    let regions = catalog::regions();
    let ids: Vec<String> = regions.iter().map(|region| region.id.to_string()).collect();
    let found = regions.into_iter().find(|region| region.id == Id::new(id));
    found.ok_or_else(|| {
        Failure::Arguments(format!("--region {}: there is no such region. Give one of {}.", quoted(id), ids.join(", ")))
    })
}

fn drawn_lists(practices: u16, listed: u32) -> Result<Practices, Failure> {
    if u32::from(practices) > listed {
        let (of, persons) = (many(practices.into(), "practice", "practices"), many(listed.into(), "person", "persons"));
        let what = format!("--practices: {of} cannot each have one of {persons}.");
        return Err(Failure::Arguments(format!("{what} Give fewer, or more with --listed.")));
    }
    let large = || Failure::Arguments(format!("--listed is at most {}.", Count::MAX));
    let listed = Count::new(u64::from(listed)).ok_or_else(large)?;
    Ok(Practices::Drawn { name: "Practice".to_owned(), practices, listed })
}

fn numbers() -> Option<Numbers> {
    let rows = catalog::synthetic();
    Numbers::read(|id| rows.iter().find(|row| row.id.as_str() == id)?.value.value.decimal().to_f64())
}
