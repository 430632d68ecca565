//! From texts to a library: every file is read, and every problem of every file is kept.
mod bands;
mod capitation;
mod case_mix;
mod citation;
mod condition;
mod fields;
pub(crate) mod node;
mod other;
mod page;
mod payment_model;
mod person;
mod pool_share;
mod population;
mod prevalence;
mod region;
mod rules;
mod scalar;
mod source;
mod unique;
mod words;

pub(crate) use bands::ascii;

use crate::{
    files::Files,
    library::Library,
    problem::{Problem, ProblemKind},
};
use model::{
    catalogue::Catalogue,
    payment_model::PaymentModel,
    rows::{LeftOut, Region},
};
use node::Node;
use page::{Log, Page};
use payment_model::World;
use std::{collections::BTreeSet, rc::Rc};
use toml::{Spanned, de::DeTable};
use unique::Unique;

/// A file that is TOML.
struct Parsed<'a> {
    name: &'a str,
    text: &'a str,
    table: Spanned<DeTable<'a>>,
}

/// Reads all files together: `sources.toml`, `persons.toml`, `guideline.toml`, `staffing.toml`, `inconsistencies.toml`,
/// `results.toml`, `assumptions.toml`, `words.toml`, `populations/*.toml`, `regions/*.toml` and `models/*.toml`. Errors: every problem of every file, by file and line.
pub fn read(files: &Files) -> Result<Library, Vec<Problem>> {
    let log = Log::default();
    let parsed: Vec<Parsed<'_>> = files.iter().filter_map(|(name, text)| parse(name, text, &log)).collect();
    files.iter().for_each(|(name, _)| known_name(name, &log));
    let library = library(files, &parsed, &log);
    match (library, log.into_sorted()) {
        (Some(library), problems) if problems.is_empty() => Ok(library),
        (_, problems) => Err(problems),
    }
}

fn parse<'a>(name: &'a str, text: &'a str, log: &Log) -> Option<Parsed<'a>> {
    let page = Page { name, text, log, sources: None };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        let what = format!("This is not TOML: {}.", error.message().trim_end_matches('.'));
        page.report(at, ProblemKind::Syntax, what, "Correct it; the rest of the file is read after that.");
    }
    errors.is_empty().then_some(Parsed { name, text, table })
}

const SINGLE: [&str; 8] = [
    "sources.toml",
    "persons.toml",
    "guideline.toml",
    "staffing.toml",
    "inconsistencies.toml",
    "results.toml",
    "assumptions.toml",
    "words.toml",
];

fn is_in(folder: &str, name: &str) -> bool {
    name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/') && rest.ends_with(".toml"))
}

fn known_name(name: &str, log: &Log) {
    if !SINGLE.contains(&name) && !["models", "populations", "regions"].iter().any(|folder| is_in(folder, name)) {
        let page = Page { name, text: "", log, sources: None };
        let remedy = "Put it under models/, populations/ or regions/, with a name ending in .toml.";
        page.report(0, ProblemKind::UnknownFile, "The name does not say what the file holds.".to_owned(), remedy);
    }
}

