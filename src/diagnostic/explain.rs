//! What each code means, for editors who are not programmers: the texts of `warta explain`.
//!
//! The texts are Markdown files beside this one, a file a family of codes and language, and read
//! well as plain text. A section is a heading `# WT204 Title` and what follows it.

use super::{Code, Text};

/// What a code means and how to put it right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The code explained.
    pub code: Code,
    /// The finding in a few words.
    pub title: Text,
    /// What it means, why it matters, an example and the way out; Markdown that reads as plain text.
    pub body: Text,
}

struct Family {
    id: &'static str,
    en: &'static str,
}

macro_rules! family {
    ($name:literal) => {
        Family {
            id: include_str!(concat!("explain/", $name, ".id.md")),
            en: include_str!(concat!("explain/", $name, ".en.md")),
        }
    };
}

const FAMILIES: [Family; 6] =
    [family!("files"), family!("fields"), family!("references"), family!("body"), family!("site"), family!("photos")];

/// Explains one code.
pub fn explain(code: Code) -> Explanation {
    let (title_id, body_id) = section(code, |family| family.id);
    let (title_en, body_en) = section(code, |family| family.en);
    Explanation { code, title: Text::new(title_id, title_en), body: Text::new(body_id, body_en) }
}

/// Explains every code, in the order of their numbers.
pub fn explanations() -> impl Iterator<Item = Explanation> {
    Code::ALL.iter().copied().map(explain)
}

/// The title and body of a code's section. Should one lack (a test sees to it that none does), the
/// code itself stands for its title.
fn section(code: Code, tongue: fn(&Family) -> &'static str) -> (&'static str, &'static str) {
    FAMILIES.iter().find_map(|family| find(code, tongue(family))).unwrap_or((code.as_str(), ""))
}

fn find(code: Code, texts: &'static str) -> Option<(&'static str, &'static str)> {
    let (title, rest) = texts.split("# WT").find_map(|section| {
        let number = code.as_str().strip_prefix("WT")?;
        section.strip_prefix(number)?.split_once('\n')
    })?;
    Some((title.trim(), rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Tongue;

    #[test]
    fn every_code_is_explained_in_both_languages() {
        for Explanation { code, title, body } in explanations() {
            for (tongue, wrong, right, fix) in
                [(Tongue::Id, "Salah:", "Benar:", "Cara memperbaiki:"), (Tongue::En, "Wrong:", "Right:", "To fix it:")]
            {
                let (title, body) = (title.in_tongue(tongue), body.in_tongue(tongue));
                assert!(!title.is_empty() && title != code.as_str(), "{code} has no title in {tongue:?}");
                assert!([wrong, right, fix].iter().all(|part| body.contains(part)), "{code} in {tongue:?}: {body}");
                assert!((4..=20).contains(&body.lines().count()), "{code} in {tongue:?}");
                assert!(body.lines().all(|line| line.chars().count() <= 100), "{code} in {tongue:?}: a long line");
            }
        }
    }

    #[test]
    fn no_text_explains_a_code_that_does_not_exist_or_one_twice() {
        for texts in FAMILIES.iter().flat_map(|family| [family.id, family.en]) {
            let codes: Vec<Option<Code>> =
                texts.lines().filter_map(|line| line.strip_prefix("# ")).map(|line| Code::parse(&line[..5])).collect();
            assert!(codes.iter().all(Option::is_some));
            assert!(codes.is_sorted() && codes.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }
}
