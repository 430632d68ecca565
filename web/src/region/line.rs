//! The page's end of the line to the worker that keeps a region: orders go, answers come. Knows nothing of what is asked.
use super::order::Order;
use crate::desk::work::{Said, start_worker};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, Worker};

/// What is heard: how far it has come, an answer, or that it broke.
pub type Hear = Box<dyn FnMut(Said)>;

/// A line that is open. Its worker ends with the last of its copies.
#[derive(Clone)]
pub struct Line(Rc<End>);

/// Two copies of a line are equal; two lines never are.
impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Line")
    }
}

struct End {
    /// None where the browser has no workers: then the page does the work.
    worker: Option<Worker>,
    /// Orders that wait until the worker has started; none once it has.
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

impl Line {
    /// Opens a line. `hear` is called for everything that is said on it.
    pub fn open(mut hear: Hear) -> Self {
        let waiting: Rc<RefCell<Option<Vec<JsValue>>>> = Rc::new(RefCell::new(Some(Vec::new())));
        let worker: Rc<RefCell<Option<Worker>>> = Rc::default();
        let (queue, reached) = (Rc::clone(&waiting), Rc::clone(&worker));
        let tell =
            Closure::<dyn FnMut(JsValue)>::new(move |message: JsValue| match message.as_string().unwrap_or_default() {
                ready if ready == "h" => post_all(reached.borrow().as_ref(), queue.borrow_mut().take()),
                said => hear(Said::read(&said)),
            });
        let started = start_worker(None, "", tell.as_ref().unchecked_ref()).ok();
        worker.replace(started.clone());
        if started.is_none() {
            waiting.replace(None);
        }
        Self(Rc::new(End { worker: started, waiting, tell }))
    }

    /// Ends the worker; copies of the line that are still held say and hear nothing more.
    pub fn close(&self) {
        self.0.stop();
    }

    /// Sends an order, with a file if it needs one.
    pub fn send(&self, order: &Order, file: Option<&Blob>) {
        let order = serde_json::to_string(order).unwrap_or_default();
        let Some(worker) = &self.0.worker else {
            let tell: &js_sys::Function = self.0.tell.as_ref().unchecked_ref();
            return super::hear(order, file.cloned(), tell.clone());
        };
        let message = js_sys::Object::new();
        let set = |name: &str, value: &JsValue| drop(js_sys::Reflect::set(&message, &JsValue::from_str(name), value));
        set("order", &JsValue::from_str(&order));
        if let Some(file) = file {
            set("file", file);
        }
        match &mut *self.0.waiting.borrow_mut() {
            Some(waiting) => waiting.push(message.into()),
            None => drop(worker.post_message(&message)),
        }
    }
}

fn post_all(worker: Option<&Worker>, orders: Option<Vec<JsValue>>) {
    for order in orders.into_iter().flatten() {
        if let Some(worker) = worker {
            let _ = worker.post_message(&order);
        }
    }
}
