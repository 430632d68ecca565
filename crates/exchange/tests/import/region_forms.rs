//! A region's lists in the forms that systems and spreadsheets give them, by example: names that look like sums, months,
//! masks, vårdcentraler across, in a pivot table and in sheets, and what is refused by its own reason.
use super::region_lists::target;
use exchange::{
    import::{Answers, Chosen, FactorName, Note, PartKind, ProblemKind, Question, Sheet, SheetCell, pasted},
    region_lists::{RegionLists, region_lists},
};
use model::{id::Id, localized::Localized, measure::MonthlyMoney, practice::Practice, sex::Sex};
use rust_decimal::Decimal;

fn read_sheets(sheets: &[Sheet], answers: &Answers) -> RegionLists {
    region_lists(sheets, &target(), answers, false)
}

fn read(text: &str) -> RegionLists {
    read_sheets(&pasted(text).unwrap(), &Answers::default())
}

fn counts(lists: &RegionLists) -> Vec<(&str, Vec<u32>)> {
    let cells = |practice: &Practice| practice.listed.iter().map(|(_, count)| count.get()).collect();
    lists.names.iter().map(String::as_str).zip(lists.practices.iter().map(cells)).collect()
}

/// Women of 0-64 years and above, and men.
const EKEN: [u32; 4] = [400, 90, 410, 80];
const LINDEN: [u32; 4] = [300, 120, 310, 100];
const TALLEN: [u32; 4] = [200, 31, 211, 29];

fn wide(rows: &[(&str, [u32; 4])]) -> String {
    let row = |(name, [a, b, c, d]): &(&str, [u32; 4])| format!("{name};{a};{b};{c};{d}\n");
    format!("Vårdcentral;K 0-64;K 65-;M 0-64;M 65-\n{}", rows.iter().map(row).collect::<String>())
}

fn long(rows: &[(&str, [u32; 4])]) -> String {
    let row = |(name, [a, b, c, d]): &(&str, [u32; 4])| {
        format!("{name};Kvinna;0-64;{a}\n{name};Kvinna;65-;{b}\n{name};Man;0-64;{c}\n{name};Man;65-;{d}\n")
    };
    format!("Vårdcentral;Kön;Ålder;Antal listade\n{}", rows.iter().map(row).collect::<String>())
}

fn three() -> Vec<(&'static str, Vec<u32>)> {
    vec![("Eken", EKEN.to_vec()), ("Linden", LINDEN.to_vec()), ("Tallen", TALLEN.to_vec())]
}

fn sum(rows: &[[u32; 4]]) -> [u32; 4] {
    [0, 1, 2, 3].map(|group| rows.iter().map(|row| row[group]).sum())
}

fn names(all: &[&str]) -> Vec<String> {
    all.iter().map(|name| (*name).to_owned()).collect()
}

fn times(lists: &RegionLists) -> Vec<String> {
    match &lists.whole.question {
        Some(Question::Part { kind: PartKind::Time, offers, .. }) => {
            offers.iter().map(|offer| format!("{} {}", offer.name, offer.sum)).collect()
        }
        other => panic!("{other:?}, {:?}", lists.whole.problems),
    }
}

#[test]
fn a_name_with_a_word_for_a_sum_is_a_vardcentral_unless_its_numbers_are_one() {
    for form in [wide, long] {
        let lists = read(&form(&[("Totalhälsan", EKEN), ("Summa Vård", LINDEN), ("Alla Åldrar VC", TALLEN)]));
        assert_eq!(lists.names, names(&["Totalhälsan", "Summa Vård", "Alla Åldrar VC"]));
        assert_eq!(lists.found.named_as_sums, names(&["Summa Vård", "Alla Åldrar VC"]), "it is told");
        assert!(lists.whole.notes.is_empty(), "{:?}", lists.whole.notes);
        let all = sum(&[EKEN, LINDEN, TALLEN]);
        for name in ["Summa", "Totalt", "Alla vårdcentraler", "Hela regionen"] {
            let lists = read(&form(&[("Eken", EKEN), ("Linden", LINDEN), ("Tallen", TALLEN), (name, all)]));
            assert_eq!(counts(&lists), three(), "{name}");
        }
        for name in ["Summa vårdcentraler", "Totalt Region Norr"] {
            let lists = read(&form(&[("Eken", EKEN), ("Linden", LINDEN), ("Tallen", TALLEN), (name, all)]));
            assert_eq!((counts(&lists), lists.found.sums.clone()), (three(), names(&[name])));
            // a mask or persons of no vardcentral make it differ
            let near = sum(&[all, [3, 1, 2, 0]]);
            let lists = read(&form(&[("Eken", EKEN), ("Linden", LINDEN), ("Tallen", TALLEN), (name, near)]));
            assert_eq!((counts(&lists), lists.found.near_sums.clone()), (three(), names(&[name])));
        }
    }
}

