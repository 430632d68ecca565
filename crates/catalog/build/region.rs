//! Regions and what they are made up by as Rust.
use crate::{
    cite::Cites,
    emit::{bands, text},
    mix::persons,
};
use model::{
    citation::Parameter,
    count::Count,
    rows::{Assumption, Region, RegionPopulation, RegionPractices},
};
use proc_macro2::TokenStream;
use quote::quote;

/// One region.
pub fn region(region: &Region, cites: &Cites) -> TokenStream {
    let (id, name, about) = (region.id.as_str(), text(&region.name), text(&region.about));
    let paid_by = match &region.paid_by {
        Some(words) => {
            let words = text(words);
            quote!(Some(#words))
        }
        None => quote!(None),
    };
    let (population, practices) = (population(&region.population, cites), practices(&region.practices, cites));
    quote!(Region { id: #id, name: #name, about: #about, paid_by: #paid_by, population: #population, practices: #practices })
}

fn population(population: &RegionPopulation, cites: &Cites) -> TokenStream {
    let (id, name, bands) = (population.id.as_str(), text(&population.name), bands(population.persons.bands()));
    let (listed, citation) = (persons(&population.persons), cites.cite(&population.citation));
    quote!(Population { id: #id, name: #name, bands: #bands, listed: #listed, citation: #citation })
}

fn practices(practices: &RegionPractices, cites: &Cites) -> TokenStream {
    match practices {
        RegionPractices::Lists { name, lists } => {
            let (name, lists) = (text(name), lists.iter().map(|list| listed(list, cites)));
            quote!(Practices::Lists(#name, &[#(#lists),*]))
        }
        RegionPractices::Drawn { name, practices, listed } => {
            let (name, persons, citation) = (text(name), listed.value.get(), cites.cite(&listed.citation));
            quote!(Practices::Drawn(#name, #practices, #persons, #citation))
        }
    }
}

fn listed(list: &Parameter<Count>, cites: &Cites) -> TokenStream {
    let (persons, citation) = (list.value.get(), cites.cite(&list.citation));
    quote!(Listed { listed: #persons, citation: #citation })
}

/// One number that regions are made up by.
pub fn assumption(row: &Assumption, cites: &Cites) -> TokenStream {
    let (id, name, value) = (row.id.as_str(), text(&row.name), cites.figure(&row.value));
    quote!(Assumption { id: #id, name: #name, value: #value })
}
