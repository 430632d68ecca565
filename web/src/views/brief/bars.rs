//! What a person brings as bars on the common scale of all persons: today dashed, the compared model by its parts. The
//! widths are attributes, as the page's security policy takes no style.
use super::chips::{Lit, is_lit, pointed};
use crate::{
    components::{
        figure::width_for,
        parts::{el, say, text},
        top_bar::column_name,
        value::value_saying,
    },
    ctx::Ctx,
    present::{
        amount::number,
        card_words::{change_words, kronor},
    },
};
use exchange::number::Sign;
use model::{compare::change, measure::Measure, outcome::PaidFor};
use report::{brief::PersonPaid, columns::Column};
use rust_decimal::{Decimal, RoundingStrategy};
use web_sys::MouseEvent;
use yew::{Html, html};

/// The part of the row that the longest bar takes, in per cent: the sum has room after it.
const LONGEST: Decimal = Decimal::from_parts(64, 0, 0, false, 0);
/// The row of a wide window and of a phone, px: numbers that do not fit are left out.
const ROW: u32 = 740;
/// Room of a digit in a bar, px.
const DIGIT: Decimal = Decimal::from_parts(9, 0, 0, false, 0);

/// Both bars.
pub(super) fn bars(
    ctx: &Ctx,
    (today, then): (&PersonPaid, &PersonPaid),
    (against, largest): (Column, Decimal),
    lit: &Lit,
) -> Html {
    let t = ctx.texts();
    let share = |of: &PersonPaid| part_of(of.outcome.payment.value().decimal(), largest);
    let was = html! {
        <svg class="was" width={per_cent(share(today) * LONGEST)} height="20" aria-hidden="true">
            <rect x="1" y="1" width="100%" height="18" />
        </svg>
    };
    let kr = kronor(t, today.whole());
    let was_kr = value_saying(ctx, today.outcome.payment.node(), "value was", t.why_button(&kr), say(kr));
    let kr = kronor(t, then.whole());
    let sum = if then.outcome.lines.len() > 1 { t.brief_sum(&kr) } else { kr.clone() };
    let sum = value_saying(ctx, then.outcome.payment.node(), "value sum", t.why_button(&kr), say(sum));
    let (sign, words, class) = change_words(t, today.whole(), then.whole());
    let node = change(&today.outcome.payment, &then.outcome.payment);
    let sign = el("span", &[("aria-hidden", "true")], vec![text(sign), text(" ")]);
    let face = html! { <span {class}>{ sign }{ words.clone() }</span> };
    let difference = value_saying(ctx, node.node(), "value change", t.why_button(&words), face);
    let class = match against {
        Column::Scenario => "scenario",
        Column::Proposal => "proposal",
        Column::Earlier | Column::Current => "earlier",
    };
    html! {
        <dl class="bars">
            <dt>{ t.brief_today() }</dt>
            <dd>{ was }{ was_kr }</dd>
            <dt class="strong">{ if against == Column::Earlier { t.compare_earlier() } else { column_name(t, against) } }</dt>
            <dd>
                <svg {class} width={per_cent(share(then) * LONGEST)} height="30" aria-hidden="true">
                    { parts(ctx, then, share(then), lit) }
                </svg>
                { sum }{ difference }
            </dd>
        </dl>
    }
}

/// The parts one after another, each with its number where it fits.
fn parts(ctx: &Ctx, paid: &PersonPaid, share: Decimal, lit: &Lit) -> Html {
    let whole = paid.outcome.payment.value().decimal();
    let row = Decimal::from(width_for(ROW)) * LONGEST / Decimal::ONE_HUNDRED;
    let parts = paid.parts();
    let alone = parts.len() == 1;
    let mut left = Decimal::ZERO;
    let drawn = parts.into_iter().map(|(line, kronor)| {
        let wide = part_of(line.amount.value().decimal(), whole) * Decimal::ONE_HUNDRED;
        let from = left;
        left += wide;
        let words = number(ctx.texts().lang, kronor, 0, Sign::Auto);
        let room = wide / Decimal::ONE_HUNDRED * share * row;
        let fits = !alone && room > DIGIT * Decimal::from(words.chars().count());
        let class = match (&line.paid_for, is_lit(lit, line)) {
            (PaidFor::Cell(_), false) => "base",
            (PaidFor::Cell(_), true) => "base lit",
            (_, false) => "part",
            (_, true) => "part lit",
        };
        let middle = per_cent(from + wide / Decimal::TWO);
        html! {
            <g {class} onmouseenter={pointed::<MouseEvent>(lit, Some(line))} onmouseleave={pointed::<MouseEvent>(lit, None)}>
                <rect x={per_cent(from)} y="0" width={per_cent(wide)} height="30" />
                if fits { <text x={middle} y="15">{ words }</text> }
            </g>
        }
    });
    drawn.collect()
}

/// The share, from nothing to all: what is below zero has no length.
fn part_of(part: Decimal, whole: Decimal) -> Decimal {
    part.max(Decimal::ZERO).checked_div(whole).unwrap_or_default().clamp(Decimal::ZERO, Decimal::ONE)
}

fn per_cent(value: Decimal) -> String {
    let short = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    [&short.normalize().to_string(), "%"].concat()
}
