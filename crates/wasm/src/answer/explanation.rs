//! The answer of `explain`: a figure with the whole tree of how it was made.
use super::{citation::Citation, decimal, outcome::Cell};
use crate::VERSION;
use model::{
    co_occurrence,
    trace::{How, Node},
};
use serde::Serialize;

/// An explained figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplanationAnswer {
    /// [`VERSION`].
    pub version: u32,
    /// The figure.
    pub explanation: Explanation,
}

/// One figure of a tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// What it is, by a stable name.
    pub term: &'static str,
    /// The cell that it is of.
    pub cell: Option<Cell>,
    /// The id of the factor that it is of.
    pub factor: Option<String>,
    /// How much.
    pub value: String,
    /// What it counts.
    pub unit: &'static str,
    /// How it was made.
    pub how: &'static str,
    /// The source, for `parameter` and `edited`.
    pub citation: Option<Citation>,
    /// The source's figure, for `edited`.
    pub original: Option<String>,
    /// The rule, for `coOccurrence`.
    pub co_occurrence: Option<CoOccurrence>,
    /// What it was made of.
    pub inputs: Vec<Explanation>,
    /// Whether there are inputs that were not asked for.
    pub cut: bool,
}

/// Which persons are meant, if the shares of single conditions are independent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoOccurrence {
    /// `anyOfEach`, `exactly` or `atLeast`.
    pub rule: &'static str,
    /// Positions among the inputs, for `anyOfEach`.
    pub groups: Vec<Vec<usize>>,
    /// How many conditions, for the others.
    pub number: Option<usize>,
}

impl Explanation {
    /// The most figures of one tree.
    pub const MOST: usize = 20_000;

    /// The tree down to a level; `None` when it has more than [`Self::MOST`] figures.
    pub fn of(node: &Node, levels: u32) -> Option<Self> {
        let mut room = Self::MOST;
        fits(node, levels, &mut room).then(|| tree(node, levels))
    }
}

/// Counts before anything is built: a figure that many others share stands in the tree once for each.
fn fits(node: &Node, levels: u32, room: &mut usize) -> bool {
    let Some(left) = room.checked_sub(1) else { return false };
    *room = left;
    levels <= 1 || node.how.inputs().into_iter().all(|input| fits(input, levels - 1, room))
}

fn tree(node: &Node, levels: u32) -> Explanation {
    let inputs = node.how.inputs();
    let cut = levels <= 1 && !inputs.is_empty();
    let shown = if cut { Vec::new() } else { inputs };
    let (how, citation) = made(&node.how);
    Explanation {
        term: node.term.name(),
        cell: node.term.cell().map(Cell::from),
        factor: node.term.factor().map(ToString::to_string),
        value: decimal(node.value.value),
        unit: node.value.unit.key(),
        how,
        citation,
        original: match &node.how {
            How::Edited { original, .. } => Some(decimal(original.value)),
            _ => None,
        },
        co_occurrence: match &node.how {
            How::CoOccurrence(rule, _) => Some(rule.into()),
            _ => None,
        },
        inputs: shown.into_iter().map(|input| tree(input, levels.saturating_sub(1))).collect(),
        cut,
    }
}

fn made(how: &How) -> (&'static str, Option<Citation>) {
    match how {
        How::Input => ("input", None),
        How::Parameter(citation) => ("parameter", Some((&**citation).into())),
        How::Edited { citation, .. } => ("edited", Some((&**citation).into())),
        How::Sum(_) => ("sum", None),
        How::Difference(..) => ("difference", None),
        How::Product(..) => ("product", None),
        How::Quotient(..) => ("quotient", None),
        How::TwelveMonths(_) => ("twelveMonths", None),
        How::SquareRoot(_) => ("squareRoot", None),
        How::ToOre(..) => ("toOre", None),
        How::Statistic(..) => ("statistic", None),
        How::CoOccurrence(..) => ("coOccurrence", None),
    }
}

impl From<&co_occurrence::CoOccurrence> for CoOccurrence {
    fn from(rule: &co_occurrence::CoOccurrence) -> Self {
        use co_occurrence::CoOccurrence as Rule;
        let (rule, groups, number) = match rule {
            Rule::AnyOfEach(groups) => ("anyOfEach", groups.clone(), None),
            Rule::Exactly(number) => ("exactly", Vec::new(), Some(*number)),
            Rule::AtLeast(number) => ("atLeast", Vec::new(), Some(*number)),
        };
        Self { rule, groups, number }
    }
}

impl From<Explanation> for ExplanationAnswer {
    fn from(explanation: Explanation) -> Self {
        Self { version: VERSION, explanation }
    }
}
