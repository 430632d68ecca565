//! A file read chunk by chunk, with every check that the page makes. Knows no models.
use crate::{model::Models, region::Region};
use register::{
    conditions::Conditions,
    ingest::{Limits, Reader},
};
use rust_decimal::prelude::ToPrimitive;
use wasm_bindgen::prelude::wasm_bindgen;

/// A file on its way in.
#[wasm_bindgen]
pub struct Reading {
    reader: Reader,
}

#[wasm_bindgen]
impl Reading {
    /// For a file of so many bytes that tells of the region's conditions.
    pub fn begin(region: &Region, bytes: u32) -> Self {
        Self { reader: Reader::new(region.conditions(), Limits::default()).of_size(u64::from(bytes)) }
    }

    /// The same where there is no region yet.
    pub fn alone(bytes: u32) -> Option<Self> {
        let models = Models::new()?;
        let known = Conditions::of_models([&*models.paying]).ok()?;
        Some(Self { reader: Reader::new(&known, Limits::default()).of_size(u64::from(bytes)) })
    }

    /// The next bytes.
    pub fn push(&mut self, chunk: &[u8]) {
        self.reader.push(chunk);
    }

    /// The persons that were read; `undefined` when there is none.
    pub fn region(self) -> Option<Region> {
        Region::of(Models::new()?, self.reader.finish().register?)
    }

    /// Persons read, the sum of their costs in öre, rows left out, faults told.
    pub fn end(self) -> Vec<f64> {
        let outcome = self.reader.finish();
        let costs = outcome.register.iter().flat_map(|register| register.columns().3);
        let cost: u64 = costs.map(|cost| u64::from(*cost)).sum();
        let number = |n: u64| n.to_f64().unwrap_or(f64::NAN);
        vec![number(outcome.read), number(cost), number(outcome.left_out), number(outcome.faults.total())]
    }
}
