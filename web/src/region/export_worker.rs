//! The region's outcome as the same JSON that the command `viktat` gives. Knows no page.
use super::{
    changes::Changed,
    order::{Exported, Protect},
    region_summary::rules,
};
use crate::state::PageCatalogue;
use exchange::region_json;
use model::{id::Id, payment_model::PaymentModel, tariff::Tariff};
use register::{register::Origin, summary::Summary};
use std::rc::Rc;

/// A region, for a document.
pub struct ExportedRegion<'a> {
    /// Where it comes from.
    pub origin: Origin,
    /// What the practices are called.
    pub practices: &'a [String],
    /// Its conditions.
    pub conditions: &'a [Id],
    /// Its sums, with a lane for each of the compared models.
    pub summary: &'a Summary,
    /// How many practices were put together in them.
    pub together: usize,
    /// What else is to be said of it.
    pub note: Option<&'a str>,
}

/// The document of the compared models under a scenario; `None` when it cannot be worked out. A scenario that pays as the
/// proposal does is left out.
pub fn exported(region: &ExportedRegion<'_>, scenario: &Changed, protect: Option<&Protect>) -> Option<Exported> {
    let persons: u64 = region.summary.practices.iter().map(|sums| sums.listed).sum();
    if protect.is_some_and(|protect| persons < protect.fewest.into()) {
        return None;
    }
    let catalogue = PageCatalogue::shipped()?;
    let own = scenario.model(&catalogue)?;
    let [earlier, current, proposal, _] = rules(&catalogue, scenario.of_model())?;
    let tariff = |model: &Rc<PaymentModel>| model.tariff().ok();
    let mut tariffs: Vec<Tariff> = [&earlier, &current, &proposal].into_iter().map(tariff).collect::<Option<_>>()?;
    if *own != *proposal {
        tariffs.push(tariff(&own)?);
    }
    let ExportedRegion { origin, practices, conditions, summary, together, note } = *region;
    // the lanes are those of the compared columns, of which the table in force is the second
    let of = region_json::Of { origin, cost_year: current.cost_year, today: Some(1), practices, conditions };
    let mut document = match protect {
        Some(protect) => region_json::published(&of, summary, &tariffs, (protect.fewest, together)),
        None => region_json::document(&of, summary, &tariffs),
    }?;
    document.note = note.map(str::to_owned);
    Some(Exported { text: region_json::write(&document), fewest: protect.map(|protect| protect.fewest) })
}
