//! Regions from the static tables.
use super::{Lowering, bands, mix::persons, text};
use crate::{Assumption, Region, raw};
use model::{
    citation::Parameter,
    count::Count,
    id::Id,
    rows::{RegionPopulation, RegionPractices},
};

impl Lowering {
    pub(crate) fn region(&self, region: &'static raw::Region) -> Option<Region> {
        let bands = bands(region.population.bands)?;
        let population = RegionPopulation {
            id: Id::new(region.population.id),
            name: text(&region.population.name),
            persons: persons(&bands, region.population.listed)?,
            citation: self.cite(region.population.citation),
        };
        let practices = self.practices(&region.practices)?;
        Some(Region {
            id: Id::new(region.id),
            name: text(&region.name),
            about: text(&region.about),
            paid_by: region.paid_by.as_ref().map(text),
            population,
            practices,
        })
    }

    fn practices(&self, practices: &'static raw::Practices) -> Option<RegionPractices> {
        Some(match practices {
            raw::Practices::Lists(name, rows) => {
                let lists = rows.iter().map(|row| self.listed(row)).collect::<Option<_>>()?;
                RegionPractices::Lists { name: text(name), lists }
            }
            raw::Practices::Drawn(name, practices, listed, citation) => {
                let listed = Parameter::sourced(Count::new(u64::from(*listed))?, self.cite(citation));
                RegionPractices::Drawn { name: text(name), practices: *practices, listed }
            }
        })
    }

    fn listed(&self, row: &'static raw::Listed) -> Option<Parameter<Count>> {
        Some(Parameter::sourced(Count::new(u64::from(row.listed))?, self.cite(row.citation)))
    }

    pub(crate) fn assumption(&self, row: &'static raw::Assumption) -> Assumption {
        Assumption { id: Id::new(row.id), name: text(&row.name), value: self.figure(&row.value) }
    }
}
