//! A Markdown body, rendered as far as it can be without knowing the rest of the newsroom.
//!
//! The HTML is finished but for its holes: links within the site, whose addresses only `routes`
//! knows, and components (directives and pictures), whose markup only the theme knows. A body
//! therefore depends on its file alone, and stays good until that file changes.

use super::texts::{Again, Lost, Texts};
use crate::cache::{Overflow, Slot};
use crate::data::Node;
use crate::diagnostic::Span;
use crate::digest::Digest;
use crate::path::RelPath;
use std::borrow::Cow;

/// The shortest HTML that is put aside, in bytes.
pub(super) const WORTH_ASIDE: usize = 256;

/// The body of one document, or of one container directive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// HTML with the holes' contents left out.
    pub html: Html,
    /// What is to be put where, in the order of the text.
    pub holes: Box<[Hole]>,
    /// Headings in order, with ids unique within the document. The document's body lists those of
    /// its containers too, a container's body lists none.
    pub headings: Box<[Heading]>,
    /// Further ids that `#id` may lead to: those of raw HTML. Listed as the headings are.
    pub anchors: Box<[Box<str>]>,
    /// Links to other sites. The document's body lists those of its containers too, a container's body
    /// lists none.
    pub outward: Box<[Outward]>,
    /// Words of running text, for the reading time; those of containers included, code not.
    pub words: u32,
}

/// The HTML of a body. Two are equal if their texts are, wherever those are.
#[derive(Clone, Debug)]
pub enum Html {
    /// The text itself.
    Here(Box<str>),
    /// Put aside until the page is made: the texts of a large archive would fill memory.
    /// The digest is the text's.
    Aside(Slot, Digest),
    /// Read by parsing the document's file again: an earlier run has kept the document without it.
    Again(Box<Again>),
}

impl Default for Html {
    fn default() -> Html {
        Html::Here(Box::default())
    }
}

impl PartialEq for Html {
    fn eq(&self, other: &Html) -> bool {
        match (self, other) {
            (Html::Here(one), Html::Here(other)) => one == other,
            _ => self.size() == other.size() && self.digest() == other.digest(),
        }
    }
}

impl Html {
    /// The text, from wherever it is. Fails if the disk does, or if the document's file has changed.
    pub fn read(&self, texts: &Texts) -> Result<Cow<'_, str>, Lost> {
        match self {
            Html::Here(text) => Ok(Cow::Borrowed(text)),
            Html::Aside(slot, _) => Ok(Cow::Owned(texts.aside().text(*slot)?)),
            Html::Again(again) => texts.again(again).map(Cow::Owned),
        }
    }

    /// Makes ready a text that would have to be parsed again, so that who reads it next need not. Whether
    /// it can be had at all, that reader is told.
    pub fn recall(&self, texts: &Texts) {
        if let Html::Again(again) = self {
            let _ = texts.again(again);
        }
    }

    /// The digest of the text, wherever it is.
    pub fn digest(&self) -> Digest {
        match self {
            Html::Here(text) => Digest::of(text.as_bytes()),
            Html::Aside(_, digest) => *digest,
            Html::Again(again) => again.digest,
        }
    }

    /// How many bytes the text has, wherever it is.
    pub fn size(&self) -> usize {
        match self {
            Html::Here(text) => text.len(),
            Html::Aside(slot, _) => slot.size(),
            Html::Again(again) => again.size,
        }
    }
}

/// A place in the HTML that is filled in when a page is rendered.
#[derive(Clone, Debug, PartialEq)]
pub struct Hole {
    /// The byte of [`Body::html`] before which the filling goes.
    pub at: u32,
    /// Where it stands in the source file.
    pub span: Span,
    /// What goes there.
    pub fill: Fill,
}

/// A link to another site: part of the HTML, listed for whoever asks whether it is still there.
#[derive(Clone, Debug, PartialEq)]
pub struct Outward {
    /// The address, with its scheme.
    pub address: Box<str>,
    /// Where it stands in the source file.
    pub span: Span,
}

/// What goes into a hole.
#[derive(Clone, Debug, PartialEq)]
pub enum Fill {
    /// The value of an `href` attribute (the quotes are in the HTML around it).
    Link(Target),
    /// A component of the theme: a directive, or a Markdown picture.
    Component(Box<Component>),
}

/// Where a link within the site leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// `#id`: a heading or anchor of the same page. Percent-decoded, as all fragments are.
    Fragment(Box<str>),
    /// `/berita/…`: an address from the site's root.
    Site {
        /// The address as written, a query included, its fragment not.
        path: Box<str>,
        /// What follows `#`.
        fragment: Option<Box<str>>,
    },
    /// `../2022/pasundan.md`, `lampiran.pdf`: a file, resolved against the document's folder.
    File {
        /// The file, relative to the newsroom's root, without its query; none if it leads out of
        /// the root.
        path: Option<RelPath>,
        /// The reference as written, for messages.
        written: Box<str>,
        /// What follows `#`.
        fragment: Option<Box<str>>,
    },
}

/// A call of a theme component.
///
/// `![alt](a.jpg "caption")` alone on its line is the component `figure` with the arguments `src`,
/// `alt` and, if it was written, `caption`; several such lines in one paragraph are several
/// figures. Within running text it is `image` with the same arguments. `src` is the file's name,
/// percent-decoded and without a query, as it would be written in a directive.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Its name.
    pub name: Box<str>,
    /// Where the name stands.
    pub name_span: Span,
    /// The arguments, in order, each name once.
    pub arguments: Box<[Argument]>,
    /// What stands between `:::name` and `:::`; none for a `::name` line.
    pub body: Option<Body>,
}

/// One argument of a component.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// Its name.
    pub name: Box<str>,
    /// Where the name stands.
    pub name_span: Span,
    /// Its value: a string, a whole number, a number or a boolean.
    pub value: Node,
}

/// A heading of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// 2 to 6: level 1 is the page's title, so `#` in a body becomes level 2.
    pub level: u8,
    /// The id, from `{#id}` or made from the text.
    pub id: Box<str>,
    /// The plain text.
    pub text: Box<str>,
}

impl Body {
    /// Puts the HTML aside, unless it is too short to be worth it.
    pub fn put_aside(&mut self, aside: &Overflow) {
        if let Html::Here(html) = &self.html
            && html.len() >= WORTH_ASIDE
            && let Some(slot) = aside.keep(html.as_bytes())
        {
            self.html = Html::Aside(slot, Digest::of(html.as_bytes()));
        }
    }

    /// The HTML of the body and of its containers, in the order in which they begin.
    pub(super) fn all_html<'a>(&'a self, take: &mut dyn FnMut(&'a Html)) {
        take(&self.html);
        for hole in &self.holes {
            if let Fill::Component(component) = &hole.fill
                && let Some(body) = &component.body
            {
                body.all_html(take);
            }
        }
    }

    /// Every hole, those within containers included, outermost first.
    pub fn all_holes(&self) -> impl Iterator<Item = &Hole> {
        let mut stack: Vec<std::slice::Iter<'_, Hole>> = vec![self.holes.iter()];
        std::iter::from_fn(move || {
            loop {
                let Some(hole) = stack.last_mut()?.next() else {
                    stack.pop();
                    continue;
                };
                if let Fill::Component(component) = &hole.fill
                    && let Some(body) = &component.body
                {
                    stack.push(body.holes.iter());
                }
                return Some(hole);
            }
        })
    }
}
