//! From the parser's events to HTML with holes, in one pass.

mod container;
mod link;
mod note;
mod picture;
mod raw;
mod table;

use super::allow::Role;
use super::code;
use super::findings::Findings;
use super::markup::{Holds, Mark, Markup};
use super::mask::Masked;
use super::slips::{self, Slips, swallowed};
use super::text::{Words, clean, push_attribute, push_text};
use super::unique::Unique;
use crate::content::body::{Body, Heading, Outward};
use crate::diagnostic::Diagnostic;
use crate::path::{RelPath, slugify};
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use rustc_hash::FxHashMap;
use std::fmt::Write;
use std::ops::Range;

/// Builds one document's body.
pub struct Builder<'a> {
    source: &'a Masked<'a>,
    /// The document's folder.
    folder: RelPath,
    findings: Findings<'a>,
    /// What is written now: the body, a container's, or a footnote's.
    out: Markup,
    containers: Vec<container::Container>,
    notes: note::Notes<'a>,
    /// Where the addresses of links stand that are written apart from them, by label.
    definitions: FxHashMap<String, Range<usize>>,
    ids: Unique,
    /// The names of tables.
    labels: Unique,
    headings: Vec<Heading>,
    anchors: Vec<Box<str>>,
    outward: Vec<Outward>,
    words: Words,
    slips: Slips,
    // What has begun and not ended yet.
    paragraph: Option<Mark>,
    heading: Option<OpenHeading>,
    code: Option<OpenCode>,
    link: Option<link::OpenLink>,
    picture: Option<picture::OpenPicture<'a>>,
    table: Option<table::OpenTable>,
    raw: Option<raw::RawBlock>,
    /// Where the event before this one stands.
    previous: Range<usize>,
}

struct OpenHeading {
    mark: Mark,
    level: u8,
    id: String,
    text: String,
}

struct OpenCode {
    info: String,
    text: String,
}

impl<'a> Builder<'a> {
    /// A builder for the body in `source`, which starts at `offset` of `file`.
    pub fn new(source: &'a Masked<'a>, offset: usize, file: &'a RelPath) -> Self {
        let mut out = Markup::default();
        out.html.reserve(source.original.len() + source.original.len() / 4);
        Builder {
            source,
            folder: file.parent(),
            findings: Findings::new(file, offset),
            out,
            containers: Vec::new(),
            notes: note::Notes::default(),
            definitions: FxHashMap::default(),
            ids: Unique::default(),
            labels: Unique::default(),
            headings: Vec::new(),
            anchors: Vec::new(),
            outward: Vec::new(),
            words: Words::default(),
            slips: Slips::default(),
            paragraph: None,
            heading: None,
            code: None,
            link: None,
            picture: None,
            table: None,
            raw: None,
            previous: 0..0,
        }
    }

