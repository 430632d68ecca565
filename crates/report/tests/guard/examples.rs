//! The examples of `data/guard.txt`.
use super::attack::{is_told, solved};
use model::{
    age::{AgeBand, AgeBands},
    cell::Cell,
    count::Count,
    outcome::PaidFor,
    sex::Sex,
};
use report::{
    columns::Column,
    guard::{Equation, Guardable, Guarded, Protection, Total, USUAL_THRESHOLD, protect},
};
use rust_decimal::Decimal;

const EXAMPLES: &str = include_str!("../data/guard.txt");

struct Example {
    name: String,
    input: Guarded,
    /// `*`, `+` or nothing, by count.
    marks: Vec<Option<char>>,
    withheld: String,
}

fn examples() -> Vec<Example> {
    let text: Vec<&str> = EXAMPLES.lines().filter(|line| !line.starts_with('#')).collect();
    text.join("\n").split("\n= ").skip(1).map(example).collect()
}

fn example(text: &str) -> Example {
    let lines: Vec<&str> = text.lines().collect();
    let (published, withheld) = lines[1].split_once('-').unwrap_or((lines[1], ""));
    let rows: Vec<&str> = lines[2..].iter().copied().filter(|line| !line.is_empty()).collect();
    let bands: Vec<AgeBand> = (0u8..).zip(&rows).map(|(age, _)| AgeBand { low: age, high: Some(age) }).collect();
    let last = AgeBand { high: None, ..*bands.last().unwrap() };
    let bands = bands.iter().copied().take(bands.len() - 1).chain([last]).collect();
    let (mut women, mut men) = (Vec::new(), Vec::new());
    for row in rows {
        let row = row.replace(" (", "(");
        let (woman, man) = row.split_once(' ').unwrap();
        women.push(count(woman));
        men.push(count(man));
    }
    let counts: Vec<_> = women.into_iter().chain(men).collect();
    let marks = counts.iter().map(|(_, mark, _)| *mark).collect();
    let input = guarded(&AgeBands::new(bands).unwrap(), &counts, published);
    Example { name: lines[0].trim_start_matches("= ").to_owned(), input, marks, withheld: withheld.trim().to_owned() }
}

/// `3*(20)`: three persons, small, at twenty kronor.
fn count(text: &str) -> (u64, Option<char>, Decimal) {
    let (count, amount) = text.trim_end_matches(')').split_once('(').unwrap_or((text, "0"));
    let mark = count.chars().last().filter(|c| !c.is_ascii_digit());
    (count.trim_end_matches(['*', '+']).parse().unwrap(), mark, amount.parse().unwrap())
}

fn guarded(bands: &AgeBands, counts: &[(u64, Option<char>, Decimal)], published: &str) -> Guarded {
    let cells: Vec<Cell> = bands.cells().collect();
    let of = |total, is: &dyn Fn(&Cell) -> bool| Equation {
        total,
        coefficients: cells.iter().map(|cell| Decimal::from(u8::from(is(cell)))).collect(),
    };
    let mut equations = Vec::new();
    for word in published.split_whitespace() {
        match word {
            "ages" => equations.extend(bands.bands().iter().map(|band| of(Total::Band(*band), &|c| c.band == *band))),
            "sexes" => equations.extend(Sex::ALL.map(|sex| of(Total::Sex(sex), &|c| c.sex == sex))),
            "all" => equations.push(of(Total::Listed, &|_| true)),
            "pay" => equations.push(Equation {
                total: Total::Payment(Column::Current),
                coefficients: counts.iter().map(|(_, _, amount)| *amount).collect(),
            }),
            other => panic!("{other}"),
        }
    }
    let counts = cells.iter().zip(counts);
    let counts = counts.map(|(cell, (n, ..))| Guardable { what: PaidFor::Cell(*cell), count: Count::new(*n).unwrap() });
    Guarded { counts: counts.collect(), equations, threshold: USUAL_THRESHOLD }
}

fn name(total: Total) -> String {
    match total {
        Total::Band(band) => band.low.to_string(),
        Total::Sex(Sex::Woman) => "woman".to_owned(),
        Total::Sex(Sex::Man) => "man".to_owned(),
        Total::Listed => "all".to_owned(),
        _ => "pay".to_owned(),
    }
}

#[test]
fn each_example_hides_what_it_says() {
    assert_eq!(examples().len(), 9);
    for example in examples() {
        let protection = protect(&example.input);
        let mark = |what: &PaidFor| match protection.hides(what) {
            true if protection.small.contains(what) => Some('*'),
            true => Some('+'),
            false => None,
        };
        let marks: Vec<_> = example.input.counts.iter().map(|count| mark(&count.what)).collect();
        let withheld: Vec<String> = protection.totals.iter().map(|total| name(*total)).collect();
        assert_eq!((marks, withheld.join(" ")), (example.marks, example.withheld), "{}", example.name);
    }
}

#[test]
fn in_no_example_is_a_small_count_determined() {
    for Example { name, input, .. } in examples() {
        let protection = protect(&input);
        let hidden: Vec<usize> = (0..input.counts.len()).filter(|i| protection.hides(&input.counts[*i].what)).collect();
        let published = input.equations.iter().filter(|equation| !protection.withholds(equation.total));
        let rows: Vec<Vec<Decimal>> =
            published.map(|equation| hidden.iter().map(|i| equation.coefficients[*i]).collect()).collect();
        let solved = solved(&rows);
        for (position, number) in hidden.iter().enumerate() {
            let count = &input.counts[*number];
            let small = protection.small.contains(&count.what);
            assert!(!small || !is_told(&[&solved.left(position, hidden.len())]), "{name}: {count:?} is determined");
        }
    }
}

#[test]
fn another_threshold_guards_more_or_nothing() {
    let with = |threshold| {
        let input = Guarded { threshold, ..examples().swap_remove(1).input };
        protect(&input)
    };
    assert_eq!(with(3), Protection::default(), "three persons are enough to tell");
    assert_eq!((with(0), with(1)), (Protection::default(), Protection::default()));
    assert_eq!(with(41).small.len(), 2);
}

#[test]
fn money_is_rounded_so_that_a_few_persons_do_not_show() {
    let step = |at: usize| protect(&examples()[at].input).money_step.to_owned();
    // five persons at 31 kronor bring 155
    let kronor = |amount: i64| model::measure::MonthlyMoney::new(amount.into());
    assert_eq!(step(7), kronor(200));
    assert_eq!(step(1), kronor(0), "no money is published");
}
