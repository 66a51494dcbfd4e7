// Lighthouse with its own settings for a phone on a slow line: SITE [PATH…]. Each category must be 100. What
// is counted (access, practices, search engines) must be so at once; the speed is reckoned from a processor
// that other work shares, so a page has six tries at it and its best counts.
const { pathToFileURL } = require("url");
const { serve } = require("./server.cjs");

const PAGES = [
  "/",
  "/siaran-pers/2026/02/rumah-pompa-muarasendang/",
  "/foto/2026/11/pagi-di-pasar-randusewu/",
  "/berita/",
  "/cari/",
];
const TRIES = 6;
const load = (name) => import(pathToFileURL(require.resolve(name, { paths: [process.env.NODE_PATH] })));

// What keeps a category below 100, each with its share.
const reasons = ({ categories, audits }, id) =>
  categories[id].auditRefs.filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${id} ${audits[id].displayValue ?? ""}${(audits[id].details?.items ?? []).slice(0, 2).map((item) => ` ${item.node?.snippet ?? item.description ?? ""}`)}`.trim());

async function main([site, ...paths]) {
  const { default: lighthouse } = await load("lighthouse");
  const { launch } = await load("chrome-launcher");
  const server = await serve(site);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const chrome = await launch({ chromePath: "/usr/bin/chromium", chromeFlags: ["--headless=new", "--no-sandbox"], logLevel: "error" });
  let faults = 0;
  for (const path of paths.length ? paths : PAGES) {
    let best = null;
    for (let tried = 0; tried < TRIES && !(best?.performance === 100); tried += 1) {
      const { lhr } = await lighthouse(origin + path, { port: chrome.port, output: "json", logLevel: "error" });
      if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
      const scores = Object.fromEntries(Object.entries(lhr.categories).map(([id, { score }]) => [id, Math.round(score * 100)]));
      for (const id of Object.keys(scores)) {
        if (id === "performance" || scores[id] === 100) continue;
        faults += 1;
        console.error(`${path}: ${id} ${scores[id]}: ${reasons(lhr, id).join("; ")}`);
      }
      if (!best || scores.performance > best.performance) best = { ...scores, why: reasons(lhr, "performance") };
      if (Object.entries(scores).some(([id, score]) => id !== "performance" && score < 100)) break;
    }
    if (best.performance < 100) {
      faults += 1;
      console.error(`${path}: performance ${best.performance}: ${best.why.join("; ")}`);
    }
    const { why, ...scores } = best;
    console.log(path, Object.entries(scores).map(([id, score]) => `${id} ${score}`).join(", "));
  }
  chrome.kill();
  server.close();
  if (faults) process.exit(1);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
