#!/usr/bin/env python3
"""Measures search over a newsroom of 10,000 articles: see benches/README.md.

Python's standard library and chromium. Prints Markdown tables.
"""

import argparse
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

sys.dont_write_bytecode = True

from harness import contenders, process, report  # noqa: E402

QUERIES = ["kunjungan", "mengunjungi pasar", "anggaran lampu jalan", "banjir&year=2026", "kota&kind=press-release"]


def arguments():
    """What the user typed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "warta-search")
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    parser.add_argument("--keep", action="store_true", help="leave the newsroom and the site for inspection")
    return parser.parse_args()


def main():
    """Measures and prints."""
    given = arguments()
    process.settle(given.folder)
    given.folder.mkdir(parents=True)
    release = build()
    print(f"Machine: {report.machine(given.folder)}\n", flush=True)
    root, site = given.folder / "newsroom", given.folder / "site"
    process.run([release / "examples" / "corpus", str(given.articles), root], 600)
    process.run([release / "warta", "build", "--root", root, "--output", site, "--now", contenders.NOW], 600)
    indexing(given, release / "examples" / "index", root, site)
    queries(given, site)
    if not given.keep:
        process.settle(given.folder)


def build():
    """The programs."""
    command = ["cargo", "build", "--release", "--bin", "warta", "--example", "corpus", "--example", "index"]
    subprocess.run(command, cwd=contenders.REPOSITORY, check=True)
    return contenders.REPOSITORY / os.environ.get("CARGO_TARGET_DIR", "target") / "release"


def indexing(given, program, root, site):
    """How long the index takes to make, and how large it is."""
    rounds = [json.loads(process.run([program, root], 600)[1]) for _ in range(given.rounds)]
    files = [file for file in (site / "search-index").rglob("*") if file.is_file()]
    raw, packed = sum(file.stat().st_size for file in files), sum(len(compressed(file)) for file in files)
    print(f"| {given.articles:,} articles | time | parts made | parts kept |\n|---|--:|--:|--:|")
    for name in ["cold", "unchanged", "edit"]:
        ms = report.median([measured[name]["ms"] for measured in rounds])
        last = rounds[-1][name]
        print(f"| index, {name} | {ms:.0f} ms | {last['made']} | {last['reused']} |")
    print(f"\n{len(files)} files, {raw / 1e6:.1f} MB, {packed / 1e6:.1f} MB compressed (gzip)\n", flush=True)


def queries(given, site):
    """What a reader's first query asks of the line, in a browser that has kept nothing."""
    print("| first query | requests | bytes | of them the index | time |\n|---|--:|--:|--:|--:|")
    with Served(site) as served:
        for query in QUERIES:
            samples = [ask(given, served, query) for _ in range(given.rounds)]
            requests, total, index, _ = samples[-1]
            seconds = report.median([sample[3] for sample in samples])
            print(f"| {query} | {requests} | {total / 1e3:.0f} kB | {index / 1e3:.0f} kB | {seconds * 1e3:.0f} ms |", flush=True)


def ask(given, served, query):
    """Opens the search page with a query: what it fetched, and how long until the last of it was sent."""
    served.log.clear()
    words, _, filters = query.partition("&")
    url = f"{served.origin}/cari/?q={urllib.parse.quote(words)}&{filters}"
    with tempfile.TemporaryDirectory() as profile:
        command = [given.chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        command += ["--virtual-time-budget=20000", "--dump-dom", url]
        _, page = process.run(command, 120)
    if 'data-part="title"' not in page.split("<template")[0]:
        raise process.Failed(f"no results for {query}")
    log = [entry for entry in served.log if "favicon" not in entry[0]]
    index = [size for path, size, _ in log if "search-index" in path or path.endswith("/cari/search.json")]
    return len(log), sum(size for _, size, _ in log), sum(index), log[-1][2] - log[0][2]


def compressed(file):
    """A file as hosts send it."""
    return gzip.compress(file.read_bytes(), 6, mtime=0)


class Served:
    """A folder served compressed, with a log of what was sent."""

    def __init__(self, folder):
        log = self.log = []

        class Handler(http.server.SimpleHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def __init__(self, *given):
                super().__init__(*given, directory=folder)

            def log_message(self, *_):
                pass

            def do_GET(self):
                began = time.perf_counter()
                file = Path(self.translate_path(self.path))
                file = file / "index.html" if file.is_dir() else file
                if not file.is_file():
                    self.send_error(404)
                    return
                text = file.suffix in {".html", ".css", ".js", ".json", ".svg"}
                body = compressed(file) if text else file.read_bytes()
                self.send_response(200)
                self.send_header("Content-Type", self.guess_type(str(file)))
                self.send_header("Content-Length", str(len(body)))
                if text:
                    self.send_header("Content-Encoding", "gzip")
                self.end_headers()
                self.wfile.write(body)
                log.append((self.path, len(body), began if not log else time.perf_counter()))

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()


if __name__ == "__main__":
    main()
