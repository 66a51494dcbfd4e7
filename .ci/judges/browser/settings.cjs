// What a reader has set: light or dark, more contrast, colours of one's own. A page follows at once.
const { ARTICLE } = require("../pages.cjs");
const { fault, open, overflow } = require("./page.cjs");

// Run in the page: the lowest contrast of any text, and where.
function faintest() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  let [least, at] = [21, ""];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".skip, .visually-hidden, script, style, template")) continue;
    let ground = element;
    while (ground.parentElement && (channels(getComputedStyle(ground).backgroundColor)[3] ?? 1) < 1) ground = ground.parentElement;
    const [a, b] = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor].map((colour) => light(channels(colour)));
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < least) [least, at] = [contrast, `${element.tagName} ${element.className} “${walker.currentNode.data.trim().slice(0, 30)}”`];
  }
  return { least, at };
}

const ground = (page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3).reduce((sum, value) => sum + Number(value), 0) / 765);

async function change(context, origin, path) {
  const page = await open(context, origin, () => `${path} with settings`);
  await page.goto(origin + path);
  for (const colorScheme of ["dark", "light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const bright = await ground(page);
    if (colorScheme === "dark" ? bright > 0.2 : bright < 0.9) fault(path, `${colorScheme}: the ground is ${bright}`);
  }
  for (const [contrast, wanted] of [["no-preference", 4.5], ["more", 7]]) {
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, contrast });
      const { least, at } = await page.evaluate(faintest);
      if (least < wanted) fault(path, `contrast ${contrast}, ${colorScheme}: ${least.toFixed(2)} at ${at}`);
    }
  }
  await page.emulateMedia({ contrast: "no-preference", forcedColors: "active", colorScheme: "dark" });
  // Where grounds are taken away, what is pressed and what is set apart keep a border.
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll("button, input:not([type=checkbox]), select, .share a, .box, .note, .alert, .flag, .menu [aria-current], .pagination [aria-current]")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { borderTopWidth, borderInlineStartWidth, borderBottomWidth, outlineStyle } = getComputedStyle(element);
        return [borderTopWidth, borderInlineStartWidth, borderBottomWidth].every((width) => parseFloat(width) === 0) && outlineStyle === "none";
      })
      .map((element) => `${element.tagName} ${element.className}`));
  for (const element of bare) fault(path, `forced colours: nothing is left around ${element}`);
  await page.close();
}

exports.settings = async (browser, origin, _site, paths = ["/", ARTICLE, "/pengumuman/2026/11/siaga-banjir/", "/berita/halaman/2/", "/cari/", "/media/"]) => {
  const context = await browser.newContext();
  for (const path of paths) await change(context, origin, path);
  await context.close();
};

// Without pictures, and without style sheets too, as text browsers show it: everything is there, and nothing is vast.
exports.plain = async (browser, origin, _site, paths = ["/", ARTICLE, "/foto/2026/11/pagi-di-pasar-randusewu/", "/cari/"]) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  for (const [left, path] of paths.flatMap((path) => [[["image"], path], [["image", "stylesheet"], path]])) {
    const where = `${path} without ${left.join(" and ")}`;
    const page = await context.newPage();
    await page.route("**/*", (route) => (left.includes(route.request().resourceType()) ? route.abort() : route.continue()));
    await page.goto(origin + path);
    const wide = left.length === 1 && (await overflow(page));
    if (wide) fault(where, wide);
    const vast = await page.evaluate(() => [...document.querySelectorAll("svg, button, input")].filter((one) => one.getBoundingClientRect().height > 100).map((one) => one.tagName));
    if (vast.length) fault(where, `${vast} of more than 100 pixels`);
    for (const part of ["h1", "main a", "footer a"]) if (!(await page.locator(part).first().isVisible())) fault(where, `no ${part}`);
    await page.close();
  }
  await context.close();
};
