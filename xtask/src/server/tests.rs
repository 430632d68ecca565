//! The server as a client sees it: raw requests over a socket, as a browser would normalise the interesting ones away.
use super::*;
use std::{
    fs,
    io::Read as _,
    net::{SocketAddr, TcpStream},
    thread,
    time::Duration,
};

/// A server of a folder that holds index.html, a.wasm and en.txt, beside a file that must stay out of reach.
fn start(name: &str) -> SocketAddr {
    let around = std::env::temp_dir().join(format!("viktat-server-{name}-{}", std::process::id()));
    let folder = around.join("dist");
    fs::create_dir_all(&folder).unwrap();
    fs::write(around.join("secret.txt"), "secret").unwrap();
    fs::write(folder.join("index.html"), "<h1>page</h1>").unwrap();
    fs::write(folder.join("a.wasm"), "wasm").unwrap();
    fs::write(folder.join("en.txt"), "Today\u{1e}–").unwrap();
    let server = listen(0).unwrap();
    let address = server.local_addr().unwrap();
    let headers = headers::of_folder(&folder).unwrap();
    thread::spawn(move || answer_all(&server, &folder, headers));
    address
}

fn ask(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn the_root_is_the_page_with_every_header() {
    let answer = ask(start("root"), "GET /?lang=en");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(answer.ends_with("<h1>page</h1>"), "{answer}");
    for header in [
        "Content-Type: text/html; charset=utf-8",
        "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n",
        "Cross-Origin-Opener-Policy: same-origin\r\n",
        "Cross-Origin-Resource-Policy: same-origin\r\n",
        "Permissions-Policy: accelerometer=(), ",
        "X-Frame-Options: DENY\r\n",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
    ] {
        assert!(answer.contains(header), "{header} missing in {answer}");
    }
}

#[test]
fn a_module_has_the_type_that_streaming_compilation_needs() {
    let answer = ask(start("mime"), "GET /a.wasm");
    assert!(answer.contains("Content-Type: application/wasm\r\n"), "{answer}");
}

#[test]
fn words_are_text_in_utf_8() {
    let answer = ask(start("words"), "GET /en.txt");
    assert!(answer.contains("Content-Type: text/plain; charset=utf-8\r\n"), "{answer}");
    assert!(answer.ends_with("Today\u{1e}–"), "{answer}");
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let address = start("out");
    for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..\\secret.txt", "//secret.txt", "/."] {
        let answer = ask(address, &format!("GET {path}"));
        assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
        assert!(!answer.contains("secret"), "{path}: {answer}");
    }
}

#[test]
fn an_unknown_file_is_404_and_another_method_405() {
    let address = start("unknown");
    assert!(ask(address, "GET /nowhere").starts_with("HTTP/1.1 404 "));
    assert!(ask(address, "POST /").starts_with("HTTP/1.1 405 "));
}

#[test]
fn head_is_answered_without_the_body() {
    let answer = ask(start("head"), "HEAD /");
    assert!(answer.contains("Content-Length: 13\r\n") && answer.ends_with("\r\n\r\n"), "{answer}");
}

#[test]
fn a_taken_port_means_the_next_free_one() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let server = listen(port).unwrap();
    assert!(server.local_addr().unwrap().port() > port);
}

#[test]
fn many_open_connections_starve_none() {
    let address = start("burst");
    let connections: Vec<_> = (0..40).map(|_| TcpStream::connect(address).unwrap()).collect();
    for (index, mut connection) in connections.iter().enumerate() {
        connection.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        write!(connection, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut first = [0; 12];
        connection.read_exact(&mut first).unwrap_or_else(|error| panic!("connection {index}: {error}"));
        assert_eq!(&first, b"HTTP/1.1 200");
    }
}
