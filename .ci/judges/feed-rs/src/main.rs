//! Reads feeds with feed-rs and prints an item a line. What it can't read ends the run.

use feed_rs::model::Entry;
use feed_rs::parser;
use std::error::Error;
use std::path::Path;

const DATE: &str = "%Y-%m-%dT%H:%M:%SZ";

fn main() -> Result<(), Box<dyn Error>> {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let feed = parser::parse(&bytes[..]).map_err(|error| format!("{path}: {error}"))?;
        let name = Path::new(&path).file_name().unwrap_or_default().to_string_lossy();
        if feed.title.is_none() || feed.links.is_empty() {
            return Err(format!("{path}: no title or no link").into());
        }
        for entry in &feed.entries {
            println!("{}", line(&name, entry).ok_or_else(|| format!("{path}: {} lacks something", entry.id))?);
        }
    }
    Ok(())
}

fn line(name: &str, entry: &Entry) -> Option<String> {
    let page = entry.links.iter().find(|link| matches!(link.rel.as_deref(), None | Some("alternate")))?;
    let published = entry.published?.format(DATE).to_string();
    // RSS has no such date; feed-rs takes the other one for it.
    let updated = entry.updated.filter(|_| !name.ends_with("rss.xml")).map(|date| date.format(DATE).to_string());
    let title = &entry.title.as_ref()?.content;
    Some([name, &entry.id, title, &page.href, &published, updated.as_deref().unwrap_or("-")].join("\t"))
}
