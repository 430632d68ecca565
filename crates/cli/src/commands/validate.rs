//! Reads a model file and works its amounts out.
use crate::{failure::Failure, models};
use std::path::Path;

pub fn run(file: &Path) -> Result<String, Failure> {
    let model = models::read(file)?;
    let tariff = models::tariff(&model)?;
    let (cells, factors) = (tariff.base.as_ref().map_or(0, |base| base.iter().count()), tariff.factors.len());
    Ok(format!(
        "{}: {} has {cells} amounts by age and sex and {factors} weights. Nothing is wrong.\n",
        file.display(),
        model.id
    ))
}
