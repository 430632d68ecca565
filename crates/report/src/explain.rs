//! An explanation as the reader meets it: one figure, the arithmetic that made it, and where its leaves come from.
use model::{
    citation::Citation,
    quantity::Quantity,
    statistic::Statistic,
    term::Term,
    trace::{How, Node, ToOre},
};
use rust_decimal::Decimal;
use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
    rc::Rc,
};

/// The sign between the inputs of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Added.
    Plus,
    /// Subtracted.
    Minus,
    /// Multiplied.
    Times,
    /// Divided.
    By,
    /// Twelve months of it.
    TwelveMonths,
    /// The square root of it.
    SquareRoot,
    /// In whole öre.
    ToOre(ToOre),
    /// Described by a statistic.
    Statistic(Statistic),
    /// Put together under the assumption of independence.
    Independent,
}

/// Where a leaf comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The user gave it.
    Input,
    /// A source has it.
    Source(Rc<Citation>),
    /// The user put it in the place of a source's figure.
    Edited(Quantity, Rc<Citation>),
    /// A sum that nothing is part of.
    Nothing,
}

/// The sign that stands between a figure's inputs; `None` for a leaf.
pub fn sign(node: &Node) -> Option<Sign> {
    match node.how {
        How::Input | How::Parameter(_) | How::Edited { .. } => None,
        How::Sum(ref parts) if parts.is_empty() => None,
        How::Sum(_) => Some(Sign::Plus),
        How::Difference(..) => Some(Sign::Minus),
        How::Product(..) => Some(Sign::Times),
        How::Quotient(..) => Some(Sign::By),
        How::TwelveMonths(_) => Some(Sign::TwelveMonths),
        How::SquareRoot(_) => Some(Sign::SquareRoot),
        How::ToOre(way, _) => Some(Sign::ToOre(way)),
        How::Statistic(statistic, _) => Some(Sign::Statistic(statistic)),
        How::CoOccurrence(..) => Some(Sign::Independent),
    }
}

/// Where a leaf comes from; `None` for a figure that was made of others.
pub fn origin(node: &Node) -> Option<Origin> {
    match &node.how {
        How::Input => Some(Origin::Input),
        How::Parameter(citation) => Some(Origin::Source(Rc::clone(citation))),
        How::Edited { original, citation } => Some(Origin::Edited(*original, Rc::clone(citation))),
        How::Sum(parts) if parts.is_empty() => Some(Origin::Nothing),
        _ => None,
    }
}

/// Every citation of the figure's leaves, once each, in the order they are met.
pub fn citations(node: &Rc<Node>) -> Vec<Rc<Citation>> {
    let mut found: Vec<Rc<Citation>> = Vec::new();
    // nearly all leaves share their citation with others: an address that was met tells it without its words being read
    let mut met: HashSet<*const Citation> = HashSet::new();
    visit(node, &mut HashSet::new(), &mut |leaf| {
        if let How::Parameter(citation) | How::Edited { citation, .. } = &leaf.how
            && met.insert(Rc::as_ptr(citation))
            && !found.contains(citation)
        {
            found.push(Rc::clone(citation));
        }
    });
    found
}

/// A table of a source that a figure was made of, with the lines that were used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedTable {
    /// The first citation of it that was met: its source, heading, status and note are those of all.
    pub citation: Rc<Citation>,
    /// First and last line of each piece, in order; lines that follow each other are one piece.
    pub lines: Vec<(u32, u32)>,
}

/// The citations with those of one table joined, in the order they are met.
pub fn joined(citations: &[Rc<Citation>]) -> Vec<UsedTable> {
    let mut tables: Vec<UsedTable> = Vec::new();
    for citation in citations {
        let is_of = |table: &&mut UsedTable| {
            let (one, other) = (&table.citation, citation);
            (&one.source, &one.heading, one.status, &one.note)
                == (&other.source, &other.heading, other.status, &other.note)
        };
        match tables.iter_mut().find(is_of) {
            Some(table) => table.lines.extend(citation.lines),
            None => {
                tables.push(UsedTable { citation: Rc::clone(citation), lines: citation.lines.into_iter().collect() })
            }
        }
    }
    tables.iter_mut().for_each(|table| table.lines = pieces(std::mem::take(&mut table.lines)));
    tables
}

fn pieces(mut lines: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    lines.sort_unstable();
    let mut pieces: Vec<(u32, u32)> = Vec::new();
    for (first, last) in lines {
        match pieces.last_mut() {
            Some(piece) if first <= piece.1.saturating_add(1) => piece.1 = piece.1.max(last),
            _ => pieces.push((first, last)),
        }
    }
    pieces
}

/// The parts of a sum that say most, and the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// The largest, whatever their sign, the largest first; in their own order where all of them are.
    pub largest: Vec<&'a Rc<Node>>,
    /// The others, in their own order.
    pub others: Vec<&'a Rc<Node>>,
}

/// The parts with at most `most` told apart and at least two others; all of them where that leaves fewer.
pub fn parts_of<'a>(parts: &[&'a Rc<Node>], most: usize) -> Parts<'a> {
    if parts.len() <= most.saturating_add(1) {
        return Parts { largest: parts.to_vec(), others: Vec::new() };
    }
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|at| Reverse(parts.get(*at).map(|part| part.value.value.abs())));
    let (largest, others) = order.split_at_mut(most);
    others.sort_unstable();
    let get = |places: &[usize]| places.iter().filter_map(|at| parts.get(*at).copied()).collect();
    Parts { largest: get(largest), others: get(others) }
}

