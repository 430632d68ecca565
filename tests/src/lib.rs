//! Worked examples, read from `cases/`, worked out by the core, and written as one canonical text that must be the same
//! everywhere. Knows the core and the catalog; knows no file system and no page.

pub mod arithmetic;
pub mod book;
pub mod case;
pub mod cited;
pub mod figure;
pub mod region;
pub mod simulation;
mod text;
mod work;

pub use text::canonical;

use case::{Case, Figures};
use model::trace::Node;
use rust_decimal::{Decimal, RoundingStrategy};

/// One worked-out figure of a case.
pub type Worked = Result<Vec<figure::Figure>, String>;

/// Works the case out; the error says what it names that is not shipped.
pub fn work(case: &Case) -> Worked {
    work::work(&case.given)
}

/// What is wrong with the case: figures that are not as expected, and expectations of figures that do not exist.
pub fn problems(case: &Case) -> Vec<String> {
    let figures = match work(case) {
        Ok(figures) => figures,
        Err(problem) => return vec![format!("{}: {problem}", case.name)],
    };
    let expected = |expected: &Figures, exact| {
        let wrong = expected.iter().filter_map(|(name, value)| wrong(&figures, name, value, exact));
        wrong.map(|problem| format!("{}: {problem}", case.name)).collect::<Vec<_>>()
    };
    let nothing = case.exact.is_empty() && case.rounded.is_empty();
    let nothing = nothing.then(|| format!("{}: expects nothing", case.name));
    [expected(&case.exact, true), expected(&case.rounded, false), nothing.into_iter().collect()].concat()
}

fn wrong(figures: &[figure::Figure], name: &str, expected: &str, exact: bool) -> Option<String> {
    let Some(figure) = figures.iter().find(|figure| figure.name == name) else {
        let known: Vec<_> = figures.iter().map(|figure| figure.name.as_str()).collect();
        return Some(format!("no figure {name}; there are {}", known.join(", ")));
    };
    let Ok(number) = expected.parse::<Decimal>() else { return Some(format!("{name}: {expected} is no number")) };
    let value = figure.value();
    let told = if exact { value } else { rounded(value, number.scale()) };
    (told != number).then(|| format!("{name} is {told}, not {expected}"))
}

/// Half away from zero, as schools teach it.
fn rounded(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// The first figure of the tree that cannot be made anew from its inputs.
pub fn unexplained(node: &Node) -> Option<String> {
    if node.recomputed() != Some(node.value.value) {
        return Some(format!("{:?} is {} but its parts give {:?}", node.term, node.value.value, node.recomputed()));
    }
    node.how.inputs().into_iter().find_map(|input| unexplained(input))
}
