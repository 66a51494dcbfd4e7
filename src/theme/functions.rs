//! The questions a template may ask. Every answer comes from the edition, through the scope of the
//! page being made, which is set for the time of one render on its thread.

use super::listing::Listing;
use super::{Scope, class_name, dates, map};
use crate::config::Class;
use crate::diagnostic::nearest;
use crate::path::RelPath;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use tera::value::Key;
use tera::{Context, Error, Kwargs, State, Tera, TeraResult, Value};

/// What an address may hold in its query as it is (RFC 3986, 2.3).
const UNRESERVED: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

thread_local! {
    static SCOPE: RefCell<Option<Rc<Scope>>> = const { RefCell::new(None) };
}

/// Makes a page: while `make` runs, functions answer for `scope`.
pub fn with_scope<T>(scope: &Scope, make: impl FnOnce() -> T) -> T {
    let outer = SCOPE.with(|current| current.borrow_mut().replace(Rc::new(scope.clone())));
    let made = make();
    SCOPE.with(|current| *current.borrow_mut() = outer);
    made
}

fn ask<T>(question: impl FnOnce(&Scope) -> TeraResult<T>) -> TeraResult<T> {
    // Not held while the question is answered: an answer may make a part of a page itself.
    match SCOPE.with(|current| current.borrow().clone()) {
        Some(scope) => question(&scope),
        None => Err(Error::message("no page is being made")),
    }
}

/// How a function answers.
#[derive(Clone, Copy)]
enum Answer {
    /// For the page that is being made.
    OfPage(fn(&Scope, &Kwargs) -> TeraResult<Value>),
    /// By its arguments alone.
    OfArguments(fn(&Kwargs) -> TeraResult<Value>),
}
use Answer::{OfArguments, OfPage};

/// The functions with the arguments that each takes; `…` stands for any further ones.
const FUNCTIONS: [(&str, &[&str], Answer); 14] = [
    (
        "articles",
        &["kind", "unit", "topic", "person", "year", "month", "limit", "offset", "urgent", "upcoming", "except"],
        OfPage(articles),
    ),
    ("article", &["path"], OfPage(article)),
    ("related", &["limit"], OfPage(related)),
    ("terms", &["kind", "limit"], OfPage(terms)),
    ("feeds", &[], OfPage(|scope, _| Ok(scope.all_feeds()))),
    ("kinds", &[], OfPage(|scope, _| Ok(kinds(scope)))),
    ("image", &["src", "widths"], OfPage(image)),
    ("file", &["src"], OfPage(file)),
    ("asset", &["path"], OfPage(|scope, kwargs| Ok(asset_url(scope, kwargs.must_get::<&str>("path")?)?.into()))),
    ("each", &["component", "items", "tag", "…"], OfPage(each)),
    ("shared", &["template", "…"], OfPage(shared)),
    ("url", &["path"], OfPage(|scope, kwargs| Ok(url(scope, kwargs)?.into()))),
    ("wrap", &["text", "width", "sizes", "lines", "weight"], OfArguments(super::lettering::wrap)),
    ("t", &["key", "…"], OfPage(translate)),
];

/// Registers every function and filter.
pub fn register(tera: &mut Tera) {
    for (name, takes, answer) in FUNCTIONS {
        tera.register_function(name, move |k: Kwargs, _: &State| {
            all_taken(name, takes, &k)?;
            match answer {
                OfPage(answer) => ask(|scope| answer(scope, &k)),
                OfArguments(answer) => answer(&k),
            }
        });
    }
    tera.register_filter("t", |key: &str, k: Kwargs, _: &State| ask(|scope| word(scope, key, &k)));
    tera.register_filter("asset", |path: &str, _: Kwargs, _: &State| ask(|scope| asset_url(scope, path)));
    tera.register_filter("absolute", |href: &str, _: Kwargs, _: &State| ask(|scope| Ok(whole(scope, href))));
    tera.register_filter("urlencode", |text: &str, _: Kwargs, _: &State| {
        percent_encoding::utf8_percent_encode(text, UNRESERVED).to_string()
    });
    tera.register_filter("number", |value: f64, _: Kwargs, _: &State| {
        ask(|scope| Ok(dates::number(value, scope.words())))
    });
}

/// Refuses an argument that the function would not look at: the answer would be to another question.
fn all_taken(function: &str, takes: &[&str], kwargs: &Kwargs) -> TeraResult<()> {
    if takes.last() == Some(&"…") {
        return Ok(());
    }
    let foreign = kwargs.iter().filter_map(|(name, _)| name.as_str()).find(|name| !takes.contains(name));
    foreign.map_or(Ok(()), |name| {
        let near = nearest(name, takes.iter().copied()).map(|near| format!(", did you mean `{near}`?"));
        let list = if takes.is_empty() { "–".to_owned() } else { takes.join(", ") };
        let help = near.unwrap_or_else(|| format!("; it takes {list}"));
        Err(Error::message(format!("{function}() takes no `{name}`{help}")))
    })
}

