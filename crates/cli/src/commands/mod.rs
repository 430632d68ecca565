//! The commands: each gives what is to be written. Arithmetic is the register's and the core's.
pub mod compare;
mod convert;
pub mod evaluate;
mod explain;
pub mod fit;
pub mod models;
mod prices;
pub mod simulate;
mod synth;
mod unpaid;
mod validate;
mod worked;

use crate::{
    arguments::{Arguments, Command},
    failure::Failure,
    written::Outcome,
};

/// Does what is asked.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    match &arguments.command {
        Command::Simulate(asked) => simulate::run(asked),
        Command::Compare(asked) => compare::run(asked),
        Command::Evaluate(asked) => evaluate::run(asked),
        Command::Fit(asked) => fit::run(asked),
        Command::Explain(asked) => explain::run(asked).map(Outcome::text),
        Command::Validate { file } => validate::run(file).map(Outcome::text),
        Command::Models { asked } => models::run(asked),
        Command::Convert(asked) => convert::run(asked),
        Command::Synth(asked) => synth::run(asked),
    }
}
