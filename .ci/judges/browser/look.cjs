// Each page in two widths, light and dark: access (axe), reflow, also with large text and enlarged four times,
// no shift of the layout, few requests. And how much an article weighs.
const { existsSync, readFileSync } = require("fs");
const { join } = require("path");
const { gzipSync } = require("zlib");
const { ARTICLE, PAGES } = require("../pages.cjs");
const { fault, open, overflow, shifted } = require("./page.cjs");

const LOOKS = [[320, "light"], [320, "dark"], [1280, "light"], [1280, "dark"]];
const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: { "target-size": { enabled: true } } };
const HEAVIEST = 14 * 1024;
const SCRIPTS = 10_000;
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");
const squeezed = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

async function see(browser, origin, paths, [width, colorScheme]) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  let path = "";
  const where = () => `${path} ${width} ${colorScheme}`;
  const page = await open(context, origin, where);
  for (path of paths) {
    page.asked = [];
    await page.goto(origin + path, { waitUntil: "load" });
    const before = page.asked.filter(({ type }) => type !== "image");
    if (before.length > 4) fault(where(), `${before.length} requests before pictures`);
    let shift = await shifted(page);
    // What a machine under load does to one frame does not come twice; what the page does, does.
    if (shift.sum > 0.001) {
      await page.reload({ waitUntil: "load" });
      shift = await shifted(page);
    }
    if (shift.sum > 0.001) fault(where(), `layout shift ${shift.sum}: ${shift.moved}`);
    const wide = await overflow(page);
    if (wide) fault(where(), wide);
    await page.evaluate(axe);
    const { violations } = await page.evaluate((rules) => window.axe.run(rules), RULES);
    for (const { id, nodes } of violations) fault(where(), `axe ${id}: ${nodes[0].html.slice(0, 160)}`);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    const large = await overflow(page);
    if (large) fault(where(), `with text at 200 %: ${large}`);
  }
  await context.close();
}

// HTML and the style sheets of an article, as a host sends them, and the size of its scripts.
function weigh(site) {
  const html = join(site, ARTICLE, "index.html");
  if (!existsSync(html)) return;
  const text = readFileSync(html, "utf-8");
  const sheets = [...text.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map((found) => found[1]);
  const weight = squeezed(html) + sheets.map((sheet) => squeezed(join(site, sheet))).reduce((a, b) => a + b, 0);
  console.log(`an article: ${weight} bytes of HTML and CSS, compressed`);
  if (weight > HEAVIEST) fault(ARTICLE, `${weight} bytes of HTML and CSS`);
  let scripts = 0;
  for (const [tag, source] of text.matchAll(/<script[^>]*src="([^"]+)"[^>]*>/g)) {
    if (!tag.includes('type="module"')) fault(ARTICLE, `not a module: ${tag}`);
    scripts += readFileSync(join(site, source)).length;
  }
  if (scripts > SCRIPTS) fault(ARTICLE, `${scripts} bytes of scripts`);
}

exports.look = async (browser, origin, site, paths = PAGES) => {
  await Promise.all(LOOKS.map((kind) => see(browser, origin, paths, kind)));
  weigh(site);
};
