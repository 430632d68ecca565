//! From untyped values to the core's types. A request that is read can be worked out; one that is not has all its
//! problems told. Knows nothing of JavaScript.

mod drugs;
mod explain;
mod object;
mod person;
mod place;
mod practice;
mod reader;
mod staffing;
mod tariff;
mod values;

pub use explain::{ExplainRequest, Subject};
pub use person::PersonRequest;
pub use practice::{Paid, PracticeRequest};
pub use reader::Reader;
pub use staffing::{DOCTORS, StaffingRequest};
