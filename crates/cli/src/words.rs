//! The command's words for figures and how they were made, and text of the user's among them. Knows no amounts.
use crate::models::place;
use model::{
    cell::Cell,
    id::Id,
    proxy::DrugMeasure,
    statistic::Statistic,
    term::{Pooled, Term},
    trace::{How, Node},
};

/// Text of the user's within a sentence.
pub fn quoted(text: &str) -> String {
    ["\"", &text.replace(char::is_control, " "), "\""].concat()
}

/// So many: one, or several.
pub fn many(number: u64, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// The same of the length of something that is there.
pub fn many_of(number: usize, one: &str, several: &str) -> String {
    many(number as u64, one, several)
}

/// The unit as it is written in `--price`.
pub fn unit(measure: DrugMeasure) -> &'static str {
    match measure {
        DrugMeasure::Dispensings => "dispensing",
        DrugMeasure::Packages => "package",
        DrugMeasure::Ddd => "ddd",
    }
}

/// A figure of a practice's payment: what it is, its number and how it was made.
pub fn figure(node: &Node) -> String {
    format!("{} = {} ({})", term(&node.term), node.value.value.normalize(), how(&node.how))
}

/// What the figure is, for every term that a payment is made of.
fn term(term: &Term) -> String {
    match term {
        Term::CellRate(cell) => of_cell("the table's amount", *cell),
        Term::BaseRate(cell) => of_cell("amount for age and sex", *cell),
        Term::ExpectedRate(cell) => of_cell("mean for the conditions", *cell),
        Term::ExpectedFactorRate(cell, id) => of_both("mean for", id, *cell),
        Term::FactorShare(cell, id) => of_both("share with", id, *cell),
        Term::ReferenceListed(cell) => of_cell("reference population", *cell),
        Term::ReferenceAffected(cell, id) => of_both("reference population with", id, *cell),
        Term::ReferenceAffectedAll(id) => of("reference population with", id),
        Term::Listed(cell) => of_cell("listed", *cell),
        Term::Affected(id) => of("persons with", id),
        Term::FactorWeight(id) => of("weight of", id),
        Term::FactorRate(id) => of("weight in kronor of", id),
        Term::ScaledFactorRate(id) => of("weight after the budget factor of", id),
        Term::RelativeWeight(id) => of("weight relative to the reference weight of", id),
        Term::CellPayment(cell) => of_cell("payment", *cell),
        Term::FactorPayment(id) => of("payment for", id),
        Term::Pooled(Pooled::Pot(id)) => of("sum shared as", id),
        Term::Pooled(Pooled::Rate(id)) => of("per listed of", id),
        Term::Pooled(Pooled::Payment(id)) => of("payment from", id),
        Term::Pooled(Pooled::Listed(practice)) => of("listed at", practice),
        Term::Pooled(Pooled::ListedOfAll) => "listed at all practices".to_owned(),
        whole => of_all(whole).to_owned(),
    }
}

fn of_all(term: &Term) -> &'static str {
    match term {
        Term::ReferenceWeight => "reference weight",
        Term::ReferenceRate => "value of the reference weight",
        Term::BudgetFactor => "budget factor",
        Term::Budget => "budget for the reference population",
        Term::UnscaledTotal => "total before the budget factor",
        Term::ReferenceTotal => "total for the reference population",
        Term::CapitationPayment => "payment for age and sex",
        Term::CaseMixPayment => "payment for conditions",
        Term::Payment => "payment",
        other => other.name(),
    }
}

fn of(what: &str, id: &Id) -> String {
    format!("{what} {id}")
}

fn of_cell(what: &str, cell: Cell) -> String {
    format!("{what}, {}", place(cell))
}

fn of_both(what: &str, id: &Id, cell: Cell) -> String {
    format!("{what} {id}, {}", place(cell))
}

fn how(how: &How) -> String {
    match how {
        How::Parameter(citation) => format!("{}: {}", citation.source, citation.heading),
        How::Edited { original, citation } => {
            format!("edited; {} in {}: {}", original.value.normalize(), citation.source, citation.heading)
        }
        How::Statistic(statistic, _) => described(*statistic),
        How::CoOccurrence(..) => format!("{}, taken as independent", how.name()),
        plain => plain.name().to_owned(),
    }
}

fn described(statistic: Statistic) -> String {
    match statistic {
        Statistic::Mean => "mean".to_owned(),
        Statistic::StandardDeviation => "standard deviation".to_owned(),
        Statistic::Percentile(percent) => format!("percentile {percent}"),
        Statistic::ShareAboveZero => "share above zero".to_owned(),
        Statistic::MeanAboveZero => "mean of those above zero".to_owned(),
        Statistic::MeanBelowZero => "mean of those below zero".to_owned(),
        Statistic::HalfDistance => "half of the distances".to_owned(),
    }
}
