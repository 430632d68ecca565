//! What can be wrong with a chart specification, and where. It knows no language of the user: the texts are for the
//! developer who built the specification.

use std::fmt;

use crate::spec::Size;

/// Why a chart was not drawn. `place` is the path of the field within the specification, as `series[1].values[3]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartError {
    /// A number is NaN or infinite.
    NotFinite {
        /// Field path.
        place: String,
    },
    /// A list that needs at least one item has none.
    Empty {
        /// Field path.
        place: String,
    },
    /// Two lists that belong together have different lengths.
    Mismatch {
        /// Field path of the list that is wrong.
        place: String,
        /// Items needed.
        expected: usize,
        /// Items found.
        found: usize,
    },
    /// Edges or ticks do not rise, or an axis does not run from low to high over a finite span.
    NotAscending {
        /// Field path.
        place: String,
    },
    /// A value, tick or zero line lies outside its axis: it would be drawn outside the plot.
    OutsideAxis {
        /// Field path.
        place: String,
    },
    /// A number that may not be below zero is (or that must be above it is not).
    Negative {
        /// Field path.
        place: String,
    },
    /// An index points past the end of its list.
    NoSuchItem {
        /// Field path.
        place: String,
    },
    /// The texts and the plot do not fit. A chart of the named size may fit; a smaller one does not.
    TooSmall {
        /// Smallest size worth trying, px.
        at_least: Size,
    },
    /// Wider or higher than 10,000 px.
    TooLarge,
    /// The drawing library refused.
    Drawing(String),
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFinite { place } => write!(f, "{place}: not a finite number"),
            Self::Empty { place } => write!(f, "{place}: empty"),
            Self::Mismatch { place, expected, found } => write!(f, "{place}: {found} items, needs {expected}"),
            Self::NotAscending { place } => write!(f, "{place}: does not rise over a finite span"),
            Self::OutsideAxis { place } => write!(f, "{place}: outside the axis"),
            Self::Negative { place } => write!(f, "{place}: too low for a number of things"),
            Self::NoSuchItem { place } => write!(f, "{place}: no such item"),
            Self::TooSmall { at_least } => {
                write!(f, "size: too small, try {} x {} px or more", at_least.width, at_least.height)
            }
            Self::TooLarge => write!(f, "size: larger than 10000 px"),
            Self::Drawing(problem) => write!(f, "drawing: {problem}"),
        }
    }
}

impl std::error::Error for ChartError {}
