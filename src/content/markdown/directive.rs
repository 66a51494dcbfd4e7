//! Reads one directive line: `name{key="text" other='text' n=3 wide=true}`.

use super::mask::{Line, is_name};
use super::text::clean;
use crate::content::body::Argument;
use crate::data::{Node, Value};
use crate::diagnostic::{Span, Text};
use crate::text;
use std::ops::Range;

/// No component takes nearly as many.
const ARGUMENTS_MAX: usize = 64;

/// A directive as written.
#[derive(Debug, PartialEq)]
pub struct Call {
    /// Where its name stands in the text.
    pub name: Range<usize>,
    /// Its arguments, with spans of the file.
    pub arguments: Vec<Argument>,
}

/// Why a directive line can't be read.
#[derive(Debug, PartialEq)]
pub struct Fault {
    /// Where in the text.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Text,
    /// What to write instead.
    pub help: Text,
}

/// Reads the directive on `line` of `text`, whose first byte stands at `offset` of its file.
pub fn read(text: &str, line: &Line, offset: usize) -> Result<Call, Fault> {
    let mut reader = Reader { text: &text[..line.end], at: line.start + line.colons, offset };
    let colons = ":".repeat(line.colons.min(8));
    let gap = reader.at;
    reader.skip_space();
    let name = reader.take_while(is_name);
    let written = &text[name.clone()];
    if gap != name.start {
        return Err(fault(
            gap..name.end,
            text!(
                "ada spasi di antara `{colons}` dan nama `{written}`",
                "there is a space between `{colons}` and the name `{written}`"
            ),
            text!("tulis `{colons}{written}`", "write `{colons}{written}`"),
        ));
    }
    let after_name = reader.at;
    reader.skip_space();
    let arguments = match reader.peek() {
        None => Vec::new(),
        Some('{') => reader.arguments()?,
        Some(_) => {
            return Err(fault(
                after_name..line.end,
                text!(
                    "setelah nama `{written}` hanya boleh ada argumen dalam kurung kurawal",
                    "only arguments in braces may follow the name `{written}`"
                ),
                match text[after_name..line.end].trim() {
                    arguments if begins_argument(arguments) && !arguments.contains(['{', '}']) => {
                        text!("tulis `{colons}{written}{{{arguments}}}`", "write `{colons}{written}{{{arguments}}}`")
                    }
                    _ => text!(
                        "tulis `{colons}{written}{{nama=\"nilai\"}}`; kalau maksudnya teks biasa, awali baris ini dengan `\\`",
                        "write `{colons}{written}{{name=\"value\"}}`; if it is meant as plain text, begin this line with `\\`"
                    ),
                },
            ));
        }
    };
    Ok(Call { name, arguments })
}

fn fault(range: Range<usize>, message: Text, help: Text) -> Fault {
    Fault { range, message, help }
}

