// A page of every template of the example newsroom, in both languages. The list of several pages and the page for
// what is not found are there in the first language alone.
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
  "/berita/2026/09/kedai-kopi-pelabuhan/",
  "/berita/2025/06/juara-lomba-menulis/",
  VIDEO,
  "/video/",
];
const PAGES = [
  ...TRANSLATED,
  ...TRANSLATED.map((path) => `/en${path}`),
  ...["/advertorial/", "/arsip/", "/arsip/2026/", "/arsip/2026/02/", "/ralat/", "/cari/"],
  ...["/en/sponsored/", "/en/archive/", "/en/archive/2026/", "/en/archive/2026/02/", "/en/corrections/", "/en/search/"],
  "/foto/2026/11/pagi-di-pasar-randusewu/",
  "/berita/halaman/2/",
  "/404.html",
];
module.exports = { ARTICLE, VIDEO, PAGES };
