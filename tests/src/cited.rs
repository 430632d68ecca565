//! What the catalogue has taken from a document, by line. The documents are not in the repository, so these figures are
//! what a worked example that cites the same lines is read against.
use catalog::Catalogue;
use model::{citation::Citation, measure::Measure, rows::RegionPractices};
use rust_decimal::Decimal;
use std::rc::Rc;

/// A place in a document, with the figure that stands there if it is one.
pub struct Place {
    /// The figure.
    pub value: Option<Decimal>,
    /// The heading.
    pub heading: Rc<str>,
    /// First and last line.
    pub lines: (u32, u32),
}

/// Every place that the catalogue cites of the document: its source is the one whose description names the file.
pub fn places(document: &str) -> Vec<Place> {
    let catalogue = catalog::shipped();
    let source = catalogue.sources.iter().find(|source| source.about.sv.contains(document));
    let Some(source) = source else { return Vec::new() };
    let all = figures(&catalogue).into_iter().chain(others(&catalogue));
    let of_source = all.filter(|(_, citation)| citation.source == source.id);
    let place = |(value, citation): (Option<Decimal>, Rc<Citation>)| {
        Some(Place { value, heading: Rc::clone(&citation.heading), lines: citation.lines? })
    };
    of_source.filter_map(place).collect()
}

/// The amounts, the cost shares, the guideline and the lists of the regions.
fn figures(catalogue: &Catalogue) -> Vec<(Option<Decimal>, Rc<Citation>)> {
    let rates = catalogue.models.iter().filter_map(|model| model.capitation()).flat_map(|table| table.rates.iter());
    let rates = rates.map(|(_, rate)| (rate.value.decimal(), &rate.citation));
    let shares = catalogue.models.iter().map(|model| (model.cost_share.value.decimal(), &model.cost_share.citation));
    let doctors = [&catalogue.guideline.specialist, &catalogue.guideline.st];
    let doctors = doctors.map(|doctor| (doctor.value.decimal(), &doctor.citation));
    let regions = catalog::regions();
    let lists = regions.iter().flat_map(|region| match &region.practices {
        RegionPractices::Lists { lists, .. } => lists.as_slice(),
        RegionPractices::Drawn { .. } => &[],
    });
    let lists = lists.map(|list| (list.value.get().into(), &list.citation));
    let all = rates.chain(shares).chain(doctors).chain(lists);
    all.map(|(value, citation)| (Some(value), Rc::clone(citation))).collect()
}

/// What is cited for something else than a figure.
fn others(catalogue: &Catalogue) -> Vec<(Option<Decimal>, Rc<Citation>)> {
    let models = catalogue.models.iter().map(|model| &model.citation);
    let persons = catalogue.persons.iter().map(|person| &person.citation);
    let open = catalogue.inconsistencies.iter().map(|row| &row.citation);
    models.chain(persons).chain(open).map(|citation| (None, Rc::clone(citation))).collect()
}
