//! The band of a plan for doctors, from its percentile 10 to its 90: how many other runs end within it.
use crate::Share;
use workforce::{Crew, Numbers, PlannedYear, RUNS, band};

/// Runs that are set against a band.
const OTHERS: u64 = 20_000;

pub fn report() {
    println!("| doctors | year | within the band of persons covered, % | below | above |\n|---|---|---|---|---|");
    for doctors in [3, 12, 100] {
        let numbers = numbers(doctors);
        let told = band(&numbers, 1100, RUNS);
        let others: Vec<_> = (1..=OTHERS).map(|seed| band(&numbers, 1_000_000 + seed, 1)).collect();
        for year in [0, 4, 14] {
            let limits = told.years[year].capacity;
            let [mut within, mut below, mut above] = [Share::default(); 3];
            for other in &others {
                let capacity = other.years[year].capacity.mean;
                below.count(capacity < limits.p10);
                above.count(capacity > limits.p90);
                within.count(limits.p10 <= capacity && capacity <= limits.p90);
            }
            let year = told.years[year].year;
            let [within, below, above] = [within, below, above].map(Share::percent);
            println!("| {doctors} | {year} | {within:.1} | {below:.1} | {above:.1} |");
        }
    }
}

/// So many specialists, half as many ST doctors, and recruiting that keeps them about as many.
fn numbers(doctors: u32) -> Numbers {
    let crew = |doctors: u32, each: f64| Crew { doctors, heads: f64::from(doctors), fte: f64::from(doctors) * each };
    let scale = f64::from(doctors) / 12.0;
    let planned = PlannedYear { recruited: 0.5 * scale, retiring: 0.3 * scale, st_starts: scale };
    Numbers {
        first: 2026,
        years: vec![planned; 15],
        specialists: crew(doctors, 0.85),
        cohorts: vec![(3, crew(doctors.div_ceil(2), 0.9))],
        halves: 11,
        listed: f64::from(doctors) * 1_300.0,
        by_others: 0.0,
        covers: 1_100.0,
        st_covers: [550.0; 6],
        recruit_fte: 0.8,
        st_fte: 0.95,
        leaving: 0.06,
        st_leaving: 0.04,
        staying: 0.7,
        growth: 0.01,
        growth_spread: 0.015,
    }
}
