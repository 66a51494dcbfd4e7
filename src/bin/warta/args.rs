//! What the user typed, checked for form; and the only place that reads the clock and the environment.

use crate::report::Format;
use clap::{Args as ClapArgs, CommandFactory, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use warta::failure::Failure;
use warta::text;
use warta::time::{Moment, Zone};

/// Pembuat situs statis untuk redaksi pemerintah / A static site generator for government newsrooms
#[derive(Debug, Parser)]
#[command(name = "warta", version, max_term_width = 100)]
pub struct Args {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(Clone, Debug, ClapArgs)]
pub struct Common {
    /// Folder redaksi / the newsroom's folder [default: the nearest one upward with a site.toml]
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Waktu terbit yang dipakai / the instant of publication: a day as 2026-11-22, or RFC 3339 [default:
    /// SOURCE_DATE_EPOCH, else the clock]
    #[arg(long, global = true, value_name = "TIME")]
    pub now: Option<String>,
    /// Bentuk laporan / how findings are printed
    #[arg(long, global = true, value_enum, default_value_t)]
    pub format: Format,
    /// Bahasa pesan / the language of messages [default: the site's]
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Language>,
    /// Warna / colours
    #[arg(long, global = true, value_enum, default_value_t)]
    pub color: Color,
    /// Hanya kesalahan / say nothing but what is wrong
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Lebih banyak keterangan / say more
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// A language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    Id,
    En,
}

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Redaksi baru / a new newsroom: site.toml, sample content, CI workflows
    Init(InitOptions),
    /// Naskah baru / a new document from its kind's archetype
    New(NewOptions),
    /// Lihat di peramban selagi menulis / see it in a browser while writing
    Serve(ServeOptions),
    /// Buat situs / make the site
    Build(BuildOptions),
    /// Periksa semua aturan / check every rule, write nothing
    Check(CheckOptions),
    /// Kosongkan .warta/cache / empty .warta/cache
    Clean,
    /// Cetak pengaturan server sendiri / print what a server of one's own is to be told
    Hosts(HostsOptions),
    /// Jelaskan kode temuan / what a finding's code means and how to mend it
    Explain(ExplainOptions),
    /// Pelengkap perintah untuk shell / completions for a shell
    Completions(CompletionsOptions),
}

#[derive(Debug, ClapArgs)]
pub struct InitOptions {
    /// Folder yang dibuat / the folder to make
    pub dir: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub struct NewOptions {
    /// Jenis: press-release, visit, news, … / the kind
    pub kind: String,
    /// Judul / the headline
    pub title: String,
}

#[derive(Debug, ClapArgs)]
pub struct ServeOptions {
    /// Alamat pratinjau / the address to listen on [default: 127.0.0.1:1111, or the next port that is free]
    #[arg(long, value_name = "ADDR")]
    pub addr: Option<SocketAddr>,
}

#[derive(Debug, ClapArgs)]
pub struct BuildOptions {
    /// Folder hasil, dihitung dari folder redaksi / the output folder, from the newsroom's folder
    #[arg(long, default_value = "public", value_name = "DIR")]
    pub output: PathBuf,
    /// Alamat situs, bukan yang di site.toml / the site's address instead of site.toml's
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Tampilkan juga yang belum terbit / show unpublished documents too, marked
    #[arg(long)]
    pub preview: bool,
    /// Buat dua kali dan bandingkan / build a second time, cold, and compare every byte
    #[arg(long)]
    pub verify: bool,
    /// Jelaskan mengapa alamat ini dibuat lagi atau tidak / say why an address was rendered or taken over
    #[arg(long, value_name = "URL")]
    pub explain: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub struct CheckOptions {
    /// Tanyakan juga tautan ke situs lain / ask other sites whether what is linked to is still there
    #[arg(long)]
    pub external: bool,
}

#[derive(Debug, ClapArgs)]
pub struct HostsOptions {
    /// Server: nginx atau caddy / the server
    #[arg(value_enum)]
    pub server: ServerName,
    /// Alamat situs, bukan yang di site.toml / the site's address instead of site.toml's
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
}

/// A server that a newsroom may run itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ServerName {
    Nginx,
    Caddy,
}

#[derive(Debug, ClapArgs)]
pub struct ExplainOptions {
    /// Kode, misalnya WT204 / the code; none for a list of all
    pub code: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub struct CompletionsOptions {
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Prints a shell's completions.
pub fn completions(common: &Common, shell: clap_complete::Shell) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "warta", &mut script);
    let script = String::from_utf8_lossy(&script);
    crate::console::answer(common, script.trim_end(), serde_json::json!({ "script": script }))?;
    Ok(ExitCode::SUCCESS)
}

impl Common {
    /// The one instant of this run: `--now`, else SOURCE_DATE_EPOCH, else the clock. A day or time
    /// without an offset is in the newsroom's zone.
    #[expect(clippy::disallowed_methods, reason = "the one place where clock and environment are read")]
    pub fn instant(&self, zone: impl FnOnce() -> Zone) -> Result<Timestamp, Failure> {
        if let Some(now) = &self.now {
            let whole = now.parse::<Timestamp>().ok();
            let instant = whole.or_else(|| Moment::parse(now, &zone()).ok().map(|moment| moment.instant));
            return instant.ok_or_else(|| {
                Failure::new(text!(
                    "`--now` tidak dapat dibaca sebagai waktu: {now}; tulis misalnya 2026-11-22 atau 2026-11-22T10:00",
                    "`--now` can't be read as a time: {now}; write, for example, 2026-11-22 or 2026-11-22T10:00"
                ))
            });
        }
        match std::env::var("SOURCE_DATE_EPOCH") {
            Ok(epoch) => {
                let seconds = epoch.trim().parse::<i64>().ok().and_then(|s| Timestamp::from_second(s).ok());
                seconds.ok_or_else(|| {
                    Failure::new(text!(
                        "SOURCE_DATE_EPOCH harus bilangan detik, bukan {epoch}",
                        "SOURCE_DATE_EPOCH must be a number of seconds, not {epoch}"
                    ))
                })
            }
            Err(_) => Timestamp::try_from(std::time::SystemTime::now()).map_err(|error| {
                Failure::new(text!("jam komputer ini salah: {error}", "this computer's clock is wrong: {error}"))
            }),
        }
    }
}
