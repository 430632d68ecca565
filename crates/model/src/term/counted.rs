//! What is counted in a model's rules; the page words it.

/// What is counted in a model's rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// Numbers that decide amounts, in the whole model.
    Numbers,
    /// Numbers that one cell's amount is worked out from.
    BaseNumbers,
    /// Amounts of a cell that one person's payment is read from.
    CellAmounts,
    /// Amounts of the table.
    TableAmounts,
    /// Weights.
    Weights,
    /// What points are worth.
    PointValues,
    /// Persons of the reference population, by cell and condition.
    ReferencePersons,
    /// Rules that combine, drop or limit conditions.
    Rules,
    /// The cost share.
    CostShares,
    /// Facts that are collected for each listed person.
    Facts,
    /// The list that the person stands on.
    Lists,
    /// Age and sex.
    AgeAndSex,
    /// Drug classes that count.
    Classes,
    /// Drug classes that are excepted.
    Exceptions,
    /// Conditions that are looked for.
    Conditions,
    /// Ways for collected drugs to show a condition.
    Triggers,
}
