//! A small newsroom on disk, with a theme of its own over the default one.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

pub const SITE: &str =
    "title = \"Uji Warta\"\nbase_url = \"https://warta.example\"\ntimezone = \"Asia/Jakarta\"\ntheme = \"uji\"\n";

pub struct Newsroom {
    folder: tempfile::TempDir,
}

impl Newsroom {
    pub fn new() -> Newsroom {
        let newsroom = Newsroom { folder: tempfile::tempdir().unwrap() };
        newsroom.write("site.toml", SITE);
        newsroom.write("content/unit/kominfo.md", "+++\ntitle = \"Kominfo\"\n+++\n\nUnit.\n");
        newsroom.article("2026-01-02-pasar-dibuka", "Pasar Dibuka", "Pasar itu ramai.");
        newsroom.article("2026-01-04-jalan-ditutup", "Jalan Ditutup", "Jalan itu sepi.");
        newsroom.write("static/peta kota.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        newsroom.write("themes/uji/theme.toml", "name = \"Uji\"\nextends = \"warta\"\n");
        newsroom.write("themes/uji/assets/style.css", "body { color: red }\n");
        newsroom
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.at(name)).unwrap()
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.at(name).parent().unwrap()).unwrap();
        fs::write(self.at(name), text).unwrap();
    }

    pub fn remove(&self, name: &str) {
        fs::remove_file(self.at(name)).unwrap();
    }

    pub fn replace(&self, name: &str, old: &str, new: &str) {
        let text = self.read(name);
        assert!(text.contains(old), "{old} in {text}");
        self.write(name, &text.replace(old, new));
    }

    /// A news article of January 2026.
    pub fn article(&self, name: &str, title: &str, body: &str) {
        let front = format!("title = \"{title}\"\ndate = 2026-01-02T08:00:00+07:00\nsummary = \"Ringkasan {title}\"");
        self.write(
            &format!("content/berita/{name}.md"),
            &format!("+++\n{front}\nunits = [\"kominfo\"]\n+++\n\n{body}\n"),
        );
    }

    /// `warta serve` for this newsroom.
    pub fn serve(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
        command.args(["serve", "--lang", "id", "--root"]).arg(self.folder.path());
        command
    }
}
