//! Registers as regions have them: what is read, asked about or refused, in one line a cause.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use crate::run::Folder;

const HEADER: &str = "practice;sex;age;conditions;cost";

/// Forty persons of two practices, each row with what is added to it.
fn rows(added: impl Fn(u32) -> String) -> String {
    let row = |n: u32| {
        let (practice, sex) =
            (if n.is_multiple_of(2) { "Eken" } else { "Linden" }, if n.is_multiple_of(3) { "K" } else { "M" });
        format!("{practice};{sex};{};0;{}{}\n", 20 + n, 100 * n, added(n))
    };
    (0..40).map(row).collect()
}

const MODEL: &str = "--model skane-2026 --format json";

#[test]
fn of_several_months_one_is_read_and_only_when_it_is_said() {
    let folder = Folder::with_region();
    let of = |month: &'static str| rows(move |_| format!(";{month}"));
    folder.write("one.csv", &[HEADER, ";m\u{e5}nad\n", &of("2026-01")].concat());
    folder.write("two.csv", &[HEADER, ";m\u{e5}nad\n", &of("2026-01"), &of("2026-02")].concat());
    let (out, error) = folder.failed(&format!("simulate two.csv {MODEL}"), 1);
    assert!(out.is_empty() && error.lines().count() == 1, "{error}");
    for said in ["two.csv, header, column 6", "2 months", "\"2026-01\": 40", "\"2026-02\": 40", "--period"] {
        assert!(error.contains(said), "{said}: {error}");
    }
    let (one, error) = folder.ended(&format!("simulate one.csv {MODEL}"), 0);
    assert!(error.contains("is of \"2026-01\"; costs are taken to be of a year"), "{error}");
    let (of_two, error) = folder.ended(&format!("simulate two.csv --period 2026-01 {MODEL}"), 0);
    assert_eq!(of_two, one);
    assert!(error.contains("40 rows of other times are not read"), "{error}");
    let (_, error) = folder.failed(&format!("simulate two.csv --period 2026-03 {MODEL}"), 1);
    assert!(error.contains("\"2026-02\": 40"), "{error}");
    let (_, error) = folder.failed("simulate region.csv --period 2026-03", 1);
    assert!(error.contains("no column for the time (such as"), "{error}");
}

#[test]
fn of_sums_of_several_months_one_is_read_and_only_when_it_is_said() {
    let folder = Folder::with_region();
    folder.done("convert region.csv region.sums.csv --force");
    let sums = String::from_utf8(folder.read("region.sums.csv")).unwrap();
    let of = |months: &[&str]| {
        let (head, rows) = sums.split_once('\n').unwrap();
        let of_month = |month: &&str| rows.lines().map(|row| format!("{row};{month}\n")).collect::<String>();
        format!("{head};m\u{e5}nad\n{}", months.iter().map(of_month).collect::<String>())
    };
    folder.write("one.sums.csv", &of(&["2026-02"]));
    folder.write("two.sums.csv", &of(&["2026-01", "2026-02"]));
    let (out, error) = folder.failed(&format!("simulate two.sums.csv {MODEL}"), 1);
    assert!(out.is_empty() && error.lines().count() == 1, "{error}");
    for said in ["two.sums.csv, header, column", "2 months", "\"2026-01\":", "\"2026-02\":", "--period"] {
        assert!(error.contains(said), "{said}: {error}");
    }
    let (of_two, error) = folder.ended(&format!("simulate two.sums.csv --period 2026-02 {MODEL}"), 0);
    assert_eq!(of_two, folder.done(&format!("simulate one.sums.csv {MODEL}")));
    assert!(error.contains("rows of other times are not read"), "{error}");
    let (_, error) = folder.failed("simulate region.sums.csv --period 2026-03", 1);
    assert!(error.contains("no column for the time (such as"), "{error}");
}

#[test]
fn rows_that_count_persons_are_refused() {
    let folder = Folder::with_region();
    folder.write("counted.csv", &[HEADER, ";antal\n", &rows(|n| format!(";{}", 1 + n % 4))].concat());
    let (out, error) = folder.failed(&format!("simulate counted.csv {MODEL}"), 1);
    assert!(out.is_empty() && error.lines().count() == 1, "{error}");
    assert!(error.contains("row 3, column 6 and 29 more") && error.contains("--from sums"), "{error}");
    folder.write("single.csv", &[HEADER, ";antal\n", &rows(|_| ";1".to_owned())].concat());
    folder.done(&format!("simulate single.csv {MODEL}"));
}

#[test]
fn a_practice_spelled_in_two_ways_is_one_and_told() {
    let folder = Folder::with_region();
    folder.write("plain.csv", &[HEADER, "\n", &rows(|_| String::new())].concat());
    let spelled = rows(|_| String::new()).replacen("Eken", "EKEN", 20).replacen("EKEN", "Eken", 1);
    folder.write("spelled.csv", &[HEADER, "\n", &spelled].concat());
    let (out, error) = folder.ended(&format!("simulate spelled.csv {MODEL}"), 0);
    assert_eq!(out, folder.done(&format!("simulate plain.csv {MODEL}")));
    assert!(error.contains("read as one practice: \"Eken\" and \"EKEN\"."), "{error}");
}

