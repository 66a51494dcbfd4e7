//! What the site tells machines: a contact that is still to be believed, rules that hosts have room for.

use crate::check::Desk;
use crate::config::{Config, FILE};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::path::RelPath;
use crate::text;
use jiff::{SignedDuration, Timestamp};

/// How long before its end security.txt is spoken of.
const NOTICE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How far ahead its end should lie at most (RFC 9116, 2.5.5).
const TERM_MAX: SignedDuration = SignedDuration::from_hours(366 * 24);

pub(in crate::check) fn check(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    expiry(desk, findings);
    let left_out = desk.edition.redirect_rules().left_out;
    if left_out > 0 {
        let message = text!(
            "{left_out} alamat lama tidak muat sebagai aturan di _redirects",
            "{left_out} old addresses find no room as rules in _redirects"
        );
        let finding = Diagnostic::new(Code::TooManyRedirects, &RelPath::new(FILE), Span::default(), message);
        findings.push(finding.help(text!(
            "alamat itu tetap berfungsi lewat halaman pengantar; lihat `warta explain WT605`",
            "they still work, by pages that lead on; see `warta explain WT605`"
        )));
    }
}

/// When the next finding about the end of security.txt comes or goes.
pub fn next_notice(config: &Config, now: Timestamp) -> Option<Timestamp> {
    let end = config.security.as_ref()?.expires.value.instant;
    let turns = [end.checked_sub(TERM_MAX), end.checked_sub(NOTICE), Ok(end)];
    turns.into_iter().flatten().filter(|turn| *turn >= now).min().and_then(|turn| {
        // The turn itself still counts to what was before: a moment later it does not.
        turn.checked_add(SignedDuration::from_nanos(1)).ok()
    })
}

fn expiry(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(security) = &desk.config().security else { return };
    let now = desk.edition.newsroom.now();
    let left = security.expires.value.instant.duration_since(now);
    let day = security.expires.value.local.date();
    // A warning even then: that a day has passed must not keep tonight's news from being published.
    let message = if !security.holds_at(now) {
        text!(
            "security.txt kedaluwarsa sejak {day} dan tidak diterbitkan",
            "security.txt has expired on {day} and is not published"
        )
    } else if left <= NOTICE {
        text!("security.txt kedaluwarsa pada {day}", "security.txt expires on {day}")
    } else if left > TERM_MAX {
        text!("security.txt berlaku lebih dari setahun", "security.txt is valid for more than a year")
    } else {
        return;
    };
    let finding = Diagnostic::new(Code::SecurityExpires, &RelPath::new(FILE), security.expires.span, message);
    findings.push(finding.help(text!(
        "pastikan `contact` masih dibaca, lalu tulis `expires` paling lama setahun ke depan",
        "make sure that `contact` is still read, then write an `expires` a year ahead at most"
    )));
}
