//! A practice under the shipped models, and books of it. Words are the names of the code.
use catalog::{SKANE_2025, SKANE_2026, SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE};
use exchange::workbook::{Book, Labels, PracticeColumn, Properties, Sheet, SourceName, Word, practice_sheet, write};
use model::{
    case_mix::Normalisation,
    cell::PerCell,
    citation::Status,
    count::Count,
    id::Id,
    localized::Localized,
    measure::{Measure, MonthlyMoney, Share, Weight},
    net::ShareReading,
    payment_model::PaymentModel,
    practice::Practice,
    quantity::Unit,
    term::Term,
    trace::Node,
};
use report::{
    columns::Tariffs,
    practice::{PracticeColumn as Column, practice_columns_in_full},
};
use rust_decimal::Decimal;
use std::rc::Rc;

pub struct Words;

impl Labels for Words {
    fn term(&self, term: &Term) -> String {
        format!("{term:?}")
    }
    fn unit(&self, unit: Unit) -> String {
        format!("{unit:?}")
    }
    fn status(&self, status: Status) -> String {
        format!("{status:?}")
    }
    fn source(&self, id: &Id) -> Option<SourceName> {
        let catalogue = catalog::shipped();
        let source = catalogue.source(id)?;
        let [title, publisher, date] = [&source.title, &source.publisher, &source.date].map(ToString::to_string);
        Some(SourceName { title, publisher, date })
    }
    fn note(&self, note: &Localized) -> String {
        note.sv.to_string()
    }
    fn word(&self, word: Word) -> String {
        format!("{word:?}")
    }
}

pub fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn shipped(id: &str) -> Rc<PaymentModel> {
    Rc::clone(catalog::shipped().model(&Id::new(id)).unwrap())
}

/// The proposal with a budget rule; the scenario is it with a weight, an amount and the cost share edited.
pub fn tariffs(proposal: &PaymentModel, rule: Normalisation) -> Tariffs {
    let proposal = proposal.with_normalisation(rule);
    let first = proposal.case_mix().unwrap().conditions[0].id.clone();
    let cell = proposal.bands.cells().nth(3).unwrap();
    let scenario = proposal.with_weight(&first, Weight::of(d("41.5"))).with_cost_share(Share::of(d("0.65")));
    let scenario = scenario.with_rate(cell, Measure::of(d("99.95")));
    let tariff = |model: PaymentModel| Rc::new(Rc::new(model).tariff().unwrap());
    Tariffs {
        earlier: tariff((*shipped(SKANE_2025)).clone()),
        current: tariff((*shipped(SKANE_2026)).clone()),
        proposal: tariff(proposal),
        scenario: Ok(tariff(scenario)),
    }
}

/// 23, 60, 97, … listed, nobody in the sixth cell; some of them with each condition; a drug cost with öre.
pub fn practice(tariffs: &Tariffs) -> Practice {
    let model = &tariffs.proposal.model;
    let mut number = 0u16;
    let listed = PerCell::from_fn(&model.bands, |_| {
        number += 1;
        Count::from(if number == 6 { 0 } else { 23 + 37 * (number - 1) % 400 })
    });
    let factors = model.case_mix().unwrap().factors();
    let affected = (0u16..).zip(factors).map(|(i, factor)| (factor.id.clone(), Count::from(11 + 13 * i % 90)));
    Practice { listed, affected: affected.collect(), drug_cost: Some(MonthlyMoney::of(d("1234567.89"))) }
}

pub fn columns(tariffs: &Tariffs, practice: &Practice) -> Vec<Column> {
    practice_columns_in_full(tariffs, practice, ShareReading::AtNet)
}

pub fn sheet(columns: &[Column]) -> Sheet {
    let columns: Vec<_> = columns
        .iter()
        .map(|column| PracticeColumn {
            heading: match column.column {
                report::columns::Column::Earlier => "2025",
                report::columns::Column::Current => "2026",
                report::columns::Column::Proposal => "proposal",
                report::columns::Column::Scenario => "scenario",
            },
            outcome: &column.outcome,
            change: column.change.as_ref(),
            net: column.net.as_ref(),
        })
        .collect();
    practice_sheet(&columns, &Words)
}

pub fn book(sheets: Vec<Sheet>) -> Book<'static> {
    Book {
        title: "A practice".to_owned(),
        about: vec!["What it is".to_owned(), "=1+1 is a text".to_owned()],
        properties: Properties {
            author: "Viktat 0".to_owned(),
            subject: "skane-2026".to_owned(),
            created: (2026, 5, 7),
        },
        sheets,
        labels: &Words,
    }
}

pub fn file(columns: &[Column]) -> Vec<u8> {
    write(&book(vec![sheet(columns)])).unwrap()
}

/// Both proposals under each budget rule.
pub fn all() -> Vec<(String, Tariffs)> {
    let rules = [Normalisation::PerCellNeutral, Normalisation::ScalarToBudget, Normalisation::None];
    let both = [SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE];
    let pairs = both.into_iter().flat_map(|id| rules.map(|rule| (id, rule)));
    pairs.map(|(id, rule)| (format!("{id}-{rule:?}"), tariffs(&shipped(id), rule))).collect()
}

/// Every node under these figures, each pointer once.
pub fn nodes(columns: &[Column]) -> Vec<Rc<Node>> {
    let mut found = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for column in columns {
        let Column { outcome, change, net, .. } = column;
        let lines = outcome.lines.iter().flat_map(|line| [line.basis.node(), line.rate.node(), line.amount.node()]);
        let net = net.iter().flat_map(|net| [net.carried.node(), net.net.node()]);
        let sums = [outcome.payment.node(), outcome.listed.node()];
        let all = lines.chain(net).chain(sums).chain(change.iter().map(|change| change.node()));
        all.for_each(|node| walk(node, &mut seen, &mut found));
    }
    found
}

fn walk(node: &Rc<Node>, seen: &mut std::collections::HashSet<*const Node>, found: &mut Vec<Rc<Node>>) {
    if seen.insert(Rc::as_ptr(node)) {
        found.push(Rc::clone(node));
        node.how.inputs().into_iter().for_each(|input| walk(input, seen, found));
    }
}
