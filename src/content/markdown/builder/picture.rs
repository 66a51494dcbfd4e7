//! Pictures: calls of the components `figure` and `image`.

use super::Builder;
use crate::content::Elsewhere;
use crate::content::body::{Argument, Component, Fill};
use crate::content::markdown::link::{file_name, locate};
use crate::content::markdown::markup::{Mark, position};
use crate::content::markdown::text::{clean, push_text};
use crate::data::{Node, Value};
use crate::diagnostic::{Code, Span};
use crate::text;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// A picture whose description is being read.
pub struct OpenPicture<'a> {
    kind: LinkType,
    /// Where its file is named, if that is elsewhere.
    defined: Option<Range<usize>>,
    source: CowStr<'a>,
    title: CowStr<'a>,
    description: String,
    /// How many pictures its description contains that have not ended.
    nested: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn begin_picture(&mut self, kind: LinkType, source: CowStr<'a>, title: CowStr<'a>, label: &str) {
        let defined = self.definition(kind, label);
        self.picture = Some(OpenPicture { kind, defined, source, title, description: String::new(), nested: 0 });
    }

    /// Reads the description of a picture: of what it may contain, the text alone counts.
    pub(super) fn in_picture(&mut self, event: Event<'a>, range: &Range<usize>) {
        let Some(picture) = &mut self.picture else { return };
        match event {
            Event::Text(text) | Event::Code(text) => picture.description.push_str(&self.source.unshield(&text)),
            Event::SoftBreak | Event::HardBreak => picture.description.push(' '),
            Event::Start(Tag::Image { .. }) => picture.nested += 1,
            Event::End(TagEnd::Image) if picture.nested > 0 => picture.nested -= 1,
            Event::End(TagEnd::Image) => self.end_picture(range),
            _ => {}
        }
    }

    fn end_picture(&mut self, range: &Range<usize>) {
        let Some(picture) = self.picture.take() else { return };
        let text_end = self.text_end(range);
        let place = match picture.kind {
            LinkType::Inline => locate(self.source.original, range, text_end),
            _ => None,
        };
        let (source_at, title_at) = match place {
            Some(place) => (place.destination, place.title.unwrap_or_else(|| range.clone())),
            None => (picture.defined.unwrap_or_else(|| range.clone()), range.clone()),
        };
        let description = clean(picture.description.trim()).into_owned();
        let source = self.source.unshield(&picture.source);
        if let Some(elsewhere) = Elsewhere::of(&source) {
            self.findings.add(Code::RemoteImage, &source_at, || {
                (
                    elsewhere.complaint(),
                    text!(
                        "simpan fotonya di samping dokumen ini, lalu tulis nama berkasnya: `![…](foto.jpg)`",
                        "save the photo beside this document and write its file name: `![…](photo.jpg)`"
                    ),
                )
            });
            push_text(&mut self.out.html, &description);
            return;
        }
        let description_at = (range.start + 2).min(text_end)..text_end;
        if description.is_empty() {
            self.findings.add(Code::ImageWithoutAlt, range, || {
                (
                    text!("gambar ini tidak punya deskripsi", "this picture has no description"),
                    text!(
                        "tulis isi gambarnya di antara kurung siku, untuk pembaca yang tidak melihatnya: `![Wali kota menyalami warga]({source})`",
                        "say between the brackets what it shows, for readers who can't see it: `![The mayor greets residents]({source})`"
                    ),
                )
            });
        }
        let title = self.source.unshield(&picture.title);
        let mut arguments = vec![
            argument("src", clean(&file_name(&source)).into_owned(), self.findings.span(&source_at)),
            argument("alt", description, self.findings.span(&description_at)),
        ];
        if !title.is_empty() {
            arguments.push(argument("caption", clean(&title).into_owned(), self.findings.span(&title_at)));
        }
        let span = self.findings.span(range);
        let component = Component { name: "image".into(), name_span: span, arguments: arguments.into(), body: None };
        self.out.hole(span, Fill::Component(Box::new(component)));
    }

    /// Turns the paragraph begun at `mark` into figures if it holds nothing but pictures, each on
    /// a line of its own.
    pub(super) fn make_figures(&mut self, mark: Mark) -> bool {
        let out = &mut self.out;
        let holes = &out.holes[mark.hole..];
        let alone = !holes.is_empty()
            && holes.windows(2).all(|pair| pair[0].at < pair[1].at)
            && holes.iter().all(|hole| matches!(hole.fill, Fill::Component(_)))
            && out.html[mark.at..].replace("<br>", "").bytes().all(|b| b == b'\n');
        if alone {
            out.html.truncate(mark.at - "<p>".len());
            for hole in &mut out.holes[mark.hole..] {
                hole.at = position(out.html.len());
                out.html.push('\n');
                if let Fill::Component(component) = &mut hole.fill {
                    component.name = "figure".into();
                }
            }
        }
        alone
    }
}

fn argument(name: &str, value: String, span: Span) -> Argument {
    Argument { name: name.into(), name_span: span, value: Node { span, value: Value::String(value) } }
}
