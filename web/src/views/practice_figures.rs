//! What lies behind the payments of the user's own practice: figure by figure, as far as what has been entered goes.
use super::{practice_chance, practice_drivers, practice_pyramid, practice_waterfall};
use crate::{
    components::{
        figure::{Figure, figure},
        parts::{all, paragraph},
    },
    ctx::Ctx,
    present::{guarding::Guarding, rough_words::rough_words},
    tools::{guard::Leaving, practice::practice},
};
use model::{practice::Practice, tariff::Tariff};
use report::{
    columns::Column,
    drivers::Drivers,
    practice::{PracticeColumn, practice_columns},
};
use std::rc::Rc;
use yew::Html;

/// A practice today and under a model that pays for conditions.
pub struct Pair<'a> {
    /// Today.
    pub today: &'a PracticeColumn,
    /// Under the model.
    pub then: &'a PracticeColumn,
    /// The model.
    pub tariff: &'a Rc<Tariff>,
    /// The practice.
    pub practice: &'a Practice,
}

/// Why the payment is another than today's, in a presentation of the practice as others may see it.
pub fn why(ctx: &Ctx) -> Html {
    let Some(practice) = shown(ctx) else { return nobody(ctx) };
    let columns = columns_of(ctx, &practice);
    let mut parts = Vec::new();
    if let Some(pair) = pair(ctx, &columns, &practice) {
        parts.extend([practice_waterfall::steps(ctx, &pair), practice_drivers::persons(ctx, &pair)]);
    }
    parts.push(practice_pyramid::ages(ctx, &practice));
    all(parts)
}

/// What chance does, of the same practice.
pub fn chance(ctx: &Ctx) -> Html {
    shown(ctx).map_or_else(|| nobody(ctx), |practice| practice_chance::chance(ctx, &columns_of(ctx, &practice)))
}

fn nobody(ctx: &Ctx) -> Html {
    paragraph("empty", ctx.texts().practice_empty())
}

fn shown(ctx: &Ctx) -> Option<Practice> {
    if ctx.state().present { Guarding::of(ctx).practice() } else { Some(practice(ctx)?.practice.clone()) }
}

/// The conditions that make the difference of a pair.
pub fn source_drivers(pair: &Pair<'_>) -> Option<Drivers> {
    practice_drivers::found(pair)
}

fn columns_of(ctx: &Ctx, practice: &Practice) -> Vec<PracticeColumn> {
    practice_columns(&ctx.state().tariffs, practice, ctx.state().scenario().practice().reading)
}

/// Today and the leading model, or the proposal when the leading one has no conditions.
pub fn pair<'a>(ctx: &'a Ctx, columns: &'a [PracticeColumn], practice: &'a Practice) -> Option<Pair<'a>> {
    let tariffs = &ctx.state().tariffs;
    let of = |column| columns.iter().find(|c| c.column == column);
    let with_conditions = |column: &Column| tariffs.get(*column).is_some_and(|t| t.model.case_mix().is_some());
    let wanted = [ctx.state().compared, Column::Proposal].into_iter().find(with_conditions)?;
    Some(Pair { today: of(Column::Current)?, then: of(wanted)?, tariff: tariffs.get(wanted)?, practice })
}

/// A figure of all counts of the practice. Where some are hidden, the same made of the published practice leaves the page.
pub fn practice_figure(ctx: &Ctx, own: Figure, make: impl FnOnce(&Practice) -> Option<Figure>) -> Html {
    let whole = Leaving::of_whole_practice(ctx, (own.clone(), rough_words(ctx).unwrap_or_default()));
    let leaving = whole.or_else(|| {
        let published = Leaving::of(&Guarding::of(ctx), published).transpose()?;
        published.map(|(practice, note)| Some((make(&practice)?, note))).transpose()
    });
    figure(ctx, &own, leaving)
}

/// The practice as others may see it, and what is said beside what is made of it.
fn published(guarding: &Guarding<'_>) -> Option<(Practice, String)> {
    let about = guarding.texts.figure_approximate().to_owned();
    let note: Vec<String> = guarding.sentences().into_iter().chain([about]).collect();
    Some((guarding.practice()?, note.join(" ")))
}

/// A figure of today and the leading model.
pub fn pair_figure(ctx: &Ctx, own: Figure, make: fn(&Ctx, &Pair<'_>) -> Option<Figure>) -> Html {
    practice_figure(ctx, own, |practice| make(ctx, &pair(ctx, &columns_of(ctx, practice), practice)?))
}

/// The model in running text: "förslaget", "mitt scenario".
pub fn model_words(ctx: &Ctx, column: Column) -> &'static str {
    match column {
        Column::Earlier => ctx.texts().brief_lead_model_earlier(),
        Column::Current => ctx.texts().brief_lead_model_current(),
        Column::Proposal => ctx.texts().brief_lead_model_proposal(),
        Column::Scenario => ctx.texts().brief_lead_model_scenario(),
    }
}
