//! Models that are saved while `cargo xtask serve` runs: fetched, and shown in the place of the shipped ones. No part of what
//! users get, so it may fetch. Knows nothing of what models hold.
use crate::{
    ctx::Ctx,
    state::{Action, PageCatalogue},
};
use gloo_timers::future::TimeoutFuture;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};

/// Between two questions, in milliseconds.
const PAUSE: u32 = 300;

/// Looks for models as long as the page is open.
pub async fn follow(ctx: Ctx) {
    let mut seen = fetch("saved-models.txt").await;
    loop {
        TimeoutFuture::new(PAUSE).await;
        let now = fetch("saved-models.txt").await;
        if now.is_none() || now == seen {
            continue;
        }
        seen = now;
        let models = fetch("saved-models.bin").await.and_then(|bytes| catalog::written(&bytes));
        if let Some(catalogue) = models.and_then(PageCatalogue::of) {
            ctx.send(Action::Models(catalogue));
        }
    }
}

/// What lies beside the page under the name; `None` while nothing does.
async fn fetch(name: &str) -> Option<Vec<u8>> {
    let answer: Response = JsFuture::from(window()?.fetch_with_str(name)).await.ok()?.dyn_into().ok()?;
    let bytes = answer.ok().then(|| answer.array_buffer().ok())??;
    let bytes: ArrayBuffer = JsFuture::from(bytes).await.ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}
