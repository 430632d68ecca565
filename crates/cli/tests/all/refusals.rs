//! What the command refuses rather than give a figure that is silently wrong, and what it says of what it leaves out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use crate::run::Folder;

const FIVE: &str = include_str!("../../../catalog/data/models/skane-forslag-fem.toml");

/// Two hundred men of 60; every third has diabetes and costs nothing, the others cost a thousand kronor.
fn cheap_with_diabetes() -> String {
    let rows = (0..200).map(|i| if i % 3 == 0 { "A;M;60;1;0\n" } else { "A;M;60;0;1000\n" });
    let conditions = "diabetes+hjart_karl+antikoagulation+inflammation+cancer";
    format!("practice;sex;age;conditions:{conditions};cost\n") + &rows.collect::<String>()
}

#[test]
fn weights_below_zero_are_fitted_and_worked_out() {
    let folder = Folder::with_region();
    folder.write("cheap.csv", &cheap_with_diabetes());
    let json = folder.json("fit cheap.csv --model skane-forslag-fem --format json");
    let model = &json["models"][0];
    // 70 per cent of a thousand kronor in twelve months
    assert_eq!(model["fit"]["factors"][0]["rate"], "-58.33");
    let paid: f64 = model["total"]["payment"].as_str().unwrap().parse().unwrap();
    assert!(paid > 0.0, "{paid}");
    let text = folder.done("fit cheap.csv --model skane-forslag-fem --signs non-negative");
    assert!(text.lines().any(|line| line.starts_with("diabetes") && line.ends_with("best at zero")), "{text}");
}

#[test]
fn what_is_mistyped_is_refused_with_what_would_have_been_taken() {
    let folder = Folder::with_region();
    for (arguments, said) in [
        ("evaluate region.csv --price diabtes:dispensing=40", "diabetes_insulin, diabetes_ovrig"),
        ("evaluate region.csv --price gikt:package=40", "gikt is not found by package. Give the price of a ddd."),
        ("evaluate region.csv --price gikt:tablet=40", "dispensing, package or ddd"),
        ("evaluate region.csv --price gikt:ddd=1 --price gikt:ddd=2", "twice for gikt:ddd"),
        ("evaluate region.csv --price gikt:ddd=1 --model skane-2026", "leave --price out"),
        ("simulate region.csv --set weight.diabtes_insulin=1", "nearest are weight.diabetes_insulin"),
        ("simulate region.csv --set fte.specialist=1", "has no such value"),
        ("simulate region.csv --set weight.kol", "KEY=VALUE"),
        ("simulate region.csv --set weight.kol=1,5", "with a decimal point, from 0 to 10000000"),
        ("simulate region.csv --set weight.kol=-1", "from 0 to 10000000"),
        ("simulate region.csv --set normalisation=some", "none, scalarToBudget, perCellNeutral"),
        ("simulate region.csv --set weight.kol=1 --set weight.kol=2", "twice for weight.kol"),
        ("simulate region.csv --set costShare=2", "from 0 to 1"),
        ("simulate region.csv --set=", "KEY=VALUE"),
        ("simulate region.csv --model skane-2062", "skane-2025, skane-2026"),
        ("fit region.csv --model skane-forslg", "skane-forslag"),
        ("fit region.csv --signs positive", "non-negative"),
        ("fit region.csv --cross practice:3", "each-practice, practices:10 or persons:10"),
        ("fit region.csv --cross persons:1", "from 2 to 65535"),
        ("fit region.csv --cross practices:7", "the region has 6 practices. Give at most 6 parts"),
        ("fit region.csv --cross persons:3001", "the region has 3000 persons. Give at most 3000 parts"),
        ("fit region.csv --cross each-practice --cross each-practice", "--cross \"each-practice\" is there twice"),
        ("evaluate region.csv --price=", "CONDITION:UNIT=KRONOR"),
        ("evaluate region.csv --price X=-1", "CONDITION:UNIT=KRONOR"),
        ("evaluate region.csv --price :ddd=1", "CONDITION:UNIT=KRONOR"),
        ("evaluate region.csv --price gikt:ddd=-1", "\"gikt:ddd=-1\": it is too small. Give kronor"),
        (
            "evaluate region.csv --price gikt:ddd=10000001",
            "too large. Give kronor, with a decimal point, from 0 to 10000000",
        ),
        ("evaluate region.csv --price gikt:ddd=1,5", "with a decimal point"),
        ("evaluate region.csv --price gikt:ddd=", "nothing is written"),
        ("explain region.csv --practice=", "--practice \"\": there is no such practice"),
        ("simulate region.csv --model=", "--model \"\": there is no such model"),
        ("synth new.csv --region=", "--region \"\": there is no such region"),
        ("explain region.csv --practice Elsewhere", "Practice 1, Practice 2"),
        ("synth new.csv --region skone", "kronoberg, skane"),
        ("synth new.csv --practices 3 --listed 2", "--practices: 3 practices cannot each have one of 2 persons"),
        ("synth new.csv --practices 3", "--listed"),
        ("synth new.xls", ".csv, .parquet or .sums.csv"),
    ] {
        let (_, error) = folder.failed(arguments, 2);
        assert!(error.contains(said), "{arguments}\n{error}");
    }
    assert!(!folder.path("new.csv").exists());
}

