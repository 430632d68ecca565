//! The pages of a book: the cover, the caller's sheets, inputs, calculation, several conditions, parameters. Knows
//! where everything stands; every word comes from the labels.
use super::{
    book::{Book, BookRow, Cell, Sheet},
    formula::{Formula, Place, Ref, Writing},
    graph::{Entry, Graph},
    joint::Table,
    labels::{Labels, Word},
    layout::{FIRST_ROW, Pages, Step, VALUE, WorkbookLayout},
    page::{Content, Look, NumberOrigin, Page},
};
use model::{
    citation::Citation,
    quantity::{Quantity, Unit},
    trace::{How, Node},
};
use rust_decimal::Decimal;

/// The names of all sheets, in the order of their numbers.
pub(super) fn names(book: &Book<'_>) -> Vec<String> {
    let word = |word| book.labels.word(word);
    let made = [Word::InputSheet, Word::CalculationSheet, Word::JointSheet, Word::ParameterSheet];
    let ours = book.sheets.iter().map(|sheet| sheet.name.clone());
    [word(Word::CoverSheet)].into_iter().chain(ours).chain(made.map(word)).collect()
}

/// Makes the pages of one book.
pub(super) struct Making<'a> {
    pub(super) book: &'a Book<'a>,
    pub(super) graph: &'a Graph,
    pub(super) layout: &'a WorkbookLayout,
    pub(super) names: &'a [String],
}

