//! Which part of the practice is an estimate, in words.
use crate::{ctx::Ctx, tools::practice::practice};

/// A sentence for all that shows or takes away a figure of the practice; none where all of it is known.
pub fn rough_words(ctx: &Ctx) -> Option<String> {
    let (t, practice) = (ctx.texts(), practice(ctx)?);
    let (rough, of) = (practice.rough.len(), ctx.state().factors().len());
    let [rough_text, of_text] = [rough, of].map(|count| count.to_string());
    match (practice.list_is_rough, rough) {
        (true, 0) => Some(t.rough_said_list().to_owned()),
        (true, all) if all == of => Some(t.rough_said_all().to_owned()),
        (true, _) => Some(t.rough_said_list_and(&rough_text, &of_text)),
        (false, 0) => None,
        (false, _) => Some(t.rough_said_conditions(&rough_text, &of_text)),
    }
}
