//! What chance does to practices' nets: the funnel's limits where practices do not differ and where they do, and the
//! interval from one year to another.
use crate::{
    Share,
    made::{LANES, rates, summary},
};
use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use register::{
    register::Register,
    statistics::{between_years, funnel, reach, residual_variance},
    summary::Summary,
};
use viktat_tests::region;

/// How much of what a model leaves of a person's cost is there the next year too.
const LASTING: f64 = 0.6;

pub fn report(practices: u16, listed: u32, regions: u64) {
    let numbers = region::numbers().unwrap();
    let alike = register::synthetic::Numbers { morbidity: 0.0, prescribing: 0.0, ..numbers };
    let (mut persons, mut between, mut years) = (Share::default(), Share::default(), Share::default());
    for seed in 1..=regions {
        let (register, _) = region::made_with(practices, listed, seed, alike).unwrap();
        let found = places(&summary(&register));
        found.iter().for_each(|place| persons.count(place.0 <= 1.96));
        years.add(next_year(&register, seed));
        let (register, _) = region::made_with(practices, listed, seed, numbers).unwrap();
        places(&summary(&register)).iter().for_each(|place| between.count(place.1 <= 1.96));
    }
    println!("## Chance and practices, the proposal\n\n| limits | held, % |\n|---|---|");
    println!("| chance between persons, practices alike | {:.1} |", persons.percent());
    println!("| chance and differences, practices that differ | {:.1} |", between.percent());
    println!("| from one year to the next, the same list | {:.1} |\n", years.percent());
}

/// By practice: how many deviations from the centre, by chance between persons and with practices' differences.
fn places(summary: &Summary) -> Vec<(f64, f64)> {
    let found = summary.evaluate(&rates());
    let lane = &found.lanes[LANES - 1];
    let funnel = funnel(&lane.net, &summary.listed(), lane.net_squared).unwrap();
    funnel.places.iter().flatten().map(|place| (place.z.abs(), place.z_between.abs())).collect()
}

/// Two years of the region's persons, with costs as they are made up. What is new of a person's second year is drawn
/// again with the chance that leaves the correlation.
fn next_year(register: &Register, seed: u64) -> Share {
    let summary = summary(register);
    let numbers = region::numbers().unwrap();
    let rates = &rates()[LANES - 1];
    let lane = &summary.frame.lanes[LANES - 1];
    let mut lot = Lot(Xoshiro256PlusPlus::seed_from_u64(seed));
    let practices = register.practices().len();
    let (mut net, mut squares) = ([vec![0.0; practices], vec![0.0; practices]], 0.0);
    for row in register.rows() {
        let class = usize::from(summary.frame.class_of_key[row.key.index()]);
        let paid = lane.paid(summary.frame.classes[class], row.conditions);
        let paid = rates.cells[usize::from(lane.cell_of_class[class])]
            + paid.iter().map(|factor| rates.factors[usize::from(*factor)]).sum::<f64>();
        let healthy = row.conditions.count() == 0;
        let mut cost = || lot.cost(paid / rates.cost_share, healthy, &numbers);
        let first = cost();
        let again = cost();
        let second = if lot.unit() < LASTING { first } else { again };
        let nets = [first, second].map(|cost| paid - rates.cost_share * cost);
        net.iter_mut().zip(nets).for_each(|(sums, net)| sums[usize::from(row.practice)] += net);
        squares += nets[0] * nets[0];
    }
    let listed = summary.listed();
    let variance = residual_variance(&net[0], &listed, squares).unwrap();
    let mut share = Share::default();
    for ((first, second), n) in net[0].iter().zip(&net[1]).zip(&listed) {
        share.count((second - first).abs() / n <= reach(between_years(variance, LASTING, *n)));
    }
    share
}

struct Lot(Xoshiro256PlusPlus);

impl Lot {
    fn unit(&mut self) -> f64 {
        ((self.0.next_u64() >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0
    }

    fn cost(&mut self, mean: f64, healthy: bool, numbers: &register::synthetic::Numbers) -> f64 {
        let without = if healthy { numbers.without_cost } else { 0.0 };
        if self.unit() < without {
            return 0.0;
        }
        let normal = (-2.0 * self.unit().ln()).sqrt() * (std::f64::consts::TAU * self.unit()).cos();
        let tail = numbers.cost_tail;
        mean / (1.0 - without) * (tail * normal - tail * tail / 2.0).exp()
    }
}
