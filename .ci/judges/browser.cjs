// Pages of a built site in a real browser: SITE [PATH…]. Every fault is printed; any fault ends the run.
const { readFileSync } = require("fs");
const { join } = require("path");
const { gzipSync } = require("zlib");
const { chromium } = require("playwright-core");
const { ARTICLE, VIDEO, PAGES } = require("./pages.cjs");
const { serve } = require("./server.cjs");

const HEAVIEST = 14 * 1024;
const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: { "target-size": { enabled: true } } };
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");

const faults = [];
const fault = (where, what) => faults.push(`${where}: ${what}`);
const squeezed = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

// A page that tells of everything it should not do.
async function open(context, origin, where) {
  const page = await context.newPage();
  page.asked = [];
  page.on("console", (said) => said.type() === "error" && fault(where(), `console: ${said.text()}`));
  page.on("pageerror", (error) => fault(where(), `script: ${error.message}`));
  await page.route("**/*", (route) => {
    const request = route.request();
    page.asked.push({ url: request.url(), type: request.resourceType() });
    return request.url().startsWith(origin) ? route.continue() : route.abort();
  });
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return page;
}

const overflow = (page) =>
  page.evaluate(() => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll("body *")].find(
      (element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".table-scroll, pre, .skip"),
    );
    return over > 0 ? `${over} pixels too wide (${wide?.tagName} ${wide?.className})` : null;
  });

async function look(browser, site, origin, paths) {
  for (const [width, colorScheme] of [[320, "light"], [320, "dark"], [1280, "light"], [1280, "dark"]]) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    let path = "";
    const page = await open(context, origin, () => `${path} ${width} ${colorScheme}`);
    for (path of paths) {
      const where = `${path} ${width} ${colorScheme}`;
      page.asked = [];
      await page.goto(origin + path, { waitUntil: "load" });
      for (const { url } of page.asked) if (!url.startsWith(origin)) fault(where, `asked ${url}`);
      const before = page.asked.filter(({ type }) => type !== "image");
      if (before.length > 4) fault(where, `${before.length} requests before pictures`);
      const shift = await page.evaluate(() => window.shift);
      if (shift > 0.001) fault(where, `layout shift ${shift}`);
      const wide = await overflow(page);
      if (wide) fault(where, wide);
      await page.evaluate(axe);
      const { violations } = await page.evaluate((rules) => window.axe.run(rules), RULES);
      for (const { id, nodes } of violations) fault(where, `axe ${id}: ${nodes[0].html.slice(0, 160)}`);
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      const large = await overflow(page);
      if (large) fault(where, `with text at 200 %: ${large}`);
    }
    await context.close();
  }
}

// HTML and the style sheets of an article, as a host sends them.
function weigh(site) {
  const html = join(site, ARTICLE, "index.html");
  const sheets = [...readFileSync(html, "utf-8").matchAll(/rel="stylesheet" href="([^"]+)"/g)].map((found) => found[1]);
  const weight = squeezed(html) + sheets.map((sheet) => squeezed(join(site, sheet))).reduce((a, b) => a + b, 0);
  console.log(`an article: ${weight} bytes of HTML and CSS, compressed`);
  if (weight > HEAVIEST) fault(ARTICLE, `${weight} bytes of HTML and CSS`);
}

// Everything that can be reached by keyboard shows that it has the focus, and is in sight.
async function walk(browser, origin) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await open(context, origin, () => "keyboard");
  await page.goto(origin + ARTICLE);
  const steps = [];
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(async () => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const box = element.getClientRects()[0];
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const top = document.elementFromPoint(x, y);
      const style = getComputedStyle(element);
      return {
        name: element.textContent.trim().slice(0, 40),
        seen: box.top >= 0 && box.bottom <= innerHeight + 1 && box.left >= -1,
        covered: !(top && (element.contains(top) || top.contains(element))),
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      };
    });
    if (!at) break;
    steps.push(at.name);
    if (!at.seen || at.covered || !at.outlined) fault("keyboard", JSON.stringify(at));
  }
  if (steps.length < 30) fault("keyboard", `only ${steps.length} stops`);
  if (!/isi utama/.test(steps[0])) fault("keyboard", `the first stop is ${steps[0]}`);
  await context.close();
}

async function play(browser, origin) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  // What the player itself asks for is not the page's doing; that it was asked for at all is looked at.
  const page = await context.newPage();
  const asked = [];
  await page.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(origin)) return route.continue();
    asked.push(url);
    return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>x</title>" });
  });
  await page.goto(origin + VIDEO);
  if (asked.length) fault(VIDEO, `asked before the click: ${asked}`);
  await page.click("a.video");
  await page.waitForSelector(".video iframe");
  const source = await page.getAttribute(".video iframe", "src");
  if (!source?.startsWith("https://www.youtube-nocookie.com/embed/")) fault(VIDEO, `plays ${source}`);
  if (!asked.length) fault(VIDEO, "the policy keeps the player out");
  if (!(await page.getAttribute(".video iframe", "title"))) fault(VIDEO, "the player has no title");
  if ((await page.evaluate(() => document.activeElement.tagName)) !== "IFRAME") fault(VIDEO, "the focus is lost");
  await context.close();

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(origin + VIDEO);
  if (!(await still.isVisible('a.video[href^="https://"]'))) fault(VIDEO, "no link without a script");
  if (await still.isVisible(".share-copy")) fault(VIDEO, "a button that does nothing without a script");
  await plain.close();
}

async function copy(browser, origin) {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await open(context, origin, () => "copy");
  await page.goto(origin + ARTICLE);
  const name = await page.textContent(".share-copy");
  await page.click(".share-copy.ready");
  await page.waitForFunction((name) => document.querySelector(".share-copy").textContent !== name, name);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  if (!copied.startsWith("https://") || !copied.endsWith(ARTICLE)) fault("copy", `copied ${copied}`);
  await context.close();
}

// On paper: a letterhead and the text, and nothing to press.
async function print(browser, origin) {
  const context = await browser.newContext();
  const page = await open(context, origin, () => "paper");
  await page.goto(origin + ARTICLE);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const part of [".letterhead", "h1", ".byline", ".prose", ".address"]) {
    if (!(await page.isVisible(part))) fault("paper", `${part} is missing`);
  }
  for (const part of [".menu", ".footer", ".share", ".band", ".masthead-search"]) {
    if (await page.isVisible(part)) fault("paper", `${part} is printed`);
  }
  const [ink, paper] = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor];
  });
  if (ink !== "rgb(0, 0, 0)" || paper !== "rgb(255, 255, 255)") fault("paper", `${ink} on ${paper}`);
  const sheet = await page.pdf({ format: "A4" });
  if (sheet.length < 10_000) fault("paper", "an empty sheet");
  await context.close();
}

async function main([root, ...paths]) {
  const server = await serve(root);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  await look(browser, root, origin, paths.length ? paths : PAGES);
  if (!paths.length) {
    weigh(root);
    for (const part of [walk, play, copy, print]) await part(browser, origin);
  }
  await browser.close();
  server.close();
  for (const line of new Set(faults)) console.error(line);
  if (faults.length) process.exit(1);
  console.log(`${(paths.length ? paths : PAGES).length} pages in a browser: no faults`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
