//! Groups in columns, and what does not hang on amounts, so that an update reads as little as possible.
use super::Group;
use crate::evaluate::float;

/// Groups in columns.
#[derive(Clone, Debug, Default)]
pub(crate) struct GroupColumns {
    /// By class: where its groups end; they begin where those of the class before end.
    pub class_ends: Vec<usize>,
    /// By group: persons.
    pub persons: Vec<f64>,
    /// By group: the mean cost, in öre.
    pub mean_cost: Vec<f64>,
    /// Persons of the region.
    pub all_persons: f64,
    /// The region's mean cost, in öre.
    pub all_mean: f64,
    /// Σ(c − c̄)² about the means of the groups.
    pub within: f64,
    /// Σ(c − c̄)² about the mean of the region; zero when every cost is the same.
    pub squares: f64,
}

impl GroupColumns {
    pub fn new(groups: &[Group], classes: usize) -> Self {
        let ends = (0..classes).map(|class| groups.partition_point(|group| usize::from(group.class) <= class));
        let persons: Vec<f64> = groups.iter().map(|group| f64::from(group.persons)).collect();
        let mean_cost: Vec<f64> = groups.iter().map(|group| float(group.cost) / f64::from(group.persons)).collect();
        let all_persons = persons.iter().sum::<f64>();
        let all_mean = float(groups.iter().map(|group| group.cost).sum()) / all_persons;
        let pairs = || persons.iter().zip(&mean_cost);
        let within = groups.iter().zip(pairs()).map(|(g, (n, mean))| (g.cost_squared - n * mean * mean).max(0.0)).sum();
        let between: f64 = pairs().map(|(n, mean)| n * (mean - all_mean) * (mean - all_mean)).sum();
        let raw: f64 = groups.iter().map(|group| group.cost_squared).sum();
        // what rounding leaves of nothing is nothing
        let squares = if within + between > raw * 1e-12 { within + between } else { 0.0 };
        Self { class_ends: ends.collect(), persons, mean_cost, all_persons, all_mean, within, squares }
    }
}
