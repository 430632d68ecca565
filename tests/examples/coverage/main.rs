//! How often each interval of the product holds what it is to hold, over regions and plans that are made up one after the
//! other. Prints tables for `docs/intervals.md`; judges nothing.
//!
//! `cargo run --release -p viktat-tests --example coverage -- 500`; with 0, the plans alone
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::indexing_slicing, reason = "a tool for developers")]
mod chance;
mod groups;
mod made;
mod plan;
mod spread;
mod weights;

/// Practices and persons: about Kronoberg, and a small region.
const SIZES: [(u16, u32); 2] = [(32, 200_000), (12, 60_000)];

fn main() {
    let regions: u64 = std::env::args().nth(1).map_or(500, |text| text.parse().unwrap());
    for (practices, listed) in SIZES.into_iter().filter(|_| regions > 0) {
        println!("\n# {regions} regions of {practices} practices and {listed} persons\n");
        let made: Vec<made::Made> = (1..=regions).map(|seed| made::Made::new(practices, listed, seed)).collect();
        weights::report(&made);
        spread::report(&made);
        groups::report(&made);
        chance::report(practices, listed, regions);
    }
    println!("\n# Plans for doctors\n");
    plan::report();
}

/// Held by all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Share {
    held: u32,
    all: u32,
}

impl Share {
    /// One more.
    pub fn count(&mut self, held: bool) {
        self.held += u32::from(held);
        self.all += 1;
    }

    /// With those of another.
    pub fn add(&mut self, other: Self) {
        self.held += other.held;
        self.all += other.all;
    }

    /// How many of a hundred.
    pub fn percent(self) -> f64 {
        100.0 * f64::from(self.held) / f64::from(self.all)
    }
}
