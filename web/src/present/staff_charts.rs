//! The doctors as figures.
use super::{
    amount::{Show, amount, number},
    charts::DrawnChart,
    export::DataTable,
    staff_words,
};
use crate::text::Texts;
use charts::{Figure, FigureGroup, Pictogram, Role, Shade, Size, pictogram};
use exchange::number::Sign;
use model::{
    measure::{Fte, Measure},
    staffing::{item::Group, situation::Situation},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// More figures than this nobody counts.
const MOST_FIGURES: u32 = 120;

/// One figure a heltid: specialists, ST doctors at half height, others hollow, and what the gap comes to dotted.
pub fn doctors(texts: Texts, width: u32, found: &Situation) -> DrawnChart {
    let gap = found.outcome.gap_fte.as_ref().map_or(Fte::ZERO, |gap| gap.value());
    let gap = gap.max(Fte::ZERO).decimal();
    let groups = [
        (vec![Group::Specialist], Figure::Solid, gap),
        (vec![Group::St], Figure::Half, Decimal::ZERO),
        (Group::BEYOND_GUIDELINE.to_vec(), Figure::Hollow, Decimal::ZERO),
    ];
    let groups = groups.map(|(groups, figure, gap)| (heltid(found, &groups), groups, figure, gap));
    let most = groups.iter().map(|(count, _, _, gap)| count + gap).sum::<Decimal>();
    let each = each(most);
    let row = |(count, of, figure, gap): &(Decimal, Vec<Group>, Figure, Decimal)| FigureGroup {
        label: name(texts, of),
        value_label: amount(texts, Fte::of(*count).quantity(), Show::Fte, false),
        role: Role::Proposal,
        shade: Shade::Strong,
        figure: *figure,
        count: count.to_f64().unwrap_or(0.0),
        gap: gap.to_f64().unwrap_or(0.0),
    };
    let shown = groups.iter().filter(|(count, of, ..)| !count.is_zero() || of.contains(&Group::Specialist));
    let one = number(texts.lang, Decimal::from(each), 0, Sign::Auto);
    let mut chart = Pictogram {
        size: Size { width, height: 0 },
        alt: String::new(),
        per_figure: f64::from(each),
        key: texts.pictogram_key(&one),
        gap_key: if gap.is_zero() { String::new() } else { texts.pictogram_gap().to_owned() },
        groups: shown.clone().map(row).collect(),
    };
    chart.size.height = chart.height().unwrap_or(width);
    let rows = shown.map(|(count, of, ..)| (name(texts, of), vec![Some(*count)]));
    let rows = rows.chain([(texts.term_gap_fte().to_owned(), vec![Some(gap)])]).collect();
    let headings = vec![texts.staff_kind().to_owned(), texts.staff_fte().to_owned()];
    DrawnChart { drawing: pictogram(&chart), table: DataTable { headings, rows, decimals: 2, whole: 0 } }
}

/// The heltid of the groups' doctors that is for the listed.
fn heltid(found: &Situation, groups: &[Group]) -> Decimal {
    let here = found.doctors.iter().filter(|doctors| groups.contains(&doctors.kind.group()));
    here.map(|doctors| doctors.time.value().decimal()).sum()
}

fn name(texts: Texts, groups: &[Group]) -> String {
    let names: Vec<&str> = groups.iter().map(|group| staff_words::group(texts, *group)).collect();
    let words = match names.as_slice() {
        [one, two] => texts.pictogram_both(one, two),
        names => names.concat(),
    };
    staff_words::capital(&words)
}

/// How many heltid one figure stands for, so that few enough are drawn: 1, 2, 5, 10 …
fn each(heltid: Decimal) -> u32 {
    let mut each = 1;
    for times in [2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000] {
        if heltid <= Decimal::from(each) * Decimal::from(MOST_FIGURES) {
            break;
        }
        each = times;
    }
    each
}
