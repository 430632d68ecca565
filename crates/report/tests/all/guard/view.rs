//! All that is published of a practice, by every way out, as one value that can be compared: two practices with the same
//! are one and the same to everybody else.
use model::{
    count::Count,
    id::Id,
    net::ShareReading,
    outcome::PaidFor,
    practice::Practice,
    trace::{Node, Traced},
};
use report::{
    columns::{Column, Tariffs},
    drivers::drivers,
    estimate::estimated_affected,
    guard::{Between, Protection, Published, Total, protect, published, published_practice},
    practice::{PracticeColumn, practice_columns_in_full},
    pyramid::pyramid,
};
use std::rc::Rc;

/// What everybody else sees.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    persons: Persons,
    /// Every figure under every model, with its explanation.
    figures: Vec<Published>,
    /// How many the list is estimated to have with each condition.
    estimated: Option<Vec<(Id, Count)>>,
}

/// What is hidden; every count, or its interval; women, men and all, or nothing where withheld.
pub type Persons = (Protection, Vec<Result<u64, Between>>, Vec<Option<u64>>);

/// Every count with whom it counts: cells, then conditions.
pub fn counts(practice: &Practice) -> Vec<(PaidFor, u64)> {
    let cells = practice.listed.iter().map(|(cell, count)| (PaidFor::Cell(cell), count.get().into()));
    let factors = practice.affected.iter().map(|(id, count)| (PaidFor::Factor(id.clone()), count.get().into()));
    cells.chain(factors).collect()
}

/// The sums that are published.
pub fn sums(practice: &Practice, protection: &Protection) -> Vec<(Total, Option<u64>)> {
    let totals = model::sex::Sex::ALL.map(Total::Sex).into_iter().chain([Total::Listed]);
    let cells = counts(practice);
    let of = |total: Total| {
        let is_in = |what: &PaidFor| {
            matches!((what, total), (PaidFor::Cell(_), Total::Listed))
                || matches!((what, total), (PaidFor::Cell(cell), Total::Sex(sex)) if cell.sex == sex)
        };
        cells.iter().filter(|(what, _)| is_in(what)).map(|(_, n)| n).sum()
    };
    totals.map(|total| (total, (!protection.withholds(total)).then(|| of(total)))).collect()
}

fn figures(tariffs: &Tariffs, practice: &Practice, column: &PracticeColumn) -> Vec<Rc<Node>> {
    fn node<T>(traced: &Traced<T>) -> Rc<Node>
    where
        T: model::measure::Measure,
    {
        Rc::clone(traced.node())
    }
    let outcome = &column.outcome;
    let mut all = vec![node(&outcome.payment), node(&outcome.payment.per_year()), node(&outcome.listed)];
    all.extend([node(&outcome.capitation()), node(&outcome.case_mix())]);
    all.extend(outcome.per_listed().iter().map(node));
    for line in &outcome.lines {
        all.extend([node(&line.basis), node(&line.rate), node(&line.amount)]);
    }
    if let Some(net) = &column.net {
        all.extend([node(&net.carried), node(&net.net), node(&net.net.per_year())]);
    }
    if let Some(change) = &column.change {
        all.push(node(change));
        let tariff = tariffs.get(column.column).filter(|_| column.column == Column::Scenario);
        if let Some(drivers) = tariff.and_then(|tariff| drivers(tariff, practice, outcome, change)) {
            let mut factors = drivers.factors;
            factors.sort_by(|a, b| a.factor.cmp(&b.factor));
            all.extend(factors.iter().take(3).flat_map(|of| [node(&of.expected), node(&of.excess), node(&of.amount)]));
        }
    }
    all
}

/// What everybody else sees of a practice at a threshold.
pub fn view(practice: &Practice, tariffs: &Tariffs, threshold: u32) -> View {
    let (protection, ..) = persons(practice, tariffs, threshold);
    let columns = practice_columns_in_full(tariffs, practice, ShareReading::AtNet);
    let mut nodes: Vec<Rc<Node>> = columns.iter().flat_map(|column| figures(tariffs, practice, column)).collect();
    let reference = &tariffs.proposal.model.case_mix().unwrap().reference;
    let shares = pyramid(&practice.listed, reference).unwrap_or_default();
    nodes.extend(shares.iter().flat_map(|band| &band.own).map(|share| Rc::clone(share.node())));
    let mix = tariffs.proposal.model.case_mix().unwrap();
    View {
        estimated: estimated_affected(mix, &published_practice(practice, &protection).listed),
        figures: nodes.iter().map(|node| published(node, &protection)).collect(),
        persons: persons(practice, tariffs, threshold),
    }
}

/// What everybody else sees of persons: what is hidden, each count as it is or as its interval, and the sums.
pub fn persons(practice: &Practice, tariffs: &Tariffs, threshold: u32) -> Persons {
    let protection = protect(practice, tariffs, threshold);
    let told = |(what, n): (PaidFor, u64)| protection.of(&what).map_or(Ok(n), |hidden| Err(hidden.between));
    let counts = counts(practice).into_iter().map(told).collect();
    let sums = sums(practice, &protection).into_iter().map(|(_, sum)| sum).collect();
    (protection, counts, sums)
}
