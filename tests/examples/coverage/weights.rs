//! Fitted weights: the intervals against the weights that the persons were made by.
use crate::{
    Share,
    made::{FITS, LANES, Made, models, rates},
};
use register::{
    fit::{FactorFit, Outcome},
    rates::ORE_PER_YEAR,
    statistics::student,
};

pub fn report(made: &[Made]) {
    let truths: Vec<f64> = rates()[LANES - 1].factors.iter().map(|rate| rate / ORE_PER_YEAR).collect();
    let freedom = f64::from(u32::try_from(made[0].nets[0].len()).unwrap()) - 1.0;
    println!("## Fitted weights\n\n| way | all weights, % | 1,000 persons or more | fewer |\n|---|---|---|---|");
    for (way, (name, _)) in FITS.iter().enumerate() {
        let (mut many, mut few) = (Share::default(), Share::default());
        for (factor, truth) in truths.iter().enumerate() {
            let share = if persons(made, factor) >= 1000.0 { &mut many } else { &mut few };
            share.add(held(made, way, factor, *truth, student(freedom)));
        }
        let mut all = many;
        all.add(few);
        println!("| {name} | {:.1} | {:.1} | {:.1} |", all.percent(), many.percent(), few.percent());
    }
    each(made, &truths, student(freedom));
}

fn persons(made: &[Made], factor: usize) -> f64 {
    let persons: u64 = made.iter().map(|one| u64::from(one.fits[0][factor].persons)).sum();
    persons as f64 / made.len() as f64
}

fn told(fit: &FactorFit) -> Option<(f64, f64)> {
    match fit.outcome {
        Outcome::Fitted { estimate, error: Some(error), .. } => Some((estimate, error.standard)),
        _ => None,
    }
}

/// A penalised weight has no interval: here it is given one all the same.
fn held(made: &[Made], way: usize, factor: usize, truth: f64, reach: f64) -> Share {
    let mut share = Share::default();
    for (estimate, error) in made.iter().filter_map(|one| told(&one.fits[way][factor])) {
        share.count((estimate - truth).abs() <= reach * error);
    }
    share
}

fn each(made: &[Made], truths: &[f64], reach: f64) {
    let model = models()[LANES - 1].clone();
    let ids: Vec<String> = model.case_mix().unwrap().factors().map(|factor| factor.id.to_string()).collect();
    println!(
        "\n| weight | persons | true | mean | deviation seen | error told | held, % |\n|---|---|---|---|---|---|---|"
    );
    for (factor, truth) in truths.iter().enumerate() {
        let found: Vec<(f64, f64)> = made.iter().filter_map(|one| told(&one.fits[0][factor])).collect();
        let n = found.len() as f64;
        let mean = found.iter().map(|one| one.0).sum::<f64>() / n;
        let seen = (found.iter().map(|one| (one.0 - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
        let said = found.iter().map(|one| one.1).sum::<f64>() / n;
        let held = held(made, 0, factor, *truth, reach).percent();
        let persons = persons(made, factor);
        println!("| {} | {persons:.0} | {truth} | {mean:.2} | {seen:.2} | {said:.2} | {held:.1} |", ids[factor]);
    }
    println!();
}
