//! Files with faults: each line that has some ends with `#~` and their kinds, and nothing else is reported.
//! The first line of a file says under which name it is read, together with the files of `tests/good`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
use schema::{Problem, ProblemKind, read};
use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

type Place = (usize, String);

fn expected(text: &str) -> Vec<Place> {
    let kinds = text.lines().enumerate().filter_map(|(i, line)| Some((i + 1, line.split_once("#~")?.1)));
    let mut places: Vec<Place> =
        kinds.flat_map(|(line, kinds)| kinds.split_whitespace().map(move |kind| (line, kind.to_owned()))).collect();
    places.sort();
    places
}

fn name_of(text: &str) -> &str {
    let first = text.lines().next().unwrap().strip_prefix("# as: ").unwrap();
    first.split("#~").next().unwrap().trim()
}

fn found(name: &str, text: &str) -> Vec<Problem> {
    read(&crate::common::good().with(name, text)).expect_err(name)
}

fn bad_files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let read =
        |entry: fs::DirEntry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap());
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| read(entry.unwrap())).collect();
    files.sort();
    files
}

#[test]
fn every_fault_is_found_at_its_line_and_nothing_else() {
    let mut kinds = BTreeSet::new();
    let mut faults = 0;
    let mut report = String::new();
    for (file, text) in bad_files() {
        let name = name_of(&text);
        let problems = found(name, &text);
        assert!(problems.iter().all(|problem| problem.file == name), "{problems:#?}");
        let mut places: Vec<Place> = problems.iter().map(|p| (p.line, format!("{:?}", p.kind))).collect();
        places.sort();
        if places != expected(&text) {
            let _ = writeln!(report, "{file}: wanted {:?}\n", expected(&text));
            for problem in &problems {
                let _ = writeln!(report, "  {:?} {problem}", problem.kind);
            }
        }
        faults += problems.len();
        kinds.extend(problems.iter().map(|problem| problem.kind));
    }
    assert!(report.is_empty(), "{report}");
    assert!(faults >= 30, "{faults}");
    let elsewhere = [ProblemKind::UnknownFile, ProblemKind::MissingFile, ProblemKind::TooMany];
    assert!(elsewhere.iter().all(|kind| !kinds.contains(kind)));
    assert!(kinds.len() >= 25, "{kinds:?}");
}

#[test]
fn a_problem_says_where_what_and_how_to_mend_it() {
    let problems = found("guideline.toml", "specialst = 3\n");
    let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "guideline.toml:1: Nothing reads the key `specialst`. Remedy: Did you mean `specialist`? Otherwise remove it.",
            "guideline.toml:1: The key `specialist` is missing. Remedy: Add it.",
            "guideline.toml:1: The key `st` is missing. Remedy: Add it.",
        ]
    );
}

#[test]
fn a_negative_base_names_the_cell_and_the_largest_weights_that_fit() {
    let (_, text) = bad_files().into_iter().find(|(file, _)| file == "negative-base.toml").unwrap();
    let problems = found("models/negative.toml", &text);
    let [young, _, _] = problems.as_slice() else { panic!("{problems:#?}") };
    assert_eq!(
        young.to_string(),
        "models/negative.toml:33: The base of men 0-17 would be below zero: the conditions bring 60 kr on average, the \
         table 22.5 kr. Remedy: Lower all weights to at most 0.375 of what they are, or only `heavy` to at most 225 kr."
    );
}

#[test]
fn missing_and_unknown_files_are_named() {
    let files = crate::common::good().without("guideline.toml").without("persons.toml").with("modles/x.toml", "");
    let problems = read(&files).unwrap_err();
    let named: Vec<_> = problems.iter().map(|p| (p.file.as_str(), p.line, p.kind)).collect();
    assert_eq!(
        named,
        [
            ("guideline.toml", 1, ProblemKind::MissingFile),
            ("modles/x.toml", 1, ProblemKind::UnknownFile),
            ("persons.toml", 1, ProblemKind::MissingFile)
        ]
    );
}

#[test]
fn all_files_are_tried() {
    let files = crate::common::good()
        .with("guideline.toml", "x = 1")
        .with("persons.toml", "y = ")
        .with("sources.toml", "source = 1");
    let problems = read(&files).unwrap_err();
    let files: BTreeSet<_> = problems.iter().map(|p| p.file.as_str()).collect();
    // sources.toml has no source, so that no citation is right any more
    assert!(["guideline.toml", "persons.toml", "sources.toml", "models/table.toml"].iter().all(|f| files.contains(f)));
}

#[test]
fn sources_that_are_not_toml_do_not_make_every_citation_wrong() {
    let problems = read(&crate::common::good().with("sources.toml", "[[source]\n")).unwrap_err();
    assert!(problems.iter().all(|p| p.file == "sources.toml" && p.kind == ProblemKind::Syntax), "{problems:#?}");
}

#[test]
fn a_model_has_at_most_256_conditions() {
    let files = crate::common::good();
    let text = files.iter().find(|(name, _)| *name == "models/every-rule.toml").unwrap().1.to_owned();
    let (head, _) = text.split_once("[[case_mix.combine]]").unwrap();
    let (_, from) = head.split_once("[[case_mix.condition]]\nid = \"both\"").unwrap();
    let more = |n: usize| {
        (0..n).fold(head.to_owned(), |all, i| format!("{all}\n[[case_mix.condition]]\nid = \"more{i}\"{from}"))
    };
    assert!(read(&files.clone().with("models/every-rule.toml", &more(252))).is_ok());
    let problems = read(&files.with("models/every-rule.toml", &more(253))).unwrap_err();
    assert_eq!(problems.iter().map(|p| p.kind).collect::<Vec<_>>(), [ProblemKind::TooMany]);
}
