//! A figure of a whole region: quick to show, and worked out exactly, with its explanation, only when it is asked why.
use crate::{
    ctx::Ctx,
    lazy,
    present::amount::{Show, amount},
    state::Action,
};
use model::{
    quantity::{Quantity, Unit},
    trace::Node,
};
use rust_decimal::{Decimal, RoundingStrategy::MidpointAwayFromZero, prelude::FromPrimitive};
use std::rc::Rc;
use yew::{Callback, Html, MouseEvent, html};

/// A figure as it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quick {
    /// The number, in the unit.
    pub value: f64,
    /// The unit.
    pub unit: Unit,
    /// How it is written.
    pub show: Show,
    /// Whether a gain has a plus.
    pub signed: bool,
}

impl Quick {
    /// The number as it is shown, and how many decimals of its unit that leaves.
    fn rounded(self) -> (Quantity, i32) {
        let digits = self.show.digits();
        let value = Decimal::from_f64(self.value).unwrap_or_default();
        let scale = u32::try_from(digits).unwrap_or(0);
        (Quantity { value: value.round_dp_with_strategy(scale, MidpointAwayFromZero), unit: self.unit }, digits)
    }

    /// In words, with its unit.
    pub fn words(self, ctx: &Ctx) -> String {
        let value = Decimal::from_f64(self.value).unwrap_or_default();
        amount(ctx.texts(), Quantity { value, unit: self.unit }, self.show, self.signed)
    }
}

/// A button with the figure; pressed, it works the figure out exactly and opens the explanation. In a presentation of the
/// user's own register it is the figure alone.
pub fn lazy_value(ctx: &Ctx, quick: Quick, exactly: impl Fn(&Ctx) -> Option<Rc<Node>> + 'static) -> Html {
    let shown = quick.words(ctx);
    // what it was made of has single persons in it
    if !lazy::may_explain_region(ctx) {
        return Html::from(shown);
    }
    let (rounded, digits) = quick.rounded();
    let label = ctx.texts().why_button(&shown);
    let press = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(node) = exactly(&ctx) {
                ctx.send(Action::Why(Some(node)));
            }
        })
    };
    html! {
        <button type="button" class="value" data-value={rounded.value.normalize().to_string()}
            data-digits={digits.to_string()} aria-haspopup="dialog" aria-label={label} onclick={press}>{ shown }</button>
    }
}
