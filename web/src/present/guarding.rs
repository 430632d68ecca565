//! The practice as others may see it: whatever of it leaves the page is made of this. Decides nothing of what is hidden.
use super::{
    amount::{Show, plain},
    guard_words,
    practice_rows::{PracticeResults, ResultRow, results_of},
    rough_words::rough_words,
    taken::made,
    used_sources::used_sources,
};
use crate::{
    ctx::Ctx,
    state::PageCatalogue,
    text::Texts,
    tools::{
        guard::{protection, published_practices, withholds},
        practice::practice,
    },
};
use exchange::{
    link::fingerprint,
    scenario_file::{Options, write},
    workbook::{BookRow, Cell as BookCell, Sheet},
};
use model::{
    age::AgeBands,
    cell::Cell,
    count::Count,
    id::Id,
    measure::{Measure, MonthlyMoney},
    outcome::{Line, PaidFor},
    practice::Practice,
    quantity::Quantity,
    sex::Sex,
    trace::{Node, Traced},
    value::Key,
};
use report::{
    columns::Column,
    guard::{Protection, Published, Total, published, published_practice},
    practice::PracticeColumn,
};
use rust_decimal::Decimal;
use std::{cell::OnceCell, rc::Rc};

/// The practice as others may see it. What it is made of is out of reach outside `present`.
pub struct Guarding<'a> {
    /// The page's words.
    pub texts: Texts,
    /// Counts from one up to, and without, this are small.
    pub threshold: u32,
    pub(super) ctx: &'a Ctx,
    protection: Option<Rc<Protection>>,
    results: OnceCell<Option<PracticeResults>>,
}

/// A count that may be told.
pub type CountText = Result<(Quantity, String), String>;

impl<'a> Guarding<'a> {
    /// What leaves the page is asked for here.
    pub fn of(ctx: &'a Ctx) -> Self {
        let threshold = ctx.state().tools.guard.fewest();
        Self { texts: ctx.texts(), protection: protection(ctx), threshold, ctx, results: OnceCell::new() }
    }

    /// The shipped models and sources.
    pub fn catalogue(&self) -> &PageCatalogue {
        self.ctx.catalogue()
    }

    /// The bands of the list.
    pub fn bands(&self) -> &AgeBands {
        &self.ctx.state().scenario().start.bands
    }

