//! Reads a model file and works its amounts out.
use super::worked::examples;
use crate::{failure::Failure, models, words::many_of};
use std::path::Path;

pub fn run(file: &Path) -> Result<String, Failure> {
    let model = models::read(file)?;
    let tariff = models::tariff(&model)?;
    let (cells, factors) = (tariff.base.as_ref().map_or(0, |base| base.iter().count()), tariff.factors.len());
    let (cells, factors) = (many_of(cells, "amount", "amounts"), many_of(factors, "weight", "weights"));
    let what =
        format!("{}: {} has {cells} by age and sex and {factors}. Nothing is wrong.\n", file.display(), model.id);
    Ok(what + &examples(std::iter::once(&*model)))
}
