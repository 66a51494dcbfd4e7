// Reads feeds with feedsmith and prints an item a line; JSON feeds and articles' data (ninjs) must hold
// to their schemas as well. What it can't read ends the run.
const fs = require("fs");
const path = require("path");
const Ajv = require("ajv/dist/2020").default;
const Draft7 = require("ajv").default;
const formats = require("ajv-formats").default;
const { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } = require("feedsmith");

const compile = (Schemas, schema) => {
  const schemas = formats(new Schemas({ allErrors: true, strict: false }));
  schemas.addSchema({ type: "object" }, "https://geojson.org/schema/GeoJSON.json");
  return schemas.compile(schema);
};
const isJsonFeed = compile(Draft7, require("jsonfeed-schema/schema-v1.1.json"));
// What warta writes of ninjs, more strictly than the standard; and IPTC's own schema, where it could be had.
const ninjs = [path.join(__dirname, "ninjs.json"), process.env.NINJS_SCHEMA].filter((file) => file && fs.existsSync(file));
const isNinjs = ninjs.map((file) => compile(Ajv, JSON.parse(fs.readFileSync(file, "utf8"))));

const hold = (file, schema, value) => {
  if (!schema(value)) throw new Error(`${file}: ${JSON.stringify(schema.errors.slice(0, 3))}`);
  return value;
};
const moment = (text) => (text ? new Date(text).toISOString().replace(".000Z", "Z") : "-");
const print = (file, id, title, link, published, updated) => {
  if (![id, title, link, published].every(Boolean)) throw new Error(`${file}: an item lacks something`);
  console.log([path.basename(file), id, title, link, moment(published), moment(updated)].join("\t"));
};

const readers = {
  "rss.xml": (file, text) => {
    const feed = parseRssFeed(text);
    if (!feed.title || !feed.link || !feed.description) throw new Error(`${file}: no channel`);
    const image = feed.image;
    // By the profile: the channel's own title and link, and no larger than programs take.
    const fits = !image || (image.title === feed.title && image.link === feed.link && image.width <= 144 && image.height <= 400);
    if (!fits) throw new Error(`${file}: ${JSON.stringify(image)} can't stand for the channel`);
    for (const item of feed.items ?? []) {
      if (item.guid?.isPermaLink !== false) throw new Error(`${file}: an id that is said to be an address`);
      print(file, item.guid.value, item.title, item.link, item.pubDate);
    }
  },
  "atom.xml": (file, text) => {
    const feed = parseAtomFeed(text);
    if (!feed.id || !feed.updated || !feed.authors?.length) throw new Error(`${file}: not whole`);
    for (const entry of feed.entries ?? []) {
      const link = entry.links?.find((link) => link.rel === "alternate")?.href;
      print(file, entry.id, entry.title?.value, link, entry.published, entry.updated);
    }
  },
  "feed.json": (file, text) => {
    const feed = parseJsonFeed(hold(file, isJsonFeed, JSON.parse(text)));
    for (const item of feed.items ?? []) {
      print(file, item.id, item.title, item.url, item.date_published, item.date_modified);
    }
  },
  "opml.xml": (file, text) => {
    const count = (outlines) => outlines.reduce((sum, one) => sum + (one.xmlUrl ? 1 : count(one.outlines ?? [])), 0);
    if (!parseOpml(text).body?.outlines?.length) throw new Error(`${file}: no outlines`);
    count(parseOpml(text).body.outlines);
  },
  "index.json": (file, text) => {
    for (const schema of isNinjs) hold(file, schema, JSON.parse(text));
  },
};

for (const file of process.argv.slice(2)) {
  const name = Object.keys(readers).find((name) => path.basename(file).endsWith(name));
  readers[name](file, fs.readFileSync(file, "utf8"));
}
