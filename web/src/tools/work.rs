//! Work beside the page: what is asked goes to a worker, and what it says comes back. Both ends stand here; they are the
//! same program. Knows nothing of what is asked, nor of how a worker is started: the start script does.
use super::read_file::{FileOrder, Found};
use crate::{
    lazy,
    region::order::{Answer, Order},
};
use js_sys::{Function, Uint8Array};
use serde::{Deserialize, Serialize};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Blob;

#[wasm_bindgen]
extern "C" {
    /// Starts a worker, which says null once it has started. Set by the start script.
    #[wasm_bindgen(catch, js_name = viktatWork)]
    fn start_worker(tell: &Function) -> Result<web_sys::Worker, JsValue>;
}

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// To read the file that comes with it.
    File(FileOrder),
    /// Something of the region that the worker keeps, or of the file that comes with it.
    Region(Order),
}

/// What the worker says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Said {
    /// So many per cent are done.
    Progress(u8),
    /// What is in the file.
    File(Box<Found>),
    /// Something of the region.
    Region(Box<Answer>),
    /// It broke.
    Broke,
}

/// A worker. It ends with the last of its copies.
#[derive(Clone)]
pub struct Worker(Rc<End>);

/// Two copies are equal; two workers never are.
impl PartialEq for Worker {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Worker")
    }
}

struct End {
    /// None where the browser has no workers (some are locked down): then the page does the work.
    worker: Option<web_sys::Worker>,
    /// What waits until the worker has started; none once it has.
    waiting: Rc<RefCell<Option<Vec<JsValue>>>>,
    tell: Closure<dyn FnMut(JsValue)>,
}

impl Drop for End {
    fn drop(&mut self) {
        self.stop();
    }
}

impl End {
    fn stop(&self) {
        if let Some(worker) = &self.worker {
            worker.terminate();
        }
    }
}

impl Worker {
    /// Starts a worker. `hear` is called for everything that it says.
    pub fn start(mut hear: impl FnMut(Said) + 'static) -> Self {
        let waiting: Rc<RefCell<Option<Vec<JsValue>>>> = Rc::new(RefCell::new(Some(Vec::new())));
        let reached: Rc<RefCell<Option<web_sys::Worker>>> = Rc::default();
        let (queue, worker) = (Rc::clone(&waiting), Rc::clone(&reached));
        let tell = Closure::<dyn FnMut(JsValue)>::new(move |message: JsValue| {
            if !message.is_null() {
                return hear(said(&message));
            }
            for message in queue.borrow_mut().take().into_iter().flatten() {
                if let Some(worker) = &*worker.borrow() {
                    drop(worker.post_message(&message));
                }
            }
        });
        let started = start_worker(tell.as_ref().unchecked_ref()).ok();
        reached.replace(started.clone());
        Self(Rc::new(End { worker: started, waiting, tell }))
    }

    /// Ends it; copies that are still held say and hear nothing more.
    pub fn stop(&self) {
        self.0.stop();
    }

    /// Asks for something, with a file if it needs one.
    pub fn ask(&self, request: &Request, file: Option<&Blob>) {
        let request = bytes_of(request);
        let Some(worker) = &self.0.worker else {
            let tell: &Function = self.0.tell.as_ref().unchecked_ref();
            return hear(request, file.cloned(), tell.clone());
        };
        let file = file.map_or(JsValue::UNDEFINED, JsValue::from);
        let message = js_sys::Array::of2(&Uint8Array::from(request.as_slice()), &file);
        match &mut *self.0.waiting.borrow_mut() {
            Some(waiting) => waiting.push(message.into()),
            None => drop(worker.post_message(&message)),
        }
    }
}

/// What a message of the worker says. What is no bytes is why it broke, from the browser.
fn said(message: &JsValue) -> Said {
    let bytes = message.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
    bytes.and_then(|bytes| postcard::from_bytes(&bytes).ok()).unwrap_or(Said::Broke)
}

/// Bytes that the other end reads; none, which it does not read, if there is no room for them.
fn bytes_of(message: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(message).unwrap_or_default()
}

/// How the page is told something.
pub struct Tell(Function);

impl Tell {
    /// Tells it.
    pub fn say(&self, said: &Said) {
        self.bytes(&bytes_of(said));
    }

    fn bytes(&self, bytes: &[u8]) {
        drop(self.0.call1(&JsValue::NULL, &Uint8Array::from(bytes)));
    }
}

/// The worker's end: does what is asked, and tells how far it has come and what it found.
#[wasm_bindgen]
pub fn hear(request: Vec<u8>, file: Option<Blob>, tell: Function) {
    spawn_local(async move {
        let tell = Tell(tell);
        match postcard::from_bytes(&request) {
            Ok(Request::Region(order)) => match lazy::worker().await {
                Some(answer) => answer(order, file, tell).await,
                None => tell.bytes(&[]),
            },
            Ok(Request::File(order)) => match lazy::files().await.zip(file) {
                Some((files, file)) => (files.read)(file, order, tell).await,
                None => tell.bytes(&[]),
            },
            Err(_) => tell.bytes(&[]),
        }
    });
}

/// The bytes of a part of a file.
pub async fn bytes(file: &Blob, from: f64, to: f64) -> Result<Vec<u8>, JsValue> {
    let part = file.slice_with_f64_and_f64(from, to)?;
    let buffer = JsFuture::from(part.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use exchange::import::{Day, Sheet, SheetCell};
    use rust_decimal::Decimal;

    #[test]
    fn sheets_come_out_as_they_went_in() {
        let day = SheetCell::date(Day { year: 2026, month: 5, day: 9 });
        let cells = vec![SheetCell::text("a\nb;\"c\u{1f}\""), SheetCell::number(Decimal::new(-54_735, 3)), day];
        let rows = vec![cells, Vec::new(), vec![SheetCell::text("")], vec![SheetCell::default(); 3]];
        for sheets in [vec![Sheet { name: "1".to_owned(), rows, ..Sheet::default() }, Sheet::default()], Vec::new()] {
            let told = bytes_of(&Said::File(Box::new(Found::Sheets(sheets.clone()))));
            let Ok(Said::File(found)) = postcard::from_bytes(&told) else { panic!("another answer") };
            assert!(matches!(*found, Found::Sheets(found) if found == sheets));
        }
    }

    #[test]
    fn no_bytes_are_no_answer() {
        assert!(postcard::from_bytes::<Said>(&[]).is_err() && postcard::from_bytes::<Request>(&[]).is_err());
    }
}
