//! Footnotes: numbered by their first reference, gathered at the end.

use super::Builder;
use crate::content::markdown::markup::Markup;
use crate::content::markdown::text::push_text;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

type Placed<'a> = (Event<'a>, Range<usize>);

/// The footnotes of a document.
#[derive(Default)]
pub struct Notes<'a> {
    /// Definitions being read, innermost last.
    open: Vec<(String, Vec<Placed<'a>>)>,
    /// Definitions by label, to be rendered once it is known that, and as which number, they are used.
    defined: HashMap<String, Vec<Placed<'a>>>,
    /// How often each note is referred to, in the order of their numbers.
    uses: Vec<u32>,
    labels: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl<'a> Notes<'a> {
    /// Keeps what belongs to a definition for later; hands the rest back.
    pub(super) fn divert(&mut self, event: Event<'a>, range: Range<usize>) -> Option<Placed<'a>> {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => self.open.push((key(&label), Vec::new())),
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, events)) = self.open.pop() {
                    self.defined.entry(label).or_insert(events);
                }
            }
            _ => match self.open.last_mut() {
                Some((_, events)) => events.push((event, range)),
                None => return Some((event, range)),
            },
        }
        None
    }

    /// Counts a reference: the note's number, and which of its references this is, both from 1.
    fn refer(&mut self, label: &str) -> (usize, u32) {
        let key = key(label);
        let index = *self.numbers.entry(key.clone()).or_insert(self.uses.len());
        if index == self.uses.len() {
            self.uses.push(0);
            self.labels.push(key);
        }
        self.uses[index] += 1;
        (index + 1, self.uses[index])
    }
}

fn key(label: &str) -> String {
    label.to_lowercase()
}

/// The id of a reference: `fnref-1`, then `fnref-1-2`.
fn reference_id(number: usize, using: u32) -> String {
    if using == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{using}") }
}

impl Builder<'_> {
    pub(super) fn note_reference(&mut self, label: &str) {
        let (number, using) = self.notes.refer(label);
        let id = reference_id(number, using);
        // Brackets around a reference are no link to Markdown, but a raw `<a>` may be open.
        let linked = !self.out.in_raw_link();
        let (open, close) = if linked { (format!("<a href=\"#fn-{number}\">"), "</a>") } else { Default::default() };
        // Writing to a `String` never fails.
        let _ = write!(self.out.html, "<sup class=\"footnote-ref\" id=\"{id}\">{open}{number}{close}</sup>");
    }

    /// Writes the notes that are referred to, those included that only other notes refer to.
    pub(super) fn write_notes(&mut self) {
        self.out.close_all_raw();
        let mut notes: Vec<Markup> = Vec::new();
        while let Some(label) = self.notes.labels.get(notes.len()) {
            let events = self.notes.defined.remove(label).unwrap_or_default();
            let outer = std::mem::take(&mut self.out);
            self.words.pause();
            for (event, range) in events {
                self.handle(event, range);
            }
            self.leave_containers();
            self.out.close_all_raw();
            notes.push(std::mem::replace(&mut self.out, outer));
        }
        if notes.is_empty() {
            return;
        }
        self.out.fresh_line();
        self.out.html.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for (number, mut note) in (1..).zip(notes) {
            let ended = if note.html.ends_with("</p>\n") { "</p>\n" } else { "" };
            note.html.truncate(note.html.len() - ended.len());
            for using in 1..=self.notes.uses[number - 1] {
                let id = reference_id(number, using);
                let name = id.trim_start_matches("fnref-");
                let _ = write!(
                    note.html,
                    " <a href=\"#{id}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"↩ {name}\">↩"
                );
                if using > 1 {
                    push_text(&mut note.html, &format!("\u{2009}{using}"));
                }
                note.html.push_str("</a>");
            }
            let _ = write!(self.out.html, "<li id=\"fn-{number}\">");
            note.html.push_str(ended);
            self.out.append(note);
            self.out.html.push_str("</li>\n");
        }
        self.out.html.push_str("</ol>\n</section>\n");
    }
}