struct Reader<'a> {
    /// The text up to the end of the line.
    text: &'a str,
    at: usize,
    offset: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> Range<usize> {
        let rest = &self.text[self.at..];
        let start = self.at;
        self.at += rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        start..self.at
    }

    fn skip_space(&mut self) {
        self.take_while(char::is_whitespace);
    }

    /// The character at the reader, or the place after the last one.
    fn here(&self) -> Range<usize> {
        self.at..self.at + self.peek().map_or(0, char::len_utf8)
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::from(range.clone()).shifted(self.offset)
    }

    fn arguments(&mut self) -> Result<Vec<Argument>, Fault> {
        let open = self.here();
        self.at = open.end;
        let mut arguments: Vec<Argument> = Vec::new();
        loop {
            let gap = self.at;
            self.skip_space();
            match self.peek() {
                None => {
                    return Err(fault(
                        open,
                        text!("kurung kurawal ini tidak ditutup", "this brace is not closed"),
                        text!("akhiri baris dengan `}}`", "end the line with `}}`"),
                    ));
                }
                Some('}') => break,
                Some(',') => {
                    return Err(fault(
                        self.here(),
                        text!("argumen tidak dipisahkan dengan koma", "arguments are not separated by commas"),
                        text!("ganti koma ini dengan spasi", "put a space instead of this comma"),
                    ));
                }
                Some(_) if gap == self.at && !arguments.is_empty() => {
                    return Err(fault(
                        self.here(),
                        text!("di sini perlu spasi atau `}}`", "a space or `}}` is needed here"),
                        text!(
                            "pisahkan argumen dengan spasi; tanda kutip di dalam teks ditulis `\\\"`",
                            "separate arguments with spaces; write a quotation mark within a text as `\\\"`"
                        ),
                    ));
                }
                Some(_) => {}
            }
            let argument = self.argument()?;
            if arguments.len() == ARGUMENTS_MAX {
                return Err(fault(
                    self.at..self.text.len(),
                    text!("argumennya terlalu banyak", "there are too many arguments"),
                    text!("hapus argumen mulai dari sini", "remove the arguments from here on"),
                ));
            }
            if arguments.iter().any(|other| other.name == argument.name) {
                let name = &argument.name;
                let start = argument.name_span.start as usize - self.offset;
                return Err(fault(
                    start..start + name.len(),
                    text!("argumen `{name}` ditulis dua kali", "the argument `{name}` is written twice"),
                    text!("hapus salah satunya", "remove one of them"),
                ));
            }
            arguments.push(argument);
        }
        self.at += 1;
        self.skip_space();
        if self.at < self.text.len() {
            return Err(fault(
                self.at..self.text.len(),
                text!("ada teks setelah `}}`", "there is text after the `}}`"),
                text!("pindahkan teks itu ke baris berikutnya", "move that text to the next line"),
            ));
        }
        Ok(arguments)
    }

    fn argument(&mut self) -> Result<Argument, Fault> {
        let name = self.take_while(is_name);
        let written = self.text[name.clone()].to_owned();
        if name.is_empty() {
            return Err(fault(
                self.here(),
                text!("di sini perlu nama argumen", "the name of an argument is needed here"),
                text!("tulis `nama=\"nilai\"`", "write `name=\"value\"`"),
            ));
        }
        self.skip_space();
        if self.peek() != Some('=') {
            return Err(fault(
                name,
                text!("argumen `{written}` tidak diberi nilai", "the argument `{written}` has no value"),
                text!("tulis `{written}=\"…\"` atau `{written}=true`", "write `{written}=\"…\"` or `{written}=true`"),
            ));
        }
        self.at += 1;
        self.skip_space();
        let value = match self.peek() {
            Some(quote @ ('"' | '\'')) => self.quoted(quote)?,
            _ => self.bare(&written)?,
        };
        Ok(Argument { name: written.into(), name_span: self.span(&name), value })
    }

    fn quoted(&mut self, quote: char) -> Result<Node, Fault> {
        let start = self.at;
        let mut value = String::new();
        let mut chars = self.text[start + 1..].char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                _ if c == quote => {
                    self.at = start + 1 + at + 1;
                    let value = Value::String(clean(&value).into_owned());
                    return Ok(Node { span: self.span(&(start..self.at)), value });
                }
                '\\' => match chars.as_str().chars().next() {
                    Some(escaped) if escaped == quote || escaped == '\\' => {
                        chars.next();
                        value.push(escaped);
                    }
                    _ => value.push(c),
                },
                _ => value.push(c),
            }
        }
        Err(fault(
            start..self.text.len(),
            text!("tanda kutip ini tidak ditutup di baris yang sama", "this quotation mark is not closed on its line"),
            text!("tutup teksnya dengan `{quote}`", "close the text with `{quote}`"),
        ))
    }

    /// The text without quotation marks that begins at `start`: up to the next argument, or to the brace.
    fn meant_text(&self, start: usize) -> &str {
        let rest = &self.text[start..];
        let rest = &rest[..rest.find('}').unwrap_or(rest.len())];
        let next = rest.match_indices(' ').map(|(at, _)| at).find(|at| begins_argument(&rest[at + 1..]));
        let text = rest[..next.unwrap_or(rest.len())].trim();
        match text.trim_matches(['“', '”', '„', '‘', '’', '«', '»', '"', '\'', ',']) {
            "" => "…",
            text => text,
        }
    }

    fn bare(&mut self, name: &str) -> Result<Node, Fault> {
        let range = self.take_while(|c| !c.is_whitespace() && c != '}' && c != ',');
        let written = &self.text[range.clone()];
        let value = match written {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => match written.parse() {
                Ok(whole) => Value::Integer(whole),
                Err(_) => match written.parse() {
                    Ok(number) if is_decimal(written) => Value::Float(number),
                    _ => {
                        let text = self.meant_text(range.start);
                        return Err(fault(
                            if range.is_empty() { self.here() } else { range },
                            text!("nilai argumen `{name}` tidak bisa dibaca", "the value of `{name}` can't be read"),
                            text!(
                                "apit teks dengan tanda kutip lurus: `{name}=\"{text}\"`",
                                "put text between straight quotation marks: `{name}=\"{text}\"`"
                            ),
                        ));
                    }
                },
            },
        };
        Ok(Node { span: self.span(&range), value })
    }
}

/// Whether `text` goes on with an argument: `name=`.
fn begins_argument(text: &str) -> bool {
    let rest = text.trim_start_matches(is_name);
    rest.len() < text.len() && rest.starts_with('=')
}

/// Digits with one point, perhaps a sign: no `inf`, no `1e400`.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.split_once('.').is_some_and(|(whole, fraction)| {
        [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    })
}
