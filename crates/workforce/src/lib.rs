//! What chance does to a plan for doctors. The plan itself is exact arithmetic (`model::staffing::years`) and follows
//! the mean; here it is run many times with whole doctors, each of whom comes, leaves or stays by chance.
//!
//! ```text
//! Inputs and Setup ── Numbers (floating point) ── runs ── Band (mean, percentiles, how often the list is covered)
//! ```
//!
//! The laws of chance, every one with the plan's own mean:
//! - recruitments and ST starts of a year are Poisson: they come one by one, independent of each other, so the variance
//!   is the planned number;
//! - every specialist leaves, every ST doctor leaves and everyone who becomes a specialist stays with the plan's
//!   probability, independent of the others (binomial);
//! - retirements happen as planned; a part of a doctor is one with that probability;
//! - the list grows by the plan's share and a normal deviation, cut at three standard deviations to either side.
//!
//! Where more specialists would go than there are, nobody is left, never fewer: the mean is then above the plan's.
//! It knows no words, charts or page, and nothing that depends on time, threads or the platform's mathematics: the same
//! seed gives the same bits everywhere.
mod band;
mod numbers;
mod run;
mod sampler;

pub use band::{Band, BandYear, RUNS, RunSpread, band};
pub use numbers::{Crew, Numbers, PlannedYear};