/// What the figure would be if some of those it was made of had other values; each is asked about once. `None` where that
/// cannot be worked out.
pub fn revalued(node: &Rc<Node>, other: &mut impl FnMut(&Node) -> Option<Decimal>) -> Option<Decimal> {
    revalue(node, other, &mut HashMap::new())
}

fn revalue(
    node: &Rc<Node>,
    other: &mut impl FnMut(&Node) -> Option<Decimal>,
    known: &mut HashMap<*const Node, Option<Decimal>>,
) -> Option<Decimal> {
    if let Some(value) = known.get(&Rc::as_ptr(node)) {
        return *value;
    }
    let value = other(node).or_else(|| {
        let inputs = node.how.inputs().into_iter().map(|input| revalue(input, other, known));
        node.made_of(&inputs.collect::<Option<Vec<_>>>()?)
    });
    known.insert(Rc::as_ptr(node), value);
    value
}

/// Whether an input that is so named is anywhere in the figure's tree.
pub fn is_made_of(node: &Rc<Node>, named: impl Fn(&Term) -> bool) -> bool {
    let mut found = false;
    visit(node, &mut HashSet::new(), &mut |met| found |= met.how == How::Input && named(&met.term));
    found
}

/// Calls `met` for every figure of the tree, from left to right; a figure that many others share is met once. A region's
/// sums share so much that they have millions of ways down to their leaves.
fn visit(node: &Rc<Node>, seen: &mut HashSet<*const Node>, met: &mut impl FnMut(&Rc<Node>)) {
    if !seen.insert(Rc::as_ptr(node)) {
        return;
    }
    met(node);
    for input in node.how.inputs() {
        visit(input, seen, met);
    }
}

#[cfg(test)]
mod tests {
    use super::{Parts, citations, is_made_of, joined, parts_of, revalued};
    use model::{
        citation::{Citation, Parameter, Status},
        id::Id,
        measure::{Measure, Persons},
        term::Term,
        trace::Traced,
    };
    use rust_decimal::Decimal;
    use std::rc::Rc;

    fn persons(count: i64) -> Traced<Persons> {
        Traced::input(Term::ListedTotal, Persons::of(Decimal::from(count)))
    }

    fn doubled_often(one: Traced<Persons>, times: usize) -> Traced<Persons> {
        (0..times).fold(one, |sum, _| Traced::sum(Term::StDoctors, [sum.clone(), sum]))
    }

    #[test]
    fn a_figure_that_is_shared_is_met_once() {
        let sum = doubled_often(persons(0), 200);
        assert!(citations(sum.node()).is_empty(), "two hundred doublings have no end when each way down is walked");
        assert!(is_made_of(sum.node(), |term| *term == Term::ListedTotal));
        assert!(!is_made_of(sum.node(), |term| *term == Term::CostShare));
    }

    #[test]
    fn another_value_below_gives_another_figure() {
        let sum = doubled_often(persons(1), 5);
        let other = revalued(sum.node(), &mut |node| (node.term == Term::ListedTotal).then_some(Decimal::TEN));
        assert_eq!(other, Some(Decimal::from(320)));
        assert_eq!(revalued(sum.node(), &mut |_| None), Some(sum.value().decimal()));
    }

    #[test]
    fn lines_of_one_table_are_joined() {
        let cited = |heading: &str, lines| {
            let citation = Citation {
                source: Id::new("one"),
                heading: heading.into(),
                lines,
                status: Status::Decided,
                note: None,
            };
            Traced::parameter(Term::ListedTotal, &Parameter::sourced(Persons::of(Decimal::ONE), Rc::new(citation)))
        };
        let lines =
            [(404, 404), (392, 392), (393, 393), (404, 404), (394, 396)].map(|lines| cited("Tabell", Some(lines)));
        let sum = Traced::sum(Term::StDoctors, lines.into_iter().chain([cited("Text", None)]));
        let tables = joined(&citations(sum.node()));
        let found: Vec<_> = tables.iter().map(|table| (&*table.citation.heading, &table.lines[..])).collect();
        assert_eq!(found, [("Tabell", &[(392, 396), (404, 404)][..]), ("Text", &[][..])]);
    }

    #[test]
    fn the_largest_parts_stand_first_and_one_alone_is_no_rest() {
        let all: Vec<_> = [3, -9, 1, 4, 2].map(persons).into_iter().collect();
        let nodes: Vec<_> = all.iter().map(Traced::node).collect();
        let told = |most| {
            let Parts { largest, others } = parts_of(&nodes, most);
            [largest, others].map(|some| some.iter().map(|node| node.value.value).collect::<Vec<_>>())
        };
        let numbers = |some: &[i64]| some.iter().map(|one| Decimal::from(*one)).collect::<Vec<_>>();
        assert_eq!(told(2), [numbers(&[-9, 4]), numbers(&[3, 1, 2])]);
        assert_eq!(told(4), [numbers(&[3, -9, 1, 4, 2]), numbers(&[])]);
    }
}
