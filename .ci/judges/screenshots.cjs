// Pictures of pages of a built site: SITE OUT [PATH…]. Ten pages unless others are named, at 390 and 1280
// pixels, light and dark. The whole page is shown, up to the height at which nobody looks any more.
const { createReadStream, existsSync, mkdirSync, statSync } = require("fs");
const { createServer } = require("http");
const { extname, join } = require("path");
const { chromium } = require("playwright-core");

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
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

function serve(site) {
  const server = createServer((request, response) => {
    let file = join(site, decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    const found = existsSync(file);
    if (!found) file = join(site, "404.html");
    response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

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
        // Pictures below the window load when they come near: walk down once.
        await page.evaluate(async () => {
          for (const image of document.images) image.loading = "eager";
          await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
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
