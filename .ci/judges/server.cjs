// A static server for a built site, on a free port: with the content security policy that hosts are asked
// for in _headers, and nothing else of it.
const { createReadStream, existsSync, readFileSync, statSync } = require("fs");
const { createServer } = require("http");
const { extname, join } = require("path");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

function policy(site) {
  const headers = join(site, "_headers");
  return existsSync(headers) ? readFileSync(headers, "utf-8").match(/Content-Security-Policy: (.*)/)?.[1] : undefined;
}

exports.serve = (site) => {
  const csp = policy(site);
  const server = createServer((request, response) => {
    let file = join(site, decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    const found = existsSync(file);
    if (!found) file = join(site, "404.html");
    const headers = { "content-type": TYPES[extname(file)] ?? "application/octet-stream" };
    if (csp) headers["content-security-policy"] = csp;
    response.writeHead(found ? 200 : 404, headers);
    createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
};
