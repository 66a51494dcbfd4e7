// The accessibility tree of a page, as assistive software gets it: landmarks, one headline and headings in
// order, names of pictures, links and fields, headers of tables.
const { ARTICLE } = require("../pages.cjs");
const { fault, open } = require("./page.cjs");

const PAGES = [
  ARTICLE,
  `/en${ARTICLE}`,
  "/",
  "/kunjungan/2026/05/port-alder-rumah-pompa/",
  "/foto/2026/11/pagi-di-pasar-randusewu/",
  "/klarifikasi/2026/05/ikan-mati-ranu-wening/",
  "/media/",
  "/cari/",
];
const NAMED = ["link", "button", "image", "searchbox", "textbox", "combobox", "checkbox", "table", "search", "navigation"];

async function read(context, origin, path) {
  const where = `${path} in the accessibility tree`;
  const page = await open(context, origin, () => where);
  await page.goto(origin + path);
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const shown = nodes.filter((node) => !node.ignored);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const role = (node) => node.role?.value;
  const name = (node) => node.name?.value?.trim() ?? "";
  const all = (wanted) => shown.filter((node) => role(node) === wanted);

  for (const landmark of ["banner", "main", "contentinfo"]) {
    if (all(landmark).length !== 1) fault(where, `${all(landmark).length} × ${landmark}`);
  }
  if (!all("navigation").length) fault(where, "no navigation");
  const landmarks = all("navigation").map(name);
  if (new Set(landmarks).size < landmarks.length) fault(where, `navigations of one name: ${landmarks}`);
  if (!name(nodes[0])) fault(where, "no title");

  const levels = all("heading").map((node) => node.properties.find(({ name }) => name === "level").value.value);
  if (levels.filter((level) => level === 1).length !== 1) fault(where, `headlines: ${levels}`);
  levels.forEach((level, at) => at && level > levels[at - 1] + 1 && fault(where, `headings skip a level: ${levels.slice(0, at + 1)}`));

  for (const node of shown) {
    const unnamed = NAMED.includes(role(node)) && !name(node) && !["table", "search"].includes(role(node));
    if (unnamed) fault(where, `${role(node)} without a name`);
  }
  const within = (node) => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []).flatMap((child) => [child, ...within(child)]);
  for (const table of all("table")) {
    if (!within(table).some((node) => ["columnheader", "rowheader"].includes(role(node)))) fault(where, "a table without headers");
  }
  await page.close();
}

exports.tree = async (browser, origin, _site, paths = PAGES) => {
  const context = await browser.newContext();
  for (const path of paths) await read(context, origin, path);
  await context.close();
};
