//! A region made up from the catalogue's assumptions.
use crate::{
    arguments::Synth,
    failure::Failure,
    models::{self, place},
    region,
    source::Source,
    words::quoted,
};
use model::{
    count::Count,
    id::Id,
    measure::Measure,
    rows::{Region, RegionPractices},
};
use register::{
    register::Full,
    synthetic::{self, Assumptions, Impossible, Numbers, Practices},
};
use rust_decimal::prelude::ToPrimitive;

pub fn run(asked: &Synth) -> Result<String, Failure> {
    region::check(&asked.output)?;
    let model = models::find(&asked.model)?;
    let tariff = models::tariff(&model)?;
    let made_of = made_of(&asked.region)?;
    let practices = match asked.practices.zip(asked.listed) {
        Some((practices, listed)) => drawn(practices, listed)?,
        None => own(&made_of.practices),
    };
    let numbers = numbers()
        .ok_or_else(|| Failure::content("assumptions.toml: a number that regions are made up by cannot be used."))?;
    let assumptions = Assumptions { practices, population: &made_of.population.persons, tariff: &tariff, numbers };
    let register = synthetic::region(&assumptions, asked.seed);
    let register = register.map_err(|why| impossible(&why))?;
    let (persons, practices) = (register.len(), register.practices().len());
    region::save(&Source::Persons(register), &asked.output, &model.bands)?;
    Ok(format!(
        "{}: {persons} made-up persons of {practices} practices, seed {}.\n",
        asked.output.output.display(),
        asked.seed
    ))
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
        Impossible::Nobody => "Nobody would be listed. Give at least one practice and one listed person.".to_owned(),
        Impossible::Full(Full::Practices) => "There are more practices than there is room for. Give fewer.".to_owned(),
        Impossible::Full(Full::Conditions) => {
            "The model has more conditions than there is room for. Join or remove some.".to_owned()
        }
        Impossible::Full(Full::Sets) => {
            "There are more sets of conditions than there is room for. Give fewer persons.".to_owned()
        }
        Impossible::Memory => "There is no memory for so many persons. Give fewer.".to_owned(),
    })
}

fn made_of(id: &str) -> Result<Region, Failure> {
    let regions = catalog::regions();
    let ids: Vec<String> = regions.iter().map(|region| region.id.to_string()).collect();
    let found = regions.into_iter().find(|region| region.id == Id::new(id));
    found.ok_or_else(|| {
        Failure::Arguments(format!("There is no region {}. Give one of {}.", quoted(id), ids.join(", ")))
    })
}

fn drawn(practices: u16, listed: u32) -> Result<Practices, Failure> {
    let large = || Failure::Arguments(format!("--listed is at most {}.", Count::MAX));
    let listed = Count::new(u64::from(listed)).ok_or_else(large)?;
    Ok(Practices::Drawn { name: "Practice".to_owned(), practices, listed })
}

fn own(practices: &RegionPractices) -> Practices {
    match practices {
        RegionPractices::Named(named) => {
            Practices::Named(named.iter().map(|one| (one.name.to_string(), one.listed.value)).collect())
        }
        RegionPractices::Drawn { practices, listed, .. } => {
            Practices::Drawn { name: "Practice".to_owned(), practices: *practices, listed: listed.value }
        }
    }
}

fn numbers() -> Option<Numbers> {
    let rows = catalog::synthetic();
    Numbers::read(|id| rows.iter().find(|row| row.id.as_str() == id)?.value.value.decimal().to_f64())
}
