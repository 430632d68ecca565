//! The practice's result as a plain table to take away, after the guard: for a file that a spreadsheet opens and for a
//! text to paste. Knows nothing of files and clipboards.
use super::{
    amount::{Show, ages, plain},
    export::dialect,
    guarding::{CountText, Guarding, PublishedColumn},
    practice_rows::{ResultRow, rows},
    term::factor,
};
use crate::{components::top_bar::column_name, ctx::Ctx, text::Lang};
use exchange::{
    csv::{Cell, write},
    link::fingerprint,
};
use model::{
    age::AgeBand, cell::Cell as AgeAndSex, count::Count, id::Id, measure::Measure, quantity::Quantity, sex::Sex,
    trace::Node,
};
use report::guard::Published;
use rust_decimal::Decimal;
use std::rc::Rc;

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A text.
    Text(String),
    /// A number, and how it is written among words.
    Number(Quantity, String),
    /// A figure with how it was made, and how it is written among words.
    Figure(Rc<Node>, String),
}

impl Piece {
    /// The cell among words.
    pub fn words(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(_, text) | Self::Figure(_, text) => text,
        }
    }
}

/// Rows of cells; an empty row between two parts.
pub type Taken = Vec<Vec<Piece>>;

/// The result with the counts that it stands on; none while there is nothing entered.
pub fn taken(guarding: &Guarding<'_>) -> Option<Taken> {
    let columns = guarding.columns();
    if columns.is_empty() {
        return None;
    }
    let parts = [
        vec![vec![text(guarding.texts.take_title())]],
        amounts(guarding, &columns),
        listed(guarding),
        affected(guarding),
        notes(guarding).into_iter().map(|line| vec![Piece::Text(line)]).collect(),
    ];
    Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(&[Vec::new()][..]))
}

fn piece(guarding: &Guarding<'_>, figure: &Published, (show, signed): (Show, bool)) -> Piece {
    let shown = guarding.words(figure, show, signed);
    figure.node().map_or_else(|| Piece::Text(shown.clone()), |node| Piece::Figure(Rc::clone(node), shown.clone()))
}

fn count(told: CountText) -> Piece {
    told.map_or_else(Piece::Text, |(number, words)| Piece::Number(number, words))
}

fn text(words: &str) -> Piece {
    Piece::Text(words.to_owned())
}

fn amounts(guarding: &Guarding<'_>, columns: &[PublishedColumn<'_>]) -> Taken {
    let t = guarding.texts;
    let names = columns.iter().map(|column| text(column_name(t, column.column())));
    let head = [text(t.take_kronor())].into_iter().chain(names).collect();
    let row = |row: &ResultRow| {
        let figures = columns.iter().map(|column| match column.figure(row) {
            Some(figure) => piece(guarding, &figure, (row.show, row.signed)),
            None => text(t.not_available()),
        });
        [text(row.name)].into_iter().chain(figures).collect()
    };
    [head].into_iter().chain(rows(t).iter().map(row)).collect()
}

fn listed(guarding: &Guarding<'_>) -> Taken {
    let t = guarding.texts;
    let nobody = || Piece::Number(Count::ZERO.persons().quantity(), plain(t.lang, Decimal::ZERO));
    let row = |band: &AgeBand| {
        let cells = Sex::ALL.map(|sex| AgeAndSex { sex, band: *band });
        let [women, men] = cells.map(|cell| guarding.listed(cell).map_or_else(nobody, count));
        vec![Piece::Text(ages(t, AgeAndSex { sex: Sex::Woman, band: *band })), women, men]
    };
    let head = vec![text(t.practice_listed()), text(t.women()), text(t.men())];
    let [women, men] = Sex::ALL.map(|sex| count(guarding.listed_of(sex)));
    let foot = vec![text(t.sum_heading()), women, men];
    [head].into_iter().chain(guarding.bands().bands().iter().map(row)).chain([foot]).collect()
}

fn affected(guarding: &Guarding<'_>) -> Taken {
    let (t, catalogue) = (guarding.texts, guarding.catalogue());
    let row = |(id, told): (Id, CountText)| vec![Piece::Text(factor(t, catalogue, &id)), count(told)];
    let rows: Taken = guarding.affected().into_iter().map(row).collect();
    let head = vec![text(t.practice_affected()), text(t.practice_affected_heading())];
    if rows.is_empty() { rows } else { [head].into_iter().chain(rows).collect() }
}

/// What the reader of anything that leaves must know: examples, what is hidden, sources, which scenario.
pub fn notes(guarding: &Guarding<'_>) -> Vec<String> {
    let t = guarding.texts;
    let mut lines = vec![t.take_examples().to_owned()];
    lines.extend(guarding.sentences());
    lines.push(t.source_line(t.source_line_table()));
    lines.push(guarding.made());
    lines
}

/// Which scenario, which version and which day.
pub fn made(ctx: &Ctx) -> String {
    let (t, scenario) = (ctx.texts(), ctx.state().scenario());
    let made = t.take_made(&fingerprint(scenario).to_string(), env!("CARGO_PKG_VERSION"), &super::today::written());
    if scenario.practice().made_up { [t.figure_synthetic(), ". ", &made].concat() } else { made }
}

/// The table as a file's text in the marks of the language.
pub fn csv(taken: &Taken, lang: Lang) -> String {
    let rows = taken.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>());
    write(rows, dialect(lang))
}

fn cell(piece: &Piece) -> Cell<'_> {
    match piece {
        Piece::Text(text) => Cell::Text(text),
        Piece::Number(number, _) => Cell::Number(number.value),
        Piece::Figure(node, _) => Cell::Number(node.value.value),
    }
}

/// The table as text, with tabs between cells: it becomes a table where it is pasted into one.
pub fn plain_text(taken: &Taken) -> String {
    let line = |row: &Vec<Piece>| row.iter().map(Piece::words).collect::<Vec<_>>().join("\t");
    taken.iter().map(line).collect::<Vec<_>>().join("\n")
}