fn articles(scope: &Scope, kwargs: &Kwargs) -> TeraResult<Value> {
    let listing = Listing::of_call(scope, kwargs)?;
    Ok(scope.cards(&listing.map(|listing| listing.articles(scope)).unwrap_or_default()))
}

fn article(scope: &Scope, kwargs: &Kwargs) -> TeraResult<Value> {
    let path = RelPath::new(kwargs.must_get::<&str>("path")?);
    let found = scope.edition().newsroom.find(&path, scope.lang);
    Ok(found.map_or_else(Value::none, |id| scope.card(id)))
}

fn terms(scope: &Scope, kwargs: &Kwargs) -> TeraResult<Value> {
    let kind = kwargs.must_get::<&str>("kind")?;
    let limit = kwargs.get::<usize>("limit")?;
    let class = Class::REGISTERS.into_iter().find(|class| class_name(*class) == kind);
    Ok(Value::from(class.map(|class| scope.terms(class, limit)).unwrap_or_default()))
}

fn kinds(scope: &Scope) -> Value {
    let kinds = scope.edition().newsroom.kinds(scope.lang, scope.config());
    let view = |(id, count)| {
        let (kind, section) = (scope.config().kind(id), scope.section(id));
        map! { "id" => &*kind.name, "label" => &section.plural, "url" => &section.href, "count" => count }
    };
    Value::from(kinds.into_iter().map(view).collect::<Vec<_>>())
}

fn related(scope: &Scope, kwargs: &Kwargs) -> TeraResult<Value> {
    let Some(id) = scope.document else { return Ok(Value::from(Vec::<Value>::new())) };
    let limit = kwargs.get::<usize>("limit")?.unwrap_or(5);
    Ok(scope.cards(&scope.edition().newsroom.related(id, limit, scope.config())))
}

fn image(scope: &Scope, kwargs: &Kwargs) -> TeraResult<Value> {
    let src = kwargs.must_get::<&str>("src")?;
    let folder =
        scope.own_document().map_or_else(|| RelPath::new(crate::source::CONTENT), |document| document.folder());
    let path = crate::routes::resolve(&folder, src);
    let there = path.as_ref().is_some_and(|path| scope.edition().routes.pictures().get(path).is_some());
    let widths: Option<Vec<u32>> = kwargs.get("widths")?;
    Ok(if there { scope.picture(path.as_ref(), src, widths.as_deref()) } else { Value::none() })
}

fn file(scope: &Scope, kwargs: &Kwargs) -> TeraResult<Value> {
    let src = kwargs.must_get::<&str>("src")?;
    Ok(scope.document.and_then(|id| scope.file(id, src, "")).unwrap_or_else(Value::none))
}

fn asset_url(scope: &Scope, path: &str) -> TeraResult<String> {
    match scope.edition().routes.asset(path) {
        Some(url) => Ok(scope.href(url)),
        None => Err(Error::message(format!("the theme has no asset `{path}`"))),
    }
}

/// An address of a page with scheme and host; one that has them stays.
fn whole(scope: &Scope, href: &str) -> String {
    if href.starts_with('/') { format!("{}{href}", scope.config().origin) } else { href.to_owned() }
}

fn translate(scope: &Scope, kwargs: &Kwargs) -> TeraResult<Value> {
    word(scope, kwargs.must_get::<&str>("key")?, kwargs)
}

/// An interface word, filled with the arguments. As a filter, `"key" | t`, it costs a tenth of the
/// call, since the engine builds a map for the arguments of each call.
fn word(scope: &Scope, key: &str, kwargs: &Kwargs) -> TeraResult<Value> {
    let words = scope.words();
    if kwargs.iter().all(|(name, _)| name.as_str() == Some("key"))
        && let Some(shown) = words.shown(key)
    {
        return Ok(shown.clone());
    }
    let count = kwargs.get::<u64>("count")?;
    let mut values: Vec<(&str, Cow<'_, str>)> = Vec::with_capacity(4);
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "key") else { continue };
        let shown = match (value.as_f64().filter(|_| name == "count"), value.as_str()) {
            (Some(count), _) => Cow::Owned(dates::number(count, words)),
            (None, Some(text)) => Cow::Borrowed(text),
            (None, None) => Cow::Owned(value.to_string()),
        };
        values.push((name, shown));
    }
    match words.filled(key, count, &values) {
        Some(text) => Ok(Value::from(text)),
        None => Err(Error::message(format!("no i18n file has the word `{key}`"))),
    }
}

