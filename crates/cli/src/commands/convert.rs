//! A region in another format.
use crate::{arguments::Convert, failure::Failure, models, region};

pub fn run(asked: &Convert) -> Result<String, Failure> {
    // a wrong ending is told before a long file is read
    region::Format::of(&asked.output)?;
    let models = asked.models.iter().map(|name| models::find(name)).collect::<Result<Vec<_>, _>>()?;
    let register = region::open(&asked.input, &models)?;
    region::save(&register, &asked.output)?;
    Ok(format!("{}: {} persons of {} practices.\n", asked.output.display(), register.len(), register.practices().len()))
}
