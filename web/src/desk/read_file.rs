//! What a worker does with a file: opens it, and gives its sheets or why there are none. Knows no page.
use super::{
    sheets,
    work::{Said, bytes},
};
use exchange::import::open;
use std::{future::Future, pin::Pin};
use web_sys::Blob;

/// How a worker is told what to say.
pub type Tell = Box<dyn Fn(&Said)>;

/// Reads a file. The order is its name.
pub fn read_file(file: Blob, order: String, tell: Tell) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        tell(&Said::Progress(0));
        match bytes(&file, 0.0, file.size()).await {
            Ok(bytes) => tell(&Said::Done(match open(&order, &bytes) {
                Ok(found) => ["s", &sheets::write(&found)].concat(),
                Err(error) => ["e", serde_json::to_string(&error).as_deref().unwrap_or_default()].concat(),
            })),
            Err(_) => tell(&Said::Broke(String::new())),
        }
    })
}