#[test]
fn a_sum_that_names_a_vardcentral_is_of_it_alone() {
    let text = "Vårdcentral;Ålder;Kvinnor;Män
Eken;0-64;400;410
;65-;90;80
Eken Summa;;490;490
Linden;0-64;300;310
;65-;120;100
Linden Summa;;420;410
Tallen;0-64;200;211
;65-;31;29
Tallen Summa;;231;240
Totalsumma;;1141;1140
";
    let lists = read(text);
    assert_eq!(counts(&lists), three());
    let [Note::TotalsLeftOut { origin }] = lists.whole.notes.as_slice() else { panic!("{:?}", lists.whole.notes) };
    assert_eq!(origin.to_string(), "C4, D4, C7, D7, C10:C11, D10:D11", "every sum agrees");
    let lists = read(&text.replace("Eken Summa;;490", "Eken Summa;;491"));
    assert!(lists.whole.notes.iter().any(|note| matches!(note, Note::TotalDiffers { .. })), "one does not");
    assert_eq!(counts(&lists), three());
}

#[test]
fn a_sum_of_the_rows_since_the_sum_before_is_a_sum() {
    let lists =
        read(&wide(&[("Eken", EKEN), ("Linden", LINDEN), ("Delsumma", sum(&[EKEN, LINDEN])), ("Tallen", TALLEN)]));
    assert_eq!(counts(&lists), three());
    assert!(matches!(lists.whole.notes.as_slice(), [Note::TotalsLeftOut { .. }]), "{:?}", lists.whole.notes);
}

#[test]
fn a_row_of_means_is_no_vardcentral() {
    let lists = read(&long(&[("Eken", EKEN), ("Linden", LINDEN), ("Medel", [350, 105, 360, 90])]));
    assert_eq!(lists.names, names(&["Eken", "Linden"]));
    assert!(matches!(lists.whole.notes.as_slice(), [Note::LeftOut { text, .. }] if text == "Medel"));
}

#[test]
fn sums_that_stand_apart_from_their_parts_are_found() {
    let lists = read(&wide(&[("Eken", EKEN), ("Linden", LINDEN), ("Tallen", TALLEN), ("Norr", sum(&[EKEN, LINDEN]))]));
    assert_eq!((counts(&lists), lists.found.sums.clone()), (three(), names(&["Norr"])));
    let fourth = [501, 77, 512, 66];
    let (own, other) = (sum(&[EKEN, TALLEN]), sum(&[LINDEN, fourth]));
    let all = [("Eken", EKEN), ("Linden", LINDEN), ("Tallen", TALLEN), ("Asken", fourth)];
    let lists = read(&wide(&[all[0], all[1], all[2], all[3], ("Offentlig regi", own), ("Privat regi", other)]));
    assert_eq!(lists.names, names(&["Eken", "Linden", "Tallen", "Asken"]));
    assert_eq!(lists.found.sums, names(&["Offentlig regi", "Privat regi"]));
}

#[test]
fn a_column_or_row_that_is_masked_throughout_is_masked_and_not_lacking() {
    let text = "Vårdcentral;K 0-64;K 65-;M 0-64;M 65-\nEken;400;<5;410;80\nLinden;300;<5;310;100\n";
    let lists = read(text);
    assert_eq!(counts(&lists), [("Eken", vec![400, 2, 410, 80]), ("Linden", vec![300, 2, 310, 100])]);
    assert_eq!((lists.found.masked, lists.found.masked_off), (2, 4));
    let lists = read(&text.replace("410;80", "410;X"));
    assert_eq!((lists.names.as_slice(), lists.found.left_out.len()), (names(&["Linden"]).as_slice(), 1));
    let [problem] = lists.whole.problems.as_slice() else { panic!("{:?}", lists.whole.problems) };
    assert_eq!(problem.text, "X", "what is told within bounds is no fault");
}

