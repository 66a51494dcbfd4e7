//! HTML under construction: balanced whatever the input, with the places where holes go.

use super::allow::{self, Role};
use crate::content::body::{Fill, Hole};
use crate::diagnostic::Span;

/// How deep elements may nest. Browsers and sanitisers slow down or give up far beyond; text at a
/// greater depth is kept, its markup is not.
pub const DEPTH_MAX: usize = 100;

/// HTML that is being written, one body's or one footnote's.
#[derive(Debug, Default)]
pub struct Markup {
    /// What has been written.
    pub html: String,
    /// The holes so far, in order.
    pub holes: Vec<Hole>,
    /// Whether raw HTML is part of it.
    pub has_raw: bool,
    open: Vec<Open>,
    /// Elements of Markdown within the innermost open one that are too deep to be written.
    hidden: usize,
    /// How many of the open elements are Markdown's.
    markdown: usize,
}

/// What may stand in an element of Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text and what stands within a line.
    Phrasing,
    /// Blocks as well.
    Flow,
    /// Its own parts alone: the items of a list, the cells of a table.
    Parts,
}

/// Why a raw tag is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A block within a paragraph.
    NoBlockHere,
    /// A link within a link.
    LinkInLink,
    /// More than [`DEPTH_MAX`] elements are open.
    TooDeep,
}

#[derive(Clone, Copy, Debug)]
enum Open {
    /// An element that Markdown closes.
    Markdown(Holds),
    /// A raw tag, or one that ends by itself where its paragraph ends.
    Raw(&'static str, Role),
}

impl Markup {
    /// Enters an element of Markdown; whether its markup is to be written. What has parts is
    /// written only if they can be, too.
    pub fn begin(&mut self, holds: Holds) -> bool {
        let room = if holds == Holds::Parts { 2 } else { 1 };
        let shown = self.hidden == 0 && self.open.len() + room <= DEPTH_MAX;
        if shown {
            self.open.push(Open::Markdown(holds));
            self.markdown += 1;
        } else {
            self.hidden += 1;
        }
        shown
    }

    /// Leaves the innermost element of Markdown, closing what was opened in it; whether its markup
    /// is to be written.
    pub fn end(&mut self) -> bool {
        if self.hidden > 0 {
            self.hidden -= 1;
            return false;
        }
        self.close_raw_while(|_, _| true);
        self.open.pop();
        self.markdown = self.markdown.saturating_sub(1);
        true
    }

    /// Whether an element of Markdown is open.
    pub fn in_markdown(&self) -> bool {
        self.markdown + self.hidden > 0
    }

    /// Prepares for a block of Markdown: what can't hold one ends here, and a new line begins.
    pub fn block(&mut self) {
        self.close_raw_while(|name, role| role == Role::Phrasing || name == "p");
        self.fresh_line();
    }

    /// Begins a line unless one has just begun.
    pub fn fresh_line(&mut self) {
        if !self.html.is_empty() && !self.html.ends_with('\n') {
            self.html.push('\n');
        }
    }

    /// Opens a raw element, `attributes` being its finished markup.
    pub fn open_raw(&mut self, name: &'static str, role: Role, attributes: &str) -> Result<(), Refusal> {
        if role == Role::Flow || name == "hr" {
            let around = self.open.iter().rev().find_map(|open| match open {
                Open::Markdown(holds) => Some(*holds),
                Open::Raw(..) => None,
            });
            if around == Some(Holds::Phrasing) {
                return Err(Refusal::NoBlockHere);
            }
            self.close_raw_while(|top, role| role == Role::Phrasing || allow::implies_end(name, top));
        }
        if name == "a" && self.in_raw_link() {
            return Err(Refusal::LinkInLink);
        }
        if role != Role::Void {
            if self.hidden > 0 || self.open.len() >= DEPTH_MAX {
                return Err(Refusal::TooDeep);
            }
            self.open.push(Open::Raw(name, role));
        }
        for part in ["<", name, attributes, ">"] {
            self.html.push_str(part);
        }
        Ok(())
    }

    /// Whether a raw `<a>` is open.
    pub fn in_raw_link(&self) -> bool {
        self.has_raw && self.open.iter().any(|open| matches!(open, Open::Raw("a", _)))
    }

    /// Whether raw markup for code is open, whose text is shown as it is written.
    pub fn in_raw_code(&self) -> bool {
        let is_code = |open: &Open| matches!(open, Open::Raw("code" | "pre" | "kbd" | "samp", _));
        self.has_raw && self.open.iter().any(is_code)
    }

