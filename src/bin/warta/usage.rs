//! What is wrong with a command line, in the user's language.

use crate::args::{Args, Language};
use crate::console;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Error, ValueEnum};
use std::process::ExitCode;
use warta::diagnostic::{Text, Tongue};
use warta::text;

/// Says what is wrong, and ends with the status of a run that could not be done. Help and version,
/// which come by the same way, are printed as they are.
pub fn explain(error: &Error) -> ExitCode {
    let said = if error.use_stderr() { message(error) } else { None };
    let Some((message, help)) = said else {
        // Nothing can be done about a stream that is closed.
        let _ = error.print();
        return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(console::COULD_NOT_RUN));
    };
    let tongue = match asked("--lang") {
        Some(Language::En) => Tongue::En,
        Some(Language::Id) | None => Tongue::Id,
    };
    let (failed, way_out, usage) = match tongue {
        Tongue::Id => ("gagal", "bantuan", "pemakaian"),
        Tongue::En => ("failed", "help", "usage"),
    };
    console::note(&format!("warta: {failed}: {}", message.in_tongue(tongue)));
    if let Some(help) = help {
        console::note(&format!("  = {way_out}: {}", help.in_tongue(tongue)));
    }
    if let Some(line) = line(error) {
        console::note(&format!("  = {usage}: {line}"));
    }
    console::could_not_run(asked("--format").unwrap_or_default(), message.in_tongue(tongue))
}

/// What a command line that can't be read asks for by an option of a list.
fn asked<T: ValueEnum>(option: &str) -> Option<T> {
    let arguments: Vec<String> = std::env::args().collect();
    let beside = arguments.windows(2).filter(|pair| pair[0] == option).map(|pair| pair[1].as_str());
    let joined = arguments.iter().filter_map(|argument| argument.strip_prefix(option)?.strip_prefix('='));
    beside.chain(joined).find_map(|value| T::from_str(value, true).ok())
}

/// How the command is written.
fn line(error: &Error) -> Option<String> {
    let usage = error.get(ContextKind::Usage)?.to_string();
    Some(usage.trim().trim_start_matches("Usage:").split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What is said of an error, and what to do; none for what clap's own words must do.
fn message(error: &Error) -> Option<(Text, Option<Text>)> {
    let one = |kind| texts(error, kind).into_iter().next().unwrap_or_default();
    let argument = one(ContextKind::InvalidArg);
    let (value, list) = (one(ContextKind::InvalidValue), texts(error, ContextKind::ValidValue).join(", "));
    Some(match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => (
            text!("tidak ada pilihan `{argument}`", "there is no option `{argument}`"),
            near(&one(ContextKind::SuggestedArg)),
        ),
        ErrorKind::UnknownArgument => (
            text!("`{argument}` satu kata terlalu banyak", "`{argument}` is one word too many"),
            Some(text!(
                "apit judul atau nama yang lebih dari satu kata dengan tanda kutip: \"Judul Berita\"",
                "put a title or name of several words in quotes: \"The Title\""
            )),
        ),
        ErrorKind::InvalidSubcommand => {
            let command = one(ContextKind::InvalidSubcommand);
            let help = near(&one(ContextKind::SuggestedSubcommand)).unwrap_or_else(commands);
            (text!("tidak ada perintah `{command}`", "there is no command `{command}`"), Some(help))
        }
        ErrorKind::MissingSubcommand => {
            (text!("perintahnya belum ditulis", "the command is missing"), Some(commands()))
        }
        ErrorKind::MissingRequiredArgument => {
            let list = texts(error, ContextKind::InvalidArg).join(" ");
            let help = list
                .contains("<TITLE>")
                .then(|| text!("misalnya warta new news \"Judul Berita\"", "such as warta new news \"The Title\""));
            (text!("ini belum ditulis: {list}", "this is missing: {list}"), help)
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            let help = (!list.is_empty()).then(|| text!("pilihannya: {list}", "one of: {list}"));
            (text!("nilai `{argument}` belum ditulis", "the value of `{argument}` is missing"), help)
        }
        ErrorKind::InvalidValue => {
            let help = near(&one(ContextKind::SuggestedValue));
            let help = help.unwrap_or_else(|| text!("pilihannya: {list}", "one of: {list}"));
            (text!("`{argument}` tidak dapat berisi `{value}`", "`{argument}` can't be `{value}`"), Some(help))
        }
        ErrorKind::ValueValidation => (
            text!("`{argument}` tidak dapat dibaca: `{value}`", "`{argument}` can't be read: `{value}`"),
            argument.starts_with("--addr").then(|| {
                text!(
                    "tulis alamat dan port, misalnya 127.0.0.1:2222",
                    "write address and port, such as 127.0.0.1:2222"
                )
            }),
        ),
        ErrorKind::TooManyValues => {
            (text!("`{argument}` tidak menerima nilai `{value}`", "`{argument}` takes no value `{value}`"), None)
        }
        ErrorKind::ArgumentConflict => {
            (text!("`{argument}` hanya boleh ditulis satu kali", "`{argument}` can be written only once"), None)
        }
        _ => return None,
    })
}

fn texts(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

fn near(word: &str) -> Option<Text> {
    (!word.is_empty()).then(|| text!("mungkin maksudnya `{word}`?", "did you mean `{word}`?"))
}

/// All commands.
fn commands() -> Text {
    let command = Args::command();
    let list = command.get_subcommands().map(clap::Command::get_name).collect::<Vec<_>>().join(", ");
    text!("yang ada: {list}", "there are: {list}")
}