    /// The models that the practice can be worked out under; none while nobody is listed.
    pub fn columns(&self) -> Vec<PublishedColumn<'_>> {
        let results = self.results.get_or_init(|| results_of(self.ctx));
        let columns = results.iter().flat_map(|results| results.columns.iter());
        columns.map(|of| PublishedColumn { guarding: self, of }).collect()
    }

    /// The practice with stand-ins for what is hidden, which follow from what is published; none while nobody is listed.
    pub fn practice(&self) -> Option<Practice> {
        let practice = &practice(self.ctx)?.practice;
        Some(self.protection.as_ref().map_or_else(|| practice.clone(), |of| published_practice(practice, of)))
    }

    /// How many are listed in a cell; none where nothing has been entered, and nothing is estimated.
    pub fn listed(&self, cell: Cell) -> Option<CountText> {
        let rough = || Some(*practice(self.ctx).filter(|of| of.list_is_rough)?.practice.listed.get(cell)?);
        let count = self.ctx.state().scenario().practice().listed.get(&cell).copied().or_else(rough)?;
        Some(self.count(&PaidFor::Cell(cell), count))
    }

    /// How many of a sex are listed.
    pub fn listed_of(&self, sex: Sex) -> CountText {
        let practice = practice(self.ctx);
        let listed = practice.iter().flat_map(|of| of.practice.listed.iter());
        let sum: Count = listed.filter(|(cell, _)| cell.sex == sex).map(|(_, count)| *count).sum();
        match self.withholds(Total::Sex(sex)) {
            true => Err(self.texts.guard_withheld().to_owned()),
            false => Ok((sum.persons().quantity(), self.number(sum))),
        }
    }

    /// Persons by factor, as far as they have been entered or are estimated.
    pub fn affected(&self) -> Vec<(Id, CountText)> {
        let practice = practice(self.ctx);
        let entered = &self.ctx.state().scenario().practice().affected;
        let affected = practice.as_ref().map_or(entered, |of| &of.practice.affected);
        affected.iter().map(|(id, count)| (id.clone(), self.count(&PaidFor::Factor(id.clone()), *count))).collect()
    }

    fn count(&self, what: &PaidFor, persons: Count) -> CountText {
        let hidden = self.protection.as_deref().and_then(|of| of.of(what));
        let hidden = hidden.map(|hidden| guard_words::between(self.texts, hidden.between));
        hidden.map_or_else(|| Ok((persons.persons().quantity(), self.number(persons))), Err)
    }

    fn number(&self, count: Count) -> String {
        plain(self.texts.lang, count.persons().decimal())
    }

    fn withholds(&self, total: Total) -> bool {
        self.protection.as_ref().is_some_and(|protection| protection.withholds(total))
    }

    /// A figure of the practice as it may leave the page.
    pub fn told(&self, node: &Rc<Node>) -> Published {
        match &self.protection {
            Some(protection) => published(node, protection),
            None => Published::Whole(Rc::clone(node)),
        }
    }

    /// It in words.
    pub fn words(&self, figure: &Published, show: Show, signed: bool) -> String {
        guard_words::published(self.texts, figure, (show, signed))
    }

    /// What is an estimate and what is hidden, in sentences.
    pub fn sentences(&self) -> Vec<String> {
        let said = |protection: &Rc<Protection>| guard_words::sentences(self.texts, protection, self.threshold);
        let rough = rough_words(self.ctx).into_iter();
        rough.chain(self.protection.as_ref().map(said).unwrap_or_default()).collect()
    }

    /// Which scenario, which version and which day.
    pub fn made(&self) -> String {
        made(self.ctx)
    }

    /// The scenario as a file's text, without what is hidden.
    pub fn scenario_file(&self) -> String {
        let state = self.ctx.state();
        let scenario = published_practices(self.ctx);
        let withhold = |key: &Key| {
            let hides = |of: &Rc<Protection>| withholds(state.scenario(), of, self.threshold, key);
            self.protection.as_ref().is_some_and(hides)
        };
        write(&scenario, &Options { language: Some(state.lang.code()), withhold: &withhold })
    }

    /// The scenario's fingerprint.
    pub fn stamp(&self) -> String {
        fingerprint(self.ctx.state().scenario()).to_string()
    }

    /// The model that leads.
    pub fn lead(&self) -> Column {
        self.ctx.state().compared
    }

    /// The sources that the payments stand on.
    pub fn sources(&self) -> Vec<String> {
        used_sources(self.ctx)
    }

    /// A sheet with every figure of the practice as it may leave the page.
    pub fn sheet(&self, sheet: Sheet) -> Sheet {
        let row = |row: BookRow| match row {
            BookRow::Cells(cells) => BookRow::Cells(cells.into_iter().map(|cell| self.cell(cell)).collect()),
            other => other,
        };
        Sheet { name: sheet.name, rows: sheet.rows.into_iter().map(row).collect() }
    }

    fn cell(&self, cell: BookCell) -> BookCell {
        let BookCell::Figure(node) = cell else { return cell };
        let figure = self.told(&node);
        let words = || BookCell::Text(self.words(&figure, Show::Persons, false));
        figure.node().map_or_else(words, |node| BookCell::Figure(Rc::clone(node)))
    }
}

/// The practice under a model, as others may see it.
#[derive(Clone, Copy)]
pub struct PublishedColumn<'a> {
    guarding: &'a Guarding<'a>,
    of: &'a PracticeColumn,
}

/// What is paid for a factor, as others may see it.
pub struct PublishedLine {
    /// The factor.
    pub id: Id,
    /// Persons.
    pub basis: Published,
    /// Kronor for each.
    pub rate: Published,
    /// Kronor.
    pub amount: Published,
    /// The kronor, to be put in order by.
    pub kronor: Decimal,
}

impl PublishedColumn<'_> {
    /// The model.
    pub fn column(self) -> Column {
        self.of.column
    }

    /// The figure of a row, if the model has one.
    pub fn figure(self, row: &ResultRow) -> Option<Published> {
        Some(self.told(&row.figure(self.of)?))
    }

    /// All listed.
    pub fn listed(self) -> Published {
        self.told(self.of.outcome.listed.node())
    }

    /// The payment by age and sex, that for conditions, and both.
    pub fn payments(self) -> [Published; 3] {
        let outcome = &self.of.outcome;
        let told = |figure: Traced<MonthlyMoney>| self.told(figure.node());
        [told(outcome.capitation()), told(outcome.case_mix()), told(outcome.payment.clone())]
    }

    /// What is paid for factors, without those that are hidden.
    pub fn factors(self) -> Vec<PublishedLine> {
        let line = |line: &Line| {
            let PaidFor::Factor(id) = &line.paid_for else { return None };
            let amount = self.told(line.amount.node());
            let kronor = amount.node()?.value.value;
            let (basis, rate) = (self.told(line.basis.node()), self.told(line.rate.node()));
            Some(PublishedLine { id: id.clone(), basis, rate, amount, kronor })
        };
        self.of.outcome.lines.iter().filter_map(line).collect()
    }

    fn told(self, node: &Rc<Node>) -> Published {
        self.guarding.told(node)
    }
}
