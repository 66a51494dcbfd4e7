//! How a feed that is opened in a browser explains itself, in the reader's language.
//!
//! Browsers that show it as a document get a style sheet of the theme, and the words as XHTML within the
//! feed; feed readers pass over them. Those that show it as it is written (Chromium does, of everything
//! that is served as a feed) have the same words at its top.

use super::Channel;
use crate::render::xml::Xml;
use crate::theme::Scope;

/// The theme's style sheet for feeds.
const SHEET: &str = "feed.css";

const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Names the theme's style sheet, if it has one. It must stand before the first element.
pub(super) fn style(scope: &Scope, xml: &mut Xml) {
    if let Some(sheet) = scope.edition().routes.asset(SHEET) {
        let href = scope.edition().href(sheet);
        xml.instruction("xml-stylesheet", &[("type", "text/css"), ("href", &href)]);
    }
}

/// Says what a feed is, to those who see it as it is written. It must stand before the first element.
pub(super) fn greet(channel: &Channel<'_>, xml: &mut Xml) {
    if let Some(note) = channel.scope.words().get("feeds.note") {
        xml.comment(&format!("\n\n  {}\n\n  {note}\n  {}\n\n", channel.title, channel.home));
    }
}

/// Says what a feed is and how to follow it, where there is a style sheet that shows the words.
pub(super) fn explain(channel: &Channel<'_>, xml: &mut Xml) {
    let scope = channel.scope;
    let sheet = scope.edition().routes.asset(SHEET);
    let Some(note) = sheet.and_then(|_| scope.words().get("feeds.note")) else { return };
    xml.open("h:div", &[("xmlns:h", XHTML), ("lang", channel.language())]);
    xml.text("h:p", note);
    xml.open("h:p", &[]).text_with("h:a", &[("href", &channel.home)], &channel.home).close();
    xml.close();
}
