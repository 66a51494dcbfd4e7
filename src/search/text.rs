//! The running text of a finished body, for its words alone.

/// Elements within which a word goes on.
const WITHIN_WORDS: [&str; 15] =
    ["a", "abbr", "b", "cite", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "u"];

/// Appends what readers see of some HTML. Other elements than those within words part them.
pub(super) fn push_text(text: &mut String, html: &str) {
    let mut rest = html;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        let (before, mark) = rest.split_at(at);
        text.push_str(before);
        let (end, part) = if mark.starts_with('<') { tag(mark) } else { reference(mark) };
        text.push_str(part);
        rest = &mark[end..];
    }
    text.push_str(rest);
    text.push(' ');
}

/// How long a tag is, and what stands for it.
fn tag(html: &str) -> (usize, &'static str) {
    let end = memchr::memchr(b'>', html.as_bytes()).map_or(html.len(), |end| end + 1);
    let name = html[1..end].trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next();
    let within = name.is_some_and(|name| WITHIN_WORDS.contains(&name));
    (end, if within { "" } else { " " })
}

/// How long a character reference is, and what stands for it. Those of letters don't occur: bodies
/// escape markup alone.
fn reference(html: &str) -> (usize, &'static str) {
    let end = html.as_bytes().iter().take(10).position(|b| *b == b';').map_or(1, |end| end + 1);
    (end, if &html[..end] == "&#39;" { "'" } else { " " })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_part_words_or_do_not() {
        let mut text = String::new();
        push_text(&mut text, "<p>Wali <b>Ko</b>ta<sup>1</sup> &amp; <a href=\"/x\">warga</a></p><p>lain &lt; 3");
        assert_eq!(text, " Wali Kota 1    warga  lain   3 ");
        push_text(&mut text, "a <b");
        assert!(text.ends_with("a  "));
    }
}
