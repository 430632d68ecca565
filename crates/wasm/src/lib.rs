//! The JavaScript facade: the same engine for scripts.
//!
//! A request is read from an untyped [`value::Value`] into the core's types with every problem told at once
//! ([`request`]), worked out by the core ([`facade`]), and written as plain data ([`answer`]). Only [`js`] knows that
//! there is a JavaScript engine; everything else runs and is tested natively. It computes no figure of its own.

pub mod answer;
pub mod facade;
pub mod js;
pub mod problem;
pub mod request;
pub mod value;

/// The version of every request, answer and error. Another shape is another version.
pub const VERSION: u32 = 1;

/// What scripts may rely on, in TypeScript.
pub const TYPES: &str = include_str!("facade.d.ts");
