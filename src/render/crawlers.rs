//! What crawlers and researchers read before anything else: robots.txt and security.txt.

use crate::config::Security;
use crate::routes::{Edition, SitemapFile};

/// Crawlers that gather texts for training models, by the names they announce. Google-Extended and
/// Applebot-Extended are names of a purpose: the search engines behind them still come.
const TRAINERS: [&str; 12] = [
    "GPTBot",
    "ClaudeBot",
    "anthropic-ai",
    "Google-Extended",
    "Applebot-Extended",
    "CCBot",
    "Meta-ExternalAgent",
    "FacebookBot",
    "Amazonbot",
    "Bytespider",
    "PanguBot",
    "cohere-training-data-crawler",
];

/// Crawlers that read a page to answer somebody's question.
const READERS: [&str; 9] = [
    "OAI-SearchBot",
    "ChatGPT-User",
    "Claude-SearchBot",
    "Claude-User",
    "PerplexityBot",
    "Perplexity-User",
    "DuckAssistBot",
    "MistralAI-User",
    "Meta-ExternalFetcher",
];

/// `robots.txt` (RFC 9309) with the newsroom's stance on machines (Content-Signal): said to all, and
/// to those that do what is not wanted, by name.
pub(super) fn robots(edition: &Edition) -> Vec<u8> {
    let crawlers = &edition.config.crawlers;
    let home = format!("{}/", edition.config.base_path);
    let open = crawlers.search && !edition.newsroom.preview;
    let mut text = String::from("User-agent: *\n");
    if open {
        let yes = |allowed: bool| if allowed { "yes" } else { "no" };
        let (input, train) = (yes(crawlers.ai_input), yes(crawlers.ai_train));
        text.push_str(&format!("Content-Signal: search=yes, ai-input={input}, ai-train={train}\nAllow: {home}\n"));
    } else {
        text.push_str(&format!("Content-Signal: search=no, ai-input=no, ai-train=no\nDisallow: {home}\n"));
    }
    let trainers = TRAINERS.iter().filter(|_| !crawlers.ai_train);
    let readers = READERS.iter().filter(|_| !crawlers.ai_input);
    let mut unwanted: Vec<&str> = trainers.chain(readers).copied().collect();
    unwanted.extend(crawlers.block.iter().map(|name| &**name));
    if open && !unwanted.is_empty() {
        text.push('\n');
        text.extend(unwanted.iter().map(|name| format!("User-agent: {name}\n")));
        text.push_str(&format!("Disallow: {home}\n"));
    }
    text.push('\n');
    for file in [SitemapFile::Pages, SitemapFile::News, SitemapFile::Videos] {
        if edition.routes.find(&file.url()).is_some() {
            text.push_str(&format!("Sitemap: {}\n", edition.absolute(&file.url())));
        }
    }
    text.into_bytes()
}

/// `.well-known/security.txt` (RFC 9116).
pub(super) fn security(edition: &Edition, security: &Security) -> Vec<u8> {
    let config = &edition.config;
    let languages: Vec<&str> = config.languages.iter().map(|language| &*language.code).collect();
    let mut text = String::new();
    let mut field = |name: &str, value: &str| text.push_str(&format!("{name}: {value}\n"));
    for contact in &security.contacts {
        field("Contact", contact);
    }
    field("Expires", &security.expires.value.rfc3339(&config.zone));
    for (name, value) in &security.further {
        field(name, value);
    }
    field("Preferred-Languages", &languages.join(", "));
    field("Canonical", &config.absolute("/.well-known/security.txt"));
    text.into_bytes()
}