#[test]
fn months_are_asked_about_however_they_are_written_and_wherever_they_stand() {
    let rows = |month: &str, more: u32| {
        let body = long(&[("Eken", EKEN), ("Linden", sum(&[LINDEN, [more, 0, 0, 0]]))]);
        body.lines().skip(1).map(|row| (month.to_owned(), row.to_owned())).collect::<Vec<_>>()
    };
    let head = "Vårdcentral;Kön;Ålder;Antal listade";
    for (heading, first, second, told) in [
        ("Månad", "202601", "202602", ["202601 1810", "202602 1811"]),
        ("Månad", "2026-01", "2026-02", ["2026-01 1810", "2026-02 1811"]),
        ("Månad", "1", "2", ["1 1810", "2 1811"]),
        ("Månad", "januari", "februari", ["januari 1810", "februari 1811"]),
        ("Period", "2026-01", "2026-02", ["2026-01 1810", "2026-02 1811"]),
        ("Uttagsdatum", "2026-01-31", "2026-02-28", ["2026-01-31 1810", "2026-02-28 1811"]),
        ("År;Månad", "2026;1", "2026;2", ["2026, 1 1810", "2026, 2 1811"]),
        ("", "202601", "202602", ["202601 1810", "202602 1811"]),
    ] {
        let all: Vec<(String, String)> = rows(first, 0).into_iter().chain(rows(second, 1)).collect();
        let before: String = all.iter().map(|(month, row)| format!("{month};{row}\n")).collect();
        assert_eq!(times(&read(&format!("{heading};{head}\n{before}"))), told, "{heading} first");
        let after: String = all.iter().map(|(month, row)| format!("{row};{month}\n")).collect();
        let text = format!("{head};{heading}\n{after}");
        assert_eq!(times(&read(&text)), told, "{heading} last");
        let second = Answers { time: Some(Chosen::One(1)), ..Answers::default() };
        let lists = read_sheets(&pasted(&text).unwrap(), &second);
        assert_eq!(counts(&lists), [("Eken", EKEN.to_vec()), ("Linden", vec![301, 120, 310, 100])]);
    }
}

#[test]
fn vardcentraler_across_are_read_where_something_says_that_they_are() {
    let body = "Kvinna;0-64;400;300;200
Kvinna;65-;90;120;31
Man;0-64;410;310;211
Man;65-;80;100;29
";
    let heads = "Kön;Ålder;Eken;Linden;Tallen\n";
    assert_eq!(counts(&read(&format!(";;Vårdcentral\n{heads}{body}"))), three(), "a word over them");
    assert_eq!(counts(&read(&format!("Listade per vårdcentral\n{heads}{body}"))), three(), "a title");
    let summed = |row: &str| {
        let numbers = row.split(';').skip(2).map(|number| number.parse::<u32>().unwrap());
        format!("{row};{}\n", numbers.sum::<u32>())
    };
    let with_sums: String = body.lines().map(summed).collect();
    let lists = read(&format!("{}{with_sums}", heads.replace("Tallen", "Tallen;Summa")));
    assert_eq!(counts(&lists), three(), "a column that adds them up");
    // nothing says what they are: refused, with what would say it
    let lists = read(&format!("{heads}{body}"));
    assert!(lists.names.is_empty());
    let [problem] = lists.whole.problems.as_slice() else { panic!("{:?}", lists.whole.problems) };
    assert_eq!((&problem.kind, problem.text.as_str()), (&ProblemKind::MayBePractices { headings: 3 }, "Eken"));
    let across = "Vårdcentral;Eken;;Linden;;Tallen;
Ålder;Kvinnor;Män;Kvinnor;Män;Kvinnor;Män
0-64;400;410;300;310;200;211
65-;90;80;120;100;31;29
";
    assert_eq!(counts(&read(across)), three(), "over the sexes");
    let summed =
        "Ålder;Eken kvinnor;Eken män;Linden kvinnor;Linden män;Tallen kvinnor;Tallen män;Summa kvinnor;Summa män
0-64;400;410;300;310;200;211;900;931
65-;90;80;120;100;31;29;241;209
";
    assert_eq!(counts(&read(summed)), three(), "with the sexes");
}

