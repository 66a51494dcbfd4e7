//! Whether a drawing is a drawing alone: whoever opens it runs nothing and fetches nothing.

use super::Root;
use super::css::{is_internal, reaches_out};
use crate::diagnostic::Span;
use crate::image::Dimensions;
use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;
use std::ops::Range;

/// The namespace of drawings. Browsers show no other as SVG.
const DRAWING: &str = "http://www.w3.org/2000/svg";

/// Namespaces whose elements do more than draw.
const FOREIGN: [&str; 2] = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"];

/// Attributes whose value is an address, whatever their prefix.
const ADDRESSES: [&str; 8] = ["href", "src", "srcset", "data", "action", "formaction", "poster", "ping"];

/// Why a drawing can't be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SvgFault {
    /// What is wrong.
    pub risk: SvgRisk,
    /// Where.
    pub span: Span,
}

/// What must not be in a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SvgRisk {
    /// It isn't well-formed XML in UTF-8.
    Malformed,
    /// Its root element isn't in the namespace of SVG.
    Namespace,
    /// A document type, which may define entities and name files, or an entity.
    Doctype,
    /// A processing instruction, such as a style sheet's.
    Instruction,
    /// A script.
    Script,
    /// An attribute that is a script, or an animation of one or of an address.
    Handler,
    /// HTML or another language among the shapes.
    Foreign,
    /// An address outside the file.
    External,
}

/// Checks a drawing, and tells its size in CSS pixels if it says one.
///
/// # Errors
///
/// The first thing in it that must not be published.
pub fn check_svg(bytes: &[u8]) -> Result<Option<Dimensions>, SvgFault> {
    // The reader doesn't count a byte order mark.
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let text = std::str::from_utf8(bytes.get(mark..).unwrap_or_default()).map_err(|error| {
        let at = mark + error.valid_up_to();
        SvgFault { risk: SvgRisk::Malformed, span: Span::new(at, at + 1) }
    })?;
    let walk = Walk { text, open: 0, style: None, root: None };
    walk.run().map_err(|fault| SvgFault { span: fault.span.shifted(mark), ..fault })
}

/// The way through a drawing, from tag to tag.
struct Walk<'a> {
    text: &'a str,
    /// How many elements are open.
    open: usize,
    /// The style sheet that is being read: where it begins, how many elements are open around it,
    /// and what was read of it.
    style: Option<(usize, usize, String)>,
    root: Option<Root>,
}

impl<'a> Walk<'a> {
    fn run(mut self) -> Result<Option<Dimensions>, SvgFault> {
        let mut reader = NsReader::from_str(self.text);
        loop {
            let start = reader.buffer_position() as usize;
            let event = reader.read_event();
            let span = start..(reader.buffer_position() as usize).min(self.text.len());
            let Ok(event) = event else { return Err(self.fault(SvgRisk::Malformed, span)) };
            if let Event::Start(tag) | Event::Empty(tag) = &event {
                let namespace = match reader.resolver().resolve_element(tag.name()).0 {
                    ResolveResult::Bound(namespace) => Some(namespace.0),
                    _ => None,
                };
                self.element(tag, namespace, &span)?;
            }
            match event {
                Event::Start(tag) => {
                    if self.style.is_none() && is(tag.local_name().as_ref(), "style") {
                        self.style = Some((span.end, self.open, String::new()));
                    }
                    self.open += 1;
                }
                Event::End(_) => {
                    self.open = self.open.saturating_sub(1);
                    self.close_style(span.start)?;
                }
                Event::Text(text) => self.text(&text, &span)?,
                Event::CData(text) => self.text(&text, &span)?,
                Event::GeneralRef(name) => match name.resolve_char_ref() {
                    Ok(Some(c)) => self.text(c.encode_utf8(&mut [0; 4]), &span)?,
                    _ if ["lt", "gt", "amp", "quot", "apos"].contains(&&*name) => {}
                    _ => return Err(self.fault(SvgRisk::Doctype, span)),
                },
                Event::DocType(_) => return Err(self.fault(SvgRisk::Doctype, span)),
                Event::PI(_) => return Err(self.fault(SvgRisk::Instruction, span)),
                Event::Decl(declaration) => {
                    let encoding = declaration.encoding().transpose().ok().flatten();
                    if !encoding.is_none_or(|name| is(&name, "utf-8") || is(&name, "us-ascii")) {
                        return Err(self.fault(SvgRisk::Malformed, span));
                    }
                }
                Event::Eof if self.open == 0 => {
                    return match self.root {
                        Some(root) => Ok(root.dimensions()),
                        None => Err(self.fault(SvgRisk::Malformed, 0..self.text.len())),
                    };
                }
                Event::Eof => return Err(self.fault(SvgRisk::Malformed, span)),
                Event::Empty(_) | Event::Comment(_) => {}
            }
        }
    }

