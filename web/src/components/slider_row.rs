//! A weight as a row: its name, a slider, a field and the way back. What it was before a change is a tick on the slider.
//! Knows no view.
use super::{
    icon::Icon,
    number_field::{FieldPlace, NumberField},
    parts::{el, element, say},
};
use crate::{ctx::Ctx, state::Action};
use exchange::number::echo;
use model::{
    edit::Edit,
    id::Id,
    measure::{Measure, Weight},
    value::Key,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, InputEvent, MouseEvent};
use yew::{Callback, Event, Html, TargetCast, html};

/// A weight that can be moved.
pub struct SliderRow {
    /// The factor.
    pub id: Id,
    /// Its place in the model.
    pub place: usize,
    /// Its name.
    pub name: String,
    /// What is said under the name, if anything.
    pub about: Option<String>,
    /// Its weight, or the one that is tried.
    pub weight: Weight,
    /// What it was before it was changed.
    pub before: Option<Weight>,
    /// "var 250 kr", where it is changed.
    pub was: Option<String>,
    /// Where the slider ends.
    pub highest: Decimal,
    /// The field's place in a table that takes a paste, if it stands in one.
    pub in_table: Option<FieldPlace>,
}

impl SliderRow {
    /// The row, with what stands last in it.
    pub fn html(&self, ctx: &Ctx, beside: Option<Html>) -> Html {
        let t = ctx.texts();
        let changed = self.before.is_some();
        let sign = changed.then(|| html! { <span class="against-mark scenario" aria-hidden="true">{ "◆ " }</span> });
        let was = self.was.clone().map(|was| el("span", &[("class", "was")], vec![say(was)]));
        let about = self.about.clone().map(|about| el("span", &[("class", "criterion")], vec![say(about)]));
        let name = html! { <span class="name">{ sign }{ self.name.clone() }{ was }{ about }</span> };
        let key = Key::Weight(self.id.clone());
        let value = echo(self.weight.decimal(), ctx.state().notation());
        let field = NumberField { key: key.clone(), value, place: self.in_table, about: None, id: None };
        let back = t.model_reset_label(&self.name);
        let reset = reset(ctx, key);
        let class = if changed { "slider-row changed" } else { "slider-row" };
        html! {
            <div {class}>
                { name }
                <div class="slide">{ self.track() }{ self.slider(ctx) }</div>
                { field.html(ctx) }
                <button type="button" class="icon back" aria-label={back.clone()} title={back} onclick={reset}
                    disabled={!changed}>{ Icon::Undo.html() }</button>
                { beside }
            </div>
        }
    }

    /// How far along the slider a weight lies, of a hundred.
    fn along(&self, weight: Weight) -> String {
        let part = weight.decimal().to_f64().zip(self.highest.to_f64()).map(|(at, of)| 100.0 * at / of);
        part.unwrap_or(0.0).clamp(0.0, 100.0).to_string()
    }

    /// What lies behind the thumb: the way to it, and the tick where it was.
    fn track(&self) -> Html {
        let line = |class: &'static str, from: &str, to: String| {
            let ends = vec![("x1", from.to_owned().into()), ("x2", to.into())];
            element("line", &[("class", class), ("y1", "8"), ("y2", "8")], ends, Vec::new())
        };
        let tick = self.before.map(|before| {
            let at = self.along(before);
            let ends = vec![("x1", at.clone().into()), ("x2", at.into())];
            element("line", &[("class", "tick"), ("y1", "1"), ("y2", "15")], ends, Vec::new())
        });
        let lines = vec![
            line("rail", "0", "100".to_owned()),
            line("way", "0", self.along(self.weight)),
            tick.unwrap_or_default(),
        ];
        let fixed = [("viewBox", "0 0 100 16"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")];
        element("svg", &fixed, Vec::new(), lines)
    }

    fn slider(&self, ctx: &Ctx) -> Html {
        let read = |input: &HtmlInputElement| input.value().parse::<Decimal>().ok().map(Weight::of);
        let oninput = {
            let (ctx, place) = (ctx.clone(), self.place);
            Callback::from(move |event: InputEvent| {
                if let Some(weight) = read(&event.target_unchecked_into()) {
                    ctx.send_in_frame(Action::Try(Some((place, weight))));
                }
            })
        };
        let onchange = {
            let (ctx, id) = (ctx.clone(), self.id.clone());
            Callback::from(move |event: Event| {
                if let Some(weight) = read(&event.target_unchecked_into()) {
                    ctx.send(Action::Edit(Edit::set(Key::Weight(id.clone()), weight)));
                }
                ctx.send(Action::Try(None));
            })
        };
        // a drag that the browser takes over ends without a change
        let given_up = || ctx.on::<web_sys::PointerEvent>(Action::Try(None));
        html! {
            <input type="range" class="range" min="0" max={self.highest.to_string()} step="1" aria-label={self.name.clone()}
                value={self.weight.decimal().to_f64().unwrap_or(0.0).to_string()} {oninput} {onchange}
                onpointercancel={given_up()} ontouchcancel={ctx.on(Action::Try(None))} />
        }
    }
}

/// Takes the change back. The button goes with it, so the focus moves to the slider.
fn reset(ctx: &Ctx, key: Key) -> Callback<MouseEvent> {
    let ctx = ctx.clone();
    Callback::from(move |event: MouseEvent| {
        let button: Element = event.target_unchecked_into();
        let row = button.closest(".slider-row").ok().flatten();
        let slider = row.and_then(|row| row.query_selector("input.range").ok().flatten());
        if let Some(slider) = slider.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            let _ = slider.focus();
        }
        ctx.send(Action::Edit(Edit::reset(key.clone())));
    })
}
