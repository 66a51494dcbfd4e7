//! Builds of which nothing has changed: found again, and kept to be found.

use super::{Inputs, Workspace};
use crate::failure::Failure;
use crate::output::locate;
use crate::path::RelPath;
use crate::records::{Settled, Stock};
use std::path::Path;

impl Workspace {
    /// An earlier build of the same inputs into an output folder, if it stands and lies there as it was left.
    /// What is loaded next need not read again what is known from here.
    pub fn settled(&mut self, output: &Path) -> Result<Option<Settled>, Failure> {
        // A folder that can't be used is told by whoever comes to use it.
        let Ok(output) = &locate(output) else { return Ok(None) };
        let place = self.cache.place(output);
        if !Settled::is_kept(&self.cache, &place) {
            return Ok(None);
        }
        let inputs = Inputs::read(&*self.source, &self.settings)?;
        self.looked_at = Some(inputs.clone());
        let find = || {
            let settled = Settled::load(&self.cache, &place, &inputs.digest, self.settings.now)?;
            let stock = Stock::load(&self.cache, &place)?;
            (stock.digest == settled.inventory && stock.inventory.holds(output)).then_some(settled)
        };
        Ok(find())
    }

    /// Keeps a build for [`Workspace::settled`], as one of the very bytes that it has read: of a file that is another
    /// by now, something has changed.
    pub fn settle(&self, output: &Path, settled: &Settled) {
        let read = |path: &RelPath| {
            let parsed = self.parsed.get(path).and_then(|parsed| parsed.digest);
            let shown = || self.media.get(path).map(|file| file.digest);
            let other = || self.others.get(path).or_else(|| self.of_settings.get(path)).copied();
            parsed.or_else(shown).or_else(other)
        };
        if let Ok(output) = locate(output)
            && self.cache.is_kept()
        {
            let inputs = Inputs::as_read(&self.listing, &self.settings, read, &*self.source);
            settled.save(&self.cache, &self.cache.place(&output), &inputs.digest);
        }
    }
}
