//! The core of Viktat: payment models as data, what they pay, and how every figure was made.
//!
//! Pure and exact: decimals for money, integers for persons, no files, no clock, no page, no words. It knows nothing of
//! TOML, of charts, of languages or of the browser. Results are [`trace::Traced`] values: a number together with the
//! tree of how it was made.

pub mod age;
pub mod approximation;
pub mod atc;
pub mod bounds;
pub mod capitation;
pub mod case_mix;
pub mod catalogue;
pub mod cell;
pub mod citation;
pub mod co_occurrence;
pub mod compare;
pub mod comparison;
pub mod component;
pub mod condition;
pub mod count;
pub mod edit;
pub mod entries;
pub mod goal_seek;
pub mod history;
pub mod id;
pub mod identity_number;
pub mod localized;
pub mod measure;
pub mod name;
pub mod nearest;
pub mod net;
mod normalise;
pub mod outcome;
pub mod payment_model;
pub mod person_cards;
pub mod pool_share;
pub mod practice;
pub mod proxy;
pub mod quantity;
mod root;
pub mod rows;
pub mod scale;
pub mod scenario;
pub mod sex;
#[cfg(feature = "serde")]
pub mod shared_citation;
pub mod staffing;
pub mod statistic;
pub mod tariff;
pub mod term;
pub mod trace;
pub mod value;
