#!/usr/bin/env python3
"""How time and memory grow with the archive: see benches/README.md.

Python's standard library only. Builds corpora of growing size from nothing, one after the other in the
same folder, and prints what each article costs. What was built is removed before the next size.
"""

import argparse
import dataclasses
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True

from harness import contenders, process, report  # noqa: E402

# Articles up to which a build is repeated: one of them takes so little that the machine's mood shows.
SMALL = 50_000

# What is said to be flat.
FLAT = 0.2


@dataclasses.dataclass
class Size:
    """What a cold build of so many articles took."""

    articles: int
    seconds: float
    stored: float
    """Until all of it is on the disk."""
    cpu_seconds: float
    peak_bytes: int
    again_seconds: float | None
    """A build after it of which nothing has changed; none where that was not measured."""
    files: int
    room: int
    """Bytes that the disk has less."""


def main():
    """Measures and prints."""
    given = arguments()
    release = build(given)
    print(f"Machine: {report.machine(given.folder.parent)}, sources on {report.file_system(given.sources.parent)}\n")
    sizes = [measure(given, release, int(articles)) for articles in given.sizes.split(",")]
    print("\n".join([*table(sizes), "", *growth(sizes)]))


def arguments():
    """What the user typed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="10000,50000,100000", help="numbers of articles, with commas between")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "warta-growth", help="to build into")
    parser.add_argument("--sources", type=Path, help="for the corpora, when they are to lie elsewhere")
    parser.add_argument("--rounds", type=int, default=3, help=f"up to {SMALL:,} articles; one above")
    parser.add_argument("--again", type=int, default=300_000, help="articles up to which a build after it is measured")
    parser.add_argument("--keep", action="store_true", help="leave the last output: to remove it may take as long as the build")
    parser.add_argument("--warta", type=Path, help="instead of the one built here")
    given = parser.parse_args()
    given.sources = given.sources or given.folder
    return given


def build(given):
    """Builds what is ours; the folder of the programs."""
    subprocess.run(
        ["cargo", "build", "--release", "--bin", "warta", "--example", "corpus"], cwd=contenders.REPOSITORY, check=True
    )
    release = contenders.REPOSITORY / os.environ.get("CARGO_TARGET_DIR", "target") / "release"
    given.warta = given.warta or release / "warta"
    return release


def measure(given, release, articles):
    """One size: the medians of its rounds."""
    root = given.sources / f"{articles}-articles"
    process.settle(root)
    process.run([release / "examples" / "corpus", str(articles), root], 3600)
    rounds = [one(given, root, articles, number) for number in range(given.rounds if articles <= SMALL else 1)]
    process.settle(root)
    return Size(*(report.median(values) for values in zip(*map(dataclasses.astuple, rounds))))


def one(given, root, articles, number):
    """A cold build into a new folder, and one after it."""
    output = given.folder / f"{articles}-{number}"
    process.settle(root / ".warta")
    free = shutil.disk_usage(given.folder.parent).free
    command = [given.warta, "build", "--root", root, "--output", output, "--now", contenders.NOW, "-q"]
    began = time.perf_counter()
    cold, _ = process.run(command, 36_000)
    os.sync()
    stored = time.perf_counter() - began
    room = free - shutil.disk_usage(given.folder.parent).free
    again = process.run(command, 36_000)[0].seconds if articles <= given.again else None
    with (output / ".warta-manifest").open("rb") as manifest:
        files = sum(1 for _ in manifest)
    print(f"{articles:,}: {cold.seconds:.2f} s, {cold.peak_bytes / 1e6:,.0f} MB", file=sys.stderr, flush=True)
    if not given.keep:
        process.settle(output)
    return Size(articles, cold.seconds, stored, cold.cpu_seconds, cold.peak_bytes, again, files, room)


def table(sizes):
    """A line for each size."""
    lines = [
        "| articles | files | on the disk | time | until stored | CPU | peak memory | nothing changed |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for size in sizes:
        lines.append(
            f"| {size.articles:,} | {size.files:,} | {size.room / 1e9:.1f} GB | {size.seconds:.2f} s | {size.stored:.2f} s "
            f"| {size.cpu_seconds:.1f} s | {report.megabytes(size.peak_bytes)} "
            f"| {'–' if size.again_seconds is None else f'{size.again_seconds:.2f} s'} |"
        )
    return lines


def growth(sizes):
    """What each article costs at every size, and whether that is what it costs at the first.

    Of memory it is what each further article costs: the program itself, its tables and what its threads hold
    at once do not grow.
    """
    first = sizes[0]
    lines = [
        "| an article costs | time | until stored | CPU | memory, each further | nothing changed |",
        "|--|--:|--:|--:|--:|--:|",
    ]
    figures = [
        ("seconds", 1e3, "ms"),
        ("stored", 1e3, "ms"),
        ("cpu_seconds", 1e3, "ms"),
        ("peak_bytes", 1e-3, "kB"),
        ("again_seconds", 1e6, "µs"),
    ]
    steps = list(zip(sizes, sizes[1:]))
    further = [(two.peak_bytes - one.peak_bytes) / (two.articles - one.articles) for one, two in steps]
    for place, size in enumerate(sizes):
        cells = [f"of {size.articles:,}"]
        for field, scale, unit in figures:
            if field == "peak_bytes":
                cost, start = (further[place - 1], further[0]) if place else (None, None)
            elif getattr(size, field) is None:
                cost, start = None, None
            else:
                cost, start = getattr(size, field) / size.articles, getattr(first, field) / first.articles
            if cost is None:
                cells.append("–")
                continue
            change = cost / start - 1
            cells.append(f"{cost * scale:.3g} {unit} ({change:+.0%}{'' if change <= FLAT else ', NOT FLAT'})")
        lines.append("| " + " | ".join(cells) + " |")
    return lines


if __name__ == "__main__":
    main()
