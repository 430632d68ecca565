//! A drawing as a picture that every program can show: PNG, at twice the size. The browser draws; nothing is fetched.
use super::offer;
use crate::{dom, tools::guard::Leaving};
use js_sys::encode_uri_component;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// Picture elements for each of the drawing's own.
const SCALE: u32 = 2;

/// Saves a drawing that has a size of its own; does nothing where the browser cannot draw it.
pub fn save_png(name: String, svg: Leaving<String>) {
    spawn_local(async move {
        let _ = try_save(name, svg.get()).await;
    });
}

async fn try_save(name: String, svg: &str) -> Result<(), JsValue> {
    let image = HtmlImageElement::new()?;
    let code = String::from(encode_uri_component(svg));
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &code].concat());
    JsFuture::from(image.decode()).await?;
    let document = dom::document().ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let (width, height) = (SCALE * image.natural_width(), SCALE * image.natural_height());
    canvas.set_width(width);
    canvas.set_height(height);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    let (width, height) = (f64::from(width), f64::from(height));
    pen.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let drawn = Closure::once_into_js(move |blob: Option<Blob>| {
        let _ = blob.map(|blob| offer(&name, &blob));
    });
    canvas.to_blob(drawn.unchecked_ref())
}
