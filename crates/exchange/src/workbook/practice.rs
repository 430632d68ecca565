//! A practice under several models as a sheet: persons to write in, amounts beside them, the sums below. Knows what a
//! practice's result consists of; words come from the labels.
use super::{
    book::{BookRow, Cell, Sheet, is_illustrative},
    labels::{Labels, Word},
};
use model::{
    citation::Status,
    measure::MonthlyMoney,
    net::Net,
    outcome::{Line, Outcome, PaidFor},
    quantity::Unit,
    term::Term,
    trace::{Node, Traced},
};
use std::rc::Rc;

/// The practice under one model.
#[derive(Clone, Copy)]
pub struct PracticeColumn<'a> {
    /// The model's name.
    pub heading: &'a str,
    /// What the practice is paid, with a line for every cell: a cell without a line is not part of any formula.
    pub outcome: &'a Outcome,
    /// The payment less another column's.
    pub change: Option<&'a Traced<MonthlyMoney>>,
    /// The payment against the drug cost.
    pub net: Option<&'a Net>,
}

/// The sheet of a practice: a row for each cell and each factor, with the amount and the payment of every column.
pub fn practice_sheet(columns: &[PracticeColumn<'_>], labels: &dyn Labels) -> Sheet {
    let name = labels.word(Word::PracticeSheet);
    let lines = [(Word::ByCell, true), (Word::ByFactor, false)];
    let lines = lines.into_iter().flat_map(|(heading, of_cells)| line_rows(columns, labels, heading, of_cells));
    let rows = [BookRow::Title(name.clone())].into_iter().chain(heads(columns, labels)).chain(lines);
    Sheet { name, rows: rows.chain(sums(columns, labels)).collect() }
}

/// The models' names, how firm they are, and what stands under each.
fn heads(columns: &[PracticeColumn<'_>], labels: &dyn Labels) -> [BookRow; 3] {
    let head = |first: [String; 2], of: &dyn Fn(&PracticeColumn<'_>) -> [String; 2]| {
        BookRow::Head(first.into_iter().chain(columns.iter().flat_map(of)).collect())
    };
    let example = |column: &PracticeColumn<'_>| {
        let illustrative = is_illustrative(column.outcome.payment.node());
        [if illustrative { labels.status(Status::Illustrative) } else { String::new() }, String::new()]
    };
    let words = |a, b| [labels.word(a), labels.word(b)];
    [
        head([String::new(), String::new()], &|column| [column.heading.to_owned(), String::new()]),
        head([String::new(), String::new()], &example),
        head(words(Word::Figure, Word::Persons), &|_| words(Word::Rate, Word::Amount)),
    ]
}

fn line_rows(columns: &[PracticeColumn<'_>], labels: &dyn Labels, heading: Word, of_cells: bool) -> Vec<BookRow> {
    let mut bases: Vec<&Traced<_>> = Vec::new();
    let lines = columns.iter().flat_map(|column| &column.outcome.lines);
    for line in lines.filter(|line| matches!(line.paid_for, PaidFor::Cell(_)) == of_cells) {
        if !bases.iter().any(|basis| basis.node().term == line.basis.node().term) {
            bases.push(&line.basis);
        }
    }
    if bases.is_empty() {
        return Vec::new();
    }
    let row = |basis: &Traced<_>| {
        let paid = columns.iter().flat_map(|column| match line_of(column, basis.node()) {
            Some(line) => [Cell::of(&line.rate), Cell::of(&line.amount)],
            None => [Cell::Empty, Cell::Empty],
        });
        let label = Cell::Text(labels.term(&basis.node().term));
        BookRow::Cells([label, Cell::of(basis)].into_iter().chain(paid).collect())
    };
    [BookRow::Heading(labels.word(heading))].into_iter().chain(bases.into_iter().map(row)).collect()
}

fn line_of<'a>(column: &PracticeColumn<'a>, basis: &Node) -> Option<&'a Line> {
    column.outcome.lines.iter().find(|line| line.basis.node().term == basis.term)
}

/// The payment a month and a year, per listed, its change, and the net with what it is made of.
fn sums(columns: &[PracticeColumn<'_>], labels: &dyn Labels) -> Vec<BookRow> {
    let figures: Vec<Vec<Rc<Node>>> = columns.iter().map(figures).collect();
    let mut terms: Vec<(&Term, Unit)> = Vec::new();
    for node in figures.iter().flatten() {
        let kind = (&node.term, node.value.unit);
        if !terms.contains(&kind) {
            terms.push(kind);
        }
    }
    let row = |(term, unit): (&Term, Unit)| {
        let found = |figures: &Vec<Rc<Node>>| {
            let figure = figures.iter().find(|node| (&node.term, node.value.unit) == (term, unit));
            [Cell::Text(String::new()), figure.map_or(Cell::Empty, |node| Cell::Figure(Rc::clone(node)))]
        };
        let words = [Cell::Text(labels.term(term)), Cell::Text(labels.unit(unit))];
        BookRow::Cells(words.into_iter().chain(figures.iter().flat_map(found)).collect())
    };
    [BookRow::Heading(labels.word(Word::Sums))].into_iter().chain(terms.into_iter().map(row)).collect()
}

fn figures(column: &PracticeColumn<'_>) -> Vec<Rc<Node>> {
    let outcome = column.outcome;
    let mut figures = vec![Rc::clone(outcome.listed.node())];
    let mut add = |node: &Rc<Node>| figures.push(Rc::clone(node));
    if outcome.lines.iter().any(|line| matches!(line.paid_for, PaidFor::Factor(_))) {
        add(outcome.capitation().node());
        add(outcome.case_mix().node());
    }
    add(outcome.payment.node());
    add(outcome.payment.per_year().node());
    outcome.per_listed().iter().for_each(|mean| add(mean.node()));
    column.change.iter().for_each(|change| add(change.node()));
    if let Some(net) = column.net {
        // the cost and the share that it is multiplied by
        net.carried.node().how.inputs().into_iter().for_each(&mut add);
        add(net.carried.node());
        add(net.net.node());
        add(net.net.per_year().node());
    }
    figures
}
