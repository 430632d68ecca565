//! A spreadsheet program calculates the books anew. It stands in `VIKTAT_SOFFICE`; `cargo xtask test office` installs
//! it and runs these tests.
use super::{
    joint::joint_tariffs,
    make::{all, columns, file, practice},
    read::{At, Sheet, changed, name, part, read, with_wrong_values},
    staffing::{ENTERED, staffing_book},
    sums::{long_book, spread_book},
};
use model::{
    count::Count,
    measure::{Measure, Weight},
    payment_model::PaymentModel,
    term::Term,
};
use report::columns::Tariffs;
use std::{collections::BTreeMap, fs, path::PathBuf, process::Command, rc::Rc};

/// Always calculate, whoever wrote the file: the program's own choice is never, but for its own files.
const ALWAYS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

type Sheets = BTreeMap<String, Sheet>;

/// Every file as the program saves it, in their order; each test has its own folder.
fn calculated(test: &str, files: &[Vec<u8>]) -> Vec<Sheets> {
    let program = std::env::var("VIKTAT_SOFFICE");
    let program = program.unwrap_or_else(|_| panic!("set VIKTAT_SOFFICE, or run `cargo xtask test office`"));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("office").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("profile/user")).unwrap();
    fs::write(folder.join("profile/user/registrymodifications.xcu"), ALWAYS).unwrap();
    let names: Vec<_> = (0..files.len()).map(|number| format!("{number}.xlsx")).collect();
    let pairs = names.iter().zip(files);
    pairs.for_each(|(name, bytes)| fs::write(folder.join(name), bytes).unwrap());
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut command = Command::new(program);
    command.args([&profile, "--headless", "--convert-to", "xlsx", "--outdir", "out"]).args(&names);
    let output = command.current_dir(&folder).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    names.iter().map(|name| read(&fs::read(folder.join("out").join(name)).unwrap())).collect()
}

