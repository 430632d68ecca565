//! What can be asked of the command. Knows nothing of how it is done.
use crate::{help, numbers};
use clap::{Args, Parser, Subcommand, ValueEnum};
use model::bounds;
use std::path::PathBuf;

/// Payment models for primary care, worked out for a region.
#[derive(Debug, Parser)]
#[command(name = "viktat", version, after_help = CODES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

const CODES: &str = "Exit codes: 0 done; 1 something in a file is wrong, and all of it is told; \
                     2 wrong arguments; 3 a file cannot be read or written.";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// What each model pays each practice.
    #[command(after_long_help = help::simulate())]
    Simulate(Region),
    /// What each practice gets more or less when one model takes another's place.
    #[command(after_long_help = help::compare())]
    Compare(Region),
    /// Statistics of each model, and the four aims measured.
    #[command(after_long_help = help::evaluate())]
    Evaluate(Evaluate),
    /// Weights fitted to the region's costs; JSON has the model worked out with them as well.
    #[command(after_long_help = help::fit())]
    Fit(Fit),
    /// One practice's payment line by line.
    #[command(after_long_help = help::explain())]
    Explain(Explain),
    /// Reads a model file and tells everything that is wrong in it.
    Validate {
        /// The TOML file, or - for standard input.
        file: PathBuf,
    },
    /// The shipped models: which there are, what one holds, and its file to make one's own from.
    #[command(after_long_help = help::models())]
    Models {
        #[command(subcommand)]
        asked: Models,
    },
    /// Writes a region in another format: persons as CSV or Parquet, or sums.
    #[command(after_long_help = help::convert())]
    Convert(Convert),
    /// Makes up a region: nobody in it is real.
    #[command(after_long_help = help::synth())]
    Synth(Synth),
}

#[derive(Debug, Subcommand)]
pub enum Models {
    /// Every shipped model: its id, its year, and whether weights are examples.
    List(Written),
    /// Every amount, weight and rule of a model that can be set, by the key that --set takes.
    Show {
        /// A shipped model's id, or a model file ending in .toml.
        model: String,
        #[command(flatten)]
        written: Written,
    },
    /// The ages that sums must be parted at for these models, as the table `bands` of sql/aggregate.sql.
    Bands {
        /// A shipped model's id, or a model file ending in .toml.
        #[arg(long = "model", default_values = ["skane-2026", "skane-forslag"])]
        models: Vec<String>,
        #[command(flatten)]
        written: Written,
    },
    /// The file of a shipped model as TOML, to change and give with --model.
    Export {
        /// The model's id.
        model: String,
        /// The file to write; without it, or with -, standard output.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Writes over the file if there is one.
        #[arg(long)]
        force: bool,
    },
}

/// How an outcome is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Tables to read, rounded.
    Text,
    /// Everything, exact; docs/region.schema.json says of what and in which unit.
    Json,
    /// One table, exact: commas, decimal points, UTF-8.
    Csv,
    /// The same table as Parquet, exact numbers to six decimals.
    Parquet,
}

/// How an outcome is written, and where.
#[derive(Debug, Args)]
pub struct Written {
    /// How the outcome is written.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// The file to write; without it, or with -, standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Writes over the file if there is one.
    #[arg(long)]
    pub force: bool,
}

/// How a file holds a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Holding {
    /// Persons as text with a header.
    Csv,
    /// Persons in columns.
    Parquet,
    /// Sums by group as text with a header.
    Sums,
    /// Persons in a workbook, which is read and not written.
    Xlsx,
}

/// A file with persons.
#[derive(Debug, Args)]
pub struct Input {
    /// A list of persons, .csv, .xlsx or .parquet, or of sums by group, .sums.csv; - is standard input. Conditions are ids, or the
    /// names that a model gives them in Swedish or English, with +, |, commas or spaces between them; 0 (or inga, ingen,
    /// inget, none or -) says that a person has none; where the heading names the conditions an empty cell is no answer, and
    /// the row is refused.
    pub region: PathBuf,
    /// What the file holds, where its ending does not say; needed of standard input.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub from: Option<Holding>,
    /// Leaves out rows with a fault, however many. Without it they are left out and told only up to a tenth of the rows,
    /// and nothing is worked out of a file with more; of sums none is left out.
    #[arg(long)]
    pub skip_faulty: bool,
    /// Refuses the file if any row has a fault.
    #[arg(long, conflicts_with = "skip_faulty")]
    pub refuse_faulty: bool,
    /// The month, year or other time whose rows are read, as it stands in the file, where the file has several.
    #[arg(long, value_name = "TIME")]
    pub period: Option<String>,
    /// Says that values which look like identity numbers are others. A column that mostly looks so is refused all the
    /// same.
    #[arg(long)]
    pub not_identity_numbers: bool,
}

/// A file to write.
#[derive(Debug, Args)]
pub struct Output {
    /// The file to write: .csv, .parquet or .sums.csv; - is standard output.
    pub output: PathBuf,
    /// What is written, where the ending does not say; needed of standard output.
    #[arg(long, value_enum)]
    pub format: Option<Holding>,
    /// Writes over the file if there is one.
    #[arg(long)]
    pub force: bool,
}

/// A file with persons and their costs.
#[derive(Debug, Args)]
pub struct Costs {
    #[command(flatten)]
    pub input: Input,
    /// The year of the drug costs in the file, from 2000 to 2100. What a model for another year pays is not set against
    /// them.
    #[arg(long, value_name = "YEAR", default_value = "2026", allow_negative_numbers = true,
        value_parser = numbers::whole::<u16>(bounds::YEAR))]
    pub cost_year: u16,
}

