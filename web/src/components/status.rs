//! One sentence after each change, for those who hear the page. Waits until the changes pause.
use crate::{ctx::Ctx, lazy, state::View};
use gloo_timers::callback::Timeout;
use web_sys::Element;
use yew::{Html, hook, html, use_effect_with, use_memo, use_node_ref};

const PAUSE_MS: u32 = 700;

/// The live region. Its text is put there directly: drawing the page anew for it would take away what is being typed.
#[hook]
pub fn use_status(ctx: &Ctx) -> Html {
    let region = use_node_ref();
    let sentence = use_memo(ctx.as_of(ctx.state().rested()), sentence);
    {
        let region = region.clone();
        use_effect_with(sentence, move |sentence| {
            let sentence = sentence.clone();
            let timeout = Timeout::new(PAUSE_MS, move || {
                if let Some(element) = region.cast::<Element>() {
                    element.set_text_content(Some(&sentence));
                }
            });
            move || drop(timeout)
        });
    }
    html! { <div ref={region} role="status" class="unseen"></div> }
}

fn sentence(ctx: &Ctx) -> String {
    let (state, texts) = (ctx.state(), ctx.texts());
    if state.tariffs.scenario.is_err() {
        return texts.status_broken().to_owned();
    }
    match state.view {
        // what is presented is heard by others as well
        View::Practice if state.present => String::new(),
        View::Practice => lazy::practice_status(ctx),
        View::Staffing => lazy::staffing_status(ctx),
        _ => match state.scenario().differences().len() {
            0 => texts.status_same().to_owned(),
            count => texts.status_changed(&count.to_string()),
        },
    }
}
