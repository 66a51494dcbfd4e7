// A live preview in a browser: WARTA NEWSROOM [deaf]. An edit reloads the page that shows it where it was read, a
// style sheet is exchanged in place, a fault is told in the page and goes when it is mended, a broken template is shown at its
// line. NEWSROOM is written to. A deaf browser hears nothing of the preview, which must be noticed.
const assert = require("node:assert/strict");
const { spawn } = require("child_process");
const { readFileSync, writeFileSync } = require("fs");
const { join } = require("path");
const { chromium } = require("playwright-core");

const PATIENCE = 30_000;
const PAGE = "/berita/2026/06/pasar-malam/";

async function start(warta, root) {
  const child = spawn(warta, ["serve", "--root", root, "--addr", "127.0.0.1:0", "--now", "2026-11-21T10:00:00+07:00"]);
  let said = "";
  const origin = await new Promise((done, failed) => {
    const hear = (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) done(found[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", () => failed(new Error(`the preview ended: ${said}`)));
    setTimeout(() => failed(new Error(`the preview did not begin: ${said}`)), PATIENCE).unref();
  });
  return { child, origin };
}

async function main([warta, root, deaf]) {
  const { child, origin } = await start(warta, root);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  const change = (name, from, to) => {
    const file = join(root, name);
    const text = readFileSync(file, "utf-8");
    assert(text.includes(from), `${name} has no ${from}`);
    writeFileSync(file, text.replace(from, to));
  };
  let step = "";
  const errors = [];
  try {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(deaf ? 3000 : PATIENCE);
    if (deaf) await page.route("**/__warta/**", (route) => route.abort());
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("request", (request) => request.url().startsWith(origin) || errors.push(`asked ${request.url()}`));
    await page.goto(origin + PAGE);
    const document = () => page.evaluate(() => (window.mark ??= Math.random()));

    step = "an edit reloads the page";
    const first = await document();
    change("content/berita/2026/pasar-malam.md", "Lampu menyala", "Obor menyala");
    await page.getByText("Obor menyala").waitFor();
    assert.notEqual(await document(), first);

    step = "who reads further down stays there";
    const long = Array.from({ length: 200 }, (_, number) => `Lapak ke-${number + 1} menjual kue.`).join("\n\n");
    change("content/berita/2026/pasar-malam.md", "Obor menyala", `Obor menyala\n\n${long}\n\nLapak itu ramai`);
    await page.getByText("Lapak ke-200").waitFor();
    await page.evaluate(() => scrollTo(0, 1500));
    const above = await document();
    change("content/berita/2026/pasar-malam.md", "Lapak itu ramai", "Lapak itu sepi");
    await page.getByText("Lapak itu sepi").waitFor({ state: "attached" });
    assert.notEqual(await document(), above);
    await page.waitForFunction(() => scrollY === 1500);

    step = "a style sheet is exchanged without a reload";
    const before = await document();
    change("themes/uji/assets/style.css", "rgb(1, 2, 3)", "rgb(4, 5, 6)");
    await page.waitForFunction(() => getComputedStyle(window.document.body).color === "rgb(4, 5, 6)");
    assert.equal(await document(), before);

    step = "a fault elsewhere is told in the page, and goes when it is mended";
    change("content/berita/2026/lain.md", 'summary = "Lain."', 'sumary = "Lain."');
    await page.getByRole("status").getByRole("link").waitFor();
    change("content/berita/2026/lain.md", 'sumary = "Lain."', 'summary = "Lain."');
    await page.getByRole("status").getByRole("link").waitFor({ state: "detached" });

    step = "a broken template is shown at its line, and mended in the browser";
    change("themes/uji/templates/visit.html", "{{ doc.title }}", "{{ doc.title");
    await page.goto(`${origin}/kunjungan/2026/06/tamu/`);
    await page.getByText("themes/uji/templates/visit.html:3").first().waitFor();
    change("themes/uji/templates/visit.html", "{{ doc.title", "{{ doc.title }}");
    await page.getByRole("heading", { name: "Tamu dari Selasih" }).waitFor();
    assert.deepEqual(errors, []);
    console.log("the live preview follows its newsroom in chromium");
  } catch (error) {
    console.error(`${step}: ${error.stack ?? error}`);
    process.exitCode = 1;
  } finally {
    await browser.close();
    child.kill();
  }
}

main(process.argv.slice(2));
