//! A region that is passed on: the practice of one person, the group of two, and what arithmetic makes of the rest.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use crate::run::Folder;
use rust_decimal::Decimal;
use serde_json::Value;

/// Alone: one man of 91 with 54 321.25 kr. North: 40 persons of 30 and two of 3. South: 60 persons of 50.
fn lists() -> String {
    let mut rows =
        vec!["vardcentral;kon;alder;tillstand:glaukom;kostnad".to_owned(), "Alone;M;91;1;54321,25".to_owned()];
    let sex = |at: usize| if at.is_multiple_of(2) { "K" } else { "M" };
    rows.extend((0..40).map(|at| format!("North;{};30;0;{},50", sex(at), 1000 + 7 * at)));
    rows.extend((0..2).map(|at| format!("North;{};3;0;{},10", sex(at), 80 + at)));
    rows.extend((0..60).map(|at| format!("South;{};50;0;{},75", sex(at), 2000 + 11 * at)));
    rows.join("\n") + "\n"
}

fn kronor(text: &Value) -> Decimal {
    Decimal::from_str_exact(text.as_str().unwrap()).unwrap()
}

fn folder() -> Folder {
    let folder = Folder::with_region();
    folder.write("lists.csv", &lists());
    folder
}

const ASKED: &str = "lists.csv --model skane-2025 --model skane-2026 --format json";

#[test]
fn without_being_asked_the_command_tells_all_and_says_so() {
    let folder = folder();
    for command in ["simulate", "compare", "evaluate"] {
        let (json, said) = folder.ended(&format!("{command} {ASKED}"), 0);
        assert!(json.contains("\"54321.25\""), "{command}");
        assert!(said.contains("fewer than 5 listed are told one by one: 1."), "{command}: {said}");
        assert!(said.contains("--protect"), "{said}");
    }
    let (_, said) = folder.ended("simulate region.csv --model skane-2025 --format json", 0);
    assert!(!said.contains("--protect"), "no list is short: {said}");
}

#[test]
fn protected_no_practice_and_no_group_of_few_is_in_it() {
    let folder = folder();
    let (text, said) = folder.ended(&format!("evaluate {ASKED} --protect"), 0);
    assert!(!said.contains("--protect"), "{said}");
    assert!(!text.contains("54321") && !text.contains("Alone"));
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["protected"]["fewest"], 5);
    assert_eq!(json["protected"]["practices_together"], 2);
    let practices = json["practices"].as_array().unwrap();
    let told: Vec<_> = practices.iter().map(|one| (one["name"].as_str().unwrap(), one["listed"].as_u64())).collect();
    assert_eq!(told, [("South", Some(60)), ("Small practices together (2)", Some(43))]);
    for model in json["models"].as_array().unwrap() {
        for paid in model["practices"].as_array().unwrap().iter().chain([&model["total"]]) {
            for of in ["payment", "carried", "net"].into_iter().filter(|of| !paid[of].is_null()) {
                assert_eq!(kronor(&paid[of]) % Decimal::ONE_HUNDRED, Decimal::ZERO, "{of} in whole hundreds");
            }
        }
        let groups = model["subgroups"].as_array().unwrap();
        if groups.is_empty() {
            // amounts for another year are set against no costs
            continue;
        }
        assert!(groups.iter().all(|group| group["persons"].as_u64() >= Some(5)), "{groups:?}");
        let ages: u64 = groups.iter().filter(|g| g["by"] == "ages").map(|g| g["persons"].as_u64().unwrap()).sum();
        assert!(103 - ages >= 5, "what is left out of the ages is no single person: {}", 103 - ages);
    }
}

/// The totals less every practice that is told leaves no practice of few.
#[test]
fn nothing_follows_from_the_totals() {
    let folder = folder();
    let json = folder.json(&format!("simulate {ASKED} --protect"));
    for model in json["models"].as_array().unwrap() {
        let told = model["practices"].as_array().unwrap().iter().map(|paid| kronor(&paid["payment"]));
        assert_eq!(told.sum::<Decimal>(), kronor(&model["total"]["payment"]));
    }
    let nets = &json["models"][1]["net_per_listed"];
    assert_eq!(nets["count"], 2, "the statistics are those of the practices that are told");
}

