"""Measures `warta serve` the way an editor meets it: until the first page, and from save to page."""

import http.client
import os
import queue
import re
import signal
import socket
import subprocess
import threading
import time

from . import contenders
from .process import Failed


def measure(site, edits, say):
    """Milliseconds to the first page and from each edit to the new text, and the peak memory."""
    file, address = site.an_article()
    started = time.perf_counter()
    process = start(site)
    try:
        port = announced(process, site.tools.timeout)
        until(port, "/", lambda status, _: status == 200, 60)
        first = milliseconds(started)
        until(port, address, lambda status, _: status == 200, 60)
        first_article = milliseconds(started)
        times = edited(file, port, address, edits)
    finally:
        usage = stop(process)
    say(f"{site.articles} serve: first page {first:.0f} ms, edits {min(times):.0f}-{max(times):.0f} ms")
    return {
        "first_page_ms": first,
        "first_article_ms": first_article,
        "edit_ms": times,
        "peak_bytes": usage.ru_maxrss * 1024,
    }


def start(site):
    """Starts the server on a port that is free at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [site.tools.warta, "serve", "--root", site.root, "--addr", f"127.0.0.1:{port}"]
    command += ["--now", contenders.NOW]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def stop(process):
    """Ends the server, and says what it used."""
    try:
        os.killpg(process.pid, signal.SIGTERM)
    except ProcessLookupError:
        pass
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage


def announced(process, timeout):
    """The port of the URL that the server prints; what it prints later is read and dropped."""
    lines = queue.Queue()

    def drain():
        for line in process.stdout:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=drain, daemon=True).start()
    said = []
    while (line := lines.get(timeout=timeout)) is not None:
        said.append(line)
        if found := re.search(r"http://127\.0\.0\.1:(\d+)", line):
            return int(found[1])
    raise Failed(f"serve ended without printing its URL:\n{''.join(said)}")


def edited(file, port, address, edits):
    """Edits one line of a document again and again; the document is as before when done."""
    original = file.read_text(encoding="utf-8")
    head, body = original.split("+++\n\n", 1)
    times = []
    try:
        for number in range(edits):
            word = f"suntingan-{number:03}-selesai"
            text = f"{head}+++\n\n{body.replace('.', f' {word}.', 1)}"
            # Uneven pauses: edits must not fall in step with the server's own waiting times.
            time.sleep(0.2 + 0.037 * (number % 7))
            saved = time.perf_counter()
            file.write_text(text, encoding="utf-8")
            until(port, address, lambda _, page: word in page, 10)
            times.append(milliseconds(saved))
    finally:
        file.write_text(original, encoding="utf-8")
    return times


def until(port, address, wanted, seconds):
    """Asks for a page until it is as wanted."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
        try:
            connection.request("GET", address)
            response = connection.getresponse()
            if wanted(response.status, response.read().decode(errors="replace")):
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.001)
    raise Failed(f"{address} was not as expected within {seconds} s")


def milliseconds(since):
    """Since then."""
    return (time.perf_counter() - since) * 1000
