//! A practice under each model: payment, net and the difference from today.
use crate::columns::{Column, Tariffs};
use model::{
    compare::change,
    comparison::Comparison,
    count::Count,
    id::Id,
    measure::MonthlyMoney,
    net::{Net, ShareReading, net},
    outcome::{Outcome, WrongBands},
    practice::Practice,
    tariff::Tariff,
    trace::Traced,
};

/// One practice under one model.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeColumn {
    /// The model.
    pub column: Column,
    /// What the practice is paid a month.
    pub outcome: Outcome,
    /// The payment less today's; none for today's own column.
    pub change: Option<Traced<MonthlyMoney>>,
    /// What may be compared of the model.
    pub comparison: Comparison,
    /// The payment against the carried drug cost, where the cost is known and of the year that the model is for.
    pub net: Option<Net>,
}

/// The practice under every column that can be worked out for what it has told.
pub fn practice_columns(tariffs: &Tariffs, practice: &Practice, reading: ShareReading) -> Vec<PracticeColumn> {
    columns_of(tariffs, practice, reading, Tariff::practice)
}

/// The same with a line for every cell, also where nobody is listed: for a file in which persons can be written.
pub fn practice_columns_in_full(tariffs: &Tariffs, practice: &Practice, reading: ShareReading) -> Vec<PracticeColumn> {
    columns_of(tariffs, practice, reading, Tariff::practice_in_full)
}

type Pay = fn(&Tariff, &Practice) -> Result<Outcome, WrongBands>;

fn columns_of(tariffs: &Tariffs, practice: &Practice, reading: ShareReading, pay: Pay) -> Vec<PracticeColumn> {
    let today = pay(&tariffs.current, practice).ok().map(|outcome| outcome.payment);
    let columns = Column::ALL.into_iter().filter_map(|column| Some((column, tariffs.get(column)?)));
    let known = columns.filter(|(_, tariff)| practice.tells_enough_for(&tariff.model));
    known
        .filter_map(|(column, tariff)| {
            let outcome = pay(tariff, practice).ok()?;
            let comparison = tariffs.comparison(column)?;
            let today = today.as_ref().filter(|_| column != Column::Current);
            let cost = practice.drug_cost.filter(|_| comparison.has_net());
            Some(PracticeColumn {
                column,
                change: today.map(|today| change(today, &outcome.payment)),
                comparison,
                net: cost.map(|cost| net(&outcome.payment, cost, &tariff.cost_share, reading)),
                outcome,
            })
        })
        .collect()
}

/// Factors with more persons than are listed in all, each with its persons, in the order of their ids. Nobody has a
/// condition twice, so one of the two numbers is wrong. Empty when every number can be right.
pub fn too_many_affected(practice: &Practice) -> Vec<(Id, Count)> {
    let listed: Count = practice.listed.iter().map(|(_, count)| *count).sum();
    practice.affected.iter().filter(|(_, count)| **count > listed).map(|(id, count)| (id.clone(), *count)).collect()
}

#[cfg(test)]
mod tests {
    use super::too_many_affected;
    use model::{
        age::{AgeBand, AgeBands},
        cell::PerCell,
        count::Count,
        id::Id,
        practice::Practice,
    };

    #[test]
    fn more_persons_with_a_condition_than_are_listed_are_named() {
        let bands = AgeBands::new(vec![AgeBand { low: 0, high: None }]).unwrap();
        let listed = PerCell::from_values(&bands, vec![Count::from(100), Count::from(20)]).unwrap();
        let affected = [("a", 121), ("b", 120), ("c", 500), ("d", 0)];
        let affected = affected.map(|(id, persons)| (Id::new(id), Count::from(persons)));
        let practice = Practice { listed, affected: affected.into(), drug_cost: None };
        let named = [(Id::new("a"), Count::from(121)), (Id::new("c"), Count::from(500))];
        assert_eq!(too_many_affected(&practice), named, "100 + 20 listed: 120 can be right");
    }
}
