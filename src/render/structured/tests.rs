//! What may stand in a data block.

use super::*;
use proptest::prelude::*;
use serde_json::Value;

fn written(json: &str) -> String {
    let mut html = String::new();
    escape(json, &mut html);
    html
}

#[test]
fn nothing_in_a_block_ends_it() {
    let title = "</script><!-- ]]> & \"kutipan\" \u{0}\u{7f}\u{85}\u{2028}\u{FFFE}\u{1FFFF} رانو 🌊";
    let json = Value::from(title).to_string();
    let html = written(&json);
    assert_eq!(
        html,
        "\"\\u003c/script>\\u003c!-- ]]> & \\\"kutipan\\\" \\u0000\\u007f\\u0085\\u2028\\ufffe\\ud83f\\udfff رانو 🌊\""
    );
    assert_eq!(serde_json::from_str::<String>(&html).ok().as_deref(), Some(title));
}

#[test]
fn what_is_not_known_is_left_out() {
    let mut blocks = Blocks::default();
    blocks.add(&person::Person::called("Sekar Wulandari"));
    assert_eq!(
        blocks.html,
        "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Person\",\
        \"name\":\"Sekar Wulandari\"}</script>"
    );
}

proptest! {
    #[test]
    fn every_text_is_read_back_as_it_was(text in any::<String>()) {
        let html = written(&Value::from(text.as_str()).to_string());
        prop_assert!(!html.contains('<'));
        prop_assert_eq!(serde_json::from_str::<String>(&html).ok(), Some(text));
    }
}
