//! The address that a preview is served at.

use crate::failure::Failure;
use crate::text;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::sync::Arc;

/// Where a preview is served unless the user says otherwise.
pub const DEFAULT: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 1111);
/// How many ports after the default one are tried when it is taken.
const TRIES: u16 = 20;

/// A port that is this preview's.
#[derive(Debug)]
pub struct Listener {
    socket: TcpListener,
    address: SocketAddr,
    taken: Option<u16>,
}

impl Listener {
    /// Listens at the address that the user gave, else at the default one, else at the next port
    /// that is free.
    pub fn bind(given: Option<SocketAddr>) -> Result<Listener, Failure> {
        let wish = given.unwrap_or(DEFAULT);
        let more = if given.is_some() { 0 } else { TRIES };
        let mut port = wish.port();
        loop {
            match TcpListener::bind(SocketAddr::new(wish.ip(), port)) {
                Ok(socket) => {
                    let address = socket.local_addr().map_err(|cause| refused(wish, cause))?;
                    return Ok(Listener { socket, address, taken: (port != wish.port()).then_some(wish.port()) });
                }
                Err(cause) if cause.kind() == io::ErrorKind::AddrInUse && port < wish.port() + more => port += 1,
                Err(cause) => return Err(refused(wish, cause)),
            }
        }
    }

    /// The address listened on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The default port, if something else has it.
    pub fn taken(&self) -> Option<u16> {
        self.taken
    }

    /// The site's address, without a slash at its end.
    pub fn base_url(&self) -> String {
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        format!("http://{}", SocketAddr::new(ip, self.address.port()))
    }

    /// The same port within the running runtime.
    pub(super) fn into_async(self) -> io::Result<tokio::net::TcpListener> {
        self.socket.set_nonblocking(true)?;
        tokio::net::TcpListener::from_std(self.socket)
    }
}

fn refused(address: SocketAddr, cause: io::Error) -> Failure {
    let message = match cause.kind() {
        io::ErrorKind::AddrInUse => text!(
            "{address} sedang dipakai program lain; tutup program itu atau pilih --addr lain, misalnya dengan port 0",
            "{address} is in use by another program; close it or choose another --addr, such as one with port 0"
        ),
        io::ErrorKind::AddrNotAvailable => text!(
            "{address} bukan alamat komputer ini; pilih --addr lain",
            "{address} is no address of this computer; choose another --addr"
        ),
        io::ErrorKind::PermissionDenied => text!(
            "tidak ada izin memakai {address}; pilih port di atas 1023",
            "no permission to use {address}; choose a port above 1023"
        ),
        _ => text!("tidak dapat memakai {address}", "can't use {address}"),
    };
    Failure { message, cause: Some(Arc::new(cause)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_given_address_that_is_taken_is_a_failure() {
        let first = Listener::bind(Some("127.0.0.1:0".parse().unwrap())).unwrap();
        assert_eq!(first.base_url(), format!("http://127.0.0.1:{}", first.address().port()));
        let failure = Listener::bind(Some(first.address())).unwrap_err();
        assert!(failure.message.en.contains("in use"), "{failure}");
    }

    #[test]
    fn an_address_for_all_has_a_name_that_a_browser_can_use() {
        let everywhere = Listener::bind(Some("0.0.0.0:0".parse().unwrap())).unwrap();
        assert!(everywhere.base_url().starts_with("http://127.0.0.1:"));
    }
}
