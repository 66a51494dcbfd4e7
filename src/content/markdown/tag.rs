//! Cuts raw HTML into tags and text, without judging either.

use std::ops::Range;

/// A piece of raw HTML; ranges are of the text it was read from.
#[derive(Debug, PartialEq)]
pub enum Piece<'a> {
    /// What is no tag.
    Text(&'a str),
    /// `<name …>`.
    Open(Tag<'a>),
    /// `</name>`, the name in lower case.
    Close(String),
    /// `<name` that never comes to its `>`.
    Unfinished(Range<usize>),
}

/// An opening tag.
#[derive(Debug, PartialEq)]
pub struct Tag<'a> {
    /// The element, in lower case.
    pub name: String,
    /// Its attributes, the first of each name.
    pub attributes: Vec<Attribute<'a>>,
    /// Whether it ends with `/>`.
    pub closed: bool,
    /// The whole tag.
    pub range: Range<usize>,
}

/// An attribute of a tag.
#[derive(Debug, PartialEq)]
pub struct Attribute<'a> {
    /// Its name, in lower case.
    pub name: String,
    /// Its value as written, without quotes.
    pub value: &'a str,
    /// The whole attribute.
    pub range: Range<usize>,
}

/// The pieces of `html`. Comments and declarations are left out, and so is what stands in
/// `script` and `style`, which is no text.
pub fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let push_text = |pieces: &mut Vec<_>, range: Range<usize>| {
        if !range.is_empty() {
            pieces.push(Piece::Text(&html[range]));
        }
    };
    let (mut at, mut text) = (0, 0);
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let Some((piece, end)) = markup(html, start) else {
            at = start + 1;
            continue;
        };
        push_text(&mut pieces, text..start);
        pieces.extend(piece);
        (at, text) = (end, end);
    }
    push_text(&mut pieces, text..html.len());
    pieces
}

/// The markup that begins with the `<` at `start`, if it is any, and where it ends. What is never
/// closed reaches to the end, so that no text is searched twice.
fn markup(html: &str, start: usize) -> Option<(Option<Piece<'_>>, usize)> {
    let rest = &html[start + 1..];
    let past = |end: &str| rest[1..].find(end).map_or(html.len(), |at| start + 2 + at + end.len());
    match rest.bytes().next()? {
        b'!' if rest.starts_with("!--") => Some((None, past("-->"))),
        b'!' if rest.starts_with("![CDATA[") => Some((None, past("]]>"))),
        b'!' | b'?' => Some((None, past(">"))),
        b'/' if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) => {
            let name = rest[1..].split(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).next();
            Some((Some(Piece::Close(name.unwrap_or_default().to_ascii_lowercase())), past(">")))
        }
        b if b.is_ascii_alphabetic() => Some(match open(html, start) {
            Ok(tag) => {
                let end = tag.range.end;
                let hidden = if matches!(tag.name.as_str(), "script" | "style") && !tag.closed {
                    raw_text(&html[end..], &tag.name)
                } else {
                    0
                };
                (Some(Piece::Open(tag)), end + hidden)
            }
            Err(end) => (Some(Piece::Unfinished(start..end)), end),
        }),
        _ => None,
    }
}

/// How long the content of a `script` or `style` is.
fn raw_text(html: &str, name: &str) -> usize {
    let ends = |at: &usize| html[at + 2..].get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name));
    html.match_indices("</").map(|(at, _)| at).find(ends).unwrap_or(html.len())
}

