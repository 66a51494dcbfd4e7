//! Records that are wrong on purpose, for showing that a build which verifies finds them out.

use super::{Asked, Records};
use crate::digest::Digest;

impl Records {
    /// Strikes questions off what was asked for the route at an address, and tells how many those were.
    pub fn strike(&mut self, url: &str, off: impl Fn(&Asked) -> bool) -> usize {
        let Some(at) = self.made.iter().position(|made| made.url.as_str() == url) else { return 0 };
        let made = self.made.remove(at);
        let all = self.places(&made).to_vec();
        let left = all.iter().copied().filter(|place| self.question(*place).is_none_or(|(asked, _)| !off(&asked)));
        let left: Vec<u32> = left.collect();
        let struck = all.len() - left.len();
        let files = self.files(&made).to_vec();
        self.add(made.url, made.name, &left, &files);
        self.made.sort_unstable_by(|a, b| a.url.cmp(&b.url));
        struck
    }

    /// Says that other bytes came of the route at an address.
    pub fn replace(&mut self, url: &str, digest: Digest) {
        let made = self.made.iter().find(|made| made.url.as_str() == url);
        if let Some(file) = made.and_then(|made| self.files.get_mut(made.files.start as usize)) {
            file.digest = digest;
        }
    }

    /// Says that every question had the same answer in another newsroom, and tells for how many routes any was
    /// asked.
    pub fn answer_all(&mut self, digest: Digest) -> usize {
        self.model = digest;
        self.reads.iter_mut().for_each(|(_, answer)| *answer = digest.brief());
        self.made.iter().filter(|made| !made.asked.is_empty()).count()
    }
}
