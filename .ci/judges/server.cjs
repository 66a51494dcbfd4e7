// A built site as a static host serves it, on a free port: the headers that its `_headers` asks for, texts
// compressed, 404.html for what is not there. What only HTTPS can have is left out.
const { existsSync, readFileSync, statSync } = require("fs");
const { createServer } = require("http");
const { extname, join } = require("path");
const { brotliCompressSync, constants, gzipSync } = require("zlib");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".pdf": "application/pdf",
};
const TEXTS = /^(text\/|image\/svg|application\/([a-z]+\+)?(json|xml))/;

// Each rule of `_headers`: a path in which `*` is anything and `:name` one folder, and its headers.
function rules(site) {
  const file = join(site, "_headers");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf-8").split(/\n(?=\/)/).map((rule) => {
    const [path, ...lines] = rule.trim().split("\n");
    const pattern = path.replace(/[.+?()]/g, "\\$&").replace(/\*/g, ".*").replace(/:[a-z]\w*/gi, "[^/]+");
    return { path: new RegExp(`^${pattern}$`), headers: lines.map((line) => line.trim().split(/:\s*(.*)/s).slice(0, 2)) };
  });
}

const squeeze = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes) => gzipSync(bytes, { level: 6 }),
};

exports.serve = (site) => {
  const asked = rules(site);
  const kept = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    let file = join(site, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    const found = existsSync(file);
    if (!found) file = join(site, "404.html");
    if (!existsSync(file)) return response.writeHead(404).end();
    const headers = { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" };
    for (const rule of asked) if (rule.path.test(path)) Object.assign(headers, Object.fromEntries(rule.headers));
    delete headers["Strict-Transport-Security"];
    const coding = ["br", "gzip"].find((name) => (request.headers["accept-encoding"] ?? "").includes(name));
    const packed = coding && TEXTS.test(headers["Content-Type"]);
    const key = `${packed && coding} ${file}`;
    if (!kept.has(key)) kept.set(key, packed ? squeeze[coding](readFileSync(file)) : readFileSync(file));
    if (packed) Object.assign(headers, { "Content-Encoding": coding, Vary: "Accept-Encoding" });
    response.writeHead(found ? 200 : 404, { ...headers, "Content-Length": kept.get(key).length }).end(kept.get(key));
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
};
