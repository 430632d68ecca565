//! What the answers say: the figures are the core's own.
use super::{
    call::{call, problems},
    shared::requests::{asked, person, practice, staffing},
};
use catalog::{ANDERS, JOHAN, SKANE_2026, SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE};
use model::{id::Id, measure::Measure};
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

fn decimal(value: &Json) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

fn pays(id: &str, model: &str) -> Decimal {
    decimal(&call("simulatePerson", &person(id, model)).unwrap()["payment"])
}

#[test]
fn johan_and_anders_bring_the_same_today() {
    assert_eq!(pays(JOHAN, SKANE_2026), pays(ANDERS, SKANE_2026));
}

#[test]
fn under_the_five_conditions_anders_brings_all_five_weights_more_than_johan() {
    // 180 + 60 + 250 + 50 + 40
    assert_eq!(pays(ANDERS, SKANE_PROPOSAL_FIVE) - pays(JOHAN, SKANE_PROPOSAL_FIVE), Decimal::from(580));
}

#[test]
fn a_payment_is_the_core_s_own_to_the_last_digit() {
    let catalogue = catalog::shipped();
    for id in [JOHAN, ANDERS] {
        let model = catalogue.model(&Id::new(SKANE_PROPOSAL)).unwrap();
        let who = catalogue.person(&Id::new(id)).unwrap();
        let conditions = model.case_mix().unwrap().shown_by(&who.dispensed);
        let person_of_core = model::practice::Person { sex: who.sex, age: who.age, conditions };
        let (outcome, _) = model.tariff().unwrap().person(&person_of_core);
        assert_eq!(pays(id, SKANE_PROPOSAL), outcome.payment.value().decimal());
    }
}

#[test]
fn lines_are_basis_times_rate_and_cite_where_the_rate_comes_from() {
    let answer = call("simulatePractice", &practice()).unwrap();
    let lines = answer["lines"].as_array().unwrap();
    for line in lines {
        assert_eq!(decimal(&line["basis"]) * decimal(&line["rate"]), decimal(&line["amount"]));
        assert!(!line["citations"].as_array().unwrap().is_empty());
    }
    let sum: Decimal = lines.iter().map(|line| decimal(&line["amount"])).sum();
    assert_eq!(sum, decimal(&answer["payment"]));
    assert_eq!(decimal(&answer["capitation"]) + decimal(&answer["caseMix"]), sum);
    assert_eq!(sum * Decimal::from(12), decimal(&answer["paymentPerYear"]));
    assert_eq!(answer["listed"], 552);
}

#[test]
fn a_named_condition_pays_as_one_that_drugs_show() {
    let named = json!({ "version": 1, "model": SKANE_PROPOSAL_FIVE, "sex": "man", "age": 60,
        "conditions": ["diabetes", "hjart_karl", "antikoagulation", "inflammation", "cancer"] });
    let shown = call("simulatePerson", &person(ANDERS, SKANE_PROPOSAL_FIVE));
    assert_eq!(call("simulatePerson", &named), shown);
}

#[test]
fn an_edited_weight_is_paid_and_the_base_sinks_by_what_it_adds_on_average() {
    let mut edited = person(ANDERS, SKANE_PROPOSAL_FIVE);
    edited["values"] = json!({ "weight.cancer": "45.5" });
    let answer = call("simulatePerson", &edited).unwrap();
    let amount = |answer: &Json, index: usize| decimal(&answer["lines"][index]["amount"]);
    let before = call("simulatePerson", &person(ANDERS, SKANE_PROPOSAL_FIVE)).unwrap();
    assert_eq!(answer["lines"][5]["paidFor"], json!({ "kind": "factor", "id": "cancer" }));
    assert_eq!(amount(&answer, 5), "45.5".parse::<Decimal>().unwrap());
    assert!(amount(&answer, 0) < amount(&before, 0));
}

#[test]
fn a_condition_that_another_includes_is_dropped_with_its_reason() {
    let mix = catalog::shipped().model(&Id::new(SKANE_PROPOSAL)).unwrap().case_mix().unwrap().clone();
    let rule = &mix.hierarchy[0];
    let [parent, child] =
        [rule.parent, rule.drops.positions().next().unwrap()].map(|i| mix.conditions[i].id.to_string());
    let request =
        json!({ "version": 1, "model": SKANE_PROPOSAL, "sex": "woman", "age": 70, "conditions": [parent, child] });
    let answer = call("simulatePerson", &request).unwrap();
    assert_eq!(answer["dropped"], json!([{ "condition": child, "by": parent, "because": "hierarchy" }]));
}

