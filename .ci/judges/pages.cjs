// A page of every template of the example newsroom, in both languages where it is translated.
const ARTICLE = "/siaran-pers/2026/02/rumah-pompa-muarasendang/";
const VIDEO = "/video/2026/04/naik-trans-wening/";
const PHOTOS = "/foto/2025/09/ranu-wening-berkabut/";
const TRANSLATED = [
  "/",
  ARTICLE,
  PHOTOS,
  "/kunjungan/2026/05/port-alder-rumah-pompa/",
  "/pengumuman/2026/11/siaga-banjir/",
  "/klarifikasi/2026/05/ikan-mati-ranu-wening/",
  "/agenda/2026/11/pekan-baca-pandan/",
  "/berita/",
  "/agenda/",
  "/unit/",
  "/unit/dpu/",
  "/tokoh/ratri-maheswani/",
  "/topik/literasi/",
  "/media/",
  "/tentang/",
];
const PAGES = [
  ...TRANSLATED,
  ...TRANSLATED.map((path) => `/en${path}`),
  ...["/arsip/", "/arsip/2026/", "/arsip/2026/02/", "/ralat/", "/cari/"],
  ...["/en/archive/", "/en/archive/2026/", "/en/archive/2026/02/", "/en/corrections/", "/en/search/"],
  VIDEO,
  "/foto/2026/11/pagi-di-pasar-randusewu/",
  "/berita/2025/06/juara-lomba-menulis/",
  "/berita/halaman/2/",
  "/foto/",
  "/advertorial/",
  "/404.html",
];
module.exports = { ARTICLE, VIDEO, PAGES };
