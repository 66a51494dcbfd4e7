// Broken pages that the judge must refuse, each for its own reason: a silent part can't pass for a content one.
const { mkdtempSync, rmSync, writeFileSync } = require("fs");
const { tmpdir } = require("os");
const { join } = require("path");
const { serve } = require("../server.cjs");
const { faults } = require("./page.cjs");

const around = (main) => `<header></header><main><h1>x</h1>${main}</main><footer></footer>`;
const LATE = "<script>requestAnimationFrame(() => setTimeout(() => (a.style.height = '300px'), 50))</script>";

// The part, what it must say, and the page.
const BROKEN = [
  ["look", /color-contrast/, around('<p style="color:#ccc">faint</p>')],
  ["look", /too wide/, around('<p style="width:900px">wide</p>')],
  ["look", /layout shift/, around(`<p id="a"></p><p>b</p>${LATE}`)],
  ["crawl", /asked https:\/\/elsewhere/, '<img src="https://elsewhere.example/x.png">'],
  ["crawl", /console/, '<script src="/none.js"></script>'],
  ["keyboard", /"outline":0/, '<style>a { outline: none !important }</style><a href="#x">isi utama</a>'],
  ["keyboard", /"covered":5/, '<div style="position:fixed;inset:0"></div><a href="#x">isi utama</a>'],
  ["keyboard", /"backwards":true/, '<a href="#x" tabindex="2">isi utama</a><a href="#y" tabindex="1">a</a>'],
  ["keyboard", /"cut":"box"/, '<style>:focus { outline: 3px solid }</style><p class="box" style="overflow:hidden"><a href="#x">isi utama</a></p>'],
  ["tree", /skip a level/, around("<h3>y</h3>")],
  ["tree", /image without a name/, around('<img src="/none.png">')],
  ["tree", /without headers/, around("<table><caption>a</caption><tr><td>a<td>b<tr><td>c<td>d</table>")],
  ["settings", /dark: the ground/, '<body style="background:#fff;color:#000">x'],
  ["settings", /contrast more/, '<body style="background:#fff;color:#666">x'],
  ["settings", /forced colours/, '<body style="background:#fff"><p class="box">x'],
  ["plain", /of more than 100 pixels/, around('<a href="#x">x</a><svg viewBox="0 0 1 1"></svg>')],
  ["video", /asked before the click/, '<a class="video" href="#x">x</a><script src="https://www.youtube-nocookie.com/x.js"></script>'],
  ["paper", /number is missing/, "<h1>x</h1>"],
  ["paper", /“WhatsApp”/, "<p>WhatsApp"],
];

/** Every part over its broken pages; what they say is not kept. */
exports.refuse = async (browser, parts) => {
  for (const [name, reason, body] of BROKEN) {
    const site = mkdtempSync(join(tmpdir(), "warta-broken-"));
    writeFileSync(join(site, "index.html"), `<!doctype html><html lang="id"><title>x</title>${body}</html>`);
    const server = await serve(site);
    // Some parts can't go on without what the page lacks; what they said by then counts.
    await parts[name](browser, `http://127.0.0.1:${server.address().port}`, site, ["/"]).catch(() => {});
    for (const context of browser.contexts()) await context.close();
    server.close();
    rmSync(site, { recursive: true });
    if (![...faults].some((fault) => reason.test(fault))) throw new Error(`${name} did not see ${reason}: ${[...faults].join("; ")}`);
    faults.clear();
  }
};