#[test]
fn the_net_follows_the_reading() {
    let net = |reading: &str| {
        let mut request = practice();
        request["values"]["reading"] = reading.into();
        call("simulatePractice", &request).unwrap()
    };
    let (in_table, at_net) = (net("inTable"), net("atNet"));
    let payment = decimal(&in_table["payment"]);
    assert_eq!(in_table["net"]["carriedCost"], "67500.3750");
    assert_eq!(decimal(&in_table["net"]["countedPayment"]), payment);
    assert_eq!(decimal(&at_net["net"]["countedPayment"]), payment * "0.75".parse::<Decimal>().unwrap());
    for answer in [&in_table["net"], &at_net["net"]] {
        let left = decimal(&answer["countedPayment"]) - decimal(&answer["carriedCost"]);
        assert_eq!(left, decimal(&answer["net"]));
    }
}

#[test]
fn without_a_cost_there_is_no_net_and_without_persons_no_mean() {
    let request = json!({ "version": 1, "model": SKANE_2026,
        "values": { "listed.man.60-64": "0" } });
    let answer = call("simulatePractice", &request).unwrap();
    assert_eq!((&answer["net"], &answer["perListed"], &answer["payment"]), (&Json::Null, &Json::Null, &json!("0")));
}

#[test]
fn eight_thousand_listed_with_five_specialists_and_two_st_lack_1400_places() {
    let answer = call("staffing", &staffing()).unwrap();
    // 5 × 1,100 + 2 × 550 = 6,600; (8,000 − 6,600) / 1,100
    assert_eq!((answer["capacity"].as_str(), answer["gap"].as_str()), (Some("6600.0"), Some("1400.0")));
    assert!(answer["gapFte"].as_str().unwrap().starts_with("1.272727"));
    let mut other = staffing();
    other["values"]["cover.specialist"] = "1400".into();
    other["values"]["cover.st"] = "500".into();
    assert_eq!(call("staffing", &other).unwrap()["capacity"], "8000.0");
}

#[test]
fn doctors_by_heads_count_as_one_each_and_the_answer_says_so() {
    let request = json!({ "version": 1, "values": { "persons": "8000", "heads.specialist": "4", "heads.st": "2" } });
    let answer = call("staffing", &request).unwrap();
    assert_eq!(answer["capacity"], "5500", "4 × 1,100 + 2 × 550");
    let counted = json!([{ "doctors": "specialist", "heads": "4", "fteEach": "1" }, { "doctors": "st", "heads": "2", "fteEach": "1" }]);
    assert_eq!(answer["headsOnly"], counted);
    let part_time = json!({ "version": 1, "values": {
        "persons": "8000", "heads.specialist": "4", "fteEach.specialist": "0.75", "fte.st": "2" } });
    let answer = call("staffing", &part_time).unwrap();
    assert_eq!((answer["capacity"].as_str(), answer["headsOnly"].as_array().unwrap().len()), (Some("4400.00"), 1));
    let tree = call("explain", &asked(part_time, "staffing", "bySpecialists")).unwrap();
    assert_eq!(tree["explanation"]["value"], "3300.00");
    let neither = json!({ "version": 1, "values": { "persons": "8000", "heads.specialist": "4" } });
    assert_eq!(problems("staffing", &neither), ["missing-field at values[\"fte.st\"]"]);
    let fine = json!({ "version": 1, "values": { "fteEach.specialist": "0.755" } });
    assert_eq!(problems("staffing", &fine), ["not-decimal at values[\"fteEach.specialist\"]"]);
}

#[test]
fn an_answer_is_told_to_be_illustrative_where_its_weights_are() {
    let illustrative = |model| call("simulatePerson", &person(JOHAN, model)).unwrap()["illustrative"].clone();
    assert_eq!((illustrative(SKANE_2026), illustrative(SKANE_PROPOSAL)), (json!(false), json!(true)));
}

#[test]
fn an_explanation_starts_at_the_figure_of_the_answer() {
    let answer = call("simulatePractice", &practice()).unwrap();
    for figure in ["payment", "capitation", "caseMix", "paymentPerYear", "perListed"] {
        let mut request = asked(practice(), "practice", figure);
        request["levels"] = 2.into();
        assert_eq!(call("explain", &request).unwrap()["explanation"]["value"], answer[figure], "{figure}");
    }
    for figure in ["carriedCost", "net"] {
        let tree = call("explain", &asked(practice(), "practice", figure)).unwrap();
        assert_eq!(tree["explanation"]["value"], answer["net"][figure]);
    }
}
