//! An HTTP response with the headers of the page. It does not know what they say.
use crate::headers::Headers;

const TEXT: &str = "text/plain; charset=utf-8";

/// A whole response.
pub struct Response {
    status: u16,
    reason: &'static str,
    mime: &'static str,
    body: Vec<u8>,
}

impl Response {
    /// 200 with a file.
    pub fn file(mime: &'static str, body: Vec<u8>) -> Self {
        Self { status: 200, reason: "OK", mime, body }
    }

    /// A failure; its reason is its text.
    pub fn error(status: u16, reason: &'static str) -> Self {
        Self { status, reason, mime: TEXT, body: reason.as_bytes().to_vec() }
    }

    /// As it goes over the connection; the answer to HEAD lacks the body only.
    pub fn into_bytes(self, headers: &Headers, is_head: bool) -> Vec<u8> {
        let Self { status, reason, mime, body } = self;
        let said: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let mut bytes = format!(
            "HTTP/1.1 {status} {reason}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\n{said}\
             Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
            body.len()
        )
        .into_bytes();
        if !is_head {
            bytes.extend(body);
        }
        bytes
    }
}
