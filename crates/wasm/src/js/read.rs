//! From any JavaScript value to a [`Value`]. Total: getters that throw, objects that hold themselves, proxies and huge
//! texts end as a [`Refusal`]. That is why it asks for every part itself, with each call caught and each size known
//! before anything is copied.
use crate::value::{Refusal, Value};
use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// Throws for a revoked proxy, so it is caught.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
}

/// The value, as far as it can be read.
pub fn value(request: &JsValue) -> Value {
    Walk { room: Value::MOST }.value(request, Value::DEEPEST)
}

/// How many values may still be read.
struct Walk {
    room: usize,
}

impl Walk {
    /// A part as far as it can be read; one whose getter threw is refused by itself.
    fn part(&mut self, part: Result<JsValue, JsValue>, levels: usize) -> Value {
        let Some(room) = self.room.checked_sub(1) else { return Value::Refused(Refusal::TooMany) };
        self.room = room;
        part.map_or(Value::Refused(Refusal::Threw), |js| self.value(&js, levels))
    }

    fn value(&mut self, js: &JsValue, levels: usize) -> Value {
        if let Some(leaf) = leaf(js) {
            return leaf;
        }
        let Some(levels) = levels.checked_sub(1) else { return Value::Refused(Refusal::TooDeep) };
        let read = match is_array(js) {
            Ok(true) => self.list(js, levels),
            Ok(false) => self.object(js, levels),
            Err(error) => Err(error),
        };
        read.unwrap_or(Value::Refused(Refusal::Threw))
    }

    fn list(&mut self, js: &JsValue, levels: usize) -> Result<Value, JsValue> {
        let length = Reflect::get(js, &JsValue::from_str("length"))?.as_f64().unwrap_or(0.0);
        let mut items = Vec::new();
        for index in (0..u32::MAX).take_while(|index| f64::from(*index) < length) {
            items.push(self.part(Reflect::get_u32(js.unchecked_ref(), index), levels));
            if items.last() == Some(&Value::Refused(Refusal::TooMany)) {
                break;
            }
        }
        Ok(Value::List(items))
    }

    /// Members with a text for a name, in the object's own order.
    fn object(&mut self, js: &JsValue, levels: usize) -> Result<Value, JsValue> {
        let mut members = Vec::new();
        for key in Reflect::own_keys(js)?.iter().filter(JsValue::is_string) {
            let part = self.part(Reflect::get(js, &key), levels);
            let full = part == Value::Refused(Refusal::TooMany);
            members.push((name(&key), part));
            if full {
                break;
            }
        }
        Ok(Value::Object(members))
    }
}

/// A value without parts; `None` for arrays and objects.
fn leaf(js: &JsValue) -> Option<Value> {
    if js.is_undefined() {
        return Some(Value::Undefined);
    }
    if js.is_null() {
        return Some(Value::Null);
    }
    if let Some(text) = js.dyn_ref::<JsString>() {
        return Some(text_value(text));
    }
    let simple = js.as_bool().map(Value::Bool).or_else(|| js.as_f64().map(Value::Number));
    simple.or_else(|| foreign(js).map(Value::Refused))
}

fn foreign(js: &JsValue) -> Option<Refusal> {
    let kinds = [(js.is_bigint(), "bigint"), (js.is_symbol(), "symbol"), (js.is_function(), "function")];
    kinds.into_iter().find(|(is, _)| *is).map(|(_, kind)| Refusal::Kind(kind))
}

/// The length is asked for first: a text of half a gigabyte has no room in this memory.
fn text_value(text: &JsString) -> Value {
    if text.length() > Value::LONGEST_TEXT { Value::Refused(Refusal::TooLong) } else { Value::Text(String::from(text)) }
}

/// A member's name; one that is too long is cut, and no request knows it.
fn name(key: &JsValue) -> String {
    let text = key.unchecked_ref::<JsString>();
    String::from(text.slice(0, Value::LONGEST_TEXT))
}
