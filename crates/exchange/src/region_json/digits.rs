//! Digits of the numbers of a document that may be passed on: as many as their reading takes, whoever made them, since more
//! of them tell more of the persons behind. Knows only what numbers are called.
use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;
use serde_json::{
    Error, Serializer,
    ser::{Formatter, PrettyFormatter},
};
use std::io;

/// Decimals of a number that is a share, a ratio or a correlation.
const SHARE: u8 = 3;
/// Decimals of every other: kronor, and standardised places.
const OTHER: u8 = 2;

const SHARES: [&str; 11] = [
    "above_zero",
    "correlation",
    "cost_share",
    "cpm",
    "gini",
    "in_sample",
    "kept",
    "r_squared",
    "r_squared_within",
    "ratio",
    "slope",
];
/// What is never a number, whatever it looks like.
const NAMES: [&str; 2] = ["name", "which"];

/// The value as text, like `serde_json::to_string_pretty` but for its decimals.
pub fn to_string(value: &impl Serialize) -> Result<String, Error> {
    let mut text = Vec::new();
    let digits = Digits { pretty: PrettyFormatter::new(), key: String::new(), in_key: false };
    value.serialize(&mut Serializer::with_formatter(&mut text, digits))?;
    Ok(String::from_utf8(text).unwrap_or_default())
}

/// Writes prettily; remembers what a number is called.
struct Digits<'a> {
    pretty: PrettyFormatter<'a>,
    key: String,
    in_key: bool,
}

impl Digits<'_> {
    fn decimals(&self) -> u8 {
        if SHARES.contains(&self.key.as_str()) { SHARE } else { OTHER }
    }

    /// An exact amount stands as text.
    fn amount(&self, text: &str) -> Option<String> {
        let amount = Decimal::from_str_exact(text).ok().filter(|_| !NAMES.contains(&self.key.as_str()))?;
        let (decimals, away) = (self.decimals().into(), RoundingStrategy::MidpointAwayFromZero);
        Some(amount.round_dp_with_strategy(decimals, away).normalize().to_string())
    }
}

type Written = io::Result<()>;

impl Formatter for Digits<'_> {
    fn write_f64<W: ?Sized + io::Write>(&mut self, to: &mut W, value: f64) -> Written {
        let scale = 10f64.powi(self.decimals().into());
        let rounded = (value * scale).round() / scale;
        // nothing has a sign
        self.pretty.write_f64(to, if rounded == 0.0 { 0.0 } else { rounded })
    }

    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, to: &mut W, fragment: &str) -> Written {
        if self.in_key {
            self.key.push_str(fragment);
            return self.pretty.write_string_fragment(to, fragment);
        }
        self.pretty.write_string_fragment(to, self.amount(fragment).as_deref().unwrap_or(fragment))
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, to: &mut W, first: bool) -> Written {
        self.key.clear();
        self.in_key = true;
        self.pretty.begin_object_key(to, first)
    }

    fn end_object_key<W: ?Sized + io::Write>(&mut self, to: &mut W) -> Written {
        self.in_key = false;
        self.pretty.end_object_key(to)
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, to: &mut W) -> Written {
        self.pretty.begin_array(to)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, to: &mut W) -> Written {
        self.pretty.end_array(to)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, to: &mut W, first: bool) -> Written {
        self.pretty.begin_array_value(to, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, to: &mut W) -> Written {
        self.pretty.end_array_value(to)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, to: &mut W) -> Written {
        self.pretty.begin_object(to)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, to: &mut W) -> Written {
        self.pretty.end_object(to)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, to: &mut W) -> Written {
        self.pretty.begin_object_value(to)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, to: &mut W) -> Written {
        self.pretty.end_object_value(to)
    }
}