    /// Takes the next event.
    pub fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        if let Some((event, range)) = self.notes.divert(event, range) {
            self.handle(event, range);
        }
    }

    /// The finished body and everything that is wrong with it.
    pub fn finish(mut self) -> (Body, Vec<Diagnostic>) {
        self.leave_containers();
        self.write_notes();
        let out = std::mem::take(&mut self.out);
        let body = self.body(out, 0);
        let (headings, anchors, outward) = (self.headings.into(), self.anchors.into(), self.outward.into());
        (Body { headings, anchors, outward, ..body }, self.findings.finish())
    }

    fn handle(&mut self, event: Event<'a>, range: Range<usize>) {
        if self.picture.is_some() {
            self.in_picture(event, &range);
        } else {
            match event {
                Event::Start(tag) => self.start(tag, &range),
                Event::End(tag) => self.end(tag, &range),
                Event::Text(text) => self.text(&text, &range),
                Event::Code(text) => self.code_span(&text),
                Event::Html(html) => self.raw_line(&html, &range),
                Event::InlineHtml(html) => self.raw_inline(&html, &range),
                Event::FootnoteReference(label) => self.note_reference(&label),
                Event::SoftBreak => self.line_break("\n"),
                Event::HardBreak => self.line_break("<br>\n"),
                Event::Rule => self.rule(&range),
                Event::TaskListMarker(done) => self.task(done),
                Event::InlineMath(_) | Event::DisplayMath(_) => {}
            }
        }
        self.previous = range;
    }

    fn start(&mut self, tag: Tag<'a>, range: &Range<usize>) {
        match tag {
            Tag::Emphasis => self.begin_inline("<em>"),
            Tag::Strong => self.begin_inline("<strong>"),
            Tag::Strikethrough => self.begin_inline("<del>"),
            Tag::Link { link_type, dest_url, title, id } => {
                self.begin_link(link_type, &dest_url, &title, &id, range);
            }
            Tag::Image { link_type, dest_url, title, id } => self.begin_picture(link_type, dest_url, title, &id),
            Tag::Paragraph => {
                self.begin_block(Holds::Phrasing, "<p>");
                self.paragraph = Some(self.out.here());
            }
            Tag::Heading { level, id, .. } => {
                self.begin_block(Holds::Phrasing, "");
                let id = id.map(|id| self.source.unshield(&id).into_owned()).unwrap_or_default();
                let level = (level as u8).max(2);
                self.heading = Some(OpenHeading { mark: self.out.here(), level, id, text: String::new() });
            }
            Tag::BlockQuote(_) => self.begin_block(Holds::Flow, "<blockquote>\n"),
            Tag::CodeBlock(kind) => {
                self.begin_block(Holds::Phrasing, "");
                let info = match kind {
                    CodeBlockKind::Fenced(info) => {
                        swallowed::fence(self.source.original, range, &mut self.findings);
                        self.source.unshield(&info).into_owned()
                    }
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some(OpenCode { info, text: String::new() });
            }
            Tag::HtmlBlock => {
                swallowed::comment(self.source.original, range, &mut self.findings);
                self.raw = Some(raw::RawBlock::default());
            }
            Tag::List(None) => self.begin_block(Holds::Parts, "<ul>\n"),
            Tag::List(Some(1)) => self.begin_block(Holds::Parts, "<ol>\n"),
            Tag::List(Some(first)) => self.begin_block(Holds::Parts, &format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.begin_block(Holds::Flow, "<li>"),
            Tag::DefinitionList => self.begin_block(Holds::Parts, "<dl>\n"),
            Tag::DefinitionListTitle => self.begin_block(Holds::Phrasing, "<dt>"),
            Tag::DefinitionListDefinition => self.begin_block(Holds::Flow, "<dd>"),
            Tag::Table(alignments) => self.begin_table(alignments),
            Tag::TableHead => self.begin_row(),
            Tag::TableRow => {
                let columns = self.table.as_ref().map_or(0, |table| table.columns());
                swallowed::cells(self.source.original, range, columns, &mut self.findings);
                self.begin_row();
            }
            Tag::TableCell => self.begin_cell(),
            // Footnotes are diverted before they come here; the rest is switched off.
            Tag::FootnoteDefinition(_) | Tag::MetadataBlock(_) | Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Emphasis => self.end_inline("</em>"),
            TagEnd::Strong => self.end_inline("</strong>"),
            TagEnd::Strikethrough => self.end_inline("</del>"),
            TagEnd::Link => self.end_link(range),
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(_) => self.end_heading(range),
            TagEnd::BlockQuote(_) => self.end_block("</blockquote>\n"),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => self.end_raw(),
            TagEnd::List(false) => self.end_block("</ul>\n"),
            TagEnd::List(true) => self.end_block("</ol>\n"),
            TagEnd::Item => self.end_block("</li>\n"),
            TagEnd::DefinitionList => self.end_block("</dl>\n"),
            TagEnd::DefinitionListTitle => self.end_block("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.end_block("</dd>\n"),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.end_table_head(),
            TagEnd::TableRow => self.end_row(),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Image
            | TagEnd::FootnoteDefinition
            | TagEnd::MetadataBlock(_)
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
        }
    }

    fn begin_block(&mut self, holds: Holds, markup: &str) {
        self.words.pause();
        self.out.block();
        if self.out.begin(holds) {
            self.out.html.push_str(markup);
        }
    }

    /// Ends the innermost block; whether its markup is to be written.
    fn leave_block(&mut self) -> bool {
        self.words.pause();
        self.leave_containers();
        self.out.end()
    }

    fn end_block(&mut self, markup: &str) {
        if self.leave_block() {
            self.out.html.push_str(markup);
        }
    }

    fn begin_inline(&mut self, markup: &str) {
        if self.out.begin(Holds::Phrasing) {
            self.out.html.push_str(markup);
        }
    }

    fn end_inline(&mut self, markup: &str) {
        if self.out.end() {
            self.out.html.push_str(markup);
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        let text = self.source.unmask(text, range);
        match &mut self.code {
            Some(code) => code.text.push_str(&text),
            None => {
                if !self.out.in_raw_code() {
                    self.slips.find(self.source.original, range, &mut self.findings);
                }
                self.running_text(&text);
            }
        }
    }

    fn running_text(&mut self, text: &str) {
        self.words.add(text);
        self.note_text(text);
        push_text(&mut self.out.html, text);
    }

    fn code_span(&mut self, text: &str) {
        let text = self.source.unshield(text);
        self.words.add(&text);
        self.note_text(&text);
        self.out.html.push_str("<code>");
        push_text(&mut self.out.html, &text);
        self.out.html.push_str("</code>");
    }

    /// Remembers text that also names something: a heading, a table's columns.
    fn note_text(&mut self, text: &str) {
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        } else if let Some(table) = &mut self.table {
            table.name_with(text);
        }
    }

    fn line_break(&mut self, markup: &str) {
        self.words.pause();
        self.note_text(" ");
        self.out.html.push_str(markup);
    }

    fn rule(&mut self, range: &Range<usize>) {
        self.words.pause();
        match self.source.line_at(range.start) {
            Some(line) => self.directive(line),
            None => {
                self.out.block();
                self.out.html.push_str("<hr>\n");
            }
        }
    }

    fn task(&mut self, done: bool) {
        // Where a label would be too deep, the box goes without one. Writing to a `String` never fails.
        let _ = self.out.open_raw("label", Role::Phrasing, "");
        let checked = if done { " checked" } else { "" };
        let _ = write!(self.out.html, "<input type=\"checkbox\" disabled{checked}> ");
    }

    fn end_paragraph(&mut self) {
        let begun = self.paragraph.take();
        if !self.leave_block() {
            return;
        }
        if !begun.is_some_and(|mark| self.make_figures(mark)) {
            self.out.html.push_str("</p>\n");
        }
    }

    fn end_heading(&mut self, range: &Range<usize>) {
        if let Some(braces) = self.source.braces_within(range) {
            slips::braces(self.source.original, braces, &mut self.findings);
        }
        let shown = self.leave_block();
        let Some(heading) = self.heading.take().filter(|_| shown) else { return };
        let text = clean(heading.text.trim());
        let written: String = clean(&heading.id).split_whitespace().collect();
        let id = self.ids.claim_id(if written.is_empty() { slugify(&text) } else { written }.as_str());
        let level = heading.level;
        let mut tag = format!("<h{level} id=\"");
        push_attribute(&mut tag, &id);
        tag.push_str("\">");
        self.out.insert(heading.mark, &tag);
        let _ = writeln!(self.out.html, "</h{level}>");
        self.headings.push(Heading { level, id: id.into(), text: text.into() });
    }

    fn end_code(&mut self) {
        self.leave_block();
        if let Some(mut code) = self.code.take() {
            if !code.text.is_empty() && !code.text.ends_with('\n') {
                code.text.push('\n');
            }
            code::push_block(&mut self.out.html, &code.info, &clean(&code.text));
        }
    }
}
