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
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return page;
}

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

module.exports = { faults, fault, open, overflow };
