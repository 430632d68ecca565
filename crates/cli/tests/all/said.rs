//! What every text says of its figures: that weights are examples, in which unit money is, and what is not known.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
use crate::run::Folder;

/// Whose weights are examples stands over every text that rests on them, and over no other.
#[test]
fn every_text_says_that_the_weights_are_examples() {
    let folder = Folder::with_region();
    let said = "Example weights: the weights of skane-forslag, or how common its conditions are";
    for command in ["simulate", "compare", "evaluate", "fit"] {
        assert!(folder.done(&format!("{command} region.csv")).contains(said), "{command}");
    }
    folder.write("one.csv", "practice;sex;age;conditions;cost\nA;M;60;diabetes_ovrig;100\n");
    assert!(folder.done("explain one.csv --practice A --model skane-forslag").contains(said));
    folder.write("own.toml", include_str!("../../../catalog/data/models/skane-forslag.toml"));
    assert!(folder.done("validate own.toml").contains(said));
    let both = folder.done("simulate region.csv --model skane-forslag --model skane-forslag-fem");
    assert!(both.contains("the weights of skane-forslag, skane-forslag-fem, or how common their conditions"), "{both}");
    for command in ["simulate one.csv", "evaluate one.csv", "explain one.csv --practice A"] {
        assert!(!folder.done(&format!("{command} --model skane-2026")).contains("Example weights"), "{command}");
    }
    for command in ["simulate", "compare", "evaluate", "fit"] {
        for model in folder.json(&format!("{command} region.csv --format json"))["models"].as_array().unwrap() {
            assert_eq!(model["illustrative"], model["id"] == "skane-forslag", "{command}");
        }
    }
    // the costs of made-up persons follow from weights, those of one's own register do not
    let circular = "the fit finds its own weights again";
    assert!(folder.done("fit region.csv").contains(circular) && !folder.done("fit one.csv").contains(circular));
}

/// No line ends with a blank, and every figure of the measures that is money has its unit.
#[test]
fn tables_are_tidy_and_money_has_a_unit() {
    let folder = Folder::with_region();
    for command in ["simulate", "compare", "evaluate", "fit"] {
        let text = folder.done(&format!("{command} region.csv"));
        assert!(text.lines().all(|line| line.trim_end() == line), "{text}");
    }
    let text = folder.done("evaluate region.csv");
    assert!(text.contains("what is not priced with --price is not known"), "{text}");
    assert!(
        folder.done("simulate --help").contains("0 (or inga, ingen, inget, none or -) says that a person has none")
    );
    let money =
        text.lines().filter(|line| ["net", "left of", "payment", "incentive"].iter().any(|of| line.starts_with(of)));
    assert!(money.clone().count() > 10 && money.clone().all(|line| line.contains("kr")), "{text}");
}

/// Of one practice nothing is known of how practices lie apart: null and a dash, never nought.
#[test]
fn what_takes_two_practices_is_not_nought_of_one() {
    let folder = Folder::with_region();
    folder.done("synth one.csv --practices 1 --listed 300");
    let models = "--model skane-2026 --model skane-forslag";
    let json = folder.json(&format!("evaluate one.csv {models} --format json"));
    for model in json["models"].as_array().unwrap() {
        let nets = &model["net_per_listed"];
        assert!(nets["mean"].is_f64() && nets["median"].is_f64(), "{nets}");
        for apart in ["sd", "iqr", "p10", "p25", "p75", "p90", "distance"] {
            assert!(nets[apart].is_null(), "{apart}: {nets}");
        }
        assert!(
            model["gini"].is_null() && model["payment_on_cost"].is_null() && model["funnel"][0].is_null(),
            "{model}"
        );
        let fifths = model["subgroups"].as_array().unwrap().iter().filter(|group| group["by"] == "practice_size");
        assert!(fifths.map(|group| &group["low"]).all(serde_json::Value::is_null));
    }
    let change = &json["changes"][0];
    assert!(change["gained"].is_f64() && change["moved"].is_null(), "between practices nothing moves: {change}");
    let text = folder.done(&format!("evaluate one.csv {models}"));
    for measure in ["net per listed, standard deviation", "net per listed, 10th", "Gini", "correlation"] {
        let row = text.lines().find(|line| line.starts_with(measure)).unwrap();
        assert!(row.split_whitespace().rev().take(2).all(|cell| cell == "-"), "{row}");
    }
    let fit = folder.json("fit one.csv --least 5 --format json");
    for factor in fit["models"][0]["fit"]["factors"].as_array().unwrap() {
        assert!(factor["standard_error"].is_null() && factor["low"].is_null(), "{factor}");
    }
    let (_, error) = folder.failed("fit one.csv --cross each-practice", 2);
    assert!(error.contains("--cross each-practice: the region has 1 practice. Leave --cross out"), "{error}");
}
