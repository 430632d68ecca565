//! The change in the spread between practices: the paired bootstrap against the deviations of all regions' practices
//! together.
use crate::{Share, made::Made};
use register::bootstrap::{Interval, RESAMPLES, change_in_spread};

pub fn report(made: &[Made]) {
    let before = pooled(made, 0);
    let after = pooled(made, 1);
    let (mut difference, mut ratio) = (Share::default(), Share::default());
    for (seed, one) in (1..).zip(made) {
        let found = change_in_spread(&one.nets[0], &one.nets[1], seed, RESAMPLES).unwrap();
        difference.count(holds(found.difference_interval, after - before));
        ratio.count(holds(found.ratio_interval.unwrap(), after / before));
    }
    println!("## Change in spread\n\n| | true | held, % |\n|---|---|---|");
    println!("| difference, kr per listed and month | {:.3} | {:.1} |", after - before, difference.percent());
    println!("| ratio | {:.4} | {:.1} |\n", after / before, ratio.percent());
}

fn holds(interval: Interval, truth: f64) -> bool {
    interval.low <= truth && truth <= interval.high
}

/// The deviation of practices of which a region has drawn some: the mean of the regions' variances by n - 1.
fn pooled(made: &[Made], lane: usize) -> f64 {
    let variance = |one: &Made| {
        let nets = &one.nets[lane];
        let n = nets.len() as f64;
        let mean = nets.iter().sum::<f64>() / n;
        nets.iter().map(|net| (net - mean).powi(2)).sum::<f64>() / (n - 1.0)
    };
    (made.iter().map(variance).sum::<f64>() / made.len() as f64).sqrt()
}
