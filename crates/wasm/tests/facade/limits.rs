//! At the limits of what a request may hold, every product and sum is still exact arithmetic: nothing overflows.
use super::call::call;
use catalog::Catalogue;
use model::{case_mix::SignRule, cell::Cell, sex::Sex};
use serde_json::{Map, Value as Json, json};

const SMALLEST: &str = "0.000001";
const LARGEST: &str = "10000000";

fn cell(cell: Cell, member: &str, value: &Json) -> Json {
    let sex = if cell.sex == Sex::Man { "man" } else { "woman" };
    let mut row = json!({ "sex": sex, "low": cell.band.low, "high": cell.band.high });
    row[member] = value.clone();
    row
}

/// Every cell full, every factor as common as can be, one weight and one rate for all.
fn extreme(model: &model::payment_model::PaymentModel, rule: Option<&str>, rate: &str, weight: &str) -> Json {
    let cells: Vec<Cell> = model.bands.cells().collect();
    let rows = |member, value: Json| cells.iter().map(|c| cell(*c, member, &value)).collect::<Vec<_>>();
    let ids: Vec<String> =
        model.case_mix().map(|m| m.factors().map(|f| f.id.to_string()).collect()).unwrap_or_default();
    let each = |value: Json| ids.iter().map(|id| (id.clone(), value.clone())).collect::<Map<_, _>>();
    let mut request = json!({
        "version": 1, "model": model.id.as_str(), "listed": rows("count", json!(100_000_000)),
        "affected": each(json!(100_000_000)), "weights": each(json!(weight)), "rates": rows("rate", json!(rate)),
        "drugCost": "1000000000000", "costShare": "1", "costShareReading": "atNet",
    });
    if let Some(rule) = rule {
        request["normalisation"] = rule.into();
    }
    request
}

#[test]
fn extreme_requests_are_answered_or_refused() {
    let mut answered = 0;
    for model in &Catalogue::shipped().models {
        let rules: &[Option<&str>] = match model.case_mix() {
            Some(_) => &[Some("none"), Some("scalarToBudget"), Some("perCellNeutral")],
            None => &[None],
        };
        for rule in rules {
            for (rate, weight) in [(LARGEST, LARGEST), (SMALLEST, LARGEST), (LARGEST, SMALLEST), (SMALLEST, SMALLEST)] {
                let request = extreme(model, *rule, rate, weight);
                answered += usize::from(call("simulatePractice", &request).is_ok());
            }
        }
    }
    assert!(answered > 8, "only {answered} answered");
}

#[test]
fn the_smallest_and_largest_staffing_are_worked_out() {
    for (listed, doctors, guideline) in [(100_000_000, "0.000001", "1"), (1, "1000000", "10000000"), (0, "0", "1")] {
        let request = json!({ "version": 1, "listed": listed, "specialists": doctors, "st": doctors,
            "guideline": { "specialist": guideline, "st": guideline } });
        assert!(call("staffing", &request).is_ok(), "{request}");
    }
}

#[test]
fn a_year_of_costs_lies_within_the_table_of_bounds() {
    let one = json!([{ "sex": "man", "low": 60, "high": 64, "count": 1 }]);
    let asked = |year: u32| {
        let request = json!({ "version": 1, "model": "skane-2026", "listed": one, "affected": {}, "costYear": year });
        call("simulatePractice", &request)
    };
    for (year, taken) in [(0, false), (1999, false), (2000, true), (2100, true), (2101, false), (20266, false)] {
        assert_eq!(asked(year).is_ok(), taken, "{year}");
    }
}

#[test]
fn the_limits_hold_for_the_shipped_models() {
    // amounts that cancel could be scaled without limit: a model with negative weights needs another bound first
    for model in &Catalogue::shipped().models {
        assert!(model.case_mix().is_none_or(|mix| mix.sign == SignRule::NonNegative), "{}", model.id);
    }
}
