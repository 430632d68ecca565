//! An HTTP response with the headers that every response of this server carries.
use crate::csp;

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
    pub fn into_bytes(self, is_head: bool) -> Vec<u8> {
        let Self { status, reason, mime, body } = self;
        let mut bytes = format!(
            "HTTP/1.1 {status} {reason}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\n\
             Content-Security-Policy: {}\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
             Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
            body.len(),
            csp::SERVED
        )
        .into_bytes();
        if !is_head {
            bytes.extend(body);
        }
        bytes
    }
}
