//! What is counted in a model's rules.
use super::figures;

figures! { ($)
/// What is counted in a model's rules.
#[derive(Copy)]
Counted as counted_figures {
    /// Numbers that decide amounts, in the whole model.
    Numbers = "modelNumbers" => term_counted_numbers();
    /// Numbers that one cell's amount is worked out from.
    BaseNumbers = "baseNumbers" => term_counted_base();
    /// Amounts of a cell that one person's payment is read from.
    CellAmounts = "cellAmounts" => term_counted_cell();
    /// Amounts of the table.
    TableAmounts = "tableAmounts" => term_counted_table();
    /// Weights.
    Weights = "weights" => term_counted_weights();
    /// What points are worth.
    PointValues = "pointValues" => term_counted_points();
    /// Persons of the reference population, by cell and condition.
    ReferencePersons = "referencePersons" => term_counted_reference();
    /// Rules that combine, drop or limit conditions.
    Rules = "rules" => term_counted_rules();
    /// The cost share.
    CostShares = "costShares" => term_counted_cost_share();
    /// Facts that are collected for each listed person.
    Facts = "facts" => term_counted_facts();
    /// The list that the person stands on.
    Lists = "lists" => term_counted_list();
    /// Age and sex.
    AgeAndSex = "ageAndSex" => term_counted_age_and_sex();
    /// Drug classes that count.
    Classes = "drugClasses" => term_counted_classes();
    /// Drug classes that are excepted.
    Exceptions = "drugExceptions" => term_counted_exceptions();
    /// Conditions that are looked for.
    Conditions = "conditions" => term_counted_conditions();
    /// Ways for collected drugs to show a condition.
    Triggers = "triggers" => term_counted_triggers();
} }
