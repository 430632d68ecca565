//! A region in another format.
use crate::{
    arguments::Convert,
    failure::Failure,
    models, region,
    words::many_of,
    written::{self, Outcome},
};

pub fn run(asked: &Convert) -> Result<Outcome, Failure> {
    region::check(&asked.output)?;
    written::differ(&asked.input.region, &asked.output.output)?;
    let models = models::all(&asked.models)?;
    let source = region::open(&asked.input, &models)?;
    let bands = match models.first() {
        Some(model) => model.bands.clone(),
        None => models::find(catalog::SKANE_2026)?.bands.clone(),
    };
    region::save(&source, &asked.output, &bands)?;
    let practices = many_of(source.practices().len(), "practice", "practices");
    let path = &asked.output.output;
    Ok(Outcome::beside(path, format!("{}: written, with {practices}.\n", path.display())))
}
