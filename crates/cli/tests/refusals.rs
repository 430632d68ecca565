//! What the command refuses rather than give a figure that is silently wrong, and what it says of what it leaves out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
mod run;

use run::Folder;

const FIVE: &str = include_str!("../../catalog/data/models/skane-forslag-fem.toml");

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
    let json = folder.json("fit cheap.csv --model skane-forslag-fem --json");
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
        ("evaluate region.csv --saved=-1", "--saved"),
        ("simulate region.csv --model skane-2062", "skane-2025, skane-2026"),
        ("fit region.csv --model skane-forslg", "skane-forslag"),
        ("fit region.csv --signs positive", "non-negative"),
        ("fit region.csv --cross practice:3", "each-practice, practices:10 or persons:10"),
        ("explain region.csv --practice Elsewhere", "Practice 1, Practice 2"),
        ("synth new.csv --region skone", "kronoberg, skane"),
        ("synth new.csv --practices 3 --listed 0", "at least one practice and one listed person"),
        ("synth new.csv --practices 0 --listed 9", "at least one practice and one listed person"),
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
