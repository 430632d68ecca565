//! What was just done without being asked for, with the way back, for six seconds; longer while it is pointed at or has the
//! focus. Knows nothing of what was done.
use crate::{
    ctx::{Ctx, CtxProps},
    state::Action,
};
use gloo_timers::callback::Timeout;
use yew::{Callback, Html, component, html, use_effect_with, use_state};

const SHOWN_MS: u32 = 6_000;

/// The line at the bottom; an empty live region while there is nothing to say.
#[component]
pub fn Toast(props: &CtxProps) -> Html {
    let ctx = &props.ctx;
    let t = ctx.texts();
    let held = use_state(|| false);
    let told = ctx.state().told;
    {
        let (ctx, held) = (ctx.clone(), *held);
        use_effect_with((told, held), move |(told, held)| {
            let wait = told.filter(|_| !*held).map(|_| Timeout::new(SHOWN_MS, move || ctx.send(Action::Tell(None))));
            move || drop(wait)
        });
    }
    let hold = |on: bool| {
        let held = held.clone();
        move || held.set(on)
    };
    let content = told.map(|_| {
        let [enter, leave, focus, blur] = [hold(true), hold(false), hold(true), hold(false)];
        html! {
            <div class="toast" onmouseenter={Callback::from(move |_| enter())} onmouseleave={Callback::from(move |_| leave())}
                onfocusin={Callback::from(move |_| focus())} onfocusout={Callback::from(move |_| blur())}>
                <p>{ t.told_scenario() }</p>
                <button type="button" onclick={undo(ctx)}>{ t.undo() }</button>
                <button type="button" class="icon" aria-label={t.close()} onclick={ctx.on(Action::Tell(None))}>
                    { super::icon::Icon::Close.html() }
                </button>
            </div>
        }
    });
    html! { <div role="status">{ content }</div> }
}

fn undo(ctx: &Ctx) -> Callback<web_sys::MouseEvent> {
    ctx.on(Action::Undo)
}
