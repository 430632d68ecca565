//! Work beside the page: a file goes to a worker, and what was found comes back as text. Both ends stand here; they are
//! the same program. Knows nothing of what is read, nor of how a worker is started: the start script does.
use crate::lazy;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Worker};

#[wasm_bindgen]
extern "C" {
    /// Starts a worker on a file, or without one on orders that follow. Set by the start script.
    #[wasm_bindgen(catch, js_name = viktatWork)]
    pub fn start_worker(file: Option<&Blob>, order: &str, tell: &js_sys::Function) -> Result<Worker, JsValue>;
}

/// What a worker says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// So many per cent of the file.
    Progress(u8),
    /// It is done; the text is the result.
    Done(String),
    /// It broke, for the reason that the browser gives.
    Broke(String),
}

impl Said {
    /// The first letter tells which.
    pub fn read(text: &str) -> Self {
        match (text.get(..1), text.get(1..)) {
            (Some("p"), Some(percent)) => Self::Progress(percent.parse().unwrap_or_default()),
            (Some("r"), Some(result)) => Self::Done(result.to_owned()),
            _ => Self::Broke(text.trim_start_matches('!').to_owned()),
        }
    }

    pub fn write(&self) -> String {
        match self {
            Self::Progress(percent) => ["p", &percent.to_string()].concat(),
            Self::Done(result) => ["r", result].concat(),
            Self::Broke(reason) => ["!", reason].concat(),
        }
    }
}

/// A worker at work.
#[derive(Clone, Debug)]
pub struct Running(Rc<At>);

#[derive(Debug)]
struct At {
    worker: Option<Worker>,
    /// Held as long as the worker may call it.
    _tell: Closure<dyn FnMut(JsValue)>,
}

impl Running {
    /// Stops the worker; it says nothing more.
    pub fn stop(&self) {
        if let Some(worker) = &self.0.worker {
            worker.terminate();
        }
    }
}

/// Starts work on a file. Without workers (some locked-down browsers) the page does it itself.
pub fn start(file: &Blob, order: &str, said: impl FnMut(Said) + 'static) -> Running {
    let said = Rc::new(RefCell::new(said));
    let hear = move |message: JsValue| {
        if let Ok(mut said) = said.try_borrow_mut() {
            said(Said::read(&message.as_string().unwrap_or_default()));
        }
    };
    let tell = Closure::<dyn FnMut(JsValue)>::new(hear);
    let function: &js_sys::Function = tell.as_ref().unchecked_ref();
    let worker = start_worker(Some(file), order, function).ok();
    if worker.is_none() {
        work(file.clone(), order.to_owned(), function.clone());
    }
    Running(Rc::new(At { worker, _tell: tell }))
}

/// The worker's end: reads the file as the order says, and tells how far it has come and what it found.
#[wasm_bindgen]
pub fn work(file: Blob, order: String, tell: js_sys::Function) {
    spawn_local(async move {
        let tell = move |said: &Said| drop(tell.call1(&JsValue::NULL, &JsValue::from_str(&said.write())));
        match lazy::files().await {
            Some(files) => (files.read)(file, order, Box::new(tell)).await,
            None => tell(&Said::Broke(String::new())),
        }
    });
}

/// The bytes of a part of a file.
pub async fn bytes(file: &Blob, from: f64, to: f64) -> Result<Vec<u8>, JsValue> {
    let part = file.slice_with_f64_and_f64(from, to)?;
    let buffer = JsFuture::from(part.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
