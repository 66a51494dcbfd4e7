// pa11y with both of its runners (axe, HTML CodeSniffer) at WCAG 2 AA over pages of a built site: SITE [PATH…],
// in two widths, light and dark. Every finding is printed.
const { pathToFileURL } = require("url");
const { serve } = require("./server.cjs");
const { PAGES } = require("./pages.cjs");

const LOOKS = [[320, "light"], [320, "dark"], [1280, "light"], [1280, "dark"]];
const load = (name) => import(pathToFileURL(require.resolve(name, { paths: [process.env.NODE_PATH] })));

async function main([site, ...paths]) {
  const { default: pa11y } = await load("pa11y");
  const { default: puppeteer } = await load("puppeteer");
  const server = await serve(site);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await puppeteer.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  const faults = new Set();
  const look = async ([width, scheme]) => {
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const path of paths.length ? paths : PAGES) {
      const url = origin + path;
      const { issues } = await pa11y(url, { browser, page, runners: ["axe", "htmlcs"], standard: "WCAG2AA", viewport: { width, height: 900 }, timeout: 60_000 });
      // What axe can't tell, such as of a table's cells that are scrolled out of view, HTML CodeSniffer judges alone.
      const told = issues.filter(({ runnerExtras }) => !runnerExtras?.needsFurtherReview);
      for (const { code, context } of told) faults.add(`${path} ${width} ${scheme}: ${code}: ${context.slice(0, 160)}`);
    }
    await page.close();
  };
  await Promise.all(LOOKS.map(look));
  await browser.close();
  server.close();
  for (const fault of faults) console.error(fault);
  if (faults.size) process.exit(1);
  console.log(`${(paths.length ? paths : PAGES).length} pages: pa11y has no findings`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