fn library<'a>(files: &Files, parsed: &'a [Parsed<'a>], log: &'a Log) -> Option<Library> {
    let declared = parsed.iter().find(|file| file.name == "sources.toml").map(|file| {
        let page = Page { name: file.name, text: file.text, log, sources: None };
        source::declared(Node::of_file(&page, file.table.get_ref()))
    });
    let pages: Vec<(Page<'_>, &DeTable<'_>)> =
        parsed.iter().map(|file| (page(file, log, declared.as_ref()), file.table.get_ref())).collect();
    let nodes: Vec<Node<'_>> = pages.iter().map(|(page, table)| Node::of_file(page, table)).collect();
    let (models, left_out, regions) = models(&nodes);
    let one = |name| single(name, files, &nodes, log);
    let (sources, persons) =
        (one("sources.toml").and_then(source::sources), one("persons.toml").and_then(person::persons));
    let guideline = one("guideline.toml").and_then(other::guideline);
    let staffing = one("staffing.toml").and_then(other::staffing);
    let inconsistencies = one("inconsistencies.toml").and_then(other::inconsistencies);
    let results = one("results.toml").and_then(other::results);
    let assumptions = one("assumptions.toml").and_then(other::assumptions);
    let named = words::Named { models: models.as_deref(), left_out: left_out.as_deref() };
    let person_words = one("words.toml").and_then(|file| words::words(file, &named));
    let (models, left_out, regions, assumptions) = (models?, left_out?, regions?, assumptions?);
    let catalogue = Catalogue {
        sources: sources?,
        models,
        persons: persons?.into(),
        guideline: guideline?,
        residuals: assumptions.residuals,
        year_correlation: assumptions.year_correlation,
        interval_reach: assumptions.interval_reach,
        approximation: assumptions.approximation,
        inconsistencies: inconsistencies?,
        left_out,
        words: person_words?,
    };
    Some(Library { catalogue, staffing: staffing?, results: results?, regions, synthetic: assumptions.synthetic })
}

fn page<'a>(file: &Parsed<'a>, log: &'a Log, sources: Option<&'a BTreeSet<String>>) -> Page<'a> {
    Page { name: file.name, text: file.text, log, sources }
}

/// The node of a file that must be there; a file with a fault of syntax has been told of already.
fn single<'a>(name: &str, files: &Files, nodes: &[Node<'a>], log: &Log) -> Option<Node<'a>> {
    if !files.iter().any(|(there, _)| there == name) {
        let page = Page { name, text: "", log, sources: None };
        page.report(0, ProblemKind::MissingFile, "The file is missing.".to_owned(), "Add it.");
    }
    nodes.iter().find(|node| node.page.name == name).copied()
}

type Models = (Option<Vec<Rc<PaymentModel>>>, Option<Vec<LeftOut>>, Option<Vec<Region>>);

fn models(nodes: &[Node<'_>]) -> Models {
    let within = |folder| nodes.iter().copied().filter(move |node| is_in(folder, node.page.name));
    let world = World { tables: tables(within("models")), populations: populations(within("populations")) };
    let mut ids = Unique::default();
    let models = node::all(within("models").map(|file| payment_model::payment_model(file, &world, &mut ids)));
    let left_out = node::all(within("models").map(payment_model::left_out));
    let sorted = |mut models: Vec<Rc<PaymentModel>>| {
        models.sort_by(|a, b| a.id.cmp(&b.id));
        models
    };
    let mut ids = Unique::default();
    let regions = node::all(within("regions").map(|file| region::region(file, &world.populations, &mut ids)));
    let by_id = |mut regions: Vec<Region>| {
        regions.sort_by(|a, b| a.id.cmp(&b.id));
        regions
    };
    (models.map(sorted), left_out.map(|lists| lists.into_iter().flatten().collect()), regions.map(by_id))
}

/// Read ahead into a log of its own: the faults are told when the model itself is read.
fn tables<'a>(files: impl Iterator<Item = Node<'a>>) -> capitation::Tables {
    let silent = Log::default();
    let ahead = |file: Node<'_>| {
        let page = Page { log: &silent, ..*file.page };
        payment_model::own_table(Node { page: &page, ..file })
    };
    files.filter_map(ahead).collect()
}

fn populations<'a>(files: impl Iterator<Item = Node<'a>>) -> case_mix::Populations {
    let mut ids = Unique::default();
    let mut all = case_mix::Populations::new();
    for file in files {
        let population = population::population(file);
        let (Some(node), Some(id)) = (file.peek("id"), file.peek_id("id")) else { continue };
        let new = ids.claim(node, &id);
        all.insert(id, population.filter(|_| new));
    }
    all
}
