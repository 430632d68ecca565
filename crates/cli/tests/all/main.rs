//! The command, run as a program.
mod bad_files;
mod command;
mod conditions;
mod protect;
mod refusals;
mod run;
mod said;
