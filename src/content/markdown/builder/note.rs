//! Footnotes: numbered by their first reference, gathered at the end.

use super::Builder;
use crate::content::markdown::markup::Markup;
use crate::content::markdown::text::push_text;
use crate::diagnostic::{Code, Text};
use crate::text;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Write;
use std::ops::Range;

type Placed<'a> = (Event<'a>, Range<usize>);

/// A definition: where it begins, and what it says.
type Definition<'a> = (usize, Vec<Placed<'a>>);

/// Why a note, or what it should say, is not shown.
#[derive(Clone, Copy)]
enum Lost {
    Empty,
    Twice,
    Unused,
}

/// The footnotes of a document.
#[derive(Default)]
pub struct Notes<'a> {
    /// Definitions being read, innermost last.
    open: Vec<(String, Definition<'a>)>,
    /// Definitions by label, to be rendered once it is known that, and as which number, they are used.
    defined: HashMap<String, Definition<'a>>,
    /// Definitions that are not shown, by where they begin.
    lost: Vec<(usize, Lost)>,
    /// How often each note is referred to, in the order of their numbers.
    uses: Vec<u32>,
    labels: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl<'a> Notes<'a> {
    /// Keeps what belongs to a definition for later; hands the rest back.
    pub(super) fn divert(&mut self, event: Event<'a>, range: Range<usize>) -> Option<Placed<'a>> {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => self.open.push((key(&label), (range.start, Vec::new()))),
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, definition)) = self.open.pop() {
                    self.define(label, definition);
                }
            }
            _ => match self.open.last_mut() {
                Some((_, (_, events))) => events.push((event, range)),
                None => return Some((event, range)),
            },
        }
        None
    }

    fn define(&mut self, label: String, (start, events): Definition<'a>) {
        if events.is_empty() {
            self.lost.push((start, Lost::Empty));
        }
        match self.defined.entry(label) {
            Entry::Vacant(free) => drop(free.insert((start, events))),
            Entry::Occupied(_) if events.is_empty() => {}
            Entry::Occupied(_) => self.lost.push((start, Lost::Twice)),
        }
    }

    /// Every definition that is not shown, once all that are have been taken.
    fn lost(&mut self) -> Vec<(usize, Lost)> {
        let mut lost = std::mem::take(&mut self.lost);
        let unused = self.defined.drain().filter(|(_, (_, events))| !events.is_empty());
        lost.extend(unused.map(|(_, (start, _))| (start, Lost::Unused)));
        lost.sort_by_key(|(start, _)| *start);
        lost
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

    fn report_lost(&mut self, start: usize, why: Lost) {
        let source = &self.source.original[start..];
        let written = &source[..source.find("]:").map_or(0, |end| end + 1)];
        self.findings.add(Code::LostNote, &(start..start + written.len() + 1), || lost(written, why));
    }

    /// Writes the notes that are referred to, those included that only other notes refer to.
    pub(super) fn write_notes(&mut self) {
        self.out.close_all_raw();
        let mut notes: Vec<Markup> = Vec::new();
        while let Some(label) = self.notes.labels.get(notes.len()) {
            let (_, events) = self.notes.defined.remove(label).unwrap_or_default();
            let outer = std::mem::take(&mut self.out);
            self.words.pause();
            for (event, range) in events {
                self.handle(event, range);
            }
            self.leave_containers();
            self.out.close_all_raw();
            notes.push(std::mem::replace(&mut self.out, outer));
        }
        for (start, why) in self.notes.lost() {
            self.report_lost(start, why);
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

/// What to say of a definition, `written` being its label in brackets.
fn lost(written: &str, why: Lost) -> (Text, Text) {
    match why {
        Lost::Empty => (
            text!("catatan kaki `{written}` kosong", "the footnote `{written}` is empty"),
            text!("tulis teksnya sesudah `{written}:`", "write its text after `{written}:`"),
        ),
        Lost::Twice => (
            text!(
                "catatan kaki `{written}` ditulis dua kali: yang ini tidak tampil",
                "the footnote `{written}` is there twice: this one is not shown"
            ),
            text!(
                "beri tanda lain pada catatan ini dan pada rujukannya, atau hapus salah satunya",
                "give this note and the reference to it another mark, or remove one of the two"
            ),
        ),
        Lost::Unused => (
            text!(
                "catatan kaki `{written}` tidak tampil: tidak ada yang merujuknya",
                "the footnote `{written}` is not shown: nothing refers to it"
            ),
            text!(
                "tulis {written} sesudah kata yang diterangkannya, atau hapus catatan ini",
                "write {written} after the word that it explains, or remove the note"
            ),
        ),
    }
}