#[test]
fn diagnosis_codes_are_one_line_that_says_what_is_wanted() {
    let folder = Folder::with_region();
    let codes = ["I10", "E11.9", "J44", "F32"];
    let coded = rows(|_| String::new())
        .lines()
        .zip(codes.iter().cycle())
        .fold(String::new(), |all, (row, code)| all + &row.replace(";0;", &format!(";{code};")) + "\n");
    folder.write("codes.csv", &[HEADER, "\n", &coded, "Eken;K;30;kol;1\n"].concat());
    let (out, error) = folder.failed(&format!("simulate codes.csv {MODEL}"), 1);
    assert!(out.is_empty() && error.lines().count() == 2, "{error}");
    assert!(error.contains("40 of 41 rows have a fault") && error.contains("\"I10\": 10, \"E11.9\": 10"), "{error}");
}

#[test]
fn few_faulty_rows_are_left_out_and_told_by_kind_and_more_are_not() {
    let folder = Folder::with_region();
    let file = |faulty: usize| {
        let good = rows(|_| String::new()).repeat(5);
        [HEADER, "\n", &good, &"Eken;X;30;0;1\n".repeat(faulty), "Eken;K;30;0;tolv\n"].concat()
    };
    folder.write("few.csv", &file(8));
    folder.write("many.csv", &file(40));
    let (few, error) = folder.ended(&format!("simulate few.csv {MODEL}"), 0);
    assert!(
        error.contains("row 202, column 2 and 7 more (203, 204, 205, 206, \u{2026}): This is no sex (\"X\": 8)."),
        "{error}"
    );
    assert!(error.contains("row 210, column 5: This is no amount") && error.contains("9 rows are left out"), "{error}");
    assert!(folder.failed(&format!("simulate few.csv --refuse-faulty {MODEL}"), 1).1.contains("9 of 209 rows"));
    let (out, error) = folder.failed(&format!("simulate many.csv {MODEL}"), 1);
    assert!(out.is_empty() && error.contains("41 of 241 rows") && error.contains("--skip-faulty"), "{error}");
    assert_eq!(folder.ended(&format!("simulate many.csv --skip-faulty {MODEL}"), 0).0, few);
    folder.failed("simulate few.csv --skip-faulty --refuse-faulty", 2);
}

#[test]
fn of_sums_none_is_left_out_unasked() {
    let folder = Folder::with_region();
    folder.done("convert region.csv all.sums.csv --model skane-2026");
    let sums = String::from_utf8(folder.read("all.sums.csv")).unwrap();
    folder.write("one.sums.csv", &(sums + "Practice 1;X;0;4;0;1;1;1;1\n"));
    let (_, error) = folder.failed(&format!("simulate one.sums.csv {MODEL}"), 1);
    assert!(error.contains("have a fault") && error.contains("This is no sex"), "{error}");
    folder.ended(&format!("simulate one.sums.csv --skip-faulty {MODEL}"), 0);
}

#[test]
fn conditions_are_read_by_name_and_costs_with_their_word() {
    let folder = Folder::with_region();
    let of = |conditions: &str, cost: &str| {
        let row = |n: u32| format!("Eken;K;{};{conditions};{cost}\n", 30 + n);
        [HEADER, "\n", &(0..9).map(row).collect::<String>()].concat()
    };
    folder.write("ids.csv", &of("hypertoni+kol", "5232.50"));
    folder.write("names.csv", &of("Hypertoni, KOL", "5 232,50 kr"));
    folder.write("english.csv", &of("Hypertension|COPD", "5\u{a0}232,50\u{a0}SEK"));
    let of = |file: &str| folder.done(&format!("simulate {file} --model skane-forslag --format json"));
    assert_eq!((of("names.csv"), of("english.csv")), (of("ids.csv"), of("ids.csv")));
}

#[test]
fn persons_in_a_workbook_are_those_of_the_same_text() {
    let folder = Folder::with_region();
    std::fs::write(folder.path("persons.xlsx"), include_bytes!("persons.xlsx")).unwrap();
    let ill = rows(|_| String::new()).lines().enumerate().fold(String::new(), |all, (n, row)| {
        let conditions = if n.is_multiple_of(4) { ";hypertoni+kol;" } else { ";0;" };
        all + &row.replace(";0;", conditions) + "\n"
    });
    folder.write("persons.csv", &[HEADER, "\n", &ill].concat());
    let of = |file: &str| folder.done(&format!("simulate {file} --model skane-forslag --format json"));
    assert_eq!(of("persons.xlsx"), of("persons.csv"));
    folder.write("broken.xlsx", "PK\u{3}\u{4} and nothing more");
    let (_, error) = folder.failed("simulate broken.xlsx", 1);
    assert!(
        error.contains("broken.xlsx: it is no workbook that can be read. Save the sheet as XLSX or CSV."),
        "{error}"
    );
    let (_, error) = folder.failed("convert persons.csv new.xlsx", 2);
    assert!(error.contains(".csv, .parquet or .sums.csv"), "{error}");
}
