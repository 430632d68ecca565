//! The command as it is used: what it prints, what it says of bad files, and how it ends.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use crate::run::Folder;
use rust_decimal::Decimal;

/// An amount of the JSON.
fn kronor(text: &serde_json::Value) -> Decimal {
    Decimal::from_str_exact(text.as_str().unwrap()).unwrap()
}

#[test]
fn a_made_up_region_is_made_again_by_its_seed() {
    let folder = Folder::with_region();
    folder.done("synth again.csv --practices 6 --listed 3000 --seed 7");
    folder.done("synth other.csv --practices 6 --listed 3000 --seed 8");
    assert_eq!(folder.read("region.csv"), folder.read("again.csv"));
    assert_ne!(folder.read("region.csv"), folder.read("other.csv"));
    assert!(folder.done("synth kronoberg.csv --region kronoberg").contains("made-up persons"));
}

#[test]
fn a_list_goes_to_columns_and_back_without_loss() {
    let folder = Folder::with_region();
    assert!(folder.done("convert region.csv region.parquet").contains("6 practices"));
    folder.done("convert region.parquet back.csv");
    assert_eq!(folder.read("region.csv"), folder.read("back.csv"));
    let models = "--model skane-2026 --model skane-forslag-fem --format json";
    let (csv, parquet) = (format!("simulate region.csv {models}"), format!("simulate region.parquet {models}"));
    assert_eq!(folder.done(&csv), folder.done(&parquet));
}

#[test]
fn sums_give_what_their_persons_give_but_for_single_costs() {
    let folder = Folder::with_region();
    folder.done("convert region.csv region.sums.csv --model skane-forslag-fem");
    let of = |file: &str| {
        folder.json(&format!("simulate {file} --model skane-2026 --model skane-forslag-fem --format json"))
    };
    let (persons, sums) = (of("region.csv"), of("region.sums.csv"));
    assert!(persons["models"][1]["prediction"]["cpm"].is_f64() && sums["models"][1]["prediction"]["cpm"].is_null());
    assert_eq!(sums["models"][1]["prediction"]["missing"], "sums_hold_no_single_costs");
    let table = |file: &str| folder.done(&format!("evaluate {file} --model skane-2026 --model skane-forslag-fem"));
    let why = "CPM and MAPE take every person's own cost, and sums hold none.";
    assert!(table("region.sums.csv").contains(why) && !table("region.csv").contains(why));
    assert_eq!(persons["practices"], sums["practices"]);
    for model in 0..2 {
        assert_eq!(persons["models"][model]["practices"], sums["models"][model]["practices"]);
        assert_eq!(persons["models"][model]["total"], sums["models"][model]["total"]);
    }
    let fitted = |file: &str| {
        let json = folder.json(&format!("fit {file} --model skane-forslag-fem --cross each-practice --format json"));
        json["models"][0]["fit"].clone()
    };
    assert_eq!(fitted("region.csv"), fitted("region.sums.csv"));
    let (_, error) = folder.failed("fit region.sums.csv --model skane-forslag-fem --cross persons:5", 2);
    assert!(error.contains("Sums cannot be parted by persons"));
    let (_, error) = folder.failed("convert region.sums.csv back.csv", 2);
    assert!(error.contains("sums cannot become persons"));
}

#[test]
fn payments_are_printed_and_as_json_exact() {
    let folder = Folder::with_region();
    let models = "--model skane-2026 --model skane-forslag-fem";
    let table = folder.done(&format!("simulate region.csv {models}"));
    assert_eq!(table.lines().count(), 2 + 1 + 6 + 1 + 1, "mark, examples, heading, practices, region, unit");
    assert!(table.lines().nth(2).unwrap().contains("skane-forslag-fem: payment"));
    let json = folder.json(&format!("simulate region.csv {models} --format json"));
    assert_eq!((&json["viktat_region"], &json["persons"]), (&2.into(), &3000.into()));
    for model in json["models"].as_array().unwrap() {
        let payments = model["practices"].as_array().unwrap().iter().map(|paid| kronor(&paid["payment"]));
        assert_eq!(payments.sum::<Decimal>(), kronor(&model["total"]["payment"]));
    }
    // the same list worked out by hand elsewhere: what one man of 60 to 64 brings a year, 12 × 121 kronor
    folder.write("one.csv", "practice;sex;age;conditions;cost\nA;M;60;;100\n");
    let json = folder.json("simulate one.csv --model skane-2026 --format json");
    let paid = &json["models"][0]["practices"][0];
    assert_eq!((&paid["payment"], &paid["net"]), (&"1452".into(), &"1382".into()));
}

