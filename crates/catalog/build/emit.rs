//! The library as Rust: static tables of the types in `raw`.
use crate::{
    cite::{Cites, decimal},
    mix, region,
};
use model::{
    age::AgeBands,
    atc::AtcCode,
    capitation::Capitation,
    citation::{Source, Status},
    localized::Localized,
    payment_model::PaymentModel,
    proxy::Dispensing,
    sex::Sex,
};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use schema::{Inconsistency, LeftOut, Library, Persona, PublishedResult};

/// Every table.
pub fn library(library: &Library) -> TokenStream {
    let cites = Cites::default();
    let models = table("MODELS", "Model", library.models.iter().map(|m| payment_model(m, &cites)));
    let sources = table("SOURCES", "Source", library.sources.iter().map(source));
    let persons = table("PERSONS", "Person", library.persons.iter().map(|p| person(p, &cites)));
    let open = library.inconsistencies.iter().map(|i| inconsistency(i, &cites));
    let open = table("INCONSISTENCIES", "Inconsistency", open);
    let results = library.results.iter().map(|row| result(row, &cites));
    let results = table("RESULTS", "PublishedResult", results);
    let left_out = table("LEFT_OUT", "LeftOut", library.left_out.iter().map(|l| left(l, &cites)));
    let regions = table("REGIONS", "Region", library.regions.iter().map(|r| region::region(r, &cites)));
    let synthetic = library.synthetic.iter().map(|row| region::assumption(row, &cites));
    let synthetic = table("SYNTHETIC", "Assumption", synthetic);
    let (specialist, st) = (cites.figure(&library.guideline.specialist), cites.figure(&library.guideline.st));
    let staffing = library.staffing.numbers.iter().map(|(item, number)| {
        let (key, number) = (item.key(), cites.figure(number));
        quote!((#key, #number))
    });
    let staffing = quote!(pub static STAFFING: &[(&str, Figure)] = &[#(#staffing),*];);
    let residuals = library.residuals.iter().map(|(model, figure)| {
        let (model, figure) = (model.as_str(), cites.figure(figure));
        quote!((#model, #figure))
    });
    let residuals = quote!(pub static RESIDUALS: &[(&str, Figure)] = &[#(#residuals),*];);
    let correlation = cites.figure(&library.year_correlation);
    let reach = cites.figure(&library.interval_reach);
    let citations = cites.table();
    quote! {
        #citations #models #sources #persons #open #results #left_out #regions #synthetic #staffing #residuals
        pub static SPECIALIST: Figure = #specialist;
        pub static ST: Figure = #st;
        pub static YEAR_CORRELATION: Figure = #correlation;
        pub static INTERVAL_REACH: Figure = #reach;
    }
}

fn table(name: &str, kind: &str, rows: impl Iterator<Item = TokenStream>) -> TokenStream {
    let (name, kind) = (word(name), word(kind));
    quote!(pub static #name: &[#kind] = &[#(#rows),*];)
}

/// A name in the written code.
pub fn word(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// `Some(…)` or `None`.
pub fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote!(None), |value| quote!(Some(#value)))
}

/// A text in both languages.
pub fn text(text: &Localized) -> TokenStream {
    let (sv, en) = (&*text.sv, &*text.en);
    quote!(Text { sv: #sv, en: #en })
}

/// The name of the status.
pub fn status(status: Status) -> Ident {
    word(match status {
        Status::Decided => "Decided",
        Status::Guideline => "Guideline",
        Status::Reported => "Reported",
        Status::Reading => "Reading",
        Status::Proposed => "Proposed",
        Status::Illustrative => "Illustrative",
    })
}

/// The name of the sex.
pub fn sex(sex: Sex) -> Ident {
    word(if sex == Sex::Woman { "Woman" } else { "Man" })
}

/// A list of drug classes.
pub fn classes(classes: &[AtcCode]) -> TokenStream {
    let classes = classes.iter().map(AtcCode::as_str);
    quote!(&[#(#classes),*])
}

fn payment_model(model: &PaymentModel, cites: &Cites) -> TokenStream {
    let (id, name, about) = (model.id.as_str(), text(&model.name), text(&model.about));
    let (year, cost_year) = (model.year, model.cost_year);
    let (status, citation) = (status(model.status), cites.cite(&model.citation));
    let bands = bands(&model.bands);
    let table = option(model.capitation().map(|table| rates(table, cites)));
    let mix = option(model.case_mix().map(|mix| mix::case_mix(mix, cites)));
    let cost_share = cites.figure(&model.cost_share);
    quote!(Model {
        id: #id, name: #name, about: #about, year: #year, cost_year: #cost_year, status: Status::#status,
        citation: #citation, bands: #bands, table: #table, mix: #mix, cost_share: #cost_share
    })
}

fn rates(table: &Capitation, cites: &Cites) -> TokenStream {
    let rates = table.rates.iter().map(|(_, rate)| cites.figure(rate));
    quote!(&[#(#rates),*])
}

/// Lowest and highest age of each band.
pub fn bands(bands: &AgeBands) -> TokenStream {
    let bands = bands.bands().iter().map(|band| {
        let (low, high) = (band.low, option(band.high.map(|high| quote!(#high))));
        quote!((#low, #high))
    });
    quote!(&[#(#bands),*])
}

fn source(source: &Source) -> TokenStream {
    let (id, title, publisher, date) = (source.id.as_str(), &*source.title, &*source.publisher, &*source.date);
    let about = text(&source.about);
    quote!(Source { id: #id, title: #title, publisher: #publisher, date: #date, about: #about })
}

fn person(person: &Persona, cites: &Cites) -> TokenStream {
    let (id, name, about) = (person.id.as_str(), text(&person.name), text(&person.about));
    let (sex, age, citation) = (sex(person.sex), person.age, cites.cite(&person.citation));
    let dispensed = person.dispensed.iter().map(dispensing);
    let remark = option(person.remark.as_ref().map(text));
    quote!(Person {
        id: #id, name: #name, about: #about, sex: Sex::#sex, age: #age, dispensed: &[#(#dispensed),*],
        remark: #remark, citation: #citation
    })
}

fn dispensing(drug: &Dispensing) -> TokenStream {
    let (atc, months_ago, packages, ddd) = (drug.atc.as_str(), drug.months_ago, drug.packages, decimal(drug.ddd));
    quote!(Drug { atc: #atc, months_ago: #months_ago, packages: #packages, ddd: #ddd })
}

fn inconsistency(open: &Inconsistency, cites: &Cites) -> TokenStream {
    let (id, text, citation) = (open.id.as_str(), text(&open.text), cites.cite(&open.citation));
    quote!(Inconsistency { id: #id, text: #text, citation: #citation })
}

fn result(row: &PublishedResult, cites: &Cites) -> TokenStream {
    let (id, text, citation) = (row.id.as_str(), text(&row.text), cites.cite(&row.citation));
    quote!(PublishedResult { id: #id, text: #text, citation: #citation })
}

fn left(left: &LeftOut, cites: &Cites) -> TokenStream {
    let (model, id, name) = (left.model.as_str(), left.id.as_str(), text(&left.name));
    let (classes, reason, citation) = (classes(&left.classes), text(&left.reason), cites.cite(&left.citation));
    quote!(LeftOut {
        model: #model, id: #id, name: #name, classes: #classes, reason: #reason, citation: #citation
    })
}
