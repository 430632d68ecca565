//! The link as a QR code, for those who see the screen. Only where the address leads others to the page.
use super::import_panel::on;
use crate::{
    components::parts::{el, element, paragraph},
    ctx::Ctx,
    tools::{
        change,
        take_away::{address, is_local},
    },
};
use exchange::qr::{Qr, qr};
use yew::{AttrValue, Html, html};

/// A button and, once pressed, the code.
pub fn code(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    if is_local() {
        return Html::default();
    }
    let open = ctx.state().tools.take_away.qr;
    let press = on(ctx, |ctx| change(ctx, |tools| tools.take_away.qr = !tools.take_away.qr));
    let button = html! {
        <button type="button" aria-expanded={open.to_string()} onclick={press}>{ t.take_qr() }</button>
    };
    let below = match open.then(|| qr(&address(ctx))) {
        None => Vec::new(),
        Some(Ok(code)) => vec![drawing(t.take_qr_text(), &code)],
        Some(Err(_)) => vec![paragraph("fault", t.take_qr_too_long())],
    };
    el("div", &[("class", "qr")], vec![button, el("div", &[], below)])
}

/// Dark on light whatever the theme: readers expect it.
fn drawing(alt: &'static str, code: &Qr) -> Html {
    let side = code.modules.to_string();
    let square = ["M0 0h", &side, "v", &side, "h-", &side, "z"].concat();
    let path = |fill, outline: String| element("path", &[("fill", fill)], vec![("d", outline.into())], Vec::new());
    let extent = [("viewBox", ["0 0 ", &side, " ", &side].concat().into())];
    let parts = vec![path("white", square), path("black", code.path.to_string())];
    let svg = element("svg", &[("shape-rendering", "crispEdges")], extent.into(), parts);
    element("div", &[("role", "img"), ("class", "qr-code")], vec![("aria-label", AttrValue::Static(alt))], vec![svg])
}
