//! Draws the pictures of the example newsroom: `cargo run --example pictures [part of a name]`.
//!
//! Everything is made here, from shapes: no picture is copied, none shows a real person or place.
//! The same version draws the same pictures; they stand in the repository, so that a newsroom can
//! be built without running this.

mod canvas;
mod emblem;
mod ink;
mod nature;
mod pdf;
mod people;
mod random;
mod scenes;
mod sheets;
mod town;

use canvas::{Canvas, HEIGHT, WIDTH};
use scenes::bust::SIDE;
use scenes::{bridge, craft, hills, lake, market, portraits, produce, pump, river, rooms, street};
use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::{env, fs, io};
use warta::image::{Credits, Encoding, embed};

/// Where a picture goes below content/, and what draws it.
type Picture = (&'static str, fn(&mut Canvas));

const PICTURES: &[Picture] = &[
    ("berita/2022/kampung-gerabah-sendangkulon/gerabah.jpg", craft::pottery),
    ("berita/2023/pohon-di-bantaran/menanam.jpg", hills::planting),
    ("berita/2023/rumah-baca-pandan/perpustakaan.jpg", rooms::library),
    ("berita/2024/batik-riak-wening/batik.jpg", craft::batik),
    ("berita/2024/pasar-randusewu-dibuka/gedung-pasar.jpg", market::hall),
    ("berita/2025/bank-sampah-41-unit/bank-sampah.jpg", produce::waste_bank),
    ("berita/2025/perahu-pustaka/perahu-pustaka.jpg", lake::library_boat),
    ("berita/2026/kelas-telepon-lansia/lansia.jpg", street::elders),
    ("berita/2026/pasar-malam-tanpa-plastik/pasar-malam.jpg", market::night),
    ("berita/2026/sekolah-sungai/mengukur-sungai.jpg", river::measuring),
    ("berita/2026/upacara-tepi-danau/upacara.jpg", lake::ceremony),
    ("foto/2025/ranu-wening-berkabut/kabut.jpg", lake::mist),
    ("foto/2025/ranu-wening-berkabut/kebun-teh.jpg", hills::tea),
    ("foto/2025/ranu-wening-berkabut/nelayan.jpg", lake::fisherman),
    ("foto/2026/pagi-di-pasar-randusewu/kuli-panggul.jpg", market::porters),
    ("foto/2026/pagi-di-pasar-randusewu/lapak.jpg", market::stalls),
    ("foto/2026/pagi-di-pasar-randusewu/payung.jpg", produce::umbrellas),
    ("foto/2026/pagi-di-pasar-randusewu/sayur.jpg", produce::vegetables),
    ("kunjungan/2022/tanjung-selasih-lapor-wening/rapat.jpg", rooms::meeting),
    ("kunjungan/2024/bandar-purnama-pasar/kompos.jpg", produce::compost),
    ("kunjungan/2025/pelajar-ke-ruang-redaksi/lokakarya.jpg", rooms::workshop),
    ("kunjungan/2026/laut-jingga-data-terbuka/paparan.jpg", rooms::briefing),
    ("kunjungan/2026/port-alder-rumah-pompa/peninjauan.jpg", pump::inspection),
    ("pengumuman/2026/siaga-banjir/hujan-kota.jpg", river::downpour),
    ("siaran-pers/2022/wifi-taman-lentera/wifi-taman.jpg", street::wifi),
    ("siaran-pers/2023/trans-wening-koridor-1/bus.jpg", street::old_town_bus),
    ("siaran-pers/2025/portal-data-terbuka/cakrawala.jpg", lake::skyline),
    ("siaran-pers/2026/2026-11-19-pompa-dan-pos-pantau/gladi.jpg", river::drill),
    ("siaran-pers/2026/jembatan-larik-dibuka/jembatan-senja.jpg", bridge::dusk),
    ("siaran-pers/2026/jembatan-larik-dibuka/jembatan-siang.jpg", bridge::day),
    ("siaran-pers/2026/kapsul-waktu/kapsul.jpg", hills::capsule),
    ("siaran-pers/2026/rumah-pompa-muarasendang/penampang.jpg", pump::section),
    ("siaran-pers/2026/rumah-pompa-muarasendang/rumah-pompa.jpg", pump::house),
    ("tokoh/bramasta-lodaya/potret.jpg", portraits::bramasta),
    ("tokoh/danu/potret.jpg", portraits::danu),
    ("tokoh/haris-tumbelaku/potret.jpg", portraits::haris),
    ("tokoh/laksmi-andarini/potret.jpg", portraits::laksmi),
    ("tokoh/nilam-kertapati/potret.jpg", portraits::nilam),
    ("tokoh/ratri-maheswani/potret.jpg", portraits::ratri),
    ("tokoh/sekar/potret.jpg", portraits::sekar),
    ("tokoh/yohanes-tambura/potret.jpg", portraits::yohanes),
    ("video/2025/cara-lapor-wening/telepon.jpg", street::report),
    ("video/2026/naik-trans-wening/halte.jpg", street::bus_stop),
];

/// No picture is larger than this.
const BUDGET: usize = 200 * 1000;

fn main() -> Result<(), Box<dyn Error>> {
    let wanted = env::args().nth(1).unwrap_or_default();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut out = io::stdout().lock();
    for (path, draw) in PICTURES.iter().filter(|(path, _)| path.contains(&wanted)) {
        let bytes = picture(path, *draw)?;
        fs::write(content.join(path), &bytes)?;
        writeln!(out, "{:>4} KB  {path}", bytes.len() / 1000)?;
    }
    for (path, sheet) in sheets::SHEETS.iter().filter(|(path, _)| path.contains(&wanted)) {
        let bytes = sheet();
        fs::write(content.join(path), &bytes)?;
        writeln!(out, "{:>4} KB  {path}", bytes.len() / 1000)?;
    }
    let emblem = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/lambang.png");
    if "lambang.png".contains(&wanted) {
        let bytes = emblem::png(&fs::read_to_string(emblem.with_extension("svg"))?)?;
        fs::write(&emblem, &bytes)?;
        writeln!(out, "{:>4} KB  lambang.png", bytes.len() / 1000)?;
    }
    Ok(())
}

fn picture(path: &str, draw: fn(&mut Canvas)) -> Result<Vec<u8>, Box<dyn Error>> {
    let (width, height) = if path.starts_with("tokoh/") { (SIDE, SIDE) } else { (WIDTH, HEIGHT) };
    let mut canvas = Canvas::new(width, height).ok_or("a picture needs an area")?;
    draw(&mut canvas);
    for quality in [82, 76, 70, 64, 58] {
        let bytes = embed(canvas.jpeg(quality)?, Encoding::Jpeg, &credits());
        if bytes.len() <= BUDGET {
            return Ok(bytes);
        }
    }
    Err(format!("{path}: more than {BUDGET} bytes").into())
}

/// What every picture says of itself.
fn credits() -> Credits {
    Credits {
        creator: "Redaksi Warta Ranuwening".into(),
        credit: "Ilustrasi: Redaksi Warta Ranuwening".into(),
        copyright: "Pemerintah Kota Ranuwening".into(),
        source_type: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia".into(),
        ..Credits::default()
    }
}