#[test]
fn no_file_is_written_over_unasked() {
    let folder = Folder::with_region();
    folder.write("own.csv", "kept");
    folder.write("own.parquet", "kept");
    folder.write("own.sums.csv", "kept");
    for name in ["own.csv", "own.parquet", "own.sums.csv"] {
        let synth = format!("synth {name} --practices 2 --listed 50");
        for arguments in [synth.clone(), format!("convert region.csv {name}")] {
            let (_, error) = folder.failed(&arguments, 2);
            assert!(error.contains(name) && error.contains("--force"), "{error}");
            assert_eq!(folder.read(name), b"kept", "{arguments}");
        }
        folder.done(&format!("{synth} --force"));
        assert_ne!(folder.read(name), b"kept");
        folder.done(&format!("convert region.csv {name} --force"));
    }
    assert_eq!(folder.read("own.csv"), folder.read("region.csv"));
}

#[test]
fn models_of_one_id_are_refused_by_name() {
    let folder = Folder::with_region();
    folder.write("mine.toml", FIVE);
    let twice = "--model skane-forslag-fem --model mine.toml";
    for command in ["simulate region.csv", "compare region.csv", "evaluate region.csv", "convert region.csv new.csv"] {
        let (_, error) = folder.failed(&format!("{command} {twice}"), 2);
        assert!(error.contains("the id skane-forslag-fem") && error.contains("\"mine.toml\""), "{error}");
    }
    folder.failed("compare region.csv --model skane-2026 --model skane-2026", 2);
}

#[test]
fn flags_cannot_answer_what_a_changed_threshold_would_do() {
    let folder = Folder::with_region();
    let changed = FIVE.replace("id = \"skane-forslag-fem\"", "id = \"changed\"");
    let three = changed.replacen("at_least = \"2\", window", "at_least = \"3\", window", 1);
    folder.write("three.toml", &three);
    for command in ["compare", "simulate", "evaluate"] {
        let (_, error) =
            folder.failed(&format!("{command} region.csv --model skane-forslag-fem --model three.toml"), 1);
        assert!(
            error.contains("skane-forslag-fem and changed find diabetes by different drugs or thresholds"),
            "{error}"
        );
        assert_eq!(error.lines().count(), 1, "the other conditions are found alike\n{error}");
    }
    folder.done("simulate region.csv --model three.toml");
    // a changed weight is no changed threshold
    folder.write("dearer.toml", &changed.replacen("value = \"180\"", "value = \"200\"", 1));
    assert!(folder.done("compare region.csv --model skane-forslag-fem --model dearer.toml").contains("get more"));
}

#[test]
fn what_is_not_paid_for_is_told_with_the_rule_that_is_why() {
    let folder = Folder::with_region();
    let rows = "A;M;60;diabetes_insulin+diabetes_ovrig+lipid;0\nA;K;70;diabetes_ovrig+lipid;0\nA;K;70;lipid;0\n";
    // somebody of every age band, so that the sums have them all
    let others: String =
        (0..=20).flat_map(|band| ["K", "M"].map(|sex| format!("A;{sex};{};0;0\n", band * 5))).collect();
    // the heading of the made-up region names every condition
    let region = String::from_utf8(folder.read("region.csv")).unwrap();
    let named = region.split(';').nth(3).unwrap();
    folder.write("own.csv", &format!("practice;sex;age;{named};cost\n{rows}{others}"));
    folder.done("convert own.csv own.sums.csv --model skane-forslag");
    for file in ["own.csv", "own.sums.csv"] {
        let text = folder.done(&format!("explain {file} --practice A --model skane-forslag"));
        let (_, told) = text.split_once("has it and is not paid for it").unwrap();
        let rows: Vec<Vec<&str>> = told.lines().skip(1).map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(rows[0], ["diabetes_ovrig", "1", "diabetes_insulin", "includes", "it"]);
        assert_eq!(rows[1], ["lipid", "1", "diabetes_insulin", "includes", "it"]);
        assert_eq!(rows[2], ["lipid", "1", "diabetes_ovrig", "includes", "it"]);
    }
    assert!(!folder.done("explain own.csv --practice A").contains("not paid for"), "a table alone drops nothing");
}

