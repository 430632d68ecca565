//! The canonical text of every case and every shipped model: all decimals, and the whole tree of each figure.
use crate::{case, case::Case, simulation, work};
use model::{
    cell::Cell,
    citation::Citation,
    id::Id,
    sex::Sex,
    trace::{How, Node},
};
use std::fmt::Write as _;

/// The text that must be the same everywhere; an error when the cases cannot be read.
pub fn canonical() -> Result<String, String> {
    let cases: String = case::all()?.iter().map(case_text).collect();
    let shipped = catalog::shipped();
    let models = shipped.models.iter().map(|model| format!("model {}\n{}\n", model.id, simulation::of_model(model)));
    let models: String = models.collect();
    Ok(format!("{cases}{models}guideline\n{}", simulation::of_guideline(&shipped.guideline)))
}

fn case_text(case: &Case) -> String {
    let figures = match work(case) {
        Ok(figures) => figures.iter().map(|figure| format!("{}\n{}", figure.name, tree(&figure.node, 1))).collect(),
        Err(problem) => format!("{problem}\n"),
    };
    format!("case {}\n{figures}\n", case.name)
}

/// The figure and those it was made of, each a step further in.
fn tree(node: &Node, depth: usize) -> String {
    let mut text = "  ".repeat(depth);
    let value = node.value;
    // writing to a String cannot fail
    let _ = writeln!(text, "{} = {} {:?} {}", term_text(node), value.value, value.unit, how_text(&node.how));
    node.how.inputs().into_iter().for_each(|input| text.push_str(&tree(input, depth + 1)));
    text
}

fn how_text(how: &How) -> String {
    match how {
        How::Parameter(citation) => format!("from {}", citation_text(citation)),
        How::Edited { original, citation } => format!("instead of {} from {}", original.value, citation_text(citation)),
        How::ToOre(way, _) => format!("{}, {way:?}", how.name()),
        How::Statistic(statistic, _) => format!("{statistic:?}"),
        How::CoOccurrence(rule, _) => format!("{rule:?}"),
        plain => plain.name().to_owned(),
    }
}

fn citation_text(citation: &Citation) -> String {
    let lines = citation.lines.map_or_else(String::new, |(first, last)| format!(" l. {first}-{last}"));
    format!("{}, {}{lines}, {:?}", citation.source, citation.heading, citation.status)
}

/// The term with its cells and ids in short.
fn term_text(node: &Node) -> String {
    let long = [("Cell { sex: ", ""), (", band: AgeBand { low: ", " "), (", high: Some(", "-"), (") } }", "")];
    let open = [(", high: None } }", "+"), ("Id(\"", ""), ("\")", "")];
    long.iter().chain(&open).fold(format!("{:?}", node.term), |text, (from, to)| text.replace(from, to))
}

pub fn cell_text(cell: Cell) -> String {
    let sex = match cell.sex {
        Sex::Woman => "woman",
        Sex::Man => "man",
    };
    format!("{sex} {}", cell.band)
}

pub fn id_text(id: &Id) -> String {
    id.to_string()
}
