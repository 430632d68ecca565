//! Trees of explanations: each figure can be made again from those below it, and its leaves say where they come from.
use super::{
    call::call,
    shared::requests::{asked, person, practice, staffing},
};
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

fn explanation(request: &Json) -> Json {
    call("explain", request).unwrap()["explanation"].clone()
}

fn value(node: &Json) -> Decimal {
    node["value"].as_str().unwrap().parse().unwrap()
}

/// Every figure of the tree.
fn all(node: &Json) -> Vec<Json> {
    let below = node["inputs"].as_array().unwrap().iter().flat_map(all);
    std::iter::once(node.clone()).chain(below).collect()
}

fn made_again(node: &Json) -> Option<Decimal> {
    let inputs: Vec<Decimal> = node["inputs"].as_array().unwrap().iter().map(value).collect();
    Some(match (node["how"].as_str().unwrap(), inputs.as_slice()) {
        ("sum", parts) => parts.iter().sum(),
        ("difference", [a, b]) => a - b,
        ("product", [a, b]) => a * b,
        ("quotient", [a, b]) => a / b,
        ("twelveMonths", [month]) => *month * Decimal::from(12),
        ("input" | "parameter" | "edited", []) => value(node),
        _ => return None,
    })
}

#[test]
fn every_figure_of_a_net_is_made_of_those_below_it() {
    let tree = explanation(&asked(practice(), "practice", "net"));
    assert_eq!(
        (&tree["term"], &tree["how"], &tree["unit"]),
        (&json!("net"), &json!("difference"), &json!("krPerMonth"))
    );
    let figures = all(&tree);
    assert!(figures.len() > 50);
    for figure in &figures {
        assert_eq!(made_again(figure), Some(value(figure)), "{}", figure["term"]);
    }
}

#[test]
fn leaves_are_given_cited_or_edited() {
    let mut request = asked(person(catalog::ANDERS, catalog::SKANE_PROPOSAL_FIVE), "person", "payment");
    request["values"] = json!({ "weight.diabetes": "170" });
    let figures = all(&explanation(&request));
    let edited: Vec<_> = figures.iter().filter(|figure| figure["how"] == "edited").collect();
    assert!(!edited.is_empty());
    for figure in edited {
        let found = (&figure["factor"], &figure["value"], &figure["original"]);
        assert_eq!(found, (&json!("diabetes"), &json!("170"), &json!("180")));
    }
    for figure in figures.iter().filter(|figure| figure["inputs"] == json!([])) {
        assert_eq!(figure["citation"].is_null(), figure["how"] == "input", "{}", figure["term"]);
    }
}

#[test]
fn levels_cut_the_tree_and_say_so() {
    let mut request = asked(staffing(), "staffing", "gapFte");
    request["levels"] = 2.into();
    let tree = explanation(&request);
    assert_eq!(
        (&tree["cut"], &tree["inputs"][0]["cut"], &tree["inputs"][0]["inputs"]),
        (&json!(false), &json!(true), &json!([]))
    );
    assert_eq!(tree["inputs"][1]["cut"], false, "a leaf has nothing to cut");
}

#[test]
fn a_tree_that_is_too_large_is_refused_with_a_remedy_that_helps() {
    let mut request = asked(practice(), "practice", "payment");
    request["model"] = catalog::SKANE_PROPOSAL.into();
    request["values"] = json!({ "listed.woman.60-64": "300", "affected.gikt": "0", "normalisation": "scalarToBudget" });
    let thrown = call("explain", &request).unwrap_err();
    assert_eq!(thrown["errors"][0]["code"], "too-large");
    request["levels"] = 3.into();
    assert_eq!(explanation(&request)["term"], "payment");
}