#[test]
fn every_figure_of_an_explanation_has_words() {
    let folder = Folder::with_region();
    folder.write("own.csv", &String::from_utf8(folder.read("region.csv")).unwrap().replace("Practice 1;", "A;"));
    for model in ["skane-2025", "skane-2026", "skane-forslag-fem"] {
        let text = folder.done(&format!("explain own.csv --practice A --model {model} --depth 99"));
        let tree = text.lines().skip_while(|line| !line.starts_with("payment = ")).count();
        assert!(tree > 40, "{text}");
        assert!(!text.contains("another figure"), "{text}");
        // Rust writes `Cell { sex: Woman, … }`
        assert!(!text.contains(['{', '}']), "{text}");
    }
}

/// The form is Rust's own, for programmers.
#[test]
fn the_command_prints_nothing_in_the_form_for_debugging() {
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                assert!(!std::fs::read_to_string(&path).unwrap().contains(":?}"), "{}", path.display());
            }
        }
    }
}

/// A command that takes the option, the option, what is taken at both ends, and what is said of anything else.
const NUMBERS: &[(&str, &str, [&str; 2], &str)] = &[
    ("simulate region.csv", "--cost-year", ["2000", "2100"], "a whole number from 2000 to 2100"),
    ("compare region.csv", "--cost-year", ["2000", "2100"], "a whole number from 2000 to 2100"),
    ("evaluate region.csv", "--cost-year", ["2000", "2100"], "a whole number from 2000 to 2100"),
    ("fit region.csv", "--cost-year", ["2000", "2100"], "a whole number from 2000 to 2100"),
    ("explain region.csv --practice Alone", "--cost-year", ["2000", "2100"], "a whole number from 2000 to 2100"),
    ("simulate region.csv", "--protect", ["3", "20"], "a whole number from 3 to 20"),
    ("compare region.csv", "--protect", ["3", "20"], "a whole number from 3 to 20"),
    ("evaluate region.csv", "--protect", ["3", "20"], "a whole number from 3 to 20"),
    ("fit region.csv", "--protect", ["3", "20"], "a whole number from 3 to 20"),
    ("evaluate region.csv", "--saved", ["0", "1000000000000"], "a number with a decimal point from 0 to 1000000000000"),
    ("fit region.csv", "--ridge", ["0", "100000000"], "a number with a decimal point from 0 to 100000000"),
    ("fit region.csv", "--least", ["0", "100000000"], "a whole number from 0 to 100000000"),
    ("fit region.csv", "--seed", ["0", "18446744073709551615"], "a whole number from 0 to 18446744073709551615"),
    ("explain region.csv --practice Alone", "--depth", ["0", "1000"], "a whole number from 0 to 1000"),
    ("synth new.csv --practices 1 --listed 5", "--seed", ["0", "18446744073709551615"], "a whole number from 0 to"),
    ("synth new.csv --listed 70000", "--practices", ["1", "65535"], "a whole number from 1 to 65535"),
    ("synth new.csv --practices 1", "--listed", ["1", "100000"], "a whole number from 1 to 100000000"),
];

/// What is no number that any of them takes.
const NO_NUMBERS: [&str; 8] = ["-1", "1e99", "", "NaN", "inf", "1,5", "x.csv", "99999999999999999999999999999999999"];

#[test]
fn a_number_is_refused_with_its_option_the_cause_and_what_is_taken() {
    let folder = Folder::with_region();
    folder.write("region.csv", "practice;sex;age;conditions;cost\nAlone;M;60;diabetes_ovrig;100\n");
    for (command, option, _, taken) in NUMBERS {
        let short = ["0", "1", "2", "1999", "20266"].into_iter().filter(|_| matches!(*option, "--cost-year"));
        for value in NO_NUMBERS.into_iter().chain(short) {
            let (_, error) = folder.failed(&format!("{command} {option}={value}"), 2);
            assert!(error.contains(option) && error.contains(taken), "{command} {option}={value}\n{error}");
            assert!(!error.contains("digit found") && !error.contains("target type"), "{error}");
        }
        // a number below zero is no other option
        let (_, error) = folder.failed(&format!("{command} {option} -1"), 2);
        assert!(error.contains(taken), "{error}");
    }
    for value in ["0", "1", "2", "21"] {
        folder.failed(&format!("simulate region.csv --protect {value}"), 2);
    }
    let (_, error) = folder.failed("simulate --protect region.csv", 2);
    assert!(error.contains("write the file before --protect"), "{error}");
    assert!(!folder.path("new.csv").exists());
}