#[test]
fn a_compact_pivot_table_has_names_over_ages_or_under_them() {
    let over = "Summa av Antal;Kolumnetiketter;;
Radetiketter;Kvinna;Man;Totalsumma
Eken;490;490;980
0-64;400;410;810
65-;90;80;170
Linden;420;410;830
0-64;300;310;610
65-;120;100;220
Tallen;231;240;471
0-64;200;211;411
65-;31;29;60
Totalsumma;1141;1140;2281
";
    assert_eq!(counts(&read(over)), three());
    let under = "Radetiketter;Kvinna;Man
0-64;900;931
Eken;400;410
Linden;300;310
Tallen;200;211
65-;241;209
Eken;90;80
Linden;120;100
Tallen;31;29
Totalsumma;1141;1140
";
    assert_eq!(counts(&read(under)), three());
    let three_levels = "Radetiketter;Summa av Antal
Eken;980
Kvinna;490
0-64;400
65-;90
Man;490
0-64;410
65-;80
Linden;830
Kvinna;420
0-64;300
65-;120
Man;410
0-64;310
65-;100
Tallen;471
Kvinna;231
0-64;200
65-;31
Man;240
0-64;211
65-;29
Totalsumma;2281
";
    assert_eq!(counts(&read(three_levels)), three());
}

fn sheet(name: &str, rows: &str) -> Sheet {
    let cells = |row: &str| row.split(';').map(SheetCell::text).collect();
    Sheet { name: name.to_owned(), rows: rows.lines().map(cells).collect(), ..Sheet::default() }
}

fn own([women, old_women, men, old_men]: [u32; 4]) -> String {
    format!("Ålder;Kvinnor;Män\n0-64;{women};{men}\n65-;{old_women};{old_men}\n")
}

#[test]
fn one_sheet_or_one_block_a_vardcentral_is_named_by_sheet_or_title() {
    let sheets = |names: [&str; 3]| {
        [(names[0], EKEN), (names[1], LINDEN), (names[2], TALLEN)].map(|(name, own_list)| sheet(name, &own(own_list)))
    };
    assert_eq!(counts(&read_sheets(&sheets(["Eken", "Linden", "Tallen"]), &Answers::default())), three());
    let blocks = [("Eken", EKEN), ("Linden", LINDEN), ("Tallen", TALLEN)];
    let text: String = blocks.iter().map(|(name, own_list)| format!("{name}\n{}\n", own(*own_list))).collect();
    assert_eq!(counts(&read(&text)), three());
    // what a program calls its sheets is no name
    let lists = read_sheets(&sheets(["Blad1", "Blad2", "Blad3"]), &Answers::default());
    assert!(lists.names.is_empty() && lists.holds_lists);
    assert_eq!(
        lists.whole.problems.iter().map(|one| &one.kind).collect::<Vec<_>>(),
        [&ProblemKind::NoPractice { tables: 3 }]
    );
    // months are asked about
    let all = long(&[("Eken", EKEN), ("Linden", LINDEN)]);
    let months = [sheet("2026-01", &all), sheet("2026-02", &all)];
    assert_eq!(times(&read_sheets(&months, &Answers::default())), ["2026-01 1810", "2026-02 1810"]);
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let kinds = |text: &str| {
        let lists = read(text);
        assert!(lists.holds_lists && lists.names.is_empty(), "{text}");
        lists.whole.problems.iter().map(|one| one.kind.clone()).collect::<Vec<_>>()
    };
    let no_sex = "Vårdcentral;0-64;65-\nEken;810;170\nLinden;610;220\n";
    assert_eq!(kinds(no_sex), [ProblemKind::NoSex]);
    let shares = "Vårdcentral;K 0-64;K 65-;M 0-64;M 65-\nEken;40 %;9 %;41 %;8 %\nLinden;36 %;14 %;37 %;12 %\n";
    assert_eq!(kinds(shares), [ProblemKind::OnlyShares]);
    let parts = "Vårdcentral;K 0-64;K 65-;M 0-64;M 65-\nEken;40,5;9,5;41,5;8,5\nLinden;36,5;14,5;37,5;12,5\n";
    assert!(matches!(kinds(parts).as_slice(), [ProblemKind::Number(_)]), "one cause is one problem");
}

