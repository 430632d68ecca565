//! The examples of `data/guard.txt`.
use super::made::{tariffs, with};
use model::{case_mix::Normalisation, measure::Measure, outcome::PaidFor, practice::Practice, sex::Sex};
use report::guard::{LEAST_THRESHOLD, Protection, Total, USUAL_THRESHOLD, Why, protect};

const EXAMPLES: &str = include_str!("../../data/guard.txt");
/// The place of the band from 60 years on.
const FIRST: usize = 12;

struct Example {
    name: String,
    practice: Practice,
    /// Women, men: as they are written.
    rows: Vec<[String; 2]>,
    withheld: String,
}

fn examples() -> Vec<Example> {
    let text: Vec<&str> = EXAMPLES.lines().filter(|line| !line.starts_with('#')).collect();
    text.join("\n").split("\n= ").skip(1).map(example).collect()
}

fn example(text: &str) -> Example {
    let mut lines = text.lines().filter(|line| !line.is_empty());
    let name = lines.next().unwrap().to_owned();
    let (withheld, rows): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.starts_with('-'));
    let rows: Vec<[String; 2]> =
        rows.iter().map(|row| row.split_once(' ').unwrap()).map(|(w, m)| [w.to_owned(), m.to_owned()]).collect();
    let count = |text: &String| text.split(['*', '+']).next().unwrap().parse::<u16>().unwrap();
    let [women, men] = [0, 1].map(|sex| {
        let own = rows.iter().map(|row| count(&row[sex]));
        [0; FIRST].into_iter().chain(own).chain([0]).collect::<Vec<u16>>()
    });
    let withheld = withheld.concat().trim_start_matches('-').trim().to_owned();
    Example { name, practice: with(&women, &men, &[]), rows, withheld }
}

/// The count as the examples write it.
fn written(protection: &Protection, what: &PaidFor, count: u32) -> String {
    protection.of(what).map_or(count.to_string(), |hidden| {
        let mark = if hidden.why == Why::Small { '*' } else { '+' };
        format!("{count}{mark}{}-{}", hidden.between.low.get(), hidden.between.high.get())
    })
}

fn name(total: &Total) -> &'static str {
    match total {
        Total::Sex(Sex::Woman) => "woman",
        Total::Sex(Sex::Man) => "man",
        Total::Listed => "all",
    }
}

#[test]
fn each_example_hides_what_it_says() {
    let tariffs = tariffs(Normalisation::None, 77);
    assert_eq!(examples().len(), 9);
    for Example { name: example, practice, rows, withheld } in examples() {
        let protection = protect(&practice, &tariffs, USUAL_THRESHOLD);
        for (sex, own) in Sex::ALL.into_iter().enumerate() {
            let cells = practice.listed.iter().filter(|(cell, _)| cell.sex == own);
            let written: Vec<String> =
                cells.map(|(cell, count)| written(&protection, &PaidFor::Cell(cell), count.get())).collect();
            let expected: Vec<&String> = rows.iter().map(|row| &row[sex]).collect();
            assert_eq!(written[FIRST..FIRST + rows.len()].iter().collect::<Vec<_>>(), expected, "{example}");
        }
        let totals: Vec<&str> = protection.totals.iter().map(name).collect();
        assert_eq!(totals.join(" "), withheld, "{example}");
    }
}

#[test]
fn another_threshold_guards_more_or_nothing() {
    let tariffs = tariffs(Normalisation::None, 77);
    let practice = &examples()[1].practice;
    let hidden = |threshold| protect(practice, &tariffs, threshold).hidden.len();
    assert_eq!(hidden(LEAST_THRESHOLD), 0, "three persons are enough to tell");
    assert_eq!((hidden(4), hidden(20)), (2, 2));
    assert_eq!((hidden(0), hidden(1), hidden(2)), (0, 0, 0), "an interval from one to one would tell");
}

#[test]
fn a_small_count_of_a_condition_is_hidden_alone_since_no_sum_of_conditions_is_published() {
    let tariffs = tariffs(Normalisation::None, 77);
    let protection = protect(&with(&[200], &[200], &[40, 3, 40]), &tariffs, USUAL_THRESHOLD);
    assert_eq!((protection.counts(Why::Small), protection.counts(Why::Beside), protection.totals), (1, 0, vec![]));
}

#[test]
fn money_is_rounded_to_twice_what_the_interval_leaves_open() {
    let tariffs = tariffs(Normalisation::None, 77);
    let practice = with(&[200], &[200], &[40, 3, 40]);
    let protection = protect(&practice, &tariffs, USUAL_THRESHOLD);
    let PaidFor::Factor(id) = &protection.hidden[0].what else { panic!() };
    // one to four is at most two from two, and the largest weight of the columns is taken
    let weights = [&tariffs.proposal, tariffs.scenario.as_ref().unwrap()];
    let weights = weights.iter().flat_map(|tariff| &tariff.factors).filter(|factor| factor.id == *id);
    let twice = weights.map(|factor| factor.rate.value().decimal() * rust_decimal::Decimal::from(4)).max().unwrap();
    let step = protection.money_step.decimal();
    assert!(twice <= step && step < twice * rust_decimal::Decimal::from(3), "{step} for {twice}");
}
