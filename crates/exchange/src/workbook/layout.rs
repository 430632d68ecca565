//! Gives every figure its one cell: where the caller's sheets show it first, or else on the sheets of inputs, of
//! parameters or of the calculation. Knows no words and no file.
use super::{
    book::{BookRow, Cell, Sheet},
    formula::{Formula, MOST_TERMS, Place, Ref},
    graph::{Entry, Graph},
    joint::Joint,
    labels::Word,
};
use model::trace::How;
use rust_decimal::Decimal;

/// First rows of figures on the pages that are made here, below title, sentence and headings.
pub(super) const FIRST_ROW: u32 = 4;
/// Column of the values there.
pub(super) const VALUE: u16 = 1;

/// One row of the calculation.
pub(super) enum Step {
    /// A figure.
    Figure(usize),
    /// What a figure's formula needs beside other figures.
    Helper(Helper),
}

/// A helping step.
pub(super) struct Helper {
    /// The figure that it helps.
    pub(super) of: usize,
    /// What is done.
    pub(super) done: Word,
    pub(super) formula: Formula,
    pub(super) value: Decimal,
}

/// Where everything stands.
pub(super) struct WorkbookLayout {
    places: Vec<Option<Place>>,
    formulas: Vec<Option<Formula>>,
    /// Inputs that no sheet of the caller's shows.
    pub(super) inputs: Vec<usize>,
    /// Every parameter.
    pub(super) parameters: Vec<usize>,
    /// The rows of the calculation.
    pub(super) steps: Vec<Step>,
    pub(super) joint: Joint,
    pages: Pages,
}

/// The numbers of the pages; the first is the cover, the caller's sheets follow.
#[derive(Clone, Copy)]
pub(super) struct Pages {
    pub(super) inputs: usize,
    pub(super) calculation: usize,
    pub(super) joint: usize,
    pub(super) parameters: usize,
}

impl Pages {
    fn after(sheets: usize) -> Self {
        Self { inputs: sheets + 1, calculation: sheets + 2, joint: sheets + 3, parameters: sheets + 4 }
    }
}

impl WorkbookLayout {
    /// Takes every figure of the sheets into the graph and gives it a cell.
    pub(super) fn of(sheets: &[Sheet], graph: &mut Graph) -> Self {
        let shown = shown(sheets, graph);
        let mut layout = Self {
            places: graph.entries().iter().map(|_| None).collect(),
            formulas: graph.entries().iter().map(|_| None).collect(),
            inputs: Vec::new(),
            parameters: Vec::new(),
            steps: Vec::new(),
            joint: Joint::of(graph),
            pages: Pages::after(sheets.len()),
        };
        layout.settle_on_sheets(&shown, graph);
        shown.iter().for_each(|(id, _)| layout.arrange(*id, graph));
        layout.settle_leaves(graph);
        layout
    }

    fn settle_on_sheets(&mut self, shown: &[(usize, Place)], graph: &Graph) {
        let stays = |id: usize| graph.get(id).is_some_and(|entry| !is_parameter(entry));
        for (id, place) in shown.iter().filter(|(id, _)| stays(*id)) {
            if let Some(home @ None) = self.places.get_mut(*id) {
                *home = Some(*place);
            }
        }
    }

    /// Gives the figure its formula, and a row of the calculation where no sheet shows it, after those it is made of.
    fn arrange(&mut self, id: usize, graph: &Graph) {
        let Some(entry) = graph.get(id).filter(|_| self.formulas.get(id).is_some_and(Option::is_none)) else { return };
        if let How::Sum(_) = entry.node.how {
            // first what the parts are made of: then the parts stand in one range
            let parts = entry.inputs.iter().filter_map(|part| graph.get(*part));
            parts.flat_map(|part| &part.inputs).for_each(|input| self.arrange(*input, graph));
        }
        entry.inputs.iter().for_each(|input| self.arrange(*input, graph));
        if entry.inputs.is_empty() && !matches!(entry.node.how, How::Sum(_)) {
            return self.settle_leaf(id, entry);
        }
        let formula = self.formula(id, entry, graph);
        if let Some(place) = self.formulas.get_mut(id) {
            *place = Some(formula);
        }
        if self.places.get(id).is_some_and(Option::is_none) {
            let row = self.next_row();
            self.settle(id, Place { page: self.pages.calculation, row, column: VALUE });
            self.steps.push(Step::Figure(id));
        }
    }

    fn settle_leaf(&mut self, id: usize, entry: &Entry) {
        let list = if is_parameter(entry) { &mut self.parameters } else { &mut self.inputs };
        if self.places.get(id).is_some_and(Option::is_none) && !list.contains(&id) {
            list.push(id);
        }
    }

