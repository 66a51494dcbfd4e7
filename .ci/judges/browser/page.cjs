// What every part of the browser's judge needs: a page that tells of what it should not do, and the faults.
const faults = new Set();
const fault = (where, what) => faults.add(`${where}: ${what}`);

/** A page on which errors, and requests to anything but the site itself, are faults. */
async function open(context, origin, where) {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.asked = [];
  page.on("console", (said) => said.type() === "error" && fault(where(), `console: ${said.text()}`));
  page.on("pageerror", (error) => fault(where(), `script: ${error.message}`));
  // The browser finds no host but this one, so what is asked of another is told and never sent.
  page.on("request", (request) => {
    page.asked.push({ url: request.url(), type: request.resourceType() });
    if (!request.url().startsWith(origin)) fault(where(), `asked ${request.url()}`);
  });
  await page.addInitScript(() => {
    window.shift = { sum: 0, moved: [] };
    const add = (entries) => entries.forEach(({ value, sources }) => {
      window.shift.sum += value;
      window.shift.moved.push(...sources.map(({ node }) => `${node?.nodeName} ${node?.className ?? ""}`.trim()));
    });
    window.shifts = new PerformanceObserver((list) => add(list.getEntries()));
    window.shifts.observe({ type: "layout-shift", buffered: true });
    window.added = () => add(window.shifts.takeRecords());
  });
  return page;
}

/** How far a page moved under its reader, once it has come to rest: its clocks and frames are waited for, not ours. */
const shifted = (page) =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await new Promise((done) => setTimeout(done, 250));
    for (let frames = 0; frames < 3; frames += 1) await frame();
    window.added();
    return window.shift;
  });

/** What makes a page wider than its window, or null; what scrolls within itself may be wide. */
const overflow = (page) =>
  page.evaluate(() => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over <= 0) return null;
    const wide = [...document.querySelectorAll("body *")].find((element) => {
      const { left, right } = element.getBoundingClientRect();
      return (right > innerWidth + 1 || left < -1) && !element.closest(".table-scroll, pre, .skip");
    });
    return `${over} pixels too wide (${wide?.tagName} ${wide?.className})`;
  });

module.exports = { faults, fault, open, overflow, shifted };
