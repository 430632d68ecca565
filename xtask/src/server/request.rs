//! The head of an HTTP request. It does not know what is asked for, and reads no body.
use std::io::{BufRead, Read as _, Result};

/// Bytes; more than any browser sends.
const LARGEST_HEAD: u64 = 64 * 1024;
const MOST_HEADERS: usize = 100;

/// What a browser asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    /// Such as `GET`.
    pub method: String,
    /// Path and query as they stand, undecoded.
    pub target: String,
}

/// The request, or `None` when it is not HTTP. Fails when the connection does.
pub fn read(connection: &mut impl BufRead) -> Result<Option<Request>> {
    let mut head = Vec::new();
    let mut connection = connection.take(LARGEST_HEAD);
    while connection.read_until(b'\n', &mut head)? > 0 {
        if head.ends_with(b"\r\n\r\n") || head.ends_with(b"\n\n") {
            break;
        }
    }
    Ok(parse(&head))
}

fn parse(head: &[u8]) -> Option<Request> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    request.parse(head).ok().filter(httparse::Status::is_complete)?;
    Some(Request { method: request.method?.to_owned(), target: request.path?.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn method_and_target_are_read_and_nothing_after_the_head() {
        let mut bytes = &b"POST /a?b=c HTTP/1.1\r\nHost: x\r\n\r\nbody"[..];
        let request = read(&mut bytes).unwrap().unwrap();
        assert_eq!((request.method.as_str(), request.target.as_str()), ("POST", "/a?b=c"));
        assert_eq!(bytes, b"body");
    }

    #[test]
    fn what_is_cut_off_endless_or_not_http_is_none() {
        assert_eq!(read(&mut &b"GET / HTTP/1.1\r\nHost: x\r\n"[..]).unwrap(), None);
        assert_eq!(read(&mut &b"\x16\x03\x01 hello\r\n\r\n"[..]).unwrap(), None);
        let endless = [&b"GET / HTTP/1.1\r\na: "[..], &vec![b'a'; 100_000], b"\r\n\r\n"].concat();
        assert_eq!(read(&mut &endless[..]).unwrap(), None);
    }
}
