//! A region in another format.
use crate::{arguments::Convert, failure::Failure, models, region};

pub fn run(asked: &Convert) -> Result<String, Failure> {
    // a wrong ending is told before a long file is read
    region::Format::of(&asked.output)?;
    let models = asked.models.iter().map(|name| models::find(name)).collect::<Result<Vec<_>, _>>()?;
    let source = region::open(&asked.input, &models)?;
    let bands = match models.first() {
        Some(model) => model.bands.clone(),
        None => models::find(catalog::SKANE_2026)?.bands.clone(),
    };
    region::save(&source, &asked.output, &bands)?;
    Ok(format!("{}: written, with {} practices.\n", asked.output.display(), source.practices().len()))
}
