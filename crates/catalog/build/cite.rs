//! Citations as Rust, each different one once.
use crate::emit::{option, status, text};
use model::{
    citation::{Citation, Parameter},
    measure::Measure,
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use rust_decimal::Decimal;
use std::cell::RefCell;

/// The citations met so far; a figure names its own by position.
#[derive(Default)]
pub struct Cites(RefCell<Vec<Citation>>);

impl Cites {
    /// A reference to the citation.
    pub fn cite(&self, citation: &Citation) -> TokenStream {
        let mut all = self.0.borrow_mut();
        let position = all.iter().position(|known| known == citation).unwrap_or_else(|| {
            all.push(citation.clone());
            all.len() - 1
        });
        let position = Literal::usize_unsuffixed(position);
        quote!(&CITATIONS[#position])
    }

    /// A figure with its citation.
    pub fn figure<T: Measure>(&self, parameter: &Parameter<T>) -> TokenStream {
        let (value, citation) = (decimal(parameter.value.decimal()), self.cite(&parameter.citation));
        quote!(Figure { value: #value, citation: #citation })
    }

    /// The table of all citations.
    pub fn table(&self) -> TokenStream {
        let rows = self.0.borrow().iter().map(citation).collect::<Vec<_>>();
        let count = rows.len();
        quote!(pub static CITATIONS: [Citation; #count] = [#(#rows),*];)
    }
}

/// The exact number, as the compiler can work it out before the page starts.
pub fn decimal(value: Decimal) -> TokenStream {
    let parts = value.unpack();
    let (lo, mid, hi, negative, scale) = (parts.lo, parts.mid, parts.hi, parts.negative, parts.scale);
    quote!(Decimal::from_parts(#lo, #mid, #hi, #negative, #scale))
}

fn citation(citation: &Citation) -> TokenStream {
    let (source, heading, status) = (citation.source.as_str(), &*citation.heading, status(citation.status));
    let lines = option(citation.lines.map(|(first, last)| quote!((#first, #last))));
    let note = option(citation.note.as_ref().map(text));
    quote!(Citation { source: #source, heading: #heading, lines: #lines, status: Status::#status, note: #note })
}