/// What may be passed on.
#[derive(Debug, Args)]
pub struct Passing {
    /// For passing on: practices with fewer listed than this (from 3 to 20; 5 unless another number is given) are put
    /// together with the next larger, groups of fewer persons are left out, other numbers stand in for fewer persons of a
    /// practice with a condition or of a sex and age, and every practice's money is rounded to whole hundreds of kronor,
    /// and groups' sums too; fifths by size are there from three practices in each, conditions where every compared model
    /// with conditions has them and not all but few persons. What is still not protected stands in the JSON. Without it everything is told,
    /// as on a screen of your own. Made-up persons are nobody and always told.
    #[arg(long, value_name = "FEWEST", num_args = 0..=1, default_missing_value = "5", allow_negative_numbers = true,
        value_parser = numbers::threshold)]
    pub protect: Option<u32>,
}

/// A region and models.
#[derive(Debug, Args)]
pub struct Region {
    #[command(flatten)]
    pub costs: Costs,
    /// A shipped model's id, or a model file ending in .toml; the first is what others are set against.
    #[arg(long = "model", default_values = ["skane-2026", "skane-forslag"])]
    pub models: Vec<String>,
    /// A value of the last model, as `weight.kol=120`, `rate.woman.0-4=35.50`, `costShare=0.6` or
    /// `normalisation=none`: the model with these values is worked out beside the others as `scenario`. Numbers have a
    /// decimal point.
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub values: Vec<String>,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub passing: Passing,
}

#[derive(Debug, Args)]
pub struct Evaluate {
    #[command(flatten)]
    pub region: Region,
    /// A saving, in kronor a year, of which the practice keeps a part.
    #[arg(long, value_name = "KRONOR", default_value = "1000", allow_negative_numbers = true,
        value_parser = numbers::decimal(bounds::SAVING))]
    pub saved: rust_decimal::Decimal,
    /// What a unit of the cheapest drug for a condition costs, as `diabetes_ovrig:dispensing=40`,
    /// `cancer_cytostatika:package=90` or `kol:ddd=1.5`, in kronor. Without prices it is not known whether flagging pays.
    #[arg(long = "price", value_name = "CONDITION:UNIT=KRONOR")]
    pub prices: Vec<String>,
}

/// Signs of fitted weights.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum SignChoice {
    /// Any sign.
    Any,
    /// The best fit without negative weights.
    NonNegative,
    /// The most negative factor is left out, until none is.
    DropNegative,
}

#[derive(Debug, Args)]
pub struct Fit {
    #[command(flatten)]
    pub costs: Costs,
    /// The model whose cells and rules are used: a shipped one's id, or a file ending in .toml.
    #[arg(long, default_value = "skane-forslag")]
    pub model: String,
    /// Which signs a weight may have.
    #[arg(long, value_enum, default_value = "any")]
    pub signs: SignChoice,
    /// A penalty in persons: rare factors are drawn towards zero.
    #[arg(long, value_name = "PERSONS", default_value = "0", allow_negative_numbers = true,
        value_parser = numbers::decimal(bounds::RIDGE))]
    pub ridge: rust_decimal::Decimal,
    /// A factor that fewer persons have is not fitted.
    #[arg(long, value_name = "PERSONS", default_value = "50", allow_negative_numbers = true,
        value_parser = numbers::whole::<u32>(bounds::PERSONS))]
    pub least: u32,
    /// How the weights do on persons they were not fitted to: `each-practice`, `practices:10` or `persons:10`.
    #[arg(long, value_name = "PARTS")]
    pub cross: Vec<String>,
    /// The seed of the lots for --cross.
    #[arg(long, default_value = "1", allow_negative_numbers = true, value_parser = numbers::seed)]
    pub seed: u64,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub passing: Passing,
}

#[derive(Debug, Args)]
pub struct Explain {
    #[command(flatten)]
    pub costs: Costs,
    /// The practice's name.
    #[arg(long)]
    pub practice: String,
    /// A shipped model's id, or a model file ending in .toml.
    #[arg(long, default_value = "skane-2026")]
    pub model: String,
    /// How each figure was made, so many steps down.
    #[arg(long, value_name = "STEPS", default_value = "0", allow_negative_numbers = true,
        value_parser = numbers::whole::<usize>(bounds::STEPS))]
    pub depth: usize,
}

#[derive(Debug, Args)]
pub struct Convert {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
    /// A model file whose conditions the list may hold, beside those of the shipped models. Sums are made by the bands
    /// of the first.
    #[arg(long = "model")]
    pub models: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Synth {
    #[command(flatten)]
    pub output: Output,
    /// Whose ages, sexes and practices: `skane` or `kronoberg`.
    #[arg(long, default_value = "skane")]
    pub region: String,
    /// The same seed makes the same region.
    #[arg(long, default_value = "1", allow_negative_numbers = true, value_parser = numbers::seed)]
    pub seed: u64,
    /// So many practices instead of the region's own; with --listed, which is at least as many.
    #[arg(long, requires = "listed", value_name = "NUMBER", allow_negative_numbers = true,
        value_parser = numbers::whole::<u16>(bounds::PRACTICES))]
    pub practices: Option<u16>,
    /// So many listed persons together; with --practices.
    #[arg(long, requires = "practices", value_name = "NUMBER", allow_negative_numbers = true,
        value_parser = numbers::whole::<u32>(bounds::DRAWN))]
    pub listed: Option<u32>,
    /// A model file whose conditions the persons have as well. Every shipped model's are there anyway; the persons and
    /// their costs are the same with it and without.
    #[arg(long = "model")]
    pub models: Vec<String>,
}
