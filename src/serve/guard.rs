//! Who may ask: only pages of this preview, and only under its own name.
//!
//! A page of another site can send requests to this computer too, under a name of its own that it
//! leads here (DNS rebinding) or straight across. Drafts and embargoed texts are not for it.

use axum::http::request::Parts;
use axum::http::{Method, header, uri::Authority};
use std::net::{IpAddr, SocketAddr};

/// What is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The name asked under is not this preview's.
    Host,
    /// A page of another origin asks.
    Origin,
    /// Something else than reading.
    Method,
}

/// Knows the names of one preview.
#[derive(Debug)]
pub(super) struct Guard {
    address: SocketAddr,
}

impl Guard {
    /// A guard for a preview at an address.
    pub(super) fn new(address: SocketAddr) -> Guard {
        Guard { address }
    }

    /// Whether a request may be answered.
    pub(super) fn check(&self, request: &Parts) -> Result<(), Refusal> {
        let host = self.host(request).filter(|host| self.is_own(host)).ok_or(Refusal::Host)?;
        let own = format!("http://{host}");
        if request.headers.get_all(header::ORIGIN).iter().any(|origin| origin.as_bytes() != own.as_bytes()) {
            return Err(Refusal::Origin);
        }
        match request.method {
            Method::GET | Method::HEAD => Ok(()),
            _ => Err(Refusal::Method),
        }
    }

    /// The one name that a request is sent to.
    fn host(&self, request: &Parts) -> Option<Authority> {
        if let Some(authority) = request.uri.authority() {
            return Some(authority.clone());
        }
        let mut hosts = request.headers.get_all(header::HOST).iter();
        let host = hosts.next().filter(|_| hosts.next().is_none())?;
        Authority::try_from(host.as_bytes()).ok()
    }

    fn is_own(&self, host: &Authority) -> bool {
        let own_port = host.port_u16().unwrap_or(80) == self.address.port();
        let name = host.host();
        let ip = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        let own_name = match ip {
            // A number can't be led elsewhere, so any of this computer's will do.
            Ok(ip) => ip == self.address.ip() || is_localhost(ip) || self.address.ip().is_unspecified(),
            Err(_) => name.eq_ignore_ascii_case("localhost"),
        };
        own_port && own_name && !host.as_str().contains('@')
    }
}

fn is_localhost(ip: IpAddr) -> bool {
    ip == IpAddr::from([127, 0, 0, 1]) || ip == IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn check(address: &str, method: &str, headers: &[(&str, &str)]) -> Result<(), Refusal> {
        let mut request = Request::builder().method(method).uri("/");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Guard::new(address.parse().unwrap()).check(&request.body(()).unwrap().into_parts().0)
    }

    #[test]
    fn only_its_own_names_are_answered() {
        for host in ["127.0.0.1:1111", "localhost:1111", "LOCALHOST:1111", "[::1]:1111"] {
            assert_eq!(check("127.0.0.1:1111", "GET", &[("host", host)]), Ok(()), "{host}");
        }
        for host in [
            "127.0.0.1",
            "127.0.0.1:1112",
            "localhost",
            "evil.example:1111",
            "127.0.0.1.evil.example:1111",
            "localhost.:1111",
            "evil@127.0.0.1:1111",
            "192.168.1.5:1111",
            "0.0.0.0:1111",
            "",
        ] {
            assert_eq!(check("127.0.0.1:1111", "GET", &[("host", host)]), Err(Refusal::Host), "{host}");
        }
        assert_eq!(check("127.0.0.1:1111", "GET", &[]), Err(Refusal::Host));
        let two = [("host", "127.0.0.1:1111"), ("host", "127.0.0.1:1111")];
        assert_eq!(check("127.0.0.1:1111", "GET", &two), Err(Refusal::Host));
    }

    #[test]
    fn a_preview_for_all_answers_to_its_numbers_but_to_no_name() {
        assert_eq!(check("0.0.0.0:1111", "GET", &[("host", "192.168.1.5:1111")]), Ok(()));
        assert_eq!(check("192.168.1.5:80", "GET", &[("host", "192.168.1.5")]), Ok(()));
        assert_eq!(check("0.0.0.0:1111", "GET", &[("host", "evil.example:1111")]), Err(Refusal::Host));
    }

    #[test]
    fn pages_of_other_origins_are_refused() {
        let own = ("host", "localhost:1111");
        assert_eq!(check("127.0.0.1:1111", "GET", &[own, ("origin", "http://localhost:1111")]), Ok(()));
        for origin in ["http://evil.example", "null", "https://localhost:1111", "http://localhost:2222", ""] {
            assert_eq!(check("127.0.0.1:1111", "GET", &[own, ("origin", origin)]), Err(Refusal::Origin), "{origin}");
        }
    }

    #[test]
    fn a_preview_is_only_read() {
        let own = ("host", "localhost:1111");
        assert_eq!(check("127.0.0.1:1111", "HEAD", &[own]), Ok(()));
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"] {
            assert_eq!(check("127.0.0.1:1111", method, &[own]), Err(Refusal::Method), "{method}");
        }
    }
}
