// A page walked through by keyboard alone: every stop is in sight, shows that it has the focus, is covered by
// nothing, and comes in the order of the document.
const { ARTICLE } = require("../pages.cjs");
const { fault, open } = require("./page.cjs");

const LEAST = 3; // The contrast that WCAG 2.2 asks of a focus ring (2.4.13) and of what is pressed (1.4.11).

// Run in the page: what is to be known of the element that has the focus.
function stop() {
  const element = document.activeElement;
  if (element === document.body) return null;
  const last = window.stopped;
  window.stopped = element;
  const style = getComputedStyle(element);
  const [width, offset] = [parseFloat(style.outlineWidth), parseFloat(style.outlineOffset)];
  const rects = [...element.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  // The middle and the corners of each of its lines belong to it.
  const points = rects.flatMap(({ left, right, top, bottom }) => [
    [(left + right) / 2, (top + bottom) / 2],
    ...[[left, top], [right, top], [left, bottom], [right, bottom]].map(([x, y]) => [x + (x === left ? 2 : -2), y + (y === top ? 2 : -2)]),
  ]);
  const covered = points.filter(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return !(top && (element.contains(top) || top.contains(element)));
  });
  // The ring around it is cut off by no ancestor and by no edge of the window.
  const ring = width + offset;
  const cut = [];
  for (let ancestor = element.parentElement; ancestor; ancestor = ancestor.parentElement) {
    if (ancestor === document.body || getComputedStyle(ancestor).overflow === "visible") continue;
    const frame = ancestor.getBoundingClientRect();
    if (rects.some((box) => box.left - ring < frame.left - 0.5 || box.right + ring > frame.right + 0.5 || box.top - ring < frame.top - 0.5 || box.bottom + ring > frame.bottom + 0.5)) cut.push(ancestor.className);
  }
  const channels = (colour) => {
    const context = document.createElement("canvas").getContext("2d");
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let ground = element.parentElement;
  while (ground.parentElement && channels(getComputedStyle(ground).backgroundColor)[3] < 255) ground = ground.parentElement;
  const [a, b] = [light(style.outlineColor), light(getComputedStyle(ground).backgroundColor)];
  return {
    name: (element.textContent.trim() || element.getAttribute("aria-label") || element.id).slice(0, 40),
    seen: rects.length > 0 && rects.every((box) => box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= -1 && box.right <= innerWidth + 1),
    covered: covered.length,
    cut: cut.join(" "),
    outline: style.outlineStyle === "none" ? 0 : width,
    contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),
    backwards: Boolean(last?.isConnected && !(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)),
  };
}

async function walk(browser, origin, path, width, colorScheme, least) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const where = `${path} by keyboard, ${width} ${colorScheme}`;
  const page = await open(context, origin, () => where);
  await page.goto(origin + path);
  const stops = [];
  for (let step = 0; step < 300; step++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(stop);
    if (!at) break;
    stops.push(at.name);
    const good = at.seen && !at.covered && !at.cut && at.outline >= 2 && at.contrast >= LEAST && !at.backwards;
    if (!good) fault(where, JSON.stringify(at));
  }
  if (stops.length < least) fault(where, `only ${stops.length} stops`);
  if (!/isi utama|main content/.test(stops[0])) fault(where, `the first stop is ${stops[0]}`);
  await context.close();
}

exports.keyboard = async (browser, origin, _site, paths) => {
  if (paths) return Promise.all(paths.map((path) => walk(browser, origin, path, 1280, "light", 1)));
  await Promise.all([
    walk(browser, origin, ARTICLE, 390, "light", 30),
    walk(browser, origin, ARTICLE, 1280, "dark", 30),
    walk(browser, origin, "/", 1280, "light", 40),
    walk(browser, origin, "/en/search/", 390, "dark", 20),
  ]);
};