/// The scope of a part that is the same on every page: without the page's document.
fn impersonal(scope: &Scope) -> Scope {
    Scope { document: None, alone: false, ..scope.clone() }
}

/// A component made for each of some articles, one after the other. What it makes of an article is
/// kept and reused wherever the same component is asked for with the same further arguments, since
/// an article stands in a dozen listings; so a component used here may not ask about the page
/// around it. With `tag`, each is wrapped in that element.
fn each(scope: &Scope, kwargs: &Kwargs) -> TeraResult<Value> {
    let component = kwargs.must_get::<&str>("component")?;
    let items = kwargs.must_get::<&[Value]>("items")?;
    let tag = kwargs.get::<&str>("tag")?.unwrap_or_default();
    let further = || kwargs.iter().filter_map(|(name, value)| Some((name.as_str()?, value)));
    let further = || further().filter(|(name, _)| !matches!(*name, "component" | "items" | "tag"));
    let making = scope.shelf.making(&key_of(component, further()));
    let make = |item: &Value| {
        let mut arguments = Context::new();
        further().for_each(|(name, value)| arguments.insert_value(name.to_owned(), value.clone()));
        arguments.insert_value("item", item.clone());
        component_alone(scope, component, &arguments)
    };
    let language = &*scope.config().language(scope.lang).code;
    let mut html = String::with_capacity(items.len() * 768);
    for item in items {
        let article = text_of(item, "id").filter(|_| text_of(item, "language") == Some(language));
        let made = match article.and_then(|id| scope.edition().newsroom.number_of(id, scope.lang)) {
            Some(id) => scope.shelf.piece(id, scope, making, || make(item))?,
            None => make(item)?,
        };
        let made = made.as_str().unwrap_or_default();
        if tag.is_empty() {
            html.push_str(made);
        } else {
            html.extend(["<", tag, ">", made, "</", tag, ">\n"]);
        }
    }
    Ok(Value::safe_string(&html))
}

/// A text of a card, which has those by which it is known first.
fn text_of<'a>(card: &'a Value, key: &'static str) -> Option<&'a str> {
    let card = card.as_map()?;
    let near = card.iter().take(FIRST).find(|(own, _)| own.as_str() == Some(key));
    near.map(|(_, value)| value).or_else(|| card.get(&Key::Str(key)))?.as_str()
}

/// Behind how many fields a search takes longer than a look at them.
const FIRST: usize = 3;

/// What is made, and from which further arguments.
fn key_of<'a>(name: &str, further: impl Iterator<Item = (&'a str, &'a Value)>) -> String {
    let mut key = String::with_capacity(96);
    key.push_str(name);
    for (name, value) in further {
        key.extend(["|", name, "="]);
        match value.as_str() {
            Some(text) => key.push_str(text),
            None => key.push_str(&value.to_string()),
        }
    }
    key
}

/// A component with the language, and nothing else, of the page around it.
fn component_alone(scope: &Scope, component: &str, arguments: &Context) -> TeraResult<Value> {
    let mut implicit = Context::new();
    implicit.insert_value("lang", Value::from(&*scope.config().language(scope.lang).code));
    let tera = &scope.theme().tera;
    let made = with_scope(&impersonal(scope), || {
        tera.render_component_with_implicits(component, arguments, &implicit, None, true)
    });
    made.map(|html| Value::safe_string(&html))
}

/// A template made once for a language and its further arguments, and then reused: it sees those
/// and what all pages of the language share, and nothing of the page around it.
fn shared(scope: &Scope, kwargs: &Kwargs) -> TeraResult<Value> {
    let template = kwargs.must_get::<&str>("template")?;
    let further = || kwargs.iter().filter_map(|(name, value)| Some((name.as_str()?, value)));
    let further = || further().filter(|(name, _)| *name != "template");
    let key = key_of(template, further());
    scope.shelf.part(scope.lang, &key, || {
        let mut context = scope.frame();
        further().for_each(|(name, value)| context.insert_value(name.to_owned(), value.clone()));
        let made = with_scope(&impersonal(scope), || scope.theme().tera.render(template, &context));
        made.map(|html| Value::safe_string(&html))
    })
}

fn url(scope: &Scope, kwargs: &Kwargs) -> TeraResult<String> {
    let path = kwargs.must_get::<&str>("path")?;
    let edition = &scope.edition();
    let named = RelPath::new(path.trim_end_matches(".md"));
    if let Some(id) =
        edition.newsroom.find(&named, scope.lang).or_else(|| edition.newsroom.find(&named, Default::default()))
    {
        return Ok(scope.document_href(id));
    }
    let inside = path.starts_with('/') && !path.starts_with("//");
    if inside {
        Ok(format!("{}{path}", scope.config().base_path))
    } else {
        Err(Error::message(format!("there is no document `{path}`")))
    }
}
