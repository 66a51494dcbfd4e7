//! Raw HTML: what the allow-list has is written anew, the rest is reported.

use super::Builder;
use super::link::link_in_link;
use crate::content::body::{Fill, Outward, Target};
use crate::content::markdown::allow::{self, Role};
use crate::content::markdown::link::{Destination, classify};
use crate::content::markdown::markup::Refusal;
use crate::content::markdown::tag::{Attribute, Piece, Tag, address, pieces};
use crate::content::markdown::text::{clean, push_href};
use crate::content::markdown::unique::is_reserved_id;
use crate::diagnostic::{Code, Text};
use crate::text;
use std::ops::Range;

/// A block of raw HTML, which the parser hands out line by line.
#[derive(Default)]
pub struct RawBlock {
    html: String,
    /// Where in `html` each line begins, and where that is in the source.
    lines: Vec<(usize, usize)>,
    /// A directive line that the block has swallowed.
    directive: Option<Range<usize>>,
}

impl RawBlock {
    /// Whether the parser ends it by its end tag, not by a blank line.
    fn is_verbatim(&self) -> bool {
        let start = self.html.trim_start();
        let begins = |tag: &str| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
        ["<!", "<?", "<pre", "<script", "<style", "<textarea"].iter().any(|tag| begins(tag))
    }

    /// The place in the source of a range of the block.
    fn place(&self, range: &Range<usize>) -> Range<usize> {
        let at = |offset: usize| {
            let line = self.lines.partition_point(|(start, _)| *start <= offset).saturating_sub(1);
            self.lines.get(line).map_or(0, |(start, source)| source + offset.saturating_sub(*start))
        };
        let start = at(range.start);
        start..(at(range.end.saturating_sub(1)) + 1).max(start)
    }
}

