//! At the limits of what a request may hold, every product and sum is still exact arithmetic: nothing overflows.
use super::call::call;
use model::{case_mix::SignRule, id::Id, value::Key};
use serde_json::{Map, Value as Json, json};

const SMALLEST: &str = "0.000001";
const LARGEST: &str = "10000000";

/// Every cell full, every factor as common as can be, one weight and one rate for all.
fn extreme(model: &model::payment_model::PaymentModel, rule: Option<&str>, rate: &str, weight: &str) -> Json {
    let factors = model.case_mix().into_iter().flat_map(|mix| mix.factors().map(|factor| factor.id.clone()));
    let ids: Vec<Id> = factors.collect();
    let everybody = "100000000";
    let cells = model.bands.cells().flat_map(|cell| [(Key::Listed(cell), everybody), (Key::Rate(cell), rate)]);
    let factors = ids.into_iter().flat_map(|id| [(Key::Affected(id.clone()), everybody), (Key::Weight(id), weight)]);
    let single = [(Key::DrugCost, "1000000000000"), (Key::CostShare, "1"), (Key::Reading, "atNet")];
    let values = cells.chain(factors).chain(single).chain(rule.map(|rule| (Key::Normalisation, rule)));
    let values: Map<_, _> = values.map(|(key, value)| (key.to_string(), json!(value))).collect();
    json!({ "version": 1, "model": model.id.as_str(), "values": values })
}

#[test]
fn extreme_requests_are_answered_or_refused() {
    let mut answered = 0;
    for model in &catalog::shipped().models {
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
    for (listed, doctors, guideline) in [("100000000", "0.000001", "1"), ("1", "1000000", "10000000"), ("0", "0", "1")]
    {
        let request = json!({ "version": 1, "values": { "persons": listed, "fte.specialist": doctors, "fte.st": doctors,
            "cover.specialist": guideline, "cover.st": guideline } });
        assert!(call("staffing", &request).is_ok(), "{request}");
    }
}

#[test]
fn a_year_of_costs_lies_within_the_table_of_bounds() {
    let one = json!({ "listed.man.60-64": "1" });
    let asked = |year: u32| {
        let request = json!({ "version": 1, "model": "skane-2026", "values": one, "costYear": year });
        call("simulatePractice", &request)
    };
    for (year, taken) in [(0, false), (1999, false), (2000, true), (2100, true), (2101, false), (20266, false)] {
        assert_eq!(asked(year).is_ok(), taken, "{year}");
    }
}

#[test]
fn the_limits_hold_for_the_shipped_models() {
    // amounts that cancel could be scaled without limit: a model with negative weights needs another bound first
    for model in &catalog::shipped().models {
        assert!(model.case_mix().is_none_or(|mix| mix.sign == SignRule::NonNegative), "{}", model.id);
    }
}
