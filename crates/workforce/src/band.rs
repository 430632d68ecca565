//! What many runs of a plan come to: means, percentiles, and how often the list is covered. Knows no laws of chance.
use crate::{
    numbers::Numbers,
    run::{End, Run, laws},
    sampler::Sampler,
};
use rust_decimal::prelude::ToPrimitive;

/// As many runs as keep the ends of a band steady to the eye.
pub const RUNS: u32 = 2_000;

/// What counts as nobody, persons: floating point has no exact zero.
const NOBODY: f64 = 1e-6;

/// A figure over all runs, persons.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RunSpread {
    /// The mean.
    pub mean: f64,
    /// The 10th percentile.
    pub p10: f64,
    /// The median.
    pub p50: f64,
    /// The 90th percentile.
    pub p90: f64,
}

/// The end of a year over all runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandYear {
    /// The year.
    pub year: u16,
    /// Persons that all doctors cover.
    pub capacity: RunSpread,
    /// The list.
    pub listed: RunSpread,
    /// Listed beyond the capacity; negative where the doctors cover more.
    pub gap: RunSpread,
    /// The share of the runs in which the whole list is covered at the year's end.
    pub covered: f64,
    /// The share of the runs in which it has been covered at some year's end until then.
    pub reached: f64,
}

/// What chance does to a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// How many runs.
    pub runs: u32,
    /// What chance was drawn from.
    pub seed: u64,
    /// Every year of the plan.
    pub years: Vec<BandYear>,
}

/// Runs the plan so many times. The same numbers and seed give the same bits; without runs there are no years.
pub fn band(numbers: &Numbers, seed: u64, runs: u32) -> Band {
    let laws = laws(numbers);
    let mut ends: Vec<Vec<End>> = laws.iter().map(|_| Vec::new()).collect();
    let mut reached = vec![0_u32; laws.len()];
    let mut sampler = Sampler::new(seed);
    for _ in 0..runs {
        let mut run = Run::new(numbers);
        let mut has_been = false;
        for ((laws, ends), reached) in laws.iter().zip(&mut ends).zip(&mut reached) {
            let end = run.year(laws, &mut sampler);
            has_been |= is_covered(&end);
            *reached += u32::from(has_been);
            ends.push(end);
        }
    }
    let years = (numbers.first..).zip(ends.iter().zip(reached));
    let years = years.filter_map(|(year, (ends, reached))| {
        let covered = ends.iter().filter(|end| is_covered(end)).count().to_f64()?;
        Some(BandYear {
            year,
            capacity: spread(ends.iter().map(|end| end.capacity))?,
            listed: spread(ends.iter().map(|end| end.listed))?,
            gap: spread(ends.iter().map(|end| end.listed - end.capacity))?,
            covered: covered / f64::from(runs),
            reached: f64::from(reached) / f64::from(runs),
        })
    });
    Band { runs, seed, years: years.collect() }
}

fn is_covered(end: &End) -> bool {
    end.listed - end.capacity <= NOBODY
}

fn spread(values: impl Iterator<Item = f64>) -> Option<RunSpread> {
    let mut values: Vec<f64> = values.collect();
    let mean = values.iter().sum::<f64>() / values.len().to_f64()?;
    values.sort_unstable_by(f64::total_cmp);
    let at = |share| quantile(&values, share);
    Some(RunSpread { mean, p10: at(0.1)?, p50: at(0.5)?, p90: at(0.9)? })
}

/// Between the two nearest of sorted values, in proportion (the seventh of Hyndman and Fan, 1996).
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = share * sorted.len().checked_sub(1)?.to_f64()?;
    let below = place.floor();
    let low = *sorted.get(below.to_usize()?)?;
    let high = sorted.get(below.to_usize()? + 1).copied().unwrap_or(low);
    Some(low + (high - low) * (place - below))
}
