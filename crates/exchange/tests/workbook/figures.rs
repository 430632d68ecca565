//! Every figure of the core stands in the book once, with its value.
use super::{
    make::{all, columns, file, nodes, practice, sheet},
    read::{Sheet, part, read},
};
use exchange::workbook::{BookRow, Cell};
use model::trace::{How, Node};
use std::{collections::BTreeMap, rc::Rc};

fn binary(node: &Node) -> f64 {
    node.value.value.to_string().parse().unwrap()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1e-9)
}

#[test]
fn every_figure_has_its_value_and_every_figure_that_is_no_leaf_a_formula() {
    for (name, tariffs) in all() {
        let columns = columns(&tariffs, &practice(&tariffs));
        let sheets = read(&file(&columns));
        let shown = sheet(&columns);
        let on_sheet = &sheets["PracticeSheet"];
        let mut seen = Vec::new();
        for (row, cells) in (0u32..).zip(&shown.rows) {
            let BookRow::Cells(cells) = cells else { continue };
            for (column, cell) in (0u32..).zip(cells) {
                let Cell::Figure(node) = cell else { continue };
                let value = binary(node);
                let told = on_sheet.numbers[&(row, column)];
                assert!(close(told, value), "{name}: {:?} is {told}, not {value}", node.term);
                let has_formula = on_sheet.formulas.contains_key(&(row, column));
                let first = !seen.contains(&node);
                assert_eq!(has_formula, node.how != How::Input || !first, "{name}: {:?}", node.term);
                seen.push(node);
            }
        }
        assert!(seen.len() > 400, "{name}: only {} figures", seen.len());
    }
}

#[test]
fn what_no_sheet_shows_stands_once_on_the_sheets_of_calculation_and_parameters() {
    for (name, tariffs) in all() {
        let columns = columns(&tariffs, &practice(&tariffs));
        let sheets = read(&file(&columns));
        let shown: Vec<_> = sheet(&columns).rows.into_iter().flat_map(figures).collect();
        let is_parameter = |node: &Node| matches!(node.how, How::Parameter(_) | How::Edited { .. });
        let distinct = distinct(nodes(&columns));
        let expected = distinct.iter().filter(|node| is_parameter(node) || !shown.contains(node));
        let mut expected: Vec<_> = expected.map(|node| row_of(format!("{:?}", node.term), binary(node))).collect();
        let made = ["CalculationSheet", "ParameterSheet"].into_iter().filter_map(|name| sheets.get(name));
        let mut told: Vec<_> = made.flat_map(rows).collect();
        expected.sort();
        told.sort();
        assert!(told.len() > 90, "{name}: {} rows", told.len());
        assert_eq!(told, expected, "{name}");
    }
}

/// Label and value to nine digits.
fn row_of(label: String, value: f64) -> (String, String) {
    (label, format!("{value:.9e}"))
}

fn rows(sheet: &Sheet) -> Vec<(String, String)> {
    let labels = sheet.texts.iter().filter(|((_, column), _)| *column == 0);
    labels.filter_map(|((row, _), label)| Some(row_of(label.clone(), *sheet.numbers.get(&(*row, 1))?))).collect()
}

/// Every node once, whichever pointer it has.
fn distinct(nodes: Vec<Rc<Node>>) -> Vec<Rc<Node>> {
    let mut by_name: BTreeMap<(String, String), Vec<Rc<Node>>> = BTreeMap::new();
    for node in nodes {
        let same = by_name.entry(row_of(format!("{:?}", node.term), binary(&node))).or_default();
        if !same.contains(&node) {
            same.push(node);
        }
    }
    by_name.into_values().flatten().collect()
}

fn figures(row: BookRow) -> Vec<Rc<Node>> {
    let BookRow::Cells(cells) = row else { return Vec::new() };
    let figure = |cell| if let Cell::Figure(node) = cell { Some(node) } else { None };
    cells.into_iter().filter_map(figure).collect()
}

#[test]
fn parameters_name_their_source_and_status() {
    let (_, tariffs) = all().remove(0);
    let columns = columns(&tariffs, &practice(&tariffs));
    let sheets = read(&file(&columns));
    let sheet = &sheets["ParameterSheet"];
    let row_of = |label: &str| sheet.texts.iter().find(|(_, text)| *text == label).unwrap().0.0;
    let first = tariffs.proposal.model.case_mix().unwrap().conditions[0].id.clone();
    let weight = row_of(&format!("FactorRate({first:?})"));
    assert_eq!(sheet.texts[&(weight, 3)], "Illustrative");
    assert!(sheet.texts.contains_key(&(weight, 5)) && sheet.texts.contains_key(&(weight, 8)), "source and place");
    let share: Vec<_> = sheet.texts.iter().filter(|(at, text)| at.1 == 0 && *text == "CostShare").collect();
    let originals: Vec<_> = share.iter().filter_map(|(at, _)| sheet.numbers.get(&(at.0, 4))).collect();
    assert_eq!(originals, [&0.7], "the source's own share beside the user's 0.65");
}

#[test]
fn the_file_tells_who_made_it_and_when_and_is_the_same_each_time() {
    let (_, tariffs) = all().remove(3);
    let columns = columns(&tariffs, &practice(&tariffs));
    let bytes = file(&columns);
    assert_eq!(bytes, file(&columns));
    let core = part(&bytes, "docProps/core.xml");
    for told in ["<dc:title>A practice<", "<dc:creator>Viktat 0<", "2026-05-07T00:00:00Z"] {
        assert!(core.contains(told), "{told} in {core}");
    }
    let cover = &read(&bytes)["CoverSheet"];
    assert_eq!(cover.texts[&(2, 0)], "=1+1 is a text");
    assert!(cover.formulas.is_empty() && cover.texts.values().any(|text| text == "PracticeSheet"));
}

#[test]
fn a_sheet_is_printed_on_a4_across_and_its_headings_stay() {
    let (_, tariffs) = all().remove(3);
    let bytes = file(&columns(&tariffs, &practice(&tariffs)));
    let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
    for told in
        ["paperSize=\"9\"", "orientation=\"landscape\"", "fitToHeight=\"0\"", "state=\"frozen\"", "ySplit=\"4\""]
    {
        assert!(sheet.contains(told), "{told}");
    }
}