#[test]
fn models_are_compared() {
    let folder = Folder::with_region();
    let text = folder.done("compare region.csv --model skane-2026 --model skane-forslag-fem");
    assert!(text.contains("per listed and month") && text.contains("get less"));
    // costs are of 2026: what 2025 paid is shown, and nothing is said to move
    let text = folder.done("compare region.csv --model skane-2025 --model skane-2026");
    assert!(text.contains("per listed and month") && !text.contains("get less"), "{text}");
    let practice = text.lines().find(|line| line.starts_with("Practice 3")).unwrap();
    assert!(practice.split_whitespace().rev().take(2).all(|cell| cell == "-"), "no change of a practice: {practice}");
    assert!(text.contains("skane-2025: its amounts are for the costs of 2025"), "{text}");
    let text = folder.done("simulate region.csv --model skane-2025 --model skane-2026");
    let region = text.lines().find(|line| line.starts_with("Region")).unwrap();
    assert_eq!(region.split_whitespace().nth(4), Some("-"), "the net of 2025: {region}");
    let region = folder.done("simulate region.csv --cost-year 2025 --model skane-2025 --model skane-2026");
    let region = region.lines().find(|line| line.starts_with("Region")).unwrap().to_owned();
    assert!(region.split_whitespace().nth(4) != Some("-") && region.ends_with('-'), "costs of 2025: {region}");
    // where no model is for the costs' year none is today's, and nothing is set against another
    let text = folder.done("compare region.csv --cost-year 2030 --model skane-2026 --model skane-forslag");
    assert!(!text.contains("get less") && text.contains("skane-2026: its amounts are for the costs of 2026"), "{text}");
    let (_, error) = folder.failed("compare region.csv --model skane-2026", 2);
    assert!(error.contains("at least two models"));
}

#[test]
fn statistics_and_aims_stand_side_by_side() {
    let folder = Folder::with_region();
    let models = "--model skane-2026 --model skane-forslag-fem";
    let text = folder.done(&format!("evaluate region.csv {models} --price diabetes:dispensing=50"));
    for measure in ["CPM", "R\u{b2}", "incentive", "transparency", "practicality", "manipulation"] {
        assert!(text.contains(measure), "{measure}");
    }
    // 12 × 180 less 70 per cent of two collections at 50 kronor
    let row = text.lines().find(|line| line.starts_with("diabetes ")).unwrap();
    assert!(row.contains("2160.00") && row.contains("70.00") && row.contains("2090.00"), "{row}");
    let json = folder.json(&format!("evaluate region.csv {models} --saved 200 --format json"));
    assert_eq!(json["models"][1]["aims"]["incentive"]["kept"], "140");
    assert!(json["models"][1]["aims"]["manipulation"][0]["margin"].is_null(), "no price, so not known");
    let (_, error) = folder.failed("evaluate region.csv --price diabetes=50", 2);
    assert!(error.contains("CONDITION:UNIT=KRONOR"));
}

