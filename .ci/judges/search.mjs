// A built site's search: its index read back word by word, and its page used in chromium.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync, copyFileSync, mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [site, base] = process.argv.slice(2);
const require = createRequire(join(process.env.WARTA_TOOLS, "node_modules/"));
const { chromium } = require("playwright-core");

const types = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", json: "application/json", svg: "image/svg+xml", jpg: "image/jpeg", webp: "image/webp" };
const always = readFileSync(join(site, "_headers"), "utf8").split(/\n(?=\/)/).find((rule) => rule.startsWith(`${base}/*`));
const headers = Object.fromEntries([...always.matchAll(/^  ([^:]+): (.+)$/gm)].map(([, name, value]) => [name, value]));
delete headers["Strict-Transport-Security"];
assert.match(headers["Content-Security-Policy"], /script-src 'self';/);

const chrome = "/usr/bin/chromium";
const asked = [];
const server = createServer((request, response) => {
  let path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  asked.push(path);
  path = path.startsWith(`${base}/`) ? path.slice(base.length) : "/404.html";
  if (path.endsWith("/")) path += "index.html";
  try {
    const bytes = readFileSync(join(site, path));
    response.writeHead(200, { ...headers, "Content-Type": types[path.split(".").pop()] ?? "application/octet-stream" });
    response.end(bytes);
  } catch {
    response.writeHead(404, headers).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

// Paragraphs without what the theme adds around pictures and the like.
const plain = (html) => [...html.matchAll(/<(p|li|h2|h3)>(.*?)<\/\1>/gs)].map(([, , text]) => text).join(" ")
  .replace(/<\/?(a|b|cite|em|i|q|small|span|strong)\b[^>]*>/g, "").replace(/<[^>]*>|&[a-z]+;/g, " ").replace(/&#39;/g, "'");

// Every word of every article's text, taken apart by the script, stands in the index where warta put it.
async function wordByWord(language, page) {
  const script = readdirSync(join(site, "assets")).find((name) => /^search\..*\.js$/.test(name));
  const module = join(mkdtempSync(join(tmpdir(), "warta-")), "search.mjs");
  copyFileSync(join(site, "assets", script), module);
  const { Index, words } = await import(module);
  const index = await new Index(`${origin}${base}${page}search.json`).open();
  index.get = async (url) => JSON.parse(readFileSync(join(site, url.slice(base.length))));
  let [count, documents] = [0, 0];
  for (const part of index.entry.parts) {
    for (let number = 0; number < part.count; number += 1) {
      const row = await index.row({ part, number });
      const data = join(site, row.url.slice(base.length), "index.json");
      const article = statSync(data, { throwIfNoEntry: false }) ? JSON.parse(readFileSync(data)) : {};
      const text = [row.title, row.summary, plain(article.bodies?.[0]?.value ?? "")].join(" ");
      for (const word of new Set(words(text))) {
        for (const key of index.keys(word)) {
          const [file] = await Promise.all(index.shards(part, key, key).map((shard) => index.file(part, `${shard}.json`)));
          let at = 0;
          const there = (file[key] ?? []).some((posting) => (at += posting >> 3) === number);
          assert(there, `${language}: ${row.url} is not under «${key}», a key of «${word}»`);
          count += 1;
        }
      }
      documents += 1;
    }
  }
  assert(documents > 10 && count > 500, `${documents} documents, ${count} words`);
  return `${language}: ${count} words of ${documents} documents`;
}
console.log(await wordByWord("id", "/cari/"));
console.log(await wordByWord("en", "/en/search/"));

const browser = await chromium.launch({ executablePath: chrome, args: ["--no-sandbox"] });
const complaints = [];
async function open(options = {}) {
  const context = await browser.newContext({ locale: "id-ID", ...options });
  const page = await context.newPage();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => request.url().startsWith(origin) || complaints.push(`asked ${request.url()}`));
  return page;
}
const titles = (page) => page.locator("#search-results h3").allTextContents();
const said = (page, text) => page.locator("#search-status").filter({ hasText: text }).waitFor({ timeout: 30_000 });
let step = "";
const check = (name) => (step = name);
try {
  const page = await open();
  check("nothing of the index is fetched before it is used");
  await page.goto(`${origin}${base}/cari/`);
  await page.waitForLoadState("networkidle");
  assert(!asked.some((path) => path.includes("search-index")), "the index was fetched");

  check("an inflected form finds another, as one types");
  await page.getByLabel("Kata yang dicari").pressSequentially("kunjungan zamrud", { delay: 20 });
  await said(page, "1 hasil");
  assert.deepEqual(await titles(page), ["Rombongan Guru di Balai Benih"]);
  assert.equal(new URL(page.url()).searchParams.get("q"), "kunjungan zamrud");
  assert.equal(await page.getByRole("link", { name: "Google" }).getAttribute("href"), "https://www.google.com/search?q=site%3Awarta.contoh.go.id%2Fkota%20kunjungan%20zamrud");

  check("what is not published or was withdrawn is not found");
  for (const q of ["Naskah Belum Boleh", "Sudah Dicabut"]) {
    await page.goto(`${origin}${base}/cari/?q=${encodeURIComponent(q)}`);
    await said(page, "hasil");
    assert(!(await titles(page)).some((title) => /Naskah yang|Berita yang Sudah/.test(title)), q);
  }

  check("filters, order and address");
  await page.goto(`${origin}${base}/cari/?q=air&sort=new`);
  await said(page, "hasil");
  const all = await titles(page);
  const days = await page.locator("#search-results time").evaluateAll((times) => times.map((time) => time.dateTime));
  assert.deepEqual(days, [...days].sort().reverse());
  assert(await page.locator("#search-results mark").count() > 0 || all.length > 0);
  await page.getByLabel("Tahun").selectOption("2025");
  await page.waitForFunction(() => [...document.querySelectorAll("#search-results time")].every((time) => time.dateTime.startsWith("2025")));
  await page.getByLabel("Jenis").selectOption({ label: "Berita" });
  await page.waitForFunction(() => [...document.querySelectorAll("#search-results [data-part=kind]")].every((kind) => kind.textContent === "Berita"));
  assert.match(page.url(), /kind=news&year=2025|year=2025.*kind=news/);
  await page.goBack();
  await page.goBack();
  await page.waitForFunction((count) => document.querySelectorAll("#search-results h3").length === count, all.length);
  assert.deepEqual(await titles(page), all);
  await page.goto(`${origin}${base}/cari/?unit=dlh&year=2026`);
  await said(page, "hasil");
  assert((await titles(page)).includes("Rombongan Guru di Balai Benih"), "a filter without words");

  check("by keyboard alone, to a result's page");
  await page.goto(`${origin}${base}/cari/`);
  for (let i = 0; i < 60 && (await page.evaluate(() => document.activeElement.id)) !== "q"; i += 1) await page.keyboard.press("Tab");
  await page.keyboard.type("zamrud");
  await page.keyboard.press("Enter");
  await said(page, "1 hasil");
  for (let i = 0; i < 10 && !(await page.evaluate(() => document.activeElement.closest("#search-results"))); i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${origin}${base}/berita/2026/05/uji-cari/`);
  await page.goBack();
  await said(page, "1 hasil");

  check("more results, and where the focus goes");
  await page.goto(`${origin}${base}/cari/?q=kota`);
  await said(page, "hasil");
  assert.equal((await titles(page)).length, 10);
  await page.getByRole("button", { name: "Tampilkan lagi" }).press("Enter");
  await page.waitForFunction(() => [...document.querySelectorAll("#search-results a")].indexOf(document.activeElement) === 10);

  check("what is found is said, and fields have names");
  await page.goto(`${origin}${base}/cari/?q=takadakatasepertiini`);
  await said(page, "Tidak ada hasil");
  const tree = await page.locator("main").ariaSnapshot();
  for (const line of ["search", "searchbox \"Kata yang dicari\"", "group \"Persempit\"", "combobox \"Jenis\"", "combobox \"Unit kerja\"", "combobox \"Tahun\"", "status", "button \"Cari\""]) {
    assert(tree.includes(line), `no ${line} in\n${tree}`);
  }

  check("markup in a question stays text");
  await page.goto(`${origin}${base}/cari/?q=${encodeURIComponent('"><img src=x onerror=alert(1)> zamrud')}`);
  await said(page, "hasil");
  assert.equal(await page.locator("img[src=x]").count(), 0);

  check("English");
  await page.goto(`${origin}${base}/en/search/?q=visits`);
  await said(page, "result");
  assert((await titles(page)).length > 0);
  check("a narrow window");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${origin}${base}/cari/?q=kunjungan`);
  await said(page, "hasil");
  assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "scrolls sideways");

  check("no complaint of the browser, nothing from elsewhere");
  assert.deepEqual(complaints, []);

  check("without JavaScript");
  const without = await chromium.launch({ executablePath: chrome, args: ["--no-sandbox", "--blink-settings=scriptEnabled=false"] });
  try {
    const lone = await without.newPage();
    await lone.goto(`${origin}${base}/cari/?q=kunjungan`);
    const devtools = await lone.context().newCDPSession(lone);
    const { nodes } = await devtools.send("Accessibility.getFullAXTree");
    const shown = nodes.filter((node) => !node.ignored).map((node) => `${node.role?.value} ${node.name?.value}`).join("\n");
    for (const text of [/memerlukan JavaScript/, /link Google/, /link Semua berita di arsip/]) assert.match(shown, text);
    assert.doesNotMatch(shown, /searchbox/);
  } finally {
    await without.close();
  }

  check("an index that can't be had is told");
  const offline = await open();
  await offline.route("**/search-index/**", (route) => route.abort());
  await offline.goto(`${origin}${base}/cari/?q=kunjungan`);
  await said(offline, "tidak dapat dibuka");
  console.log("the search page works in chromium");
} catch (error) {
  console.error(`${step}: ${error.stack ?? error}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
