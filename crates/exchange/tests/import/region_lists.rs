//! A region's lists by sex and age by example: what is whole, what lacks, what is masked, what has to be asked.
use exchange::{
    import::{Answers, Chosen, PartKind, Question, Target, pasted},
    number::Notation,
    region_lists::{RegionLists, region_lists},
};
use model::{
    age::{AgeBand, AgeBands},
    id::Id,
    measure::MonthlyMoney,
    practice::Practice,
    sex::Sex,
};
use rust_decimal::Decimal;

pub(super) fn target() -> Target {
    let band = |low, high| AgeBand { low, high };
    let bands = AgeBands::new(vec![band(0, Some(64)), band(65, None)]).unwrap();
    Target::new(&bands, None, Notation::Swedish)
}

fn read_with(text: &str, answers: &Answers, missing_is_nobody: bool) -> RegionLists {
    region_lists(&pasted(text).unwrap(), &target(), answers, missing_is_nobody)
}

fn read(text: &str) -> RegionLists {
    read_with(text, &Answers::default(), false)
}

fn counts(lists: &RegionLists) -> Vec<(&str, Vec<u32>)> {
    let cells = |practice: &Practice| practice.listed.iter().map(|(_, count)| count.get()).collect();
    lists.names.iter().map(String::as_str).zip(lists.practices.iter().map(cells)).collect()
}

const LONG: &str = "Vårdcentral;Kön;Ålder;Antal listade
Eken;Kvinna;0-64;400
Eken;Kvinna;65-;90
Eken;Man;0-64;410
Eken;Man;65-;80
Linden;Kvinna;0-64;300
Linden;Kvinna;65-;120
Linden;Man;0-64;310
Linden;Man;65-;100
";

#[test]
fn a_long_table_is_a_list_for_each_vardcentral() {
    let lists = read(LONG);
    assert_eq!(counts(&lists), [("Eken", vec![400, 90, 410, 80]), ("Linden", vec![300, 120, 310, 100])]);
    assert!(lists.found.left_out.is_empty() && lists.whole.question.is_none());
    assert_eq!(lists.found.costs_lacking, 2, "no costs are known");
    assert!(lists.practices.iter().all(|practice| practice.drug_cost.is_none()));
}

#[test]
fn a_wide_table_has_costs_and_keeps_them_where_everybody_has_one() {
    let wide = "Vårdcentral;K 0-64;K 65-;M 0-64;M 65-;Läkemedelskostnad per månad
Eken;400;90;410;80;150000
Linden;300;120;310;100;140000
";
    let costs = |lists: &RegionLists| lists.practices.iter().map(|one| one.drug_cost).collect::<Vec<_>>();
    let lists = read(wide);
    assert_eq!(counts(&lists), [("Eken", vec![400, 90, 410, 80]), ("Linden", vec![300, 120, 310, 100])]);
    let kronor = |n: i64| Some(MonthlyMoney::new(Decimal::from(n)));
    assert_eq!(costs(&lists), [kronor(150_000), kronor(140_000)]);
    let lists = read(&wide.replace(";140000", ";"));
    assert_eq!((lists.found.costs_lacking, costs(&lists)), (1, vec![None, None]), "known of all, or told of none");
}

#[test]
fn a_group_that_stands_nowhere_is_not_nobody_until_that_is_said() {
    let text = LONG.replace("Eken;Man;65-;80\n", "");
    let lists = read(&text);
    assert_eq!(lists.names, ["Linden"]);
    let [(name, groups, cell)] = lists.found.left_out.as_slice() else { panic!("one is left out") };
    assert_eq!((name.as_str(), *groups, cell.sex, cell.band.low), ("Eken", 1, Sex::Man, 65));
    let lists = read_with(&text, &Answers::default(), true);
    assert_eq!(counts(&lists)[0], ("Eken", vec![400, 90, 410, 0]));
    assert_eq!((lists.found.taken_as_nobody, lists.found.left_out.len()), (1, 0));
}

#[test]
fn what_stands_there_and_was_not_read_is_never_nobody() {
    let text = LONG.replace("Eken;Man;65-;80", "Eken;Man;65-;åttio");
    for missing_is_nobody in [false, true] {
        let lists = read_with(&text, &Answers::default(), missing_is_nobody);
        assert_eq!(lists.names, ["Linden"]);
        assert!(!lists.whole.problems.is_empty(), "the cell is told");
    }
}

