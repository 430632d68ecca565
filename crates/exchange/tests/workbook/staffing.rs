//! Fast läkarkontakt as a workbook: the situation, the list by its work, the cross-checks and the plan to 2040.
use super::{
    make::{all, book, d, practice},
    read::read,
};
use exchange::workbook::{BookRow, Cell, Sheet, write};
use model::{
    count::Count,
    measure::{Fte, Measure},
    staffing::{
        demand::demand,
        item::Item,
        need::need,
        plan::{PlanYear, Stock},
        situation::{Situation, situation},
        staff::{Inputs, Staff},
        wisn::wisn,
    },
    trace::Node,
};
use report::staffing_plan::plan;
use std::rc::Rc;

/// What a practice has entered, beside its list and two kinds of doctors.
pub const ENTERED: [(&str, &str); 28] = [
    ("named", "5200"),
    ("heads.specialist", "6"),
    ("heads.st", "3"),
    ("fte.st2", "1.5"),
    ("heads.st2", "2"),
    ("cover.st2", "400"),
    ("fte.locum", "0.5"),
    ("heads.locum", "1"),
    ("cover.locum", "800"),
    ("duty.specialist.supervision", "0.1"),
    ("visitsPerListed", "2"),
    ("visitsPerDay", "20"),
    ("visitDays", "220"),
    ("workDays", "179"),
    ("workHours", "8"),
    ("volume.visits", "10000"),
    ("hoursEach.visits", "0.25"),
    ("sharedWork", "0.1"),
    ("ownWork", "500"),
    ("planned.recruited.2027", "1"),
    ("planned.retiring.2029", "1"),
    ("planned.stStarts.2028", "2"),
    ("recruitFte", "0.9"),
    ("leaving", "0.04"),
    ("stLeaving", "0.05"),
    ("staying", "0.8"),
    ("growth", "0.01"),
    ("costPerFte", "1200000"),
];

/// The figures of 8,000 listed with so many heltid of specialists, 2 of ST doctors, and the numbers entered.
pub fn figures(specialists: &str, entered: &[(&str, &str)]) -> Vec<Rc<Node>> {
    let (guideline, shipped) = (catalog::shipped().guideline, catalog::staffing());
    let tariffs = all().remove(0).1;
    let list = practice(&tariffs);
    let mut staff = Staff::of(Count::from(8_000), Fte::of(d(specialists)), Fte::of(d("2")));
    let read = |(key, value): &(&str, &str)| (Item::read(key).unwrap_or_else(|| panic!("{key}")), Some(d(value)));
    staff.enter(&entered.iter().map(read).collect::<Vec<_>>());
    let of = Inputs { guideline: &guideline, staff: &staff, shipped: &shipped };
    let now = situation(&of);
    let reference = &tariffs.proposal.model.case_mix().unwrap().reference;
    let need = need(&of, &now, (&list.listed, &list.affected), reference).unwrap();
    let (demand, wisn) = (demand(&of, &now).unwrap(), wisn(&of, &now).unwrap());
    let mut figures = of_situation(&now);
    figures.extend([need.index.node(), need.list.node(), need.gap.node()].map(Rc::clone));
    figures.extend([demand.per_fte.node(), demand.need.node(), demand.gap.node()].map(Rc::clone));
    figures.extend([wisn.basic.node(), wisn.need.node(), wisn.gap.node()].map(Rc::clone));
    figures.extend(plan(&of, &now).unwrap().years.iter().flat_map(of_year));
    figures
}

fn of_situation(now: &Situation) -> Vec<Rc<Node>> {
    let outcome = &now.outcome;
    let mut nodes: Vec<Rc<Node>> =
        now.doctors.iter().flat_map(|of| [of.time.node(), of.covers.node()].map(Rc::clone)).collect();
    nodes.extend([now.listed.node(), now.by_others.node(), outcome.capacity.node(), outcome.gap.node()].map(Rc::clone));
    nodes.extend(outcome.gap_fte.iter().map(|of| Rc::clone(of.node())));
    nodes.extend(outcome.per_specialist.iter().map(|of| Rc::clone(of.node())));
    nodes.extend(now.unnamed.iter().map(|of| Rc::clone(of.node())));
    nodes
}

fn of_year(year: &PlanYear) -> Vec<Rc<Node>> {
    let both = |stock: &Stock| [stock.heads.node(), stock.fte.node()].map(Rc::clone);
    let flows = &year.flows;
    let stocks = [&flows.recruited, &flows.retired, &flows.left, &flows.stayed, &year.specialists, &year.st];
    let mut nodes: Vec<Rc<Node>> = stocks.into_iter().flat_map(both).collect();
    nodes.extend([year.listed.node(), year.capacity.node(), year.gap.node()].map(Rc::clone));
    nodes.extend(year.cost.iter().map(|of| Rc::clone(of.node())));
    nodes
}

/// The figures, one a row, as a book.
pub fn staffing_book(specialists: &str, entered: &[(&str, &str)]) -> Vec<u8> {
    let row =
        |node: &Rc<Node>| BookRow::Cells(vec![Cell::Text(format!("{:?}", node.term)), Cell::Figure(Rc::clone(node))]);
    let rows = figures(specialists, entered).iter().map(row).collect();
    write(&book(vec![Sheet { name: "Staffing".to_owned(), rows }])).unwrap()
}

#[test]
fn every_figure_of_the_plan_is_a_formula_or_a_cell_to_write_in() {
    let sheets = read(&staffing_book("5", &ENTERED));
    let (figures, sheet) = (figures("5", &ENTERED), &sheets["Staffing"]);
    assert!(figures.len() > 200, "{}", figures.len());
    for (row, node) in (0..).zip(&figures) {
        let told: f64 = node.value.value.to_string().parse().unwrap();
        assert!((sheet.numbers[&(row, 1)] - told).abs() < 1e-9, "row {row}: {node:?}");
        let is_written_in = node.how == model::trace::How::Input;
        assert_eq!(
            sheet.formulas.contains_key(&(row, 1)),
            !is_written_in || is_again(&figures, row),
            "{:?}",
            node.term
        );
    }
    let inputs = &sheets["InputSheet"].texts;
    assert!(inputs.values().any(|text| text.contains("VisitsPerDay")), "what no sheet shows can be changed too");
    assert!(sheets["ParameterSheet"].texts.values().any(|text| text.contains("Leaving")));
}

/// Whether an earlier row shows the same input.
fn is_again(figures: &[Rc<Node>], row: u32) -> bool {
    let row = row as usize;
    figures[..row].iter().any(|earlier| earlier.term == figures[row].term && earlier.how == figures[row].how)
}
