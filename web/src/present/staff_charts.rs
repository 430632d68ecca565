//! The list as figures: whom specialists, ST doctors and others cover, and who are beyond.
use super::{
    amount::{Show, amount, number},
    charts::DrawnChart,
    export::DataTable,
};
use crate::text::Texts;
use charts::{Figure, FigureGroup, Pictogram, Size, pictogram};
use exchange::number::Sign;
use model::{
    measure::{Measure, Persons, PersonsPerFte},
    staffing::{item::Group, situation::Situation},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// More figures than this nobody counts.
const MOST_FIGURES: u32 = 120;

/// Persons who are covered by some doctors, or by none.
pub struct Covered {
    /// What they are called beside their number.
    pub name: &'static str,
    /// The form of their figures.
    pub figure: Figure,
    /// How many they are.
    pub persons: Decimal,
    /// How many of them have figures: nobody is covered twice.
    drawn: Decimal,
}

/// Whom the doctors cover, group by group; those of the list beyond; and those beyond the list whom they would cover.
pub fn covered(t: Texts, found: &Situation) -> Vec<Covered> {
    let mut left = found.listed.value().decimal();
    let by = [
        (
            t.staff_by_specialists(),
            Figure::Solid,
            &found.outcome.by_specialists,
            found.told.contains(&Group::Specialist),
        ),
        (t.staff_by_st(), Figure::Pale, &found.outcome.by_st, found.told.contains(&Group::St)),
        (t.staff_by_others(), Figure::Hollow, &found.by_others, found.by_others.value() != Persons::ZERO),
    ];
    let mut groups = Vec::new();
    for (name, figure, persons, told) in by {
        let persons = persons.value().decimal();
        let drawn = persons.min(left).max(Decimal::ZERO);
        left -= drawn;
        if told {
            groups.push(Covered { name, figure, persons, drawn });
        }
    }
    let gap = found.outcome.gap.value().decimal();
    if gap > Decimal::ZERO {
        groups.push(Covered { name: t.staff_beyond_doctors(), figure: Figure::Dotted, persons: gap, drawn: gap });
    } else if gap < Decimal::ZERO {
        groups.push(Covered { name: t.staff_beyond_list(), figure: Figure::Hollow, persons: -gap, drawn: -gap });
    }
    groups
}

/// What the guideline says of one doctor of each kind.
pub fn guideline(t: Texts, [specialist, st]: [PersonsPerFte; 2]) -> Vec<Covered> {
    let of = |name, figure, persons: PersonsPerFte| {
        let persons = persons.decimal();
        Covered { name, figure, persons, drawn: persons }
    };
    vec![of(t.staff_by_one_specialist(), Figure::Solid, specialist), of(t.staff_by_one_st(), Figure::Pale, st)]
}

/// The figures, and with a key when they stand alone.
pub fn people(t: Texts, width: u32, groups: &[Covered], with_key: bool) -> DrawnChart {
    let whole = |persons: Decimal| number(t.lang, persons, 0, Sign::Auto);
    let label = |of: &Covered| [&*whole(of.persons), " ", of.name].concat();
    let float = |of: Decimal| of.to_f64().unwrap_or(0.0);
    let group = |of: &Covered| FigureGroup {
        label: if with_key { label(of) } else { String::new() },
        figure: of.figure,
        count: float(of.drawn),
    };
    let mut chart = Pictogram {
        size: Size { width, height: 0 },
        alt: String::new(),
        per_figure: f64::from(each(groups)),
        groups: groups.iter().map(group).collect(),
    };
    chart.size.height = chart.height().unwrap_or(width);
    let rows = groups.iter().map(|of| (of.name.to_owned(), vec![Some(of.persons)])).collect();
    let headings = vec![t.staffing_results().to_owned(), t.staffing_axis().to_owned()];
    DrawnChart { drawing: pictogram(&chart), table: DataTable { headings, rows, decimals: 0, whole: 0 } }
}

/// "En figur är 100 listade."
pub fn key(t: Texts, groups: &[Covered]) -> String {
    t.pictogram_key(&number(t.lang, Decimal::from(each(groups)), 0, Sign::Auto))
}

/// The list's part that the doctors cover, as the title of the figure.
pub fn title(t: Texts, found: &Situation) -> String {
    let coverage = found.outcome.coverage.as_ref();
    t.staffing_chart_title(&coverage.map(|of| amount(t, of.node().value, Show::Percent, false)).unwrap_or_default())
}

/// How many persons one figure stands for, so that few enough are drawn: 1, 2, 5, 10 …
fn each(groups: &[Covered]) -> u32 {
    let all = groups.iter().map(|of| of.drawn).sum::<Decimal>();
    let mut each = 1;
    for times in [2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000] {
        if all <= Decimal::from(each) * Decimal::from(MOST_FIGURES) {
            break;
        }
        each = times;
    }
    each
}