#[test]
fn a_masked_count_is_the_middle_of_what_it_can_be_and_told() {
    let text =
        LONG.replace("Eken;Man;65-;80", "Eken;Man;65-;<5").replace("Linden;Kvinna;65-;120", "Linden;Kvinna;65-;1-4");
    let lists = read(&text);
    assert_eq!(counts(&lists), [("Eken", vec![400, 90, 410, 2]), ("Linden", vec![300, 2, 310, 100])]);
    assert_eq!((lists.found.masked, lists.found.masked_off), (2, 4), "0 to 4 and 1 to 4");
    let lists = read(&LONG.replace("Eken;Man;65-;80", "Eken;Man;65-;X"));
    assert_eq!((lists.names, lists.found.masked), (vec!["Linden".to_owned()], 0), "it can be anything");
}

#[test]
fn several_months_are_one_question_with_the_sums_of_all() {
    let rows: Vec<String> = ["2026-09", "2026-10"]
        .iter()
        .flat_map(|month| LONG.lines().skip(1).map(move |line| format!("{month};{line}")))
        .collect();
    let text = format!("Månad;Vårdcentral;Kön;Ålder;Antal listade\n{}\n", rows.join("\n"));
    let lists = read(&text);
    assert!(lists.holds_lists);
    let Some(Question::Part { kind: PartKind::Time, offers, all: None }) = &lists.whole.question else {
        panic!("{:?}", lists.whole.question)
    };
    assert!(lists.names.is_empty(), "nothing before the answer");
    assert_eq!(offers.iter().map(|offer| offer.sum).collect::<Vec<_>>(), [Decimal::from(1810); 2]);
    let answers = Answers { time: Some(Chosen::One(1)), ..Answers::default() };
    assert_eq!(counts(&read_with(&text, &answers, false)), counts(&read(LONG)));
}

#[test]
fn one_list_is_no_region() {
    let text = LONG.lines().take(5).collect::<Vec<_>>().join("\n");
    assert!(!read(&text).holds_lists);
}

#[test]
fn a_band_that_lies_in_two_of_the_model_is_told_and_never_nobody() {
    let text = LONG.replace("65-;", "60-;").replace("0-64", "0-59");
    for missing_is_nobody in [false, true] {
        let lists = read_with(&text, &Answers::default(), missing_is_nobody);
        assert!(lists.names.is_empty(), "{:?}", lists.names);
        assert_eq!((lists.found.left_out.len(), lists.found.could_be_nobody), (2, 0));
        assert!(!lists.whole.problems.is_empty(), "the band is told");
    }
}

#[test]
fn a_group_that_no_vardcentral_has_was_not_read_and_is_never_nobody() {
    let women: Vec<&str> = LONG.lines().filter(|line| !line.contains(";Man;")).collect();
    for missing_is_nobody in [false, true] {
        let lists = read_with(&women.join("\n"), &Answers::default(), missing_is_nobody);
        assert!(lists.names.is_empty());
        assert_eq!(lists.found.could_be_nobody, 0);
    }
}

#[test]
fn rows_that_are_the_sum_of_others_are_no_vardcentral_whatever_they_are_called() {
    let wide = |rows: &str| format!("Vårdcentral;K 0-64;K 65-;M 0-64;M 65-\n{rows}");
    let (eken, linden, tallen) = ("Eken;400;90;410;80\n", "Linden;300;120;310;100\n", "Tallen;200;31;211;29\n");
    let region = "Region Blekinge;900;241;931;209\n";
    let lists = read(&wide(&[eken, linden, tallen, region].concat()));
    assert_eq!((lists.names, lists.found.sums), (names(&["Eken", "Linden", "Tallen"]), names(&["Region Blekinge"])));
    let north = "Primärvård Norr;700;210;720;180\n";
    let lists = read(&wide(&[eken, linden, north, tallen, region].concat()));
    assert_eq!(lists.names, names(&["Eken", "Linden", "Tallen"]));
    assert_eq!(lists.found.sums, names(&["Primärvård Norr", "Region Blekinge"]));
    let almost = "Region Blekinge;900;241;931;210\n";
    assert!(read(&wide(&[eken, linden, tallen, almost].concat())).found.sums.is_empty());
}