#[test]
fn a_wrong_sum_is_told_wherever_its_column_stands() {
    for text in [
        "Vårdcentral;Totalt;K 0-64;K 65-;M 0-64;M 65-\nEken;980;400;90;410;80\nLinden;999;300;120;310;100\n",
        "Vårdcentral;K 0-64;K 65-;M 0-64;M 65-;Totalt\nEken;400;90;410;80;980\nLinden;300;120;310;100;999\n",
    ] {
        let lists = read(text);
        let differs = |note: &&Note| matches!(note, Note::TotalDiffers { stated, summed, .. } if (*stated, *summed) == (999.into(), 830.into()));
        assert_eq!(lists.whole.notes.iter().filter(differs).count(), 1, "{:?}", lists.whole.notes);
    }
}

#[test]
fn a_cost_of_a_quarter_is_a_third_of_it_a_month() {
    let costs = |heading: &str, cells: [&str; 2]| {
        let rows = wide(&[("Eken", EKEN), ("Linden", LINDEN)]);
        let rows: Vec<String> =
            rows.lines().zip([heading, cells[0], cells[1]]).map(|(row, cell)| format!("{row};{cell}")).collect();
        let lists = read(&rows.join("\n"));
        assert!(lists.whole.question.is_none(), "{heading}");
        lists.practices.iter().map(|one| one.drug_cost).collect::<Vec<_>>()
    };
    let kronor = |n: i64| Some(MonthlyMoney::new(Decimal::from(n)));
    for heading in ["Läkemedelskostnad kvartal 1", "Läkemedelskostnad Q1 2026", "Läkemedelskostnad per kvartal"] {
        assert_eq!(costs(heading, ["450000", "420000"]), [kronor(150_000), kronor(140_000)]);
    }
    let two = costs("Kostnad Q1;Kostnad Q2", ["450000;510000", "420000;480000"]);
    assert_eq!(two, [kronor(160_000), kronor(150_000)], "960,000 / 6 and 900,000 / 6");
}

#[test]
fn a_title_that_names_one_sex_over_both_is_told() {
    let lists = read(&format!("Urval: endast kvinnor\n{}", long(&[("Eken", EKEN), ("Linden", LINDEN)])));
    assert_eq!(lists.names, names(&["Eken", "Linden"]));
    let [Note::TitleOfOneSex { sex: Sex::Woman, origin, .. }] = lists.whole.notes.as_slice() else { panic!() };
    assert_eq!(origin.to_string(), "A1");
}

#[test]
fn a_group_that_stands_twice_is_told_as_such() {
    let text = long(&[("Eken", EKEN), ("Eken", TALLEN), ("Linden", LINDEN)]);
    let lists = read(
        &text
            .replace("Vårdcentral;", "Vårdcentral;Filial;")
            .replace("Eken;", "Eken;A;")
            .replace("Linden;", "Linden;B;"),
    );
    assert_eq!((lists.names, lists.found.twice), (names(&["Linden"]), 1));
}

#[test]
fn a_code_names_a_vardcentral_where_nothing_else_does() {
    let text = long(&[("1001", EKEN), ("1002", LINDEN)]).replace("Vårdcentral", "Enhetskod");
    assert_eq!(read(&text).names, names(&["1001", "1002"]));
}

#[test]
fn conditions_of_other_models_are_told_and_the_rest_is_read() {
    let name = |text: &str| FactorName { id: Id::new(text), name: Localized { sv: text.into(), en: text.into() } };
    let others = ["Kol", "Reumatisk inflammatorisk sjukdom"].map(name);
    let text = "Vårdcentral;Kol;Reumatisk inflammatorisk sjukdom;K 0-64;K 65-;M 0-64;M 65-
Eken;30;<5;400;90;410;80
Linden;20;<5;300;120;310;100
";
    for target in [target(), target().beside(&others)] {
        let lists = region_lists(&pasted(text).unwrap(), &target, &Answers::default(), false);
        assert_eq!(lists.names, names(&["Eken", "Linden"]), "{:?}", lists.whole.problems);
    }
    let lists = region_lists(&pasted(text).unwrap(), &target().beside(&others), &Answers::default(), false);
    assert!(lists.whole.problems.is_empty(), "{:?}", lists.whole.problems);
    let [Note::OtherConditions { origin, text }] = lists.whole.notes.as_slice() else {
        panic!("{:?}", lists.whole.notes)
    };
    assert_eq!((origin.to_string().as_str(), text.as_str()), ("B2:B3, C2:C3", "Kol"));
}
