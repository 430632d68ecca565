//! Who gets more and who less when another model takes the first one's place.
use super::worked::Worked;
use crate::{
    arguments::Region,
    failure::Failure,
    models,
    rows::{Column, Holds, LISTED, MARK, PRACTICE, Rows},
    table::{Table, amount, optional},
    words::many_of,
    written::Outcome,
};
use exchange::region_json::{Amount, Document, ModelJson, PracticeJson};
use rust_decimal::Decimal;

/// One row a practice and model that takes the first one's place.
pub const COLUMNS: &[Column] = &[
    PRACTICE,
    LISTED,
    Column { name: "from", holds: Holds::Text, about: "the model before: the first that was given" },
    Column { name: "to", holds: Holds::Text, about: "the model after" },
    Column { name: "illustrative", holds: Holds::YesNo, about: "whether any weight or share of them is an example" },
    Column { name: "before_kr_year", holds: Holds::Exact, about: "payment before, kronor a year" },
    Column { name: "after_kr_year", holds: Holds::Exact, about: "payment after, kronor a year" },
    Column { name: "change_kr_year", holds: Holds::Exact, about: "after less before; empty for other years' costs" },
    MARK,
];

pub fn run(asked: &Region) -> Result<Outcome, Failure> {
    let models = models::asked(asked)?;
    if models.len() < 2 {
        return Err(Failure::Arguments("Give at least two models to compare, each with --model.".to_owned()));
    }
    let worked = Worked::of(asked, &models)?;
    let found = worked.document.models.split_first().filter(|(_, others)| !others.is_empty());
    // the first is the one that the others are set against
    let found = found.filter(|(first, _)| models.first().is_some_and(|asked| asked.id.as_str() == first.id));
    let Some((first, others)) = found else {
        return Err(Failure::Content(worked.lacked.into_iter().map(|one| one.why).collect()));
    };
    let text = || {
        let changes = others.iter().map(|other| change(&worked.document, first, other)).collect::<Vec<_>>().join("\n");
        worked.head() + &changes + &worked.not_compared()
    };
    Outcome::of(&asked.written, text, || worked.json(&asked.costs), || Ok(rows(&worked.told(&asked.costs)?)))
}

/// For the costs of another year nothing is said to move.
fn moves(document: &Document, before: &ModelJson, after: &ModelJson) -> bool {
    let change = document.changes.iter().find(|change| change.from == before.id && change.to == after.id);
    change.is_some_and(|change| change.gained.is_some())
}

fn rows(document: &Document) -> Rows {
    let of = |before: &ModelJson, after: &ModelJson, place: usize, practice: &PracticeJson| {
        let [paid_before, paid_after] =
            [before, after].map(|model| model.practices.get(place).map(|paid| paid.payment));
        let change = paid_before.zip(paid_after).map(|(before, after)| Amount(after.0 - before.0));
        let change = change.filter(|_| moves(document, before, after));
        vec![
            practice.name.as_str().into(),
            practice.listed.into(),
            before.id.as_str().into(),
            after.id.as_str().into(),
            (before.illustrative || after.illustrative).into(),
            paid_before.into(),
            paid_after.into(),
            change.into(),
            practice.mark.into(),
        ]
    };
    let Some((before, others)) = document.models.split_first() else { return Rows::new(COLUMNS, []) };
    let practices = || document.practices.iter().enumerate();
    let rows =
        others.iter().flat_map(|after| practices().map(move |(place, practice)| of(before, after, place, practice)));
    Rows::new(COLUMNS, rows)
}

fn change(document: &Document, before: &ModelJson, after: &ModelJson) -> String {
    let headings = ["practice", "listed", &before.id, &after.id, "change", "per listed and month"];
    let mut table = Table::new(headings);
    let moved = document.changes.iter().find(|change| change.from == before.id && change.to == after.id);
    let same_year = moves(document, before, after);
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
