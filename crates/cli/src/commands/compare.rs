//! Who gets more and who less when another model takes the first one's place.
use super::worked::Worked;
use crate::{
    arguments::Region,
    failure::Failure,
    models,
    table::{Table, amount, optional},
    words::many_of,
};
use exchange::region_json::{Amount, Document, ModelJson};
use rust_decimal::Decimal;

pub fn run(asked: &Region) -> Result<String, Failure> {
    if asked.models.len() < 2 {
        return Err(Failure::Arguments("Give at least two models to compare, each with --model.".to_owned()));
    }
    let models = models::all(&asked.models)?;
    let worked = Worked::with(&asked.costs, &models, asked.passing.protect)?;
    let found = worked.document.models.split_first().filter(|(_, others)| !others.is_empty());
    // the first is the one that the others are set against
    let found = found.filter(|(first, _)| models.first().is_some_and(|asked| asked.id.as_str() == first.id));
    let Some((first, others)) = found else {
        return Err(Failure::Content(worked.lacked.into_iter().map(|one| one.why).collect()));
    };
    if asked.json {
        return Ok(worked.json(&asked.costs));
    }
    let changes = others.iter().map(|other| change(&worked.document, first, other)).collect::<Vec<_>>().join("\n");
    Ok(worked.head() + &changes + &worked.not_compared())
}

fn change(document: &Document, before: &ModelJson, after: &ModelJson) -> String {
    let headings = ["practice", "listed", &before.id, &after.id, "change", "per listed and month"];
    let mut table = Table::new(headings);
    let moved = document.changes.iter().find(|change| change.from == before.id && change.to == after.id);
    // for the costs of another year nothing is said to move
    let same_year = moved.is_some_and(|change| change.gained.is_some());
    let paid = before.practices.iter().zip(&after.practices);
    for (practice, (before, after)) in document.practices.iter().zip(paid) {
        let change = Some(after.payment.0 - before.payment.0).filter(|_| same_year);
        let months = Decimal::from(practice.listed) * Decimal::from(12);
        let per_listed = change.and_then(|change| change.checked_div(months));
        let amounts = [before.payment.0, after.payment.0].map(|kronor| amount(kronor, 0));
        let told = |kronor: Option<Decimal>, decimals| optional(kronor.map(Amount), decimals);
        let head = [practice.name.clone(), practice.listed.to_string()];
        table.push(head.into_iter().chain(amounts).chain([told(change, 0), told(per_listed, 2)]).collect());
    }
    let moved = moved.and_then(|change| {
        let (gained, gainers, lost, losers) = (change.gained?, change.gainers?, change.lost?, change.losers?);
        let (gainers, losers) = (many_of(gainers, "gets", "get"), many_of(losers, "gets", "get"));
        Some(format!(" {gainers} more, together {gained:.0}; {losers} less, together {lost:.0}."))
    });
    table.text() + "Kronor a year, rounded; the last column is kronor a month." + &moved.unwrap_or_default() + "\n"
}