    /// A tag, its name and its attributes.
    fn element(&mut self, tag: &BytesStart<'a>, namespace: Option<&str>, span: &Range<usize>) -> Result<(), SvgFault> {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.open == 0 {
            let risk = match (&self.root, name == "svg" && namespace == Some(DRAWING)) {
                (None, true) => None,
                (None, false) => Some(SvgRisk::Namespace),
                (Some(_), _) => Some(SvgRisk::Malformed),
            };
            if let Some(risk) = risk {
                return Err(self.fault(risk, span.clone()));
            }
            self.root = Some(Root::read(tag));
        }
        if ["script", "handler", "listener"].iter().any(|refused| is(name, refused)) {
            return Err(self.fault(SvgRisk::Script, span.clone()));
        }
        if is(name, "foreignObject") || namespace.is_some_and(|name| FOREIGN.contains(&name)) {
            return Err(self.fault(SvgRisk::Foreign, span.clone()));
        }
        for attribute in tag.attributes() {
            let Ok(attribute) = attribute else { return Err(self.fault(SvgRisk::Malformed, span.clone())) };
            let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
                return Err(self.fault(SvgRisk::Doctype, span.clone()));
            };
            if let Some(risk) = risk(&attribute, &value) {
                return Err(self.fault(risk, self.place(&attribute).unwrap_or_else(|| span.clone())));
            }
        }
        Ok(())
    }

    /// Text, which matters in style sheets, and outside the root element may only be space.
    fn text(&mut self, text: &str, span: &Range<usize>) -> Result<(), SvgFault> {
        if let Some((.., style)) = &mut self.style {
            style.push_str(text);
        } else if self.open == 0 && !text.trim().is_empty() {
            return Err(self.fault(SvgRisk::Malformed, span.clone()));
        }
        Ok(())
    }

    fn close_style(&mut self, end: usize) -> Result<(), SvgFault> {
        let Some((start, _, style)) = self.style.take_if(|(_, around, _)| *around == self.open) else { return Ok(()) };
        if reaches_out(&style) { Err(self.fault(SvgRisk::External, start..end)) } else { Ok(()) }
    }

    /// Where an attribute stands, from its name to its value.
    fn place(&self, attribute: &Attribute) -> Option<Range<usize>> {
        let offset = |part: &str| (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        let (start, value) = (offset(attribute.key.as_ref())?, offset(&attribute.value)?);
        let end = value + attribute.value.len();
        (start < value && end <= self.text.len()).then_some(start..end)
    }

    fn fault(&self, risk: SvgRisk, span: Range<usize>) -> SvgFault {
        SvgFault { risk, span: span.into() }
    }
}

/// What must not be in an attribute.
fn risk(attribute: &Attribute, value: &str) -> Option<SvgRisk> {
    let (name, prefix) = attribute.key.decompose();
    let name = name.as_ref();
    let prefix = prefix.as_ref().map(AsRef::as_ref);
    if name == "xmlns" || prefix == Some("xmlns") {
        None
    } else if name.get(..2).is_some_and(|start| is(start, "on")) {
        Some(SvgRisk::Handler)
    } else if is(name, "attributeName") {
        let target = value.trim().rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
        (target.starts_with("on") || ADDRESSES.contains(&&*target)).then_some(SvgRisk::Handler)
    } else if ADDRESSES.iter().any(|one| is(name, one)) {
        (!is_internal(value)).then_some(SvgRisk::External)
    } else {
        (prefix == Some("xml") && name == "base" || reaches_out(value)).then_some(SvgRisk::External)
    }
}