    fn settle_leaves(&mut self, graph: &Graph) {
        let unit = |id: &usize| graph.get(*id).map(|entry| entry.node.value.unit == model::quantity::Unit::Persons);
        // amounts and weights first: a population is a thousand rows
        self.parameters.sort_by_key(unit);
        let rows = |ids: &[usize], page| {
            let place = |(row, id): (u32, &usize)| (*id, Place { page, row, column: VALUE });
            (FIRST_ROW..).zip(ids).map(place).collect::<Vec<_>>()
        };
        let places = [rows(&self.inputs, self.pages.inputs), rows(&self.parameters, self.pages.parameters)];
        places.into_iter().flatten().for_each(|(id, place)| self.settle(id, place));
    }

    fn settle(&mut self, id: usize, place: Place) {
        if let Some(home) = self.places.get_mut(id) {
            *home = Some(place);
        }
    }

    fn next_row(&self) -> u32 {
        FIRST_ROW.saturating_add(u32::try_from(self.steps.len()).unwrap_or(u32::MAX))
    }

    fn formula(&mut self, id: usize, entry: &Entry, graph: &Graph) -> Formula {
        let inputs: Vec<Ref> = entry.inputs.iter().map(|input| Ref::Figure(*input)).collect();
        match (&entry.node.how, &inputs[..]) {
            (How::Difference(..), [a, b]) => Formula::Minus(*a, *b),
            (How::Product(..), [a, b]) => Formula::Times(*a, *b),
            (How::Quotient(..), [a, b]) => Formula::By(*a, *b),
            (How::TwelveMonths(_), [month]) => Formula::TwelveTimes(*month),
            (How::SquareRoot(_), [of]) => Formula::Root(*of),
            (How::CoOccurrence(rule, _), _) => super::joint::formula(self, graph, id, rule),
            _ => self.sum(id, inputs, graph),
        }
    }

    /// A sum, over sums of parts where there are too many for one formula.
    fn sum(&mut self, of: usize, mut parts: Vec<Ref>, graph: &Graph) -> Formula {
        while parts.len() > MOST_TERMS {
            let chunks = parts.chunks(MOST_TERMS).map(<[Ref]>::to_vec).collect::<Vec<_>>();
            let help = |chunk: Vec<Ref>| {
                let value = chunk.iter().map(|part| self.value(*part, graph)).sum();
                self.help(Helper { of, done: Word::PartialSum, formula: Formula::Sum(chunk), value })
            };
            parts = chunks.into_iter().map(help).collect();
        }
        Formula::Sum(parts)
    }

    /// Adds a helping step.
    pub(super) fn help(&mut self, helper: Helper) -> Ref {
        self.steps.push(Step::Helper(helper));
        Ref::Step(self.steps.len() - 1)
    }

    /// The number that a reference leads to; zero for a cell of several conditions, which no step adds.
    pub(super) fn value(&self, r: Ref, graph: &Graph) -> Decimal {
        let figure = |id: usize| graph.get(id).map(Entry::value);
        let value = match r {
            Ref::Figure(id) => figure(id),
            Ref::Step(step) => self.steps.get(step).and_then(|step| match step {
                Step::Figure(id) => figure(*id),
                Step::Helper(helper) => Some(helper.value),
            }),
            Ref::Joint(..) => None,
        };
        value.unwrap_or_default()
    }

    /// Where a reference leads.
    pub(super) fn place(&self, r: Ref) -> Place {
        match r {
            Ref::Figure(id) => self.home(id),
            Ref::Step(step) => {
                let row = FIRST_ROW.saturating_add(u32::try_from(step).unwrap_or(u32::MAX));
                Place { page: self.pages.calculation, row, column: VALUE }
            }
            Ref::Joint(row, column) => Place { page: self.pages.joint, row, column },
        }
    }

    /// The figure's own cell; every figure that was shown, or that a shown one is made of, has one.
    pub(super) fn home(&self, id: usize) -> Place {
        let nowhere = Place { page: self.pages.inputs, row: 0, column: 0 };
        self.places.get(id).copied().flatten().unwrap_or(nowhere)
    }

    /// The figure's formula; none for a leaf.
    pub(super) fn formula_of(&self, id: usize) -> Option<&Formula> {
        self.formulas.get(id).and_then(Option::as_ref)
    }

    /// The numbers of the pages.
    pub(super) fn pages(&self) -> Pages {
        self.pages
    }
}

/// Every figure that a cell of the caller's shows, with the cell.
fn shown(sheets: &[Sheet], graph: &mut Graph) -> Vec<(usize, Place)> {
    let mut shown = Vec::new();
    for (page, sheet) in (1..).zip(sheets) {
        for (row, cells) in (0..).zip(&sheet.rows) {
            let BookRow::Cells(cells) = cells else { continue };
            for (column, cell) in (0..).zip(cells) {
                if let Cell::Figure(node) = cell {
                    shown.push((graph.take(node), Place { page, row, column }));
                }
            }
        }
    }
    shown
}

/// Whether a figure is a source's, or the user's in the place of one.
pub(super) fn is_parameter(entry: &Entry) -> bool {
    matches!(entry.node.how, How::Parameter(_) | How::Edited { .. })
}
