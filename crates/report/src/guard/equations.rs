//! What is published of a practice: every count, and every total of them that the page shows or exports. Decides
//! nothing.
use super::{Equation, Guardable, Guarded, Total};
use crate::columns::{Column, Tariffs};
use model::{measure::Measure, outcome::PaidFor, practice::Practice, sex::Sex, tariff::Tariff};
use rust_decimal::Decimal;

/// The counts and totals of a practice under every model that can be worked out.
pub fn of_practice(practice: &Practice, tariffs: &Tariffs, threshold: u32) -> Guarded {
    let listed = practice.listed.iter().map(|(cell, count)| Guardable { what: PaidFor::Cell(cell), count: *count });
    let affected = practice.affected.iter();
    let affected = affected.map(|(id, count)| Guardable { what: PaidFor::Factor(id.clone()), count: *count });
    let counts: Vec<Guardable> = listed.chain(affected).collect();
    let columns: Vec<(Column, &Tariff)> =
        Column::ALL.into_iter().filter_map(|column| Some((column, &**tariffs.get(column)?))).collect();
    let equations = Published { counts: &counts, practice, today: &tariffs.current, columns }.equations();
    Guarded { counts, equations, threshold }
}

struct Published<'a> {
    counts: &'a [Guardable],
    practice: &'a Practice,
    today: &'a Tariff,
    columns: Vec<(Column, &'a Tariff)>,
}

impl Published<'_> {
    /// Those that are missed least first.
    fn equations(&self) -> Vec<Equation> {
        let bands = self.practice.listed.bands().bands().iter();
        let bands =
            bands.map(|band| self.equation(Total::Band(*band), |what| ones(is_cell(what, |c| c.band == *band))));
        let sexes = Sex::ALL.map(|sex| self.equation(Total::Sex(sex), |what| ones(is_cell(what, |c| c.sex == sex))));
        let of_models: [(OfColumn, Part); 5] = [
            (Total::Change, Part::Change),
            (Total::CaseMix, Part::Factors),
            (Total::Capitation, Part::Cells),
            (Total::Net, Part::All),
            (Total::Payment, Part::All),
        ];
        let of_models = of_models.into_iter().flat_map(|(total, part)| {
            let equation = move |(column, tariff): &(Column, &Tariff)| {
                self.equation(total(*column), |what| self.amount(tariff, what, part))
            };
            self.columns.iter().map(equation)
        });
        let listed = self.equation(Total::Listed, |what| ones(is_cell(what, |_| true)));
        bands.chain(sexes).chain(of_models).chain([listed]).collect()
    }

    fn equation(&self, total: Total, coefficient: impl Fn(&PaidFor) -> Decimal) -> Equation {
        Equation { total, coefficients: self.counts.iter().map(|count| coefficient(&count.what)).collect() }
    }

    fn amount(&self, tariff: &Tariff, what: &PaidFor, part: Part) -> Decimal {
        let paid = amount(tariff, what);
        match (part, what) {
            (Part::Change, _) => paid - amount(self.today, what),
            (Part::Factors, PaidFor::Cell(_)) | (Part::Cells, PaidFor::Factor(_)) => Decimal::ZERO,
            _ => paid,
        }
    }
}

type OfColumn = fn(Column) -> Total;

/// What of a model's payment a total has.
#[derive(Clone, Copy)]
enum Part {
    Change,
    Factors,
    Cells,
    All,
}

/// What a person is paid for in kronor a month; nothing where the model does not pay.
fn amount(tariff: &Tariff, what: &PaidFor) -> Decimal {
    let rate = match what {
        PaidFor::Cell(cell) => tariff.base.as_ref().and_then(|base| base.get(*cell)),
        PaidFor::Factor(id) => tariff.factors.iter().find(|factor| factor.id == *id).map(|factor| &factor.rate),
    };
    rate.map_or(Decimal::ZERO, |rate| rate.value().decimal())
}

fn is_cell(what: &PaidFor, is: impl Fn(model::cell::Cell) -> bool) -> bool {
    matches!(what, PaidFor::Cell(cell) if is(*cell))
}

fn ones(is: bool) -> Decimal {
    if is { Decimal::ONE } else { Decimal::ZERO }
}
