//! A field of a tool: a label, a number, what it means, and what is wrong with the text where it cannot be read. Knows
//! no tool.
use super::{
    parts::{el, element, say, text},
    typed_input::TypedInput,
};
use crate::{ctx::Ctx, present::fault::number_fault, state::Draft};
use yew::{Callback, Html, html};

/// A field and what stands in it.
pub struct EntryField<'a> {
    /// Unique on the page.
    pub id: &'static str,
    /// Its label.
    pub label: &'static str,
    /// What it means.
    pub about: &'static str,
    /// The number in force, written.
    pub value: String,
    /// The text that could not be read.
    pub draft: Option<&'a Draft>,
}

impl EntryField<'_> {
    /// The field; `take` gets the text when it is left.
    pub fn html(&self, ctx: &Ctx, take: impl Fn(&Ctx, String) + 'static) -> Html {
        let (about, fault) = ([self.id, "-about"].concat(), [self.id, "-fault"].concat());
        let value = self.draft.map_or_else(|| self.value.clone(), |draft| draft.text.clone());
        let described = if self.draft.is_some() { fault.clone() } else { about.clone() };
        let wrong = self.draft.map(|draft| number_fault(ctx.texts(), &draft.error)).unwrap_or_default();
        let take = {
            let ctx = ctx.clone();
            Callback::from(move |text| take(&ctx, text))
        };
        let class = if self.draft.is_some() { "number faulty" } else { "number" };
        let input = html! {
            <TypedInput id={self.id.to_owned()} {class} {value} {take} invalid={self.draft.is_some()} {described} />
        };
        let label = element("label", &[], vec![("for", self.id.into())], vec![text(self.label)]);
        let fixed = [("class", "fault entry-fault"), ("role", "alert")];
        let fault = element("p", &fixed, vec![("id", fault.into())], vec![say(wrong)]);
        let about = element("p", &[("class", "about")], vec![("id", about.into())], vec![text(self.about)]);
        el("div", &[("class", "labelled")], vec![label, input, fault, about])
    }
}
