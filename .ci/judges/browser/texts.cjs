// Texts that strain a layout (`../texts`), on every page of a built site: nothing is wider than its window, at 320
// pixels, with text twice as large, enlarged four times; scripts that run the other way stay where they belong.
const { readFileSync, readdirSync } = require("fs");
const { join } = require("path");
const { fault, open, overflow } = require("./page.cjs");

const WINDOWS = [
  { name: "320 pixels", viewport: { width: 320, height: 640 } },
  { name: "text at 200 %", viewport: { width: 390, height: 800 }, text: "200%" },
  { name: "enlarged to 400 %", viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  { name: "1280 pixels, text at 200 %", viewport: { width: 1280, height: 800 }, text: "200%" },
];

// Run in the page: what does not stand in its own direction.
function astray() {
  const found = [];
  const direction = (element) => getComputedStyle(element).direction;
  const way = document.documentElement.lang.startsWith("ar") ? "rtl" : "ltr";
  if (direction(document.body) !== way) found.push(`the page runs ${direction(document.body)}`);
  for (const quote of document.querySelectorAll("blockquote[lang]")) {
    const own = quote.lang === "ar" ? "rtl" : "ltr";
    if (direction(quote) !== own) found.push(`a quotation in ${quote.lang} runs ${direction(quote)}`);
  }
  for (const link of document.querySelectorAll('a[href^="tel:"]')) {
    if (direction(link) !== "ltr") found.push("a telephone number runs backwards");
  }
  // A number after a name stands after it, whatever the script of the name.
  for (const count of document.querySelectorAll(".count")) {
    const name = count.previousElementSibling?.getClientRects();
    const [last, own] = [name?.[name.length - 1], count.getClientRects()[0]];
    if (!last || !own || Math.abs(last.top - own.top) > own.height) continue;
    const after = way === "rtl" ? own.right <= last.left + 1 : own.left >= last.right - 1;
    if (!after) found.push(`the number stands before “${count.previousElementSibling.textContent}”`);
  }
  for (const element of document.querySelectorAll("main a, .byline time, .meta time, .meta > span")) {
    if (!["isolate", "plaintext", "isolate-override"].includes(getComputedStyle(element).unicodeBidi)) {
      found.push(`${element.tagName} ${element.className} “${element.textContent}” is not isolated`);
    }
  }
  const prose = document.querySelector(":lang(jv-Java) .prose p");
  if (prose && parseFloat(getComputedStyle(prose).lineHeight) < 2 * parseFloat(getComputedStyle(prose).fontSize)) {
    found.push("Javanese letters have no room between the lines");
  }
  return found;
}

exports.texts = async (browser, origin, site) => {
  const pages = readdirSync(site, { recursive: true })
    .filter((name) => name.endsWith(".html") && !readFileSync(join(site, name), "utf-8").includes('http-equiv="refresh"'))
    .map((name) => `/${name.replace(/(^|\/)index\.html$/, "$1")}`);
  await Promise.all(WINDOWS.map(async ({ name, text, ...window }) => {
    const context = await browser.newContext(window);
    let path = "";
    const page = await open(context, origin, () => `${path}, ${name}`);
    for (path of pages) {
      await page.goto(origin + path, { waitUntil: "load" });
      if (text) await page.evaluate((text) => (document.documentElement.style.fontSize = text), text);
      const wide = await overflow(page);
      if (wide) fault(`${path}, ${name}`, wide);
      for (const what of await page.evaluate(astray)) fault(path, what);
    }
    await context.close();
  }));
  console.log(`${pages.length} pages of straining texts`);
};
