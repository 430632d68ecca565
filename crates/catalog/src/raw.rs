//! The shape in which the build script writes the data: static tables, nothing allocated. Cells stand as in
//! `AgeBands::cells`: women's bands in rising order, then men's; rules name conditions by position.
use model::{
    age::Age,
    case_mix::{CountRule, Normalisation, SignRule},
    citation::Status,
    condition::Limits,
    proxy::Trigger,
    sex::Sex,
};
use rust_decimal::Decimal;

pub struct Text {
    pub sv: &'static str,
    pub en: &'static str,
}

pub struct Source {
    pub id: &'static str,
    pub title: &'static str,
    pub publisher: &'static str,
    pub date: &'static str,
    pub about: Text,
}

pub struct Citation {
    pub source: &'static str,
    pub heading: &'static str,
    pub lines: Option<(u32, u32)>,
    pub status: Status,
    pub note: Option<Text>,
}

pub struct Figure {
    pub value: Decimal,
    pub citation: &'static Citation,
}

/// Lowest and highest age of each band.
pub type Bands = &'static [(Age, Option<Age>)];

pub struct Model {
    pub id: &'static str,
    pub name: Text,
    pub about: Text,
    pub year: u16,
    pub cost_year: u16,
    pub status: Status,
    pub citation: &'static Citation,
    pub bands: Bands,
    pub table: Option<&'static [Figure]>,
    pub mix: Option<Mix>,
    pub cost_share: Figure,
}

/// Positions of conditions, with the one that the rule is about.
pub type Rule = (&'static [usize], usize);

pub struct Mix {
    pub conditions: &'static [Condition],
    pub groups: &'static [(&'static str, Text)],
    pub combine: &'static [Rule],
    pub preconditions: &'static [Rule],
    pub hierarchy: &'static [Rule],
    pub interactions: &'static [Interaction],
    pub counts: &'static [CountTerm],
    /// Reference weight and reference rate when weights are points.
    pub unit: Option<(Figure, Figure)>,
    pub sign: SignRule,
    pub normalisation: Normalisation,
    pub reference: Population,
}

pub struct Condition {
    pub id: &'static str,
    pub name: Text,
    pub group: &'static str,
    pub proxies: &'static [Drugs],
    pub limits: Limits,
    pub weight: Figure,
    pub affected: Option<&'static [u32]>,
    pub affected_citation: Option<&'static Citation>,
}

pub struct Drugs {
    pub include: &'static [&'static str],
    pub exclude: &'static [&'static str],
    pub trigger: Trigger,
}

pub struct Interaction {
    pub id: &'static str,
    pub name: Text,
    pub groups: &'static [&'static [usize]],
    pub weight: Figure,
}

pub struct CountTerm {
    pub id: &'static str,
    pub name: Text,
    pub rule: CountRule,
    pub weight: Figure,
}

pub struct Population {
    pub id: &'static str,
    pub name: Text,
    pub bands: Bands,
    pub listed: &'static [u32],
    pub citation: &'static Citation,
}

pub struct Region {
    pub id: &'static str,
    pub name: Text,
    pub about: Text,
    pub paid_by: Option<Text>,
    pub population: Population,
    pub practices: Practices,
}

pub enum Practices {
    Lists(Text, &'static [Listed]),
    Drawn(Text, u16, u32, &'static Citation),
}

pub struct Listed {
    pub listed: u32,
    pub citation: &'static Citation,
}

pub struct Assumption {
    pub id: &'static str,
    pub name: Text,
    pub value: Figure,
}

pub struct Person {
    pub id: &'static str,
    pub name: Text,
    pub about: Text,
    pub sex: Sex,
    pub age: Age,
    pub dispensed: &'static [Drug],
    pub remark: Option<Text>,
    pub citation: &'static Citation,
}

pub struct Drug {
    pub atc: &'static str,
    pub months_ago: u8,
    pub packages: u32,
    pub ddd: Decimal,
}

pub struct Inconsistency {
    pub id: &'static str,
    pub text: Text,
    pub citation: &'static Citation,
}

pub struct PublishedResult {
    pub id: &'static str,
    pub text: Text,
    pub citation: &'static Citation,
}

pub struct LeftOut {
    pub model: &'static str,
    pub id: &'static str,
    pub name: Text,
    pub classes: &'static [&'static str],
    pub reason: Text,
    pub citation: &'static Citation,
}
