//! The table by age and sex under each model, row by row.
use crate::{
    brief::person_paid,
    columns::{Column, Tariffs},
};
use model::{
    case_mix::ConditionSet,
    cell::Cell,
    compare::{ChangeSplit, change, share_ratio, split_change},
    measure::{Factor, Measure, MonthlyMoney, Rate, YearlyMoney},
    net::{ShareReading, net},
    practice::Person,
    rows::Persona,
    term::Term,
    trace::Traced,
};
use rust_decimal::{Decimal, RoundingStrategy};

/// One cell under each model.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// The cell.
    pub cell: Cell,
    /// The amount of each column that has one.
    pub amounts: Vec<(Column, Traced<Rate>)>,
    /// The change from the year before, in its two parts.
    pub split: Option<ChangeSplit>,
}

impl TableRow {
    /// The column's amount.
    pub fn amount(&self, column: Column) -> Option<&Traced<Rate>> {
        self.amounts.iter().find(|(c, _)| *c == column).map(|(_, amount)| amount)
    }
}

/// Every cell, women first.
pub fn table(tariffs: &Tariffs) -> Vec<TableRow> {
    let split = split_change(&tariffs.earlier, &tariffs.current);
    let row = |cell: Cell| TableRow {
        cell,
        amounts: Column::ALL.into_iter().filter_map(|c| Some((c, amount(tariffs, c, cell)?))).collect(),
        split: split.as_ref().and_then(|split| split.get(cell)).cloned(),
    };
    tariffs.current.model.bands.cells().map(row).collect()
}

fn amount(tariffs: &Tariffs, column: Column, cell: Cell) -> Option<Traced<Rate>> {
    tariffs.get(column)?.base.as_ref()?.get(cell).cloned()
}

/// What the table in force pays the proposal's reference population a month; `None` without a table or a reference.
pub fn today_over_reference(tariffs: &Tariffs) -> Option<Traced<MonthlyMoney>> {
    over_reference(tariffs, Term::ReferenceTotal, tariffs.current.base.as_ref()?.iter())
}

/// What an amount of each cell comes to for the proposal's reference population a month.
pub(crate) fn over_reference<'a>(
    tariffs: &Tariffs,
    term: Term,
    rates: impl Iterator<Item = (Cell, &'a Traced<Rate>)>,
) -> Option<Traced<MonthlyMoney>> {
    let mix = tariffs.proposal.model.case_mix()?;
    let payment = |(cell, rate): (Cell, &'a Traced<Rate>)| {
        Some(mix.reference.listed_in(cell)?.times(Term::CellPayment(cell), rate))
    };
    Some(Traced::sum(term, rates.map(payment).collect::<Option<Vec<_>>>()?))
}

/// The change of the whole table between the years, over the proposal's reference population, in kronor a year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearChange {
    /// By the earlier table.
    pub from: Traced<YearlyMoney>,
    /// By the later table.
    pub to: Traced<YearlyMoney>,
    /// The part of the change that the cost share explains.
    pub by_share: Traced<YearlyMoney>,
    /// The rest of it.
    pub unexplained: Traced<YearlyMoney>,
    /// The whole change.
    pub total: Traced<YearlyMoney>,
    /// The later cost share by the earlier.
    pub share_ratio: Traced<Factor>,
    /// The later amount of each cell by the earlier, from the lowest.
    pub ratios: Vec<(Cell, Traced<Factor>)>,
}

impl YearChange {
    /// How large a part of the earlier table the change is, and how large a part of the change the share explains: whole per
    /// cent, without sign. `None` where nothing has changed.
    pub fn per_cent(&self) -> Option<[Decimal; 2]> {
        let of = |part: &Traced<YearlyMoney>, whole: &Traced<YearlyMoney>| {
            let share = part.value().decimal().checked_div(whole.value().decimal())?;
            let per_cent = share.abs().checked_mul(Decimal::ONE_HUNDRED)?;
            Some(per_cent.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero))
        };
        Some([of(&self.total, &self.from)?, of(&self.by_share, &self.total)?])
    }
}

/// The change; `None` without a table or a reference, or where an amount is not a number of times the earlier.
pub fn year_change(tariffs: &Tariffs) -> Option<YearChange> {
    let split = split_change(&tariffs.earlier, &tariffs.current)?;
    let over = |term, part: fn(&ChangeSplit) -> &Traced<Rate>| {
        let rates = split.iter().map(|(cell, split)| (cell, part(split)));
        over_reference(tariffs, term, rates).map(|month| month.per_year())
    };
    let (from, to) = (over(Term::ReferenceTotal, |split| &split.from)?, over(Term::ReferenceTotal, |split| &split.to)?);
    let ratio =
        |(cell, split): (Cell, &ChangeSplit)| Some((cell, split.to.divided_by(Term::AmountRatio(cell), &split.from)?));
    let mut ratios: Vec<(Cell, Traced<Factor>)> = split.iter().map(ratio).collect::<Option<_>>()?;
    ratios.sort_by_key(|(_, ratio)| ratio.value());
    Some(YearChange {
        total: change(&from, &to),
        by_share: over(Term::TableChangeByShare, |split| &split.by_share)?,
        unexplained: over(Term::TableChangeUnexplained, |split| &split.unexplained)?,
        share_ratio: share_ratio(&tariffs.earlier.cost_share, &tariffs.current.cost_share)?,
        from,
        to,
        ratios,
    })
}

/// A drug cost a month of the person that the readings of the share are shown by, in kronor: an example of ours.
pub const EXAMPLE_COST: u32 = 100;

/// The person's net under today's table by each reading of the share, at [`EXAMPLE_COST`].
pub fn nets_by_reading(tariffs: &Tariffs, who: &Persona) -> [(ShareReading, Traced<MonthlyMoney>); 2] {
    let person = Person { sex: who.sex, age: who.age, conditions: ConditionSet::EMPTY };
    let paid = person_paid(&tariffs.current, &person).outcome.payment;
    let cost = MonthlyMoney::of(Decimal::from(EXAMPLE_COST));
    [ShareReading::InTable, ShareReading::AtNet]
        .map(|reading| (reading, net(&paid, cost, &tariffs.current.cost_share, reading).net))
}
