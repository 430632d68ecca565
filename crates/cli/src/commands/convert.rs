//! A region in another format.
use crate::{arguments::Convert, failure::Failure, models, region, words::many_of};

pub fn run(asked: &Convert) -> Result<String, Failure> {
    region::check(&asked.output)?;
    region::differ(&asked.input, &asked.output)?;
    let models = models::all(&asked.models)?;
    let source = region::open(&asked.input, &models)?;
    let bands = match models.first() {
        Some(model) => model.bands.clone(),
        None => models::find(catalog::SKANE_2026)?.bands.clone(),
    };
    region::save(&source, &asked.output, &bands)?;
    let practices = many_of(source.practices().len(), "practice", "practices");
    Ok(format!("{}: written, with {practices}.\n", asked.output.output.display()))
}
