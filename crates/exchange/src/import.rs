//! A vårdcentral's own lists: files, workbooks and clipboards to counts by age and sex, by condition, and drug costs.
//!
//! Says of each figure where it was read, and of all else why it was not. Guesses nothing: what can be read in two ways
//! is a question or a problem. Has no wording: the page makes the sentences.

mod ages;
mod archive;
mod bands;
mod choice;
mod columns;
mod coverage;
mod dates;
mod decode;
mod delimited;
mod each;
mod fact;
mod facts;
mod fold;
mod gather;
mod hidden;
mod hidden_cells;
mod hidden_parts;
mod label;
mod layout;
pub mod limits;
mod line;
mod mark;
mod numbers;
mod ods;
mod open_error;
mod origin;
mod person_list;
pub mod persons;
mod practices;
mod question;
mod read;
mod reading;
mod report;
mod resolve;
mod rows;
mod sheet;
mod source;
mod sums;
mod tally;
mod target;
mod titles;
mod token;
mod value;
mod words;
mod xlsx;
mod xlsx_marks;

pub use each::read_each;
pub use hidden::Bounds;
pub use label::Period;
pub use model::identity_number::LookAlikes;
pub use open_error::{Alike, OpenError, UnreadKind};
pub use origin::{Block, Origin, Place};
pub use person_list::holds_persons;
pub use question::{Answers, Chosen, PartKind, PartOffer, Question, TableOffer};
pub use read::read;
pub(crate) use reading::shown;
pub use reading::{
    EachReading, MAX_NOTES, MAX_PROBLEMS, Masked, MaskedOf, Note, PracticeReading, Problem, ProblemKind, Reading,
};
pub use sheet::{Day, LeftOut, Sheet, SheetCell, Typed};
pub use source::{open, open_with, pasted};
pub use target::{FactorName, Target};
pub(crate) use token::{Token, plain, tokens};
pub use value::DecimalMark;
pub(crate) use value::{Ambiguous, Value, evidence, is_money, value};
pub use words::list_headings;