/// Reads an opening tag; else where it breaks off.
fn open(html: &str, start: usize) -> Result<Tag<'_>, usize> {
    let bytes = html.as_bytes();
    let until = |from: usize, stop: &dyn Fn(u8) -> bool| {
        from + bytes[from..].iter().position(|&b| stop(b)).unwrap_or(bytes.len() - from)
    };
    let ends_name = |b: u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'>' | b'<' | b'=' | b'"' | b'\'');
    let mut at = until(start + 1, &ends_name);
    let name = html[start + 1..at].to_ascii_lowercase();
    let mut attributes: Vec<Attribute<'_>> = Vec::new();
    loop {
        at = until(at, &|b| !b.is_ascii_whitespace());
        match bytes.get(at) {
            None | Some(b'<') => return Err(at),
            Some(b'>') => return Ok(Tag { name, attributes, closed: false, range: start..at + 1 }),
            Some(b'/') if bytes.get(at + 1) == Some(&b'>') => {
                return Ok(Tag { name, attributes, closed: true, range: start..at + 2 });
            }
            Some(b'/' | b'=' | b'"' | b'\'') => {
                at += 1;
                continue;
            }
            Some(_) => {}
        }
        let from = at;
        at = until(at, &ends_name);
        let name = html[from..at].to_ascii_lowercase();
        let equals = until(at, &|b| !b.is_ascii_whitespace());
        let mut value = "";
        if bytes.get(equals) == Some(&b'=') {
            let first = until(equals + 1, &|b| !b.is_ascii_whitespace());
            (value, at) = match bytes.get(first) {
                Some(&quote @ (b'"' | b'\'')) => {
                    let end = until(first + 1, &|b| b == quote);
                    (&html[first + 1..end], (end + 1).min(html.len()))
                }
                _ => {
                    let end = until(first, &|b| b.is_ascii_whitespace() || b == b'>');
                    (&html[first..end], end)
                }
            };
        }
        if !attributes.iter().any(|other| other.name == name) {
            attributes.push(Attribute { name, value, range: from..at });
        }
    }
}

/// An address as a browser reads it from an attribute: with its character references replaced.
/// Those that no address needs stay as they are, and thereby harmless.
pub fn address(value: &str) -> String {
    let mut address = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        address.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let length = rest.bytes().take_while(|&b| b.is_ascii_alphanumeric() || b == b'#').count();
        match reference(&rest[..length]) {
            Some(c) => {
                address.push(c);
                rest = rest[length..].strip_prefix(';').unwrap_or(&rest[length..]);
            }
            None => address.push('&'),
        }
    }
    address + rest
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    Some(match name {
        "amp" | "AMP" => '&',
        "quot" | "QUOT" => '"',
        "apos" => '\'',
        "lt" | "LT" => '<',
        "gt" | "GT" => '>',
        "colon" => ':',
        "sol" => '/',
        "Tab" => '\t',
        "NewLine" => '\n',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(html: &str) -> Vec<String> {
        let describe = |piece: &Piece<'_>| match piece {
            Piece::Text(text) => format!("{text:?}"),
            Piece::Open(tag) => {
                let attributes: String = tag.attributes.iter().map(|a| format!(" {}={:?}", a.name, a.value)).collect();
                format!("<{}{attributes}{}>", tag.name, if tag.closed { "/" } else { "" })
            }
            Piece::Close(name) => format!("</{name}>"),
            Piece::Unfinished(range) => format!("? {}", &html[range.clone()]),
        };
        pieces(html).iter().map(describe).collect()
    }

    #[test]
    fn tags_and_text_come_apart() {
        assert_eq!(
            outline("a <ABBR title='x > y' Lang=id open>b</abbr > 1 < 2 <br/>"),
            ["\"a \"", "<abbr title=\"x > y\" lang=\"id\" open=\"\">", "\"b\"", "</abbr>", "\" 1 < 2 \"", "<br/>"]
        );
        assert_eq!(outline("<a title=1 title=2>"), ["<a title=\"1\">"]);
        assert_eq!(outline("<div <b>"), ["? <div ", "<b>"]);
        assert_eq!(outline("<a b=\"c>"), ["? <a b=\"c>"]);
    }

    #[test]
    fn comments_declarations_and_scripts_leave_nothing() {
        assert_eq!(
            outline("a<!-- <b> -->b<!-->c<!DOCTYPE x>d<?php x ?>e<![CDATA[<i>]]>"),
            ["\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"e\""]
        );
        assert_eq!(outline("<script>if (a < b) c()</Script>d"), ["<script>", "</script>", "\"d\""]);
        assert_eq!(outline("a<!-- b"), ["\"a\""]);
    }

    #[test]
    fn an_address_can_not_be_disguised() {
        assert_eq!(address("java&#115;cript&colon;alert&lpar;1)"), "javascript:alert&lpar;1)");
        assert_eq!(address("https://contoh.go.id/?a=1&amp;b=2&c=3"), "https://contoh.go.id/?a=1&b=2&c=3");
        assert_eq!(address("&#x6A;avascript&#58;x&"), "javascript:x&");
    }
}
