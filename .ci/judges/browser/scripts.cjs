// What scripts add: the video, which asks for nothing before the click, and the button that copies an address.
const { ARTICLE, VIDEO } = require("../pages.cjs");
const { fault, open } = require("./page.cjs");

exports.video = async (browser, origin, _site, [path] = [VIDEO]) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  // What the player itself asks for is not the page's doing; that it was asked for at all is looked at.
  const page = await context.newPage();
  const asked = [];
  await page.route((url) => url.origin !== origin, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>x</title>" });
  });
  await page.goto(origin + path, { waitUntil: "networkidle" });
  if (asked.length) return fault(path, `asked before the click: ${asked}`);
  await page.click("a.video", { timeout: 30_000 });
  await page.waitForSelector(".video iframe", { timeout: 30_000 });
  const source = await page.getAttribute(".video iframe", "src");
  if (!source?.startsWith("https://www.youtube-nocookie.com/embed/")) fault(path, `plays ${source}`);
  if (!asked.length) fault(path, "the policy keeps the player out");
  if (!(await page.getAttribute(".video iframe", "title"))) fault(path, "the player has no title");
  if ((await page.evaluate(() => document.activeElement.tagName)) !== "IFRAME") fault(path, "the focus is lost");
  await context.close();

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(origin + path);
  if (!(await still.isVisible('a.video[href^="https://"]'))) fault(path, "no link without a script");
  if (await still.isVisible(".share-copy")) fault(path, "a button that does nothing without a script");
  await plain.close();
};

exports.copy = async (browser, origin, _site, [path] = [ARTICLE]) => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await open(context, origin, () => `${path}, copying`);
  await page.goto(origin + path);
  const name = await page.textContent(".share-copy");
  await page.click(".share-copy.ready", { timeout: 30_000 });
  await page.waitForFunction((name) => document.querySelector(".share-copy").textContent !== name, name);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  if (!copied.startsWith("https://") || !copied.endsWith(ARTICLE)) fault(path, `copied ${copied}`);
  await context.close();
};
