//! What each model pays each practice.
use super::worked::Worked;
use crate::{
    arguments::Region,
    failure::Failure,
    table::{NOTHING, Table, amount, optional},
};
use exchange::region_json::PaidJson;

pub fn run(asked: &Region) -> Result<String, Failure> {
    let worked = Worked::of(asked)?;
    if asked.json {
        return Ok(worked.json(&asked.costs));
    }
    let ids = worked.ids().into_iter().flat_map(|id| [format!("{id}: payment"), "net".to_owned()]);
    let mut table = Table::new(["practice", "listed", "drug cost"].map(str::to_owned).into_iter().chain(ids));
    let document = &worked.document;
    let blank = || document.lacking.iter().flat_map(|_| [NOTHING, NOTHING]).map(str::to_owned);
    for (place, practice) in document.practices.iter().enumerate() {
        let paid = document.models.iter().filter_map(|model| model.practices.get(place));
        let head = [practice.name.clone(), practice.listed.to_string(), amount(practice.drug_cost.0, 0)];
        table.push(head.into_iter().chain(paid.flat_map(cells)).chain(blank()).collect());
    }
    let cost = document.practices.iter().map(|practice| practice.drug_cost.0).sum();
    let head = ["Region".to_owned(), document.persons.to_string(), amount(cost, 0)];
    let total = document.models.iter().flat_map(|model| cells(&model.total));
    table.push(head.into_iter().chain(total).chain(blank()).collect());
    Ok(worked.head() + &table.text() + "Kronor a year, rounded; --json gives them exact.\n" + &worked.not_compared())
}

fn cells(paid: &PaidJson) -> [String; 2] {
    [amount(paid.payment.0, 0), optional(paid.net, 0)]
}
