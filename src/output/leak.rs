//! The last look at the bytes: nothing that is unpublished may stand in an output file.

use crate::failure::Failure;
use crate::text;
use aho_corasick::AhoCorasick;

/// Texts that may stand in no output file, and what each of them would give away.
#[derive(Debug, Default)]
pub struct LeakAudit {
    /// None when there is nothing to look for.
    automaton: Option<AhoCorasick>,
    what: Vec<String>,
}

impl LeakAudit {
    /// Prepares to look for every needle; each comes with what it is, for the message. Empty
    /// needles are passed over.
    pub fn new(patterns: impl IntoIterator<Item = (String, String)>) -> Result<LeakAudit, Failure> {
        let (needles, what): (Vec<String>, Vec<String>) =
            patterns.into_iter().filter(|(needle, _)| !needle.is_empty()).unzip();
        if needles.is_empty() {
            return Ok(LeakAudit::default());
        }
        let automaton = AhoCorasick::new(&needles).map_err(|error| {
            Failure::new(text!(
                "pemeriksaan kebocoran tidak dapat disiapkan: {error}",
                "the leak audit can't be prepared: {error}",
            ))
        })?;
        Ok(LeakAudit { automaton: Some(automaton), what })
    }

    /// What stands in `bytes` and must not, if anything does.
    pub fn find(&self, bytes: &[u8]) -> Option<&str> {
        let found = self.automaton.as_ref()?.find(bytes)?;
        self.what.get(found.pattern().as_usize()).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn audit(needles: &[&str]) -> LeakAudit {
        LeakAudit::new(needles.iter().map(|needle| (needle.to_string(), format!("<{needle}>")))).unwrap()
    }

    #[test]
    fn what_leaks_is_named() {
        let audit = audit(&["rahasia-besar", "", "/kunjungan/2026/embargo/"]);
        assert_eq!(audit.find(b"<a href=\"/kunjungan/2026/embargo/\">"), Some("</kunjungan/2026/embargo/>"));
        assert_eq!(audit.find(b"\xff rahasia-besar"), Some("<rahasia-besar>"));
        assert_eq!(audit.find(b"rahasia besar"), None);
    }

    #[test]
    fn nothing_to_look_for_finds_nothing() {
        assert_eq!(audit(&[]).find(b"apa saja"), None);
        assert_eq!(audit(&[""]).find(b""), None);
    }
}