/// Compares every cell with a formula to the number expected there; returns how many there were.
fn compare(told: &Sheets, expected: &Sheets, formulas: &Sheets) -> usize {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (sheet, cells) in formulas {
        for at in cells.formulas.keys() {
            let number = |sheets: &Sheets| sheets[sheet].numbers.get(at).copied();
            let (told, expected) = (number(told), number(expected));
            count += 1;
            if !told.zip(expected).is_some_and(|(told, expected)| (told - expected).abs() < 0.005) {
                wrong.push(format!("{sheet}!{} is {told:?}, not {expected:?}", name(*at)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    count
}

#[test]
#[ignore = "needs VIKTAT_SOFFICE"]
fn every_formula_gives_the_cores_figure_also_where_the_file_says_another() {
    let tariffs = all().into_iter().map(|(_, tariffs)| tariffs).chain([joint_tariffs()]);
    let mut files: Vec<_> = tariffs.map(|tariffs| file(&columns(&tariffs, &practice(&tariffs)))).collect();
    files.extend([long_book(10_050), spread_book(), staffing_book("5", &ENTERED)]);
    let wrong: Vec<_> = files.iter().map(|bytes| with_wrong_values(bytes)).collect();
    let sevens = read(&wrong[0])["PracticeSheet"].formulas.len();
    let told_seven = read(&wrong[0])["PracticeSheet"].numbers.values().filter(|number| **number == 7.0).count();
    assert!(told_seven >= sevens && sevens > 400, "the values were not made wrong");
    let calculated = calculated("values", &wrong);
    let counts = files.iter().zip(&calculated).map(|(bytes, told)| {
        let ours = read(bytes);
        compare(told, &ours, &ours)
    });
    let total: usize = counts.sum();
    assert!(total > 9_000, "{total} formulas");
}

#[test]
#[ignore = "needs VIKTAT_SOFFICE"]
fn persons_written_in_the_file_are_paid_as_in_the_core() {
    let tariffs = all().remove(0).1;
    let before = practice(&tariffs);
    let cells: Vec<_> = tariffs.proposal.model.bands.cells().collect();
    let mut after = before.clone();
    // the sixth cell has nobody before
    let (changes, factor) = ([(cells[5], 321u16), (cells[20], 77)], before.affected.keys().next().unwrap().clone());
    after.listed = before.listed.map(|cell, count| {
        changes.iter().find(|(c, _)| *c == cell).map_or(*count, |(_, persons)| Count::from(*persons))
    });
    after.affected.insert(factor.clone(), Count::from(99));
    let listed = changes.iter().map(|(cell, persons)| (Term::Listed(*cell), *persons));
    let written: Vec<_> = listed.chain([(Term::Affected(factor), 99)]).collect();

    let bytes = file(&columns(&tariffs, &before));
    let sheets = read(&bytes);
    let labels = &sheets["PracticeSheet"].texts;
    let row = |term: &Term| labels.iter().find(|(at, text)| at.1 == 0 && **text == format!("{term:?}")).unwrap().0.0;
    let written = written.iter().map(|(term, persons)| ((row(term), 1), *persons)).collect::<Vec<(At, u16)>>();
    let edited = changed(
        &bytes,
        |part| part == "xl/worksheets/sheet2.xml",
        |text| written.iter().fold(text.to_owned(), |text, (at, persons)| with_number(&text, *at, *persons)),
    );
    let expected = read(&file(&columns(&tariffs, &after)));
    let told = calculated("inputs", &[edited]).remove(0);
    let count = compare(&told, &expected, &sheets);
    assert!(count > 2_500, "{count} formulas");
    let payment = |sheets: &Sheets| sheets["PracticeSheet"].numbers[&(row(&Term::Payment), 3)];
    assert!((payment(&told) - payment(&sheets)).abs() > 1.0, "more persons, another payment");
}

#[test]
#[ignore = "needs VIKTAT_SOFFICE"]
fn a_weight_written_in_the_file_is_paid_as_in_the_core() {
    let tariffs = all().remove(0).1;
    let persons = practice(&tariffs);
    let proposal = |model: PaymentModel| {
        let proposal = Rc::new(Rc::new(model).tariff().unwrap());
        let only = Tariffs { scenario: Ok(Rc::clone(&proposal)), proposal, ..tariffs.clone() };
        file(&columns(&only, &persons))
    };
    let model = (*tariffs.proposal.model).clone();
    let id = model.case_mix().unwrap().conditions[3].id.clone();
    let bytes = proposal(model.clone());
    let sheets = read(&bytes);
    let label = format!("{:?}", Term::FactorRate(id.clone()));
    let parameters = &sheets["ParameterSheet"];
    let row = parameters.texts.iter().find(|(at, text)| at.1 == 0 && **text == label).unwrap().0.0;
    let sheet = 1 + sheets.keys().filter(|name| **name != "ParameterSheet").count();
    let edited = changed(
        &bytes,
        |part| part == format!("xl/worksheets/sheet{sheet}.xml"),
        |text| with_number(text, (row, 1), 41),
    );
    let expected = read(&proposal(model.with_weight(&id, Weight::of(41.into()))));
    let told = calculated("weight", &[edited]).remove(0);
    assert!(compare(&told, &expected, &sheets) > 2_000);
    assert_ne!(parameters.numbers[&(row, 1)], 41.0, "another weight than before");
}

#[test]
#[ignore = "needs VIKTAT_SOFFICE"]
fn doctors_written_in_the_file_cover_what_they_do_in_the_core() {
    let recruited = ("planned.recruited.2027", "2");
    let after = ENTERED.map(|(key, value)| if key == recruited.0 { recruited } else { (key, value) });
    let bytes = staffing_book("5", &ENTERED);
    let sheets = read(&bytes);
    let written = [("Specialists", 4), ("Staffing(Given(Planned(Recruited, 2027)))", 2)];
    let edited = written.iter().fold(bytes, |bytes, (label, number)| {
        let (sheet, at) = cell_to_write_in(&sheets, label);
        changed(&bytes, |part| part == format!("xl/worksheets/sheet{sheet}.xml"), |text| with_number(text, at, *number))
    });
    let expected = read(&staffing_book("4", &after));
    let told = calculated("doctors", &[edited]).remove(0);
    assert!(compare(&told, &expected, &sheets) > 400);
}

/// The place of an input by its label: the number of its sheet, of which the first is the cover, and the cell there.
fn cell_to_write_in(sheets: &Sheets, label: &str) -> (usize, At) {
    let found = [(2, "Staffing"), (3, "InputSheet")].into_iter().find_map(|(number, name)| {
        let labels = sheets[name].texts.iter().filter(|(at, text)| at.1 == 0 && **text == label);
        let mut cells = labels.map(|((row, _), _)| (*row, 1)).filter(|at| !sheets[name].formulas.contains_key(at));
        cells.next().map(|at| (number, at))
    });
    found.unwrap_or_else(|| panic!("no cell to write {label} in"))
}

/// The sheet's text with another number in a cell that holds one.
fn with_number(sheet: &str, at: At, number: u16) -> String {
    let cell = format!("<c r=\"{}\"", name(at));
    let start = sheet.find(&cell).unwrap();
    let value = start + sheet[start..].find("<v>").unwrap() + 3;
    assert!(!sheet[start..value].contains("<f>"), "{cell} holds a formula");
    let end = value + sheet[value..].find('<').unwrap();
    [&sheet[..value], &number.to_string(), &sheet[end..]].concat()
}

#[test]
fn a_cell_to_write_in_is_one() {
    let (_, tariffs) = all().remove(3);
    let bytes = file(&columns(&tariffs, &practice(&tariffs)));
    let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
    assert!(with_number(&sheet, (5, 1), 4711).contains("<v>4711</v>"));
    let rules = |kind: &str| sheet.matches(&format!("<dataValidation type=\"{kind}\"")).count();
    assert_eq!((rules("whole"), rules("decimal")), (42 + 5, 1), "persons by cell and condition, and the drug cost");
}
