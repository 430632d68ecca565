//! The licences of what the page is made of: fetched and shown when they are asked for. Knows none of them.
use crate::{
    components::parts::{all, button, el, paragraph, say, text},
    ctx::CtxProps,
    text::licenses,
};
use yew::{Callback, Html, component, platform::spawn_local, use_state};

/// What has become of the text.
#[derive(PartialEq)]
enum LicenseStage {
    Unasked,
    Here(String),
    Failed,
}

/// The text, or the way to it.
#[component]
pub fn Licenses(props: &CtxProps) -> Html {
    let t = props.ctx.texts();
    let stage = use_state(|| LicenseStage::Unasked);
    let fetch = {
        let stage = stage.clone();
        Callback::from(move |_| {
            let stage = stage.clone();
            spawn_local(async move { stage.set(licenses().await.map_or(LicenseStage::Failed, LicenseStage::Here)) });
        })
    };
    let shown = match &*stage {
        LicenseStage::Here(found) => {
            let label = ("aria-label", t.method_licenses());
            let fixed = [("class", "licenses"), ("tabindex", "0"), ("role", "group"), ("lang", "en"), label];
            return el("pre", &fixed, vec![say(found.clone())]);
        }
        LicenseStage::Unasked => Html::default(),
        LicenseStage::Failed => paragraph("fault", t.licenses_failed()),
    };
    all(vec![paragraph("", t.licenses_about()), shown, button("", text(t.licenses_show()), fetch)])
}