fn is(name: &str, other: &str) -> bool {
    name.eq_ignore_ascii_case(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(inside: &str) -> String {
        format!(r#"<svg xmlns="{DRAWING}" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 6">{inside}</svg>"#)
    }

    /// What is wrong with a drawing, and the words where it is.
    fn fault(text: &str) -> Option<(SvgRisk, &str)> {
        check_svg(text.as_bytes()).err().map(|fault| (fault.risk, &text[fault.span.range()]))
    }

    #[test]
    fn a_drawing_alone_passes() {
        for inside in [
            "",
            "<g data-on='a' sonclick='b'/>",
            "<defs><path id='a' d='M0 0h8v6z'/></defs><use href='#a' fill='url(#b)' style='mask:url(\"#c\")'/>",
            "<image xlink:href='data:image/png;base64,iVBORw0KGgo='/>",
            "<style>path { fill: url(#a) } <![CDATA[ g > path { stroke: red } ]]></style>",
            "<text>url(http://contoh.id) &amp; &lt;script&gt; &#x2014;</text>",
            "<!-- <script/> --><animate attributeName='fill' values='red;url(#a)'/>",
            "<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' rdf:about=''/></metadata>",
        ] {
            assert_eq!(check_svg(drawing(inside).as_bytes()), Ok(Some(Dimensions { width: 8, height: 6 })), "{inside}");
        }
        let declared = format!("\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\n{}\n", drawing(""));
        assert!(check_svg(declared.as_bytes()).is_ok());
    }

    #[test]
    fn what_runs_or_fetches_is_refused_where_it_stands() {
        for (inside, risk, place) in [
            ("<script>alert(1)</script>", SvgRisk::Script, "<script>"),
            ("<x:script xmlns:x='x' />", SvgRisk::Script, "<x:script xmlns:x='x' />"),
            ("<g onload='a()'/>", SvgRisk::Handler, "onload='a()"),
            ("<g OnLoad = \"a()\"/>", SvgRisk::Handler, "OnLoad = \"a()"),
            ("<set attributeName='onclick' to='a()'/>", SvgRisk::Handler, "attributeName='onclick"),
            ("<animate attributeName='xlink:href' to='x'/>", SvgRisk::Handler, "attributeName='xlink:href"),
            ("<foreignObject/>", SvgRisk::Foreign, "<foreignObject/>"),
            (
                "<h:img xmlns:h='http://www.w3.org/1999/xhtml'/>",
                SvgRisk::Foreign,
                "<h:img xmlns:h='http://www.w3.org/1999/xhtml'/>",
            ),
            ("<a href='javascript:a()'/>", SvgRisk::External, "href='javascript:a()"),
            ("<a href='&#106;avascript:a()'/>", SvgRisk::External, "href='&#106;avascript:a()"),
            ("<use xlink:href='lain.svg#a'/>", SvgRisk::External, "xlink:href='lain.svg#a"),
            ("<image href='data:image/svg+xml,x'/>", SvgRisk::External, "href='data:image/svg+xml,x"),
            ("<g fill='url(//contoh.id)'/>", SvgRisk::External, "fill='url(//contoh.id)"),
            ("<g xml:base='https://contoh.id'/>", SvgRisk::External, "xml:base='https://contoh.id"),
            ("<style>@import 'x';</style>", SvgRisk::External, "@import 'x';"),
            ("<style>g{fill:u&#114;l(<![CDATA[x)]]>}</style>", SvgRisk::External, "g{fill:u&#114;l(<![CDATA[x)]]>}"),
            ("<?xml-stylesheet href='x'?>", SvgRisk::Instruction, "<?xml-stylesheet href='x'?>"),
            ("&rahasia;", SvgRisk::Doctype, "&rahasia;"),
            ("<g id='&rahasia;'/>", SvgRisk::Doctype, "<g id='&rahasia;'/>"),
        ] {
            assert_eq!(fault(&drawing(inside)), Some((risk, place)), "{inside}");
        }
    }

    #[test]
    fn what_is_not_a_drawing_is_refused() {
        let doctype = format!("<!DOCTYPE svg [<!ENTITY a 'b'>]>{}", drawing(""));
        assert_eq!(fault(&doctype), Some((SvgRisk::Doctype, "<!DOCTYPE svg [<!ENTITY a 'b'>]>")));
        assert_eq!(fault("<svg/>"), Some((SvgRisk::Namespace, "<svg/>")));
        for broken in ["", "<svg", "<svg xmlns='http://www.w3.org/2000/svg'>", "x", &format!("{0}{0}", drawing(""))] {
            assert_eq!(fault(broken).map(|found| found.0), Some(SvgRisk::Malformed), "{broken}");
        }
        let latin = b"\xEF\xBB\xBF<svg xmlns='http://www.w3.org/2000/svg'><title>caf\xE9</title></svg>";
        let fault = check_svg(latin).expect_err("not UTF-8");
        assert_eq!(latin[fault.span.range()], [0xE9]);
        let declared = format!("<?xml version='1.0' encoding='ISO-2022-JP'?>{}", drawing(""));
        assert!(check_svg(declared.as_bytes()).is_err());
    }

    #[test]
    fn a_byte_order_mark_counts() {
        let marked = format!("\u{FEFF}{}", drawing("<script/>"));
        assert_eq!(fault(&marked), Some((SvgRisk::Script, "<script/>")));
    }
}
