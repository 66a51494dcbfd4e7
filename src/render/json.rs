//! Writing JSON member by member: feeds and data are many, and a tree of values first would cost more
//! than what is in them. What is empty is left out.

/// A JSON object being written.
pub(super) struct Json {
    out: Vec<u8>,
    /// Whether the object that is open has no member yet.
    fresh: bool,
}

impl Json {
    /// A document: one object and a line's end.
    pub(super) fn document(write: impl FnOnce(&mut Json)) -> Vec<u8> {
        let mut json = Json { out: Vec::with_capacity(16 * 1024), fresh: true };
        json.braces(write);
        json.out.push(b'\n');
        json.out
    }

    /// Members without the object around them, to be kept for several objects.
    pub(super) fn members(write: impl FnOnce(&mut Json)) -> Vec<u8> {
        let mut json = Json { out: Vec::with_capacity(1024), fresh: true };
        write(&mut json);
        json.out
    }

    /// Members that were kept.
    pub(super) fn kept(&mut self, members: &[u8]) -> &mut Self {
        if !members.is_empty() {
            self.comma();
            self.out.extend_from_slice(members);
        }
        self
    }

    /// A text; left out when it is empty.
    pub(super) fn text(&mut self, key: &'static str, text: &str) -> &mut Self {
        if !text.is_empty() {
            self.whole(key, text);
        }
        self
    }

    /// A text, be it empty.
    pub(super) fn whole(&mut self, key: &'static str, text: &str) -> &mut Self {
        self.key(key);
        self.string(text);
        self
    }

    /// A number.
    pub(super) fn number(&mut self, key: &'static str, number: u64) -> &mut Self {
        self.key(key);
        self.out.extend(number.to_string().bytes());
        self
    }

    /// What is so; left out when it is not.
    pub(super) fn flag(&mut self, key: &'static str, set: bool) -> &mut Self {
        if set {
            self.key(key);
            self.out.extend(b"true");
        }
        self
    }

    /// An object.
    pub(super) fn object(&mut self, key: &'static str, write: impl FnOnce(&mut Json)) -> &mut Self {
        self.key(key);
        self.braces(write);
        self.fresh = false;
        self
    }

    /// A list of objects; left out when there are none.
    pub(super) fn list<T>(
        &mut self,
        key: &'static str,
        items: impl IntoIterator<Item = T>,
        write: impl FnMut(&mut Json, T),
    ) -> &mut Self {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() { self.items(key, items, write) } else { self }
    }

    /// A list of objects, be it empty.
    pub(super) fn items<T>(
        &mut self,
        key: &'static str,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Json, T),
    ) -> &mut Self {
        self.brackets(key, items, |json, item| json.braces(|json| write(json, item)))
    }

    /// A list of texts; left out when there are none.
    pub(super) fn texts<'t>(&mut self, key: &'static str, texts: impl IntoIterator<Item = &'t str>) -> &mut Self {
        let mut texts = texts.into_iter().peekable();
        if texts.peek().is_some() { self.brackets(key, texts, Json::string) } else { self }
    }

    fn brackets<T>(
        &mut self,
        key: &'static str,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Json, T),
    ) -> &mut Self {
        self.key(key);
        self.out.push(b'[');
        for (number, item) in items.into_iter().enumerate() {
            if number > 0 {
                self.out.push(b',');
            }
            write(self, item);
        }
        self.out.push(b']');
        self.fresh = false;
        self
    }

    fn braces(&mut self, write: impl FnOnce(&mut Json)) {
        self.out.push(b'{');
        self.fresh = true;
        write(self);
        self.out.push(b'}');
    }

    /// Names are words of the standards and of warta's own: none of them needs escaping.
    fn key(&mut self, key: &'static str) {
        self.comma();
        self.out.push(b'"');
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
    }

    fn comma(&mut self) {
        if !self.fresh {
            self.out.push(b',');
        }
        self.fresh = false;
    }

    fn string(&mut self, text: &str) {
        // Of the controls, texts have line feeds; where there is any other, the long way is taken.
        let rare = |chunk: &[u8]| chunk.iter().fold(false, |found, b| found | ((*b < b' ') & (*b != b'\n')));
        if text.as_bytes().chunks(64).any(rare) {
            // Writing into a Vec can't fail.
            let _ = serde_json::to_writer(&mut self.out, text);
            return;
        }
        let mut rest = text.as_bytes();
        self.out.push(b'"');
        while let Some(at) = memchr::memchr3(b'"', b'\\', b'\n', rest) {
            self.out.extend_from_slice(&rest[..at]);
            let escaped = if rest[at] == b'\n' { b'n' } else { rest[at] };
            self.out.extend([b'\\', escaped]);
            rest = &rest[at + 1..];
        }
        self.out.extend_from_slice(rest);
        self.out.push(b'"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_reads_back() {
        for text in ["", "a", "\"\\\n\t\r\u{8}\u{1f}", "ꦗ😀\u{2028}\u{7f}", "\n\n", &"x\"".repeat(100), "é\u{0}"] {
            let bytes = Json::document(|json| {
                json.whole("a", text);
            });
            let read: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(read["a"], text);
        }
    }

    #[test]
    fn kept_members_stand_among_others() {
        let kept = Json::members(|json| {
            json.text("a", "1").text("b", "2");
        });
        let bytes = Json::document(|json| {
            json.kept(&kept).kept(&[]).text("c", "3");
        });
        assert_eq!(std::str::from_utf8(&bytes), Ok("{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}\n"));
    }

    #[test]
    fn what_is_written_reads_back_without_what_is_empty() {
        let bytes = Json::document(|json| {
            json.text("a", "\"\\\n\u{1f600}").text("b", "").whole("c", "").number("d", 7).flag("e", true);
            json.object("f", |json| {
                json.flag("g", false).text("h", "i");
            });
            json.flag("j", true);
            json.list("k", [1, 2], |json, number| {
                json.number("l", number);
            });
            json.list("m", [0; 0], |_, _| ()).texts("n", []);
            json.items("o", [0; 0], |_, _| ()).texts("p", ["q", "r"]).object("s", |_| ()).flag("t", true);
        });
        let text = "{\"a\":\"\\\"\\\\\\n😀\",\"c\":\"\",\"d\":7,\"e\":true,\"f\":{\"h\":\"i\"},\"j\":true,\
            \"k\":[{\"l\":1},{\"l\":2}],\"o\":[],\"p\":[\"q\",\"r\"],\"s\":{},\"t\":true}\n";
        assert_eq!(std::str::from_utf8(&bytes), Ok(text));
        assert!(serde_json::from_slice::<serde_json::Value>(&bytes).is_ok());
    }
}