#[test]
fn a_region_of_few_is_not_passed_on() {
    let folder = folder();
    let lists = lists();
    folder.write("lists.csv", &lists.lines().take(19).map(|row| row.to_owned() + "\n").collect::<String>());
    let (_, said) = folder.failed(&format!("simulate {ASKED} --protect 20"), 1);
    assert!(said.contains("fewer than 20 persons"), "{said}");
}

/// Two real persons among twenty who are made up, in a list, in Parquet and in sums: no word of theirs is told.
#[test]
fn real_persons_among_made_up_ones_are_refused_and_never_told() {
    let folder = Folder::with_region();
    folder.done("synth made.csv --practices 1 --listed 20 --seed 1");
    let made = String::from_utf8(folder.read("made.csv")).unwrap();
    let columns = made.lines().next().unwrap().matches("tillstand:").count();
    let none = vec!["0"; columns].join(";");
    let real = |mark: &str| format!("Alone;M;91;{none};54321.25;{mark}\n");
    let rows = made.lines().count();
    folder.write("mixed.csv", &(made.clone() + &real("0") + &real("")));
    let (said, error) = folder.failed("simulate mixed.csv --protect", 1);
    assert!(!said.contains("54321") && !error.contains("54321"), "{error}");
    assert!(error.contains(&format!("row {}", rows + 1)) && error.contains("Split the file"), "{error}");
    folder.failed("simulate mixed.csv --protect --skip-faulty", 1);
    folder.failed("convert mixed.csv mixed.parquet", 1);
    // nobody is marked: real persons, whom the heading does not open
    let heading = made.lines().next().unwrap();
    folder.write("unmarked.csv", &format!("{heading}\n{}", lists_under(&none)));
    let text = folder.done("simulate unmarked.csv --protect");
    assert!(!text.contains("SYNTETISKA") && !text.contains("Alone"), "{text}");
}

/// The lists under the heading of a region that was made up, with a mark of 0.
fn lists_under(none: &str) -> String {
    let lists = lists();
    let rows = lists.lines().skip(1).map(|row| {
        let fields: Vec<&str> = row.split(';').collect();
        format!("{};{none};{};0\n", fields[..3].join(";"), fields[4])
    });
    rows.collect()
}

/// So many practices of 20 persons and more, each with one listed more than the one before.
fn practices(many: usize) -> String {
    let person = |at: usize, one: usize| {
        let (sex, age, cost) = (if one.is_multiple_of(2) { "K" } else { "M" }, 20 + one, 1000 + 137 * at + 7 * one);
        format!("Practice {at:02};{sex};{age};{};{cost},37", u8::from(one < 5))
    };
    let rows = (0..many).flat_map(|at| (0..20 + at).map(move |one| person(at, one)));
    let heading = "vardcentral;kon;alder;tillstand:glaukom;kostnad".to_owned();
    [heading].into_iter().chain(rows).collect::<Vec<_>>().join("\n") + "\n"
}

/// The groups of the models that have any.
fn groups(folder: &Folder, many: usize) -> Vec<Value> {
    folder.write("many.csv", &practices(many));
    let json = folder.json("evaluate many.csv --model skane-2025 --model skane-2026 --format json --protect");
    let models = json["models"].as_array().unwrap().iter();
    models.flat_map(|model| model["subgroups"].as_array().unwrap().clone()).collect()
}

#[test]
fn a_fifth_of_one_practice_is_not_told() {
    let folder = Folder::with_region();
    let by_size = |many| groups(&folder, many).iter().filter(|group| group["by"] == "practice_size").count();
    assert_eq!(by_size(5), 0, "every fifth is one practice: difference and ratio would give its cost and its payment");
    assert_eq!(by_size(14), 0, "a fifth would hold two");
    assert!(by_size(15) > 0);
}

/// Persons times the difference times twelve is what is paid for them less what is carried, in whole hundreds of kronor as
/// near as two decimals say.
#[test]
fn no_group_tells_its_sums_finer_than_whole_hundreds() {
    let folder = Folder::with_region();
    let groups = groups(&folder, 15);
    assert!(groups.len() > 10, "{groups:?}");
    for group in groups {
        let number = |of: &str| group[of].as_f64();
        let a_year = 12.0 * group["persons"].as_f64().unwrap();
        for of in ["difference", "low", "high"].into_iter().filter_map(number) {
            let kronor = of * a_year;
            let off = (kronor - (kronor / 100.0).round() * 100.0).abs();
            assert!(off <= 0.005 * a_year + 1e-6, "{group}");
            assert!((of * 100.0 - (of * 100.0).round()).abs() < 1e-6, "two decimals: {group}");
        }
    }
}