impl Builder<'_> {
    pub(super) fn raw_line(&mut self, html: &str, range: &Range<usize>) {
        let html = self.source.unmask(html, range);
        let Some(block) = &mut self.raw else { return };
        if block.directive.is_none() {
            block.directive = self.source.line_within(range).map(|line| line.start..line.end);
        }
        block.lines.push((block.html.len(), range.start));
        block.html.push_str(&html);
    }

    pub(super) fn end_raw(&mut self) {
        let Some(block) = self.raw.take() else { return };
        if let Some(directive) = block.directive.as_ref().filter(|_| !block.is_verbatim()) {
            self.findings.add(Code::DirectiveSyntax, directive, || {
                (
                    text!(
                        "direktif ini terbaca sebagai bagian dari HTML di atasnya",
                        "this directive is read as part of the HTML above it"
                    ),
                    text!("beri satu baris kosong sebelum dan sesudahnya", "leave a blank line before and after it"),
                )
            });
        }
        self.words.pause();
        self.out.fresh_line();
        self.raw_pieces(&block.html, &|range| block.place(range));
        self.words.pause();
    }

    pub(super) fn raw_inline(&mut self, html: &str, range: &Range<usize>) {
        let html = self.source.unshield(html);
        let exact = html.len() == range.len();
        let place = |part: &Range<usize>| {
            if exact { range.start + part.start..range.start + part.end } else { range.clone() }
        };
        self.raw_pieces(&html, &place);
    }

    fn raw_pieces(&mut self, html: &str, place: &dyn Fn(&Range<usize>) -> Range<usize>) {
        for piece in pieces(html) {
            match piece {
                Piece::Text(text) if text.trim_ascii().is_empty() && self.out.html.ends_with('\n') => {}
                Piece::Text(text) => {
                    self.words.add(text);
                    // Character references are HTML already; a stray `<` is not.
                    self.out.html.push_str(&clean(text).replace('<', "&lt;"));
                }
                Piece::Open(tag) => self.open_raw(&tag, place),
                Piece::Close(name) => self.out.close_raw(&name),
                Piece::Unfinished(range) => self.findings.add(Code::ForbiddenHtml, &place(&range), || {
                    (
                        text!("tag ini tidak ditutup dengan `>`", "this tag is not closed with `>`"),
                        text!(
                            "lengkapi tagnya; untuk tanda lebih kecil biasa tulis `&lt;`",
                            "complete the tag; for a plain less-than sign write `&lt;`"
                        ),
                    )
                }),
            }
        }
    }

    fn open_raw(&mut self, tag: &Tag<'_>, place: &dyn Fn(&Range<usize>) -> Range<usize>) {
        let Some((name, role)) = allow::element(&tag.name) else {
            let name = &tag.name;
            self.findings.add_alike(Code::ForbiddenHtml, &place(&tag.range), name.clone(), || {
                (text!("tag `<{name}>` tidak diizinkan", "the tag `<{name}>` is not allowed"), allow::instead_of(name))
            });
            return;
        };
        let mut written = String::new();
        let mut hole = None;
        let mut forbidden: Vec<&Attribute<'_>> = Vec::new();
        for attribute in &tag.attributes {
            let at = place(&attribute.range);
            match &*attribute.name {
                "href" if name == "a" => hole = self.raw_link(attribute.value, at, &mut written),
                "cite" if matches!(name, "blockquote" | "q" | "del" | "ins") => {
                    self.raw_citation(attribute.value, &at, &mut written);
                }
                "id" => self.raw_id(attribute.value, &mut written),
                plain if allow::is_plain_attribute(plain) => push_plain(&mut written, plain, attribute.value),
                _ => forbidden.push(attribute),
            }
        }
        if let (Some(first), Some(last)) = (forbidden.first(), forbidden.last()) {
            self.forbidden_attributes(name, &forbidden, &place(&(first.range.start..last.range.end)));
        }
        self.out.has_raw = true;
        if let Err(refusal) = self.out.open_raw(name, role, &written) {
            self.findings.add(Code::ForbiddenHtml, &place(&tag.range), || refused(name, refusal));
            return;
        }
        if let Some(hole) = hole {
            let at = self.out.html.len() - 1 - (written.len() - hole.at);
            self.out.hole_at(at, self.findings.span(&hole.place), Fill::Link(hole.target));
        }
        if tag.closed && role != Role::Void {
            self.out.close_raw(name);
        }
    }

    fn forbidden_attributes(&mut self, name: &str, attributes: &[&Attribute<'_>], place: &Range<usize>) {
        let list = attributes.iter().map(|attribute| format!("`{}`", attribute.name)).collect::<Vec<_>>().join(", ");
        let pasted = attributes.iter().any(|attribute| is_of_word_processor(attribute));
        self.findings.add_alike(Code::ForbiddenHtml, place, format!("{name} {list}"), || {
            let message = match attributes.len() {
                1 => text!(
                    "atribut {list} pada `<{name}>` tidak diizinkan",
                    "the attribute {list} of `<{name}>` is not allowed"
                ),
                _ => text!(
                    "atribut {list} pada `<{name}>` tidak diizinkan",
                    "the attributes {list} of `<{name}>` are not allowed"
                ),
            };
            let help = if pasted {
                text!(
                    "teks ini ditempel dari pengolah kata; tempel ulang sebagai teks biasa (Ctrl+Shift+V)",
                    "this was pasted from a word processor; paste it again as plain text (Ctrl+Shift+V)"
                )
            } else {
                text!("hapus; tampilan dan skrip diatur tema", "remove this; looks and scripts are the theme's")
            };
            (message, help)
        });
    }

    fn raw_link(&mut self, value: &str, place: Range<usize>, written: &mut String) -> Option<RawHole> {
        let destination = classify(&address(value), &self.folder);
        if let Some(complaint) = destination.complaint() {
            self.findings.add(destination.code(), &place, || complaint);
            return None;
        }
        written.push_str(" href=\"");
        let mut hole = None;
        match destination {
            Destination::External(address) => {
                push_href(written, &address);
                self.outward.push(Outward { address: address.into(), span: self.findings.span(&place) });
            }
            Destination::Internal(target) => hole = Some(RawHole { at: written.len(), target, place }),
            Destination::Empty | Destination::Mistyped(_) | Destination::SchemeMissing | Destination::Scheme(_) => {}
        }
        written.push('"');
        hole
    }

    fn raw_citation(&mut self, value: &str, place: &Range<usize>, written: &mut String) {
        if let Destination::External(address) = classify(&address(value), &self.folder) {
            written.push_str(" cite=\"");
            push_href(written, &address);
            written.push('"');
        } else {
            self.findings.add(Code::ForbiddenLink, place, || {
                (
                    text!("`cite` harus alamat lengkap", "`cite` must be a full address"),
                    text!(
                        "tulis alamat sumbernya: `cite=\"https://…\"`",
                        "write the source's address: `cite=\"https://…\"`"
                    ),
                )
            });
        }
    }

    /// An id that is taken already is left out: two elements of one id would break both.
    fn raw_id(&mut self, value: &str, written: &mut String) {
        let id = clean(value);
        let usable = !id.is_empty() && !id.contains(char::is_whitespace) && !is_reserved_id(&id);
        if usable && self.ids.take(&id) {
            push_plain(written, "id", &id);
            self.anchors.push(id.into());
        }
    }
}

/// Whether an attribute is one that word processors write when text is copied from them.
fn is_of_word_processor(attribute: &Attribute<'_>) -> bool {
    let value = attribute.value.to_ascii_lowercase();
    attribute.name.contains(':') || value.contains("mso") || attribute.name == "style" && value.contains("font-")
}

/// Why an allowed tag can't stand where it does.
fn refused(name: &str, refusal: Refusal) -> (Text, Text) {
    match refusal {
        Refusal::NoBlockHere => (
            text!(
                "tag `<{name}>` tidak bisa berada di dalam paragraf",
                "the tag `<{name}>` can't stand in a paragraph"
            ),
            text!(
                "tulis di awal baris, dengan satu baris kosong sebelumnya",
                "write it at the start of a line, with a blank line before it"
            ),
        ),
        Refusal::LinkInLink => link_in_link(),
        Refusal::TooDeep => (
            text!("tag HTML bersarang terlalu dalam", "HTML tags are nested too deeply"),
            text!(
                "tutup tag yang sudah selesai, atau hapus tag ini",
                "close the tags that have ended, or remove this one"
            ),
        ),
    }
}

/// The hole of an `href` among the attributes of a raw tag.
struct RawHole {
    /// The byte of the attributes' markup.
    at: usize,
    target: Target,
    place: Range<usize>,
}

/// Appends an attribute whose value has its character references already.
fn push_plain(written: &mut String, name: &str, value: &str) {
    written.push(' ');
    written.push_str(name);
    written.push_str("=\"");
    for c in clean(value).chars() {
        match c {
            '"' => written.push_str("&quot;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            _ => written.push(c),
        }
    }
    written.push('"');
}
