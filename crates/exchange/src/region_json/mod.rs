//! A region's outcome as JSON: what every model pays every practice, the statistics of it, fitted weights, and the four
//! aims measured. `viktat_region` is the version of the format; a change that older readers do not fit is a new one.
//!
//! Money of a practice or a region is exact and stands as text, in kronor a year: `"1234.5"`. Statistics are JSON
//! numbers, in kronor per person and month where they are money, with as many digits as it takes to read the same
//! number back, and in a document that may be passed on with as many as their reading takes. What is not known is `null` or missing, never 0. Knows no files and no page.
mod aims;
mod amount;
mod digits;
mod document;
mod fitted;
mod mark;
mod published;
mod result;
mod statistics;

pub use aims::{AimsJson, FlaggingJson, IncentiveJson, ParametersJson, PracticalityJson, TransparencyJson};
pub use amount::Amount;
pub use document::{Change, Document, LackingJson, Of, PracticeJson, document};
pub use fitted::{CrossJson, FactorJson, FitJson, OutcomeJson};
pub use mark::Mark;
pub use published::{Protected, published};
pub use result::{ComparisonJson, ModelJson, PaidJson};
pub use statistics::{Missing, PlaceJson, PredictionJson, SpreadJson, SubgroupJson};

/// The version of the format.
pub const VERSION: u32 = 2;

/// The document as text that ends with a line feed.
pub fn write(document: &Document) -> String {
    // maps have text keys and numbers are finite or null, so a document can always be written
    let written = match document.protected {
        Some(_) => digits::to_string(document),
        None => serde_json::to_string_pretty(document),
    };
    written.unwrap_or_default() + "\n"
}
