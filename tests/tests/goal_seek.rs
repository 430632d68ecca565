//! Goals of a vårdcentral under the shipped models, from `cases/goal_seek.toml`: the value that is found is put in, and
//! the core gives the target; a goal out of reach tells the range.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]
use model::{
    case_mix::Normalisation,
    cell::Cell,
    count::Count,
    edit::Edit,
    goal_seek::{Asked, Goal, Point, Question, Under, Unknown, goal_seek},
    id::Id,
    measure::{Measure, MonthlyMoney},
    net::{ShareReading, net},
    payment_model::PaymentModel,
    scenario::Scenario,
    sex::Sex,
    value::Key,
};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::Deserialize;
use std::{collections::BTreeSet, rc::Rc};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    practice: Entered,
    case: Vec<Case>,
}

/// The practice of every case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entered {
    listed_in_every_cell: u16,
    with_every_factor: u16,
    drug_cost: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// The model that the scenario starts from.
    start: String,
    rule: Option<Rule>,
    /// Another model that pays.
    under: Option<String>,
    asked: Ask,
    /// The model whose payment is taken away.
    less: Option<String>,
    #[serde(default)]
    share_drawn_at_the_net: bool,
    unknown: Sought,
    target: String,
    /// The value that gives the target.
    value: Option<String>,
    /// Values on either side, where none gives it.
    between: Option<[String; 2]>,
    /// The lowest and the highest result to the öre, where the target lies outside.
    reach: Option<[String; 2]>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Rule {
    None,
    Scalar,
    PerCell,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Ask {
    Payment,
    PaymentLess,
    Net,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Sought {
    Weight(String),
    AllWeights,
    CostShare,
    /// A woman's age, or a man's.
    RateWoman(u8),
    ListedMan(u8),
    Affected(String),
    DrugCost,
}

fn cases() -> Cases {
    toml::from_str(include_str!("../cases/goal_seek.toml")).unwrap()
}

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn shipped(id: &str) -> Rc<PaymentModel> {
    Rc::clone(catalog::shipped().model(&Id::new(id)).unwrap())
}

fn scenario(case: &Case, practice: &Entered) -> Scenario {
    let start = shipped(&case.start);
    let cells: Vec<_> = start.bands.cells().collect();
    let listed = cells.iter().map(|cell| (*cell, Some(Count::from(practice.listed_in_every_cell))));
    let factors = start.case_mix().into_iter().flat_map(|mix| mix.factors().collect::<Vec<_>>());
    let affected = factors.map(|factor| (factor.id.clone(), Some(Count::from(practice.with_every_factor))));
    let rule = case.rule.map(|rule| match rule {
        Rule::None => Normalisation::None,
        Rule::Scalar => Normalisation::ScalarToBudget,
        Rule::PerCell => Normalisation::PerCellNeutral,
    });
    let reading = if case.share_drawn_at_the_net { ShareReading::AtNet } else { ShareReading::InTable };
    let edits = [
        Edit::each(Key::Listed, listed.collect()),
        Edit::each(Key::Affected, affected.collect()),
        Edit::set(Key::DrugCost, MonthlyMoney::of(d(&practice.drug_cost))),
        Edit::set(Key::Reading, reading),
    ];
    let edits = edits.into_iter().chain(rule.map(|value| Edit::set(Key::Normalisation, value)));
    let start = Scenario::new(Rc::clone(&start), catalog::shipped().guideline);
    edits.fold(start, |scenario, edit| scenario.apply(&edit))
}

fn cell(model: &PaymentModel, sex: Sex, age: u8) -> Cell {
    let holds = |cell: &Cell| cell.sex == sex && cell.band.low <= age && cell.band.high.is_none_or(|high| age <= high);
    model.bands.cells().find(holds).unwrap()
}

fn unknown(sought: &Sought, model: &PaymentModel) -> Unknown {
    match sought {
        Sought::Weight(id) => Unknown::Value(Key::Weight(Id::new(id))),
        Sought::AllWeights => Unknown::AllWeights,
        Sought::CostShare => Unknown::Value(Key::CostShare),
        Sought::RateWoman(age) => Unknown::Value(Key::Rate(cell(model, Sex::Woman, *age))),
        Sought::ListedMan(age) => Unknown::Value(Key::Listed(cell(model, Sex::Man, *age))),
        Sought::Affected(id) => Unknown::Value(Key::Affected(Id::new(id))),
        Sought::DrugCost => Unknown::Value(Key::DrugCost),
    }
}

/// The result by the core's own steps, without the goal seek.
fn result(case: &Case, scenario: &Scenario) -> Decimal {
    let practice = scenario.entered_practice().unwrap();
    let paid = |model: &Rc<PaymentModel>| {
        let tariff = model.tariff().unwrap();
        let outcome = tariff.practice(&practice).unwrap();
        (tariff, outcome)
    };
    let (tariff, outcome) = paid(&case.under.as_deref().map_or_else(|| scenario.model(), shipped));
    let payment = outcome.payment.value().decimal();
    match case.asked {
        Ask::Payment => payment,
        Ask::PaymentLess => payment - paid(&shipped(case.less.as_deref().unwrap())).1.payment.value().decimal(),
        Ask::Net => {
            let reading = scenario.practice().reading;
            let result = net(&outcome.payment, practice.drug_cost.unwrap(), &tariff.cost_share, reading);
            result.net.value().decimal()
        }
    }
}

fn sought(case: &Case, scenario: &Scenario) -> (Unknown, Goal) {
    let what = unknown(&case.unknown, &scenario.start);
    let (under, less) = (case.under.as_deref().map(shipped), case.less.as_deref().map(shipped));
    let asked = match case.asked {
        Ask::Payment => Asked::Payment,
        Ask::PaymentLess => Asked::PaymentLess(less.as_ref().unwrap()),
        Ask::Net => Asked::Net,
    };
    let under = under.as_ref().map_or(Under::Scenario, Under::Model);
    let goal = goal_seek(MonthlyMoney::of(d(&case.target)), &what, &Question { scenario, under, asked });
    (what, goal)
}

/// What is wrong with the answer.
fn fault(case: &Case, practice: &Entered) -> Option<String> {
    let scenario = scenario(case, practice);
    let (what, goal) = sought(case, &scenario);
    let put_in = |point: &Point| {
        let edit = what.edit(point.value, &scenario);
        result(case, &edit.map_or_else(|| scenario.clone(), |edit| scenario.apply(&edit)))
    };
    let target = d(&case.target);
    let value_is = |point: &Point, expected: &Option<String>| expected.as_deref().map(d) == Some(point.value);
    let good = match &goal {
        Goal::Reached(point) => (put_in(point) - target).abs() <= Decimal::ONE && value_is(point, &case.value),
        Goal::Between { below, above } => {
            let values = [below.value, above.value].map(|value| value.to_string());
            put_in(below) < target && target < put_in(above) && case.between.as_ref() == Some(&values)
        }
        Goal::OutOfReach { least, most } => {
            let ends = [put_in(least), put_in(most)];
            let told = ends.map(|end| end.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero));
            (target < ends[0] || ends[1] < target)
                && case.reach.as_ref().is_some_and(|reach| [d(&reach[0]), d(&reach[1])] == told)
        }
        Goal::NoEffect(_) | Goal::NotComputable(_) => false,
    };
    (!good).then(|| format!("{}: {goal:?}", case.name))
}

#[test]
fn every_goal_is_met_or_told_to_be_out_of_reach() {
    let Cases { practice, case } = cases();
    let faults: Vec<_> = case.iter().filter_map(|case| fault(case, &practice)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn there_are_twenty_goals_within_reach_and_five_beyond() {
    let cases = cases().case;
    let names: BTreeSet<_> = cases.iter().map(|case| &case.name).collect();
    assert_eq!(names.len(), cases.len(), "two cases have one name");
    let beyond = cases.iter().filter(|case| case.reach.is_some()).count();
    assert!(beyond >= 5 && cases.len() - beyond >= 20, "{beyond} of {}", cases.len());
}
