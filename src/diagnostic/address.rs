//! Web addresses as they are mistyped: `htttp://`, `www.` without a scheme, `nama@kantor`.

use super::{Text, nearest};
use crate::text;

/// Ends of names that are files rather than domains.
const FILES: [&str; 24] = [
    "md", "pdf", "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "doc", "docx", "xls", "xlsx", "ppt", "pptx",
    "odt", "ods", "csv", "zip", "mp3", "mp4", "htm", "html", "txt",
];

/// Ends of the domains that editors link to.
const DOMAINS: [&str; 8] = ["id", "com", "org", "net", "gov", "edu", "info", "int"];

/// Ends of domains that are links for short, and of others that are hardly ever the end of a folder's name.
const SHORT: [&str; 12] = ["gle", "link", "app", "page", "site", "online", "dev", "news", "live", "xyz", "shop", "biz"];

/// What is wrong with an address that stands for something outside the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressSlip {
    /// The same address without its slip.
    Mended(String),
    /// A scheme alone, such as `https://`.
    SchemeAlone(String),
}

/// The slip of a written address; none if it is good, or another kind of reference.
pub fn address_slip(written: &str) -> Option<AddressSlip> {
    let written = written.trim();
    let word_end = written.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(written.len());
    let (word, rest) = written.split_at(word_end);
    let scheme = word.to_ascii_lowercase();
    let after = rest.trim_start_matches([':', ';', '.', ',', '/', '\\', ' ']);
    let marks = &rest[..rest.len() - after.len()];
    if matches!(scheme.as_str(), "mailto" | "tel") && rest.starts_with(':') {
        return match (after.is_empty(), marks.len()) {
            (true, _) => Some(AddressSlip::SchemeAlone(format!("{scheme}:"))),
            (false, 1) => None,
            (false, _) => Some(AddressSlip::Mended(format!("{scheme}:{after}"))),
        };
    }
    let wanted = nearest(&scheme, ["https", "http"]);
    if let Some(wanted) = wanted.filter(|_| marks.contains(':') || marks.contains("//") || marks.contains("\\\\")) {
        return match (after.is_empty(), scheme == wanted && marks == "://") {
            (true, _) => Some(AddressSlip::SchemeAlone(format!("{wanted}://"))),
            (false, true) => None,
            (false, false) => Some(AddressSlip::Mended(format!("{wanted}://{after}"))),
        };
    }
    if is_mailbox(written) {
        return Some(AddressSlip::Mended(format!("mailto:{written}")));
    }
    is_domain(written).then(|| AddressSlip::Mended(format!("https://{written}")))
}

/// What to write in the place of something that is no web address.
pub fn help_for_address(written: &str) -> Text {
    match address_slip(written) {
        Some(AddressSlip::Mended(better)) if better.starts_with("http") => text!("tulis {better}", "write {better}"),
        Some(AddressSlip::SchemeAlone(scheme)) => {
            text!("tulis alamatnya sesudah {scheme}", "write the address after {scheme}")
        }
        _ => text!("alamat web dimulai dengan https://", "a web address begins with https://"),
    }
}

/// `nama@kantor.go.id`, and nothing beside it.
fn is_mailbox(text: &str) -> bool {
    let plain = |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || "/\\:@?#".contains(c));
    text.split_once('@')
        .is_some_and(|(user, host)| plain(user) && plain(host) && host.contains('.') && !is_file_name(host))
}

/// An address without its scheme: `www.…`, or a domain before the first slash.
fn is_domain(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let plain =
        host.split('.').all(|label| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
    let end = host.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let leads_out = host.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    // `bit.ly/a`: the end of a country and something behind it. Folders are hardly ever called so.
    let is_country = end.len() == 2 && end.bytes().all(|b| b.is_ascii_alphabetic());
    let is_short = text.len() > host.len() + 1 && (is_country || SHORT.contains(&end.as_str()));
    plain && host.contains('.') && ((leads_out || is_short) && !is_file_name(host) || DOMAINS.contains(&end.as_str()))
}

/// Whether a name ends as files do that are linked to and shown.
pub fn is_file_name(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| FILES.contains(&end.to_ascii_lowercase().as_str()))
}

/// Whether a text begins as a web address does.
pub fn is_web_address(text: &str) -> bool {
    let begins = |start: &str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    ["http://", "https://", "www."].into_iter().any(begins)
}

/// Whether a text in parentheses can be nothing but an address or a file, for it may stand in prose:
/// `A.Md`, `ASP.NET`, `/bulan` and `#1` do.
pub fn is_surely_address(text: &str) -> bool {
    let text = text.trim();
    if text.contains(char::is_whitespace) {
        return false;
    }
    let begins =
        ["mailto:", "tel:", "../", "./"].iter().any(|start| text.len() > start.len() && text.starts_with(start));
    let path = text.starts_with('/') && text[1..].contains('/') && !text.starts_with("//");
    let small = |text: &str| !text.contains(char::is_uppercase);
    let end = text.split(['?', '#']).next().unwrap_or_default().rsplit('.').next().unwrap_or_default();
    let file = is_file_name(text) && (small(end) || end.len() > 2 && !end.contains(char::is_lowercase));
    let host = text.split('/').next().unwrap_or_default();
    let domain = is_domain(text) && small(host) && (host.matches('.').count() > 1 || text.contains('/'));
    begins || path || file || domain || is_web_address(text) && text.contains('.') || is_mailbox(text)
}