    /// Closes the innermost raw element of that name, and those within it. Nothing happens if
    /// there is none, or if it began outside the element of Markdown that is open now.
    pub fn close_raw(&mut self, name: &str) {
        let within = self.open.iter().rev().take_while(|open| matches!(open, Open::Raw(..)));
        let found = within.enumerate().find(|(_, open)| matches!(open, Open::Raw(own, _) if *own == name));
        if let Some((above, _)) = found {
            let keep = self.open.len() - above - 1;
            while self.open.len() > keep {
                self.close_top();
            }
        }
    }

    /// Closes every raw element that is still open.
    pub fn close_all_raw(&mut self) {
        self.close_raw_while(|_, _| true);
    }

    fn close_raw_while(&mut self, wanted: impl Fn(&str, Role) -> bool) {
        while let Some(Open::Raw(name, role)) = self.open.last()
            && wanted(name, *role)
        {
            self.close_top();
        }
    }

    fn close_top(&mut self) {
        if let Some(Open::Raw(name, _)) = self.open.pop() {
            for part in ["</", name, ">"] {
                self.html.push_str(part);
            }
        }
    }

    /// Makes a hole here.
    pub fn hole(&mut self, span: Span, fill: Fill) {
        self.hole_at(self.html.len(), span, fill);
    }

    /// Makes a hole at byte `at`, which is behind all others.
    pub fn hole_at(&mut self, at: usize, span: Span, fill: Fill) {
        self.holes.push(Hole { at: position(at), span, fill });
    }

    /// Makes a hole here that is a block of its own.
    pub fn block_hole(&mut self, span: Span, fill: Fill) {
        self.block();
        self.hole(span, fill);
        self.html.push('\n');
    }

    /// A place to come back to.
    pub fn here(&self) -> Mark {
        Mark { at: self.html.len(), hole: self.holes.len() }
    }

    /// Takes back what was written since the mark was made.
    pub fn rewind(&mut self, mark: Mark) {
        self.html.truncate(mark.at);
        self.holes.truncate(mark.hole);
    }

    /// Puts `text` where the mark was made.
    pub fn insert(&mut self, mark: Mark, text: &str) {
        self.html.insert_str(mark.at, text);
        for hole in &mut self.holes[mark.hole..] {
            hole.at += position(text.len());
        }
    }

    /// Appends a finished piece of HTML.
    pub fn append(&mut self, other: Markup) {
        let by = position(self.html.len());
        self.html.push_str(&other.html);
        self.holes.extend(other.holes.into_iter().map(|hole| Hole { at: hole.at + by, ..hole }));
        self.has_raw |= other.has_raw;
    }
}

/// A place in [`Markup`].
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// The byte of the HTML.
    pub at: usize,
    /// How many holes there were.
    pub hole: usize,
}

/// A byte offset of HTML; a body of 4 GiB is refused long before it comes here.
pub fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_tags_are_closed_where_their_surroundings_end() {
        let mut markup = Markup::default();
        let open = |markup: &mut Markup, name, role| markup.open_raw(name, role, "").unwrap();
        markup.begin(Holds::Phrasing);
        open(&mut markup, "b", Role::Phrasing);
        open(&mut markup, "i", Role::Phrasing);
        markup.close_raw("b");
        markup.close_raw("i");
        open(&mut markup, "u", Role::Phrasing);
        assert_eq!(markup.open_raw("ul", Role::Flow, ""), Err(Refusal::NoBlockHere));
        markup.end();
        open(&mut markup, "ul", Role::Flow);
        open(&mut markup, "li", Role::Flow);
        open(&mut markup, "li", Role::Flow);
        markup.close_raw("ul");
        assert_eq!(markup.html, "<b><i></i></b><u></u><ul><li></li><li></li></ul>");
    }

    #[test]
    fn a_raw_tag_can_not_close_what_began_outside_its_paragraph() {
        let mut markup = Markup::default();
        markup.open_raw("div", Role::Flow, "").unwrap();
        markup.begin(Holds::Flow);
        markup.close_raw("div");
        markup.end();
        markup.close_raw("div");
        assert_eq!(markup.html, "<div></div>");
    }

    #[test]
    fn what_is_too_deep_is_left_out_in_pairs() {
        let mut markup = Markup::default();
        let shown = (0..DEPTH_MAX + 50).filter(|_| markup.begin(Holds::Flow)).count();
        assert_eq!(markup.open_raw("b", Role::Phrasing, ""), Err(Refusal::TooDeep));
        let ended = (0..DEPTH_MAX + 50).filter(|_| markup.end()).count();
        assert_eq!((shown, ended, markup.in_markdown()), (DEPTH_MAX, DEPTH_MAX, false));
    }
}
