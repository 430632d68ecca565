//! A field of a tool: a label, a number, what it means, and what is wrong with the text where it cannot be read. Knows
//! no tool.
use super::parts::{el, element, say, text};
use crate::{ctx::Ctx, present::fault::number_fault, state::Draft};
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, Html, TargetCast, html};

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
        let onchange = {
            let ctx = ctx.clone();
            Callback::from(move |event: Event| {
                let input: HtmlInputElement = event.target_unchecked_into();
                take(&ctx, input.value());
            })
        };
        let input = html! {
            <input type="text" inputmode="decimal" autocomplete="off" spellcheck="false" id={self.id}
                class={if self.draft.is_some() { "number faulty" } else { "number" }} {value} {onchange}
                aria-invalid={self.draft.is_some().then_some("true")} aria-describedby={described} />
        };
        let label = element("label", &[], vec![("for", self.id.into())], vec![text(self.label)]);
        let fixed = [("class", "fault entry-fault"), ("role", "alert")];
        let fault = element("p", &fixed, vec![("id", fault.into())], vec![say(wrong)]);
        let about = element("p", &[("class", "about")], vec![("id", about.into())], vec![text(self.about)]);
        el("div", &[("class", "labelled")], vec![label, input, fault, about])
    }
}