fn names(all: &[&str]) -> Vec<String> {
    all.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn names_that_differ_in_capitals_and_spaces_are_one() {
    let lists = read(&LONG.replacen("Eken;Man;65-", "EKEN ;Man;65-", 1));
    assert_eq!(counts(&lists), counts(&read(LONG)));
    assert_eq!((lists.names, lists.found.spellings), (names(&["Eken", "Linden"]), 1));
}

#[test]
fn the_same_cost_on_every_row_is_not_added_up() {
    let with_cost = |cost: &dyn Fn(usize) -> usize| {
        let rows = LONG.lines().skip(1).enumerate().map(|(at, row)| format!("{row};{}\n", cost(at)));
        format!("Vårdcentral;Kön;Ålder;Antal listade;Läkemedelskostnad per månad\n{}", rows.collect::<String>())
    };
    let lists = read(&with_cost(&|at| if at < 4 { 150_000 } else { 140_000 }));
    assert_eq!((lists.found.costs_repeated, lists.found.costs_lacking), (2, 2));
    assert!(lists.practices.iter().all(|practice| practice.drug_cost.is_none()));
    let lists = read(&with_cost(&|at| 1_000 + at));
    assert_eq!(lists.practices[0].drug_cost, Some(MonthlyMoney::new(Decimal::from(4_006))));
}

/// The page's empty list filled in: one row a vårdcentral, with every condition of the shown proposal and the cost.
#[test]
fn one_row_a_vardcentral_tells_its_list_its_conditions_and_its_cost() {
    let catalogue = catalog::shipped();
    let model = catalogue.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap();
    let mix = model.case_mix().unwrap();
    let names: Vec<_> = mix.factors().map(|factor| factor.name.clone()).collect();
    let sv = (["Vårdcentral", "Kvinnor", "Män", "Läkemedelskostnad i månaden, kr"], names.iter().map(|name| &name.sv));
    let en = (["Practice", "Women", "Men", "Drug cost per month, kr"], names.iter().map(|name| &name.en));
    let written = [(sv.0, sv.1.collect::<Vec<_>>(), ";"), (en.0, en.1.collect(), ",")];
    for ([name, women, men, cost], conditions, between) in written {
        let of = |sex| model.bands.bands().iter().map(move |band| format!("{sex} {band}"));
        let conditions = conditions.iter().map(|name| format!("\"{name}\""));
        let headings = [name.to_owned()].into_iter().chain(of(women)).chain(of(men)).chain(conditions);
        let headings: Vec<String> = headings.chain([format!("\"{cost}\"")]).collect();
        let row = |name: &str, more: usize| {
            let numbers = (1..headings.len()).map(|place| (place + more).to_string());
            [name.to_owned()].into_iter().chain(numbers).collect::<Vec<_>>().join(between)
        };
        let text = [headings.join(between), row("Eken", 100), row("Linden", 200)].join("\n");
        let target = Target::new(&model.bands, Some(mix), Notation::Swedish);
        let lists = region_lists(&pasted(&text).unwrap(), &target, &Answers::default(), false);
        assert!(lists.whole.problems.is_empty() && lists.whole.question.is_none(), "{:?}", lists.whole);
        assert_eq!(lists.names, ["Eken", "Linden"]);
        for (practice, more) in lists.practices.iter().zip([100u32, 200]) {
            let listed = practice.listed.iter().map(|(_, count)| count.get());
            let affected = mix.factors().map(|factor| practice.affected.get(factor.id).unwrap().get());
            let counts: Vec<u32> = listed.chain(affected).collect();
            assert_eq!(counts, (1..).map(|place| place + more).take(headings.len() - 2).collect::<Vec<_>>());
            let cost = Decimal::from(headings.len() - 1) + Decimal::from(more);
            assert_eq!(practice.drug_cost, Some(MonthlyMoney::new(cost)));
        }
    }
}

#[test]
fn lists_are_made_up_where_every_row_is_marked_and_else_somebodys_own() {
    let marked = |mark: &dyn Fn(usize) -> &'static str| {
        let lines = LONG.lines().enumerate().map(|(at, line)| format!("{line};{}\n", mark(at)));
        read(&lines.collect::<String>())
    };
    let all = marked(&|at| if at == 0 { "SYNTETISKA DATA" } else { "1" });
    assert!(all.found.are_made_up);
    assert_eq!(counts(&all), counts(&read(LONG)));
    let but_one = marked(&|at| match at {
        0 => "SYNTETISKA DATA",
        5 => "",
        _ => "1",
    });
    assert!(!but_one.found.are_made_up && !read(LONG).found.are_made_up);
}
