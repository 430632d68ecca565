//! A region that is passed on: short lists put together, small counts told as others, and the document coarser for it. What
//! is worked out without this is for whoever has the file anyway.
use crate::{failure::Failure, source::Source};
use exchange::region_json::{Document, FitJson, Of, document, published};
use model::{bounds::USUAL_THRESHOLD, tariff::Tariff};
use register::{merge::Merge, register::Origin, summary::Summary};
use std::{
    io::{self, Write},
    path::Path,
};

/// The threshold that is named where none was asked for.
const USUAL: u64 = USUAL_THRESHOLD as u64;

/// What is protected; nothing where it was not asked for and where nobody is real.
#[derive(Clone, Copy, Debug, Default)]
pub struct Protection {
    fewest: Option<u64>,
    together: usize,
    persons: u64,
}

impl Protection {
    /// The region with short lists put together. Errors: so few persons in all that nothing can be passed on.
    pub fn of(source: Source, fewest: Option<u32>) -> Result<(Source, Self), Failure> {
        let Some(fewest) = fewest.map(u64::from).filter(|_| source.origin() == Origin::Own) else {
            return Ok((source, Self::default()));
        };
        let listed = source.listed();
        let persons = listed.iter().sum();
        if (1..fewest).contains(&persons) {
            let why = format!("The region has fewer than {fewest} persons, so nothing of it can be passed on.");
            return Err(Failure::content(why));
        }
        let Some(merge) = Merge::of(&listed, fewest) else {
            return Ok((source, Self { fewest: Some(fewest), together: 0, persons }));
        };
        let name = format!("Small practices together ({})", merge.together());
        let together = merge.together();
        Ok((source.merged(&merge, name), Self { fewest: Some(fewest), together, persons }))
    }

    /// The document as it is passed on; `None` when a sum is too large.
    pub fn document(self, of: &Of<'_>, summary: &Summary, tariffs: &[Tariff]) -> Option<Document> {
        match self.counts() {
            Some(fewest) => published(of, summary, tariffs, (fewest, self.together)),
            None => document(of, summary, tariffs),
        }
    }

    /// The counts as they are passed on.
    pub fn summary(self, summary: Summary) -> Summary {
        self.counts().map(|fewest| summary.told(fewest)).unwrap_or(summary)
    }

    /// The fit as it is passed on.
    pub fn fit(self, fit: FitJson) -> FitJson {
        match self.fewest {
            Some(fewest) => fit.published(self.persons, fewest),
            None => fit,
        }
    }

    fn counts(self) -> Option<u32> {
        self.fewest.map(|fewest| u32::try_from(fewest).unwrap_or(u32::MAX))
    }

    /// Says on standard error that single persons are told exactly, where they are and nobody asked for them not to be.
    pub fn warn(self, path: &Path, source: &Source) {
        let few = source.listed().into_iter().filter(|listed| (1..USUAL).contains(listed)).count();
        if self.fewest.is_none() && source.origin() == Origin::Own && few > 0 {
            let file = path.display();
            let said = format!("{file}: practices with fewer than {USUAL} listed are told one by one: {few}.");
            let _ = writeln!(io::stderr(), "{said} Give --protect before this is passed on.");
        }
    }
}
