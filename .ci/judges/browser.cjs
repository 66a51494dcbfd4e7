// A built site in a real browser: SITE [PART [PATH…]]. Every fault is printed; any fault ends the run.
const { chromium } = require("playwright-core");
const { serve } = require("./server.cjs");
const { refuse } = require("./browser/broken.cjs");
const { faults } = require("./browser/page.cjs");

const parts = Object.assign({}, ...["look", "crawl", "keyboard", "tree", "settings", "scripts", "paper"].map((name) => require(`./browser/${name}.cjs`)));
const others = require("./browser/texts.cjs");

async function main([site, only, ...paths]) {
  const server = await serve(site);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"] });
  if (!only) await refuse(browser, parts);
  for (const [name, part] of Object.entries({ ...parts, ...others })) {
    if (only ? only === name : name in parts) await part(browser, origin, site, paths.length ? paths : undefined);
  }
  await browser.close();
  server.close();
  for (const line of faults) console.error(line);
  if (faults.size) process.exit(1);
  console.log(`${only ?? "all"}: no faults`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