#[test]
fn weights_are_fitted_and_tried_on_others() {
    let folder = Folder::with_region();
    let asked = "fit region.csv --model skane-forslag-fem --signs drop-negative --least 20";
    let text = folder.done(&format!("{asked} --cross each-practice --cross persons:4"));
    assert!(text.contains("by each_practice, 6 parts") && text.contains("by persons, 4 parts"));
    let json = folder.json(&format!("{asked} --cross practices:3 --format json"));
    let fit = &json["models"][0]["fit"];
    let factors = fit["factors"].as_array().unwrap();
    assert_eq!(factors.len(), 5);
    let fitted: Vec<f64> = factors.iter().filter_map(|factor| factor["estimate"].as_f64()).collect();
    assert!(!fitted.is_empty() && fitted.iter().all(|estimate| *estimate >= 0.0));
    assert!(fit["cross"][0]["r_squared"].as_f64() < fit["r_squared"].as_f64());
    for (arguments, said) in
        [("--cross persons:1", "from 2 to"), ("--ridge=-1", "--ridge"), ("--model skane-2026", "no weight")]
    {
        let (_, error) = folder.failed(&format!("fit region.csv {arguments}"), 2);
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn a_payment_is_explained_line_by_line() {
    let folder = Folder::with_region();
    folder.write("one.csv", "practice;sex;age;conditions;cost\nA;M;60;diabetes;100\nA;M;61;;50\n");
    let text = folder.done("explain one.csv --practice A --model skane-forslag-fem --depth 3");
    let weight = text.lines().find(|line| line.starts_with("diabetes")).unwrap();
    assert!(weight.contains("180.00"), "{weight}");
    assert!(text.contains("men 60-64") && text.contains("carried cost 105.00"), "{text}");
    assert!(text.contains("viktat-exempel"), "each leaf names its source");
    let (_, error) = folder.failed("explain one.csv --practice B", 2);
    assert!(error.contains("There are A."));
}

#[test]
fn model_files_are_read_with_everything_that_is_wrong_in_them() {
    let folder = Folder::with_region();
    let shipped = include_str!("../../../catalog/data/models/skane-2026.toml");
    folder.write("own.toml", &shipped.replace("id = \"skane-2026\"", "id = \"own\""));
    assert!(folder.done("validate own.toml").contains("own has 42 amounts"));
    folder.write("kept.toml", shipped);
    assert!(folder.done("validate kept.toml").contains("skane-2026 has 42"));
    let json = folder.json("simulate region.csv --model skane-2026 --model own.toml --format json");
    assert_eq!(json["models"][0]["practices"], json["models"][1]["practices"]);
    folder.write("bad.toml", &(shipped.replace("year = 2026", "year = \"soon\"") + "\n[colour]\nvalue = 1\n"));
    let (_, error) = folder.failed("validate bad.toml", 1);
    assert!(error.lines().count() >= 2 && error.lines().all(|line| line.starts_with("bad.toml:")), "{error}");
    folder.failed("validate missing.toml", 3);
}

/// The page gives the same bytes for the same file: tests/page/region-file.test.mjs.
#[test]
fn the_json_of_a_register_is_the_one_that_the_page_gives() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (persons, golden) = (root.join("tests/cases/region/persons.csv"), root.join("tests/golden/region.json"));
    let folder = Folder::with_region();
    std::fs::copy(persons, folder.path("persons.csv")).unwrap();
    let models = "--model skane-2025 --model skane-2026 --model skane-forslag";
    let json = folder.done(&format!("simulate persons.csv {models} --format json --protect"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&golden, &json).unwrap();
    }
    assert_eq!(json, std::fs::read_to_string(golden).unwrap(), "UPDATE_GOLDEN=1 writes it anew");
}

/// Nuläge pays and costs the same whichever proposal is set beside it, and no proposal is paid as if nobody had what its
/// conditions are.
#[test]
fn one_population_serves_every_model() {
    let folder = Folder::with_region();
    let of = |models: &str| folder.json(&format!("simulate region.csv --model skane-2026 {models} --format json"));
    let (broad, five) = (of("--model skane-forslag"), of("--model skane-forslag-fem"));
    assert_eq!(broad["practices"], five["practices"]);
    assert_eq!(broad["models"][0]["net_per_listed"], five["models"][0]["net_per_listed"]);
    let total = |json: &serde_json::Value, model: usize| kronor(&json["models"][model]["total"]["payment"]);
    let (today, both) = (total(&broad, 0), [total(&broad, 1), total(&five, 1)]);
    // about neutral: the proposals keep what the table brings on average
    for proposed in both {
        let change = (proposed - today) / today;
        assert!(change.abs() < Decimal::new(5, 2), "{proposed} beside {today}");
    }
    // a model of one's own has its flags too, and moves nobody
    let five = include_str!("../../../catalog/data/models/skane-forslag-fem.toml");
    let own = five.replace("\"skane-forslag-fem\"", "\"own\"").replace("\"inflammation\"", "\"inflammation_egen\"");
    folder.write("own.toml", &own);
    folder.done("synth own.csv --practices 6 --listed 3000 --seed 7 --model own.toml");
    let with_own = folder.json("simulate own.csv --model skane-2026 --model own.toml --format json");
    assert_eq!(with_own["practices"], broad["practices"]);
    let (_, error) = folder.failed("simulate region.csv --model own.toml", 1);
    assert!(error.contains("own: the region does not tell of inflammation_egen"), "{error}");
}

#[test]
fn practices_stand_in_swedish_order_in_tables_and_json() {
    let folder = Folder::with_region();
    let names = ["\u{d6}rkelljunga", "alvesta", "Lista 10", "\u{c5}seda", "Lista 9", "Zinkgruvan"];
    let rows: String = names.iter().map(|name| format!("{name};M;60;0;100\n")).collect();
    folder.write("own.csv", &("practice;sex;age;conditions:gikt;cost\n".to_owned() + &rows));
    let sorted = ["alvesta", "Lista 9", "Lista 10", "Zinkgruvan", "\u{c5}seda", "\u{d6}rkelljunga"];
    let table = folder.done("simulate own.csv --model skane-2026");
    let first: Vec<&str> = table.lines().skip(1).take(6).map(|line| line.split("  ").next().unwrap()).collect();
    assert_eq!(first, sorted);
    let json = folder.json("simulate own.csv --model skane-2026 --format json");
    let told: Vec<&str> =
        json["practices"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(told, sorted);
    assert!(folder.done("explain own.csv --practice ALVESTA").contains("men 60-64"));
}

/// What is made up says so in every file, in every row, and when it is read again.
#[test]
fn made_up_persons_are_marked_in_every_file_and_figure() {
    let folder = Folder::with_region();
    folder.done("convert region.csv region.parquet");
    folder.done("convert region.parquet region.sums.csv");
    folder.done("convert region.parquet again.csv");
    assert_eq!(folder.read("again.csv"), folder.read("region.csv"), "the mark and the seed come along");
    folder.done("convert region.sums.csv more.sums.csv");
    for file in ["region.csv", "region.sums.csv", "more.sums.csv"] {
        let text = String::from_utf8(folder.read(file)).unwrap();
        let (heading, rows) = text.split_once('\n').unwrap();
        assert!(heading.ends_with(";SYNTETISKA DATA:7") && rows.lines().all(|row| row.ends_with(";1")), "{file}");
    }
    for file in ["region.csv", "region.parquet", "region.sums.csv", "more.sums.csv"] {
        let json = folder.json(&format!("simulate {file} --model skane-2026 --model skane-forslag --format json"));
        assert_eq!((&json["made"]["kind"], &json["made"]["seed"]), (&"synthetic".into(), &7.into()), "{file}");
        let every = [&json["practices"], &json["models"], &json["changes"], &json["models"][1]["practices"]];
        let every = every.into_iter().chain([&json["models"][1]["subgroups"], &json["models"][1]["funnel"]]);
        for row in every.flat_map(|rows| rows.as_array().unwrap()) {
            assert_eq!(row["mark"], "SYNTETISKA DATA", "{file} {row}");
        }
        for command in ["simulate", "compare", "evaluate"] {
            let text = folder.done(&format!("{command} {file}"));
            assert!(text.starts_with("SYNTETISKA DATA: ") && text.contains("seed 7"), "{text}");
        }
        assert!(folder.done(&format!("fit {file}")).starts_with("SYNTETISKA DATA: "));
    }
    // a register of one's own is not marked
    folder.write("own.csv", "practice;sex;age;conditions:gikt;cost\nA;M;60;0;100\n");
    assert!(!folder.done("simulate own.csv --model skane-2026 --format json").contains("SYNTETISKA"));
    assert!(!folder.done("simulate own.csv --model skane-2026").contains("SYNTETISKA"));
    // whoever writes the heading by hand need not know the seed
    folder.write("hand.csv", "practice;sex;age;conditions:gikt;cost;syntetisk\nA;M;60;0;100;ja\n");
    let json = folder.json("simulate hand.csv --model skane-2026 --format json");
    assert!(json["made"]["kind"] == "synthetic" && json["made"]["seed"].is_null());
}

/// Where ids stand in rows and the heading does not name them, a condition that nobody of many has is not known: no zero.
#[test]
fn a_model_whose_conditions_a_list_lacks_is_not_paid_as_if_nobody_had_them() {
    let folder = Folder::with_region();
    let rows: String =
        (0..2000).map(|i| if i % 9 == 0 { "A;K;70;cancer+diabetes;50\n" } else { "A;M;60;;1\n" }).collect();
    folder.write("listed.csv", &("practice;sex;age;conditions;cost\n".to_owned() + &rows));
    let lacks = "skane-forslag-fem: the region does not tell of hjart_karl, antikoagulation, inflammation";
    let (_, error) = folder.failed("simulate listed.csv --model skane-forslag-fem", 1);
    assert!(error.contains(lacks), "{error}");
    // nor does another format make it known
    folder.done("convert listed.csv listed.parquet");
    folder.failed("simulate listed.parquet --model skane-forslag-fem", 1);
    // named in the heading, they are had by nobody
    let head = "practice;sex;age;conditions:diabetes+hjart_karl+antikoagulation+inflammation+cancer;cost\n";
    let ids = |text: &str| head.to_owned() + &text.replace(";;", ";0;");
    folder.write("named.csv", &ids(&rows));
    folder.write("bits.csv", &ids(&rows.replace("cancer+diabetes", "17")));
    let paid = |file: &str| {
        let json = folder.json(&format!("simulate {file} --model skane-forslag-fem --format json"));
        json["models"][0]["total"]["payment"].clone()
    };
    assert_eq!(paid("named.csv"), paid("bits.csv"));
    // of few nothing can be said, and what stands nowhere is nobody's
    folder.write("few.csv", "practice;sex;age;conditions;cost\nA;M;60;diabetes;100\n");
    folder.done("simulate few.csv --model skane-forslag-fem");
}

/// Sums name their conditions, so that one that nobody has is told of.
#[test]
fn sums_say_which_conditions_they_tell_of() {
    let folder = Folder::with_region();
    folder.done("convert region.csv region.sums.csv");
    let sums = String::from_utf8(folder.read("region.sums.csv")).unwrap();
    let heading = sums.lines().next().unwrap();
    assert!(heading.contains(";tillstand:diabetes_insulin+") && heading.contains("+hjart_karl+"), "{heading}");
    let only = |id: &str| sums.replace("hjart_karl", id);
    folder.write("other.sums.csv", &only("gikt2"));
    let (_, error) = folder.failed("simulate other.sums.csv --model skane-forslag-fem", 1);
    assert!(error.contains("No compared model has this condition") && error.contains("gikt2"), "{error}");
}

#[test]
fn sums_of_two_persons_carry_the_bands_that_nobody_is_of() {
    let folder = Folder::with_region();
    folder.write("two.csv", "vardcentral;kon;alder;tillstand;kostnad\nNorr;K;40;;1000\nNorr;M;82;diabetes;2500,50\n");
    folder.done("convert two.csv two.sums.csv");
    let of =
        |file: &str| folder.json(&format!("simulate {file} --model skane-2026 --format json"))["models"][0].clone();
    let (persons, sums) = (of("two.csv"), of("two.sums.csv"));
    assert_eq!((&persons["practices"], &persons["total"]), (&sums["practices"], &sums["total"]));
    folder.done("convert two.sums.csv again.sums.csv");
    assert_eq!(folder.read("two.sums.csv"), folder.read("again.sums.csv"));
    // what the query in sql/ gives: nothing for NULL, and bands with nobody without a name
    let text = String::from_utf8(folder.read("two.sums.csv")).unwrap();
    let (heading, rows) = text.split_once('\n').unwrap();
    let plain = heading.split(';').map(|heading| heading.split(':').next().unwrap()).collect::<Vec<_>>().join(";");
    folder.write("query.sums.csv", &[&plain, "\n", rows].concat());
    assert_eq!(of("query.sums.csv")["total"], sums["total"]);
}

#[test]
fn a_sum_and_a_repeated_heading_are_no_practices() {
    let folder = Folder::with_region();
    let text = String::from_utf8(folder.read("region.csv")).unwrap();
    let (heading, rows) = text.split_once('\n').unwrap();
    let width = heading.split(';').count();
    let sum = ["Summa", &";".repeat(width - 2), "2 345 678,50\n"].concat();
    folder.write("with.csv", &[heading, "\n", rows, heading, "\n", &sum].concat());
    let models = "--model skane-2026 --model skane-forslag-fem --format json";
    let without = folder.done(&format!("evaluate region.csv {models}"));
    assert_eq!(folder.done(&format!("evaluate with.csv --skip-faulty {models}")), without);
}

#[test]
fn a_value_of_the_last_model_is_set_beside_it() {
    let folder = Folder::with_region();
    let plain = folder.json("simulate region.csv --format json");
    let json = folder.json("simulate region.csv --set normalisation=none --set weight.kol=0 --format json");
    let ids = |json: &serde_json::Value| -> Vec<String> {
        json["models"].as_array().unwrap().iter().map(|model| model["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&json), ["skane-2026", "skane-forslag", "scenario"]);
    let two = |json: &serde_json::Value| json["models"].as_array().unwrap()[..2].to_vec();
    assert_eq!(two(&json), two(&plain), "the others are as they were");
    assert_ne!(json["models"][2]["total"]["payment"], json["models"][1]["total"]["payment"]);
    // the source's own values make the model itself
    let same = folder.json("simulate region.csv --set costShare=0.70 --format json");
    assert_eq!(same["models"][2]["total"], same["models"][1]["total"]);
    let text = folder.done("simulate region.csv --set weight.kol=0");
    assert!(text.contains("scenario: skane-forslag with weight.kol=0."), "{text}");
}