#[test]
fn both_ends_of_a_number_are_taken() {
    let folder = Folder::with_region();
    for (command, option, ends, _) in NUMBERS {
        for end in ends {
            let command = command.replace("Alone", "Practice_1").replace("new.csv", "new.csv --force");
            if command.contains("Practice_1") {
                let region = String::from_utf8(folder.read("region.csv")).unwrap();
                folder.write("region.csv", &region.replace("Practice 1", "Practice_1"));
            }
            folder.done(&format!("{command} {option}={end}"));
        }
    }
}

/// A new option with a value has its row: in the table of numbers, or among those whose wrong values are tried by name.
#[test]
fn every_option_with_a_value_is_tried_with_wrong_ones() {
    let folder = Folder::with_region();
    let by_name = [
        "--model",
        "--set",
        "--price",
        "--signs",
        "--cross",
        "--practice",
        "--region",
        "--from",
        "--format",
        "--output",
        "--period",
    ];
    for command in ["simulate", "compare", "evaluate", "fit", "explain", "validate", "convert", "synth", "models show"]
    {
        let help = folder.done(&format!("{command} --help"));
        let options = help.lines().map(str::trim).filter(|line| line.starts_with("--") && line.contains('<'));
        for option in options.map(|line| line.split_whitespace().next().unwrap()) {
            let is_number =
                NUMBERS.iter().any(|(of, name, ..)| of.split(' ').next() == Some(command) && *name == option);
            assert!(is_number || by_name.contains(&option), "{command} {option}");
            let (_, error) = folder.failed(&format!("{command} {option}"), 2);
            assert!(error.contains(option), "{command} {option}\n{error}");
        }
    }
}

#[test]
fn a_file_is_refused_with_its_name_the_cause_and_the_remedy() {
    let folder = Folder::with_region();
    for name in ["folder", "folder.csv", "folder.toml"] {
        std::fs::create_dir(folder.path(name)).unwrap();
    }
    let before = folder.read("region.csv");
    let new = "--practices 1 --listed 5";
    let (missing, is_folder) = ("there is no such file or folder. Correct the name", "this is a folder. Give a file.");
    for (arguments, code, said) in [
        ("simulate missing.csv", 3, missing),
        ("simulate missing.parquet", 3, missing),
        ("simulate folder.csv", 3, is_folder),
        ("simulate folder", 2, "must end in .csv, .parquet or .sums.csv"),
        ("simulate region.csv --model missing.toml", 3, "--model missing.toml: there is no such file"),
        ("fit region.csv --model folder.toml", 3, "--model folder.toml: this is a folder"),
        ("validate missing.toml", 3, missing),
        ("validate folder", 3, is_folder),
        ("convert region.csv missing/out.csv", 3, missing),
        ("convert region.csv folder.csv --force", 3, is_folder),
        ("convert region.csv folder/", 2, "must end in .csv, .parquet or .sums.csv"),
        ("convert region.csv .csv", 2, "must end in .csv, .parquet or .sums.csv"),
        ("convert region.csv region.csv", 2, "--force"),
        ("convert region.csv region.csv --force", 2, "this is the file that is read"),
        ("convert region.csv folder/../region.csv --force", 2, "this is the file that is read"),
        (&format!("synth missing/out.csv {new}"), 3, missing),
        (&format!("synth folder.csv {new}"), 3, is_folder),
        ("simulate region.csv --format json --format json", 2, "--format"),
        ("synth new.csv --seed 1 --seed 2", 2, "--seed"),
    ] {
        let (_, error) = folder.failed(arguments, code);
        assert!(error.contains(said), "{arguments}\n{error}");
        assert!(!error.contains("os error"), "{error}");
    }
    assert_eq!(folder.read("region.csv"), before);
}

#[test]
fn a_practice_that_got_nobody_is_told() {
    let folder = Folder::with_region();
    let said = folder.done("synth few.csv --practices 40 --listed 40");
    let text = String::from_utf8(folder.read("few.csv")).unwrap();
    let mut names: Vec<&str> = text.lines().skip(1).map(|line| line.split(';').next().unwrap()).collect();
    names.sort_unstable();
    names.dedup();
    assert!(said.contains(&format!("40 made-up persons of {} practices", names.len())), "{said}");
    assert_eq!(names.len() < 40, said.contains("got nobody"), "{said}");
    assert!(folder.done("synth one.csv --practices 1 --listed 1").contains("1 made-up person of 1 practice, "));
    assert!(folder.done("convert one.csv two.csv").contains("written, with 1 practice."));
    let text = folder.done("compare one.csv --model skane-2026 --model skane-forslag");
    assert!(text.contains("1 gets ") && text.contains("0 get "), "{text}");
}