/// 322 of 1,000 have diabetes by the model of five conditions, 115 with insulin and 206 with other drugs by the proposal:
/// one is counted by the five alone. All but two have high blood pressure.
fn nested(folder: &Folder) {
    let region = String::from_utf8(folder.read("region.csv")).unwrap();
    let every = region.split(';').find(|name| name.starts_with("tillstand:")).unwrap();
    let row = |at: usize| {
        let (insulin, other) = (at < 115, (115..321).contains(&at));
        let has = [
            ("diabetes", insulin || other || at == 321),
            ("diabetes_insulin", insulin),
            ("diabetes_ovrig", other),
            ("hypertoni", at < 998),
            ("antikoagulation", at.is_multiple_of(3)),
        ];
        let has: Vec<&str> = has.into_iter().filter(|(_, has)| *has).map(|(id, _)| id).collect();
        let has = if has.is_empty() { "0".to_owned() } else { has.join("+") };
        let sex = if at.is_multiple_of(2) { "K" } else { "M" };
        let cost = if at == 321 { 98_765 } else { 2_000 + at };
        format!("Practice {};{sex};{};{};{cost},50", at % 4, 30 + at % 50, has)
    };
    let heading = format!("vardcentral;kon;alder;{every};kostnad");
    let rows = [heading].into_iter().chain((0..1000).map(row)).collect::<Vec<_>>();
    folder.write("nested.csv", &(rows.join("\n") + "\n"));
}

/// How many of a group as the file tells it; none where it does not.
fn told(json: &Value, by: &str, which: &str) -> Option<u64> {
    let groups = json["models"].as_array().unwrap().iter().flat_map(|model| model["subgroups"].as_array().unwrap());
    groups.filter(|group| group["by"] == by && group["which"] == which).find_map(|group| group["persons"].as_u64())
}

/// The attack on the file: what one model calls diabetes less what another calls diabetes with insulin and without.
#[test]
fn no_person_follows_from_models_that_count_the_same_persons_in_different_ways() {
    let folder = Folder::with_region();
    nested(&folder);
    let both = "evaluate nested.csv --model skane-2026 --model skane-forslag --model skane-forslag-fem --format json";
    let exact = folder.json(both);
    let diabetes = ["diabetes", "diabetes_insulin", "diabetes_ovrig"];
    assert_eq!(diabetes.map(|id| told(&exact, "condition", id)), [Some(322), Some(115), Some(206)], "322 - 321 is one");
    let json = folder.json(&format!("{both} --protect"));
    assert_eq!(diabetes.map(|id| told(&json, "condition", id)), [None; 3]);
    assert_eq!(told(&json, "condition", "antikoagulation"), Some(334), "both models have it");
    assert!(["0", "1", "2", "3", "4+"].iter().all(|number| told(&json, "conditions", number).is_none()));
    let note = json["protected"]["note"].as_str().unwrap();
    assert!(note.contains("conditions that every compared model with conditions has"), "{note}");
    // without a model of conditions nobody says which of the file's belong together
    let none = folder.json("evaluate nested.csv --model skane-2026 --format json --protect");
    assert_eq!(diabetes.map(|id| told(&none, "condition", id)), [None; 3]);
}

#[test]
fn a_condition_that_all_but_two_have_tells_not_the_two() {
    let folder = Folder::with_region();
    nested(&folder);
    let json = folder.json("evaluate nested.csv --model skane-2026 --model skane-forslag --format json --protect");
    assert_eq!(told(&json, "condition", "hypertoni"), None, "1,000 - 998 are two");
    assert_eq!(told(&json, "condition", "diabetes_insulin"), Some(115));
    let json = folder.json("fit nested.csv --model skane-forslag --format json --protect");
    let factors = json["models"][0]["fit"]["factors"].as_array().unwrap();
    assert!(factors.iter().any(|factor| factor["id"] == "diabetes_insulin"), "{factors:?}");
    assert!(factors.iter().all(|factor| factor["id"] != "hypertoni"), "{factors:?}");
}
