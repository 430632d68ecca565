//! Where a list of vårdcentraler comes in: a file that is picked or dropped, or a paste. Knows nothing of what is in it.
use super::{HEADING, preview};
use crate::{
    components::{
        list_field::{drop_field, on_paste},
        parts::{all, button, el, say, text},
    },
    ctx::Ctx,
    dom,
    present::import_words::{alike_words, open_fault},
    tools::{
        staff_list::{StaffListStage, answer_alikes, begin, begin_text, leave, with},
        templates,
    },
    views::{alike_question, import_panel::stopped},
};
use web_sys::{Event, HtmlTextAreaElement};
use yew::{Callback, Html, MouseEvent, TargetCast, html};

const PASTE: &str = "staff-paste";
const ACCEPT: &str = ".xlsx,.xlsm,.ods,.csv,.tsv,.txt";

/// A callback that does something with the context.
pub fn on(ctx: &Ctx, act: impl Fn(&Ctx) + 'static) -> Callback<MouseEvent> {
    let ctx = ctx.clone();
    Callback::from(move |_| act(&ctx))
}

/// Leaves what was read, and the focus is where the list came in.
pub fn left(ctx: &Ctx) {
    leave(ctx);
    dom::focus(HEADING);
}

/// The two ways in, and the empty list.
pub fn ways(ctx: &Ctx) -> Html {
    let ways = el("div", &[("class", "import-ways")], vec![pick(ctx), paste(ctx)]);
    let template = button("plain", text(ctx.texts().list_template()), on(ctx, templates::practices));
    all(vec![ways, el("p", &[], vec![template])])
}

/// What has become of the list.
pub fn stage(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    match &ctx.state().tools.staff_list.stage {
        StaffListStage::Idle => Html::default(),
        StaffListStage::Working { name, .. } => {
            let said = if name.is_empty() { t.import_reading_paste().to_owned() } else { t.import_reading(name) };
            let said = el("span", &[("role", "status")], vec![say(said)]);
            let stop = button("", text(t.import_cancel()), on(ctx, left));
            el("div", &[("class", "import-working")], vec![said, stop])
        }
        StaffListStage::Read(reading) => preview::panel(ctx, reading),
        StaffListStage::Asked { name, alike, .. } => {
            let question = alike_question::question(ctx, alike_words(t, alike), answer_alikes);
            stopped(ctx, name, vec![question], left)
        }
        StaffListStage::Failed { name, error } => {
            let why = say(open_fault(t, error.as_ref()));
            stopped(ctx, name, vec![el("p", &[("class", "empty fault")], vec![why])], left)
        }
    }
}

fn pick(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    drop_field(ctx, ("staff-file", ACCEPT), (t.import_file(), t.import_file_about()), begin)
}

/// What is pasted takes the place of what stands in the box, and is read at once; what is typed is read by the button.
fn paste(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let typed = {
        let ctx = ctx.clone();
        Callback::from(move |event: Event| {
            let field: HtmlTextAreaElement = event.target_unchecked_into();
            with(&ctx, |tools| tools.text = field.value());
        })
    };
    let read = on(ctx, |ctx| {
        if let Some(field) = dom::element::<HtmlTextAreaElement>(PASTE) {
            begin_text(ctx, field.value());
        }
    });
    let value = ctx.state().tools.staff_list.text.clone();
    html! {
        <div class="paste">
            <label for={PASTE}>{ t.import_paste() }</label>
            <div>
                <textarea id={PASTE} rows="3" spellcheck="false" autocomplete="off" {value} onpaste={on_paste(ctx, begin_text)}
                onchange={typed} aria-describedby="staff-paste-about" />
                { button("", text(t.import_read()), read) }
            </div>
            <p class="about" id="staff-paste-about">{ t.staffregion_paste_about() }</p>
        </div>
    }
}
