//! Requests that are right, and the file that holds the answer of each.
use model::{id::Id, sex::Sex};
use serde_json::{Value as Json, json};

/// One request with the function it is for and the answer's text.
pub struct Case {
    pub name: &'static str,
    pub function: &'static str,
    pub request: Json,
    pub golden: &'static str,
}

macro_rules! case {
    ($name:literal, $function:literal, $request:expr) => {
        Case {
            name: $name,
            function: $function,
            request: $request,
            golden: include_str!(concat!("../golden/", $name, ".json")),
        }
    };
}

/// One of every kind, an answer of problems among them.
pub fn cases() -> Vec<Case> {
    vec![
        case!("johan", "simulatePerson", person(catalog::JOHAN, catalog::SKANE_PROPOSAL_FIVE)),
        case!("anders", "simulatePerson", person(catalog::ANDERS, catalog::SKANE_PROPOSAL_FIVE)),
        case!("practice", "simulatePractice", practice()),
        case!("staffing", "staffing", staffing()),
        case!("explain-gap", "explain", asked(staffing(), "staffing", "gapFte")),
        case!("explain-anders", "explain", explained_anders()),
        case!("problems", "simulatePractice", wrong()),
    ]
}

/// An example person under a model.
pub fn person(id: &str, model: &str) -> Json {
    let catalogue = catalog::shipped();
    let person = catalogue.person(&Id::new(id)).unwrap();
    let drug = |d: &model::proxy::Dispensing| json!({ "atc": d.atc.as_str(), "monthsAgo": d.months_ago, "packages": d.packages, "ddd": d.ddd.to_string() });
    let sex = if person.sex == Sex::Woman { "woman" } else { "man" };
    let dispensed: Vec<Json> = person.dispensed.iter().map(drug).collect();
    json!({ "version": 1, "model": model, "sex": sex, "age": person.age, "dispensed": dispensed })
}

/// A list of three rows under an edited proposal, with a drug cost.
pub fn practice() -> Json {
    json!({
        "version": 1, "model": catalog::SKANE_PROPOSAL_FIVE,
        "values": {
            "listed.woman.60-64": "300", "listed.man.60-64": "250", "listed.man.100+": "2",
            "affected.diabetes": "60", "affected.cancer": "9",
            "drugCost": "90000.50", "reading": "atNet",
            "weight.diabetes": "150.25", "costShare": "0.75", "rate.man.60-64": "130",
        },
    })
}

/// The worked example of the documents: 8,000 listed, five specialists, two ST doctors.
pub fn staffing() -> Json {
    json!({ "version": 1, "values": { "persons": "8000", "fte.specialist": "5.0", "fte.st": "2" } })
}

/// The request with a figure to explain.
pub fn asked(mut request: Json, of: &str, figure: &str) -> Json {
    request["of"] = of.into();
    request["figure"] = figure.into();
    request
}

fn explained_anders() -> Json {
    let mut request = asked(person(catalog::ANDERS, catalog::SKANE_PROPOSAL_FIVE), "person", "payment");
    request["values"] = json!({ "weight.diabetes": "170" });
    request["levels"] = 4.into();
    request
}

/// A request with a problem in every part.
pub fn wrong() -> Json {
    json!({
        "version": 1, "model": catalog::SKANE_PROPOSAL_FIVE, "costYear": 1.5,
        "values": {
            "listed.kvinna.60-64": "1", "listed.man.60-64": "1.5", "listed.man.60-65": "2", "listed.man.60": "2",
            "listed.man.100+": "100000001", "affected.gikt": "1", "affected.diabetes": "-1", "drugCost": 90000,
            "weight.cancer": "1e3", "weight.a b": "1", "costShare": "70 %", "normalisation": "all", "cover.st": "550",
        },
        "typo": null,
    })
}
