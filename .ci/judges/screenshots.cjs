// Pictures of pages of a built site: SITE OUT [PATH…]. Ten pages unless others are named, at 390 and 1280
// pixels, light and dark. The whole page is shown, up to the height at which nobody looks any more.
const { mkdirSync } = require("fs");
const { join } = require("path");
const { chromium } = require("playwright-core");
const { serve } = require("./server.cjs");

const PAGES = [
  "/",
  "/siaran-pers/2026/02/rumah-pompa-muarasendang/",
  "/kunjungan/2026/05/port-alder-rumah-pompa/",
  "/foto/2026/11/pagi-di-pasar-randusewu/",
  "/video/2026/04/naik-trans-wening/",
  "/pengumuman/2026/11/siaga-banjir/",
  "/klarifikasi/2026/05/ikan-mati-ranu-wening/",
  "/agenda/",
  "/unit/dpu/",
  "/arsip/",
];
const WIDTHS = [390, 1280];
const TALLEST = 6000;
async function main([site, out, ...paths]) {
  mkdirSync(out, { recursive: true });
  const server = await serve(site);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  const missing = [];
  for (const colorScheme of ["light", "dark"]) {
    for (const width of WIDTHS) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      for (const path of paths.length ? paths : PAGES) {
        const answer = await page.goto(origin + path);
        if (answer.status() !== 200 && !path.includes("404")) missing.push(path);
        // Pictures below the window would load when they come near; those that nobody sees never do.
        await page.evaluate(async () => {
          const shown = [...document.images].filter((image) => image.checkVisibility());
          for (const image of shown) image.loading = "eager";
          const late = new Promise((done) => setTimeout(done, 5000));
          await Promise.race([late, Promise.all(shown.map((image) => image.decode().catch(() => {})))]);
        });
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        const name = path.replace(/^\/|\/$/g, "").replaceAll("/", "-") || "home";
        await page.screenshot({
          path: join(out, `${name}.${width}.${colorScheme}.png`),
          fullPage: true,
          clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) },
        });
      }
      await page.close();
    }
  }
  await browser.close();
  server.close();
  if (missing.length) throw new Error(`no such page: ${[...new Set(missing)].join(" ")}`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
