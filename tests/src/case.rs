//! A worked example as its file has it. Knows nothing of how it is worked out.
use serde::Deserialize;
use std::collections::BTreeMap;

/// Expected figures by name, as decimal strings.
pub type Figures = BTreeMap<String, String>;

/// One worked example.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name; unique.
    pub name: String,
    /// What it shows, in a sentence.
    pub about: String,
    /// The calculation by hand, a step a line.
    pub arithmetic: Vec<String>,
    /// Where the figures come from.
    pub cite: Option<Cite>,
    /// What is worked out.
    pub given: Given,
    /// Figures that must be exactly this.
    #[serde(default)]
    pub exact: Figures,
    /// Figures that must be this when rounded to as many decimals, half away from zero.
    #[serde(default)]
    pub rounded: Figures,
}

/// One place in a document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cite {
    /// The document's file name.
    pub document: String,
    /// The heading there.
    pub heading: String,
    /// First and last line.
    pub lines: (u32, u32),
}

/// What is worked out.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Given {
    /// What one person brings.
    Person(Person),
    /// What two persons bring, and the difference.
    TwoPersons {
        /// One.
        a: Person,
        /// The other.
        b: Person,
    },
    /// One cell with its own small reference population.
    Cell(OneCell),
    /// Doctors against the shipped guideline.
    Staffing {
        /// Listed persons.
        listed: u32,
        /// Specialists in full-time equivalents.
        specialists: String,
        /// ST doctors in full-time equivalents.
        st: String,
    },
    /// Every kind of doctors with the time that is left for the listed.
    Situation(Doctors),
    /// Persons that a heltid covers by its visits.
    Demand(Doctors),
    /// Heltid by what the work takes.
    Wisn(Doctors),
    /// The first years of the plan.
    Plan {
        /// The doctors and what is planned.
        doctors: Doctors,
        /// How many years are shown.
        years: u16,
    },
    /// The list counted by its work.
    Need {
        /// The doctors and the weights.
        doctors: Doctors,
        /// Who are listed.
        list: People,
        /// The reference population.
        reference: People,
    },
    /// Payment against drug cost.
    Net {
        /// Kronor a month.
        payment: String,
        /// Kronor a month.
        cost: String,
        /// Share of one.
        share: String,
        /// Whether the share is drawn at the net rather than held by the table.
        drawn_at_net: bool,
    },
    /// A cell's change between two models, split at the cost share.
    Split {
        /// The earlier model's id.
        earlier: String,
        /// The later model's id.
        later: String,
        /// The person whose cell it is.
        sex: Sex,
        /// Completed years.
        age: u8,
    },
}

/// A person under a shipped model.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The model's id.
    pub model: String,
    /// A shipped person's id, instead of sex and age.
    pub who: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Completed years.
    pub age: Option<u8>,
    /// ATC codes of collected drugs, beside those of a shipped person; each is one package of 30 doses this month.
    #[serde(default)]
    pub collected: Vec<String>,
}

/// Doctors, a list and numbers of Fast läkarkontakt; the rest is as shipped.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doctors {
    /// Listed persons.
    pub listed: u32,
    /// Specialists in full-time equivalents.
    pub specialists: String,
    /// ST doctors in full-time equivalents, of whom no year is told.
    pub st: String,
    /// Persons per specialist instead of the guideline's.
    pub guideline: Option<String>,
    /// Numbers by the name that a file has for them.
    #[serde(default)]
    pub numbers: BTreeMap<String, String>,
}

/// A population of two sexes and two ages: under 65, and 65 and over.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// Women under 65, women of 65 and over, men under 65, men of 65 and over.
    pub listed: [u32; 4],
    /// Persons with each condition, in the same order.
    #[serde(default)]
    pub affected: BTreeMap<String, [u32; 4]>,
}

/// A cell on its own: its amount, its population and its conditions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneCell {
    /// Kronor per person and month.
    pub table: String,
    /// Persons of the reference population.
    pub listed: u32,
    /// Kronor per person and month, by condition.
    pub weights: Vec<String>,
    /// Persons of the reference population with each condition.
    pub affected: Vec<u32>,
}

/// Sex.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Kvinna.
    Woman,
    /// Man.
    Man,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    case: Vec<Case>,
}

/// The files, embedded so that a browser can read them too.
const FILES: [(&str, &str); 5] = [
    ("persons.toml", include_str!("../cases/persons.toml")),
    ("cell.toml", include_str!("../cases/cell.toml")),
    ("change.toml", include_str!("../cases/change.toml")),
    ("practice.toml", include_str!("../cases/practice.toml")),
    ("staffing.toml", include_str!("../cases/staffing.toml")),
];

/// Every case, in the order of the files. The error names the file and the place.
pub fn all() -> Result<Vec<Case>, String> {
    let read = |(name, text): &(&str, &str)| {
        let file: CaseFile = toml::from_str(text).map_err(|error| format!("{name}: {error}"))?;
        Ok(file.case)
    };
    let files: Vec<Vec<Case>> = FILES.iter().map(read).collect::<Result<_, String>>()?;
    Ok(files.into_iter().flatten().collect())
}
