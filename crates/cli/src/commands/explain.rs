//! One practice's payment: persons × amount = payment, line by line, and how the amounts were made.
use super::{
    unpaid::{Unpaid, unpaid},
    worked::Worked,
};
use crate::{
    arguments::Explain,
    failure::Failure,
    models::{self, place},
    table::{Table, amount, optional},
    words::{figure, quoted},
};
use model::{
    case_mix::DroppedBy,
    measure::Measure,
    name::is_same,
    outcome::{Line, PaidFor},
    trace::Node,
};

pub fn run(asked: &Explain) -> Result<String, Failure> {
    let worked = Worked::with(&asked.costs, &models::all(std::slice::from_ref(&asked.model))?, None)?;
    let place = worked.source.practices().iter().position(|name| is_same(name, &asked.practice));
    let place = place.ok_or_else(|| unknown(&asked.practice, worked.source.practices()))?;
    let lost = || Failure::content("A count is larger than there is room for.");
    let (tariff, list) =
        (worked.tariffs.first().ok_or_else(lost)?, worked.summary.practice(place, 0).ok_or_else(lost)?);
    let outcome = tariff.practice(&list).map_err(|_| lost())?;
    let mut table = Table::new(["paid for", "persons", "kr per person and month", "kr a month"]);
    outcome.lines.iter().for_each(|line| table.push(row(line)));
    let listed = amount(outcome.listed.value().decimal(), 0);
    table.push(vec!["payment".to_owned(), listed, String::new(), amount(outcome.payment.value().decimal(), 2)]);
    let rules = worked.summary.frame.lanes.first().ok_or_else(lost)?;
    let mut text = worked.head() + &table.text() + "\n" + &not_paid(&unpaid(&worked.source, place, rules));
    if let Some(paid) = worked.document.models.first().and_then(|model| model.practices.get(place)) {
        let (carried, net) = (optional(paid.carried, 2), optional(paid.net, 2));
        text += &format!("A year: payment {}, carried cost {carried}, net {net}.\n", amount(paid.payment.0, 2));
        text += &worked.not_compared();
    }
    if asked.depth > 0 {
        text.push('\n');
        tree(outcome.payment.node(), 0, asked.depth, &mut text);
    }
    Ok(text)
}

fn unknown(practice: &str, practices: &[String]) -> Failure {
    const SHOWN: usize = 10;
    let names: Vec<&str> = practices.iter().take(SHOWN).map(String::as_str).collect();
    let more = if practices.len() > SHOWN { " and others" } else { "" };
    Failure::Arguments(format!(
        "--practice {}: there is no such practice. There are {}{more}.",
        quoted(practice),
        names.join(", ")
    ))
}

fn row(line: &Line) -> Vec<String> {
    let name = match &line.paid_for {
        PaidFor::Cell(cell) => place(*cell),
        PaidFor::Factor(id) | PaidFor::Pool(id) => id.to_string(),
    };
    let (basis, rate) = (line.basis.value().decimal(), line.rate.value().decimal());
    vec![name, amount(basis, 0), amount(rate, 4), amount(line.amount.value().decimal(), 2)]
}

/// The figure, and below it those it was made of.
fn tree(node: &Node, level: usize, depth: usize, text: &mut String) {
    *text += &format!("{}{}\n", "  ".repeat(level), figure(node));
    if level < depth {
        node.how.inputs().into_iter().for_each(|input| tree(input, level + 1, depth, text));
    }
}

/// Conditions that persons have and that are not paid for; nothing where there is none.
fn not_paid(unpaid: &[Unpaid]) -> String {
    if unpaid.is_empty() {
        return String::new();
    }
    let mut table = Table::new(["has it and is not paid for it", "persons", "because"]);
    for one in unpaid {
        let because = match &one.by {
            DroppedBy::Limits => "age or sex is outside its limits".to_owned(),
            DroppedBy::Combined(into) => format!("it is counted as {into}"),
            DroppedBy::Precondition => "none of the conditions that it needs is there".to_owned(),
            DroppedBy::Hierarchy(parent) => format!("{parent} includes it"),
        };
        table.push(vec![one.condition.to_string(), one.persons.to_string(), because]);
    }
    table.text() + "\n"
}
