//! What each model pays each practice.
use super::worked::Worked;
use crate::{
    arguments::Region,
    failure::Failure,
    models,
    rows::{Column, Holds, ILLUSTRATIVE, LISTED, MARK, MODEL, PRACTICE, Rows},
    table::{NOTHING, Table, amount, optional},
    written::Outcome,
};
use exchange::region_json::{Document, PaidJson};

/// One row a practice and model.
pub const COLUMNS: &[Column] = &[
    PRACTICE,
    LISTED,
    Column { name: "drug_cost_kr_year", holds: Holds::Exact, about: "their drug cost, kronor a year" },
    MODEL,
    ILLUSTRATIVE,
    Column { name: "payment_kr_year", holds: Holds::Exact, about: "what the model pays, kronor a year" },
    Column { name: "carried_kr_year", holds: Holds::Exact, about: "the part of the cost that the practice carries" },
    Column {
        name: "net_kr_year",
        holds: Holds::Exact,
        about: "payment less carried cost; empty for other years' costs",
    },
    MARK,
];

pub fn run(asked: &Region) -> Result<Outcome, Failure> {
    let worked = Worked::of(asked, &models::asked(asked)?)?;
    Outcome::of(
        &asked.written,
        || text(&worked),
        || worked.json(&asked.costs),
        || Ok(rows(&worked.told(&asked.costs)?)),
    )
}

fn rows(document: &Document) -> Rows {
    let of = |(place, practice): (usize, &exchange::region_json::PracticeJson)| {
        let head = [practice.name.as_str().into(), practice.listed.into(), practice.drug_cost.into()];
        let paid = document.models.iter().filter_map(move |model| Some((model, model.practices.get(place)?)));
        let mark = practice.mark;
        paid.map(|(model, paid)| {
            let amounts = [paid.payment.into(), paid.carried.into(), paid.net.into(), mark.into()];
            head.iter().cloned().chain([model.id.as_str().into(), model.illustrative.into()]).chain(amounts).collect()
        })
        .collect::<Vec<_>>()
    };
    Rows::new(COLUMNS, document.practices.iter().enumerate().flat_map(of))
}

fn text(worked: &Worked) -> String {
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
    worked.head()
        + &table.text()
        + "Kronor a year, rounded; --format json, csv or parquet gives them exact.\n"
        + &worked.not_compared()
}

fn cells(paid: &PaidJson) -> [String; 2] {
    [amount(paid.payment.0, 0), optional(paid.net, 0)]
}
