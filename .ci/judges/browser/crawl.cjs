// Every page of the site, opened once on a phone: no error, nothing asked of another origin, nothing too wide.
// Pages that stand in an old address's place are left out: they lead away before one can look.
const { readFileSync, readdirSync } = require("fs");
const { join } = require("path");
const { fault, open, overflow } = require("./page.cjs");

const AT_ONCE = 4;

exports.crawl = async (browser, origin, site) => {
  const files = readdirSync(site, { recursive: true })
    .filter((name) => name.endsWith(".html") && !readFileSync(join(site, name), "utf-8").includes('http-equiv="refresh"'));
  const paths = files.map((name) => `/${name.replace(/(^|\/)index\.html$/, "$1")}`).sort();
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const work = async () => {
    let path = "";
    const page = await open(context, origin, () => path);
    while ((path = paths.pop()) !== undefined) {
      await page.goto(origin + path, { waitUntil: "load" });
      const wide = await overflow(page);
      if (wide) fault(path, wide);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await context.close();
  console.log(`${files.length} pages opened`);
};
