//! The sources that a practice's payments stand on: each once, with how firm what is taken from it is.
use super::term::status;
use crate::ctx::Ctx;
use model::{
    citation::{Citation, Status},
    id::Id,
    payment_model::PaymentModel,
};
use report::columns::Column;
use std::rc::Rc;

/// A line for each source: title, publisher, date and status.
pub fn used_sources(ctx: &Ctx) -> Vec<String> {
    let tariffs = &ctx.state().tariffs;
    let mut found: Vec<(Id, Vec<Status>)> = Vec::new();
    for tariff in Column::ALL.into_iter().filter_map(|column| tariffs.get(column)) {
        citations(&tariff.model, &mut |citation| note(&mut found, citation));
    }
    found.iter().filter_map(|(id, statuses)| line(ctx, id, statuses)).collect()
}

fn note(found: &mut Vec<(Id, Vec<Status>)>, citation: &Citation) {
    if let Some((_, statuses)) = found.iter_mut().find(|(id, _)| *id == citation.source) {
        if !statuses.contains(&citation.status) {
            statuses.push(citation.status);
        }
    } else {
        found.push((citation.source.clone(), vec![citation.status]));
    }
}

fn citations(model: &PaymentModel, tell: &mut impl FnMut(&Rc<Citation>)) {
    tell(&model.citation);
    tell(&model.cost_share.citation);
    model.capitation().iter().flat_map(|table| table.rates.iter()).for_each(|(_, rate)| tell(&rate.citation));
    if let Some(mix) = model.case_mix() {
        mix.factors().for_each(|factor| tell(&factor.weight.citation));
        tell(&mix.reference.citation);
    }
}

fn line(ctx: &Ctx, id: &Id, statuses: &[Status]) -> Option<String> {
    let (t, source) = (ctx.texts(), ctx.catalogue().source(id)?);
    let statuses: Vec<&str> = statuses.iter().map(|one| status(t, *one)).collect();
    let row = t.source_row(&source.title, &source.publisher, &source.date);
    Some(t.handout_source(&row, &statuses.join(", ")))
}