impl Making<'_> {
    /// Every page that has something on it, the cover first.
    pub(super) fn pages(&self) -> Vec<Page> {
        let Pages { inputs, calculation, joint, parameters } = self.layout.pages();
        let sheets = (1..).zip(&self.book.sheets).map(|(number, sheet)| self.sheet(number, sheet));
        let made = [
            (!self.layout.inputs.is_empty()).then(|| self.inputs(inputs)),
            (!self.layout.steps.is_empty()).then(|| self.calculation(calculation)),
            (!self.layout.joint.tables.is_empty()).then(|| self.joint(joint)),
            (!self.layout.parameters.is_empty()).then(|| self.parameters(parameters)),
        ];
        let others: Vec<_> = sheets.chain(made.into_iter().flatten()).collect();
        [self.cover(&others)].into_iter().chain(others).collect()
    }

    fn word(&self, word: Word) -> String {
        self.book.labels.word(word)
    }

    fn labels(&self) -> &dyn Labels {
        self.book.labels
    }

    fn page(&self, number: usize) -> Page {
        Page::new(self.names.get(number).cloned().unwrap_or_default())
    }

    fn cover(&self, others: &[Page]) -> Page {
        let mut page = self.page(0);
        let mut row = 0;
        let mut line = |text: String, look| {
            page.text(row, 0, text, look);
            row += 1;
        };
        line(self.book.title.clone(), Look::Title);
        self.book.about.iter().for_each(|text| line(text.clone(), Look::Text));
        line(self.book.properties.subject.clone(), Look::Text);
        line(self.book.properties.author.clone(), Look::Text);
        line(String::new(), Look::Text);
        line(self.word(Word::Contents), Look::Heading);
        others.iter().for_each(|other| line(other.name.clone(), Look::Text));
        line(String::new(), Look::Text);
        line(self.word(Word::Legend), Look::Heading);
        for (word, kind) in LEGEND {
            line(self.word(word), Look::Sample(kind));
        }
        page.widths = vec![70];
        page
    }

    fn sheet(&self, number: usize, sheet: &Sheet) -> Page {
        let mut page = self.page(number);
        for (row, content) in (0..).zip(&sheet.rows) {
            match content {
                BookRow::Empty => {}
                BookRow::Title(text) => page.text(row, 0, text.clone(), Look::Title),
                BookRow::Heading(text) => page.text(row, 0, text.clone(), Look::Heading),
                BookRow::Text(text) => page.text(row, 0, text.clone(), Look::Text),
                BookRow::Head(headings) => page.head(row, headings.iter().cloned(), u16::MAX),
                BookRow::Cells(cells) => {
                    let mut at = |(column, cell)| self.cell(&mut page, cell, Place { page: number, row, column });
                    (0..).zip(cells).for_each(&mut at);
                }
            }
        }
        page.frozen = (frozen_rows(&sheet.rows), 1);
        page
    }

    fn cell(&self, page: &mut Page, cell: &Cell, place: Place) {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => page.text(place.row, place.column, text.clone(), Look::Label),
            Cell::Number(Quantity { value, unit }) => {
                page.put(place.row, place.column, Content::Number(*value), Look::Number(*unit, NumberOrigin::Formula));
            }
            Cell::Figure(node) => {
                if let Some(id) = self.graph.find(node) {
                    self.figure(page, id, place);
                }
            }
        }
    }

    /// The figure in its own cell, or a reference to that.
    fn figure(&self, page: &mut Page, id: usize, place: Place) {
        let Some(entry) = self.graph.get(id) else { return };
        let same = Formula::Same(Ref::Figure(id));
        let at_home = self.layout.home(id) == place;
        let formula = if at_home { self.layout.formula_of(id) } else { Some(&same) };
        let content = match formula {
            Some(formula) => self.formula(place.page, formula, entry.value()),
            None => Content::Number(entry.value()),
        };
        let kind = if at_home { kind(&entry.node) } else { NumberOrigin::Formula };
        page.put(place.row, place.column, content, Look::Number(entry.node.value.unit, kind));
    }

    fn formula(&self, page: usize, formula: &Formula, value: Decimal) -> Content {
        let writing = Writing { layout: self.layout, names: self.names, page };
        Content::Formula(writing.formula(formula), value)
    }

    /// A page made here: its title, its sentence and its headings.
    fn made(&self, number: usize, about: Word, headings: &[Word]) -> Page {
        let mut page = self.page(number);
        let title = page.name.clone();
        page.text(0, 0, title, Look::Title);
        page.text(1, 0, self.word(about), Look::Text);
        page.head(FIRST_ROW - 1, headings.iter().map(|heading| self.word(*heading)), VALUE);
        page.frozen = (FIRST_ROW, 1);
        page
    }

    /// The label, the value and the unit of a figure, each in its column.
    fn row(&self, page: &mut Page, number: usize, row: u32, id: usize) {
        let Some(entry) = self.graph.get(id) else { return };
        page.text(row, 0, self.labels().term(&entry.node.term), Look::Label);
        self.figure(page, id, Place { page: number, row, column: VALUE });
        page.text(row, 2, self.labels().unit(entry.node.value.unit), Look::Label);
    }

    fn inputs(&self, number: usize) -> Page {
        let mut page = self.made(number, Word::InputAbout, &[Word::Figure, Word::Value, Word::Unit]);
        for (row, id) in (FIRST_ROW..).zip(&self.layout.inputs) {
            self.row(&mut page, number, row, *id);
        }
        page
    }

    fn calculation(&self, number: usize) -> Page {
        let headings = [Word::Figure, Word::Value, Word::Unit, Word::Status, Word::HowMade];
        let mut page = self.made(number, Word::CalculationAbout, &headings);
        for (row, step) in (FIRST_ROW..).zip(&self.layout.steps) {
            let (id, done) = match step {
                Step::Figure(id) => (*id, self.graph.get(*id).map(|entry| self.how_made(entry))),
                Step::Helper(helper) => (helper.of, Some(self.word(helper.done))),
            };
            let Some(entry) = self.graph.get(id) else { continue };
            match step {
                Step::Figure(id) => self.row(&mut page, number, row, *id),
                Step::Helper(helper) => {
                    page.text(row, 0, self.labels().term(&entry.node.term), Look::Label);
                    let content = self.formula(number, &helper.formula, helper.value);
                    page.put(row, VALUE, content, Look::Number(entry.node.value.unit, NumberOrigin::Formula));
                    page.text(row, 2, self.labels().unit(entry.node.value.unit), Look::Label);
                }
            }
            let status = entry.illustrative.then(|| self.labels().status(model::citation::Status::Illustrative));
            page.text(row, 3, status.unwrap_or_default(), Look::Label);
            page.text(row, 4, done.unwrap_or_default(), Look::Label);
        }
        page
    }

    /// The arithmetic in words: the names of what the figure was made of, with the sign between them.
    fn how_made(&self, entry: &Entry) -> String {
        let names: Vec<_> = entry.node.how.inputs().into_iter().map(|input| self.labels().term(&input.term)).collect();
        let sign = match entry.node.how {
            How::Difference(..) => " \u{2212} ",
            How::Product(..) => " \u{d7} ",
            How::Quotient(..) => " / ",
            How::TwelveMonths(_) => return ["12 \u{d7} ", &names.concat()].concat(),
            How::SquareRoot(_) => return ["\u{221a} ", &names.concat()].concat(),
            How::CoOccurrence(..) => return self.word(Word::Independent),
            _ => " + ",
        };
        match &names[..] {
            [first, .., last] if names.len() > 3 => [first, sign, "\u{2026}", sign, last].concat(),
            _ => names.join(sign),
        }
    }

    fn joint(&self, number: usize) -> Page {
        let mut page = self.page(number);
        let title = page.name.clone();
        page.text(0, 0, title, Look::Title);
        page.text(1, 0, self.word(Word::JointAbout), Look::Text);
        self.layout.joint.tables.iter().for_each(|table| self.joint_table(&mut page, number, table));
        page.frozen = (FIRST_ROW - 1, 1);
        page
    }

    fn joint_table(&self, page: &mut Page, number: usize, table: &Table) {
        let term = self.graph.get(table.of).map(|entry| self.labels().term(&entry.node.term));
        page.text(table.row, 0, term.unwrap_or_default(), Look::Heading);
        let numbers = (0..table.columns).map(|n| Decimal::from(n).to_string());
        let words = [Word::Figure, Word::ShareOfCondition].map(|word| self.word(word));
        page.head(table.row + 1, words.into_iter().chain(numbers), u16::MAX);
        page.text(table.start_row(), 0, self.word(Word::ShareWithSoMany), Look::Label);
        let shares = [None].into_iter().chain(table.shares.iter().map(|share| Some(*share)));
        for ((row, share), chances) in (table.start_row()..).zip(shares).zip(&table.chances) {
            if let Some(entry) = share.and_then(|share| self.graph.get(share)) {
                page.text(row, 0, self.labels().term(&entry.node.term), Look::Label);
            }
            share.iter().for_each(|share| self.figure(page, *share, Place { page: number, row, column: VALUE }));
            for (conditions, value) in chances.iter().enumerate() {
                let content = match share {
                    None => Content::Number(*value),
                    Some(share) => self.formula(number, &Table::chance(row, conditions, share), *value),
                };
                let Ref::Joint(_, column) = Table::cell(row, conditions) else { continue };
                page.put(row, column, content, Look::Number(Unit::Share, NumberOrigin::Formula));
            }
        }
    }

    fn parameters(&self, number: usize) -> Page {
        let headings = [
            [Word::Figure, Word::Value, Word::Unit, Word::Status, Word::Original, Word::Source].as_slice(),
            &[Word::Publisher, Word::Date, Word::Place, Word::Lines, Word::Note],
        ];
        let mut page = self.made(number, Word::ParameterAbout, &headings.concat());
        for (row, id) in (FIRST_ROW..).zip(&self.layout.parameters) {
            self.row(&mut page, number, row, *id);
            let Some(entry) = self.graph.get(*id) else { continue };
            match &entry.node.how {
                How::Parameter(citation) => self.citation(&mut page, row, citation),
                How::Edited { original, citation } => {
                    let look = Look::Number(original.unit, NumberOrigin::Source);
                    page.put(row, 4, Content::Number(original.value), look);
                    self.citation(&mut page, row, citation);
                }
                _ => {}
            }
        }
        page
    }

    fn citation(&self, page: &mut Page, row: u32, citation: &Citation) {
        page.text(row, 3, self.labels().status(citation.status), Look::Label);
        match self.labels().source(&citation.source) {
            Some(source) => {
                let texts = [source.title, source.publisher, source.date];
                (5..).zip(texts).for_each(|(column, text)| page.text(row, column, text, Look::Label));
            }
            None => page.text(row, 5, citation.source.to_string(), Look::Label),
        }
        page.text(row, 8, citation.heading.to_string(), Look::Label);
        let lines = citation.lines.map(|(first, last)| [first, last].map(|line| Decimal::from(line).to_string()));
        page.text(row, 9, lines.map(|lines| lines.join("\u{2013}")).unwrap_or_default(), Look::Label);
        let note = citation.note.as_ref().map(|note| self.labels().note(note));
        page.text(row, 10, note.unwrap_or_default(), Look::Label);
    }
}

const LEGEND: [(Word, NumberOrigin); 4] = [
    (Word::LegendInput, NumberOrigin::Input),
    (Word::LegendEdited, NumberOrigin::Edited),
    (Word::LegendSource, NumberOrigin::Source),
    (Word::LegendFormula, NumberOrigin::Formula),
];

fn kind(node: &Node) -> NumberOrigin {
    match node.how {
        How::Input => NumberOrigin::Input,
        How::Parameter(_) => NumberOrigin::Source,
        How::Edited { .. } => NumberOrigin::Edited,
        _ => NumberOrigin::Formula,
    }
}

/// Down to the last of the first headings of columns that stand together; nothing when they stand far down.
fn frozen_rows(rows: &[BookRow]) -> u32 {
    const FAR: usize = 12;
    let is_head = |row: &BookRow| matches!(row, BookRow::Head(_));
    let first = rows.iter().position(is_head).filter(|first| *first < FAR);
    let count = |first: usize| first + rows.iter().skip(first).take_while(|row| is_head(row)).count();
    first.and_then(|first| u32::try_from(count(first)).ok()).unwrap_or_default()
}
