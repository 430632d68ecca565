//! Serves a folder to this machine only. It knows no routes: the page uses hash routes, so a path is a file or a 404.
//!
//! Each connection has a thread and carries one request. tiny_http keeps connections alive in a pool where one of a
//! browser's several connections can wait for ever, so that the page hangs (0.12, the newest). axum would bring 28 crates
//! into the tool that is built first, and leave names, types and headers of files to us.
use anyhow::{Context, Result, bail};
use std::{
    io::{BufReader, ErrorKind, Result as IoResult, Write as _},
    net::{TcpListener, TcpStream},
    path::Path,
    sync::Arc,
    thread,
    time::Duration,
};

use crate::headers::{self, Headers};

mod files;
mod request;
mod response;

use response::Response;

/// How many ports after the wanted one are tried.
const PORTS_TRIED: u16 = 100;
/// Browsers open connections that they may never use.
const PATIENCE: Duration = Duration::from_secs(60);

/// Serves until the process is stopped. The address is the one line on standard output.
/// Fails when the folder holds no page or no port is free.
pub fn serve(folder: &Path, port: u16) -> Result<()> {
    if !folder.join("index.html").is_file() {
        bail!("{} holds no index.html; run `cargo xtask build`", folder.display());
    }
    let listener = listen(port)?;
    println!("http://{}/", listener.local_addr()?);
    std::io::stdout().flush()?;
    answer_all(&listener, folder, headers::of_folder(folder)?);
    Ok(())
}

fn listen(port: u16) -> Result<TcpListener> {
    let last = if port == 0 { 0 } else { port.saturating_add(PORTS_TRIED) };
    for candidate in port..=last {
        match TcpListener::bind(("127.0.0.1", candidate)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("cannot listen on 127.0.0.1:{candidate}")),
        }
    }
    bail!("every port from {port} to {last} is taken; name another with --port")
}

fn answer_all(listener: &TcpListener, folder: &Path, headers: Headers) {
    let (folder, headers): (Arc<Path>, Arc<Headers>) = (folder.into(), Arc::new(headers));
    // A connection that breaks is the browser's loss and no reason to stop serving.
    for stream in listener.incoming().flatten() {
        let (folder, headers) = (Arc::clone(&folder), Arc::clone(&headers));
        thread::spawn(move || answer(stream, &folder, &headers));
    }
}

fn answer(mut stream: TcpStream, folder: &Path, headers: &Headers) -> IoResult<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let asked = request::read(&mut BufReader::new(&stream))?;
    let response = match &asked {
        None => Response::error(400, "Bad Request"),
        Some(request) if !matches!(request.method.as_str(), "GET" | "HEAD") => {
            Response::error(405, "Method Not Allowed")
        }
        Some(request) => match files::find(folder, &request.target) {
            Some(file) => Response::file(file.mime, file.bytes),
            None => Response::error(404, "Not Found"),
        },
    };
    let is_head = asked.is_some_and(|request| request.method == "HEAD");
    stream.write_all(&response.into_bytes(headers, is_head))
}

#[cfg(test)]
mod tests;
