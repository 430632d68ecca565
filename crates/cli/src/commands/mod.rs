//! The commands: each gives the text to print. Arithmetic is the register's and the core's.
mod compare;
mod convert;
mod evaluate;
mod explain;
mod fit;
mod prices;
mod simulate;
mod synth;
mod unpaid;
mod validate;
mod worked;

use crate::{
    arguments::{Arguments, Command},
    failure::Failure,
};

/// Does what is asked.
pub fn run(arguments: &Arguments) -> Result<String, Failure> {
    match &arguments.command {
        Command::Simulate(asked) => simulate::run(asked),
        Command::Compare(asked) => compare::run(asked),
        Command::Evaluate(asked) => evaluate::run(asked),
        Command::Fit(asked) => fit::run(asked),
        Command::Explain(asked) => explain::run(asked),
        Command::Validate { file } => validate::run(file),
        Command::Convert(asked) => convert::run(asked),
        Command::Synth(asked) => synth::run(asked),
    }
}