/// Whether a text in parentheses is meant as an address or a file, though it may hold blanks.
pub fn is_like_address(text: &str) -> bool {
    let text = text.trim();
    if !text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '#' | '_')) {
        return false;
    }
    let begins = ["http", "www.", "mailto:", "tel:", "/", "../", "./", "#"].iter().any(|start| text.starts_with(start));
    let bare = text.split(['?', '#']).next().unwrap_or_default();
    begins && text.len() > 1 || is_file_name(bare) || is_mailbox(text) || is_domain(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(written: &str) -> String {
        match address_slip(written) {
            Some(AddressSlip::Mended(better)) => better,
            Some(AddressSlip::SchemeAlone(scheme)) => format!("{scheme} alone"),
            None => String::new(),
        }
    }

    #[test]
    fn slips_of_addresses_are_mended() {
        for (written, better) in [
            ("www.contoh.go.id", "https://www.contoh.go.id"),
            ("contoh.go.id/berita?x=1", "https://contoh.go.id/berita?x=1"),
            ("https//contoh.go.id", "https://contoh.go.id"),
            ("https:/contoh.go.id", "https://contoh.go.id"),
            ("https:contoh.go.id", "https://contoh.go.id"),
            ("https;//contoh.go.id", "https://contoh.go.id"),
            ("htttp://contoh.go.id", "http://contoh.go.id"),
            ("htps://contoh.go.id", "https://contoh.go.id"),
            ("ttps://contoh.go.id", "https://contoh.go.id"),
            ("https:\\\\contoh.go.id", "https://contoh.go.id"),
            ("https:// contoh.go.id", "https://contoh.go.id"),
            ("https:///contoh.go.id", "https://contoh.go.id"),
            ("https://", "https:// alone"),
            ("mailto:", "mailto: alone"),
            ("humas@contoh.go.id", "mailto:humas@contoh.go.id"),
            ("mailto://humas@contoh.go.id", "mailto:humas@contoh.go.id"),
        ] {
            assert_eq!(mended(written), better, "{written}");
        }
    }

    #[test]
    fn good_addresses_and_names_of_files_have_no_slip() {
        for good in [
            "https://contoh.go.id/a",
            "HTTP://contoh.go.id",
            "mailto:a@b.id",
            "tel:+62274",
            "../2022/pasundan.md",
            "lampiran.pdf",
            "logo@2x.png",
            "/berita/",
            "#atas",
            "https.md",
            "http/panduan.md",
            "javascript:x",
            "ftp://contoh.go.id",
            "www.md",
            "unit",
            "",
        ] {
            assert_eq!(address_slip(good), None, "{good}");
        }
    }

    #[test]
    fn short_addresses_are_no_files() {
        for (written, better) in [
            ("bit.ly/a", "https://bit.ly/a"),
            ("s.id/jadwal-pasar", "https://s.id/jadwal-pasar"),
            ("t.me/kota", "https://t.me/kota"),
            ("forms.gle/x", "https://forms.gle/x"),
            ("youtu.be/x?t=1", "https://youtu.be/x?t=1"),
        ] {
            assert_eq!(mended(written), better);
        }
        for file in ["foto.v2/a.jpg", "catatan.md", "bit.ly", "bit.ly/", "a.md/b", "lampiran.2026/a.pdf"] {
            assert_eq!(address_slip(file), None, "{file}");
        }
    }

    #[test]
    fn what_stands_in_prose_is_no_sure_address() {
        for prose in [
            "A.Md",
            "ASP.NET",
            "/bulan",
            "/",
            "#1",
            "#SaveJogja",
            "A.MD",
            "lihat a.pdf",
            "dan/atau",
            "24/7",
            "httpd",
            "a.n.",
        ] {
            assert!(!is_surely_address(prose), "{prose}");
        }
        for sure in [
            "a.pdf",
            "LAPORAN.PDF",
            "https://a.id",
            "www.a.id",
            "contoh.go.id",
            "a.com/b",
            "/unit/humas/",
            "../a.md",
            "h@a.go.id",
        ] {
            assert!(is_surely_address(sure), "{sure}");
        }
    }

    #[test]
    fn parentheses_of_prose_hold_no_address() {
        assert!(
            ["https://a.id", "laporan akhir.pdf", "../a b.md", "www.a.id", "a@b.id", "/unit/"]
                .map(is_like_address)
                .iter()
                .all(|like| *like)
        );
        for prose in ["lihat lampiran", "UU No.5", "hlm. 3", "09.00", "a.n.", "dr. Budi", "10/12", "/", "dan/atau"] {
            assert!(!is_like_address(prose), "{prose}");
        }
    }
}
