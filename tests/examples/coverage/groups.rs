//! Over- and under-compensation of groups: the intervals against the mean over all regions.
use crate::{
    Share,
    made::{LANES, Made},
};
use register::statistics::{Subgroup, SubgroupKind};
use std::collections::BTreeMap;

/// From so many persons on, in the mean over the regions.
const SIZES: [f64; 4] = [10_000.0, 1000.0, 100.0, 0.0];

#[derive(Default)]
struct Group {
    persons: f64,
    net: f64,
    found: Vec<(f64, f64)>,
}

pub fn report(made: &[Made]) {
    println!("## Groups of persons\n\n| model | groups | held, % | least | most |\n|---|---|---|---|---|");
    for (lane, model) in ["2026", "proposal"].into_iter().enumerate() {
        let groups = groups(made, lane);
        let mut most = f64::INFINITY;
        for least in SIZES {
            let size = |group: &&Group| {
                let persons = group.persons / group.found.len() as f64;
                persons >= least && persons < most
            };
            let of_persons = groups.iter().filter(|(kind, _)| !kind.starts_with("Practice")).map(|(_, group)| group);
            row(model, &format!("{least} persons or more"), of_persons.filter(size));
            most = least;
        }
        let fifths = groups.iter().filter(|(kind, _)| kind.starts_with("Practice")).map(|(_, group)| group);
        row(model, "fifths of practices by size", fifths);
    }
    println!();
}

fn groups(made: &[Made], lane: usize) -> BTreeMap<String, Group> {
    assert!(lane < LANES);
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for found in made.iter().flat_map(|one| &one.groups[lane]) {
        let Some(high) = found.difference.high else { continue };
        let group = groups.entry(name(found)).or_default();
        group.persons += found.persons as f64;
        group.net += found.difference.per_person * found.persons as f64;
        group.found.push((found.difference.per_person, high - found.difference.per_person));
    }
    groups
}

fn name(group: &Subgroup) -> String {
    match group.kind {
        SubgroupKind::PracticeSize(fifth) => format!("Practices {fifth}"),
        kind => format!("{kind:?}"),
    }
}

fn row<'a>(model: &str, name: &str, groups: impl Iterator<Item = &'a Group>) {
    let held = |group: &Group| {
        let truth = group.net / group.persons;
        let mut share = Share::default();
        group.found.iter().for_each(|(mean, reach)| share.count((mean - truth).abs() <= *reach));
        share
    };
    let shares: Vec<Share> = groups.map(held).collect();
    let mut all = Share::default();
    shares.iter().for_each(|share| all.add(*share));
    let least = shares.iter().map(|share| share.percent()).fold(f64::INFINITY, f64::min);
    let most = shares.iter().map(|share| share.percent()).fold(0.0, f64::max);
    println!("| {model} | {} {name} | {:.1} | {least:.1} | {most:.1} |", shares.len(), all.percent());
}
