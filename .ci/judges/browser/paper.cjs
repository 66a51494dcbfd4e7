// A release on paper, read back from the PDF: an A4 letterhead, number, date, contact and address, and nothing
// that only a screen can use. Text is taken out by poppler's pdftotext.
const { execFileSync } = require("child_process");
const { mkdtempSync, rmSync, writeFileSync } = require("fs");
const { tmpdir } = require("os");
const { join } = require("path");
const { ARTICLE } = require("../pages.cjs");
const { fault, open } = require("./page.cjs");

// In this order.
const PRINTED = [
  ["who publishes", /Dinas Komunikasi dan Informatika Kota Ranuwening/],
  ["the publisher's address", /Jalan Balai Kota 1/],
  ["the publisher's telephone", /\(0299\) 555-0100/],
  ["the headline", /Rumah Pompa Muarasendang\s+Siap Melindungi 2\.140 Rumah/],
  ["the date", /10 Februari 2026, 10\.30 WIB/],
  ["the number", /IP\/2026\/0023/],
  ["the text", /Tiga pompa\s+berkapasitas 4\.050 liter per detik mengeringkan/],
  ["the correction", /semula menyebut kapasitas pompa 4\.500/],
  ["the contact", /\(0299\) 555-0130/],
  ["the page's address", /https:\/\/warta\.contoh\.go\.id\/siaran-pers\/2026\/02\/rumah-pompa-muarasendang\//],
];
const SCREEN = /isi utama|Bahasa Indonesia|Pengumuman|WhatsApp|Salin tautan|Baca juga|Jelajahi|Ikuti kami|Lihat riwayat|Cari\b/;

exports.paper = async (browser, origin, _site, [path] = [ARTICLE]) => {
  const context = await browser.newContext({ colorScheme: "dark" });
  const page = await open(context, origin, () => `${path} on paper`);
  await page.goto(origin + path);
  const folder = mkdtempSync(join(tmpdir(), "warta-paper-"));
  const file = join(folder, "release.pdf");
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const pages = execFileSync("pdfinfo", [file], { encoding: "utf-8" });
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf-8" });
  rmSync(folder, { recursive: true });
  if (!/Page size:.*\(A4\)/.test(pages)) fault(path, `on paper: ${pages.match(/Page size:.*/)}`);
  let last = 0;
  for (const [what, pattern] of PRINTED) {
    const at = text.slice(last).search(pattern);
    if (at < 0) fault(path, `on paper: ${what} is missing, or stands elsewhere`);
    last += Math.max(at, 0);
  }
  const useless = text.match(SCREEN);
  if (useless) fault(path, `on paper: “${useless[0]}”`);
  await page.emulateMedia({ media: "print" });
  const [ink, ground] = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor];
  });
  if (ink !== "rgb(0, 0, 0)" || ground !== "rgb(255, 255, 255)") fault(path, `on paper: ${ink} on ${ground}`);
  await context.close();
};
