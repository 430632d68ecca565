//! A region's persons, or their sums, reduced in one pass so that every model and every weight answers at once.
//!
//! ```text
//! Register (persons) ─┐
//!                     ├─ Source ── Frame of the models ── Summary (counts, groups) ── Rates ── Evaluation ── statistics
//! Aggregate (sums) ───┘
//! ```
//!
//! Persons and öre are integers. What is paid is worked out twice: exactly, through [`summary::Summary::practice`] and
//! the core's tariff, with its explanation; and in floating point for statistics over hundreds of practices and
//! millions of persons. Tests hold the two together. It knows no file names, words, charts or page, and does no work
//! that depends on time, threads or the platform's mathematics: the same input gives the same bits everywhere.

pub mod aggregate;
mod aggregate_of;
pub mod aims;
mod apportion;
pub mod bootstrap;
mod by_name;
pub mod conditions;
pub mod crossfit;
pub mod evaluate;
pub mod exact;
mod fingers;
pub mod fit;
pub mod frame;
pub mod groups;
pub mod hide;
pub mod ingest;
mod intern;
mod kept;
pub mod merge;
pub mod neutral;
pub mod person_key;
pub mod phase_in;
pub mod rates;
pub mod register;
pub mod sorted;
pub mod source;
pub mod statistics;
pub mod summary;
pub mod synthetic;
pub mod told;
pub mod tornado;
pub mod unmet;
